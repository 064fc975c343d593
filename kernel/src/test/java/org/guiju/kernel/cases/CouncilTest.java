package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// What a case owes to meetings and experts outside it.
class CouncilTest {
    private static final String NO = "2026-0001";

    /// As the shell would answer, from memory.
    private record Told(
            List<Council.Resolved> all, List<Council.Pending> waiting, Optional<Boolean> compliant)
            implements Council {
        @Override
        public List<Resolved> resolutions(String no) {
            return no.equals(NO) ? all : List.of();
        }

        @Override
        public List<Pending> pending(String no) {
            return no.equals(NO) ? waiting : List.of();
        }

        @Override
        public Optional<Reviewed> experts(String no) {
            return compliant.map(c -> new Reviewed("2026-001", c));
        }

        @Override
        public boolean everyPenaltyReviewed(OrganId organ, LocalDate day) {
            return false;
        }
    }

    private static Council resolved(Council.Resolved... all) {
        return new Told(List.of(all), List.of(), Optional.empty());
    }

    private static Council waiting(PersonId chief) {
        return new Told(
                List.of(), List.of(new Council.Pending("M2026-0001", chief)), Optional.empty());
    }

    private static Council experts(boolean compliant) {
        return new Told(List.of(), List.of(), Optional.of(compliant));
    }

    private static Council.Resolved resolution(
            String id, LocalDate day, boolean agreed, List<PersonId> voters) {
        var votes = new LinkedHashMap<PersonId, Ballot>();
        voters.forEach(p -> votes.put(p, agreed ? Ballot.FOR : Ballot.AGAINST));
        return new Council.Resolved(
                id,
                "section",
                Office.ORGAN,
                day,
                voters.getLast(),
                votes,
                agreed,
                null,
                "同意",
                "ab".repeat(32));
    }

    private static CaseCommand.TakeResolution take(String step, String id) {
        return new CaseCommand.TakeResolution(step, id, null);
    }

    @Test
    void aSignedResolutionOfTheRightPeopleSatisfiesTheStepAndBindsTheDecision() {
        for (boolean agreed : List.of(true, false)) {
            var given = Given.toSection();
            given.council = resolved(resolution("M-1-1", given.today, agreed, Given.SECTION));
            given.then(Office.C, take("section", "M-1-1"));
            assertThat(given.open()).containsExactly("joint");
            // The same resolution does not serve the next step.
            given.refused(Office.LAWYER, take("joint", "M-1-1"), CaseRule.RESOLUTION_GOVERNS);
            given.council = resolved(resolution("M-2-4", given.today, agreed, Given.JOINT));
            given.then(Office.LAWYER, take("joint", "M-2-4"));
            given.refused(Office.DEPUTY, Given.decision(!agreed), CaseRule.BOUND_TO_RESOLUTION);
            given.then(Office.DEPUTY, Given.decision(agreed));
            assertThat(given.state().latest(StepWork.Meeting.class))
                    .hasValueSatisfying(m -> assertThat(m.resolution()).isEqualTo("M-2-4"));
        }
    }

    @Test
    void onlyTheNewestResolutionGoverns() {
        var given = Given.toSection();
        given.council =
                resolved(
                        resolution("M-2-1", given.today, false, Given.SECTION),
                        resolution("M-1-1", given.today, true, Given.SECTION));
        given.refused(Office.C, take("section", "M-1-1"), CaseRule.RESOLUTION_GOVERNS);
        given.refused(Office.C, take("section", "M-9-9"), CaseRule.RESOLUTION_GOVERNS);
        given.then(Office.C, take("section", "M-2-1"));
    }

    @Test
    void aMeetingOfOthersOrTooFewOrBeforeTheStepIsAnotherMeeting() {
        var given = Given.toSection();
        given.council = resolved(resolution("M-1-1", given.today, true, Given.JOINT));
        given.refused(Office.C, take("section", "M-1-1"), CaseRule.CHAIR_PRESIDES);
        given.council =
                resolved(
                        resolution(
                                "M-1-1",
                                given.today,
                                true,
                                List.of(Office.A, Office.LAWYER, Office.B, Office.CHAIR)));
        given.refused(Office.C, take("section", "M-1-1"), CaseRule.ONLY_MEMBERS_ATTEND);
        given.council =
                resolved(resolution("M-1-1", given.today, true, List.of(Office.A, Office.CHAIR)));
        given.refused(Office.C, take("section", "M-1-1"), CaseRule.QUORUM_MET);
        given.council =
                resolved(resolution("M-1-1", given.today.minusDays(1), true, Given.SECTION));
        given.refused(Office.C, take("section", "M-1-1"), CaseRule.DAY_NOT_BEFORE_STEP);
    }

    @Test
    void whileTheCaseWaitsForAMeetingNobodyDecidesAndItsChiefDoesNothing() {
        var given = Given.toDecide(true);
        given.council = waiting(Office.HEAD);
        given.refused(Office.DEPUTY, Given.decision(true), CaseRule.RESOLUTION_FIRST);
        var early = Given.inspected();
        early.council = waiting(Office.CHAIR);
        early.then(
                Office.A,
                new CaseCommand.TellParties("tell", early.today, List.of("邻居"), "书面", ""));
    }

    @Test
    void againstANegativeConclusionNothingIsGrantedNorResolved() {
        var given = Given.toDecide(true);
        given.council = experts(false);
        given.refused(Office.DEPUTY, Given.decision(true), CaseRule.EXPERT_CONCLUSION_FOLLOWED);
        given.council = experts(true);
        given.then(Office.DEPUTY, Given.decision(true));
        var meeting = Given.toSection();
        meeting.council = experts(false);
        meeting.refused(
                Office.C,
                meeting.meeting("section", true, Office.CHAIR, Given.SECTION),
                CaseRule.EXPERT_CONCLUSION_FOLLOWED);
        meeting.then(Office.C, meeting.meeting("section", false, Office.CHAIR, Given.SECTION));
    }

    @Test
    void aMatterThatNeedsExpertsIsNotDecidedWithoutThem() {
        for (boolean grant : List.of(true, false)) {
            var given = Given.toDecide(grant);
            given.power = Office.power(given.power.situations().getFirst().steps(), true);
            given.refused(Office.DEPUTY, Given.decision(grant), CaseRule.EXPERTS_CONCLUDED);
            given.council = experts(true);
            given.then(Office.DEPUTY, Given.decision(grant));
        }
    }
}
