package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.guiju.kernel.cases.Countersigning.Mode;
import org.guiju.kernel.cases.VerbCommand.Authority;
import org.guiju.kernel.cases.VerbCommand.EndGround;
import org.guiju.kernel.cases.VerbCommand.RevocationGround;
import org.guiju.kernel.cases.VerbCommand.Slip;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// 流转动作: back, signatures, an end without a decision, and what may happen to a decision.
class VerbsTest {
    private static VerbCommand.SendBack back(String from, String to) {
        return new VerbCommand.SendBack(from, to, "事实不清");
    }

    private static VerbCommand.AskCountersign ask(Mode mode, PersonId... persons) {
        return new VerbCommand.AskCountersign("decide", mode, List.of(persons), "是否同意拟办意见");
    }

    private static VerbCommand.Countersign sign(boolean agrees, String opinion) {
        return new VerbCommand.Countersign("decide", agrees, opinion);
    }

    private static VerbCommand.Reopen reopen(String to, LocalDate orderedOn) {
        return new VerbCommand.Reopen(
                to, Authority.RECONSIDERATION, "青政复决〔2026〕1号", orderedOn, "主要事实不清");
    }

    // --- 退回

    @Test
    void theDeciderSendsTheCaseBackAndItGoesThroughTheSameStepsAgain() {
        var given = Given.toDecide(true).then(Office.DEPUTY, back("decide", "section"));
        assertThat(given.open()).containsExactly("section");
        assertThat(given.state().round("decide").orElseThrow().outcome()).isEqualTo("returned");
        given.then(Office.C, given.meeting("section", true, Office.CHAIR, Given.SECTION))
                .then(Office.CHAIR, new CaseCommand.SignMinutes("section"));
        given.then(Office.LAWYER, given.meeting("joint", true, Office.HEAD, Given.JOINT))
                .then(Office.HEAD, new CaseCommand.SignMinutes("joint"));
        assertThat(given.open()).containsExactly("decide");
        given.then(Office.DEPUTY, Given.decision(true));
    }

    @Test
    void aCaseGoesBackOnlyToWorkThatItHasGoneThrough() {
        Given.toDecide(true)
                .refused(Office.DEPUTY, back("decide", "accept"), CaseRule.BACK_TO_EARLIER_STEP);
        Given.toDecide(true)
                .refused(Office.DEPUTY, back("decide", "hear"), CaseRule.BACK_TO_EARLIER_STEP);
        Given.toDecide(true)
                .refused(Office.DEPUTY, back("decide", "serve"), CaseRule.BACK_TO_EARLIER_STEP);
        Given.toDecide(true)
                .refused(Office.DEPUTY, back("decide", "nowhere"), CaseRule.BACK_TO_EARLIER_STEP);
        Given.reviewed()
                .refused(
                        Office.INSPECTOR,
                        back("inspect", "section"),
                        CaseRule.BACK_TO_EARLIER_STEP);
    }

    @Test
    void whatTheCaseHasGoneThroughIsOfferedInTheOrderOfTheFlow() {
        var given = Given.toDecide(true);
        assertThat(
                        CirculationHandlers.earlier(
                                given.power.situations().getFirst(), given.state(), "decide"))
                .containsExactly("review", "inspect", "tell", "section", "joint");
    }

    @Test
    void aPeriodThatThePartiesWereGivenIsNotCutShort() {
        Given.told().refused(Office.A, back("tell", "review"), CaseRule.PARTY_PERIOD_NOT_CUT);
        Given.inspected().then(Office.A, back("tell", "review"));
        Given.hearing().refused(Office.LAWYER, back("hear", "review"), CaseRule.CLOCK_RUNNING);
    }

    @Test
    void minutesThatWaitForTheirSignatureAreNotEscaped() {
        Given.sectionRecorded().refused(Office.C, back("section", "review"), CaseRule.MEETING_ONCE);
        Given.toSection().then(Office.C, back("section", "review"));
    }

