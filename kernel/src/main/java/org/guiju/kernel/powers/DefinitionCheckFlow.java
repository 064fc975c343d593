package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.DefinitionCheck.Findings;
import org.jspecify.annotations.Nullable;

/// 流程检查: whether the steps of a situation make a flow that comes to its end, on every path through the meeting that
/// binds the decision.
final class DefinitionCheckFlow {
    private final PowerDefinition power;
    private final Situation situation;
    private final Set<String> ruleIds;
    private final Findings found;
    private final Set<String> ids;

    DefinitionCheckFlow(
            PowerDefinition power, Situation situation, Set<String> ruleIds, Findings found) {
        this.power = power;
        this.situation = situation;
        this.ruleIds = ruleIds;
        this.found = found;
        this.ids = situation.steps().stream().map(Step::id).collect(Collectors.toSet());
    }

    void check() {
        var first = situation.first();
        if (first.kind() != StepKind.ACCEPTANCE && !first.kind().beginsExOfficio()) {
            found.add(FIRST_STEP, at(first), "found", first.name().zh());
        }
        links();
        for (var step : situation.steps()) {
            outcomes(step);
            references(step);
            kindRules(step);
            decision(step);
        }
        if (new DefinitionCheckPath(situation).leadsOn()) {
            new DefinitionCheckForks(situation, found).check();
            situation.steps().forEach(this::avoidable);
            reachable();
            endReachable();
        }
    }

    /// Beside the six nodes of A52, element 7 adds publicity where citizens are concerned.
    private void links() {
        if (!situation.onApplication()) {
            exOfficio();
        } else if (power.external()) {
            link(StepKind.PUBLICITY);
        }
    }

    /// The steps that the penalty law asks for, in the ordinary procedure and in the simple one (行政处罚法 44, 51–60).
    private void exOfficio() {
        if (situation.first().kind() == StepKind.ON_THE_SPOT) {
            return;
        }
        if (power.external()) {
            link(StepKind.PUBLICITY);
        }
        for (var kind :
                power.kind() != PowerKind.PENALTY
                        ? List.<StepKind>of()
                        : List.of(
                                StepKind.FILING,
                                StepKind.INVESTIGATION,
                                StepKind.PENALTY_NOTICE,
                                StepKind.LEGAL_REVIEW)) {
            link(kind);
        }
    }

    private void link(StepKind kind) {
        if (!has(kind)) {
            found.add(LINK_MISSING, DefinitionCheck.at(situation) + ".steps", "kind", kind.code());
        }
    }

    private boolean has(StepKind kind) {
        return situation.steps().stream().anyMatch(s -> s.kind() == kind);
    }

    private void outcomes(Step step) {
        var path = at(step) + ".outcomes";
        var known = new LinkedHashSet<>(step.kind().required());
        known.addAll(step.kind().optional().stream().sorted().toList());
        for (var required : step.kind().required()) {
            if (!step.outcomes().containsKey(required)) {
                found.add(OUTCOME_MISSING, path, "found", required, "step", step.name().zh());
            }
        }
        step.outcomes()
                .forEach((outcome, targets) -> {
                    if (!known.contains(outcome)) {
                        found.add(
                                OUTCOME_UNKNOWN,
                                path + "." + outcome,
                                "found",
                                outcome,
                                "words",
                                String.join("、", known));
                    }
                    targets(targets, path + "." + outcome, outcome);
                });
    }

    private void targets(List<String> targets, String path, String outcome) {
        var end = targets.contains(Step.END);
        if (targets.isEmpty()
                || (end && targets.size() > 1)
                || new HashSet<>(targets).size() < targets.size()) {
            found.add(OUTCOME_MALFORMED, path, "found", outcome);
        }
        targets.stream()
                .filter(t -> !t.equals(Step.END))
                .forEach(t -> found.reference(ids, t, path, outcome));
    }

    private void references(Step step) {
        var basis = step.basis();
        if (basis != null) {
            var known = power.basis().stream().map(Basis::id).collect(Collectors.toSet());
            found.reference(known, basis, at(step) + ".basis", "basis");
        }
        var meeting = step.meeting();
        if (meeting != null) {
            var known =
                    power.meetings().stream()
                            .map(PowerDefinition.MeetingKind::id)
                            .collect(Collectors.toSet());
            found.reference(known, meeting, at(step) + ".meeting", "meeting");
        } else if (step.kind().isCollective()) {
            found.add(MEETING_MISSING, at(step), "found", step.name().zh());
        }
        if (step.role().isBlank()) {
            found.missing(Element.UNIT, at(step) + ".role");
        }
        var risk = step.risk();
        if (risk != null && !ruleIds.contains(risk.control())) {
            found.add(CONTROL_UNKNOWN, at(step) + ".risk.control", "found", risk.control());
        }
    }

