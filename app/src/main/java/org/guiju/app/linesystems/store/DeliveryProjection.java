package org.guiju.app.linesystems.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.ledger.Projection;
import org.guiju.app.linesystems.DeliveredRow;
import org.guiju.app.linesystems.DeliveryRow;
import org.guiju.kernel.ledger.EventEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of deliveries and of what stood in them.
@Component
@Order(71)
public class DeliveryProjection implements Projection {
    private static final String SELECT =
            """
            select d.*,
                (select count(*) from projection.line_row r where r.delivery = d.delivery and r.state = 'taken') as taken,
                (select count(*) from projection.line_row r where r.delivery = d.delivery and r.state = 'again') as again,
                (select count(*) from projection.line_row r where r.delivery = d.delivery and r.state = 'waiting') as waiting,
                (select count(*) from projection.line_row r where r.delivery = d.delivery and r.state = 'broken') as broken
            from projection.line_delivery d
            """;
    private static final String ROW =
            """
            insert into projection.line_row values (?, ?, ?, ?, ?, ?)
            on conflict (delivery, row_no) do update set state = excluded.state, detail = excluded.detail,
                theirs = excluded.theirs, shadow = excluded.shadow
            """;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    DeliveryProjection(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public List<String> tables() {
        return List.of("line_row", "line_delivery");
    }

    @Override
    public String reads() {
        return LineForms.DELIVERIES;
    }

    @Override
    public void project(List<EventEntry> stream) {
        var first = stream.getFirst();
        var id = UUID.fromString(first.stream());
        jdbc.sql("delete from projection.line_row where delivery = ?").param(id).update();
        jdbc.sql("delete from projection.line_delivery where delivery = ?").param(id).update();
        jdbc.sql("insert into projection.line_delivery values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        first.text("system"),
                        first.text("form"),
                        first.text("file"),
                        first.text("hash"),
                        Timestamp.from(first.at()),
                        first.by(),
                        (int) first.number("rows"))
                .update();
        stream.stream().skip(1).forEach(e -> rows(id, e));
    }

    private void rows(UUID id, EventEntry sorted) {
        for (var line : sorted.texts("taken")) {
            boolean again = line.startsWith("=");
            var parts = (again ? line.substring(1) : line).split("\\|", 3);
            row(id, parts[0], again ? "again" : "taken", "", parts[2], UUID.fromString(parts[1]));
        }
        for (var line : sorted.texts("waits")) {
            var parts = line.split("\n", 2);
            row(id, parts[0], "waiting", parts[1], "", null);
        }
        for (var line : sorted.texts("broken")) {
            var parts = line.split("\n", 2);
            row(id, parts[0], "broken", parts[1], "", null);
        }
    }

    private void row(
            UUID id,
            String row,
            String state,
            String detail,
            String theirs,
            @Nullable UUID shadow) {
        batch.update(ROW, id, Integer.parseInt(row), state, detail, theirs, shadow);
    }

    /// The newest first.
    public List<DeliveryRow> of(String system, int most) {
        return jdbc.sql(
                        SELECT
                                + " where d.system = :system order by d.delivered_at desc, d.delivery limit :most")
                .param("system", system)
                .param("most", most)
                .query((rs, _) -> row(rs))
                .list();
    }

    public Optional<DeliveryRow> byId(UUID id) {
        return jdbc.sql(SELECT + " where d.delivery = :id")
                .param("id", id)
                .query((rs, _) -> row(rs))
                .optional();
    }

    private static DeliveryRow row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new DeliveryRow(
                rs.getObject("delivery", UUID.class),
                rs.getString("system"),
                rs.getString("form"),
                rs.getString("file"),
                rs.getString("hash"),
                rs.getTimestamp("delivered_at").toInstant(),
                rs.getString("person"),
                rs.getInt("rows"),
                rs.getInt("taken"),
                rs.getInt("again"),
                rs.getInt("waiting"),
                rs.getInt("broken"));
    }

    /// @param state empty for all
    public List<DeliveredRow> rows(UUID delivery, String state) {
        return jdbc.sql(
                        """
                        select * from projection.line_row
                        where delivery = :delivery and (:state = '' or state = :state) order by row_no
                        """)
                .param("delivery", delivery)
                .param("state", state)
                .query((rs, _) ->
                        new DeliveredRow(
                                rs.getInt("row_no"),
                                rs.getString("state"),
                                rs.getString("detail"),
                                rs.getString("theirs"),
                                rs.getObject("shadow", UUID.class)))
                .list();
    }

    /// Questions of what waits in all deliveries of the system, each with how many rows wait for it.
    public Map<String, Long> questions(String system) {
        var found = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        select r.detail from projection.line_row r join projection.line_delivery d using (delivery)
                        where d.system = :system and r.state = 'waiting'
                        """)
                .param("system", system)
                .query(String.class)
                .list()
                .forEach(detail -> detail.lines().forEach(q -> found.merge(q, 1L, Long::sum)));
        return found;
    }

    /// Deliveries of the system in which something waits, the oldest first.
    public List<UUID> waiting(String system) {
        return jdbc.sql(
                        """
                        select d.delivery from projection.line_delivery d
                        where d.system = :system and exists (
                            select 1 from projection.line_row r where r.delivery = d.delivery and r.state = 'waiting')
                        order by d.delivered_at, d.delivery
                        """)
                .param("system", system)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }
}
