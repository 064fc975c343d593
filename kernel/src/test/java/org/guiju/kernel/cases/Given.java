package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;

/// Given events, when command, then events: a case in the office of the tests.
final class Given {
    final List<CaseEvent> history = new ArrayList<>();
    PowerDefinition power = Office.power();
    Roster roster = Office.roster();
    Listing listing = Listing.IN_FORCE;
    LocalDate today = Office.DAY;
    List<CaseFacts.Entrusted> entrusted = List.of();
    Council council = Council.NONE;

    Given on(LocalDate day) {
        today = day;
        return this;
    }

    /// So many working days later.
    Given later(int workingDays) {
        today = Office.CALENDAR.plusWorkingDays(today, workingDays);
        return this;
    }

    CaseFacts facts(Actor actor) {
        return new CaseFacts(
                today,
                actor,
                listing,
                power,
                Office.CALENDAR,
                roster,
                Set.of(),
                entrusted,
                council);
    }

    Outcome<CaseEvent> when(Actor actor, CaseCommand command) {
        return Cases.decide(facts(actor), history, command);
    }

    Outcome<CaseEvent> when(PersonId person, CaseCommand command) {
        return when(new Actor.Officer(person), command);
    }

    /// The act must be permitted; its events become history.
    Given then(PersonId person, CaseCommand command) {
        return then(new Actor.Officer(person), command);
    }

    Given then(Actor actor, CaseCommand command) {
        switch (when(actor, command)) {
            case Outcome.Permitted<CaseEvent>(var events) -> history.addAll(events);
            case Outcome.Refused<CaseEvent>(var refusals) ->
                    throw new AssertionError(command + " was refused: " + refusals);
        }
        return this;
    }

    void refused(PersonId person, CaseCommand command, CaseRule rule) {
        refused(new Actor.Officer(person), command, rule);
    }

