package org.guiju.app.ledger.application;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.Witnesses;
import org.guiju.app.ledger.Witnessing;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.NoteKey;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// 待见证告警: when no k of the n witnesses have signed what is published for four hours (X-Road's bound), that is recorded in the log itself, shown on every page
/// and on the supervisors' boards. It stops nothing, asks the witnesses again and again, and ends by itself.
public class WitnessWatch implements Witnessing {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessWatch.class);
    private static final String ABSENT = "witness.absent";
    private static final String RETURNED = "witness.returned";
    static final UUID STREAM =
            UUID.nameUUIDFromBytes("ledger:witnessing".getBytes(StandardCharsets.UTF_8));
    private final JdbcLogs logs;
    private final Sealer sealer;
    private final Witnesses witnesses;
    private final LedgerSettings settings;
    private final OfficialClock clock;
    private final EventStore events;
    private final TransactionTemplate transaction;
    private final Tidying.Marks seen;
    private volatile List<Alarm> alarms = List.of();

    /// @param seen when they were last seen to have signed, kept across restarts
    WitnessWatch(
            JdbcLogs logs,
            Sealer sealer,
            Witnesses witnesses,
            LedgerSettings settings,
            OfficialClock clock,
            EventStore events,
            TransactionTemplate transaction,
            Tidying.Marks seen) {
        this.logs = logs;
        this.sealer = sealer;
        this.witnesses = witnesses;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
        this.seen = seen;
    }

    @Scheduled(
            fixedDelayString = "${guiju.witnesswatch.every:60000}",
            initialDelayString = "${guiju.timekeeper.first:5000}")
    void tick() {
        try {
            look();
        } catch (DataAccessException | TransactionException | StaleStream e) {
            LOG.warn("the watch over the witnesses waits for the database: {}", e.getMessage());
        } catch (UncheckedIOException e) {
            LOG.warn("the watch over the witnesses waits for its disk: {}", e.getMessage());
        }
    }

    /// One look.
    void look() {
        var all = logs.all();
        if (all.isEmpty()) {
            return;
        }
        var log = all.getLast();
        var files = new FiledLog(sealer.directory(log.year()));
        var published = files.published();
        if (published.isEmpty()) {
            return;
        }
        if (!witnessed(published.get())) {
            sealer.askAgain(log);
            published = files.published();
        }
        judge(published.orElseThrow());
    }

    /// What is recorded, without a look at the witnesses.
    void showOnly() {
        alarms = alarms(events.read(STREAM));
    }

    private void judge(SignedNote note) {
        var history = events.read(STREAM);
        alarms = alarms(history);
        var now = clock.now();
        if (witnessed(note)) {
            seen.set("witnesses", new Tidying.Mark(Checkpoint.of(note).size(), now));
            if (standing().isPresent()) {
                record(history, RETURNED, standing().get().since(), now);
                LOG.info("enough witnesses sign again");
            }
            return;
        }
        var since = since(now, Checkpoint.of(note).size());
        if (standing().isEmpty() && !since.plus(settings.unwitnessed()).isAfter(now)) {
            record(history, ABSENT, since, now);
            LOG.error("no {} witnesses have signed since {}", witnesses.quorum(), since);
        }
    }

    /// Where nothing is remembered, or the clock was set back, the wait begins now.
    private Instant since(Instant now, long size) {
        var last = seen.last("witnesses").map(Tidying.Mark::at).filter(at -> !at.isAfter(now));
        if (last.isEmpty()) {
            seen.set("witnesses", new Tidying.Mark(size, now));
        }
        return last.orElse(now);
    }

    private boolean witnessed(SignedNote note) {
        List<NoteKey> keys = new ArrayList<>();
        witnesses.all().forEach(w -> keys.add(VerifierKey.parse(w.key())));
        return note.check(keys).good().size() >= witnesses.quorum();
    }

    private void record(List<EventEntry> history, String kind, Instant since, Instant now) {
        Map<String, Value> open = new LinkedHashMap<>();
        open.put("since", new Value.Str(since.toString()));
        open.put("quorum", new Value.Int(witnesses.quorum()));
        open.put(
                "witnesses",
                new Value.Strs(
                        witnesses.all().stream()
                                .map(w -> VerifierKey.parse(w.key()).name())
                                .toList()));
        transaction.executeWithoutResult(_ ->
                events.append(
                        STREAM,
                        history.size(),
                        List.of(EventDraft.of(kind, open)),
                        Stamp.own(now, "system", UUID.randomUUID())));
        alarms = alarms(events.read(STREAM));
    }

    private static List<Alarm> alarms(List<EventEntry> history) {
        var found = new ArrayList<Alarm>();
        for (var event : history) {
            if (event.kind().equals(ABSENT)) {
                found.addFirst(new Alarm(since(event), event.at(), Optional.empty()));
            } else if (!found.isEmpty()) {
                var open = found.removeFirst();
                found.addFirst(new Alarm(open.since(), open.raised(), Optional.of(event.at())));
            }
        }
        return List.copyOf(found);
    }

    private static Instant since(EventEntry event) {
        return event.fields().get("since") instanceof Value.Str(var text)
                ? Instant.parse(text)
                : event.at();
    }

    @Override
    public List<Alarm> alarms() {
        return alarms;
    }
}
