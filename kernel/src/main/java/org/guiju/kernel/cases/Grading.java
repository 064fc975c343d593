package org.guiju.kernel.cases;

import java.util.Optional;
import org.guiju.kernel.cases.Council.Resolved;

/// 裁量约束: the decision is what the facts of the case call for, or it names its circumstance and was resolved together
/// (行政处罚法 32, 33, 34; C9, C12).
final class Grading {
    private Grading() {}

    /// Whoever goes above the computed grade has chosen a circumstance that weighs heavier, whoever goes below it a lighter one.
    static boolean grounded(Asked<?> a, Sanction sanction) {
        return graded(a, sanction)
                .map(g ->
                        switch (g.side(sanction.fine())) {
                            case 1 -> g.heavier();
                            case -1 -> g.lighter();
                            default -> true;
                        })
                .orElse(true);
    }

    /// In the computed grade, or resolved by those who discuss it together.
    static boolean followed(Asked<CaseCommand.DecidePenalty> a) {
        var sanction = a.command().sanction();
        if (sanction == null) {
            return true;
        }
        return graded(a, sanction)
                .map(g -> g.holds(sanction) || resolved(a, sanction))
                .orElse(true);
    }

    /// What was computed for the conduct; a standard of another conduct says nothing.
    private static Optional<Council.Graded> graded(Asked<?> a, Sanction sanction) {
        return a.facts()
                .council()
                .graded(a.state().opening().no())
                .filter(g -> g.conduct().equals(sanction.violation()));
    }

    private static boolean resolved(Asked<?> a, Sanction sanction) {
        var inside = a.state().penalty().resolved();
        return inside != null && sanction.equals(inside.sanction())
                || a.facts().council().resolutions(a.state().opening().no()).stream()
                        .findFirst()
                        .filter(Resolved::agreed)
                        .filter(r -> r.amountFen() != null && r.amountFen() == sanction.fine())
                        .isPresent();
    }
}
