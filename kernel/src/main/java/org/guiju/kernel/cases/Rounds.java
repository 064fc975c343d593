package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 环节轮次的累积: the rounds of a case while its events are folded; loud when an event names a round that is not open.
final class Rounds {
    private final List<StepRound> rounds = new ArrayList<>();
    private final @Nullable PersonId openedLateBy;

    /// @param openedLateBy who entered late what began the case, if it was late: its first step waits for a second officer
    Rounds(@Nullable PersonId openedLateBy) {
        this.openedLateBy = openedLateBy;
    }

    List<StepRound> all() {
        return rounds;
    }

    void open(CaseEvent.StepOpened e, StepWork work) {
        if (rounds.stream().anyMatch(r -> r.open() && r.step().equals(e.step()))) {
            throw new CorruptHistory("an open step " + e.step(), e);
        }
        var lateBy = rounds.isEmpty() ? openedLateBy : null;
        rounds.add(
                new StepRound(
                        e.step(),
                        e.kind(),
                        e.on(),
                        e.due(),
                        e.provisional(),
                        work,
                        lateBy != null,
                        lateBy,
                        null,
                        null));
    }

    void close(CaseEvent.StepClosed e) {
        change(e.step(), e, r -> r.closed(e.outcome(), e.on()));
    }

    /// What concerns the open rounds of the case as a whole.
    void everyOpen(UnaryOperator<StepRound> more) {
        rounds.replaceAll(r -> r.open() ? more.apply(r) : r);
    }

    boolean isKind(String step, StepKind kind) {
        return rounds.stream().anyMatch(r -> r.kind() == kind && r.step().equals(step));
    }

    /// An act entered late waits for a second officer; without a reason it was not late.
    void late(String step, CaseEvent event, String reason, PersonId by) {
        if (!reason.isEmpty()) {
            change(step, event, r -> r.lateBy(by));
        }
    }

    <W extends StepWork> void work(
            String step, CaseEvent event, Class<W> type, UnaryOperator<W> more) {
        change(
                step,
                event,
                r -> {
                    if (!type.isInstance(r.work())) {
                        throw new CorruptHistory(r.kind() + " at " + step, event);
                    }
                    return r.with(more.apply(type.cast(r.work())));
                });
    }

    void change(String step, CaseEvent event, UnaryOperator<StepRound> more) {
        for (int i = rounds.size() - 1; i >= 0; i--) {
            if (rounds.get(i).open() && rounds.get(i).step().equals(step)) {
                rounds.set(i, more.apply(rounds.get(i)));
                return;
            }
        }
        throw new CorruptHistory("no open step " + step, event);
    }
}
