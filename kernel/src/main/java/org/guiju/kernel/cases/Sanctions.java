package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guiju.kernel.powers.Penalty;

/// 过罚相当: what must hold of every sanction, whoever names it: the conduct is listed, the article provides it, the fine lies
/// in its band and in the grade (行政处罚法 4, 5, 34, 38).
final class Sanctions {
    private Sanctions() {}

    /// The rules of an act together with those of the sanction it names, if it names one.
    static <C extends CaseCommand> List<Rule<C>> with(
            Function<Asked<C>, Optional<Sanction>> named, List<Rule<C>> rules) {
        var all = new ArrayList<>(rules);
        all.add(rule(CaseRule.VIOLATION_LISTED, a -> holds(named, a, (_, _) -> true)));
        all.add(
                rule(
                        CaseRule.SANCTION_PROVIDED,
                        a ->
                                holds(
                                        named,
                                        a,
                                        (s, v) ->
                                                (s.warning() || s.fine() > 0)
                                                        && s.fine() >= 0
                                                        && (!s.warning() || v.warning()))));
        all.add(
                rule(
                        CaseRule.SANCTION_WITHIN_BAND,
                        a -> holds(named, a, (s, v) -> s.fine() == 0 || v.fine().holds(s.fine()))));
        all.add(rule(CaseRule.SANCTION_WITHIN_GRADE, a -> holds(named, a, (s, v) -> s.graded(v))));
        all.add(
                rule(
                        CaseRule.DIRECTION_GROUNDED,
                        a -> named.apply(a).map(s -> Grading.grounded(a, s)).orElse(true)));
        return List.copyOf(all);
    }

    private static <C extends CaseCommand> boolean holds(
            Function<Asked<C>, Optional<Sanction>> named, Asked<C> a, Weighs weighs) {
        var sanction = named.apply(a);
        return sanction.isEmpty()
                || violation(a, sanction.get())
                        .filter(v -> weighs.fits(sanction.get(), v))
                        .isPresent();
    }

    static Optional<Penalty.Violation> violation(Asked<?> a, Sanction sanction) {
        return Optional.ofNullable(a.definition().penalty())
                .flatMap(p -> p.violation(sanction.violation()));
    }

    static boolean isOrganisation(Asked<?> a) {
        return a.state().opening().applicant().kind() == Applicant.Kind.ORGANISATION;
    }

    /// Whether a threshold of the definition is reached by the sanction for this person concerned.
    static boolean reaches(
            Asked<?> a, Sanction sanction, Function<Penalty, Penalty.Threshold> which) {
        return Optional.ofNullable(a.definition().penalty())
                .map(which)
                .filter(t -> t.reached(isOrganisation(a), sanction.fine()))
                .isPresent();
    }

    private interface Weighs {
        boolean fits(Sanction sanction, Penalty.Violation violation);
    }
}
