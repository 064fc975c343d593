package org.guiju.formats.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.Inspected;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.OfficeCommand;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.powers.Condition.Comparison;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;

/// Walks any definition from application to archive: for every role in every organ there are people of its own, and each open
/// step is done as its kind asks. Knows no power.
final class Walk {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    final List<CaseEvent> history = new ArrayList<>();
    final List<Set<String>> stages = new ArrayList<>();
    private final PowerDefinition power;
    private final Situation situation;
    private final WorkCalendar calendar = WorkCalendar.of(ShippedCalendars.load());
    private final Roster roster;
    private LocalDate today;

    Walk(PowerDefinition power, Situation situation, LocalDate today) {
        this.power = power;
        this.situation = situation;
        this.today = today;
        this.roster = roster();
    }

    private Roster roster() {
        var held = new ArrayList<Roster.Assignment>();
        var certified = new ArrayList<Roster.Qualification>();
        for (var step : situation.steps()) {
            var organ = organ(step);
            for (var person : people(step.role(), organ)) {
                held.add(new Roster.Assignment(person, organ, "s", step.role(), LONG_AGO, null));
                certified.add(
                        new Roster.Qualification(
                                person, step.officers().qualification(), LONG_AGO, null));
            }
            // Role A of the organ that inspects goes along.
            if (step.kind() == StepKind.SITE_INSPECTION) {
                for (var person : people("reviewer", organ)) {
                    held.add(
                            new Roster.Assignment(person, organ, "s", step.role(), LONG_AGO, null));
                    certified.add(
                            new Roster.Qualification(
                                    person, step.officers().qualification(), LONG_AGO, null));
                }
            }
        }
        for (var meeting : power.meetings()) {
            for (var role : List.of(meeting.members(), meeting.chair())) {
                people(role, power.organ())
                        .forEach(p ->
                                held.add(
                                        new Roster.Assignment(
                                                p, power.organ(), "s", role, LONG_AGO, null)));
            }
        }
        return new Roster(held, List.of(), certified);
    }

    private OrganId organ(Step step) {
        return step.organ() == null ? power.organ() : step.organ();
    }

    private static List<PersonId> people(String role, OrganId organ) {
        return Stream.of("1", "2", "3")
                .map(n -> new PersonId(organ + "." + role + "." + n))
                .toList();
    }

    private PersonId first(Step step) {
        return people(step.role(), organ(step)).getFirst();
    }

    CaseState state() {
        return Cases.state(history);
    }

    void open() {
        var answers = new LinkedHashMap<String, String>();
        situation.fields().stream()
                .filter(f -> f.required())
                .forEach(f -> answers.put(f.id(), SampleAnswers.of(f)));
        var filings =
                situation.materials().stream()
                        .filter(m -> m.source().uploaded())
                        .map(m ->
                                new Filing(m.id(), "file-" + m.id(), "digest", m.id() + ".pdf", 1))
                        .toList();
        act(
                new Actor.Citizen("a"),
                new CaseCommand.SubmitApplication(
                        "2026-0001",
                        power.code().value(),
                        situation.id(),
                        situation.channels().getFirst(),
                        new Applicant("s", "a", Applicant.Kind.ORGANISATION, "某公司", "某公司"),
                        answers,
                        filings,
                        today,
                        ""));
    }

    /// Does every open step once, until the case is over.
    void toTheEnd() {
        for (int i = 0; i < 80 && !state().isClosed(); i++) {
            stages.add(new LinkedHashSet<>(state().open().stream().map(StepRound::step).toList()));
            var round =
                    state().open().stream()
                            .filter(r -> r.kind() != StepKind.PUBLICITY)
                            .findFirst()
                            .orElse(state().open().getFirst());
            step(round, situation.step(round.step()).orElseThrow());
        }
    }

