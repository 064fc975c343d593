package org.guiju.kernel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimedIdTest {
    private static final UUID ZEROS = new UUID(0, 0);
    private static final UUID ONES = new UUID(-1, -1);

    /// RFC 9562, appendix A.6.
    @Test
    void theExampleOfTheStandardComesOutAsPrinted() {
        var at = Instant.parse("2022-02-22T14:22:22-05:00");
        var printed = UUID.fromString("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
        assertThat(TimedId.of(at, printed)).isEqualTo(printed);
        // A random one brings its own version and variant, which do not count.
        assertThat(TimedId.of(at, UUID.fromString("ffffffff-ffff-4cc3-d8c4-dc0c0c07398f")))
                .isEqualTo(printed);
        assertThat(printed.version()).isEqualTo(7);
    }

    @Test
    void whateverTheChanceItIsOfVersionSevenAndBetweenTheBoundsOfItsMillisecond() {
        var at = Instant.parse("2026-12-31T15:59:59.999Z");
        for (var chance : new UUID[] {ZEROS, ONES, UUID.nameUUIDFromBytes(new byte[] {1})}) {
            var id = TimedId.of(at, chance);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.toString())
                    .isGreaterThan(TimedId.bound(at).toString())
                    .isLessThan(TimedId.bound(at.plusMillis(1)).toString());
        }
    }

    @Test
    void whatIsFinerThanAMillisecondIsCutOffAndNotRoundedUp() {
        var last = Instant.parse("2026-12-31T15:59:59.999999999Z");
        assertThat(TimedId.of(last, ONES).toString())
                .isLessThan(TimedId.bound(Instant.parse("2026-12-31T16:00:00Z")).toString());
    }

    @Test
    void aTimeThatFortyEightBitsCannotHoldIsRefused() {
        var end = Instant.ofEpochMilli((1L << 48) - 1);
        assertThat(TimedId.of(Instant.EPOCH, ZEROS))
                .hasToString("00000000-0000-7000-8000-000000000000");
        assertThat(TimedId.of(end, ONES)).hasToString("ffffffff-ffff-7fff-bfff-ffffffffffff");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimedId.of(Instant.EPOCH.minusMillis(1), ZEROS));
        assertThatIllegalArgumentException().isThrownBy(() -> TimedId.bound(end.plusMillis(1)));
    }
}
