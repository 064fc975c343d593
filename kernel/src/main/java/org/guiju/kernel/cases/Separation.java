package org.guiju.kernel.cases;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.allocation.SeparationPolicy;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.PersonId;

/// 职责分离: which two duties one person may not hold in one matter. The baseline is hard; a definition can only add.
public final class Separation {
    private Separation() {}

    /// 两把钥匙.
    public record Pair(Duty one, Duty other) {
        boolean meets(Duty x, Duty y) {
            return (one == x && other == y) || (one == y && other == x);
        }
    }

    /// The baseline: reception and handling (B34), examination and approval (B28), inspection and decision, hearing and
    /// examination (行政许可法 48), investigation and filing, legality review, hearing and decision (行政处罚法 57, 58, 64),
    /// fining and collecting (行政处罚法 67), supervision and everything else (B30).
    public static final List<Pair> BASELINE =
            List.of(
                    new Pair(Duty.RECEIVE, Duty.REVIEW),
                    new Pair(Duty.RECEIVE, Duty.DECIDE),
                    new Pair(Duty.REVIEW, Duty.DECIDE),
                    new Pair(Duty.INSPECT, Duty.DECIDE),
                    new Pair(Duty.REVIEW, Duty.HEAR),
                    new Pair(Duty.INSPECT, Duty.HEAR),
                    new Pair(Duty.INVESTIGATE, Duty.FILE),
                    new Pair(Duty.INVESTIGATE, Duty.DECIDE),
                    new Pair(Duty.INVESTIGATE, Duty.HEAR),
                    new Pair(Duty.INVESTIGATE, Duty.REVIEW_LAW),
                    new Pair(Duty.INVESTIGATE, Duty.COLLECT),
                    new Pair(Duty.REVIEW_LAW, Duty.DECIDE),
                    new Pair(Duty.DECIDE, Duty.COLLECT),
                    new Pair(Duty.SUPERVISE, Duty.INVESTIGATE),
                    new Pair(Duty.SUPERVISE, Duty.RECEIVE),
                    new Pair(Duty.SUPERVISE, Duty.REVIEW),
                    new Pair(Duty.SUPERVISE, Duty.INSPECT),
                    new Pair(Duty.SUPERVISE, Duty.DECIDE));

    /// The duty that stands in the way of the person taking on another; empty if none does. Form-only situations let one
    /// person receive and review (X29), never review and decide.
    public static Optional<Duty> clash(
            PowerDefinition definition,
            Situation situation,
            CaseState state,
            PersonId person,
            Duty duty) {
        return clash(definition, situation, state, person, duty, List.of());
    }

    /// As the organ keeps duties apart besides: its policies on the day.
    static Optional<Duty> clash(
            PowerDefinition definition,
            Situation situation,
            CaseState state,
            PersonId person,
            Duty duty,
            List<SeparationPolicy> policies) {
        return state.dutiesOf(person).stream()
                .filter(held ->
                        apart(definition, situation, held, duty)
                                || policies.stream().anyMatch(p -> p.meets(held, duty)))
                .findFirst();
    }

    static Optional<Duty> clash(Asked<?> a, PersonId person, Duty duty) {
        return clash(
                a.definition(),
                a.situation(),
                a.state(),
                person,
                duty,
                a.facts().roster().policies(a.state().opening().organ(), a.today()));
    }

    /// Whether the law's baseline or the definition keeps the two apart, whoever holds them.
    public static boolean apart(
            PowerDefinition definition, Situation situation, Duty held, Duty duty) {
        // Held and asked for may be one and the same duty: who received may accept.
        if (situation.formOnly() != null && new Pair(Duty.RECEIVE, Duty.REVIEW).meets(held, duty)) {
            return false;
        }
        return BASELINE.stream().anyMatch(p -> p.meets(held, duty))
                || definition.separation().stream()
                        .anyMatch(s -> new Pair(s.one(), s.other()).meets(held, duty));
    }
}
