package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 代行: that an act was done for another, and by what. Read from the dated registers, which are never changed for a day that has passed:
/// what stood on the day of the act stands on every day after it.
///
/// @param person who acted, @param principal whose role it was
/// @param from, @param until first and last day of the mandate
/// @param document the paper that gives it; empty for an absence, which needs none
public record OnBehalf(
        PersonId person,
        PersonId principal,
        Mandate mandate,
        LocalDate from,
        LocalDate until,
        String document) {

    /// 代行依据.
    public enum Mandate {
        /// 代签授权: given by the principal himself, for roles and powers and until a day (B51).
        SIGNING,
        /// 外出代理: the principal was away, and this was his deputy (B47).
        ABSENCE
    }

    /// For whom the person acted in the role on the day.
    ///
    /// @param roster as it stands for acts under the power ({@link Roster#under})
    /// @return empty for whoever holds the role himself, and for whoever does not hold it at all
    public static Optional<OnBehalf> of(
            Roster roster, String role, OrganId organ, PersonId person, LocalDate day) {
        return roster.holding(person, role, organ, day)
                .flatMap(h -> Optional.ofNullable(h.actingFor()))
                .flatMap(principal ->
                        absence(roster, person, principal, day)
                                .or(() -> signing(roster, role, organ, person, principal, day)));
    }

    private static Optional<OnBehalf> absence(
            Roster roster, PersonId person, PersonId principal, LocalDate day) {
        return roster.deputyOf(principal, day).filter(person::equals).isEmpty()
                ? Optional.empty()
                : roster.absences().stream()
                        .filter(a ->
                                a.person().equals(principal)
                                        && !day.isBefore(a.from())
                                        && !day.isAfter(a.until()))
                        .findFirst()
                        .map(a ->
                                new OnBehalf(
                                        person,
                                        principal,
                                        Mandate.ABSENCE,
                                        a.from(),
                                        a.until(),
                                        ""));
    }

    private static Optional<OnBehalf> signing(
            Roster roster,
            String role,
            OrganId organ,
            PersonId person,
            PersonId principal,
            LocalDate day) {
        return roster.delegations().stream()
                .filter(d ->
                        d.to().equals(person)
                                && d.by().equals(principal)
                                && d.organ().equals(organ)
                                && d.powers().isEmpty()
                                && d.covers(role, "", day))
                .findFirst()
                .map(d ->
                        new OnBehalf(
                                person,
                                principal,
                                Mandate.SIGNING,
                                d.from(),
                                d.until(),
                                d.document()));
    }
}
