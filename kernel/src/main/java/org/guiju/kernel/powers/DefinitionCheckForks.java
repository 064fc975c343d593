package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.BRANCH_NOT_JOINED;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.DefinitionCheck.Findings;

/// 分支检查: where branches of a fork meet.
final class DefinitionCheckForks {
    private final Situation situation;
    private final Findings found;
    private final Set<String> ids;

    DefinitionCheckForks(Situation situation, Findings found) {
        this.situation = situation;
        this.found = found;
        this.ids = situation.steps().stream().map(Step::id).collect(Collectors.toSet());
    }

    void check() {
        situation.steps().forEach(this::forks);
    }

    /// Two branches may meet only in a step that waits for both; elsewhere the step would be done twice.
    private void forks(Step fork) {
        fork.outcomes()
                .forEach((outcome, targets) -> {
                    var heads = fork.next(outcome).stream().filter(ids::contains).toList();
                    for (int i = 0; i < heads.size(); i++) {
                        for (int j = i + 1; j < heads.size(); j++) {
                            meet(fork, outcome, heads.get(i), heads.get(j));
                        }
                    }
                });
    }

    private void meet(Step fork, String outcome, String one, String other) {
        // A loop back over the fork begins the branches anew; it is not where these two meet.
        var left = reach(one, fork.id());
        var right = reach(other, fork.id());
        var common = new LinkedHashSet<>(left);
        common.retainAll(right);
        for (var id : common) {
            var entered =
                    id.equals(one)
                            || id.equals(other)
                            || situation.steps().stream()
                                    .filter(s -> left.contains(s.id()) || right.contains(s.id()))
                                    .filter(s -> !common.contains(s.id()))
                                    .anyMatch(s -> s.successors().contains(id));
            var step = situation.step(id).orElseThrow();
            if (entered && !step.join()) {
                var path = DefinitionCheck.at(situation, fork) + ".outcomes." + outcome;
                found.add(BRANCH_NOT_JOINED, path, "found", step.name().zh(), "id", id);
            }
        }
    }

    /// Steps that can be reached from the step, itself included, without going through `around`.
    private Set<String> reach(String from, String around) {
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
}
