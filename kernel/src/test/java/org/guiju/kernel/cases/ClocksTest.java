package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// 时限: figures of law just below, on and just above.
class ClocksTest {
    private static Clocks.Reading promise(Given given) {
        var situation = given.power.situations().getFirst();
        return Clocks.promise(situation, given.state(), Office.CALENDAR, given.today).orElseThrow();
    }

    @Test
    void aPauseMovesTheDueDateByItsWorkingDaysAndTheUsedDaysStandStill() {
        var given = Given.reviewed().later(2);
        var before = promise(given);
        given.then(Office.A, new CaseCommand.Pause("expert-review", "书面通知")).later(3);
        assertThat(promise(given).used()).isEqualTo(before.used());
        given.then(Office.A, new CaseCommand.Resume("评审结束"));
        assertThat(promise(given).due())
                .isEqualTo(Office.CALENDAR.plusWorkingDays(before.due(), 3));
    }

    @Test
    void aGroundThatIsNotListedIsNoPause() {
        Given.accepted()
                .refused(Office.A, new CaseCommand.Pause("busy", "太忙"), CaseRule.PAUSE_LISTED);
    }

    @Test
    void aPauseNeedsAWrittenNotice() {
        Given.accepted()
                .refused(
                        Office.A,
                        new CaseCommand.Pause("expert-review", " "),
                        CaseRule.PAUSE_NOTICE_GIVEN);
    }

