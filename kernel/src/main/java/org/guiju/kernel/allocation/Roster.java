package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 人岗对应表: the dated allocation that binds a role to organ, section, post and person. A definition names roles only,
/// so a reorganisation is not a new version of the law.
public record Roster(
        List<Assignment> assignments,
        List<Absence> absences,
        List<Qualification> qualifications,
        List<SigningDelegation> delegations,
        List<Loan> loans,
        List<SeparationPolicy> policies) {
    public Roster {
        loans = List.copyOf(loans);
        policies = List.copyOf(policies);
        assignments = List.copyOf(assignments);
        absences = List.copyOf(absences);
        qualifications = List.copyOf(qualifications);
        delegations = List.copyOf(delegations);
    }

    /// A roster in which nobody is lent, and no organ keeps more apart than the law.
    public Roster(
            List<Assignment> assignments,
            List<Absence> absences,
            List<Qualification> qualifications,
            List<SigningDelegation> delegations) {
        this(assignments, absences, qualifications, delegations, List.of(), List.of());
    }

    /// A roster in which nobody signs for another.
    public Roster(
            List<Assignment> assignments,
            List<Absence> absences,
            List<Qualification> qualifications) {
        this(assignments, absences, qualifications, List.of());
    }

    /// As it stands for acts under one power: delegations for other powers (B51) and certificates for other areas (B26) are left
    /// out, the others hold whatever the power.
    public Roster under(String power) {
        if (delegations.isEmpty()
                && loans.isEmpty()
                && qualifications.stream().allMatch(q -> q.covers(power))) {
            return this;
        }
        return new Roster(
                Loan.with(assignments, loans, power),
                absences,
                qualifications.stream().filter(q -> q.covers(power)).toList(),
                delegations.stream()
                        .filter(d -> d.powers().isEmpty() || d.powers().contains(power))
                        .map(d ->
                                new SigningDelegation(
                                        d.by(),
                                        d.to(),
                                        d.organ(),
                                        d.roles(),
                                        java.util.Set.of(),
                                        d.from(),
                                        d.until(),
                                        d.document()))
                        .toList(),
                List.of(),
                policies);
    }

    /// What the organ itself keeps apart on the day, besides the law.
    public List<SeparationPolicy> policies(OrganId organ, LocalDate day) {
        return policies.stream()
                .filter(p -> p.organ().equals(organ) && !day.isBefore(p.from()))
                .toList();
    }

    public static final Roster EMPTY = new Roster(List.of(), List.of(), List.of());

    /// 任职: the person holds the role in the organ's section from a day until a day.
    public record Assignment(
            PersonId person,
            OrganId organ,
            String section,
            String role,
            LocalDate from,
            @Nullable LocalDate until) {
        public boolean on(LocalDate day) {
            return within(day, from, until);
        }
    }

    /// 外出与代理: while the person is away, the deputy acts in his roles (B47, B49).
    public record Absence(PersonId person, PersonId deputy, LocalDate from, LocalDate until) {}

    /// 资格: for example an enforcement certificate with its validity.
    ///
    /// @param number 证件编号, empty where none is known
    /// @param area 执法区域和领域: what the codes of the powers begin with for which it is valid, such as `330899` or `330899-CG`;
    ///     empty for all
    public record Qualification(
            PersonId person,
            String kind,
            String number,
            String area,
            LocalDate from,
            @Nullable LocalDate until) {
        /// One for all powers that ask for the kind.
        public Qualification(
                PersonId person, String kind, LocalDate from, @Nullable LocalDate until) {
            this(person, kind, "", "", from, until);
        }

        /// Whether it is valid for acts under the power at all.
        public boolean covers(String power) {
            return area.isEmpty() || power.equals(area) || power.startsWith(area + "-");
        }
    }

    /// 履职: the person may act in the role, himself or for somebody who is away.
    public record Holding(PersonId person, @Nullable PersonId actingFor) {}

    /// Whether and how the person holds the role in the organ on the day; empty if not at all.
    public Optional<Holding> holding(PersonId person, String role, OrganId organ, LocalDate day) {
        if (holders(role, organ, day).contains(person)) {
            return Optional.of(new Holding(person, null));
        }
        return holders(role, organ, day).stream()
                .filter(away ->
                        deputyOf(away, day).filter(person::equals).isPresent()
                                || signsFor(person, away, role, organ, day))
                .findFirst()
                .map(away -> new Holding(person, away));
    }

    /// 代签: by a delegation of whoever holds the role himself. One bound to powers counts only in {@link #under}.
    private boolean signsFor(
            PersonId person, PersonId holder, String role, OrganId organ, LocalDate day) {
        return delegations.stream()
                .anyMatch(d ->
                        d.to().equals(person)
                                && d.by().equals(holder)
                                && d.organ().equals(organ)
                                && d.powers().isEmpty()
                                && d.covers(role, "", day));
    }

    /// Those who hold the role themselves.
    public SequencedSet<PersonId> holders(String role, OrganId organ, LocalDate day) {
        var found = new LinkedHashSet<PersonId>();
        for (var a : assignments) {
            if (a.role().equals(role) && a.organ().equals(organ) && a.on(day)) {
                found.add(a.person());
            }
        }
        return found;
    }

    /// Roles of the person in any organ on the day.
    public List<Assignment> of(PersonId person, LocalDate day) {
        return assignments.stream().filter(a -> a.person().equals(person) && a.on(day)).toList();
    }

    public Optional<PersonId> deputyOf(PersonId person, LocalDate day) {
        return absences.stream()
                .filter(a -> a.person().equals(person) && within(day, a.from(), a.until()))
                .map(Absence::deputy)
                .findFirst();
    }

    public boolean absent(PersonId person, LocalDate day) {
        return deputyOf(person, day).isPresent();
    }

    /// Whether the person holds the qualification on the day; asking for none is always answered yes.
    public boolean qualified(PersonId person, String kind, LocalDate day) {
        return kind.isEmpty()
                || qualifications.stream()
                        .anyMatch(q ->
                                q.person().equals(person)
                                        && q.kind().equals(kind)
                                        && within(day, q.from(), q.until()));
    }

    private static boolean within(LocalDate day, LocalDate from, @Nullable LocalDate until) {
        return Spans.within(day, from, until);
    }
}
