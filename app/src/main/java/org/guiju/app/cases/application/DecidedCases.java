package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.store.CaseForms;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 成批入库: whole cases that the decider has decided in memory, written as the desk would have written them act by act: the
/// same entries, commands and projections, in one transaction a case instead of one an act.
@Component
public class DecidedCases {
    private final EventStore events;
    private final JdbcTemplate batch;
    private final NumberedForms forms;
    private final List<Projection> projections;

    DecidedCases(
            EventStore events,
            JdbcTemplate batch,
            NumberedForms forms,
            List<Projection> projections) {
        this.events = events;
        this.forms = forms;
        this.batch = batch;
        this.projections = projections.stream().filter(p -> p.reads().equals("case.")).toList();
    }

    /// 已决定的一次办理.
    public record Decided(
            UUID command, Instant at, Actor actor, CaseCommand asked, List<CaseEvent> events) {
        public Decided {
            events = List.copyOf(events);
        }
    }

    /// Writes the case; part of the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(UUID caseId, List<Decided> acts) {
        var first = (CaseEvent.Begun) acts.getFirst().events().getFirst();
        var writes = gather(caseId, acts);
        for (var act : acts) {
            for (var event : act.events()) {
                if (event instanceof PenaltyEvent.PunishedOnTheSpot spot) {
                    var stamp = Stamp.own(act.at(), CaseDesk.who(act.actor()), act.command());
                    writes.whenSent(() -> forms.used(first.organ(), spot.pad(), first.no(), stamp));
                }
            }
        }
        writes.send(batch);
    }

    /// 只备不写: everything that {@link #write} would send, for whoever takes many cases to the database at once. The keys
    /// of its subjects are made, nothing else is written.
    public Writes gather(UUID caseId, List<Decided> acts) {
        var first = (CaseEvent.Begun) acts.getFirst().events().getFirst();
        var writes = new Writes();
        var entries = new ArrayList<EventEntry>();
        for (var act : acts) {
            var drafts =
                    act.events().stream()
                            .map(e ->
                                    CaseForms.write(
                                            e, caseId, first.applicant().subject(), first.power()))
                            .toList();
            var who = CaseDesk.who(act.actor());
            var stamp = Stamp.own(act.at(), who, act.command());
            entries.addAll(events.append(writes, caseId, entries, drafts, stamp));
            writes.add(
                    "insert into command (id, actor, body_digest, outcome) values (?, ?, ?, ?)",
                    act.command(),
                    who,
                    digest(caseId + " " + act.asked()),
                    Answers.done(caseId, first.no(), drafts.stream().map(d -> d.kind()).toList()));
        }
        projections.forEach(p -> p.begin(writes, entries));
        return writes;
    }

    private static byte[] digest(String body) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
