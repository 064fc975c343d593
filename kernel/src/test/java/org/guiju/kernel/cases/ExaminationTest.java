package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 审查与核查.
class ExaminationTest {
    @Test
    void aAndBAreTwoDifferentPersons() {
        Given.accepted()
                .refused(
                        Office.A,
                        new CaseCommand.AppointPair("review", Office.A, Office.A),
                        CaseRule.A_AND_B_DIFFER);
    }

    @Test
    void bothAreReviewersOfTheOrgan() {
        Given.accepted()
                .refused(
                        Office.A,
                        new CaseCommand.AppointPair("review", Office.A, Office.LAWYER),
                        CaseRule.PAIR_IN_SECTION);
    }

    @Test
    void aStepThatTheDefinitionDoesNotHaveIsUnknown() {
        Given.accepted()
                .refused(Office.CLERK, new CaseCommand.Accept("nowhere"), CaseRule.STEP_KNOWN);
    }

    @Test
    void whoReceivedDoesNotReview() {
        var given = Given.accepted();
        var both = new java.util.ArrayList<>(given.roster.assignments());
        both.add(
                new Roster.Assignment(
                        Office.CLERK,
                        Office.ORGAN,
                        "section",
                        "reviewer",
                        LocalDate.of(2020, 1, 1),
                        null));
        given.roster = new Roster(both, List.of(), given.roster.qualifications());
        given.refused(
                Office.A,
                new CaseCommand.AppointPair("review", Office.CLERK, Office.B),
                CaseRule.TWO_KEYS_APART);
    }

    @Test
    void everyStandardIsTickedAndNoOther() {
        var some =
                new CaseCommand.GiveOpinion("review", Map.of("staff", Verdict.MET), Map.of(), "");
        var more =
                new CaseCommand.GiveOpinion(
                        "review",
                        Map.of(
                                "staff",
                                Verdict.MET,
                                "distance",
                                Verdict.MET,
                                "beauty",
                                Verdict.MET),
                        Map.of(),
                        "");
        Given.paired().refused(Office.A, some, CaseRule.EVERY_STANDARD_TICKED);
        Given.paired().refused(Office.A, more, CaseRule.EVERY_STANDARD_TICKED);
    }

    @Test
    void whoIsNotOfThePairGivesNoOpinion() {
        Given.paired().refused(Office.C, Given.opinion(Verdict.MET), CaseRule.PAIR_APPOINTED);
    }

    @Test
    void aDeputyActsForTheAbsentSideAndTheTraceSaysForWhom() {
        var given = Given.paired();
        given.roster =
                new Roster(
                        given.roster.assignments(),
                        List.of(
                                new Roster.Absence(
                                        Office.A, Office.C, Office.DAY, Office.DAY.plusDays(3))),
                        given.roster.qualifications());
        given.then(Office.C, Given.opinion(Verdict.MET));
        var opinion = (CaseEvent.OpinionGiven) given.history.getLast();
        assertThat(opinion.by()).isEqualTo(Office.C);
        assertThat(opinion.actingFor()).isEqualTo(Office.A);
        assertThat(given.state().firstHandler()).isEqualTo(Office.A);
    }

    @Test
    void theOtherSideDoesNotDeputise() {
        var given = Given.paired().then(Office.B, Given.opinion(Verdict.MET));
        given.roster =
                new Roster(
                        given.roster.assignments(),
                        List.of(
                                new Roster.Absence(
                                        Office.A, Office.B, Office.DAY, Office.DAY.plusDays(3))),
                        given.roster.qualifications());
        given.refused(Office.B, Given.opinion(Verdict.MET), CaseRule.OWN_OPINION_ONCE);
    }

    @Test
    void aDifferenceKeepsTheStepUntilItIsSettledWithReasons() {
        var given = Given.differing();
        assertThat(given.open()).containsExactly("review");
        given.refused(
                Office.A,
                new CaseCommand.SettleDifference("review", "staff", Verdict.MET, " "),
                CaseRule.REASONS_GIVEN);
        given.refused(
                Office.B,
                new CaseCommand.SettleDifference("review", "staff", Verdict.MET, "核实"),
                CaseRule.PAIR_APPOINTED);
        given.then(
                Office.A, new CaseCommand.SettleDifference("review", "staff", Verdict.MET, "核实"));
        assertThat(given.open()).containsExactly("inspect");
    }

