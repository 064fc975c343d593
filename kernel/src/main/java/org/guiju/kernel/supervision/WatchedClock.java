package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.shared.Article;
import org.jspecify.annotations.Nullable;

/// 受监察的时钟: one limit of one matter as the events known so far have it. Where it comes from, our own case or another
/// system's log, makes no difference.
///
/// @param id stable within the matter; a clock that begins anew has another id
/// @param family clocks whose cards answer for one another: the highest counts
/// @param step the step it belongs to; empty for the case
/// @param start the moment from which it runs; by whole days its day is not counted
/// @param ended the moment at which it stopped for good; null while it runs
/// @param lead a lead that the institution itself names; null leaves it to the scheme
/// @param shapedBy the events that made it what it is
public record WatchedClock(
        String id,
        String family,
        SupervisedObject object,
        Measure measure,
        String step,
        Limit limit,
        Instant start,
        List<Stop> stops,
        @Nullable Instant ended,
        @Nullable Trigger lead,
        Accountable accountable,
        List<Seen> shapedBy) {
    public WatchedClock {
        stops = List.copyOf(stops);
        shapedBy = List.copyOf(shapedBy);
    }

    /// Whether the two count alike; who is accountable may differ.
    boolean sameTiming(WatchedClock other) {
        return limit.equals(other.limit)
                && start.equals(other.start)
                && stops.equals(other.stops)
                && Objects.equals(ended, other.ended);
    }

    WatchedClock endedAt(@Nullable Instant moment) {
        return new WatchedClock(
                id,
                family,
                object,
                measure,
                step,
                limit,
                start,
                stops,
                moment,
                lead,
                accountable,
                shapedBy);
    }

    /// 停表: time taken out of the limit.
    ///
    /// @param until null while it lasts
    /// @param cap days applied for: longer is not taken out
    public record Stop(
            Instant from,
            @Nullable Instant until,
            @Nullable Limit cap,
            String ground,
            Article basis) {}
}
