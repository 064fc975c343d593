package org.guiju.kernel.lint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;

/// 路径: the ways through a flow, and whether one of them gets round a step that the law prescribes.
final class Paths {
    private Paths() {}

    static List<Step> of(Situation situation, StepKind kind) {
        return situation.steps().stream().filter(s -> s.kind() == kind).toList();
    }

    /// Steps that are come to from the heads, themselves included, without going through a wall; the wall itself is not among them.
    static Set<Step> reached(Situation situation, Collection<String> heads, Predicate<Step> wall) {
        var seen = new LinkedHashSet<Step>();
        var known = new HashSet<String>();
        var todo = new ArrayDeque<>(heads);
        while (!todo.isEmpty()) {
            var id = todo.remove();
            var step = situation.step(id).orElse(null);
            if (step != null && known.add(id) && !wall.test(step)) {
                seen.add(step);
                todo.addAll(step.successors());
            }
        }
        return seen;
    }

    /// Steps of the kind that can be come to from the heads without passing any of the walls.
    static List<Step> around(
            Situation situation, Collection<String> heads, StepKind to, Set<StepKind> walls) {
        return reached(situation, heads, s -> walls.contains(s.kind())).stream()
                .filter(s -> s.kind() == to)
                .toList();
    }

    /// Steps of the kind that can be come to from the beginning without passing any of the walls.
    static List<Step> aroundFromTheStart(Situation situation, StepKind to, Set<StepKind> walls) {
        return situation.steps().isEmpty()
                ? List.of()
                : around(situation, List.of(situation.first().id()), to, walls);
    }

    /// Whether some way from the heads ends without a step of the kind.
    static boolean endsWithout(Situation situation, Collection<String> heads, StepKind kind) {
        var walked = reached(situation, heads, s -> s.kind() == kind);
        return heads.contains(Step.END)
                || walked.stream()
                        .anyMatch(s ->
                                s.outcomes().values().stream()
                                        .anyMatch(to -> to.isEmpty() || to.contains(Step.END)));
    }

    /// Steps that lead to the step by one move.
    static long leadingTo(Situation situation, Step step) {
        return situation.steps().stream().filter(s -> s.successors().contains(step.id())).count();
    }
}
