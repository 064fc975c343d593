package org.guiju.kernel.supervision;

import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseEvent.Side;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// In whose hands a case lies: the post of the open step, the person who has taken it up, the first handler.
final class Hands {
    private final CaseHistory history;

    Hands(CaseHistory history) {
        this.history = history;
    }

    /// The step that is open now and is not waiting for somebody outside.
    Accountable now() {
        return history.state().open().stream()
                .filter(r -> r.kind() != StepKind.PUBLICITY && !r.kind().waitsForApplicant())
                .findFirst()
                .or(() -> history.state().rounds().reversed().stream().findFirst())
                .map(r -> of(history.situation().step(r.step()).orElseThrow(), r))
                .orElseGet(() -> of(history.situation().first(), null));
    }

    Accountable of(Step step, @Nullable StepRound round) {
        var organ = history.definition().organAt(step);
        var taken = round == null ? null : person(round.work());
        var person = taken == null && step.kind() == StepKind.ACCEPTANCE ? receiver() : taken;
        return new Accountable(
                organ, step.id(), step.role(), person, history.state().firstHandler());
    }

    /// Who took the application in at the window; null where it came over the network, to the post as a whole.
    private @Nullable PersonId receiver() {
        return history.first(CaseEvent.ApplicationReceived.class::isInstance)
                .map(r -> ((CaseEvent.ApplicationReceived) r.event()).by())
                .orElse(null);
    }

    private static @Nullable PersonId person(StepWork work) {
        return switch (work) {
            case StepWork.Review w ->
                    w.opinions().containsKey(Side.A) && !w.bothIn() ? w.b() : w.a();
            case StepWork.Inspection w -> w.recorded() == null ? null : w.recorded().by();
            case StepWork.Scene w -> w.recorded() == null ? null : w.recorded().by();
            case StepWork.Meeting w -> w.minutes() == null ? null : w.minutes().chair();
            case StepWork.HearingRound w -> w.scheduled() == null ? null : w.scheduled().chair();
            case StepWork.Notice w -> w.told() == null ? null : w.told().by();
            case StepWork.Investigation w -> w.report() == null ? null : w.report().by();
            case StepWork.Single _, StepWork.Objected _, StepWork.Supplement _, StepWork.Dues _ ->
                    null;
        };
    }
}
