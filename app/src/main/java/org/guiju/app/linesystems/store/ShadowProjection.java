package org.guiju.app.linesystems.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.Projection;
import org.guiju.app.linesystems.ShadowRow;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.supervision.ForeignMatters;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.linesystems.ShadowCase;
import org.guiju.kernel.linesystems.ShadowCase.Recorded;
import org.guiju.kernel.linesystems.ShadowClocks;
import org.guiju.kernel.linesystems.ShadowEvent;
import org.guiju.kernel.linesystems.ShadowJudge;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.supervision.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of shadow cases, and what supervision is told of them.
@Component
@Order(59)
public class ShadowProjection implements Projection, ForeignMatters {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Calendars calendars;

    ShadowProjection(JdbcClient jdbc, Catalogue catalogue, Calendars calendars) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.calendars = calendars;
    }

    @Override
    public List<String> tables() {
        return List.of("shadow_case");
    }

    @Override
    public String reads() {
        return LineForms.SHADOWS;
    }

    /// The definition by which the case is judged.
    public PowerDefinition definition(List<EventEntry> stream) {
        var opening = (ShadowEvent.Opened) LineForms.read(stream.getFirst());
        return catalogue.version(opening.power(), opening.version()).orElseThrow();
    }

    public static List<Recorded> history(List<EventEntry> stream) {
        return stream.stream()
                .map(e ->
                        new Recorded(
                                LineForms.read(e), new Seen(e.stream(), e.seq(), e.kind(), e.at())))
                .toList();
    }

    @Override
    public ForeignMatter of(List<EventEntry> stream) {
        var definition = definition(stream);
        var opening = (ShadowEvent.Opened) LineForms.read(stream.getFirst());
        var prefixes = ShadowJudge.prefixes(definition, history(stream));
        return new ForeignMatter(
                UUID.fromString(stream.getFirst().stream()),
                PREFIX + opening.system() + ":" + opening.theirs(),
                opening.organ(),
                definition,
                ShadowClocks.snapshots(prefixes),
                ShadowJudge.breaches(prefixes, calendar()));
    }

    /// By what days are counted today.
    public WorkCalendar calendar() {
        return calendars.current();
    }

    @Override
    public void project(List<EventEntry> stream) {
        var id = UUID.fromString(stream.getFirst().stream());
        var known = ShadowCase.of(definition(stream), history(stream));
        var opening = known.opening();
        jdbc.sql("delete from projection.shadow_case where shadow = ?").param(id).update();
        jdbc.sql(
                        """
                        insert into projection.shadow_case values
                        (:id, :system, :theirs, :organ, :power, :version, :situation, :records, :accepted, :decided, :closed)
                        """)
                .param("id", id)
                .param("system", opening.system())
                .param("theirs", opening.theirs())
                .param("organ", opening.organ().value())
                .param("power", opening.power())
                .param("version", opening.version())
                .param("situation", opening.situation())
                .param("records", known.told().size())
                .param("accepted", known.accepted())
                .param("decided", day(known.decision()))
                .param("closed", day(known.closing()))
                .update();
    }

    private static @Nullable LocalDate day(Optional<ShadowCase.Told> told) {
        return told.map(t -> t.record().happened()).orElse(null);
    }

    /// @param organ empty for all
    /// @param system empty for all
    public List<ShadowRow> find(String organ, String system, String text, long offset, int size) {
        return jdbc.sql(
                        "select *"
                                + WHERE
                                + " order by accepted_on desc nulls last, system, theirs limit :size offset :offset")
                .param("organ", organ)
                .param("system", system)
                .param("text", text)
                .param("size", size)
                .param("offset", offset)
                .query((rs, _) -> row(rs))
                .list();
    }

    private static final String WHERE =
            """
             from projection.shadow_case
            where (:organ = '' or organ = :organ) and (:system = '' or system = :system)
                and (:text = '' or strpos(theirs, :text) > 0 or strpos(power, :text) > 0)
            """;

    public long count(String organ, String system, String text) {
        return jdbc.sql("select count(*)" + WHERE)
                .param("organ", organ)
                .param("system", system)
                .param("text", text)
                .query(Long.class)
                .single();
    }

    public Optional<ShadowRow> byId(UUID id) {
        return jdbc.sql("select * from projection.shadow_case where shadow = :id")
                .param("id", id)
                .query((rs, _) -> row(rs))
                .optional();
    }

    private static ShadowRow row(ResultSet rs) throws SQLException {
        return new ShadowRow(
                rs.getObject("shadow", UUID.class),
                rs.getString("system"),
                rs.getString("theirs"),
                rs.getString("organ"),
                rs.getString("power"),
                rs.getInt("version"),
                rs.getString("situation"),
                rs.getInt("records"),
                rs.getObject("accepted_on", LocalDate.class),
                rs.getObject("decided_on", LocalDate.class),
                rs.getObject("closed_on", LocalDate.class));
    }
}
