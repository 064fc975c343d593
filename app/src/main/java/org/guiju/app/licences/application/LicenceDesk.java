package org.guiju.app.licences.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.HeldLicences;
import org.guiju.app.ledger.ActGate;
import org.guiju.app.ledger.ActGate.Settled;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.licences.LicenceRow;
import org.guiju.app.licences.store.LicenceForms;
import org.guiju.app.licences.store.LicenceProjection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Licensing;
import org.guiju.kernel.licences.LicenceCommand;
import org.guiju.kernel.licences.LicenceEvent;
import org.guiju.kernel.licences.LicenceRule;
import org.guiju.kernel.licences.LicenceState;
import org.guiju.kernel.licences.LicenceState.Status;
import org.guiju.kernel.licences.Licences;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 许可证台: loads a licence, decides, appends; and lets its term run out.
@Service
public class LicenceDesk implements HeldLicences {
    private static final List<String> DECIDERS = List.of("decider", "head-of-organ", "organ-head");
    private final EventStore events;
    private final LicenceProjection rows;
    private final LicenceFollower follower;
    private final Certificates certificates;
    private final Allocation allocation;
    private final Clerks clerks;
    private final CaseQuery cases;
    private final Catalogue catalogue;
    private final ActGate gate;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    LicenceDesk(
            EventStore events,
            LicenceProjection rows,
            LicenceFollower follower,
            Certificates certificates,
            Allocation allocation,
            Clerks clerks,
            CaseQuery cases,
            Catalogue catalogue,
            ActGate gate,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.events = events;
        this.rows = rows;
        this.follower = follower;
        this.certificates = certificates;
        this.allocation = allocation;
        this.clerks = clerks;
        this.cases = cases;
        this.catalogue = catalogue;
        this.gate = gate;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// The licence with its whole history.
    public Optional<LicenceState> state(String number) {
        return rows.row(number).map(r -> state(r.stream()));
    }

    private LicenceState state(UUID stream) {
        return LicenceState.replay(events.read(stream).stream().map(LicenceForms::read).toList());
    }

    @Override
    public Optional<Licensing.Held> held(String number, LocalDate day) {
        return state(number)
                .map(s ->
                        new Licensing.Held(
                                s.issued().number(),
                                s.issued().power(),
                                s.issued().holder().name(),
                                s.issued().holder().code(),
                                s.inForce(day),
                                s.inForce(day) || s.on(day) == Status.EXPIRED,
                                s.until(),
                                s.renewalPending()));
    }

    @Override
    public long inForce(String power, LocalDate day) {
        return rows.inForce(power, day);
    }

    /// 证件的规定 in force today; empty where the power has none any more.
    public Optional<LicenceTerms> terms(String power, LocalDate day) {
        return catalogue.inForce(power, day).flatMap(p -> Optional.ofNullable(p.licence()));
    }

    /// Whether the officer cancels and withdraws in the organ.
    public boolean decides(PersonId person, OrganId organ) {
        return DECIDERS.stream().anyMatch(r -> clerks.holds(person, r, organ));
    }

    /// One act of an officer on a licence.
    ///
    /// @throws RefusalException where it does not happen; an attempt against an integrity rule is on record then
    public void act(LicenceRow row, LicenceCommand command, Stamp stamp) {
        var body = (row.number() + " " + command).getBytes(StandardCharsets.UTF_8);
        gate.once(stamp, body, LicenceRule.class, () -> settled(row, command, stamp));
    }

    private Settled settled(LicenceRow row, LicenceCommand command, Stamp stamp) {
        var before = events.read(row.stream());
        var state = LicenceState.replay(before.stream().map(LicenceForms::read).toList());
        return switch (Licences.decide(facts(row, state, command, stamp), state, command)) {
            case Outcome.Refused<LicenceEvent>(var why) -> new Settled.Refused(row.number(), why);
            case Outcome.Permitted<LicenceEvent>(var happened) -> {
                events.append(
                        row.stream(),
                        before.size(),
                        happened.stream()
                                .map(e -> certificates.drawn(row, state, e))
                                .map(e -> LicenceForms.draft(row.number(), e))
                                .toList(),
                        stamp);
                rows.project(events.read(row.stream()));
                yield new Settled.Done("done");
            }
        };
    }

    private Licences.Facts facts(
            LicenceRow row, LicenceState state, LicenceCommand command, Stamp stamp) {
        var actor = new PersonId(stamp.by());
        var today = OfficialClock.dayOf(stamp.at());
        boolean punished =
                switch (command) {
                    case LicenceCommand.TakeAway t -> punished(t.penalty());
                    case LicenceCommand.Suspend s -> punished(s.penalty());
                    default -> false;
                };
        int missing =
                command instanceof LicenceCommand.Certify ? certificates.missing(state).size() : 0;
        return new Licences.Facts(
                today,
                actor,
                allocation.officer(actor).filter(o -> o.organ().equals(row.organ())).isPresent(),
                decides(actor, row.organ()),
                terms(row.power(), today).orElse(null),
                punished,
                missing);
    }

    private boolean punished(String penalty) {
        return cases.byNo(penalty.strip())
                .flatMap(cases::row)
                .map(CaseRow::decision)
                .filter("punished"::equals)
                .isPresent();
    }

    /// 缺少的审批表, by name: what keeps the licence from going out.
    public List<Text> missing(LicenceState state) {
        return certificates.missing(state);
    }

    /// A file of the licence's paper.
    public Optional<Certificates.File> file(LicenceRow row, int edition, String name) {
        return certificates.open(row, state(row.stream()), edition, name);
    }

    /// Lets time pass until the moment given: what is over and not asked to be renewed is recorded as expired.
    public void pass(Instant at) {
        for (var row : rows.over(OfficialClock.dayOf(at))) {
            transaction.executeWithoutResult(_ -> follower.expire(row.stream(), at));
        }
    }

    @Scheduled(
            fixedDelayString = "${guiju.timekeeper.every:60000}",
            initialDelayString = "${guiju.timekeeper.first:5000}")
    void tick() {
        pass(clock.now());
    }
}
