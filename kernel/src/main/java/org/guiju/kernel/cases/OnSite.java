package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.guiju.kernel.shared.PersonId;

/// 到现场的人: what holds of those who go, whether the visit is planned, an inspection is recorded, or a scene is.
final class OnSite {
    private OnSite() {}

    /// Enough of them, each with the certificate and the post that the step asks for on that day, none of them recused.
    ///
    /// @param who goes
    /// @param when they go
    static <C extends CaseCommand> List<Rule<C>> rules(
            Function<C, ? extends Collection<PersonId>> who, Function<C, LocalDate> when) {
        return List.of(
                rule(
                        CaseRule.TWO_INSPECTORS,
                        a -> who.apply(a.command()).size() >= a.at().officers().atLeast()),
                rule(
                        CaseRule.INSPECTORS_QUALIFIED,
                        a ->
                                who.apply(a.command()).stream()
                                        .allMatch(p -> qualified(a, p, when.apply(a.command())))),
                rule(
                        CaseRule.NOT_RECUSED,
                        a ->
                                who.apply(a.command()).stream()
                                        .noneMatch(a.state().recused()::contains)));
    }

    private static boolean qualified(Asked<?> a, PersonId person, LocalDate day) {
        return a.facts().roster().qualified(person, a.at().officers().qualification(), day)
                && a.facts().roster().holding(person, a.at().role(), a.organ(), day).isPresent();
    }
}
