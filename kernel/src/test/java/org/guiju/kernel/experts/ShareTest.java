package org.guiju.kernel.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 不少于三分之一 of the experts come from outside (seed 001, matrix C36): just below, on and just above it.
class ShareTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1", "3, 1", "4, 2", "6, 2", "7, 3", "9, 3", "10, 4"})
    void aThirdIsAThirdOfAnyNumber(int all, int least) {
        assertThat(Share.THIRD.of(all)).isEqualTo(least);
        assertThat(Share.THIRD.reached(least, all)).isTrue();
        assertThat(Share.THIRD.reached(least + 1, all)).isTrue();
        assertThat(least > 0 && Share.THIRD.reached(least - 1, all)).isFalse();
    }

    @Test
    void aShareLiesBetweenNothingAndTheWhole() {
        assertThat(new Share(0, 1).of(5)).isZero();
        assertThat(new Share(4, 4).of(5)).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(4, 3));
    }
}
