package org.guiju.app.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.shared.GateRule;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Component;

/// 办理之门: one act through the gate of commands. A refusal is an answer too and is kept, and what was tried against an integrity rule stays on
/// record with it; asked again, the act gets the same reasons.
@Component
public class ActGate {
    private static final String REFUSED = "refused ";
    private final CommandGate gate;
    private final Attempts attempts;

    ActGate(CommandGate gate, Attempts attempts) {
        this.gate = gate;
        this.attempts = attempts;
    }

    /// 决定: what a desk has done, or why not.
    public sealed interface Settled {
        /// @param answer kept as text
        record Done(String answer) implements Settled {}

        /// @param matter what the act was aimed at
        /// @param why in order of precedence, never empty
        record Refused(String matter, List<Refusal> why) implements Settled {
            public Refused {
                why = List.copyOf(why);
            }
        }
    }

    /// @param body what the act says, in any stable form
    /// @param rules among which a kept refusal is found again
    /// @param work loads, decides, appends
    /// @return the answer
    /// @throws RefusalException where it does not happen
    public <R extends Enum<R> & GateRule> String once(
            Stamp stamp, byte[] body, Class<R> rules, Supplier<Settled> work) {
        return once(stamp, body, rules, UnaryOperator.identity(), work);
    }

    /// @param told how a reason is told to whoever asked: with names instead of ids
    public <R extends Enum<R> & GateRule> String once(
            Stamp stamp,
            byte[] body,
            Class<R> rules,
            UnaryOperator<Refusal> told,
            Supplier<Settled> work) {
        var reasons = new ArrayList<Refusal>();
        var answer =
                gate.once(
                        stamp.command(),
                        stamp.by(),
                        body,
                        () -> answer(stamp, work.get(), reasons));
        if (!answer.text().startsWith(REFUSED)) {
            return answer.text();
        }
        if (reasons.isEmpty()) {
            Arrays.stream(answer.text().substring(REFUSED.length()).split(" "))
                    .map(name -> Enum.valueOf(rules, name))
                    .forEach(r -> reasons.add(Refusal.of(r, r.basis())));
        }
        throw new RefusalException(reasons.stream().map(told).toList());
    }

    private String answer(Stamp stamp, Settled settled, List<Refusal> reasons) {
        // The gate may run the work again where somebody was faster.
        reasons.clear();
        return switch (settled) {
            case Settled.Done(var answer) -> answer;
            case Settled.Refused(var matter, var why) -> {
                reasons.addAll(why);
                attempts.record(
                        new PersonId(stamp.by()),
                        matter,
                        why.stream()
                                .filter(r -> r.code() instanceof GateRule rule && rule.integrity())
                                .map(r -> r.code().name())
                                .toList(),
                        stamp);
                yield REFUSED + String.join(" ", why.stream().map(r -> r.code().name()).toList());
            }
        };
    }
}
