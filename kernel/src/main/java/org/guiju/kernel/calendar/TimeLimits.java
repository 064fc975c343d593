package org.guiju.kernel.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// 期限计算: the last day of a limit and how much of it is used. The event day does not count (民法典 第二百零一条);
/// months end on the corresponding day or the last of the month (第二百零二条); an end on a rest day moves to the next
/// working day (第二百零三条). Working days run over the published notices; a year without one counts Monday to Friday
/// and makes the result provisional.
public final class TimeLimits {

    private TimeLimits() {}

    /// The last day on which the limit is still kept, with its derivation.
    ///
    /// Pauses take working days out of a limit of working days, and calendar days out of one of calendar days or
    /// months; overlapping pauses count once. An end that moves off a rest day also passes over paused days.
    public static Derivation lastDay(
            WorkCalendar c, LocalDate eventDay, Limit limit, List<Pause> pauses) {
        var paused = PausedDays.of(eventDay, pauses);
        return switch (limit.unit()) {
            case WORKING_DAY -> inWorkingDays(c, eventDay, limit, pauses, paused);
            case CALENDAR_DAY, MONTH -> inCalendarDays(c, eventDay, limit, pauses, paused);
        };
    }

    /// Days of the limit used up at the end of the day `asOf`: working days for a limit of working days, calendar days
    /// for the others; paused days are not used. 0 up to the event day.
    public static int used(
            WorkCalendar c,
            LocalDate eventDay,
            LimitUnit unit,
            List<Pause> pauses,
            LocalDate asOf) {
        var count = countOf(c, unit);
        return count.between(eventDay, asOf) - PausedDays.of(eventDay, pauses).through(asOf, count);
    }

    /// Days left after the day `asOf`, up to and including the last day; 0 on the last day, negative after it, in
    /// working days for a limit of working days, otherwise in calendar days. Whether the limit is missed tells
    /// [Derivation#lastDay()]: on the rest days after it no working day is lost yet and this is still 0. A pause
    /// after the last day takes nothing off the days missed: it could not have kept the limit.
    public static int left(
            WorkCalendar c, LocalDate eventDay, Limit limit, List<Pause> pauses, LocalDate asOf) {
        var count = countOf(c, limit.unit());
        var paused = PausedDays.of(eventDay, pauses);
        var lastDay = lastDay(c, eventDay, limit, pauses).lastDay();
        if (asOf.isAfter(lastDay)) {
            return -count.between(lastDay, asOf);
        }
        var from = asOf.isBefore(eventDay) ? eventDay : asOf;
        return count.between(from, lastDay)
                - paused.through(lastDay, count)
                + paused.through(from, count);
    }

    private static DayCount countOf(WorkCalendar c, LimitUnit unit) {
        return unit == LimitUnit.WORKING_DAY ? DayCount.workingDays(c) : DayCount.CALENDAR_DAYS;
    }

    private static Derivation inWorkingDays(
            WorkCalendar c,
            LocalDate eventDay,
            Limit limit,
            List<Pause> pauses,
            PausedDays paused) {
        var workingDays = DayCount.workingDays(c);
        // What is done on the spot ends with its own day; one that begins on a rest day, with the
        // next on which anybody works.
        var lastDay =
                limit.onTheSpot()
                        ? workingDayNotPaused(c, eventDay, paused)
                        : workingDays.plus(eventDay, limit.n(), paused);
        var firstDay = eventDay.plusDays(1);
        var restDays =
                DayCount.CALENDAR_DAYS.between(eventDay, lastDay)
                        - c.workingDaysAfter(eventDay, lastDay);
        return new Derivation(
                eventDay,
                limit,
                pauses,
                lastDay,
                !c.isSettled(firstDay, lastDay),
                false,
                restDays,
                paused.through(lastDay, workingDays),
                c.editions(firstDay, lastDay));
    }

    private static Derivation inCalendarDays(
            WorkCalendar c,
            LocalDate eventDay,
            Limit limit,
            List<Pause> pauses,
            PausedDays paused) {
        var span =
                limit.unit() == LimitUnit.MONTH
                        ? Math.toIntExact(
                                ChronoUnit.DAYS.between(eventDay, eventDay.plusMonths(limit.n())))
                        : limit.n();
        var end = DayCount.CALENDAR_DAYS.plus(eventDay, span, paused);
        var lastDay = workingDayNotPaused(c, end, paused);
        var pausedDays = paused.through(lastDay, DayCount.CALENDAR_DAYS);
        var moved = DayCount.CALENDAR_DAYS.between(eventDay, lastDay) - span - pausedDays;
        return new Derivation(
                eventDay,
                limit,
                pauses,
                lastDay,
                !c.isSettled(end, lastDay),
                !lastDay.equals(end),
                moved,
                pausedDays,
                c.editions(eventDay.plusDays(1), lastDay));
    }

    /// The end of a limit as 民法典 第二百零三条 moves it; a paused day is no more the office's than a rest day.
    private static LocalDate workingDayNotPaused(WorkCalendar c, LocalDate end, PausedDays paused) {
        var day = c.nextWorkingDay(end);
        for (var open = paused.firstNotPaused(day);
                !open.equals(day);
                open = paused.firstNotPaused(day)) {
            day = c.nextWorkingDay(open);
        }
        return day;
    }
}
