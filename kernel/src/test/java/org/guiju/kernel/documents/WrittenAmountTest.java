package org.guiju.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAmountTest {
    @ParameterizedTest
    @CsvSource({
        "0,人民币零元整,0",
        "1,人民币壹分,0.01",
        "10,人民币壹角整,0.10",
        "100,人民币壹元整,1",
        "101,人民币壹元零壹分,1.01",
        "140950,人民币壹仟肆佰零玖元伍角整,1409.50",
        "600714,人民币陆仟零柒元壹角肆分,6007.14",
        "1000000,人民币壹万元整,10000",
        "5000000,人民币伍万元整,50000",
        "1000100,人民币壹万零壹元整,10001",
        "10700053,人民币壹拾万柒仟元伍角叁分,107000.53",
        "1000000000000,人民币壹佰亿元整,10000000000",
        "10000000100,人民币壹亿零壹元整,100000001"
    })
    void amountsAreWrittenAsBanksWriteThem(long fen, String capitals, String figures) {
        assertThat(WrittenAmount.capitals(fen)).isEqualTo(capitals);
        assertThat(WrittenAmount.figures(fen)).isEqualTo(figures);
    }

    @Test
    void aNegativeAmountIsNone() {
        assertThatThrownBy(() -> WrittenAmount.capitals(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberStandsAsTheStandardWritesIt() {
        assertThat(new DocumentNumber("青文旅许", 2026, 1)).hasToString("青文旅许〔2026〕1号");
        assertThatThrownBy(() -> new DocumentNumber("青文旅许", 2026, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DocumentNumber("", 2026, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
