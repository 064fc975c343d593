package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.Flow;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;

/// 流转: what follows from the facts: a step whose work is complete closes, its successors open, a join waits for every
/// branch that can still reach it, and a case without an open step is over.
final class Transitions {
    private final CaseFacts facts;
    private final Situation situation;
    private final Flow flow;
    private final List<CaseEvent> history;
    private final List<CaseEvent> added = new ArrayList<>();
    private final Set<String> passed = new HashSet<>();
    private CaseState state;

    private Transitions(CaseFacts facts, Situation situation, List<CaseEvent> history) {
        this.facts = facts;
        this.situation = situation;
        this.flow = Flow.of(situation);
        this.history = new ArrayList<>(history);
        this.state = Evolution.of(history);
    }

    /// The events that follow from the history by themselves.
    static List<CaseEvent> after(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            List<CaseEvent> history) {
        var run = new Transitions(facts, situation, history);
        run.settle();
        return run.added;
    }

    /// What follows when an open step is left by an outcome, whatever work led to it.
    static List<CaseEvent> leaving(
            CaseFacts facts,
            Situation situation,
            List<CaseEvent> history,
            String step,
            String outcome) {
        var run = new Transitions(facts, situation, history);
        run.leave(step, outcome);
        run.settle();
        return run.added;
    }

    /// The first step of a new case opens.
    static List<CaseEvent> begin(CaseFacts facts, Situation situation, List<CaseEvent> history) {
        var run = new Transitions(facts, situation, history);
        run.open(situation.first());
        return run.added;
    }

    private void settle() {
        if (state.isClosed()) {
            return;
        }
        if (state.withdrawn()) {
            state.open()
                    .forEach(r ->
                            add(new CaseEvent.StepClosed(r.step(), "withdrawn", facts.today())));
            close();
            return;
        }
        var complete = complete();
        // A step whose work is done when it opens is left at once; a flow of nothing but such steps
        // would
        // never stand still.
        for (int left = 0; complete.isPresent(); left++) {
            if (left > situation.steps().size()) {
                throw new EndlessFlow(situation.id(), complete.get().step());
            }
            leave(complete.get().step(), complete.get().work().outcome().orElseThrow());
            complete = complete();
        }
        openJoins();
        if (state.open().isEmpty() && !state.isClosed()) {
            close();
        }
    }

    private Optional<StepRound> complete() {
        return state.open().stream()
                .filter(r -> !r.late() && r.work().outcome().isPresent())
                .findFirst();
    }

    private void leave(String id, String outcome) {
        var step = situation.step(id).orElseThrow();
        add(new CaseEvent.StepClosed(id, outcome, facts.today()));
        step.next(outcome).forEach(this::enter);
    }

    private void enter(String next) {
        var target = situation.step(next).orElseThrow();
        if (target.kind() == StepKind.PUBLICITY && nothingPublic() && passed.add(next)) {
            // No public notice comes about (D30); what follows publicity follows at once.
            target.next("over").forEach(this::enter);
        } else if (target.join()) {
            if (!state.waiting().contains(next) && !state.isOpen(next)) {
                add(new CaseEvent.StepAwaited(next, facts.today()));
            }
        } else if (!state.isOpen(next)) {
            open(target);
        }
    }

    /// A result that is withheld, or a case that ended without one: there is nothing to publicise.
    private boolean nothingPublic() {
        var decided = state.decided();
        return state.course().terminated().isPresent()
                || (decided != null && !decided.withheld().isEmpty());
    }

    /// A join opens when no open step can still lead to it, nor another waiting join before it.
    private void openJoins() {
        var ready = state.waiting().stream().filter(this::ready).findFirst();
        while (ready.isPresent()) {
            open(situation.step(ready.get()).orElseThrow());
            ready = state.waiting().stream().filter(this::ready).findFirst();
        }
    }

    private boolean ready(String join) {
        return state.open().stream().noneMatch(r -> flow.reaches(r.step(), join))
                && state.waiting().stream()
                        .noneMatch(w -> !w.equals(join) && flow.reaches(w, join));
    }

    private void open(Step step) {
        var due = Clocks.opening(step, state, facts.today(), facts.calendar());
        add(
                new CaseEvent.StepOpened(
                        step.id(),
                        step.kind(),
                        facts.today(),
                        due.map(d -> d.lastDay()).orElse(null),
                        due.map(d -> d.provisional()).orElse(false)));
    }

    private void close() {
        var decided = state.decided();
        String outcome;
        if (state.withdrawn()) {
            outcome = "withdrawn";
        } else if (state.course().terminated().isPresent()) {
            outcome = "terminated";
        } else if (decided != null) {
            outcome = decided.outcome();
        } else if (situation.onApplication()) {
            outcome = "not-accepted";
        } else {
            outcome = Objects.requireNonNullElse(state.rounds().getLast().outcome(), "not-filed");
        }
        add(new CaseEvent.CaseClosed(outcome, facts.today()));
    }

    private void add(CaseEvent event) {
        added.add(event);
        history.add(event);
        state = Evolution.of(history);
    }
}
