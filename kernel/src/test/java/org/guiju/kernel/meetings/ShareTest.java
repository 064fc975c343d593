package org.guiju.kernel.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 比例: just below, on and just above the share; 以上 includes the figure, 过半数 does not (民法典第一千二百五十九条).
class ShareTest {

    @ParameterizedTest
    @CsvSource({
        ">1/2, 10, 6", ">1/2, 9, 5", ">1/2, 1, 1",
        ">=1/2, 10, 5", ">=1/2, 9, 5",
        ">=2/3, 9, 6", ">=2/3, 10, 7", ">=2/3, 1, 1",
        ">2/3, 9, 7", ">=1/1, 7, 7"
    })
    void theLeastNumberMakesTheShareAndOneFewerDoesNot(String text, long all, long least) {
        var share = Share.of(text).orElseThrow();
        assertThat(share.least(all)).isEqualTo(least);
        assertThat(share.met(least, all)).isTrue();
        assertThat(share.met(least - 1, all)).isFalse();
        assertThat(share.met(least + 1, all)).isTrue();
        assertThat(share.code()).isEqualTo(text);
    }

    @Test
    void ofNobodyNothingIsAShareAndMoreThanAllIsReachedByNoNumber() {
        assertThat(Share.of(">=1/2").orElseThrow().met(0, 0)).isFalse();
        assertThat(Share.of(">1/1").orElseThrow().least(4)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"1/2", "=1/2", ">3/2", ">=0/2", ">1/0", ">10/11", "过半数"})
    void whatIsNoShareIsNotReadAsOne(String text) {
        assertThat(Share.of(text)).isEmpty();
    }

    @Test
    void aShareLiesBetweenNothingAndTheWhole() {
        assertThat(new Share(0, 1, true).met(1, 3)).isTrue();
        assertThat(new Share(3, 3, false).least(3)).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 2, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(4, 3, false));
    }

    @ParameterizedTest
    @CsvSource({
        ">=2/3, >1/2, true", ">1/2, >=2/3, false", ">1/2, >=1/2, true", ">=1/2, >1/2, false", ">=2/4, >=1/2, true"
    })
    void theStricterOfTwoSharesIsKnown(String mine, String other, boolean stricter) {
        assertThat(Share.of(mine).orElseThrow().asStrictAs(Share.of(other).orElseThrow()))
                .isEqualTo(stricter);
    }
}
