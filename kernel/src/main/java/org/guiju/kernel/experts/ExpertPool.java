package org.guiju.kernel.experts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.Refusal;

/// 专家库管理: who comes in, who leaves, and that a third stays from outside.
public final class ExpertPool {
    private ExpertPool() {}

    public static Outcome<PoolEvent> decide(
            ExpertFacts facts, PoolState state, PoolCommand command) {
        if (command instanceof PoolCommand.ConfirmTerms(var number)) {
            return confirm(facts, state, number);
        }
        if (facts.uses()) {
            return refused(ExpertRule.POOL_KEPT_APART);
        }
        if (!facts.keeper()) {
            return refused(ExpertRule.POOL_KEEPER);
        }
        return kept(state, command);
    }

    private static Outcome<PoolEvent> kept(PoolState state, PoolCommand command) {
        return switch (command) {
            case PoolCommand.Establish(var share, var both) ->
                    state.established()
                            ? refused(ExpertRule.EXPERT_ONCE)
                            : permitted(new PoolEvent.Established(share, both));
            case PoolCommand.Admit(var expert) -> admit(state, expert);
            case PoolCommand.Activate() -> balanced(state, new PoolEvent.Activated());
            case PoolCommand.Appraise(var number, var kind, var text) ->
                    member(state, number).isEmpty() || text.isBlank()
                            ? refused(ExpertRule.EXPERT_KNOWN)
                            : permitted(new PoolEvent.Appraised(number, kind, text));
            case PoolCommand.Exit(var number, var reason) ->
                    member(state, number).isEmpty() || reason.isBlank()
                            ? refused(ExpertRule.EXPERT_KNOWN)
                            : ifActive(state, new PoolEvent.Exited(number, reason));
            case PoolCommand.ConfirmTerms _ -> refused(ExpertRule.EXPERT_HIMSELF);
        };
    }

    private static Outcome<PoolEvent> admit(PoolState state, Expert expert) {
        if (expert.qualification().isBlank()
                || expert.fields().isEmpty()
                || expert.name().isBlank()) {
            return refused(ExpertRule.QUALIFICATION_RECORDED);
        }
        if (state.experts().containsKey(expert.number()) || state.of(expert.person()).isPresent()) {
            return refused(ExpertRule.EXPERT_ONCE);
        }
        return ifActive(state, new PoolEvent.Admitted(expert));
    }

    /// While it is being filled the pool may be uneven; once in use it may not.
    private static Outcome<PoolEvent> ifActive(PoolState state, PoolEvent event) {
        return state.active() ? balanced(state, event) : permitted(event);
    }

    private static Outcome<PoolEvent> balanced(PoolState state, PoolEvent event) {
        var then = state.after(event);
        return then.balanced()
                ? permitted(event)
                : new Outcome.Refused<>(
                        List.of(
                                new Refusal(
                                        ExpertRule.OUTSIDE_THIRD,
                                        ExpertRule.OUTSIDE_THIRD.basis(),
                                        Map.of(
                                                "outside",
                                                String.valueOf(then.outsiders()),
                                                "all",
                                                String.valueOf(then.members().size()),
                                                "needed",
                                                String.valueOf(
                                                        then.share().of(then.members().size()))))));
    }

    private static Outcome<PoolEvent> confirm(ExpertFacts facts, PoolState state, String number) {
        return member(state, number).filter(e -> e.person().equals(facts.actor())).isPresent()
                ? permitted(new PoolEvent.TermsConfirmed(number))
                : refused(ExpertRule.EXPERT_HIMSELF);
    }

    private static Optional<Expert> member(PoolState state, String number) {
        return Optional.ofNullable(state.experts().get(number)).filter(Expert::active);
    }

    private static Outcome<PoolEvent> permitted(PoolEvent event) {
        return new Outcome.Permitted<>(List.of(event));
    }

    private static Outcome<PoolEvent> refused(ExpertRule rule) {
        return new Outcome.Refused<>(List.of(Refusal.of(rule, rule.basis())));
    }
}
