package org.guiju.kernel.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// One way to count days: which lie between two dates, and where the n-th one is. The start never counts.
interface DayCount {

    DayCount CALENDAR_DAYS =
            new DayCount() {
                @Override
                public int between(LocalDate exclusive, LocalDate inclusive) {
                    return Math.max(
                            0, Math.toIntExact(ChronoUnit.DAYS.between(exclusive, inclusive)));
                }

                @Override
                public LocalDate plus(LocalDate start, int n) {
                    return start.plusDays(n);
                }
            };

    static DayCount workingDays(WorkCalendar calendar) {
        return new DayCount() {
            @Override
            public int between(LocalDate exclusive, LocalDate inclusive) {
                return calendar.workingDaysAfter(exclusive, inclusive);
            }

            @Override
            public LocalDate plus(LocalDate start, int n) {
                return calendar.plusWorkingDays(start, n);
            }
        };
    }

    /// Days in (`exclusive`, `inclusive`]; 0 if that is no day.
    int between(LocalDate exclusive, LocalDate inclusive);

    /// The n-th counted day after the start.
    LocalDate plus(LocalDate start, int n);

    /// The n-th counted day after the start that no pause takes out.
    default LocalDate plus(LocalDate start, int n, PausedDays paused) {
        var reached = start;
        var left = n;
        for (var stretch : paused.stretches()) {
            var before = between(reached, stretch.after());
            if (before >= left) {
                break;
            }
            left -= before;
            reached = stretch.through();
        }
        return plus(reached, left);
    }
}
