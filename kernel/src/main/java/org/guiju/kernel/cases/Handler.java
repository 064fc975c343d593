package org.guiju.kernel.cases;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.StepKind;

/// 动作规范: for one command, in which kinds of steps it belongs, who may ask for it, what must hold, and what becomes fact.
///
/// @param kinds kinds of steps; empty for acts on the case as a whole
/// @param paused whether the act may happen while the clock stands still
/// @param rules in order of precedence; the list is the procedure
record Handler<C extends CaseCommand>(
        Class<C> command,
        Set<StepKind> kinds,
        Who who,
        boolean paused,
        List<Rule<C>> rules,
        Function<Asked<C>, List<CaseEvent>> facts) {
    Handler {
        kinds = Set.copyOf(kinds);
        rules = List.copyOf(rules);
    }

    /// 谁可以.
    enum Who {
        /// An officer in the step's role.
        ROLE,
        /// The recorder of a meeting: the step's role, a member or the chair.
        MEMBER,
        /// An officer in any role of this situation.
        HANDLER,
        /// An officer of the organ in any role at all.
        COLLEAGUE,
        /// Whoever collects fines in this situation, in whatever step the money comes in.
        COLLECTOR,
        /// An officer of the organ, or the applicant himself.
        COLLEAGUE_OR_APPLICANT,
        /// Whoever is asked to sign in the step (会签), or stands in for him.
        SIGNATORY,
        /// Whoever holds the role of the step that decides.
        DECIDER,
        /// The head of the organ, as the definition names him.
        HEAD,
        /// The applicant himself, or a window clerk who takes down what he says.
        APPLICANT_OR_WINDOW,
        /// The applicant, or the officer in the step's role who takes down what a party says.
        APPLICANT_OR_ROLE,
        ANYONE,
        TIME
    }

    /// The duty the actor takes on; separation compares it with what he has done before.
    Duty duty(StepKind kind) {
        return switch (who) {
            case ROLE, MEMBER -> kind.duty();
            case COLLECTOR -> Duty.COLLECT;
            case SIGNATORY -> Duty.OPINE;
            default -> Duty.NONE;
        };
    }

    static <C extends CaseCommand> Rule<C> rule(
            CaseRule id, java.util.function.Predicate<Asked<C>> holds) {
        return new Rule<>(id, holds);
    }
}