    @Test
    void whatWasFoundOnSiteIsSignedAndNotDropped() {
        Given.inspectionRecorded()
                .refused(Office.INSPECTOR, back("inspect", "review"), CaseRule.INSPECTION_SIGNED);
        Given.reviewed().then(Office.INSPECTOR, back("inspect", "review"));
    }

    @Test
    void aDecisionIsNotUndoneBySendingBack() {
        var refused = Given.decided().when(Office.CLERK, back("serve", "review"));
        assertThat(((org.guiju.kernel.shared.Outcome.Refused<CaseEvent>) refused).refusals())
                .anySatisfy(r -> assertThat(r.code()).isEqualTo(CaseRule.DECISION_NOT_MADE));
    }

    @Test
    void sendingBackSaysWhyAndStopsNoClock() {
        Given.toDecide(true)
                .refused(
                        Office.DEPUTY,
                        new VerbCommand.SendBack("decide", "review", " "),
                        CaseRule.REASONS_GIVEN);
        var given = Given.toDecide(true);
        var situation = given.power.situations().getFirst();
        var before =
                Clocks.statute(situation, given.state(), Office.CALENDAR, given.today)
                        .orElseThrow();
        given.then(Office.DEPUTY, back("decide", "review"));
        var after =
                Clocks.statute(situation, given.state(), Office.CALENDAR, given.today)
                        .orElseThrow();
        assertThat(after.due()).isEqualTo(before.due());
        assertThat(after.paused()).isFalse();
    }

    // --- 催办、抄送

    @Test
    void whoUrgesSaysWhyAndDoesSoOnceADay() {
        var given = Given.paired().then(Office.C, new VerbCommand.Urge("review", "临近承诺期限"));
        given.refused(Office.C, new VerbCommand.Urge("review", "再催"), CaseRule.URGED_ONCE_A_DAY);
        given.then(Office.HEAD, new VerbCommand.Urge("review", "请抓紧"));
        given.then(Given.APPLICANT, new VerbCommand.Urge("review", "请尽快办理"));
        given.later(1).then(Office.C, new VerbCommand.Urge("review", "再催"));
        given.refused(
                new CaseFacts.Actor.Citizen("somebody-else"),
                new VerbCommand.Urge("review", "请抓紧"),
                CaseRule.APPLICANT_ACTS);
        given.refused(Office.A, new VerbCommand.Urge("review", ""), CaseRule.REASONS_GIVEN);
        given.refused(Office.A, new VerbCommand.Urge("decide", "快"), CaseRule.STEP_OPEN);
    }

    @Test
    void aCopyForInformationGivesNoRightToAct() {
        var given = Given.paired().then(Office.A, new VerbCommand.Inform(Office.LAWYER, "供参阅"));
        assertThat(given.state().course().informed()).containsExactly(Office.LAWYER);
        given.refused(
                Office.A, new VerbCommand.Inform(Office.LAWYER, "再送"), CaseRule.INFORMED_ONCE);
        given.refused(
                Office.A,
                new VerbCommand.Inform(new PersonId("stranger"), ""),
                CaseRule.COLLEAGUE_INFORMED);
        given.refused(Office.LAWYER, Given.opinion(Verdict.MET), CaseRule.ROLE_HELD);
    }

    // --- 会签、或签、顺签

    @Test
    void theStepWaitsUntilEverybodyNamedHasSigned() {
        var given = Given.toDecide(true).then(Office.DEPUTY, ask(Mode.ALL, Office.CHAIR, Office.C));
        given.refused(Office.DEPUTY, Given.decision(true), CaseRule.COUNTERSIGNED_FIRST);
        given.then(Office.C, sign(true, ""));
        given.refused(Office.DEPUTY, Given.decision(true), CaseRule.COUNTERSIGNED_FIRST);
        given.refused(Office.C, sign(true, ""), CaseRule.SIGNED_IN_TURN);
        given.then(Office.CHAIR, sign(false, "租期不足"));
        given.then(Office.DEPUTY, Given.decision(true));
    }

    @Test
    void anyOneIsEnoughWhereOneOfSeveralIsAsked() {
        var given = Given.toDecide(true).then(Office.DEPUTY, ask(Mode.ANY, Office.CHAIR, Office.C));
        given.then(Office.C, sign(true, "同意"));
        given.refused(Office.CHAIR, sign(true, ""), CaseRule.COUNTERSIGN_ASKED);
        given.then(Office.DEPUTY, Given.decision(true));
    }

