package org.guiju.app.supervision.store;

import java.util.List;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Writes;
import org.guiju.app.supervision.ForeignMatters;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.supervision.Supervision;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Cards of cases that another system runs: the same judge, the same rows, the same table, which [FindingProjection] empties.
@Component
@Order(61)
public class ForeignFindings implements Projection {
    private final JdbcTemplate batch;
    private final ForeignMatters matters;
    private final SupervisionSettings settings;

    ForeignFindings(JdbcTemplate batch, ForeignMatters matters, SupervisionSettings settings) {
        this.batch = batch;
        this.matters = matters;
        this.settings = settings;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public String reads() {
        return matters.reads();
    }

    @Override
    public void project(List<EventEntry> stream) {
        var writes = new Writes();
        var matter = matters.of(stream);
        var id = matter.id();
        var calendars = settings.history();
        var last = stream.getLast().at();
        var asOf = settings.asOf().isBefore(last) ? last : settings.asOf();
        var report =
                Supervision.judge(
                        settings.scheme(), id.toString(), matter.snapshots(), calendars, asOf);
        writes.add(FindingProjection.LOCK, id.toString());
        writes.add("delete from projection.finding where case_id = ?", id);
        report.findings()
                .forEach(f ->
                        FindingRows.insert(
                                writes, id, matter.no(), matter.definition(), matter.organ(), f));
        var calendar = calendars.at(last).digest();
        matter.breaches().forEach(b -> FindingRows.insert(writes, matter, b, calendar));
        FindingRows.watch(writes, id, report.next());
        writes.send(batch);
    }
}
