package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.guiju.kernel.cases.CaseEvent.Side;
import org.guiju.kernel.cases.Handover.InHand;
import org.guiju.kernel.cases.Handover.Part;
import org.guiju.kernel.shared.Outcome;
import org.junit.jupiter.api.Test;

/// What is in hand, who takes it over, and what stays where it was.
class HandoverTest {
    private static final CaseCommand.HandOver A_TO_C =
            new CaseCommand.HandOver(Office.A, Office.C, "调任");

    @Test
    void theTakerIsRoleAAndPresentHandlerAndTheFirstHandlerStays() {
        var given = Given.paired();
        assertThat(Handover.of(given.state(), Office.A))
                .containsExactlyInAnyOrder(
                        new InHand(Office.A, Part.HANDLER, ""),
                        new InHand(Office.A, Part.REVIEWER_A, "review"));
        given.then(Office.A, A_TO_C);
        assertThat(Handover.of(given.state(), Office.A)).isEmpty();
        assertThat(given.state().firstHandler()).isEqualTo(Office.A);
        assertThat(given.state().presentHandler()).isEqualTo(Office.C);
        given.refused(Office.A, Given.opinion(Verdict.MET), CaseRule.PAIR_APPOINTED);
        given.then(Office.C, Given.opinion(Verdict.MET));
        given.refused(Office.A, A_TO_C, CaseRule.SOMETHING_IN_HAND);
    }

    @Test
    void anOpinionStaysItsGiversAndTheTakerOnlySettles() {
        var given =
                Given.paired().then(Office.A, Given.opinion(Verdict.MET)).then(Office.A, A_TO_C);
        var work = given.state().latest(StepWork.Review.class).orElseThrow();
        assertThat(work.opinions())
                .hasEntrySatisfying(Side.A, o -> assertThat(o.by()).isEqualTo(Office.A));
        assertThat(work.a()).isEqualTo(Office.C);
        given.refused(Office.C, Given.opinion(Verdict.DOUBT), CaseRule.OWN_OPINION_ONCE);
        given.then(Office.B, Given.opinion(Verdict.DOUBT));
        given.then(
                Office.C, new CaseCommand.SettleDifference("review", "staff", Verdict.MET, "核实"));
    }

    @Test
    void whoSpokeAsBHasDoneHisPart() {
        var given = Given.paired().then(Office.B, Given.opinion(Verdict.MET));
        assertThat(Handover.of(given.state(), Office.B)).isEmpty();
        given.refused(
                Office.B,
                new CaseCommand.HandOver(Office.B, Office.C, "调任"),
                CaseRule.SOMETHING_IN_HAND);
    }

    @Test
    void theOtherSideDoesNotTakeOver() {
        Given.paired()
                .refused(
                        Office.A,
                        new CaseCommand.HandOver(Office.A, Office.B, "调任"),
                        CaseRule.A_AND_B_DIFFER);
        Given.paired()
                .refused(
                        Office.A,
                        new CaseCommand.HandOver(Office.A, Office.A, "调任"),
                        CaseRule.HANDED_TO_ANOTHER);
    }

    @Test
    void onlyTheHolderOrAHeadHandsOverAndSaysWhy() {
        var given = Given.paired();
        given.refused(Office.B, A_TO_C, CaseRule.HANDED_BY_HOLDER_OR_HEAD);
        given.refused(
                Office.A,
                new CaseCommand.HandOver(Office.A, Office.C, " "),
                CaseRule.REASONS_GIVEN);
        assertThat(given.when(Office.HEAD, A_TO_C)).isInstanceOf(Outcome.Permitted.class);
    }

    @Test
    void theTakerHoldsTheRoleAndIsNotRecused() {
        var given = Given.paired();
        given.refused(
                Office.A,
                new CaseCommand.HandOver(Office.A, Office.ARCHIVIST, "调任"),
                CaseRule.TAKER_HOLDS_ROLE);
        given.then(Office.C, new RecusalCommand.Recuse(Office.C, "近亲属"));
        given.refused(Office.A, A_TO_C, CaseRule.NOT_RECUSED);
    }

    @Test
    void whatIsRegisteredAgainstTheTakerKeepsTheCaseWhereItIs() {
        var given = Given.paired();
        var facts = given.facts(new CaseFacts.Actor.Officer(Office.A)).against(Set.of(Office.C));
        assertThat(Cases.mayI(facts, given.history, A_TO_C))
                .extracting(r -> (Object) r.code())
                .containsExactly(CaseRule.TAKER_WITHOUT_GROUNDS);
    }

    @Test
    void aSignatureThatIsDueIsGivenFirst() {
        var given = Given.reviewed();
        given.then(
                Office.INSPECTOR, Given.inspection(given.today, 250, Office.INSPECTOR, Office.A));
        given.refused(Office.A, A_TO_C, CaseRule.PERSONAL_ACT_FIRST);
        given.then(Office.A, new CaseCommand.SignInspection("inspect"));
        given.then(Office.A, A_TO_C);
        assertThat(given.state().presentHandler()).isEqualTo(Office.C);
    }
}
