package org.guiju.kernel.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.powers.Step;
import org.junit.jupiter.api.Test;

/// Rules that a sound flow already keeps: a definition that leads around them is still stopped at the door.
class SecondLineTest {
    /// The office's flow with one step's outcomes, or its join, changed.
    private static Given bent(Given given, String id, boolean join, String... outcomes) {
        UnaryOperator<Step> bend =
                s -> {
                    var map = new LinkedHashMap<String, List<String>>();
                    for (var outcome : outcomes) {
                        var parts = outcome.split(":");
                        map.put(parts[0], List.of(parts[1].split("\\+")));
                    }
                    return new Step(
                            s.id(),
                            s.name(),
                            s.kind(),
                            s.role(),
                            s.organ(),
                            s.limit(),
                            s.limitFrom(),
                            s.counts(),
                            map,
                            join,
                            s.meeting(),
                            s.boundTo(),
                            s.officers(),
                            s.gives(),
                            s.announces(),
                            s.regime(),
                            s.basis(),
                            s.duty(),
                            s.risk(),
                            s.rights(),
                            s.complaint());
                };
        given.power =
                Office.power(
                        given.power.situations().getFirst().steps().stream()
                                .map(s -> s.id().equals(id) ? bend.apply(s) : s)
                                .toList());
        return given;
    }

    @Test
    void aFlowAroundTheJointReviewFindsNoResolution() {
        var given = Given.sectionRecorded();
        bent(given, "section", false, "resolved:decide");
        given.then(Office.CHAIR, new CaseCommand.SignMinutes("section"));
        given.refused(Office.DEPUTY, Given.decision(true), CaseRule.RESOLUTION_FIRST);
    }

    @Test
    void aFlowAroundTheReviewHasNothingToCite() {
        var given = Given.received();
        bent(given, "accept", false, "accepted:joint", "supplement:wait", "not-accepted:end");
        given.then(Office.CLERK, new CaseCommand.Accept("accept"));
        given.then(Office.LAWYER, given.meeting("joint", true, Office.HEAD, Given.JOINT))
                .then(Office.HEAD, new CaseCommand.SignMinutes("joint"));
        given.refused(Office.DEPUTY, Given.decision(true), CaseRule.DECISION_CITES_STANDARDS);
    }

    @Test
    void aFileIsNotClosedWhilePublicityRuns() {
        var given = Given.decided();
        bent(given, "archive", false, "archived:end");
        given.then(Office.CLERK, Given.service(given.today, ""));
        given.refused(
                Office.ARCHIVIST, new CaseCommand.Archive("archive"), CaseRule.PUBLICITY_RUN_OUT);
    }

    @Test
    void aFileIsNotClosedWithoutService() {
        var given = Given.decided();
        bent(given, "archive", false, "archived:end");
        given.on(given.today.plusDays(8)).then(new Actor.Time(), new CaseCommand.LetTimePass());
        given.refused(
                Office.ARCHIVIST, new CaseCommand.Archive("archive"), CaseRule.SIGNATURES_COMPLETE);
    }

    @Test
    void whoWasNotThereDoesNotRecordTheInspection() {
        var given = Given.reviewed();
        given.refused(
                Office.C,
                Given.inspection(given.today, 250, Office.INSPECTOR, Office.A),
                CaseRule.INSPECTOR_RECORDS);
    }

    @Test
    void theMeetingIsChairedByItsChairAndEveryoneSpeaksAndVotes() {
        var given = Given.toJoint();
        given.refused(
                Office.LAWYER,
                given.meeting(
                        "joint",
                        true,
                        Office.DEPUTY,
                        List.of(Office.CHAIR, Office.LAWYER, Office.HEAD, Office.DEPUTY)),
                CaseRule.CHAIR_PRESIDES);
        var m = given.meeting("joint", true, Office.HEAD, Given.JOINT).minutes();
        var silent = new LinkedHashMap<>(m.statements());
        silent.put(Office.DEPUTY, " ");
        given.refused(
                Office.LAWYER,
                new CaseCommand.RecordMeeting(
                        "joint",
                        new Minutes(
                                m.day(),
                                m.chair(),
                                m.due(),
                                silent,
                                m.ballots(),
                                true,
                                "",
                                m.summary()),
                        ""),
                CaseRule.EVERY_MEMBER_SPEAKS);
        var missing = new LinkedHashMap<>(m.ballots());
        missing.remove(Office.LAWYER);
        given.refused(
                Office.LAWYER,
                new CaseCommand.RecordMeeting(
                        "joint",
                        new Minutes(
                                m.day(),
                                m.chair(),
                                m.due(),
                                m.statements(),
                                missing,
                                true,
                                "",
                                m.summary()),
                        ""),
                CaseRule.EVERY_MEMBER_VOTES);
    }

    @Test
    void nobodyPlaysTime() {
        Given.received().refused(Office.CLERK, new CaseCommand.LetTimePass(), CaseRule.SYSTEM_ONLY);
    }
}