    @Test
    void inOrderMeansThatTheSecondWaitsForTheFirst() {
        var given =
                Given.toDecide(true).then(Office.DEPUTY, ask(Mode.ORDER, Office.CHAIR, Office.C));
        given.refused(Office.C, sign(true, ""), CaseRule.SIGNED_IN_TURN);
        given.then(Office.CHAIR, sign(true, "")).then(Office.C, sign(true, ""));
        given.then(Office.DEPUTY, Given.decision(true));
    }

    @Test
    void whoDisagreesSaysWhy() {
        Given.toDecide(true)
                .then(Office.DEPUTY, ask(Mode.ALL, Office.CHAIR))
                .refused(Office.CHAIR, sign(false, " "), CaseRule.REASONS_GIVEN);
    }

    @Test
    void onlyThoseNamedSign() {
        var given = Given.toDecide(true).then(Office.DEPUTY, ask(Mode.ALL, Office.CHAIR));
        given.refused(Office.C, sign(true, ""), CaseRule.ROLE_HELD);
        Given.toDecide(true).refused(Office.CHAIR, sign(true, ""), CaseRule.ROLE_HELD);
    }

    @Test
    void signatoriesAreOfficersNamedOnceAndNotTheOneWhoAsks() {
        var given = Given.toDecide(true);
        for (var wrong :
                List.of(
                        ask(Mode.ALL),
                        ask(Mode.ANY, Office.CHAIR),
                        ask(Mode.ORDER, Office.CHAIR),
                        ask(Mode.ALL, Office.CHAIR, Office.CHAIR),
                        ask(Mode.ALL, Office.DEPUTY),
                        ask(Mode.ALL, new PersonId("stranger")))) {
            given.refused(Office.DEPUTY, wrong, CaseRule.SIGNATORIES_FIT);
        }
        given.then(Office.CHAIR, new RecusalCommand.Recuse(Office.CHAIR, "近亲属"))
                .refused(Office.DEPUTY, ask(Mode.ALL, Office.CHAIR), CaseRule.SIGNATORIES_FIT);
    }

    @Test
    void somebodyIsAddedOrTakenOutButNotWhoHasSigned() {
        var given = Given.toDecide(true).then(Office.DEPUTY, ask(Mode.ALL, Office.CHAIR, Office.C));
        given.then(Office.DEPUTY, new VerbCommand.AddSignatory("decide", Office.B, "涉及核查"));
        given.refused(
                Office.DEPUTY,
                new VerbCommand.AddSignatory("decide", Office.B, "再加"),
                CaseRule.SIGNATORIES_FIT);
        given.then(Office.C, sign(true, ""));
        given.refused(
                Office.DEPUTY,
                new VerbCommand.RemoveSignatory("decide", Office.C, "不涉及"),
                CaseRule.SIGNED_STAYS);
        given.then(Office.DEPUTY, new VerbCommand.RemoveSignatory("decide", Office.B, "出差"));
        given.refused(
                Office.DEPUTY,
                new VerbCommand.RemoveSignatory("decide", Office.CHAIR, "不用了"),
                CaseRule.SIGNATORIES_FIT);
        given.refused(Office.B, sign(true, ""), CaseRule.ROLE_HELD);
        given.then(Office.CHAIR, sign(true, "")).then(Office.DEPUTY, Given.decision(true));
    }

    @Test
    void nobodyIsAddedToOrTakenOutOfACollectiveDecision() {
        var given = Given.toSection();
        for (var act :
                List.of(
                        new VerbCommand.AskCountersign(
                                "section", Mode.ALL, List.of(Office.LAWYER), "会签"),
                        new VerbCommand.AddSignatory("section", Office.LAWYER, "加"),
                        new VerbCommand.RemoveSignatory("section", Office.B, "减"))) {
            given.refused(Office.C, act, CaseRule.COLLECTIVE_STAYS_WHOLE);
        }
    }

