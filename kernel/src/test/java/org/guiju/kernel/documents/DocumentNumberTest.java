package org.guiju.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 发文字号 (GB/T 9704—2012, 7.2.5): mark, full year within 〔〕, running number from 1.
class DocumentNumberTest {

    @Test
    void theYearIsWrittenInFullAndTheNumberWithoutZeros() {
        assertThat(new DocumentNumber("青文广旅许", 2026, 1)).hasToString("青文广旅许〔2026〕1号");
        assertThat(new DocumentNumber("青文广旅许", 1000, 107)).hasToString("青文广旅许〔1000〕107号");
    }

    @ParameterizedTest
    @CsvSource({"' ', 2026, 1", "青文, 999, 1", "青文, 26, 1", "青文, 2026, 0", "青文, 2026, -1"})
    void whatIsNoNumberIsNotMadeOne(String mark, int year, long n) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentNumber(mark, year, n));
    }
}
