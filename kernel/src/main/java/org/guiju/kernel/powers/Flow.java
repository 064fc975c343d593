package org.guiju.kernel.powers;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// 流程: the steps of a situation as a graph. Everything that walks a flow walks it here.
public final class Flow {
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Set<String>> reach = new HashMap<>();

    private Flow(Situation situation) {
        situation.steps().forEach(s -> steps.put(s.id(), s));
        steps.keySet().forEach(id -> reach.put(id, reachableFrom(id)));
    }

    public static Flow of(Situation situation) {
        return new Flow(situation);
    }

    /// Whether a branch that stands at `from` can still come to `to` by at least one move.
    public boolean reaches(String from, String to) {
        return reach.getOrDefault(from, Set.of()).contains(to);
    }

    /// Steps that can come after the step, itself among them only if a loop leads back.
    public Set<String> after(String id) {
        return reach.getOrDefault(id, Set.of());
    }

    private Set<String> reachableFrom(String id) {
        var seen = new LinkedHashSet<String>();
        var todo = new ArrayDeque<String>();
        todo.add(id);
        while (!todo.isEmpty()) {
            var step = steps.get(todo.remove());
            if (step == null) {
                continue;
            }
            for (var next : step.successors()) {
                if (seen.add(next)) {
                    todo.add(next);
                }
            }
        }
        return seen;
    }
}
