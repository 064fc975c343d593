package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 审议、决定、归档.
class ConclusionTest {
    @Test
    void moreThanHalfOfFourMembersIsThree() {
        var given = Given.toSection();
        given.refused(
                Office.C,
                given.meeting("section", true, Office.CHAIR, List.of(Office.A, Office.CHAIR)),
                CaseRule.QUORUM_MET);
        given.then(
                Office.C,
                given.meeting(
                        "section", true, Office.CHAIR, List.of(Office.A, Office.C, Office.CHAIR)));
    }

    @Test
    void twoThirdsOfFourMembersIsThree() {
        var given = Given.toJoint();
        given.refused(
                Office.LAWYER,
                given.meeting("joint", true, Office.HEAD, List.of(Office.LAWYER, Office.HEAD)),
                CaseRule.QUORUM_MET);
        given.then(
                Office.LAWYER,
                given.meeting(
                        "joint",
                        true,
                        Office.HEAD,
                        List.of(Office.LAWYER, Office.DEPUTY, Office.HEAD)));
    }

    @Test
    void theChiefSpeaksLast() {
        var given = Given.toJoint();
        var first = List.of(Office.HEAD, Office.CHAIR, Office.DEPUTY, Office.LAWYER);
        given.refused(
                Office.LAWYER,
                given.meeting("joint", true, Office.HEAD, first),
                CaseRule.CHIEF_SPEAKS_LAST);
    }

    @Test
    void whoIsNoMemberDoesNotAttend() {
        var given = Given.toJoint();
        var guests = List.of(Office.CHAIR, Office.DEPUTY, Office.A, Office.HEAD);
        given.refused(
                Office.LAWYER,
                given.meeting("joint", true, Office.HEAD, guests),
                CaseRule.ONLY_MEMBERS_ATTEND);
    }

    @Test
    void theResolutionFollowsTheVotesAndDissentIsRecorded() {
        var given = Given.toJoint();
        var good = given.meeting("joint", true, Office.HEAD, Given.JOINT).minutes();
        var ballots = new LinkedHashMap<>(good.ballots());
        ballots.put(Office.LAWYER, Ballot.AGAINST);
        var silent = minutes(good, ballots, true, "");
        given.refused(Office.LAWYER, silent, CaseRule.DISSENT_RECORDED);
        ballots.put(Office.DEPUTY, Ballot.AGAINST);
        // Two of four are not more than half of those present.
        given.refused(
                Office.LAWYER,
                minutes(good, ballots, true, "不同意见"),
                CaseRule.RESOLUTION_FOLLOWS_VOTES);
        given.then(Office.LAWYER, minutes(good, ballots, false, "不同意见"));
    }

    private static CaseCommand.RecordMeeting minutes(
            Minutes m, Map<PersonId, Ballot> ballots, boolean agreed, String dissent) {
        return new CaseCommand.RecordMeeting(
                "joint",
                new Minutes(
                        m.day(),
                        m.chair(),
                        m.due(),
                        m.statements(),
                        ballots,
                        agreed,
                        dissent,
                        m.summary()),
                "");
    }

    @Test
    void onlyTheChairSignsTheMinutes() {
        var given = Given.sectionRecorded();
        given.refused(Office.C, new CaseCommand.SignMinutes("section"), CaseRule.MINUTES_BY_CHAIR);
        assertThat(given.then(Office.CHAIR, new CaseCommand.SignMinutes("section")).open())
                .containsExactly("joint");
    }

