package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 借用人员: an organ that is too small to keep duties apart borrows somebody of a sister organ for one role under named powers, until a
/// day. Asked for by the one, agreed to by the other.
///
/// @param id number within the borrower's stream
/// @param last 最后一日; the end agreed on, or the day on which either side ended it
public record Loan(
        String id,
        OrganId borrower,
        OrganId lender,
        PersonId person,
        String role,
        Set<String> powers,
        String reason,
        LocalDate from,
        LocalDate last,
        State state,
        PersonId askedBy,
        @Nullable PersonId answeredBy) {
    /// A year at the longest: who is needed longer is appointed.
    private static final int YEARS = 1;

    /// Only checks are borrowed, an organ decides with its own people.
    private static final Set<Duty> CHECKING =
            Set.of(Duty.REVIEW, Duty.REVIEW_LAW, Duty.INSPECT, Duty.HEAR, Duty.OPINE);

    public Loan {
        powers = Set.copyOf(powers);
    }

    /// 状态.
    public enum State {
        ASKED,
        AGREED,
        DECLINED
    }

    /// Assignments together with the loans that count under the power.
    static List<Roster.Assignment> with(
            List<Roster.Assignment> assignments, List<Loan> loans, String power) {
        var all = new ArrayList<>(assignments);
        for (var loan : loans) {
            if (loan.state == State.AGREED && loan.powers.contains(power)) {
                all.add(
                        new Roster.Assignment(
                                loan.person, loan.borrower, "借用", loan.role, loan.from, loan.last));
            }
        }
        return all;
    }

    /// Why it cannot be asked for; empty when it can.
    ///
    /// @param uses what roles do in the institutions in force
    public List<Refusal> asking(Roster roster, Collection<RoleUse> uses) {
        var refusals = new ArrayList<Refusal>();
        if (askedBy.equals(person)) {
            refusals.add(refusal(StaffingRule.NOT_ONESELF));
        }
        if (lender.equals(borrower)
                || roster.of(person, from).stream().noneMatch(a -> a.organ().equals(lender))) {
            refusals.add(refusal(StaffingRule.LENT_BY_SISTER));
        }
        if (powers.isEmpty() || powers.stream().anyMatch(p -> !checks(p, uses))) {
            refusals.add(refusal(StaffingRule.LENT_FOR_CHECKS));
        }
        if (last.isBefore(from) || last.isAfter(from.plusYears(YEARS))) {
            refusals.add(refusal(StaffingRule.LOAN_ENDS));
        }
        return refusals;
    }

    private boolean checks(String power, Collection<RoleUse> uses) {
        var own =
                uses.stream()
                        .filter(u -> u.power().equals(power) && u.role().equals(role))
                        .map(RoleUse::duty)
                        .toList();
        return !own.isEmpty() && CHECKING.containsAll(own);
    }

    /// Why the officer cannot answer; empty when he can. That he speaks for the lender is checked at the door.
    public List<Refusal> answering(PersonId by) {
        var refusals = new ArrayList<Refusal>();
        if (by.equals(person) || by.equals(askedBy)) {
            refusals.add(refusal(StaffingRule.NOT_ONESELF));
        }
        if (state != State.ASKED) {
            refusals.add(refusal(StaffingRule.LOAN_WAITS));
        }
        return refusals;
    }

    /// Why it cannot be ended on the day; empty when it can.
    public List<Refusal> ending(LocalDate day) {
        return state == State.AGREED && !day.isAfter(last)
                ? List.of()
                : List.of(refusal(StaffingRule.LOAN_WAITS));
    }

    private static Refusal refusal(StaffingRule rule) {
        return new Refusal(rule, rule.basis(), Map.of());
    }
}
