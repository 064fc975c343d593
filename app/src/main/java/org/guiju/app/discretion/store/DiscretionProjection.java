package org.guiju.app.discretion.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.discretion.Standards;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.formats.dmn.DmnReader;
import org.guiju.kernel.discretion.Course.Step;
import org.guiju.kernel.discretion.Direction;
import org.guiju.kernel.discretion.Life;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of standards, kept until one changes, and of what was computed.
@Component
@Order(45)
public class DiscretionProjection implements Projection, Standards {
    private final JdbcClient jdbc;
    private final Remembered<List<Edition>> known = new Remembered<>();

    DiscretionProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("discretion_applied", "discretion_ground", "discretion_version");
    }

    @Override
    public String reads() {
        return "discretion.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        if (stream.isEmpty()) {
            return;
        }
        if (stream.getFirst().kind().equals("discretion.applied")) {
            applied(stream);
        } else {
            known.changing();
            jdbc.sql("delete from projection.discretion_version where code = ?")
                    .param(stream.getFirst().text("code"))
                    .update();
            stream.forEach(this::standard);
        }
    }

    private void standard(EventEntry e) {
        if (e.kind().equals("discretion.drafted")) {
            jdbc.sql(
                            """
                            insert into projection.discretion_version
                            values (:code, :version, :dmn, :by, null, null, null, false, null)
                            """)
                    .param("code", e.text("code"))
                    .param("version", Integer.parseInt(e.text("version")))
                    .param("dmn", e.text("dmn"))
                    .param("by", e.text("person"))
                    .update();
            return;
        }
        var set =
                switch (e.kind()) {
                    case "discretion.reviewed" -> "review_by = :by";
                    case "discretion.sent-back" ->
                            "sent_back = true, review_by = coalesce(review_by, :by)";
                    case "discretion.submitted" -> "submit_by = :by";
                    case "discretion.approved" -> "approve_by = :by, in_force = :from";
                    default -> throw new IllegalStateException("no row knows of " + e.kind());
                };
        var statement =
                jdbc.sql(
                                "update projection.discretion_version set "
                                        + set
                                        + " where code = :code and version = :version")
                        .param("by", e.text("person"))
                        .param("code", e.text("code"))
                        .param("version", Integer.parseInt(e.text("version")));
        var from = e.text("from");
        (from.isEmpty() ? statement : statement.param("from", LocalDate.parse(from))).update();
    }

    private void applied(List<EventEntry> stream) {
        var caseId = UUID.fromString(stream.getFirst().text("case"));
        jdbc.sql("delete from projection.discretion_applied where case_id = ?")
                .param(caseId)
                .update();
        jdbc.sql("delete from projection.discretion_ground where case_id = ?")
                .param(caseId)
                .update();
        int no = 0;
        for (var e : stream) {
            if (e.kind().equals("discretion.chosen")) {
                chosen(caseId, no++, e);
                continue;
            }
            // Another computation, another choice.
            jdbc.sql("delete from projection.discretion_ground where case_id = ?")
                    .param(caseId)
                    .update();
            jdbc.sql(
                            """
                            insert into projection.discretion_applied
                            values (:case, :no, :code, :version, :row, :factors, :facts, :by, :at)
                            """)
                    .param("case", caseId)
                    .param("no", no++)
                    .param("code", e.text("code"))
                    .param("version", Integer.parseInt(e.text("version")))
                    .param("row", e.text("row"))
                    .param("factors", texts(e, "factors"))
                    .param("facts", texts(e, "facts"))
                    .param("by", e.text("person"))
                    .param("at", OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC))
                    .update();
        }
    }

    private void chosen(UUID caseId, int no, EventEntry e) {
        jdbc.sql(
                        """
                        insert into projection.discretion_ground
                        values (:case, :no, :ground, :direction, :by, :at)
                        """)
                .param("case", caseId)
                .param("no", no)
                .param("ground", e.text("ground"))
                .param("direction", e.text("direction"))
                .param("by", e.text("person"))
                .param("at", OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Chosen> chosen(UUID caseId) {
        return jdbc.sql("select * from projection.discretion_ground where case_id = ? order by no")
                .param(caseId)
                .query((rs, _) ->
                        new Chosen(
                                rs.getString("ground"),
                                Direction.valueOf(rs.getString("direction")),
                                new PersonId(rs.getString("chosen_by")),
                                rs.getObject("chosen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<UUID> graded() {
        return jdbc.sql(
                        """
                        select case_id from projection.discretion_applied
                        group by case_id order by max(applied_at) desc
                        """)
                .query((rs, _) -> rs.getObject("case_id", UUID.class))
                .list();
    }

    @Override
    public List<Edition> all() {
        return known.get(this::read);
    }

    private List<Edition> read() {
        return jdbc.sql("select * from projection.discretion_version order by code, version")
                .query((rs, _) -> edition(rs))
                .list();
    }

    private static Edition edition(ResultSet rs) throws SQLException {
        var done = new LinkedHashMap<Step, PersonId>();
        for (var step : Step.values()) {
            var by = rs.getString(step.code() + "_by");
            if (by != null) {
                done.put(step, new PersonId(by));
            }
        }
        var dmn = rs.getString("dmn");
        return new Edition(
                DmnReader.read(dmn).standard().orElseThrow(),
                new Life.Version(
                        rs.getInt("version"),
                        done,
                        rs.getBoolean("sent_back"),
                        rs.getObject("in_force", LocalDate.class)),
                dmn);
    }

    @Override
    public List<Applied> applied(UUID caseId) {
        return jdbc.sql("select * from projection.discretion_applied where case_id = ? order by no")
                .param(caseId)
                .query((rs, _) -> record(rs))
                .list();
    }

    @Override
    public List<Applied> appliedUnder(String code, String row) {
        return jdbc.sql(
                        """
                        select distinct on (case_id) * from projection.discretion_applied
                        where code = ? and row_id = ? order by case_id, no desc
                        """)
                .params(code, row)
                .query((rs, _) -> record(rs))
                .list();
    }

    private static Applied record(ResultSet rs) throws SQLException {
        var facts = new LinkedHashMap<String, String>();
        var factors = strings(rs.getArray("factors"));
        var values = strings(rs.getArray("facts"));
        for (int i = 0; i < factors.length; i++) {
            facts.put(factors[i], values[i]);
        }
        return new Applied(
                rs.getObject("case_id", UUID.class),
                rs.getString("code"),
                rs.getInt("version"),
                rs.getString("row_id"),
                facts,
                new PersonId(rs.getString("applied_by")),
                rs.getObject("applied_at", OffsetDateTime.class).toInstant());
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static String[] texts(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Strs(var all)
                ? new ArrayList<>(all).toArray(String[]::new)
                : new String[0];
    }
}
