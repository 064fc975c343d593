package org.guiju.app.licences.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.cases.CaseMoved;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Numbering;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.licences.store.LicenceForms;
import org.guiju.app.licences.store.LicenceProjection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Licensing;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Source;
import org.guiju.kernel.licences.LicenceEvent;
import org.guiju.kernel.licences.LicenceEvent.CancelGround;
import org.guiju.kernel.licences.LicenceState;
import org.guiju.kernel.licences.LicenceState.Status;
import org.guiju.kernel.licences.Licences;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.powers.LicenceTerms.Act;
import org.guiju.kernel.powers.PowerDefinition;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// 随案办理: what a case decides about a licence stands on the licence in the same transaction, or the case has not decided it.
@Component
class LicenceFollower {
    private final EventStore events;
    private final LicenceProjection rows;
    private final Catalogue catalogue;
    private final Numbering numbering;

    LicenceFollower(
            EventStore events, LicenceProjection rows, Catalogue catalogue, Numbering numbering) {
        this.events = events;
        this.rows = rows;
        this.catalogue = catalogue;
        this.numbering = numbering;
    }

    @EventListener
    void moved(CaseMoved moved) {
        var first = (CaseEvent.Begun) moved.history().getFirst();
        catalogue
                .version(first.power(), first.version())
                .filter(p -> p.deed(first.situation()).isPresent())
                .ifPresent(p ->
                        moved.writes().whenSent(() -> follow(p, moved.entries(), moved.history())));
    }

    private void follow(PowerDefinition power, List<EventEntry> entries, List<CaseEvent> history) {
        var terms = power.licence();
        var state = Cases.state(history);
        var deed = power.deed(state.opening().situation()).orElseThrow();
        var last = entries.getLast();
        var stamp = new Stamp(last.at(), last.by(), UUID.fromString(last.command()), Source.OWN);
        if (terms == null) {
            return;
        }
        if (deed.act() == Act.ISSUE) {
            issuing(power, terms, state, stamp);
            return;
        }
        state.course()
                .latest(VerbEvent.LicenceNamed.class)
                .flatMap(n -> rows.row(n.number()))
                .ifPresent(r -> acting(r.stream(), terms, deed.act(), state, stamp));
    }

    private void issuing(PowerDefinition power, LicenceTerms terms, CaseState state, Stamp stamp) {
        var no = state.opening().no();
        var stream = LicenceForms.stream(no);
        var before = events.read(stream);
        var decided = state.decided();
        boolean granted = decided != null && decided.granted();
        if (before.isEmpty()) {
            if (decided != null && granted && state.course().revoked().isEmpty()) {
                append(stream, before, issued(power, terms, state, decided.on()), stamp);
            }
            return;
        }
        var licence = replay(before);
        // A refusal after all, on an objection or an order, ends the licence as a revocation does.
        boolean undone = state.course().revoked().isPresent() || (decided != null && !granted);
        if (undone && licence.status() == Status.IN_FORCE) {
            append(stream, before, new LicenceEvent.Revoked(no, day(stamp)), stamp);
        }
    }

    private LicenceEvent.Issued issued(
            PowerDefinition power, LicenceTerms terms, CaseState state, LocalDate from) {
        var applicant = state.opening().applicant();
        var code = power.code().value();
        var series = code.substring(code.indexOf('-') + 1).replace("-", "");
        var year = from.getYear();
        var number =
                "%s-%d-%04d"
                        .formatted(series, year, numbering.next("licence:" + code + ":" + year));
        var situation = power.situation(state.opening().situation()).orElseThrow();
        return new LicenceEvent.Issued(
                number,
                code,
                state.opening().organ().value(),
                state.opening().no(),
                new LicenceEvent.Holder(
                        applicant.subject(),
                        applicant.account(),
                        applicant.name(),
                        applicant.masked(),
                        Licensing.code(situation, state.answers())),
                from,
                Licences.until(from, terms.valid()),
                from);
    }

    private void acting(UUID stream, LicenceTerms terms, Act act, CaseState state, Stamp stamp) {
        var no = state.opening().no();
        var before = events.read(stream);
        var licence = replay(before);
        var decided = state.decided();
        if (concerns(licence, no).isEmpty()) {
            append(stream, before, new LicenceEvent.Asked(no, act, day(stamp)), stamp);
            return;
        }
        if (!licence.asked().containsKey(no)) {
            return;
        }
        if (decided != null && decided.granted() && state.course().revoked().isEmpty()) {
            append(stream, before, result(licence, terms, act, state), stamp);
        } else if (decided != null || state.isClosed() || state.withdrawn()) {
            append(stream, before, new LicenceEvent.AskEnded(no, day(stamp)), stamp);
        }
    }

    private static LicenceEvent result(
            LicenceState licence, LicenceTerms terms, Act act, CaseState state) {
        var decided = java.util.Objects.requireNonNull(state.decided());
        var no = state.opening().no();
        var on = decided.on();
        return switch (act) {
            case ISSUE -> throw new IllegalArgumentException("issued elsewhere");
            case CHANGE -> new LicenceEvent.Changed(no, on);
            case RENEW -> {
                var end = licence.until() == null ? on : licence.until();
                var until = Licences.until(end.plusDays(1), terms.valid());
                yield new LicenceEvent.Renewed(
                        no, until == null ? end : until, decided instanceof VerbEvent.Deemed, on);
            }
            case CANCEL ->
                    new LicenceEvent.Cancelled(
                            licence.on(on) == Status.EXPIRED
                                    ? CancelGround.EXPIRED
                                    : CancelGround.OTHER,
                            no,
                            "",
                            on,
                            null);
        };
    }

    /// What the case has left on the licence so far.
    private static Optional<LicenceEvent> concerns(LicenceState licence, String no) {
        return licence.history().stream()
                .filter(e -> e instanceof LicenceEvent.Asked a && a.caseNo().equals(no))
                .findFirst();
    }

    private static LicenceState replay(List<EventEntry> entries) {
        return LicenceState.replay(entries.stream().map(LicenceForms::read).toList());
    }

    private static LocalDate day(Stamp stamp) {
        return OfficialClock.dayOf(stamp.at());
    }

    private void append(UUID stream, List<EventEntry> before, LicenceEvent event, Stamp stamp) {
        var number =
                event instanceof LicenceEvent.Issued i
                        ? i.number()
                        : before.getFirst().text("number");
        events.append(stream, before.size(), List.of(LicenceForms.draft(number, event)), stamp);
        rows.project(events.read(stream));
    }

    /// 届满未延续: recorded by time, never silently.
    void expire(UUID stream, Instant at) {
        var before = events.read(stream);
        var day = OfficialClock.dayOf(at);
        if (replay(before).expires(day)) {
            var id =
                    UUID.nameUUIDFromBytes(
                            ("expired:" + stream + ":" + day)
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            append(stream, before, new LicenceEvent.Expired(day), Stamp.own(at, "time", id));
        }
    }
}
