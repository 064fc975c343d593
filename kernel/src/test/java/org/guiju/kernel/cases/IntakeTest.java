package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// 收件: applicant, agent, helper, word of mouth (行政许可法 29, 民法典 165, 173).
class IntakeTest {
    private static final LocalDate DAY = Office.DAY;
    private static final Filing PAPER = new Filing("mandate", "file-9", "digest", "委托书.pdf", 10);

    private static Mandate mandate(LocalDate until, Mandate.Scope... scope) {
        return mandate(until, false, scope);
    }

    private static Mandate mandate(LocalDate until, boolean online, Mandate.Scope... scope) {
        return new Mandate(
                "代理人甲", "110101199001011234", Set.of(scope), DAY, until, PAPER, false, online);
    }

    private static Bringing agent(Mandate mandate) {
        return new Bringing(Bringing.Way.AGENT, mandate, null, "");
    }

    private static Bringing helper(@Nullable PersonId helper) {
        return new Bringing(Bringing.Way.HELPER, null, helper, "");
    }

    private static IntakeCommand.Handed handed(Bringing bringing, Original.Shown... shown) {
        return new IntakeCommand.Handed(
                Given.application(DAY), bringing, List.of(shown), List.of());
    }

    private static Given given(Bringing bringing, Original.Shown... shown) {
        var given = new Given();
        return given.then(Office.CLERK, handed(bringing, shown));
    }

    private static final CaseCommand.RequestSupplement ASK =
            new CaseCommand.RequestSupplement("accept", List.of("lease"), "缺页");
    private static final CaseCommand.SupplyMaterials SUPPLY =
            new CaseCommand.SupplyMaterials(
                    "wait", Map.of(), List.of(new Filing("lease", "file-2", "d", "b.pdf", 1)));

    @Test
    void anAgentSuppliesUntilTheLastDayOfHisMandateAndNotOnTheDayAfter() {
        var last = DAY.plusDays(2);
        var given = given(agent(mandate(last, Mandate.Scope.APPLY))).then(Office.CLERK, ASK);
        given.today = last.plusDays(1);
        given.refused(Office.CLERK, new IntakeCommand.ByAgent(SUPPLY), CaseRule.MANDATE_RUNS);
        given.today = last;
        given.then(Office.CLERK, new IntakeCommand.ByAgent(SUPPLY));
        assertThat(given.history).hasAtLeastOneElementOfType(IntakeEvent.AgentActed.class);
    }

    @Test
    void whatTheMandateDoesNotCarryTheAgentDoesNot() {
        var given = given(agent(mandate(DAY.plusDays(30), Mandate.Scope.APPLY)));
        var withdraw = new IntakeCommand.ByAgent(new CaseCommand.Withdraw("不办了"));
        given.refused(Office.CLERK, withdraw, CaseRule.MANDATE_COVERS);
        given.then(
                Office.CLERK,
                new IntakeCommand.NameAgent(
                        mandate(DAY.plusDays(30), Mandate.Scope.APPLY, Mandate.Scope.WITHDRAW)));
        given.then(Office.CLERK, withdraw);
        assertThat(given.state().withdrawn()).isTrue();
    }

    @Test
    void aMandateThatIsTakenBackEndsAtOnce() {
        var given =
                given(agent(mandate(DAY.plusDays(30), Mandate.Scope.APPLY)))
                        .then(Office.CLERK, ASK)
                        .then(Office.CLERK, new IntakeCommand.EndMandate("申请人取消委托"));
        given.refused(Office.CLERK, new IntakeCommand.ByAgent(SUPPLY), CaseRule.MANDATE_RUNS);
        given.refused(Office.CLERK, new IntakeCommand.EndMandate("再次"), CaseRule.MANDATE_STANDS);
    }

    @Test
    void theAccountOfAnAgentWhoAppliedOnlineStopsWithTheMandate() {
        var given = new Given();
        var last = DAY.plusDays(2);
        given.then(Given.APPLICANT, handed(agent(mandate(last, true, Mandate.Scope.APPLY))));
        given.refused(Given.APPLICANT, new CaseCommand.Withdraw("不办了"), CaseRule.MANDATE_COVERS);
        given.refused(
                Given.APPLICANT,
                new IntakeCommand.NameAgent(mandate(DAY.plusDays(90), Mandate.Scope.WITHDRAW)),
                CaseRule.APPLICANT_ACTS);
        given.then(Office.CLERK, ASK);
        given.today = last.plusDays(1);
        given.refused(Given.APPLICANT, SUPPLY, CaseRule.MANDATE_RUNS);
        given.today = last;
        given.then(Given.APPLICANT, SUPPLY);
    }

