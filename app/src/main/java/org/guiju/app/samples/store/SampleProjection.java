package org.guiju.app.samples.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.Projection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.samples.SampleRow;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One row for each case that was drawn.
@Component
@Order(81)
public class SampleProjection implements Projection {
    /// Events: `sample.listed`, `sample.drawn`, `sample.checked`.
    public static final String PREFIX = "sample.";

    private final JdbcClient jdbc;

    SampleProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("sample_case");
    }

    @Override
    public String reads() {
        return PREFIX;
    }

    @Override
    public void project(List<EventEntry> stream) {
        var listed = stream.getFirst();
        var id = UUID.fromString(listed.stream());
        jdbc.sql("delete from projection.sample_case where stream = ?").param(id).update();
        for (var event : stream) {
            switch (event.kind()) {
                case PREFIX + "drawn" -> drawn(id, listed, event);
                case PREFIX + "checked" -> checked(event);
                default -> {}
            }
        }
    }

    private void drawn(UUID id, EventEntry listed, EventEntry drawn) {
        for (var no : drawn.texts("cases")) {
            jdbc.sql(
                            """
                            insert into projection.sample_case values
                            (:no, :stream, :organ, :month, :population, :seed, 'open', '', :due, null)
                            """)
                    .param("no", no)
                    .param("stream", id)
                    .param("organ", listed.text("organ"))
                    .param("month", listed.text("month"))
                    .param("population", listed.texts("cases").size())
                    .param("seed", drawn.text("seed"))
                    .param("due", LocalDate.parse(drawn.text("until")))
                    .update();
        }
    }

    private void checked(EventEntry event) {
        jdbc.sql(
                        "update projection.sample_case set state = ?, checker = ?, checked_on = ? where case_no = ?")
                .params(
                        event.text("state"),
                        event.text("person"),
                        OfficialClock.dayOf(event.at()),
                        event.text("case"))
                .update();
    }

    /// Open ones first, the newest month first; empty texts ask for all.
    public List<SampleRow> find(String organ, String state) {
        return jdbc.sql(
                        """
                        select * from projection.sample_case
                        where (:organ = '' or organ = :organ) and (:state = '' or state = :state)
                        order by state <> 'open', month desc, case_no limit 500
                        """)
                .param("organ", organ)
                .param("state", state)
                .query((rs, _) -> row(rs))
                .list();
    }

    public Optional<SampleRow> of(String caseNo) {
        return jdbc.sql("select * from projection.sample_case where case_no = ?")
                .param(caseNo)
                .query((rs, _) -> row(rs))
                .optional();
    }

    private static SampleRow row(ResultSet rs) throws SQLException {
        return new SampleRow(
                rs.getString("case_no"),
                rs.getObject("stream", UUID.class),
                rs.getString("organ"),
                rs.getString("month"),
                rs.getInt("population"),
                rs.getString("seed"),
                rs.getString("state"),
                rs.getString("checker"),
                rs.getObject("due", LocalDate.class),
                rs.getObject("checked_on", LocalDate.class));
    }
}
