package org.guiju.app.allocation.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Enforcers;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.allocation.Certificates;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 资格证件办理: certificates of officers are put on record and withdrawn, and so is the authorisation of an organ to enforce.
@Service
public class CertificateActs {
    /// What can be asked for.
    public static final List<String> ACTS = List.of("certify", "withdraw", "authorise");

    private final Appointments appointments;
    private final Allocation allocation;
    private final Attempts attempts;
    private final CommandGate gate;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    CertificateActs(
            Appointments appointments,
            Allocation allocation,
            Attempts attempts,
            CommandGate gate,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.appointments = appointments;
        this.allocation = allocation;
        this.attempts = attempts;
        this.gate = gate;
        this.clock = clock;
    }

    /// Does what the fields say; the same command asked again does nothing twice.
    ///
    /// @return why not; empty when it is done
    /// @throws StaffingInput.Unreadable naming the field
    public List<Refusal> act(
            PersonId by, OrganId organ, String act, Map<String, String> fields, UUID command) {
        var input = new CertificateInput(fields, clock.today());
        var stamp = Stamp.own(clock.now(), by.value(), command);
        var refusals = new ArrayList<Refusal>();
        Runnable deed =
                switch (act) {
                    case "certify" -> {
                        var q = input.certificate(p -> serves(p, organ));
                        refusals.addAll(Certificates.refusals(by, q.person()));
                        yield () -> appointments.qualify(organ, q, stamp);
                    }
                    case "withdraw" -> {
                        var q = input.held(allocation.roster().qualifications());
                        yield () -> appointments.withdraw(organ, q, input.last(), stamp);
                    }
                    case "authorise" -> {
                        var q = input.authorisation(organ);
                        yield () -> appointments.mayEnforce(q, stamp);
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

    private boolean serves(PersonId person, OrganId organ) {
        return allocation.officer(person).filter(o -> o.organ().equals(organ)).isPresent();
    }

    /// 已有的授权 of the organ.
    public List<Enforcers.Qualified> authorisations(OrganId organ) {
        return allocation.enforcement(organ);
    }

    /// Certificates of those who serve in the organ.
    public List<Roster.Qualification> certificates(OrganId organ) {
        var own = allocation.officers(organ).stream().map(o -> o.person()).toList();
        return allocation.roster().qualifications().stream()
                .filter(q -> own.contains(q.person()))
                .toList();
    }
}
