package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;

/// 风险“三级管理”: the handlers, then one level for each meeting that a case has to pass before it is decided; who answers for each, and
/// whether it lets the case pass (D23). A power without two meetings has no such levels.
public final class RiskLevels {
    private RiskLevels() {}

    /// 一级.
    ///
    /// @param level 1 for the handlers, then one more for each meeting
    /// @param responsible the pair and the inspectors, or who presides; those who hold the role while nobody is named
    public record Level(
            int level, List<Step> steps, SequencedSet<PersonId> responsible, State state) {
        public Level {
            steps = List.copyOf(steps);
        }
    }

    /// 把关状态. Only what is `PASSED` lets the case go on.
    public enum State {
        PASSED("passed"),
        /// A standard is not met, or the meeting did not agree: no grant can follow.
        AGAINST("against"),
        OPEN("open"),
        /// A level before has not let the case pass.
        AHEAD("ahead");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static List<Level> of(
            CaseFacts facts, PowerDefinition definition, Situation situation, CaseState state) {
        var meetings = steps(situation, StepKind.DELIBERATION);
        if (meetings.size() < 2) {
            return List.of();
        }
        var handling =
                situation.steps().stream()
                        .filter(s ->
                                s.kind() == StepKind.PAIRED_REVIEW
                                        || s.kind() == StepKind.FORM_REVIEW
                                        || s.kind() == StepKind.SITE_INSPECTION)
                        .toList();
        var levels = new ArrayList<Level>();
        levels.add(level(1, handling, facts, definition, state));
        meetings.forEach(
                m -> levels.add(level(levels.size() + 1, List.of(m), facts, definition, state)));
        return List.copyOf(levels);
    }

    private static List<Step> steps(Situation situation, StepKind kind) {
        return situation.steps().stream().filter(s -> s.kind() == kind).toList();
    }

    private static Level level(
            int level,
            List<Step> steps,
            CaseFacts facts,
            PowerDefinition definition,
            CaseState state) {
        var persons = new LinkedHashSet<PersonId>();
        var works = steps.stream().flatMap(s -> state.round(s.id()).stream()).map(StepRound::work);
        works.forEach(w -> named(w, persons));
        if (persons.isEmpty()) {
            for (var step : steps) {
                var role = presides(definition, step);
                persons.addAll(
                        facts.roster().holders(role, definition.organAt(step), facts.today()));
            }
        }
        return new Level(level, steps, persons, state(steps, state));
    }

    private static String presides(PowerDefinition definition, Step step) {
        return step.meeting() == null
                ? step.role()
                : definition
                        .meeting(step.meeting())
                        .map(PowerDefinition.MeetingKind::chair)
                        .orElse(step.role());
    }

    private static void named(StepWork work, SequencedSet<PersonId> persons) {
        switch (work) {
            case StepWork.Review r -> {
                if (r.a() != null) {
                    persons.add(r.a());
                }
                if (r.b() != null) {
                    persons.add(r.b());
                }
                r.opinions().values().forEach(o -> persons.add(o.by()));
            }
            case StepWork.Inspection(var recorded, _) when recorded != null ->
                    persons.addAll(recorded.inspectors());
            case StepWork.Meeting(_, var minutes, _, _) when minutes != null ->
                    persons.add(minutes.chair());
            default -> {}
        }
    }

    private static State state(List<Step> steps, CaseState state) {
        var rounds = steps.stream().flatMap(s -> state.round(s.id()).stream()).toList();
        if (rounds.stream().map(StepRound::work).anyMatch(RiskLevels::against)) {
            return State.AGAINST;
        }
        if (rounds.size() == steps.size() && rounds.stream().noneMatch(StepRound::open)) {
            return State.PASSED;
        }
        return rounds.isEmpty() ? State.AHEAD : State.OPEN;
    }

    private static boolean against(StepWork work) {
        return switch (work) {
            case StepWork.Review r ->
                    r.outcome().isPresent()
                            && r.opinions().firstEntry().getValue().verdicts().keySet().stream()
                                    .flatMap(s -> r.finding(s).stream())
                                    .anyMatch(Verdict.UNMET::equals);
            case StepWork.Inspection(var recorded, _) when recorded != null ->
                    recorded.verdicts().containsValue(Verdict.UNMET);
            case StepWork.Meeting(_, var minutes, var signedBy, _) ->
                    signedBy != null && !Objects.requireNonNull(minutes).agreed();
            default -> false;
        };
    }
}
