package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30.2741,120.1551|30.274100, 120.155100",
                "30.274100, 120.155100 ±12|30.274100, 120.155100 ±12",
                "30.2741；120.1551|30.274100, 120.155100",
                "３０．２７４１，１２０．１５５１|30.274100, 120.155100",
                "-90 180|-90.000000, 180.000000",
                "90 -180|90.000000, -180.000000",
                "30.27410049999 120.1551005|30.274100, 120.155101"
            })
    void aPositionIsReadHoweverADeviceOrAHandWritesItAndReadsItsOwnWriting(
            String typed, String kept) {
        assertThat(Position.of(typed)).map(Position::toString).hasValue(kept);
        assertThat(Position.of(kept)).isEqualTo(Position.of(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30.2741",
                "90.000001, 120",
                "-90.000001, 120",
                "30, 180.000001",
                "30, -180.000001",
                "120.1551, 30.2741",
                "1e1, 20",
                "NaN, NaN",
                "30.2741, 120.1551 ±-3",
                "30.2741, 120.1551 东门"
            })
    void whatIsNoPlaceOnEarthIsNone(String typed) {
        assertThat(Position.of(typed)).isEqualTo(Optional.empty());
    }
}
