package org.guiju.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guiju.kernel.calendar.LimitUnit.CALENDAR_DAY;
import static org.guiju.kernel.calendar.LimitUnit.MONTH;
import static org.guiju.kernel.calendar.LimitUnit.WORKING_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiju.kernel.shared.Article;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimeLimitsTest {

    private static final Article BASIS = new Article("行政许可法", "第四十二条");
    private static final Article PAUSE_BASIS = new Article("行政许可法", "第四十五条");

    private final WorkCalendar calendar = Notices.of2025And2026();

    /// Counted by hand, day by day, on the printed calendars of 2025 and 2026.
    @ParameterizedTest
    @CsvSource({
        // National Day 2025: rest 1 to 8 October, work on 28 September and 11 October
        "2025-09-26, 1, WORKING_DAY, 2025-09-28, 1", // the Sunday is worked, the Saturday is not
        "2025-09-30, 1, WORKING_DAY, 2025-10-09, 8",
        "2025-09-30, 3, WORKING_DAY, 2025-10-11, 8", // 9, 10, Saturday 11
        "2025-09-30, 4, WORKING_DAY, 2025-10-13, 9",
        // Spring Festival 2026: rest 15 to 23 February, work on the Saturdays 14 and 28
        "2026-02-13, 1, WORKING_DAY, 2026-02-14, 0",
        "2026-02-13, 2, WORKING_DAY, 2026-02-24, 9",
        "2026-02-13, 6, WORKING_DAY, 2026-02-28, 9", // 14, 24, 25, 26, 27, 28
        "2026-02-13, 7, WORKING_DAY, 2026-03-02, 10",
        // National Day 2026: rest 25 to 27 September and 1 to 7 October, work on 20 September and
        // 10 October
        "2026-09-24, 20, WORKING_DAY, 2026-10-29, 15",
        "2026-09-18, 5, WORKING_DAY, 2026-09-24, 1", // Sunday 20, 21, 22, 23, 24
        "2025-09-04, 30, CALENDAR_DAY, 2025-10-09, 5", // ends 4 October in the holiday
        "2026-01-15, 30, CALENDAR_DAY, 2026-02-14, 0", // ends on a Saturday that is worked
        "2026-01-16, 30, CALENDAR_DAY, 2026-02-24, 9", // ends on the first day of the festival
        "2026-08-20, 1, MONTH, 2026-09-20, 0", // a Sunday that is worked
        "2026-09-01, 1, MONTH, 2026-10-08, 7",
    })
    void aLastDayIsTheOneCountedByHand(
            LocalDate event, int n, LimitUnit unit, LocalDate lastDay, int restDays) {
        var derivation = TimeLimits.lastDay(calendar, event, limit(n, unit), List.of());
        assertThat(derivation.lastDay()).isEqualTo(lastDay);
        assertThat(derivation.restDaysSkipped()).isEqualTo(restDays);
        assertThat(derivation.rolledOver()).isEqualTo(unit != WORKING_DAY && restDays > 0);
        assertThat(derivation.provisional()).isFalse();
        assertThat(derivation.pausedDays()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, 1, 2025-02-28", // no corresponding day: the last of the month
        "2024-01-31, 1, 2024-02-29", // leap year
        "2024-02-29, 12, 2025-02-28", // Friday
        "2025-02-28, 1, 2025-03-28", // the corresponding day, not the month's last
        "2025-12-31, 2, 2026-02-28", // Saturday, worked
        "2025-08-31, 1, 2025-09-30",
        "2025-03-31, 6, 2025-09-30",
    })
    void aMonthEndsOnTheCorrespondingDayOrTheLastOfTheMonth(
            LocalDate event, int n, LocalDate lastDay) {
        assertThat(TimeLimits.lastDay(calendar, event, limit(n, MONTH), List.of()).lastDay())
                .isEqualTo(lastDay);
    }

    @Test
    void aLimitThatNeedsAYearWithoutNoticeIsProvisional() {
        var inTime =
                TimeLimits.lastDay(
                        calendar, LocalDate.of(2026, 12, 21), limit(5, WORKING_DAY), List.of());
        assertThat(inTime.lastDay()).isEqualTo("2026-12-28");
        assertThat(inTime.provisional()).isFalse();
        var rearrangeable =
                TimeLimits.lastDay(
                        calendar, LocalDate.of(2026, 12, 21), limit(6, WORKING_DAY), List.of());
        assertThat(rearrangeable.provisional())
                .as("the notice for 2027 may rearrange 29 December")
                .isTrue();
        var across =
                TimeLimits.lastDay(
                        calendar, LocalDate.of(2026, 12, 21), limit(10, WORKING_DAY), List.of());
        assertThat(across.lastDay()).isEqualTo("2027-01-04");
        assertThat(across.provisional()).isTrue();
        assertThat(across.editions()).isEqualTo("2026#1");
    }

    @Test
    void rollingIntoAYearWithoutNoticeIsProvisionalToo() {
        var sixMonths =
                TimeLimits.lastDay(calendar, LocalDate.of(2026, 7, 4), limit(6, MONTH), List.of());
        assertThat(sixMonths.lastDay()).isEqualTo("2027-01-04");
        assertThat(sixMonths.provisional()).isTrue();
        var of2025 = WorkCalendar.of(List.of(Notices.OF_2025));
        var thirtyDays =
                TimeLimits.lastDay(
                        of2025, LocalDate.of(2025, 11, 29), limit(29, CALENDAR_DAY), List.of());
        assertThat(thirtyDays.lastDay()).as("28 December is a Sunday").isEqualTo("2025-12-29");
        assertThat(thirtyDays.rolledOver()).isTrue();
        assertThat(thirtyDays.provisional()).isTrue();
    }

    @Test
    void rollingOutOfAYearWithoutNoticeIsProvisionalToo() {
        var of2023 =
                WorkCalendar.of(
                        List.of(
                                Notices.edition(
                                        "2023#1",
                                        2023,
                                        "2022-12-08",
                                        "2023-01-01..2023-01-02",
                                        "")));
        var month =
                TimeLimits.lastDay(
                        of2023, LocalDate.of(2022, 11, 30), limit(31, CALENDAR_DAY), List.of());
        assertThat(month.lastDay()).as("from Saturday 31 December").isEqualTo("2023-01-03");
        assertThat(month.provisional()).isTrue();
    }

    @Test
    void calendarDaysLeanOnNoNoticeButThatOfTheirEnd() {
        var fromAnUnpublishedYear =
                TimeLimits.lastDay(
                        calendar, LocalDate.of(2024, 12, 20), limit(30, CALENDAR_DAY), List.of());
        assertThat(fromAnUnpublishedYear.lastDay()).isEqualTo("2025-01-20"); // from Sunday the 19th
        assertThat(fromAnUnpublishedYear.provisional()).isFalse();
        var working =
                TimeLimits.lastDay(
                        calendar, LocalDate.of(2024, 12, 20), limit(20, WORKING_DAY), List.of());
        assertThat(working.provisional()).isTrue();
    }

    @Test
    void aNoticeThatNamesTheEdgeOfTheYearBeforeCounts() {
        var both = WorkCalendar.of(List.of(Notices.OF_2018, Notices.OF_2019));
        var derivation =
                TimeLimits.lastDay(
                        both, LocalDate.of(2018, 12, 28), limit(2, WORKING_DAY), List.of());
        assertThat(derivation.lastDay())
                .as("Saturday 29 is worked, 30 December to 1 January are not")
                .isEqualTo("2019-01-02");
        assertThat(derivation.editions()).isEqualTo("2018#1,2019#1");
        assertThat(derivation.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // pause (from, until] | last day | working days taken out
        "2026-03-04, 2026-03-11, 2026-03-23, 5",
        "2026-03-04, 2026-03-04, 2026-03-16, 0", // of zero length
        "2026-03-07, 2026-03-08, 2026-03-16, 0", // over a weekend
        "2026-02-20, 2026-03-03, 2026-03-17, 1", // begins before the event
        "2026-02-20, 2026-03-02, 2026-03-16, 0", // ends on the event day
        "2026-03-13, 2026-03-20, 2026-03-23, 5", // begins a working day before the last
        "2026-03-15, 2026-03-20, 2026-03-23, 5", // begins on the Sunday before the last day
        "2026-03-16, 2026-03-20, 2026-03-16, 0", // begins on the last day: too late
        "2026-03-17, 2026-03-20, 2026-03-16, 0", // begins after it
    })
    void aPauseTakesItsWorkingDaysOut(
            LocalDate from, LocalDate until, LocalDate lastDay, int paused) {
        var derivation =
                TimeLimits.lastDay(
                        calendar,
                        LocalDate.of(2026, 3, 2),
                        limit(10, WORKING_DAY),
                        List.of(pause(from, until)));
        assertThat(derivation.lastDay()).isEqualTo(lastDay);
        assertThat(derivation.pausedDays()).isEqualTo(paused);
    }

    @Test
    void overlappingPausesCountOnce() {
        var event = LocalDate.of(2026, 3, 2);
        var overlapping =
                List.of(
                        pause(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 12)),
                        pause(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 11)),
                        pause(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 6)));
        var one = List.of(pause(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 12)));
        for (var unit : LimitUnit.values()) {
            var limit = limit(unit == MONTH ? 1 : 10, unit);
            assertThat(TimeLimits.lastDay(calendar, event, limit, overlapping).lastDay())
                    .isEqualTo(TimeLimits.lastDay(calendar, event, limit, one).lastDay());
        }
    }

    @Test
    void aPauseTakesCalendarDaysOutOfCalendarDaysAndMonths() {
        var pauses = List.of(pause(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 11)));
        var days =
                TimeLimits.lastDay(
                        calendar, LocalDate.of(2026, 3, 2), limit(10, CALENDAR_DAY), pauses);
        assertThat(days.lastDay()).isEqualTo("2026-03-19");
        assertThat(days.pausedDays()).isEqualTo(7);
        var month = TimeLimits.lastDay(calendar, LocalDate.of(2026, 3, 2), limit(1, MONTH), pauses);
        assertThat(month.lastDay()).isEqualTo("2026-04-09");
        var after =
                List.of(
                        pause(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 11)),
                        pause(LocalDate.of(2026, 4, 7), LocalDate.of(2026, 4, 8)));
        assertThat(
                        TimeLimits.lastDay(
                                        calendar, LocalDate.of(2026, 3, 2), limit(1, MONTH), after)
                                .lastDay())
                .as("a pause in the time won by a pause counts")
                .isEqualTo("2026-04-10");
    }

    @Test
    void anEndThatMovesOffARestDayPassesOverPausedDays() {
        var pauses = List.of(pause(LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 17)));
        var derivation =
                TimeLimits.lastDay(
                        calendar, LocalDate.of(2026, 3, 5), limit(10, CALENDAR_DAY), pauses);
        assertThat(derivation.lastDay())
                .as("Sunday 15 March, Monday and Tuesday paused")
                .isEqualTo("2026-03-18");
        assertThat(derivation.rolledOver()).isTrue();
        assertThat(derivation.pausedDays()).isEqualTo(2);
        assertThat(derivation.restDaysSkipped()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-15, 2026-03-16", "2026-03-16, 2026-03-17", "2026-03-20, 2026-03-23"})
    void theLastDayOfAPauseIsPassedOverLikeTheOthers(LocalDate until, LocalDate lastDay) {
        var pauses = List.of(pause(LocalDate.of(2026, 3, 15), until));
        var limit = limit(10, CALENDAR_DAY);
        assertThat(TimeLimits.lastDay(calendar, LocalDate.of(2026, 3, 5), limit, pauses).lastDay())
                .isEqualTo(lastDay);
    }

    @Test
    void usedAndLeftGoTogetherUntilTheLastDay() {
        var event = LocalDate.of(2026, 3, 2);
        var limit = limit(10, WORKING_DAY);
        var pauses = List.of(pause(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 11)));
        assertThat(TimeLimits.used(calendar, event, WORKING_DAY, pauses, event)).isZero();
        assertThat(TimeLimits.used(calendar, event, WORKING_DAY, pauses, event.minusDays(9)))
                .isZero();
        assertThat(TimeLimits.left(calendar, event, limit, pauses, event.minusDays(9)))
                .isEqualTo(10);
        for (var day = event; !day.isAfter(LocalDate.of(2026, 3, 23)); day = day.plusDays(1)) {
            assertThat(
                            TimeLimits.used(calendar, event, WORKING_DAY, pauses, day)
                                    + TimeLimits.left(calendar, event, limit, pauses, day))
                    .as("on %s", day)
                    .isEqualTo(10);
        }
        assertThat(TimeLimits.used(calendar, event, WORKING_DAY, pauses, LocalDate.of(2026, 3, 11)))
                .isEqualTo(2);
        assertThat(TimeLimits.left(calendar, event, limit, pauses, LocalDate.of(2026, 3, 23)))
                .isZero();
        assertThat(TimeLimits.left(calendar, event, limit, pauses, LocalDate.of(2026, 3, 24)))
                .isEqualTo(-1);
        assertThat(TimeLimits.left(calendar, event, limit, pauses, LocalDate.of(2026, 3, 31)))
                .isEqualTo(-6);
    }

    @Test
    void daysMissedAreNotTakenBackByALaterPause() {
        var event = LocalDate.of(2026, 3, 2);
        var tooLate = List.of(pause(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 31)));
        assertThat(
                        TimeLimits.left(
                                calendar,
                                event,
                                limit(10, WORKING_DAY),
                                tooLate,
                                LocalDate.of(2026, 3, 20)))
                .isEqualTo(-4);
    }

    @Test
    void aLimitThatEndsOnARestDayHasDaysLeftUntilTheDayItMovesTo() {
        var event = LocalDate.of(2026, 9, 1);
        var limit = limit(1, MONTH);
        assertThat(TimeLimits.left(calendar, event, limit, List.of(), LocalDate.of(2026, 10, 1)))
                .isEqualTo(7);
        assertThat(TimeLimits.left(calendar, event, limit, List.of(), LocalDate.of(2026, 10, 8)))
                .isZero();
        assertThat(TimeLimits.left(calendar, event, limit, List.of(), LocalDate.of(2026, 10, 9)))
                .isEqualTo(-1);
        assertThat(TimeLimits.used(calendar, event, MONTH, List.of(), LocalDate.of(2026, 9, 30)))
                .isEqualTo(29);
    }

    @Test
    void theLongestLimitIsCountedToo() {
        var event = LocalDate.of(2025, 1, 1);
        assertThat(
                        TimeLimits.lastDay(
                                        calendar, event, limit(Limit.MAX, CALENDAR_DAY), List.of())
                                .lastDay())
                .as("ten years less two leap days: Saturday 30 December 2034")
                .isEqualTo("2035-01-01");
        assertThat(
                        TimeLimits.lastDay(calendar, event, limit(Limit.MAX, MONTH), List.of())
                                .lastDay())
                .isEqualTo("2329-03-01");
    }

    /// 当场办结 (D32): Friday ends with Friday; Saturday, when nobody works, with Monday.
    @ParameterizedTest
    @CsvSource({"2026-03-06, 2026-03-06", "2026-03-07, 2026-03-09"})
    void whatIsDoneOnTheSpotEndsWithItsOwnDayOrTheNextOnWhichAnybodyWorks(
            LocalDate begins, LocalDate last) {
        for (var unit : List.of(WORKING_DAY, CALENDAR_DAY)) {
            assertThat(TimeLimits.lastDay(calendar, begins, limit(0, unit), List.of()).lastDay())
                    .isEqualTo(last);
            assertThat(TimeLimits.left(calendar, begins, limit(0, unit), List.of(), last)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "3650, true", "3651, false", "-1, false"})
    void aLimitCountsNothingOnTheSpotTo3650Units(int n, boolean fits) {
        if (fits) {
            assertThat(limit(n, WORKING_DAY).n()).isEqualTo(n);
        } else {
            assertThatThrownBy(() -> limit(n, WORKING_DAY)).hasMessageContaining(String.valueOf(n));
        }
    }

    @Test
    void aPauseDoesNotEndBeforeItBegins() {
        var day = LocalDate.of(2026, 3, 2);
        assertThatThrownBy(() -> pause(day, day.minusDays(1))).hasMessageContaining("2026-03-01");
    }

    @ParameterizedTest
    @EnumSource
    void aUnitIsReadBackFromItsCode(LimitUnit unit) {
        assertThat(LimitUnit.parse(unit.code())).contains(unit);
        assertThat(
                        LimitUnit.parse(
                                " " + unit.code().replace('-', ' ').toUpperCase(Locale.ROOT) + " "))
                .contains(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "工作日, WORKING_DAY",
        "自然日, CALENDAR_DAY",
        "日历日, CALENDAR_DAY",
        "月, MONTH",
        "日, ",
        "day, ",
        "'', "
    })
    void aUnitIsReadFromItsChineseWordButABareDayIsNoUnit(String word, @Nullable LimitUnit unit) {
        assertThat(LimitUnit.parse(word)).isEqualTo(Optional.ofNullable(unit));
    }

    private static Limit limit(int n, LimitUnit unit) {
        return new Limit(n, unit, BASIS);
    }

    private static Pause pause(LocalDate from, LocalDate until) {
        return new Pause(from, until, "专家评审", PAUSE_BASIS);
    }
}
