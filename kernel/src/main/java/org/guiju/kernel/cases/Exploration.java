package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    /// Beyond so many states nobody reads the flow either; the shipped texts have some twenty.
    public static final int MOST = 2_000;

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
    /// @param whole whether all were seen before the bound; if not, nothing is said of stuck ones
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
        var begun = begun(power, situation);
        var first = new ArrayList<CaseEvent>();
        first.add(begun);
        first.addAll(Transitions.begin(facts, situation, first));
        var seen = new LinkedHashSet<At>();
        var before = new HashMap<At, Set<At>>();
        var endless = new LinkedHashSet<At>();
        var todo = new ArrayDeque<At>();
        var start = At.of(Evolution.of(first));
        seen.add(start);
        todo.add(start);
        while (!todo.isEmpty() && seen.size() < MOST) {
            var at = todo.remove();
            for (var to : moves(facts, situation, at, begun, endless)) {
                before.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(at);
                if (seen.add(to)) {
                    todo.add(to);
                }
            }
        }
        boolean whole = todo.isEmpty();
        return new Result(seen.size(), whole ? stuck(seen, before, endless) : List.of(), whole);
    }

    private static List<At> moves(
            CaseFacts facts, Situation situation, At at, CaseEvent begun, Set<At> endless) {
        var found = new ArrayList<At>();
        var history = shortest(situation, at, begun);
        for (var step : at.open()) {
            for (var outcome : situation.step(step).orElseThrow().outcomes().keySet()) {
                var after = new ArrayList<>(history);
                try {
                    after.addAll(Transitions.leaving(facts, situation, history, step, outcome));
                } catch (EndlessFlow _) {
                    endless.add(at);
                    continue;
                }
                found.add(At.of(Evolution.of(after)));
            }
        }
        return found;
    }

    /// How a case comes to stand there does not matter for where it can go: the shortest history will do.
    private static List<CaseEvent> shortest(Situation situation, At at, CaseEvent begun) {
        var history = new ArrayList<CaseEvent>();
        history.add(begun);
        for (var step : at.open()) {
            var kind = situation.step(step).orElseThrow().kind();
            history.add(new CaseEvent.StepOpened(step, kind, DAY, null, false));
        }
        at.waiting().forEach(step -> history.add(new CaseEvent.StepAwaited(step, DAY)));
        return history;
    }

    /// Backwards from the ends: what is not met on the way comes to none; where one outcome runs in circles by itself, neither.
    private static List<At> stuck(Set<At> seen, Map<At, Set<At>> before, Set<At> endless) {
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
                .filter(at ->
                        !good.contains(at)
                                || endless.contains(at)
                                || (at.open().isEmpty() && !at.closed()))
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