    private void kindRules(Step step) {
        if (step.kind() == StepKind.FORM_REVIEW && situation.formOnly() == null) {
            found.add(REVIEW_NOT_PAIRED, at(step), "found", step.name().zh());
        }
        var figure =
                switch (step.kind()) {
                    case SITE_INSPECTION -> DefinitionCheckFigures.INSPECTORS;
                    case ON_SITE -> DefinitionCheckFigures.ON_SITE;
                    case INVESTIGATION, ON_THE_SPOT -> DefinitionCheckFigures.INVESTIGATORS;
                    default -> null;
                };
        if (figure != null) {
            DefinitionCheckFigures.on(figure, power)
                    .filter(law -> step.officers().atLeast() < law.value())
                    .ifPresent(law ->
                            found.add(
                                    TOO_FEW_OFFICERS,
                                    at(step) + ".officers",
                                    "found",
                                    String.valueOf(step.officers().atLeast()),
                                    "law",
                                    String.valueOf(law.value()),
                                    "article",
                                    law.source().cite()));
        }
        if (((step.kind() == StepKind.PARTY_NOTICE
                                && (power.kind() == PowerKind.LICENCE
                                        || step.outcomes().containsKey("hearing")))
                        || step.kind() == StepKind.PENALTY_NOTICE)
                && step.next("hearing").stream().noneMatch(id -> isA(id, StepKind.HEARING))) {
            found.add(HEARING_UNREACHABLE, at(step) + ".outcomes", "found", step.name().zh());
        }
    }

    private boolean isA(String id, StepKind kind) {
        return situation.step(id).filter(s -> s.kind() == kind).isPresent();
    }

    private void reachable() {
        var reached = reach(situation.first().id(), null);
        for (var step : situation.steps()) {
            if (!reached.contains(step.id())) {
                found.add(STEP_UNREACHABLE, at(step), "found", step.name().zh());
            }
        }
    }

    /// Grows the set of steps from which an end can be reached until it grows no more.
    private void endReachable() {
        var ends = new HashSet<String>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var step : situation.steps()) {
                var leads =
                        step.outcomes().keySet().stream()
                                .map(step::next)
                                .anyMatch(n -> n.isEmpty() || n.stream().anyMatch(ends::contains));
                grown |= leads && ends.add(step.id());
            }
        }
        for (var step : situation.steps()) {
            if (!ends.contains(step.id())) {
                found.add(END_UNREACHABLE, at(step), "found", step.name().zh());
            }
        }
    }

    private void decision(Step step) {
        var bound = step.boundTo();
        var path = at(step) + ".bound-to";
        if (bound == null) {
            if ((step.kind() == StepKind.DECISION && situation.formOnly() == null)
                    || step.kind() == StepKind.PENALTY_DECISION
                    || (step.kind() == StepKind.RULING && power.kind() == PowerKind.INNER)) {
                found.add(DECISION_UNBOUND, at(step), "found", step.name().zh());
            }
            return;
        }
        found.reference(ids, bound, path, "bound-to");
        situation
                .step(bound)
                .filter(meeting -> !meeting.kind().isCollective())
                .ifPresent(m -> found.add(BOUND_TO_NO_MEETING, path, "found", m.name().zh()));
    }

    /// One branch of a fork around the meeting is enough to be refused: what one branch resolves does not bind what
    /// another brings to the decision.
    private void avoidable(Step step) {
        var meeting = Optional.ofNullable(step.boundTo()).flatMap(situation::step).orElse(null);
        if (meeting != null
                && meeting.kind().isCollective()
                && reach(situation.first().id(), meeting.id()).contains(step.id())) {
            found.add(
                    BOUND_STEP_AVOIDABLE,
                    at(step) + ".bound-to",
                    "found",
                    meeting.name().zh(),
                    "step",
                    step.name().zh());
        }
    }

    /// Steps that can be reached from the step, itself included, without going through `around`.
    private Set<String> reach(String from, @Nullable String around) {
        var seen = new LinkedHashSet<String>();
        var todo = new ArrayDeque<String>();
        todo.add(from);
        while (!todo.isEmpty()) {
            var id = todo.remove();
            var step = situation.step(id).orElse(null);
            if (step != null && !id.equals(around) && seen.add(id)) {
                todo.addAll(step.successors());
            }
        }
        return seen;
    }

    private String at(Step step) {
        return DefinitionCheck.at(situation, step);
    }
}