    @Test
    void noStepIsSkipped() {
        for (var given :
                List.of(
                        Given.received(),
                        Given.accepted(),
                        Given.reviewed(),
                        Given.toSection(),
                        Given.toJoint())) {
            given.refused(Office.DEPUTY, Given.decision(true), CaseRule.STEP_OPEN);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDecisionFollowsTheResolution(boolean agreed) {
        var given = Given.toDecide(agreed);
        given.refused(Office.DEPUTY, Given.decision(!agreed), CaseRule.BOUND_TO_RESOLUTION);
        given.then(Office.DEPUTY, Given.decision(agreed));
        assertThat(given.open()).containsExactlyInAnyOrder("serve", "publish");
    }

    @Test
    void whoReviewedDoesNotDecide() {
        var given = Given.toDecide(true);
        var both = new java.util.ArrayList<>(given.roster.assignments());
        both.add(
                new Roster.Assignment(
                        Office.A,
                        Office.ORGAN,
                        "section",
                        "decider",
                        LocalDate.of(2020, 1, 1),
                        null));
        given.roster = new Roster(both, List.of(), given.roster.qualifications());
        given.refused(Office.A, Given.decision(true), CaseRule.TWO_KEYS_APART);
    }

    @Test
    void aDefinitionKeepsFurtherDutiesApart() {
        var given = Given.decided();
        var both = new java.util.ArrayList<>(given.roster.assignments());
        both.add(
                new Roster.Assignment(
                        Office.DEPUTY,
                        Office.ORGAN,
                        "section",
                        "window",
                        LocalDate.of(2020, 1, 1),
                        null));
        given.roster = new Roster(both, List.of(), given.roster.qualifications());
        given.refused(Office.DEPUTY, Given.service(given.today, ""), CaseRule.TWO_KEYS_APART);
    }

    @Test
    void aRefusalNamesAnUnmetStandardOfTheDefinitionAndItsReasons() {
        var given = Given.toDecide(false);
        given.refused(
                Office.DEPUTY,
                new CaseCommand.Decide("decide", false, Set.of(), "理由", ""),
                CaseRule.UNMET_STANDARD_NAMED);
        given.refused(
                Office.DEPUTY,
                new CaseCommand.Decide("decide", false, Set.of("beauty"), "理由", ""),
                CaseRule.UNMET_STANDARD_NAMED);
        given.refused(
                Office.DEPUTY,
                new CaseCommand.Decide("decide", false, Set.of("distance"), " ", ""),
                CaseRule.REASONS_GIVEN);
    }

    @Test
    void anObjectionThatIsUpheldLeadsToTheArchiveAndACorrectionToANewDecision() {
        var upheld = Given.objected();
        upheld.then(Office.LAWYER, upheld.meeting("answer", true, Office.HEAD, Given.JOINT))
                .then(Office.HEAD, new CaseCommand.SignMinutes("answer"))
                .then(Office.CLERK, Given.service(upheld.today, ""));
        assertThat(upheld.open()).containsExactly("archive");

        var corrected = Given.objected();
        corrected
                .then(Office.LAWYER, corrected.meeting("answer", false, Office.HEAD, Given.JOINT))
                .then(Office.HEAD, new CaseCommand.SignMinutes("answer"));
        assertThat(corrected.open()).containsExactlyInAnyOrder("serve", "decide");
        corrected.refused(Office.DEPUTY, Given.decision(true), CaseRule.BOUND_TO_RESOLUTION);
        corrected.then(Office.DEPUTY, Given.decision(false));
        assertThat(corrected.state().decided()).isNotNull();
        assertThat(corrected.open()).contains("publish");
    }

    @Test
    void aResultNotForPublicationOpensNoPublicityAndTheArchiveWaitsForServiceAlone() {
        var given = Given.toDecide(false);
        given.then(
                Office.DEPUTY,
                new CaseCommand.Decide("decide", false, Set.of("distance"), "理由", " 涉及商业秘密 "));
        assertThat(given.open()).containsExactly("serve");
        assertThat(given.state().decided()).extracting(d -> d.withheld()).isEqualTo("涉及商业秘密");
        given.then(Office.CLERK, Given.service(given.today, ""));
        assertThat(given.open()).containsExactly("archive");
    }

    @Test
    void theArchiveWaitsForServiceAndPublicityBoth() {
        var given = Given.decided().then(Office.CLERK, Given.service(Office.DAY, ""));
        assertThat(given.open()).containsExactly("publish");
        given.on(given.today.plusDays(8)).then(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(given.open()).containsExactly("archive");
        given.then(Office.ARCHIVIST, new CaseCommand.Archive("archive"));
        assertThat(given.state().closed()).isNotNull();
    }

    @Test
    void serviceIsProved() {
        var given = Given.decided();
        given.refused(
                Office.CLERK,
                new CaseCommand.Serve("serve", given.today, "direct", "某人", " ", ""),
                CaseRule.SERVICE_PROVED);
    }

    @Test
    void aCaseKeepsTheVersionItBeganWith() {
        var given = Given.closed();
        assertThat(given.state().opening().version()).isEqualTo(1);
        assertThat(given.state().opening().digest()).isEqualTo("digest");
    }
}