    @Test
    void aSignatureIsADutyAndOneRoundEndsWithItsStep() {
        var given =
                Given.toDecide(true)
                        .then(Office.DEPUTY, ask(Mode.ALL, Office.CHAIR))
                        .then(Office.CHAIR, sign(true, ""));
        assertThat(given.state().dutiesOf(Office.CHAIR)).contains(Duty.OPINE);
        given.then(Office.DEPUTY, back("decide", "joint"));
        given.then(Office.LAWYER, given.meeting("joint", true, Office.HEAD, Given.JOINT))
                .then(Office.HEAD, new CaseCommand.SignMinutes("joint"));
        assertThat(given.state().course().countersigning("decide")).isEmpty();
    }

    // --- 终止

    @Test
    void theHeadEndsACaseWhosePartyIsGoneAndTheFileIsStillServedAndKept() {
        var given =
                Given.toSection()
                        .then(
                                Office.HEAD,
                                new VerbCommand.Terminate(EndGround.PARTY_GONE, "企业已注销"));
        assertThat(given.open()).containsExactly("serve");
        var situation = given.power.situations().getFirst();
        assertThat(
                        Clocks.statute(
                                        situation,
                                        given.state(),
                                        Office.CALENDAR,
                                        given.today.plusDays(200))
                                .orElseThrow()
                                .stoppedOn())
                .isEqualTo(given.today);
        given.then(Office.CLERK, Given.service(given.today, ""));
        given.then(Office.ARCHIVIST, new CaseCommand.Archive("archive"));
        assertThat(given.state().closed())
                .isEqualTo(new CaseEvent.CaseClosed("terminated", given.today));
    }

    @Test
    void aCaseEndsWithoutADecisionOnceByTheHeadAndOnlyBetweenAcceptanceAndDecision() {
        var end = new VerbCommand.Terminate(EndGround.OBJECT_GONE, "场所已拆除");
        Given.received().refused(Office.HEAD, end, CaseRule.ACCEPTED_BEFORE_TERMINATED);
        Given.accepted().refused(Office.DEPUTY, end, CaseRule.ROLE_HELD);
        Given.decided().refused(Office.HEAD, end, CaseRule.DECISION_NOT_MADE);
        Given.accepted()
                .refused(
                        Office.HEAD,
                        new VerbCommand.Terminate(EndGround.OBJECT_GONE, ""),
                        CaseRule.REASONS_GIVEN);
        Given.accepted().then(Office.HEAD, end).refused(Office.HEAD, end, CaseRule.TERMINATED_ONCE);
    }

    @Test
    void whatStandsStillOrWaitsForASignatureEndsTheSame() {
        var end = new VerbCommand.Terminate(EndGround.PARTY_GONE, "申请人死亡，没有继承人");
        var paused =
                Given.reviewed()
                        .then(Office.A, new CaseCommand.Pause("expert-review", "书面通知"))
                        .then(Office.HEAD, end);
        assertThat(paused.state().standstill().on()).isNull();
        assertThat(paused.open()).containsExactly("serve");
        var signing =
                Given.toDecide(true)
                        .then(Office.DEPUTY, ask(Mode.ALL, Office.CHAIR))
                        .then(Office.HEAD, end);
        assertThat(signing.open()).containsExactly("serve");
    }

    // --- 补正、撤销

    @Test
    void aSlipOfThePenIsMendedEvenAfterTheEndAndTheDecisionStays() {
        var mend = new VerbCommand.CorrectDecision(Slip.ADDRESS, "春山路1号", "春山路11号", "笔误");
        var given = Given.closed().then(Office.DEPUTY, mend);
        assertThat(given.state().isClosed()).isTrue();
        assertThat(given.state().decided()).isEqualTo(Given.closed().state().decided());
        Given.toDecide(true).refused(Office.DEPUTY, mend, CaseRule.DECISION_MADE);
        Given.closed().refused(Office.CLERK, mend, CaseRule.ROLE_HELD);
        Given.closed()
                .refused(
                        Office.DEPUTY,
                        new VerbCommand.CorrectDecision(Slip.NAME, "甲", "甲 ", "笔误"),
                        CaseRule.SLIP_NAMED);
    }