    @ParameterizedTest
    @CsvSource({"199, UNMET", "200, MET", "201, MET"})
    void aMeasuredStandardIsMetExactlyWhenItsFigureHolds(long metres, Verdict verdict) {
        var given = Given.reviewed();
        var wrong = verdict == Verdict.MET ? Verdict.UNMET : Verdict.MET;
        given.refused(
                Office.INSPECTOR, inspection(given, metres, wrong), CaseRule.MEASURED_WHERE_DUE);
        given.then(Office.INSPECTOR, inspection(given, metres, verdict));
        assertThat(given.open()).containsExactly("inspect");
    }

    private static CaseCommand.RecordInspection inspection(
            Given given, long metres, Verdict verdict) {
        return new CaseCommand.RecordInspection(
                "inspect",
                given.today,
                Set.of(Office.INSPECTOR, Office.A),
                Map.of("distance", verdict),
                Map.of("distance", metres),
                "报告",
                List.of(),
                "",
                "",
                null);
    }

    @Test
    void oneInspectorIsNotEnoughAndTwoAre() {
        var given = Given.reviewed();
        given.refused(
                Office.A, Given.inspection(given.today, 250, Office.A), CaseRule.TWO_INSPECTORS);
        given.then(Office.A, Given.inspection(given.today, 250, Office.A, Office.INSPECTOR));
    }

    @Test
    void theInspectionIsLedByOneOfThePair() {
        var given =
                Given.paired()
                        .then(Office.A, Given.opinion(Verdict.MET))
                        .then(Office.B, Given.opinion(Verdict.MET));
        var qualified = new java.util.ArrayList<>(given.roster.qualifications());
        qualified.add(
                new Roster.Qualification(Office.C, "certificate", LocalDate.of(2020, 1, 1), null));
        given.roster = new Roster(given.roster.assignments(), List.of(), qualified);
        given.refused(
                Office.INSPECTOR,
                Given.inspection(given.today, 250, Office.INSPECTOR, Office.C),
                CaseRule.INSPECTION_LED_BY_PAIR);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-29, true", "2026-06-30, true", "2026-07-01, false"})
    void aLapsedCertificateStopsTheInspectionOnItsDay(LocalDate day, boolean valid) {
        var given = Given.reviewed().on(day);
        var act = Given.inspection(day, 250, Office.INSPECTOR, Office.A);
        if (valid) {
            given.then(Office.INSPECTOR, act);
        } else {
            given.refused(Office.INSPECTOR, act, CaseRule.INSPECTORS_QUALIFIED);
        }
    }

    @Test
    void theStepIsLeftOnlyWhenEveryInspectorHasSigned() {
        var given = Given.inspectionRecorded();
        assertThat(given.open()).containsExactly("inspect");
        given.then(Office.A, new CaseCommand.SignInspection("inspect"));
        assertThat(given.open()).containsExactly("tell");
    }

    @Test
    void aRecusedPersonActsNoMore() {
        var given = Given.paired().then(Office.A, new RecusalCommand.Recuse(Office.A, "近亲属"));
        given.refused(Office.A, Given.opinion(Verdict.MET), CaseRule.NOT_RECUSED);
        given.then(Office.B, new CaseCommand.AppointPair("review", Office.C, Office.B));
        given.then(Office.C, Given.opinion(Verdict.MET));
    }

    @Test
    void onlyThePersonOrTheHeadDecidesOnRecusal() {
        var given = Given.paired();
        given.refused(Office.B, new RecusalCommand.Recuse(Office.A, "近亲属"), CaseRule.ROLE_HELD);
        given.then(Office.HEAD, new RecusalCommand.Recuse(Office.A, "近亲属"));
    }
}
