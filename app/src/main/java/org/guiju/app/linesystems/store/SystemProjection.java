package org.guiju.app.linesystems.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.guiju.app.ledger.Projection;
import org.guiju.app.linesystems.LineSystem;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.linesystems.Mapping;
import org.guiju.kernel.shared.OrganId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of line systems.
@Component
@Order(70)
public class SystemProjection implements Projection {
    private static final String SELECT =
            """
            select s.*,
                (select max(delivered_at) from projection.line_delivery d where d.system = s.id) as last,
                (select count(*) from projection.line_delivery d where d.system = s.id) as deliveries,
                (select count(*) from projection.line_row r join projection.line_delivery d using (delivery)
                    where d.system = s.id and r.state = 'taken') as taken,
                (select count(*) from projection.line_row r join projection.line_delivery d using (delivery)
                    where d.system = s.id and r.state = 'waiting') as waiting
            from projection.line_system s
            """;
    private final JdbcClient jdbc;

    SystemProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("line_system");
    }

    @Override
    public String reads() {
        return LineForms.SYSTEMS;
    }

    @Override
    public void project(List<EventEntry> stream) {
        var first = stream.getFirst();
        var key =
                stream.stream()
                        .filter(e -> e.kind().equals(LineForms.SYSTEMS + "key-issued"))
                        .reduce((_, later) -> later)
                        .map(e -> e.text("digest"))
                        .orElse("");
        var mapped =
                stream.stream()
                        .filter(e -> e.kind().equals(LineForms.SYSTEMS + "mapped"))
                        .map(e -> e.text("mapping"))
                        .toArray(String[]::new);
        jdbc.sql("delete from projection.line_system where id = ?")
                .param(first.text("system"))
                .update();
        jdbc.sql(
                        "insert into projection.line_system values (:id, :name, :organ, :contact, :key, :mapping, :at)")
                .param("id", first.text("system"))
                .param("name", first.text("name"))
                .param("organ", first.text("organ"))
                .param("contact", first.text("contact"))
                .param("key", key)
                .param("mapping", mapped)
                .param("at", Timestamp.from(first.at()))
                .update();
    }

    /// No two at once read or write what comes from the system, until the transaction ends.
    public void hold(String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('line-system:' || ?, 0))")
                .param(id)
                .query(rs -> {});
    }

    public List<LineSystem> all() {
        return jdbc.sql(SELECT + " order by s.organ, s.name, s.id")
                .query((rs, _) -> row(rs))
                .list();
    }

    public Optional<LineSystem> byId(String id) {
        return jdbc.sql(SELECT + " where s.id = :id")
                .param("id", id)
                .query((rs, _) -> row(rs))
                .optional();
    }

    private static LineSystem row(ResultSet rs) throws SQLException {
        var mapping = Mapping.NONE;
        for (var text : (String[]) rs.getArray("mapping").getArray()) {
            mapping = MappingText.add(mapping, text);
        }
        var last = rs.getTimestamp("last");
        return new LineSystem(
                rs.getString("id"),
                rs.getString("name"),
                new OrganId(rs.getString("organ")),
                rs.getString("contact"),
                rs.getString("key_digest"),
                mapping,
                rs.getTimestamp("registered_at").toInstant(),
                last == null ? null : last.toInstant(),
                rs.getLong("deliveries"),
                rs.getLong("taken"),
                rs.getLong("waiting"));
    }
}
