package org.guiju.kernel.powers;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 最长路径: how long a case takes until the decision when every step uses its whole limit. Branches run side by side, so
/// the longest path counts; a way back is not taken, or a flow with a loop would have no longest path.
final class DefinitionCheckPath {

    /// @param days sum of the limits that count
    /// @param steps those whose limits were added, in order
    /// @param decided whether a decision is reached at all
    record Path(int days, List<Step> steps, boolean decided) {
        /// The sum as a reader adds it up: `受理1 + 审查3`.
        String written() {
            return steps.stream()
                    .map(s -> s.name().zh() + counted(s))
                    .collect(Collectors.joining(" + "));
        }
    }

    private static final Path NOWHERE = new Path(0, List.of(), false);

    /// What the step adds to the promise.
    static int counted(Step step) {
        var limit = step.limit();
        return step.counts() && limit != null ? limit.n() : 0;
    }

    private final Situation situation;
    private final Map<String, Path> known = new HashMap<>();
    private final Set<String> under = new HashSet<>();

    DefinitionCheckPath(Situation situation) {
        this.situation = situation;
    }

    Path longest() {
        return from(situation.first().id());
    }

    /// Whether every outcome names steps that exist: without that, what follows from the paths would be noise.
    boolean leadsOn() {
        return situation.steps().stream()
                .flatMap(s -> s.successors().stream())
                .allMatch(id -> step(id) != null);
    }

    /// Steps from the first to a decision, the decisions included; what follows a decision is not part of the promise.
    Set<String> untilDecision() {
        var seen = new LinkedHashSet<String>();
        var todo = new ArrayDeque<String>();
        todo.add(situation.first().id());
        while (!todo.isEmpty()) {
            var step = step(todo.remove());
            if (step != null && seen.add(step.id()) && !step.kind().decides()) {
                todo.addAll(step.successors());
            }
        }
        return seen;
    }

    private Path from(String id) {
        var step = step(id);
        if (step == null || !under.add(id)) {
            return NOWHERE;
        }
        var path = known.get(id);
        if (path == null) {
            path = through(step);
            known.put(id, path);
        }
        under.remove(id);
        return path;
    }

    private Path through(Step step) {
        int own = counted(step);
        var here = own > 0 ? List.of(step) : List.<Step>of();
        if (step.kind().decides()) {
            return new Path(own, here, true);
        }
        var best = NOWHERE;
        for (var next : step.successors()) {
            var rest = from(next);
            if (rest.decided() && (!best.decided() || own + rest.days() > best.days())) {
                var steps = Stream.concat(here.stream(), rest.steps().stream()).toList();
                best = new Path(own + rest.days(), steps, true);
            }
        }
        return best;
    }

    private @Nullable Step step(String id) {
        return situation.step(id).orElse(null);
    }
}
