package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.List;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.WorkCalendar;

/// 推算: everything needed to count the card's moment again by hand.
///
/// @param value the value of the clock from which the card is lit: 1 is past the limit, -2 two days before its end
/// @param after the last moment at which the card was not yet due; it is lit after this second
/// @param derivation the last day by whole days; for a count to the second, for comparison only
/// @param editions the notices of the years touched
public record Reckoning(
        Counting counting,
        Limit limit,
        Instant start,
        List<WatchedClock.Stop> stops,
        int value,
        Instant after,
        Derivation derivation,
        String editions) {
    public Reckoning {
        stops = List.copyOf(stops);
    }

    static Reckoning of(
            Scheme scheme,
            CardRule rule,
            WatchedClock clock,
            Instant after,
            WorkCalendar calendar) {
        return new Reckoning(
                scheme.counting(),
                clock.limit(),
                clock.start(),
                clock.stops(),
                Supervision.value(rule, clock),
                after,
                WholeDays.derivation(clock, calendar),
                calendar.editions(Days.of(clock.start()), Days.of(after)));
    }
}
