package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.OrganId;

/// 穷举: every set of open steps that a case of a situation can come to, by the same transitions that run it; and whether from
/// each of them the case can still come to its end.
public final class Exploration {
    /// Beyond so many states nobody reads the flow either.
    static final int MOST = 20_000;

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Exploration() {}

    /// 流程状态.
    public record At(Set<String> open, Set<String> waiting, boolean closed) {
        public At {
            open = Set.copyOf(open);
            waiting = Set.copyOf(waiting);
        }

        static At of(CaseState state) {
            var open = new TreeSet<String>();
            state.open().forEach(r -> open.add(r.step()));
            return new At(open, state.waiting(), state.isClosed());
        }
    }

    /// 穷举结果.
    ///
    /// @param states how many there are
    /// @param stuck open steps of states from which no end can be reached, or that have neither an open step nor an end
    /// @param whole whether all were seen before the bound
    public record Result(int states, List<At> stuck, boolean whole) {
        public Result {
            stuck = List.copyOf(stuck);
        }
    }

    /// Walks every outcome of every open step from the first one on.
    public static Result of(PowerDefinition power, Situation situation) {
        var facts =
                new CaseFacts(
                        DAY,
                        new Actor.Time(),
                        Listing.IN_FORCE,
                        power,
                        WorkCalendar.of(List.of()),
                        Roster.EMPTY);
        var first = new ArrayList<CaseEvent>();
        first.add(begun(power, situation));
        first.addAll(Transitions.begin(facts, situation, first));
        var seen = new LinkedHashMap<At, List<CaseEvent>>();
        var before = new HashMap<At, Set<At>>();
        var todo = new ArrayDeque<At>();
        var start = At.of(Evolution.of(first));
        seen.put(start, first);
        todo.add(start);
        while (!todo.isEmpty() && seen.size() < MOST) {
            var at = todo.remove();
            for (var after : moves(facts, situation, at, seen.getOrDefault(at, first))) {
                var to = At.of(Evolution.of(after));
                before.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(at);
                if (seen.putIfAbsent(to, after) == null) {
                    todo.add(to);
                }
            }
        }
        return new Result(seen.size(), stuck(seen.keySet(), before), todo.isEmpty());
    }

    private static List<List<CaseEvent>> moves(
            CaseFacts facts, Situation situation, At at, List<CaseEvent> history) {
        var found = new ArrayList<List<CaseEvent>>();
        for (var step : at.open()) {
            for (var outcome : situation.step(step).orElseThrow().outcomes().keySet()) {
                var after = new ArrayList<>(history);
                after.addAll(Transitions.leaving(facts, situation, history, step, outcome));
                found.add(after);
            }
        }
        return found;
    }

    /// Backwards from the ends: what is not met on the way comes to none.
    private static List<At> stuck(Set<At> seen, Map<At, Set<At>> before) {
        var good = new HashSet<At>();
        var todo = new ArrayDeque<At>();
        seen.stream().filter(At::closed).forEach(todo::add);
        while (!todo.isEmpty()) {
            var at = todo.remove();
            if (good.add(at)) {
                todo.addAll(before.getOrDefault(at, Set.of()));
            }
        }
        return seen.stream()
                .filter(at -> !good.contains(at) || (at.open().isEmpty() && !at.closed()))
                .toList();
    }

    private static CaseEvent begun(PowerDefinition power, Situation situation) {
        return new CaseEvent.ApplicationReceived(
                "0",
                power.code().value(),
                power.version(),
                power.digest(),
                situation.id(),
                new OrganId(power.organ().value()),
                "window",
                new Applicant("", "", Applicant.Kind.PERSON, "", ""),
                Map.of(),
                List.of(),
                DAY,
                null,
                "");
    }
}
