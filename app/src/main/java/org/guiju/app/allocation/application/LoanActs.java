package org.guiju.app.allocation.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.RoleUses;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.allocation.Loan;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 借用与追加分离的办理: the borrower asks, the lender answers, either ends; an organ keeps more apart than the law does.
@Service
public class LoanActs {
    /// What can be asked for, by the organ that stands in the address.
    public static final List<String> ACTS = List.of("ask", "agree", "decline", "end", "keep-apart");

    private static final String PERSONNEL = "personnel";
    private final Appointments appointments;
    private final Allocation allocation;
    private final RoleUses uses;
    private final Clerks clerks;
    private final Attempts attempts;
    private final CommandGate gate;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    LoanActs(
            Appointments appointments,
            Allocation allocation,
            RoleUses uses,
            Clerks clerks,
            Attempts attempts,
            CommandGate gate,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.appointments = appointments;
        this.allocation = allocation;
        this.uses = uses;
        this.clerks = clerks;
        this.attempts = attempts;
        this.gate = gate;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Does what the fields say; the same command asked again does nothing twice.
    ///
    /// @param organ the borrower; the organ itself where it keeps something apart
    /// @return why not; empty when it is done
    /// @throws StaffingInput.Unreadable naming the field
    /// @throws AccessDeniedException to whoever does not administer the personnel of the organ that has to speak
    public List<Refusal> act(
            PersonId by, OrganId organ, String act, Map<String, String> fields, UUID command) {
        var input = new LoanInput(fields, clock.today());
        var stamp = Stamp.own(clock.now(), by.value(), command);
        var refusals = new ArrayList<Refusal>();
        Runnable deed =
                switch (act) {
                    case "ask" -> {
                        speaksFor(by, organ);
                        var loan = input.loan(organ, by, "L" + (of(organ).size() + 1));
                        refusals.addAll(loan.asking(allocation.roster(), uses.on(clock.today())));
                        yield () -> appointments.askFor(loan, stamp);
                    }
                    case "agree", "decline" -> {
                        var loan = input.known(of(organ));
                        speaksFor(by, loan.lender());
                        refusals.addAll(loan.answering(by));
                        yield () -> appointments.answer(loan, act.equals("agree"), stamp);
                    }
                    case "end" -> {
                        var loan = input.known(of(organ));
                        if (!clerks.holds(by, PERSONNEL, loan.lender())) {
                            speaksFor(by, organ);
                        }
                        refusals.addAll(loan.ending(clock.today()));
                        yield () -> appointments.end(loan, clock.today(), stamp);
                    }
                    case "keep-apart" -> {
                        speaksFor(by, organ);
                        var policy = input.policy(organ);
                        yield () -> appointments.keepApart(policy, stamp);
                    }
                    default -> throw new StaffingInput.Unreadable("act", "staffing.error.choose");
                };
        if (!refusals.isEmpty()) {
            var rules = refusals.stream().map(r -> r.code().name()).toList();
            transaction.executeWithoutResult(
                    _ -> attempts.record(by, "organ:" + organ, rules, stamp));
            return refusals;
        }
        var body = (organ + act + new TreeMap<>(fields)).getBytes(StandardCharsets.UTF_8);
        gate.once(
                command,
                by.value(),
                body,
                () -> {
                    deed.run();
                    return "done";
                });
        return List.of();
    }

    private void speaksFor(PersonId by, OrganId organ) {
        if (!clerks.holds(by, PERSONNEL, organ)) {
            throw new AccessDeniedException("the personnel administrator of " + organ);
        }
    }

    /// 借入 of the organ, the oldest first.
    public List<Loan> of(OrganId borrower) {
        return roster().loans().stream().filter(l -> l.borrower().equals(borrower)).toList();
    }

    /// 借出 of the organ.
    public List<Loan> lentBy(OrganId lender) {
        return roster().loans().stream().filter(l -> l.lender().equals(lender)).toList();
    }

    public Roster roster() {
        return allocation.roster();
    }
}
