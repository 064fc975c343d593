package org.guiju.app.supervision.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.CaseReading;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Writes;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.supervision.CaseWatch;
import org.guiju.kernel.supervision.CaseWatch.Recorded;
import org.guiju.kernel.supervision.Report;
import org.guiju.kernel.supervision.Seen;
import org.guiju.kernel.supervision.Supervision;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the cards of a case: a function of its events, its definition, the calendars as they became known, and the moment
/// until which time has been looked at, or the case's last event if that is later.
@Component
@Order(60)
public class FindingProjection implements Projection {
    static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('supervision:' || ?, 0))";
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final CaseReading cases;
    private final Catalogue catalogue;
    private final SupervisionSettings settings;

    FindingProjection(
            JdbcClient jdbc,
            JdbcTemplate batch,
            CaseReading cases,
            Catalogue catalogue,
            SupervisionSettings settings) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.cases = cases;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @Override
    public List<String> tables() {
        return List.of("finding", "watched");
    }

    @Override
    public String reads() {
        return "case.";
    }

    /// Nobody else makes the rows of the case until this transaction ends. To be held before the stream is read.
    public void hold(UUID caseId) {
        jdbc.sql(LOCK).param(caseId.toString()).query(rs -> {});
    }

    /// Cases in which time alone lights a card by the moment.
    public List<UUID> due(Instant by) {
        return jdbc.sql(
                        "select case_id from projection.watched where next_at <= :by order by next_at, case_id")
                .param("by", Timestamp.from(by))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    @Override
    public void project(List<EventEntry> stream) {
        var writes = new Writes();
        project(writes, stream, stream.stream().map(cases::event).toList());
        writes.send(batch);
    }

    /// Nobody else can know of the case, and nothing of it is there: no lock, nothing to take away.
    @Override
    public void begin(Writes writes, List<EventEntry> stream) {
        var id = UUID.fromString(stream.getFirst().stream());
        var report = judged(writes, id, stream, stream.stream().map(cases::event).toList(), false);
        FindingRows.watchFirst(writes, id, report.next());
    }

    /// As {@link #project(List)}, gathered among what an act writes: the lock is taken behind the act's own events, which nobody
    /// else can have appended.
    ///
    /// @param history the same stream as its facts
    public void project(Writes writes, List<EventEntry> stream, List<CaseEvent> history) {
        var id = UUID.fromString(stream.getFirst().stream());
        var report = judged(writes, id, stream, history, true);
        FindingRows.watch(writes, id, report.next());
    }

    private Report judged(
            Writes writes,
            UUID id,
            List<EventEntry> stream,
            List<CaseEvent> history,
            boolean again) {
        var recorded = new ArrayList<Recorded>(stream.size());
        for (int i = 0; i < stream.size(); i++) {
            var entry = stream.get(i);
            var seen = new Seen(entry.stream(), entry.seq(), entry.kind(), entry.at());
            recorded.add(new Recorded(history.get(i), seen));
        }
        var opening = (CaseEvent.Begun) history.getFirst();
        var definition = catalogue.version(opening.power(), opening.version()).orElseThrow();
        var report = judge(id, recorded, definition);
        if (again) {
            writes.add(LOCK, id.toString());
            writes.add("delete from projection.finding where case_id = ?", id);
        }
        report.findings()
                .forEach(f ->
                        FindingRows.insert(
                                writes, id, opening.no(), definition, definition.organ(), f));
        return report;
    }

    private Report judge(UUID id, List<Recorded> history, PowerDefinition definition) {
        var calendars = settings.history();
        var last = history.getLast().seen().at();
        var asOf = settings.asOf();
        return Supervision.judge(
                settings.scheme(),
                id.toString(),
                CaseWatch.snapshots(definition, history, calendars.at(last).calendar()),
                calendars,
                asOf.isBefore(last) ? last : asOf);
    }
}
