package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.Gates;
import org.guiju.kernel.cases.Heads;
import org.guiju.kernel.cases.OnBehalf;
import org.guiju.kernel.cases.RiskLevels;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerDefinition.MeetingKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 案卷: a case as its handlers read it, with the definition it runs under and the clocks as they stand today.
public record CaseFile(
        UUID id,
        CaseState state,
        List<Trace> traces,
        PowerDefinition definition,
        Situation situation,
        CaseFacts facts,
        Optional<Clocks.Reading> promise,
        Optional<Clocks.Reading> statute) {
    public CaseFile {
        traces = List.copyOf(traces);
    }

    /// 痕迹: what happened and the entry that proves it.
    public record Trace(CaseEvent event, EventEntry entry) {}

    public LocalDate today() {
        return facts.today();
    }

    /// What the open step still asks for.
    public List<Gates.Item> gate(StepRound round) {
        return Gates.of(situation, state, round);
    }

    /// 三级管理: who answers at which level, and whether it has let the case pass; empty where the power has no two meetings (D23).
    public List<RiskLevels.Level> levels() {
        return RiskLevels.of(facts, definition, situation, state);
    }

    /// The step's own clock.
    public Optional<Clocks.Reading> clock(StepRound round) {
        return Clocks.step(situation, state, round, facts.calendar(), facts.today());
    }

    /// Members due at a meeting of the step on the day, the chair among them, recused ones left out.
    public List<PersonId> membersDue(Step step, MeetingKind kind, LocalDate day) {
        var organ = definition.organAt(step);
        var due = new LinkedHashSet<PersonId>(facts.roster().holders(kind.members(), organ, day));
        due.addAll(facts.roster().holders(kind.chair(), organ, day));
        due.removeAll(state.recused());
        return List.copyOf(due);
    }

    /// 查阅范围: whether the officer is of an organ that handles the case, or of the one that supervises the power.
    public boolean readableBy(PersonId officer) {
        var organs = new HashSet<OrganId>();
        organs.add(definition.organ());
        organs.add(definition.supervision().by());
        facts.entrusted().stream().map(CaseFacts.Entrusted::organ).forEach(organs::add);
        situation.steps().stream().map(Step::organ).filter(Objects::nonNull).forEach(organs::add);
        return facts.roster().of(officer, today()).stream()
                        .anyMatch(a -> organs.contains(a.organ()))
                || asked(officer);
    }

    /// 事先知情: whether the officer may know of a planned visit: whoever goes or planned it, the head of those who go, and everybody
    /// who reads the case once it was announced or made.
    public boolean knows(PersonId officer, VisitPlanned visit) {
        return visit.knownTo(officer)
                || made(visit.step())
                || visit.inspectors().stream()
                        .anyMatch(p ->
                                Heads.over(
                                        facts.roster(),
                                        definition,
                                        situation,
                                        organAt(visit.step()),
                                        officer,
                                        p,
                                        today()));
    }

    private boolean made(String step) {
        return state.round(step)
                .map(StepRound::work)
                .filter(w ->
                        w instanceof StepWork.Inspection(var recorded, _) && recorded != null
                                || w instanceof StepWork.Scene(var scene, _) && scene != null)
                .isPresent();
    }

    private OrganId organAt(String step) {
        return situation.step(step).map(definition::organAt).orElse(definition.organ());
    }

    /// The last plan of each step, in the order of their steps' first plans.
    public List<VisitPlanned> visits() {
        var last = new java.util.LinkedHashMap<String, VisitPlanned>();
        history().stream()
                .filter(VisitPlanned.class::isInstance)
                .map(VisitPlanned.class::cast)
                .forEach(v -> last.put(v.step(), v));
        return List.copyOf(last.values());
    }

    /// 抄送和会签: who was given the case to read, and who is asked to sign in it, himself or for somebody who is away.
    private boolean asked(PersonId officer) {
        var course = state.course();
        return course.informed().contains(officer)
                || course.events().stream()
                        .filter(VerbEvent.Countersigned.class::isInstance)
                        .map(VerbEvent.Countersigned.class::cast)
                        .anyMatch(e -> e.by().equals(officer))
                || course.asked().values().stream()
                        .flatMap(c -> c.signatories().stream())
                        .anyMatch(p ->
                                p.equals(officer)
                                        || facts.roster()
                                                .deputyOf(p, today())
                                                .filter(officer::equals)
                                                .isPresent());
    }

    /// 代行: for whom the one who acted did it, where he did not hold the role himself.
    public Optional<OnBehalf> onBehalf(Trace trace) {
        var step =
                trace.entry().fields().get("step") instanceof Value.Str(var id)
                        ? situation.step(id)
                        : Optional.<Step>empty();
        var role =
                switch (trace.event()) {
                    case CaseEvent.MinutesSigned _ ->
                            step.map(Step::meeting)
                                    .flatMap(definition::meeting)
                                    .map(MeetingKind::chair);
                    case CaseEvent.Extended _ -> Optional.of(situation.limits().extension().by());
                    default -> step.map(Step::role);
                };
        var organ = step.map(Step::organ).orElse(state.opening().organ());
        return role.filter(r -> !r.isBlank())
                .flatMap(r ->
                        OnBehalf.of(
                                facts.roster(),
                                r,
                                organ,
                                new PersonId(trace.entry().by()),
                                OfficialClock.dayOf(trace.entry().at())));
    }

    public List<CaseEvent> history() {
        return traces.stream().map(Trace::event).toList();
    }
}
