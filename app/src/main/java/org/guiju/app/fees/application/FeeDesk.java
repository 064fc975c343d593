package org.guiju.app.fees.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.fees.FeeRow;
import org.guiju.app.fees.store.FeeForms;
import org.guiju.app.fees.store.FeeProjection;
import org.guiju.app.laws.Laws;
import org.guiju.app.ledger.ActGate;
import org.guiju.app.ledger.ActGate.Settled;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.fees.FeeCommand;
import org.guiju.kernel.fees.FeeEvent;
import org.guiju.kernel.fees.FeeFacts;
import org.guiju.kernel.fees.FeeRule;
import org.guiju.kernel.fees.Fees;
import org.guiju.kernel.fees.Reconciliation;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// 收费台: loads a case's fee, decides, appends. The money itself goes to the bank; here stands what the receipt system says.
@Service
public class FeeDesk {
    private static final List<String> DECIDERS = List.of("decider", "head-of-organ", "organ-head");
    private final EventStore events;
    private final FeeProjection rows;
    private final Allocation allocation;
    private final Clerks clerks;
    private final Laws laws;
    private final ActGate gate;

    FeeDesk(
            EventStore events,
            FeeProjection rows,
            Allocation allocation,
            Clerks clerks,
            Laws laws,
            ActGate gate) {
        this.events = events;
        this.rows = rows;
        this.allocation = allocation;
        this.clerks = clerks;
        this.laws = laws;
        this.gate = gate;
    }

    /// What has happened to the fee of the case.
    public List<FeeEvent> history(String no) {
        return events.read(FeeForms.stream(no)).stream().map(FeeForms::read).toList();
    }

    /// 收费标准 of the definition that the case runs under; null where nothing may be charged.
    public static FeeFacts.@Nullable Standard standard(PowerDefinition definition) {
        var fees = definition.fees();
        return fees == null || fees.fen() <= 0
                ? null
                : definition
                        .basis(fees.basis())
                        .map(b -> new FeeFacts.Standard(fees.fen(), b.article()))
                        .orElse(null);
    }

    /// Whether the officer waives and refunds in the organ.
    public boolean decides(PersonId person, OrganId organ) {
        return DECIDERS.stream().anyMatch(r -> clerks.holds(person, r, organ));
    }

    private boolean serves(PersonId person, OrganId organ) {
        return allocation.officer(person).filter(o -> o.organ().equals(organ)).isPresent();
    }

    private FeeFacts facts(CaseFile file, FeeCommand command, Stamp stamp) {
        var actor = new PersonId(stamp.by());
        var organ = file.definition().organ();
        var today = OfficialClock.dayOf(stamp.at());
        var receipt =
                switch (command) {
                    case FeeCommand.Pay c -> c.receipt();
                    case FeeCommand.Refund c -> c.receipt();
                    case FeeCommand.Charge _, FeeCommand.Waive _ -> "";
                };
        var basis = command instanceof FeeCommand.Waive w ? w.basis() : null;
        return new FeeFacts(
                today,
                actor,
                serves(actor, organ),
                decides(actor, organ),
                standard(file.definition()),
                !file.state().isClosed(),
                rows.known(receipt.strip()),
                basis != null && laws.article(basis.law(), basis.number(), today).isPresent());
    }

    /// One act on the fee of a case.
    ///
    /// @throws RefusalException where it does not happen; an attempt against an integrity rule is on record then
    public void act(CaseFile file, FeeCommand command, Stamp stamp) {
        var no = file.state().opening().no();
        var body = (no + " " + command).getBytes(StandardCharsets.UTF_8);
        gate.once(stamp, body, FeeRule.class, () -> settled(file, no, command, stamp));
    }

    private Settled settled(CaseFile file, String no, FeeCommand command, Stamp stamp) {
        var stream = FeeForms.stream(no);
        var before = events.read(stream);
        var history = before.stream().map(FeeForms::read).toList();
        return switch (Fees.decide(facts(file, command, stamp), history, command)) {
            case Outcome.Refused<FeeEvent>(var why) -> new Settled.Refused(no, why);
            case Outcome.Permitted<FeeEvent>(var happened) -> {
                var power = file.definition().code().value();
                var organ = file.definition().organ().value();
                events.append(
                        stream,
                        before.size(),
                        happened.stream().map(e -> FeeForms.draft(no, power, organ, e)).toList(),
                        stamp);
                rows.project(events.read(stream));
                yield new Settled.Done("done");
            }
        };
    }

    /// 应收、已收、欠缴: one row for each case charged in the span.
    public List<FeeRow> rows(Optional<OrganId> organ, LocalDate from, LocalDate until) {
        return rows.rows(organ, from, until);
    }

    /// 对账: what our records and the list of the receipt system do not agree on.
    public List<Reconciliation.Difference> reconcile(
            OrganId organ, LocalDate from, LocalDate until, List<Reconciliation.Receipt> theirs) {
        return Reconciliation.of(rows.receipts(organ, from, until), theirs);
    }
}
