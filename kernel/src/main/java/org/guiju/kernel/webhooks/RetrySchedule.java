package org.guiju.kernel.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 重试时间表: when a delivery that was not taken is tried again. The waits are those of the Standard Webhooks specification 1.0.0
/// (deliverability and reliability): from five seconds to a day, somewhat more than three days in all.
public final class RetrySchedule {
    /// Waits after the first, second … attempt that failed.
    public static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    /// Attempts before a delivery is given up; whoever looks after the receiver can send it again.
    public static final int ATTEMPTS = WAITS.size() + 1;

    /// Longest that a receiver may put us off by `Retry-After`.
    public static final Duration LONGEST = Duration.ofHours(24);

    /// 抖动: each wait grows by up to this share, so that not all come back at the same moment.
    private static final double JITTER = 0.2;

    private RetrySchedule() {}

    /// When to try again.
    ///
    /// @param failed how many attempts have failed, this one among them; from 1
    /// @param at when this one failed
    /// @param retryAfter what the receiver asked for; null where it asked for nothing
    /// @param chance from 0 up to but not including 1, from outside
    /// @return empty when the delivery is given up; never before what the schedule or the receiver says
    public static Optional<Instant> next(
            int failed, Instant at, @Nullable Duration retryAfter, double chance) {
        if (failed >= ATTEMPTS) {
            return Optional.empty();
        }
        var wait = WAITS.get(failed - 1);
        var jittered = wait.plusMillis((long) (wait.toMillis() * JITTER * chance));
        if (retryAfter == null) {
            return Optional.of(at.plus(jittered));
        }
        var asked = retryAfter.compareTo(LONGEST) > 0 ? LONGEST : retryAfter;
        return Optional.of(at.plus(asked.compareTo(jittered) > 0 ? asked : jittered));
    }
}