    private void step(StepRound round, Step step) {
        switch (round.kind()) {
            case ACCEPTANCE -> act(first(step), new CaseCommand.Accept(step.id()));
            case FORM_REVIEW -> act(first(step), opinion(step));
            case PAIRED_REVIEW -> {
                var pair = people(step.role(), organ(step));
                act(pair.get(0), new CaseCommand.AppointPair(step.id(), pair.get(0), pair.get(1)));
                act(pair.get(0), opinion(step));
                act(pair.get(1), opinion(step));
            }
            case SITE_INSPECTION -> {
                var inspectors = List.of(first(step), people("reviewer", organ(step)).getFirst());
                act(inspectors.getFirst(), inspection(step, Set.copyOf(inspectors)));
                act(inspectors.getLast(), new CaseCommand.SignInspection(step.id()));
            }
            case PARTY_NOTICE ->
                    act(
                            first(step),
                            new CaseCommand.TellParties(step.id(), today, List.of(), "无利害关系人", ""));
            case ORGAN_OPINION ->
                    act(first(step), new CaseCommand.GiveOrganOpinion(step.id(), true, "同意"));
            case DELIBERATION, OBJECTION_REVIEW -> meet(step);
            case DECISION ->
                    act(first(step), new CaseCommand.Decide(step.id(), true, Set.of(), "符合条件", ""));
            case SERVICE ->
                    act(
                            first(step),
                            new CaseCommand.Serve(step.id(), today, "direct", "某人", "回证", ""));
            case PUBLICITY -> {
                today = java.util.Objects.requireNonNull(round.due()).plusDays(1);
                act(new Actor.Time(), new CaseCommand.LetTimePass());
            }
            case EXECUTION ->
                    act(
                            first(step),
                            new OfficeCommand.RecordExecution(
                                    step.id(), today, true, "已经执行", 0, "凭证", ""));
            case REPLY -> {
                var told = new CaseCommand.TellParties(step.id(), today, List.of("某"), "邮寄", "");
                act(first(step), told);
                act(first(step), new CaseCommand.RecordStatement(step.id(), "某", "答辩"));
            }
            case MEDIATION ->
                    act(
                            first(step),
                            new OfficeCommand.RecordMediation(step.id(), today, false, "不成", ""));
            case RULING ->
                    act(first(step), new OfficeCommand.Rule(step.id(), today, true, "内容", "理由"));
            case ARCHIVING -> act(first(step), new CaseCommand.Archive(step.id()));
            default -> throw new AssertionError("the ordinary course does not come here");
        }
    }

    private CaseCommand opinion(Step step) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        Cases.standards(power, situation).keySet().forEach(s -> verdicts.put(s, Verdict.MET));
        return new CaseCommand.GiveOpinion(step.id(), verdicts, Map.of(), "");
    }

    private CaseCommand inspection(Step step, Set<PersonId> inspectors) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        var measured = new LinkedHashMap<String, Long>();
        Cases.standards(power, situation)
                .forEach((id, standard) -> {
                    var measure = standard.measure();
                    if (measure != null) {
                        verdicts.put(id, Verdict.MET);
                        measured.put(
                                id,
                                measure.comparison() == Comparison.AT_LEAST
                                        ? measure.bound() + 1
                                        : measure.bound());
                    }
                });
        return new CaseCommand.RecordInspection(
                step.id(),
                today,
                inspectors,
                verdicts,
                measured,
                "报告",
                List.of(),
                "",
                again(step),
                null);
    }

    /// The first article there is, where another organ has inspected.
    private String again(Step step) {
        return Inspected.before(state(), situation, step, Set.of())
                ? Inspected.articles(power).getFirst().id()
                : "";
    }

    private void meet(Step step) {
        var kind = power.meeting(java.util.Objects.requireNonNull(step.meeting())).orElseThrow();
        var chair = people(kind.chair(), power.organ()).getFirst();
        var due = new LinkedHashSet<PersonId>(people(kind.members(), power.organ()));
        due.addAll(people(kind.chair(), power.organ()));
        var statements = new LinkedHashMap<PersonId, String>();
        due.stream().filter(p -> !p.equals(chair)).forEach(p -> statements.put(p, "同意"));
        statements.put(chair, "同意");
        var ballots = new LinkedHashMap<PersonId, Ballot>();
        statements.keySet().forEach(p -> ballots.put(p, Ballot.FOR));
        var minutes =
                new Minutes(today, chair, List.copyOf(due), statements, ballots, true, "", "同意");
        act(
                people(kind.members(), power.organ()).getFirst(),
                new CaseCommand.RecordMeeting(step.id(), minutes, ""));
        act(chair, new CaseCommand.SignMinutes(step.id()));
    }

    private void act(PersonId person, CaseCommand command) {
        act(new Actor.Officer(person), command);
    }

    private void act(Actor actor, CaseCommand command) {
        switch (decide(actor, command)) {
            case Outcome.Permitted<CaseEvent>(var events) -> history.addAll(events);
            case Outcome.Refused<CaseEvent>(var refusals) ->
                    throw new AssertionError(command + " was refused: " + refusals);
        }
    }

    Outcome<CaseEvent> decide(Actor actor, CaseCommand command) {
        var facts =
                new CaseFacts(today, actor, CaseFacts.Listing.IN_FORCE, power, calendar, roster);
        return Cases.decide(facts, history, command);
    }

    /// What the next officer would try before his step is there.
    Outcome<CaseEvent> decideTooEarly(String stepId) {
        var step = situation.step(stepId).orElseThrow();
        return decide(
                new Actor.Officer(first(step)),
                new CaseCommand.Decide(step.id(), true, Set.of(), "先定", ""));
    }
}