    @Test
    void aPauseEndsByItselfAfterItsCap() {
        var given = Given.reviewed().then(Office.A, new CaseCommand.Pause("expert-review", "通知"));
        var due = promise(given).due();
        given.later(15).then(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(given.state().standstill().on()).isNotNull();
        given.later(1).then(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(given.state().standstill().on()).isNull();
        assertThat(promise(given).due()).isEqualTo(Office.CALENDAR.plusWorkingDays(due, 15));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "10, true", "11, false"})
    void theHeadExtendsOnceByTenWorkingDaysAtMost(int days, boolean lawful) {
        var given = Given.reviewed();
        if (lawful) {
            var before = promise(given).due();
            given.then(Office.HEAD, new CaseCommand.Extend(days, "情况复杂"));
            assertThat(promise(given).due())
                    .isEqualTo(Office.CALENDAR.plusWorkingDays(before, days));
            given.refused(
                    Office.HEAD, new CaseCommand.Extend(1, "再延"), CaseRule.EXTENDED_ONCE_BY_HEAD);
        } else {
            given.refused(
                    Office.HEAD,
                    new CaseCommand.Extend(days, "情况复杂"),
                    CaseRule.EXTENSION_WITHIN_CAP);
        }
    }

    @Test
    void nobodyButTheHeadExtends() {
        Given.reviewed()
                .refused(Office.DEPUTY, new CaseCommand.Extend(5, "情况复杂"), CaseRule.ROLE_HELD);
    }

    @ParameterizedTest
    @CsvSource({"19, true", "20, true", "21, false"})
    void theLimitIsExtendedBeforeItEnds(int day, boolean inTime) {
        var given = Given.reviewed().on(Office.CALENDAR.plusWorkingDays(Office.DAY, day));
        if (inTime) {
            given.then(Office.HEAD, new CaseCommand.Extend(5, "情况复杂"));
        } else {
            given.refused(
                    Office.HEAD,
                    new CaseCommand.Extend(5, "情况复杂"),
                    CaseRule.EXTENDED_BEFORE_EXPIRY);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, false"})
    void aHearingIsAskedForWithinFiveWorkingDays(int day, boolean inTime) {
        var given = Given.told();
        var told = given.today;
        given.on(Office.CALENDAR.plusWorkingDays(told, day));
        var ask = new CaseCommand.RequestHearing("tell", "邻居", given.today, "");
        if (inTime) {
            assertThat(given.then(Office.A, ask).open()).containsExactly("hear");
        } else {
            // The period has run out by itself: the step is over.
            given.refused(Office.A, ask, CaseRule.STEP_OPEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"6, HEARING_NOTICE_IN_TIME", "7, ", "20, ", "21, HEARING_WITHIN_PERIOD"})
    void aHearingIsHeldAfterSevenAndWithinTwentyWorkingDays(int days, CaseRule broken) {
        var given = Given.hearing();
        var on = Office.CALENDAR.plusWorkingDays(given.today, days);
        var schedule = Given.schedule(on, Office.LAWYER);
        if (broken == null) {
            given.then(Office.LAWYER, schedule);
        } else {
            given.refused(Office.LAWYER, schedule, broken);
        }
    }

    @Test
    void whoExaminedDoesNotPreside() {
        var given = Given.hearing();
        var on = Office.CALENDAR.plusWorkingDays(given.today, 7);
        given.refused(Office.LAWYER, Given.schedule(on, Office.A), CaseRule.HEARING_CHAIR_APART);
    }

    @Test
    void theHearingsOwnTimeIsNotTheOffices() {
        var given = Given.hearingScheduled();
        var due = promise(given).due();
        given.later(7)
                .then(
                        Office.LAWYER,
                        new CaseCommand.HoldHearing("hear", given.today, Office.C, "笔录", ""));
        assertThat(promise(given).used()).isZero();
        assertThat(promise(given).due()).isAfter(due.minusDays(1));
        assertThat(given.open()).containsExactly("section");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11})
    void serviceAfterTheTenthWorkingDaySaysWhy(int days) {
        var given = Given.decided().later(days);
        var plain = Given.service(given.today, "");
        if (days == 10) {
            given.then(Office.CLERK, plain);
        } else {
            given.refused(Office.CLERK, plain, CaseRule.SERVED_IN_TIME);
            given.then(Office.CLERK, Given.service(given.today, "当事人外出"));
        }
    }

    @ParameterizedTest
    @CsvSource({"7, true", "8, false"})
    void publicityRunsForItsWholePeriod(int days, boolean running) {
        var given = Given.decided();
        given.on(given.today.plusDays(days)).then(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(given.state().isOpen("publish")).isEqualTo(running);
    }

    @Test
    void theLastDayIsTheApplicantsToItsEnd() {
        var given = Given.reviewed();
        var reading = promise(given);
        assertThat(reading.overrun(reading.due())).isFalse();
        assertThat(reading.overrun(reading.due().plusDays(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, true"})
    void anActEnteredAfterTheNextWorkingDayIsLate(int days, boolean late) {
        var given = Given.reviewed();
        var happened = given.today;
        given.on(Office.CALENDAR.plusWorkingDays(happened, 5))
                .on(days == 0 ? happened : Office.CALENDAR.plusWorkingDays(happened, days));
        var plain = Given.inspection(happened, 250, Office.INSPECTOR, Office.A);
        if (!late) {
            given.then(Office.INSPECTOR, plain);
            return;
        }
        given.refused(Office.INSPECTOR, plain, CaseRule.LATE_ENTRY_EXPLAINED);
        given.then(
                Office.INSPECTOR,
                new CaseCommand.RecordInspection(
                        "inspect",
                        happened,
                        plain.inspectors(),
                        plain.verdicts(),
                        plain.measured(),
                        "报告",
                        List.of(),
                        "停电",
                        "",
                        null));
        given.then(Office.A, new CaseCommand.SignInspection("inspect"));
        assertThat(given.open()).as("waits for the second officer").containsExactly("inspect");
        given.refused(
                Office.INSPECTOR,
                new CaseCommand.ConfirmLateEntry("inspect", "属实"),
                CaseRule.SECOND_OFFICER_CONFIRMS);
        given.then(Office.CHAIR, new CaseCommand.ConfirmLateEntry("inspect", "属实"));
        assertThat(given.open()).containsExactly("tell");
    }

    @Test
    void nothingHappenedTomorrowOrBeforeItsStep() {
        var given = Given.reviewed().later(3);
        given.refused(
                Office.INSPECTOR,
                Given.inspection(given.today.plusDays(1), 250, Office.INSPECTOR, Office.A),
                CaseRule.DAY_NOT_AHEAD);
        given.refused(
                Office.INSPECTOR,
                Given.inspection(LocalDate.of(2026, 2, 27), 250, Office.INSPECTOR, Office.A),
                CaseRule.DAY_NOT_BEFORE_STEP);
    }
}
