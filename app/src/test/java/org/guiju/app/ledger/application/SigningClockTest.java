package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.guiju.app.ledger.Seals;
import org.junit.jupiter.api.Test;

/// When a machine's own time is not believed.
class SigningClockTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Instant FAR = NOW.plus(BOUND).plusSeconds(1);
    private static final Instant AT_THE_BOUND = NOW.plus(BOUND);
    private static final Instant FAR_BACK = NOW.minus(BOUND).minusSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private final SigningClock clock = new SigningClock(BOUND, nanos::get);

    private Optional<String> doubt(List<Instant> told, Instant last) {
        return clock.doubt(NOW, told, Optional.of(last)).map(Seals.State.Halted::reason);
    }

    @Test
    void moreWitnessesWithAnotherTimeThanWithOursAreADoubtAndOneAmongTwoIsNot() {
        assertThat(doubt(List.of(FAR), NOW)).contains(SigningClock.DIFFERS);
        assertThat(doubt(List.of(FAR_BACK), NOW)).contains(SigningClock.DIFFERS);
        assertThat(doubt(List.of(AT_THE_BOUND), NOW)).isEmpty();
        assertThat(doubt(List.of(NOW.minus(BOUND)), NOW)).isEmpty();
        assertThat(doubt(List.of(FAR, NOW), NOW)).isEmpty();
        assertThat(doubt(List.of(FAR, FAR_BACK, NOW), NOW)).contains(SigningClock.DIFFERS);
        assertThat(doubt(List.of(FAR, NOW, NOW), NOW)).isEmpty();
    }

    @Test
    void aClockBehindWhatItSignedLastIsADoubtUntilWitnessesSayOtherwise() {
        assertThat(doubt(List.of(), AT_THE_BOUND)).isEmpty();
        assertThat(doubt(List.of(), FAR)).contains(SigningClock.BEHIND);
        assertThat(doubt(List.of(FAR, NOW), FAR)).contains(SigningClock.BEHIND);
        // It stood in the future, signed so, and was set right.
        assertThat(doubt(List.of(NOW), FAR)).isEmpty();
        assertThat(clock.doubt(NOW, List.of(), Optional.empty())).isEmpty();
    }

    @Test
    void inDoubtTheWitnessesAreLeftAloneForHalfAMinute() {
        assertThat(clock.resting()).isFalse();
        doubt(List.of(FAR), NOW);
        nanos.set(SigningClock.REST.toNanos() - 1);
        assertThat(clock.resting()).isTrue();
        nanos.set(SigningClock.REST.toNanos());
        assertThat(clock.resting()).isFalse();
        doubt(List.of(NOW), NOW);
        assertThat(clock.resting()).isFalse();
    }
}
