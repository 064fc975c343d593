package org.guiju.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthSheetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final PersonId A = new PersonId("a");
    private static final PersonId B = new PersonId("b");

    /// February of four whole weeks, one that begins on a Sunday, one that ends on a Monday.
    @ParameterizedTest
    @CsvSource({"2027-02, 4", "2026-11, 6", "2026-08, 6", "2026-12, 5", "2024-02, 5"})
    void aMonthIsWholeWeeksFromMondayAndHasEachOfItsDaysOnce(String month, int weeks) {
        var sheet = MonthSheet.weeks(YearMonth.parse(month));
        assertThat(sheet)
                .hasSize(weeks)
                .allSatisfy(w -> {
                    assertThat(w).hasSize(7);
                    assertThat(w.getFirst().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                });
        var days = sheet.stream().flatMap(List::stream).toList();
        assertThat(days).doesNotHaveDuplicates().isSorted();
        assertThat(days.stream().filter(d -> YearMonth.from(d).equals(YearMonth.parse(month))))
                .hasSize(YearMonth.parse(month).lengthOfMonth());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, true, NONE",
        "2026-11-30, false, REST",
        "2026-12-05, false, WEEKEND",
        "2026-12-05, true, WORK"
    })
    void aDayIsMarkedWhereItDiffersFromItsWeek(LocalDate day, boolean works, MonthSheet.Mark mark) {
        assertThat(MonthSheet.mark(day, _ -> works)).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-11-01",
        "2026-11-24, 2026-11-24",
        "'', 2026-12-01",
        "2026-13, 2026-12-01",
        "soon, 2026-12-01",
        "1999-12, 2026-12-01",
        "2000-01, 2000-01-01",
        "2100-12-31, 2100-12-31",
        "2101-01, 2026-12-01"
    })
    void whatIsNoDayIsToday(String typed, LocalDate day) {
        assertThat(MonthSheet.day(typed, DAY)).isEqualTo(day);
    }

    private static AgendaEntry entry(
            String kind, String no, @Nullable LocalTime hour, String place, Set<PersonId> persons) {
        return new AgendaEntry(
                kind,
                DAY,
                hour,
                Text.zh("事项"),
                no,
                place,
                List.copyOf(persons),
                "/" + no,
                false,
                false,
                false);
    }

    /// Just below, on and above two hours; and where an hour is not known.
    @ParameterizedTest
    @CsvSource({
        "09:00, 10:59, true",
        "09:00, 11:00, false",
        "09:00, 11:01, false",
        "11:00, 09:01, true",
        "11:00, 09:00, false",
        ", 09:00, true",
        "09:00, , true"
    })
    void onePersonInTwoPlacesWithinTwoHoursIsAClash(
            @Nullable LocalTime a, @Nullable LocalTime b, boolean clash) {
        var one = entry("hearing", "1", a, "二楼", Set.of(A));
        var other = entry("meeting", "2", b, "三楼", Set.of(A, B));
        assertThat(Clashes.among(one, List.of(one, other))).isEqualTo(clash);
        assertThat(Clashes.among(other, List.of(one, other))).isEqualTo(clash);
    }

    @Test
    void soIsOneRoomButNotAnAddressOnSite() {
        var nine = LocalTime.of(9, 0);
        var one = entry("hearing", "1", nine, "二楼", Set.of(A));
        assertThat(Clashes.among(one, List.of(entry("meeting", "2", nine, " 二楼", Set.of(B)))))
                .isTrue();
        assertThat(Clashes.among(one, List.of(entry("visit", "2", nine, "二楼", Set.of(B)))))
                .isFalse();
        assertThat(Clashes.among(one, List.of(entry("due", "2", null, "", Set.of(A))))).isFalse();
        assertThat(Clashes.among(one, List.of(one))).as("itself").isFalse();
    }
}
