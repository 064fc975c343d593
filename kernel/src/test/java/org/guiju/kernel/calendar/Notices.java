package org.guiju.kernel.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The notices for 2018 to 2020, 2025 and 2026, typed by hand from their texts; other years are left out on purpose.
final class Notices {

    /// The part of the notice the tests touch: nothing in December.
    static final CalendarEdition OF_2018 =
            edition(
                    "2018#1",
                    2018,
                    "2017-11-30",
                    "2018-10-01..2018-10-07",
                    "2018-09-29 2018-09-30");

    /// Names three days of 2018; Labour Day is one day.
    static final CalendarEdition OF_2019 =
            edition(
                    "2019#1",
                    2019,
                    "2018-12-06",
                    "2018-12-30..2019-01-01 2019-02-04..2019-02-10 2019-04-05 2019-05-01 2019-06-07 2019-09-13"
                            + " 2019-10-01..2019-10-07",
                    "2018-12-29 2019-02-02 2019-02-03 2019-09-29 2019-10-12");

    /// Labour Day becomes four days.
    static final CalendarEdition OF_2019_CHANGED =
            edition(
                    "2019#2",
                    2019,
                    "2019-03-22",
                    "2018-12-30..2019-01-01 2019-02-04..2019-02-10 2019-04-05 2019-05-01..2019-05-04"
                            + " 2019-06-07 2019-09-13 2019-10-01..2019-10-07",
                    "2018-12-29 2019-02-02 2019-02-03 2019-04-28 2019-05-05 2019-09-29 2019-10-12");

    /// Spring Festival to 30 January.
    static final CalendarEdition OF_2020 =
            edition(
                    "2020#1",
                    2020,
                    "2019-11-21",
                    "2020-01-01 2020-01-24..2020-01-30",
                    "2020-01-19 2020-02-01");

    /// Spring Festival lengthened to 2 February, work from Monday the 3rd.
    static final CalendarEdition OF_2020_CHANGED =
            edition(
                    "2020#2",
                    2020,
                    "2020-01-27",
                    "2020-01-01 2020-01-24..2020-02-02",
                    "2020-01-19 2020-02-03");

    static final CalendarEdition OF_2025 =
            edition(
                    "2025#1",
                    2025,
                    "2024-11-12",
                    "2025-01-01 2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05"
                            + " 2025-05-31..2025-06-02 2025-10-01..2025-10-08",
                    "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11");
    static final CalendarEdition OF_2026 =
            edition(
                    "2026#1",
                    2026,
                    "2025-11-04",
                    "2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05"
                            + " 2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07",
                    "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10");

    private Notices() {}

    static WorkCalendar of2025And2026() {
        return WorkCalendar.of(List.of(OF_2025, OF_2026));
    }

    static CalendarEdition edition(
            String id, int year, String published, String rest, String work) {
        return new CalendarEdition(
                id, year, LocalDate.parse(published), List.of(), days(rest), days(work));
    }

    /// Dates and `from..to` stretches, both ends included, set apart by blanks.
    static Set<LocalDate> days(String written) {
        return Stream.of(written.split(" "))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> {
                    var ends = word.split("\\.\\.");
                    return LocalDate.parse(ends[0])
                            .datesUntil(LocalDate.parse(ends[ends.length - 1]).plusDays(1));
                })
                .collect(Collectors.toSet());
    }
}