    @Test
    void aMandateWithoutNameDocumentScopeTermOrPaperIsNone() {
        var until = DAY.plusDays(1);
        var apply = Set.of(Mandate.Scope.APPLY);
        for (var bad :
                List.of(
                        new Mandate("", "1101", apply, DAY, until, PAPER, false, false),
                        new Mandate("甲", "", apply, DAY, until, PAPER, false, false),
                        new Mandate("甲", "1101", Set.of(), DAY, until, PAPER, false, false),
                        new Mandate("甲", "1101", apply, until, DAY, PAPER, false, false),
                        new Mandate("甲", "1101", apply, DAY, until, null, false, false))) {
            new Given().refused(Office.CLERK, handed(agent(bad)), CaseRule.MANDATE_COMPLETE);
        }
        given(agent(new Mandate("甲", "1101", apply, DAY, DAY, null, true, false)));
        new Given()
                .refused(
                        Office.CLERK,
                        handed(
                                agent(
                                        new Mandate(
                                                "甲", "1101", apply, until, until, PAPER, false,
                                                false))),
                        CaseRule.MANDATE_RUNS);
    }

    @Test
    void whoHelpedNeitherReviewsNorDecides() {
        var given = given(helper(Office.A)).then(Office.CLERK, new CaseCommand.Accept("accept"));
        given.refused(
                Office.C,
                new CaseCommand.AppointPair("review", Office.A, Office.B),
                CaseRule.HELPER_STAYS_OUT);
        given.then(Office.C, new CaseCommand.AppointPair("review", Office.B, Office.C));
        given.refused(Office.A, Given.opinion(Verdict.MET), CaseRule.HELPER_STAYS_OUT);
        new Given()
                .refused(
                        Office.CLERK,
                        handed(helper(new PersonId("nobody-here"))),
                        CaseRule.HELPER_KNOWN);
    }

    @Test
    void whatWasSaidIsAcceptedOnlyWhenItWasReadBackAndSigned() {
        var said = new Bringing(Bringing.Way.ORAL, null, null, "我想在春山路开一家网吧");
        var given = given(said);
        given.refused(Office.CLERK, new CaseCommand.Accept("accept"), CaseRule.ORAL_SIGNED_FIRST);
        given.then(Office.CLERK, new IntakeCommand.ReadBack(""));
        given.refused(Office.CLERK, new IntakeCommand.ReadBack(""), CaseRule.ORAL_TAKEN_DOWN);
        given.then(Office.CLERK, new CaseCommand.Accept("accept"));
        new Given().refused(Given.APPLICANT, handed(said), CaseRule.ORAL_TAKEN_DOWN);
    }

    @Test
    void anOriginalThatIsKeptGoesBackEvenWhenTheCaseIsOver() {
        var given = given(Bringing.SELF, new Original.Shown("lease", Original.Handling.KEPT));
        assertThat(given.state().intake().held())
                .extracting(Original::material)
                .containsExactly("lease");
        given.refused(
                Office.CLERK,
                new IntakeCommand.SeeOriginal("lease", Original.Handling.COPY),
                CaseRule.ORIGINAL_RETURNED_FIRST);
        given.refused(
                Office.CLERK,
                new IntakeCommand.SeeOriginal("bank-statement", Original.Handling.COPY),
                CaseRule.ONLY_LISTED_MATERIALS);
        given.then(Given.APPLICANT, new CaseCommand.Withdraw("不办了"));
        assertThat(given.state().isClosed()).isTrue();
        given.then(Office.CLERK, new IntakeCommand.ReturnOriginal("lease", "申请人"));
        assertThat(given.state().intake().held()).isEmpty();
        given.refused(
                Office.CLERK,
                new IntakeCommand.ReturnOriginal("lease", "申请人"),
                CaseRule.ORIGINAL_HELD);
    }

    @Test
    void nobodyButAnOfficerHasSeenAnOriginal() {
        var outcome =
                new Given()
                        .when(
                                Given.APPLICANT,
                                handed(
                                        Bringing.SELF,
                                        new Original.Shown("lease", Original.Handling.COPY)));
        assertThat(((Outcome.Refused<CaseEvent>) outcome).refusals())
                .extracting(r -> r.code().name())
                .contains("ORIGINAL_SEEN_BY_OFFICER");
        assertThat(new Actor.Officer(Office.CLERK)).isNotNull();
    }
}
