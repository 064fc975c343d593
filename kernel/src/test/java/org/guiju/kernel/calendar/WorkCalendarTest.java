package org.guiju.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = Notices.of2025And2026();

    @ParameterizedTest
    @CsvSource({
        "2026-09-19, false", // Saturday
        "2026-09-20, true", // Sunday worked for National Day
        "2026-09-30, true",
        "2026-10-01, false", // Thursday
        "2026-10-07, false",
        "2026-10-08, true",
        "2026-10-10, true", // Saturday worked
        "2026-10-11, false",
        "2026-02-13, true",
        "2026-02-14, true", // Saturday worked for Spring Festival
        "2026-02-23, false", // Monday, last day of the festival
        "2026-02-24, true",
        "2025-01-26, true", // Sunday worked
        "2025-01-27, true",
        "2025-01-28, false",
    })
    void theNoticeOverrulesTheWeek(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(worked);
    }

    @Test
    void aYearWithoutANoticeFollowsTheWeek() {
        assertThat(calendar.isPublished(2027)).isFalse();
        assertThat(calendar.editionOf(2027)).isEmpty();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue(); // a Friday
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(1969, 12, 29)))
                .isTrue(); // a Monday before the epoch
        assertThat(calendar.isWorkingDay(LocalDate.of(1949, 10, 1))).isFalse(); // a Saturday
        assertThat(calendar.workingDaysAfter(LocalDate.of(1949, 9, 30), LocalDate.of(1949, 10, 7)))
                .isEqualTo(5);
        assertThat(calendar.plusWorkingDays(LocalDate.of(1949, 9, 30), 1)).isEqualTo("1949-10-03");
    }

    @Test
    void aYearHas248WorkingDaysIn2025AndIn2026() {
        assertThat(
                        calendar.workingDaysAfter(
                                LocalDate.of(2024, 12, 31), LocalDate.of(2025, 12, 31)))
                .isEqualTo(248);
        assertThat(
                        calendar.workingDaysAfter(
                                LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)))
                .isEqualTo(248);
    }

    @Test
    void theFirstDayDoesNotCountAndTheLastDoes() {
        var wednesday = LocalDate.of(2026, 9, 30);
        var thursdayAfterTheFestival = LocalDate.of(2026, 10, 8);
        assertThat(calendar.workingDaysAfter(wednesday, thursdayAfterTheFestival)).isEqualTo(1);
        assertThat(calendar.workingDaysAfter(wednesday, wednesday)).isZero();
        assertThat(calendar.workingDaysAfter(thursdayAfterTheFestival, wednesday)).isZero();
        assertThat(calendar.plusWorkingDays(wednesday, 1)).isEqualTo(thursdayAfterTheFestival);
        assertThat(calendar.plusWorkingDays(wednesday, 0)).isEqualTo(wednesday);
        assertThat(calendar.nextWorkingDay(wednesday)).isEqualTo(wednesday);
        assertThat(calendar.nextWorkingDay(wednesday.plusDays(1)))
                .isEqualTo(thursdayAfterTheFestival);
        assertThatThrownBy(() -> calendar.plusWorkingDays(wednesday, -1))
                .hasMessageContaining("forward");
    }

    @Test
    void aLaterEditionReplacesTheEarlierOneWhateverTheOrderOfLoading() {
        for (var editions :
                List.of(
                        List.of(Notices.OF_2019, Notices.OF_2019_CHANGED),
                        List.of(Notices.OF_2019_CHANGED, Notices.OF_2019))) {
            var changed = WorkCalendar.of(editions);
            assertThat(changed.editionOf(2019)).contains("2019#2");
            assertThat(changed.isWorkingDay(LocalDate.of(2019, 4, 28))).isTrue(); // Sunday
            assertThat(changed.isWorkingDay(LocalDate.of(2019, 5, 2))).isFalse(); // Thursday
        }
        var before = WorkCalendar.of(List.of(Notices.OF_2019));
        assertThat(before.isWorkingDay(LocalDate.of(2019, 4, 28))).isFalse();
        assertThat(before.isWorkingDay(LocalDate.of(2019, 5, 2))).isTrue();
    }

    @Test
    void theChangeOf2020GivesTheDaysBackThatTheFirstNoticeTook() {
        var before = WorkCalendar.of(List.of(Notices.OF_2020));
        var after = WorkCalendar.of(List.of(Notices.OF_2020, Notices.OF_2020_CHANGED));
        assertThat(before.plusWorkingDays(LocalDate.of(2020, 1, 23), 1)).isEqualTo("2020-01-31");
        assertThat(before.isWorkingDay(LocalDate.of(2020, 2, 1)))
                .isTrue(); // Saturday worked by the first notice
        assertThat(after.plusWorkingDays(LocalDate.of(2020, 1, 23), 1)).isEqualTo("2020-02-03");
    }

    @Test
    void ofEditionsPublishedOnOneDayTheHigherNumberCountsAlsoPastNine() {
        var ninth = Notices.edition("2026#9", 2026, "2026-01-01", "2026-03-02", "");
        var tenth = Notices.edition("2026#10", 2026, "2026-01-01", "2026-03-03", "");
        assertThat(WorkCalendar.of(List.of(tenth, ninth)).editionOf(2026)).contains("2026#10");
    }

    @Test
    void aNoticeMayNameDaysOfTheNeighbourYear() {
        var monday = LocalDate.of(2018, 12, 31);
        assertThat(WorkCalendar.of(List.of(Notices.OF_2018)).isWorkingDay(monday)).isTrue();
        var both = WorkCalendar.of(List.of(Notices.OF_2018, Notices.OF_2019));
        assertThat(both.isWorkingDay(monday)).isFalse();
        assertThat(both.isWorkingDay(LocalDate.of(2018, 12, 29))).isTrue(); // Saturday
        assertThat(both.editions(LocalDate.of(2018, 12, 1), LocalDate.of(2018, 12, 28)))
                .isEqualTo("2018#1");
        assertThat(both.editions(LocalDate.of(2018, 12, 1), LocalDate.of(2018, 12, 29)))
                .isEqualTo("2018#1,2019#1");
        assertThat(both.isPublished(2017)).isFalse();
    }

    @Test
    void aNoticeThatReachesIntoTheNextYearIsNamedForThatYear() {
        var reaching = Notices.edition("2026#2", 2026, "2026-11-20", "2027-01-02", "2027-01-03");
        var calendarOfOne = WorkCalendar.of(List.of(reaching));
        assertThat(calendarOfOne.isWorkingDay(LocalDate.of(2027, 1, 3))).isTrue(); // Sunday
        assertThat(calendarOfOne.editions(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 5)))
                .isEqualTo("2026#2");
        assertThat(calendarOfOne.editions(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 5)))
                .isEmpty();
    }

    @Test
    void whereNoticesOfTwoYearsNameOneDayTheLaterYearHasTheLastWord() {
        var saturday = LocalDate.of(2018, 12, 29);
        var opposite = Notices.edition("2018#2", 2018, "2018-01-01", "2018-12-29", "2018-12-31");
        var calendarOfBoth = WorkCalendar.of(List.of(opposite, Notices.OF_2019));
        assertThat(calendarOfBoth.isWorkingDay(saturday)).isTrue();
        assertThat(calendarOfBoth.isWorkingDay(LocalDate.of(2018, 12, 31))).isFalse();
    }

    @Test
    void theLastThreeDaysOfAYearWaitForTheNextNotice() {
        var autumn = LocalDate.of(2026, 11, 2);
        assertThat(calendar.isSettled(autumn, LocalDate.of(2026, 12, 28))).isTrue();
        assertThat(calendar.isSettled(autumn, LocalDate.of(2026, 12, 29))).isFalse();
        assertThat(calendar.isSettled(autumn, LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.isSettled(LocalDate.of(2025, 12, 31), LocalDate.of(2025, 12, 31)))
                .isTrue();
        assertThat(calendar.isSettled(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 2)))
                .isFalse();
    }

    @Test
    void editionsAreThoseOfTheYearsTouched() {
        assertThat(calendar.editions(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 1)))
                .isEqualTo("2025#1,2026#1");
        assertThat(calendar.editions(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)))
                .isEqualTo("2026#1");
        assertThat(calendar.editions(LocalDate.of(2030, 1, 1), LocalDate.of(2031, 1, 1))).isEmpty();
        assertThat(calendar.editions(LocalDate.of(2026, 1, 1), LocalDate.of(2025, 1, 1))).isEmpty();
        assertThat(WorkCalendar.of(List.of()).editions(LocalDate.MIN, LocalDate.MAX)).isEmpty();
    }

    @Test
    void anEditionThatContradictsItselfIsRefused() {
        var day = Set.of(LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() ->
                        new CalendarEdition(
                                "2026#1", 2026, LocalDate.of(2025, 11, 4), List.of(), day, day))
                .hasMessageContaining("2026#1");
        assertThatThrownBy(() ->
                        new CalendarEdition(
                                " ", 2026, LocalDate.of(2025, 11, 4), List.of(), day, Set.of()))
                .hasMessageContaining("id");
    }

    @Test
    void theDaysOfAnEditionStandInOrderAndDoNotChange() {
        assertThat(List.copyOf(Notices.OF_2026.workDays()))
                .startsWith(LocalDate.of(2026, 1, 4))
                .isSorted();
        assertThatThrownBy(() -> Notices.OF_2026.restDays().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
