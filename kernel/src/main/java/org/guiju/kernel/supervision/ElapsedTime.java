package org.guiju.kernel.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.WorkCalendar;

/// 计至秒: where the time used reaches a number of days. Time runs on the days that the unit counts, around the clock; rest
/// days and special procedures stand still, a special procedure up to the days applied for and no longer.
final class ElapsedTime {
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private final WorkCalendar calendar;
    private final boolean everyDay;
    private final List<Span> still;

    private record Span(Instant from, Instant until) {}

    private ElapsedTime(WorkCalendar calendar, LimitUnit unit, List<Span> still) {
        this.calendar = calendar;
        this.everyDay = unit != LimitUnit.WORKING_DAY;
        this.still = still;
    }

    /// The last moment at which no more than the limit plus `beyond` days are used; empty if a stop without end comes first.
    static Optional<Instant> lastMoment(WatchedClock clock, int beyond, WorkCalendar calendar) {
        var limit = clock.limit();
        if (limit.onTheSpot() && beyond >= 0) {
            // 即办 is kept until its day is over, at whatever hour it began.
            var day = WholeDays.derivation(clock, calendar).lastDay().plusDays(1 + beyond);
            return Optional.of(Days.startOf(day));
        }
        var seconds =
                limit.unit() == LimitUnit.MONTH
                        ? Duration.between(
                                                clock.start(),
                                                Days.zoned(clock.start())
                                                        .plusMonths(limit.n())
                                                        .toInstant())
                                        .toSeconds()
                                + beyond * DAY
                        : (limit.n() + beyond) * DAY;
        if (seconds < 0) {
            return Optional.of(clock.start());
        }
        var spans = new ArrayList<Span>();
        for (var stop : clock.stops()) {
            spans.add(new Span(stop.from(), end(stop, limit.unit(), calendar)));
        }
        spans.sort(Comparator.comparing(Span::from));
        return new ElapsedTime(calendar, limit.unit(), spans).reach(clock.start(), seconds);
    }

    private static Instant end(WatchedClock.Stop stop, LimitUnit unit, WorkCalendar calendar) {
        var until = stop.until() == null ? Instant.MAX : stop.until();
        if (stop.cap() == null) {
            return until;
        }
        var cap =
                new ElapsedTime(calendar, unit, List.of())
                        .reach(stop.from(), stop.cap().n() * DAY)
                        .orElse(until);
        return cap.isBefore(until) ? cap : until;
    }

    private Optional<Instant> reach(Instant start, long seconds) {
        var at = start;
        var left = seconds;
        while (true) {
            var span = covering(at);
            if (span.isPresent()) {
                at = span.get().until();
                if (at.equals(Instant.MAX)) {
                    return Optional.empty();
                }
            } else if (!counts(Days.of(at))) {
                at = Days.startOf(calendar.nextWorkingDay(Days.of(at)));
            } else if (left == 0) {
                return Optional.of(at);
            } else {
                var end = nextStop(at, Days.startOf(Days.of(at).plusDays(1)));
                var length = Duration.between(at, end).toSeconds();
                if (length > left) {
                    return Optional.of(at.plusSeconds(left));
                }
                left -= length;
                at = end;
            }
        }
    }

    private boolean counts(LocalDate day) {
        return everyDay || calendar.isWorkingDay(day);
    }

    private Optional<Span> covering(Instant at) {
        return still.stream()
                .filter(s -> !at.isBefore(s.from()) && at.isBefore(s.until()))
                .findFirst();
    }

    private Instant nextStop(Instant at, Instant midnight) {
        return still.stream()
                .filter(s -> s.from().isAfter(at) && s.until().isAfter(s.from()))
                .map(Span::from)
                .filter(from -> from.isBefore(midnight))
                .min(Comparator.naturalOrder())
                .orElse(midnight);
    }
}
