package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.RecusalCommand.DecideRecusal;
import org.guiju.kernel.cases.RecusalCommand.Recuse;
import org.guiju.kernel.cases.RecusalCommand.SeekRecusal;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// Who asks that somebody steps back, who answers, and what goes on meanwhile.
class RecusalTest {
    private static SeekRecusal seek(PersonId person) {
        return new SeekRecusal(person, "与竞争对手有利害关系");
    }

    private static DecideRecusal grant(PersonId person, PersonId to) {
        return new DecideRecusal(person, true, "属实", to, "");
    }

    private static DecideRecusal deny(PersonId person) {
        return new DecideRecusal(person, false, "查无此事", null, "");
    }

    /// One resolution on the case, by these voters.
    private record Met(String id, boolean agreed, List<PersonId> voters) implements Council {
        @Override
        public List<Resolved> resolutions(String no) {
            var votes = new LinkedHashMap<PersonId, Ballot>();
            voters.forEach(p -> votes.put(p, agreed ? Ballot.FOR : Ballot.AGAINST));
            return List.of(
                    new Resolved(
                            id,
                            "leadership",
                            Office.ORGAN,
                            Office.DAY,
                            voters.getLast(),
                            votes,
                            agreed,
                            null,
                            "回避",
                            "ab".repeat(32)));
        }

        @Override
        public List<Pending> pending(String no) {
            return List.of();
        }

        @Override
        public Optional<Reviewed> experts(String no) {
            return Optional.empty();
        }

        @Override
        public boolean everyPenaltyReviewed(OrganId organ, LocalDate day) {
            return false;
        }
    }

    @Test
    void whileItIsOpenTheWorkGoesOnAndThePersonConcernedDecidesNothing() {
        var given = Given.paired().then(Given.APPLICANT, seek(Office.A));
        given.then(Office.A, Given.opinion(Verdict.MET));
        var late = Given.toDecide(true).then(Given.APPLICANT, seek(Office.DEPUTY));
        late.refused(Office.DEPUTY, Given.decision(true), CaseRule.RECUSAL_DECIDED_FIRST);
        late.then(Office.HEAD, deny(Office.DEPUTY));
        late.then(Office.DEPUTY, Given.decision(true));
    }

    @Test
    void aMeetingWaitsUntilItIsKnownWhoMaySit() {
        var given = Given.toSection().then(Given.APPLICANT, seek(Office.C));
        given.refused(
                Office.A,
                given.meeting("section", true, Office.CHAIR, Given.SECTION),
                CaseRule.RECUSAL_DECIDED_FIRST);
        given.then(Office.HEAD, deny(Office.C));
        given.then(Office.A, given.meeting("section", true, Office.CHAIR, Given.SECTION));
    }

    @Test
    void theHeadAloneDecidesAndNobodyOnHimself() {
        var given = Given.paired().then(Given.APPLICANT, seek(Office.A));
        given.refused(Office.B, deny(Office.A), CaseRule.RECUSAL_BY_HEAD);
        given.refused(Office.A, deny(Office.A), CaseRule.RECUSAL_BY_HEAD);
        given.refused(Office.HEAD, deny(Office.HEAD), CaseRule.NOT_ON_ONESELF);
        given.refused(
                Office.HEAD,
                new DecideRecusal(Office.A, false, " ", null, ""),
                CaseRule.REASONS_GIVEN);
        given.then(Office.HEAD, deny(Office.A));
        assertThat(given.state().recusals().pending()).isEmpty();
        assertThat(given.state().recused()).isEmpty();
    }

    @Test
    void grantingHandsTheCaseToSomebodyWhoMayHaveIt() {
        var given = Given.paired().then(Given.APPLICANT, seek(Office.A));
        given.refused(
                Office.HEAD,
                new DecideRecusal(Office.A, true, "属实", null, ""),
                CaseRule.SUCCESSOR_NAMED);
        given.refused(Office.HEAD, grant(Office.A, Office.B), CaseRule.A_AND_B_DIFFER);
        given.refused(Office.HEAD, grant(Office.A, Office.CHAIR), CaseRule.TAKER_HOLDS_ROLE);
        given.then(Office.HEAD, grant(Office.A, Office.C));
        assertThat(given.state().recused()).containsExactly(Office.A);
        assertThat(given.state().presentHandler()).isEqualTo(Office.C);
        given.refused(Office.A, Given.opinion(Verdict.MET), CaseRule.NOT_RECUSED);
        given.then(Office.C, Given.opinion(Verdict.MET));
        given.refused(Office.HEAD, grant(Office.A, Office.C), CaseRule.RECUSAL_ASKED_ONCE);
    }

    @Test
    void onTheHeadAMeetingDecidesWithoutHim() {
        var given = Given.paired().then(Given.APPLICANT, seek(Office.HEAD));
        given.refused(Office.DEPUTY, deny(Office.HEAD), CaseRule.RECUSAL_OF_HEAD_BY_MEETING);
        var by = new DecideRecusal(Office.HEAD, true, "属实", null, "M-1-1");
        given.council = new Met("M-1-1", true, List.of(Office.LAWYER, Office.HEAD));
        given.refused(Office.DEPUTY, by, CaseRule.RECUSAL_OF_HEAD_BY_MEETING);
        given.council = new Met("M-1-1", false, List.of(Office.LAWYER, Office.DEPUTY));
        given.refused(Office.DEPUTY, by, CaseRule.RECUSAL_OF_HEAD_BY_MEETING);
        given.council = new Met("M-1-1", true, List.of(Office.LAWYER, Office.DEPUTY));
        given.then(Office.DEPUTY, by);
        assertThat(given.state().recused()).containsExactly(Office.HEAD);
    }

    @Test
    void aRequestIsMadeOnceAgainstAnOfficerOfTheOrganBeforeTheDecision() {
        var given = Given.paired();
        given.refused(Given.APPLICANT, seek(new PersonId("x")), CaseRule.RECUSAL_OF_OFFICER);
        given.refused(Given.APPLICANT, new SeekRecusal(Office.A, " "), CaseRule.REASONS_GIVEN);
        given.refused(new Actor.Citizen("another"), seek(Office.A), CaseRule.APPLICANT_ACTS);
        given.then(Office.CLERK, seek(Office.A));
        given.refused(Given.APPLICANT, seek(Office.A), CaseRule.RECUSAL_ASKED_ONCE);
        Given.decided().refused(Given.APPLICANT, seek(Office.A), CaseRule.DECISION_NOT_MADE);
    }

    @Test
    void whatIsRegisteredAgainstWhoeverDecidesIsSpokenOnFirst() {
        var given = Given.toDecide(true);
        var facts = given.facts(new Actor.Officer(Office.DEPUTY)).against(Set.of(Office.DEPUTY));
        assertThat(Cases.mayI(facts, given.history, Given.decision(true)))
                .first()
                .satisfies(r -> assertThat(r.code()).isEqualTo(CaseRule.RECUSAL_DECIDED_FIRST));
        given.then(Office.HEAD, deny(Office.DEPUTY));
        assertThat(Cases.decide(facts, given.history, Given.decision(true)))
                .isInstanceOf(Outcome.Permitted.class);
    }

    @Test
    void whoStepsBackByHimselfNeedsNobodysWord() {
        var given = Given.paired().then(Given.APPLICANT, seek(Office.A));
        given.then(Office.A, new Recuse(Office.A, "近亲属"));
        assertThat(given.state().recusals().pending()).isEmpty();
        assertThat(given.state().recused()).containsExactly(Office.A);
    }
}
