package org.guiju.app.ledger.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 重建: empties every projection, replays the events, and compares what was there with what came out, byte for byte.
@Component
public class Rebuild {
    private final JdbcClient jdbc;
    private final EventStore events;
    private final List<Projection> projections;

    Rebuild(JdbcClient jdbc, EventStore events, List<Projection> projections) {
        this.jdbc = jdbc;
        this.events = events;
        this.projections = List.copyOf(projections);
    }

    /// 对比: rows and digest of one table before and after.
    public record Compared(String table, long rows, String before, String after) {
        public boolean same() {
            return before.equals(after);
        }
    }

    /// Replays everything in one transaction: readers see the old tables until the new ones are whole.
    @Transactional
    public List<Compared> run() {
        var before = digests();
        projections
                .reversed()
                .forEach(p ->
                        p.tables().forEach(t -> jdbc.sql("delete from projection." + t).update()));
        projections.forEach(p -> events.walk(p.reads(), p::project));
        var after = digests();
        return before.keySet().stream()
                .map(t ->
                        new Compared(
                                t, count(t), before.getOrDefault(t, ""), after.getOrDefault(t, "")))
                .toList();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from projection." + table).query(Long.class).single();
    }

    private Map<String, String> digests() {
        var found = new LinkedHashMap<String, String>();
        for (var projection : projections) {
            for (var table : projection.tables()) {
                found.put(
                        table,
                        jdbc.sql(
                                        """
                                        select coalesce(encode(sha256(convert_to(string_agg(row, E'\\n' order by row), 'UTF8')), 'hex'), 'empty')
                                        from (select t::text as row from projection.%s t) rows
                                        """
                                                .formatted(table))
                                .query(String.class)
                                .single());
            }
        }
        return found;
    }
}