    void refused(Actor actor, CaseCommand command, CaseRule rule) {
        var outcome = when(actor, command);
        assertThat(outcome).as("%s", command).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<CaseEvent>) outcome).first().code()).isEqualTo(rule);
    }

    CaseState state() {
        return Cases.state(history);
    }

    List<String> open() {
        return state().open().stream().map(StepRound::step).toList();
    }

    // --- the ordinary course, stage by stage

    static final Actor APPLICANT = new Actor.Citizen("account");

    static CaseCommand.SubmitApplication application(LocalDate receivedOn) {
        return new CaseCommand.SubmitApplication(
                "2026-0001",
                "123456-AB-XK-0001",
                "new",
                "online",
                new Applicant("subject", "account", Applicant.Kind.ORGANISATION, "某公司", "某公司"),
                Map.of("name", "某公司"),
                List.of(new Filing("lease", "file-1", "digest", "合同.pdf", 10)),
                receivedOn,
                "");
    }

    /// At the window, on paper, received on the day.
    static CaseCommand.SubmitApplication atTheWindow(LocalDate receivedOn, String lateReason) {
        var a = application(receivedOn);
        return new CaseCommand.SubmitApplication(
                a.no(),
                a.power(),
                a.situation(),
                a.channel(),
                a.applicant(),
                a.answers(),
                a.filings(),
                receivedOn,
                lateReason);
    }

    static Given received() {
        var given = new Given();
        return given.then(APPLICANT, application(given.today));
    }

    static Given accepted() {
        return received().then(Office.CLERK, new CaseCommand.Accept("accept"));
    }

    static Given paired() {
        return accepted().then(Office.A, new CaseCommand.AppointPair("review", Office.A, Office.B));
    }

    static CaseCommand.GiveOpinion opinion(Verdict staff) {
        return new CaseCommand.GiveOpinion(
                "review", Map.of("distance", Verdict.MET, "staff", staff), Map.of(), "意见");
    }

    static Given differing() {
        return paired().then(Office.A, opinion(Verdict.MET)).then(Office.B, opinion(Verdict.DOUBT));
    }

    static Given reviewed() {
        return paired().then(Office.A, opinion(Verdict.MET)).then(Office.B, opinion(Verdict.MET));
    }

    static CaseCommand.RecordInspection inspection(LocalDate day, long metres, PersonId... who) {
        return new CaseCommand.RecordInspection(
                "inspect",
                day,
                Set.of(who),
                Map.of("distance", metres >= 200 ? Verdict.MET : Verdict.UNMET),
                Map.of("distance", metres),
                "报告",
                List.of(),
                "",
                "",
                null);
    }

    static Given inspectionRecorded() {
        var given = reviewed();
        return given.then(
                Office.INSPECTOR, inspection(given.today, 250, Office.INSPECTOR, Office.A));
    }

    static Given inspected() {
        return inspectionRecorded().then(Office.A, new CaseCommand.SignInspection("inspect"));
    }

    static Given told() {
        var given = inspected();
        return given.then(
                Office.A,
                new CaseCommand.TellParties("tell", given.today, List.of("邻居"), "书面", ""));
    }

    static Given hearing() {
        var given = told();
        return given.then(Office.A, new CaseCommand.RequestHearing("tell", "邻居", given.today, ""));
    }

    static CaseCommand.ScheduleHearing schedule(LocalDate on, PersonId chair) {
        return new CaseCommand.ScheduleHearing(
                "hear", new Appointment(on, LocalTime.of(9, 30), "会议室"), chair);
    }

    static Given hearingScheduled() {
        var given = hearing();
        var on = Office.CALENDAR.plusWorkingDays(given.today, 7);
        return given.then(Office.LAWYER, Given.schedule(on, Office.LAWYER));
    }

    static Given toSection() {
        return told().then(Office.A, new CaseCommand.WaiveHearing("tell", "邻居"));
    }

    CaseCommand.RecordMeeting meeting(
            String step, boolean agree, PersonId chair, List<PersonId> present) {
        var kind = step.equals("section") ? "section" : "joint";
        var due =
                new Asked<>(
                                facts(new Actor.Time()),
                                state(),
                                power,
                                power.situations().getFirst(),
                                power.situations().getFirst().step(step).orElseThrow(),
                                new CaseCommand.LetTimePass())
                        .membersDue(power.meeting(kind).orElseThrow(), today);
        var statements = new LinkedHashMap<PersonId, String>();
        var ballots = new LinkedHashMap<PersonId, Ballot>();
        present.forEach(p -> statements.put(p, "发言"));
        present.forEach(p -> ballots.put(p, agree ? Ballot.FOR : Ballot.AGAINST));
        var minutes =
                new Minutes(
                        today,
                        chair,
                        List.copyOf(due),
                        statements,
                        ballots,
                        agree,
                        agree ? "" : "不同意见",
                        "纪要");
        return new CaseCommand.RecordMeeting(step, minutes, "");
    }

    static final List<PersonId> SECTION = List.of(Office.A, Office.B, Office.C, Office.CHAIR);
    static final List<PersonId> JOINT =
            List.of(Office.CHAIR, Office.DEPUTY, Office.LAWYER, Office.HEAD);

    static Given sectionRecorded() {
        var given = toSection();
        return given.then(Office.C, given.meeting("section", true, Office.CHAIR, SECTION));
    }

    static Given toJoint() {
        return sectionRecorded().then(Office.CHAIR, new CaseCommand.SignMinutes("section"));
    }

    static Given toDecide(boolean agree) {
        var given = toJoint();
        return given.then(Office.LAWYER, given.meeting("joint", agree, Office.HEAD, JOINT))
                .then(Office.HEAD, new CaseCommand.SignMinutes("joint"));
    }

    static CaseCommand.Decide decision(boolean grant) {
        return new CaseCommand.Decide(
                "decide", grant, grant ? Set.of() : Set.of("distance"), "理由", "");
    }

    static Given decided() {
        return toDecide(true).then(Office.DEPUTY, decision(true));
    }

    static CaseCommand.Serve service(LocalDate day, String lateReason) {
        return new CaseCommand.Serve("serve", day, "direct", "某人", "回证", lateReason);
    }

    static Given objected() {
        return decided()
                .then(
                        new Actor.Citizen(""),
                        new CaseCommand.RaiseObjection("publish", "居民", "电话", "异议"));
    }

    static Given toArchive() {
        var given = decided();
        given.then(Office.CLERK, service(given.today, ""));
        given.on(given.today.plusDays(8));
        return given.then(new Actor.Time(), new CaseCommand.LetTimePass());
    }

    static Given closed() {
        return toArchive().then(Office.ARCHIVIST, new CaseCommand.Archive("archive"));
    }
}
