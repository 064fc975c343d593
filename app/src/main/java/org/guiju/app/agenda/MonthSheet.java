package org.guiju.app.agenda;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// 月历: whole weeks from Monday to Sunday around a month, or one week alone.
public final class MonthSheet {
    private static final int WEEK = 7;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private MonthSheet() {}

    /// 休、班: how a day differs from the ordinary week.
    public enum Mark {
        NONE,
        /// A weekday that a notice makes free.
        REST,
        /// A day of the weekend that a notice has people work.
        WORK,
        /// An ordinary weekend.
        WEEKEND;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// The weeks of the month, with the days of the months beside it that fill them.
    public static List<List<LocalDate>> weeks(YearMonth month) {
        var first = monday(month.atDay(1));
        var last = month.atEndOfMonth();
        return Stream.iterate(first, d -> !d.isAfter(last), d -> d.plusDays(WEEK))
                .map(MonthSheet::week)
                .toList();
    }

    /// The seven days from the Monday on or before the day.
    public static List<LocalDate> week(LocalDate day) {
        var monday = monday(day);
        return IntStream.range(0, WEEK).mapToObj(monday::plusDays).toList();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// @param works whether the calendar of working days has people work on it
    public static Mark mark(LocalDate day, Predicate<LocalDate> works) {
        boolean weekday = day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
        if (weekday == works.test(day)) {
            return weekday ? Mark.NONE : Mark.WEEKEND;
        }
        return weekday ? Mark.REST : Mark.WORK;
    }

    /// The day that an address names: a month (`2026-12`, its first day) or a day; the other one for what is neither, or far off.
    public static LocalDate day(String typed, LocalDate otherwise) {
        var plain = typed.strip();
        try {
            var day =
                    plain.length() == "2026-12".length()
                            ? YearMonth.parse(plain).atDay(1)
                            : LocalDate.parse(plain);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException _) {
            // The other one.
        }
        return otherwise;
    }
}