    @Test
    void aDecisionIsRevokedOnceByTheHeadOnAListedGroundAfterThePartyWasHeard() {
        var revoke = new VerbCommand.Revoke(RevocationGround.FRAUD, "当事人称材料系中介伪造", "材料虚假");
        var given = Given.closed().then(Office.HEAD, revoke);
        assertThat(given.state().course().revoked()).isPresent();
        given.refused(Office.HEAD, revoke, CaseRule.DECISION_STANDS);
        given.refused(
                Office.DEPUTY,
                new VerbCommand.CorrectDecision(Slip.NAME, "甲", "乙", "笔误"),
                CaseRule.DECISION_STANDS);
        Given.closed().refused(Office.DEPUTY, revoke, CaseRule.ROLE_HELD);
        Given.closed()
                .refused(
                        Office.HEAD,
                        new VerbCommand.Revoke(RevocationGround.FRAUD, " ", "材料虚假"),
                        CaseRule.PARTY_HEARD);
        Given.toDecide(true).refused(Office.HEAD, revoke, CaseRule.DECISION_MADE);
        var denied = Given.toDecide(false).then(Office.DEPUTY, Given.decision(false));
        denied.refused(Office.HEAD, revoke, CaseRule.REVOKED_ON_LISTED_GROUND);
        denied.then(
                Office.HEAD,
                new VerbCommand.Revoke(RevocationGround.PROCEDURE, "当事人无异议", "未告知听证权利"));
    }

    // --- 重新办理

    @Test
    void anOrderOpensTheCaseAgainWithBothClocksFromTheBeginning() {
        var given = Given.closed().later(10);
        given.then(Office.HEAD, reopen("review", given.today));
        assertThat(given.open()).containsExactly("review");
        assertThat(given.state().isClosed()).isFalse();
        assertThat(given.state().decided()).isNull();
        assertThat(given.state().acceptedOn()).isEqualTo(given.today);
        var situation = given.power.situations().getFirst();
        assertThat(
                        Clocks.statute(situation, given.state(), Office.CALENDAR, given.today)
                                .orElseThrow()
                                .used())
                .isZero();
    }

    @Test
    void aCaseIsOpenedAgainOnlyByAWrittenOrderOnItsDecision() {
        var closed = Given.closed();
        var decidedOn = Objects.requireNonNull(closed.state().decided()).on();
        closed.refused(
                Office.HEAD,
                new VerbCommand.Reopen("review", Authority.COURT, " ", closed.today, "判决重作"),
                CaseRule.REOPENED_BY_ORDER);
        closed.refused(
                Office.HEAD,
                reopen("review", closed.today.plusDays(1)),
                CaseRule.REOPENED_BY_ORDER);
        closed.refused(
                Office.HEAD,
                reopen("review", decidedOn.minusDays(1)),
                CaseRule.ORDERED_AFTER_DECISION);
        closed.refused(Office.HEAD, reopen("serve", decidedOn), CaseRule.REOPENED_AT_WORK);
        closed.refused(Office.DEPUTY, reopen("review", decidedOn), CaseRule.ROLE_HELD);
        Given.toDecide(true)
                .refused(Office.HEAD, reopen("review", Office.DAY), CaseRule.DECISION_MADE);
        closed.then(Office.HEAD, reopen("review", decidedOn));
    }

    @Test
    void theSameDecisionOnTheSameReasonsIsNoNewOne() {
        var given = Given.closed();
        given.then(Office.HEAD, reopen("joint", given.today));
        given.then(Office.LAWYER, given.meeting("joint", true, Office.HEAD, Given.JOINT))
                .then(Office.HEAD, new CaseCommand.SignMinutes("joint"));
        given.refused(Office.DEPUTY, Given.decision(true), CaseRule.NOT_THE_SAME_AGAIN);
        given.then(
                Office.DEPUTY,
                new CaseCommand.Decide("decide", true, java.util.Set.of(), "补充核查后理由充分", ""));
        assertThat(given.open()).contains("serve");
    }
}
