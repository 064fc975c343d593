package org.guiju.kernel.linesystems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;

/// 流程次序: which steps of the published flow come before another in every course that comes to it, and which every course goes through
/// from an outcome to its end. Ways back (补正, 更正) are no order.
final class FlowOrder {
    private final Situation situation;
    private final Map<String, Map<String, List<String>>> forward = new LinkedHashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();

    FlowOrder(Situation situation) {
        this.situation = situation;
        walk(situation.first(), new LinkedHashSet<>(), new HashSet<>());
    }

    /// Depth first; an edge to a step on the way there leads back and is left out.
    private void walk(Step step, Set<String> way, Set<String> seen) {
        if (!seen.add(step.id())) {
            return;
        }
        way.add(step.id());
        var outcomes = new LinkedHashMap<String, List<String>>();
        step.outcomes()
                .forEach((outcome, _) -> {
                    var next = step.next(outcome).stream().filter(n -> !way.contains(n)).toList();
                    boolean back = next.size() < step.next(outcome).size();
                    if (!back) {
                        outcomes.put(outcome, next);
                    }
                    next.forEach(n -> situation.step(n).ifPresent(s -> walk(s, way, seen)));
                });
        forward.put(step.id(), outcomes);
        way.remove(step.id());
    }

    /// Ids of the steps that lie before the step in every course, in the order of the text.
    Set<String> mustPrecede(String step) {
        return before.computeIfAbsent(step, this::preceding);
    }

    private Set<String> preceding(String step) {
        var found = new LinkedHashSet<String>();
        for (var candidate : situation.steps()) {
            var id = candidate.id();
            if (!id.equals(step)
                    && reaches(id, step)
                    && !course(situation.first().id(), id, step, new HashMap<>()).with()) {
                found.add(id);
            }
        }
        return found;
    }

    /// Ids of the steps that every course goes through after the outcome.
    Set<String> mustFollow(String step, String outcome) {
        var found = new LinkedHashSet<String>();
        var next = forward.getOrDefault(step, Map.of()).get(outcome);
        if (next == null) {
            return found;
        }
        for (var candidate : situation.steps()) {
            boolean avoidable =
                    next.stream()
                            .allMatch(
                                    n -> course(n, candidate.id(), "", new HashMap<>()).without());
            if (!avoidable) {
                found.add(candidate.id());
            }
        }
        return found;
    }

    private boolean reaches(String from, String to) {
        var open = new ArrayList<>(List.of(from));
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var id = open.removeLast();
            for (var next : forward.getOrDefault(id, Map.of()).values()) {
                for (var n : next) {
                    if (n.equals(to)) {
                        return true;
                    }
                    if (seen.add(n)) {
                        open.add(n);
                    }
                }
            }
        }
        return false;
    }

    /// Whether some course from a step does without another one, and whether such a course comes through a third.
    private record Course(boolean without, boolean with) {}

    private Course course(String at, String avoided, String sought, Map<String, Course> known) {
        var before = known.get(at);
        if (before != null) {
            return before;
        }
        known.put(at, new Course(false, false));
        var found =
                at.equals(avoided) ? new Course(false, false) : through(at, avoided, sought, known);
        known.put(at, found);
        return found;
    }

    private Course through(String at, String avoided, String sought, Map<String, Course> known) {
        boolean here = at.equals(sought);
        boolean without = false;
        boolean with = false;
        for (var next : forward.getOrDefault(at, Map.of()).values()) {
            var branches = next.stream().map(n -> course(n, avoided, sought, known)).toList();
            if (branches.stream().allMatch(Course::without)) {
                without = true;
                with = with || here || branches.stream().anyMatch(Course::with);
            }
        }
        return new Course(without, with);
    }
}
