package org.guiju.app.ledger.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.guiju.app.ledger.Seals;

/// 签署时钟: whether the time that is about to stand under a checkpoint may be believed. Two clocks are at hand that are not this machine's
/// now: those of the witnesses, who date what they cosign, and its own of an earlier day, in what was published last. A signature with a wrong date can
/// never be taken back, one that comes later can; so in doubt nothing is published (ADR 0060).
final class SigningClock {
    /// The witnesses are not asked for the time more often than this.
    static final Duration REST = Duration.ofSeconds(30);

    static final String BEHIND = "clock_behind";
    static final String DIFFERS = "clock_differs";
    private final Duration bound;
    private final LongSupplier nanos;
    private Optional<Long> doubtedSince = Optional.empty();

    /// @param bound how far two clocks may differ
    /// @param nanos a stopwatch: it does not jump when the clock does
    SigningClock(Duration bound, LongSupplier nanos) {
        this.bound = bound;
        this.nanos = nanos;
    }

    /// Not sure, and asked a moment ago.
    boolean resting() {
        return doubtedSince.filter(since -> nanos.getAsLong() - since < REST.toNanos()).isPresent();
    }

    /// Looks at our time before a checkpoint that was signed by it is published. Witnesses outweigh our own past: a clock that stood in the future and was
    /// set right is believed as soon as more of them say so than not.
    ///
    /// @param now our time
    /// @param told the time of each witness who has just cosigned
    /// @param last when we say that we signed what stands there; empty before the first
    /// @return why nothing may be signed
    Optional<Seals.State.Halted> doubt(
            Instant now, Collection<Instant> told, Optional<Instant> last) {
        long apart = told.stream().filter(t -> further(t, now)).count();
        long near = told.size() - apart;
        Optional<Seals.State.Halted> found = Optional.empty();
        if (apart > near) {
            found = halted(DIFFERS, now + ", " + apart + "/" + told.size() + ": " + told);
        } else if (apart == near && last.filter(l -> now.isBefore(l.minus(bound))).isPresent()) {
            found = halted(BEHIND, now + " < " + last.get());
        }
        doubtedSince = found.map(_ -> nanos.getAsLong());
        return found;
    }

    private boolean further(Instant told, Instant now) {
        return Duration.between(told, now).abs().compareTo(bound) > 0;
    }

    private static Optional<Seals.State.Halted> halted(String reason, String place) {
        return Optional.of(new Seals.State.Halted(reason, place));
    }

    /// 时钟存疑: between signing and publishing.
    static final class Doubted extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Seals.State.Halted halted;

        Doubted(Seals.State.Halted halted) {
            super(halted.toString());
            this.halted = halted;
        }

        Seals.State.Halted halted() {
            return halted;
        }
    }
}
