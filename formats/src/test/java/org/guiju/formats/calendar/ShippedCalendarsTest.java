package org.guiju.formats.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedCalendarsTest {

    private static final List<CalendarEdition> EDITIONS = ShippedCalendars.load();

    private final WorkCalendar calendar = WorkCalendar.of(EDITIONS);

    @Test
    void everyYearFrom2007To2026HasItsNotice() {
        assertThat(EDITIONS.stream().map(CalendarEdition::year).toList())
                .isEqualTo(IntStream.rangeClosed(2007, 2026).boxed().toList());
        assertThat(calendar.isPublished(2027)).isFalse();
    }

    @Test
    void theYearsChangedDuringTheYearAreSecondEditions() {
        var second = EDITIONS.stream().map(CalendarEdition::id).filter(id -> id.endsWith("#2"));
        assertThat(second.collect(Collectors.joining(" "))).isEqualTo("2015#2 2019#2 2020#2");
    }

    @ParameterizedTest
    @CsvSource({
        "2007, 2006-12-14", "2008, 2007-12-18", "2014, 2013-12-11", "2015, 2015-05-13",
                "2019, 2019-03-22",
        "2020, 2020-01-27", "2021, 2020-11-25", "2024, 2023-10-25", "2025, 2024-11-12",
                "2026, 2025-11-04",
    })
    void anEditionKnowsTheDayOfItsPublication(int year, LocalDate published) {
        assertThat(EDITIONS.get(year - 2007).published()).isEqualTo(published);
    }

    /// The counts of three collections compared day by day. Make-up days are weekends worked: the notice for 2020 names
    /// Monday 3 February too, which is none.
    @ParameterizedTest
    @CsvSource({
        "2013, 250, 12", "2014, 250, 5", "2015, 249, 5", "2016, 250, 6", "2017, 249, 5",
                "2018, 250, 7",
        "2019, 250, 6", "2020, 249, 6", "2021, 250, 7", "2022, 249, 7", "2023, 249, 7",
                "2024, 251, 8",
        "2025, 248, 5", "2026, 248, 6",
    })
    void aYearHasAsManyWorkingDaysAndMakeUpDaysAsItsNoticeGives(
            int year, int workingDays, int makeUpDays) {
        assertThat(
                        calendar.workingDaysAfter(
                                LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workingDays);
        var weekendsWorked =
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(d -> d.getDayOfWeek().getValue() > 5)
                        .filter(calendar::isWorkingDay)
                        .count();
        assertThat(weekendsWorked).isEqualTo(makeUpDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2006-12-30, true",
        "2006-12-31, true",
        "2007-01-02, false", // named by the notice for 2007
        "2007-12-29, true",
        "2007-12-31, false", // by that for 2008
        "2011-12-31, true",
        "2018-12-29, true",
        "2018-12-31, false",
        "2015-09-03, false",
        "2015-09-04, false",
        "2015-09-06, true", // 70 years after the war
        "2019-04-28, true",
        "2019-05-02, false",
        "2019-05-05, true",
        "2020-01-31, false",
        "2020-02-01, false",
        "2020-02-03, true",
        "2024-02-09, true", // the eve of the festival was a working day that year
    })
    void theSpecialDaysAreAsPublished(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(worked);
    }

    @Test
    void noDayIsNamedByTwoNotices() {
        var named =
                EDITIONS.stream()
                        .flatMap(e -> Stream.concat(e.restDays().stream(), e.workDays().stream()))
                        .toList();
        assertThat(named).doesNotHaveDuplicates();
    }
}
