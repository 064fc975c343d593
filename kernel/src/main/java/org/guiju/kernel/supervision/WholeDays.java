package org.guiju.kernel.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.Pause;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.calendar.WorkCalendar;

/// 整日计算: as the law counts. The card turns after the last second of a day, never within it.
final class WholeDays {
    private WholeDays() {}

    /// The pauses of a clock by days; a stop that lasts and has no cap is left out, see [#lastMoment].
    static Derivation derivation(WatchedClock clock, WorkCalendar calendar) {
        return TimeLimits.lastDay(
                calendar, Days.of(clock.start()), clock.limit(), pauses(clock, calendar));
    }

    /// The last moment before the clock's value is at `least`; empty if a stop without end comes first.
    static Optional<Instant> lastMoment(WatchedClock clock, int least, WorkCalendar calendar) {
        var start = Days.of(clock.start());
        var pauses = pauses(clock, calendar);
        var lastDay = TimeLimits.lastDay(calendar, start, clock.limit(), pauses).lastDay();
        var day =
                least >= 1
                        ? past(clock, lastDay, least - 1, calendar)
                        : near(clock, lastDay, -least, pauses, calendar).minusDays(1);
        if (least < 1 && day.isBefore(start)) {
            return Optional.of(clock.start());
        }
        var reached = least >= 1 ? day : day.plusDays(1);
        return endless(clock).filter(reached::isAfter).isPresent()
                ? Optional.empty()
                : Optional.of(Days.endOf(day));
    }

    /// The day of a stop that lasts and is not capped.
    private static Optional<LocalDate> endless(WatchedClock clock) {
        return clock.stops().stream()
                .filter(s -> s.until() == null && s.cap() == null)
                .map(s -> Days.of(s.from()))
                .findFirst();
    }

    private static LocalDate past(
            WatchedClock clock, LocalDate lastDay, int more, WorkCalendar calendar) {
        return clock.limit().unit() == LimitUnit.WORKING_DAY
                ? calendar.plusWorkingDays(lastDay, more)
                : lastDay.plusDays(more);
    }

    /// The first day on which no more than `lead` days are left; the day of the event if that is already so then.
    private static LocalDate near(
            WatchedClock clock,
            LocalDate lastDay,
            int lead,
            List<Pause> pauses,
            WorkCalendar calendar) {
        var start = Days.of(clock.start());
        var day = lastDay;
        while (day.isAfter(start)
                && TimeLimits.left(calendar, start, clock.limit(), pauses, day.minusDays(1))
                        <= lead) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static List<Pause> pauses(WatchedClock clock, WorkCalendar calendar) {
        var pauses = new ArrayList<Pause>();
        for (var stop : clock.stops()) {
            var from = Days.of(stop.from());
            var until = stop.until() == null ? null : Days.of(stop.until());
            if (stop.cap() != null) {
                var cap = TimeLimits.lastDay(calendar, from, stop.cap(), List.of()).lastDay();
                until = until == null || cap.isBefore(until) ? cap : until;
            }
            if (until != null && !until.isBefore(from)) {
                pauses.add(new Pause(from, until, stop.ground(), stop.basis()));
            }
        }
        return pauses;
    }
}
