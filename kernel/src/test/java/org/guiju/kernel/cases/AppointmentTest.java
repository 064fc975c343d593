package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When and where: hours as people write them, and visits as they are planned.
class AppointmentTest {
    @ParameterizedTest
    @CsvSource({
        "9:30, 09:30",
        "09：30, 09:30",
        "上午9时30分, 09:30",
        "下午 3 点半, 15:30",
        "上午9点, 09:00",
        "下午12时, 12:00",
        "23:59, 23:59",
        "24:00,",
        "9:60,",
        "上午,",
        "'',",
        "九点,"
    })
    void anHourIsReadAsPeopleWriteIt(String typed, @Nullable LocalTime hour) {
        assertThat(Appointment.hour(typed).orElse(null)).isEqualTo(hour);
    }

    private static PlanVisit plan(LocalDate day, @Nullable LocalTime hour, PersonId... who) {
        return new PlanVisit("inspect", new Appointment(day, hour, "现场"), Set.of(who), false);
    }

    @Test
    void aVisitIsPlannedAheadForTwoWhoMayGoAndSaysItsHour() {
        var nine = LocalTime.of(9, 0);
        var given = Given.reviewed();
        var today = given.today;
        given.refused(
                Office.INSPECTOR,
                plan(today.minusDays(1), nine, Office.INSPECTOR, Office.A),
                CaseRule.VISIT_AHEAD);
        given.refused(
                Office.INSPECTOR, plan(today, nine, Office.INSPECTOR), CaseRule.TWO_INSPECTORS);
        given.refused(
                Office.INSPECTOR,
                plan(today, nine, Office.INSPECTOR, Office.CLERK),
                CaseRule.INSPECTORS_QUALIFIED);
        given.refused(
                Office.INSPECTOR,
                plan(today, null, Office.INSPECTOR, Office.A),
                CaseRule.REASONS_GIVEN);
        given.refused(
                Office.CLERK, plan(today, nine, Office.INSPECTOR, Office.A), CaseRule.ROLE_HELD);
        var before = given.open();
        given.then(Office.INSPECTOR, plan(today, nine, Office.INSPECTOR, Office.A));
        assertThat(given.open()).as("a plan moves nothing").isEqualTo(before);
        given.then(Office.A, plan(today.plusDays(1), nine, Office.INSPECTOR, Office.A));
    }

    @Test
    void aHearingWithoutItsHourIsNotAnnounced() {
        var given = Given.hearing();
        var on = Office.CALENDAR.plusWorkingDays(given.today, 7);
        given.refused(
                Office.LAWYER,
                new CaseCommand.ScheduleHearing("hear", Appointment.on(on, "会议室"), Office.LAWYER),
                CaseRule.REASONS_GIVEN);
    }
}
