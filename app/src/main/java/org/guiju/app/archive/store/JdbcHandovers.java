package org.guiju.app.archive.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.archive.Handover;
import org.guiju.app.archive.Quarter;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of hand-overs.
@Component
public class JdbcHandovers {
    private static final RowMapper<Handover> ROW =
            (rs, _) ->
                    new Handover(
                            rs.getString("organ"),
                            Quarter.parse(rs.getString("quarter")).orElseThrow(),
                            rs.getObject("due", LocalDate.class),
                            rs.getObject("opened_on", LocalDate.class),
                            rs.getObject("submitted_on", LocalDate.class),
                            rs.getString("submitted_by"),
                            rs.getObject("volumes", Integer.class),
                            rs.getString("list"),
                            rs.getObject("received_on", LocalDate.class),
                            rs.getString("received_by"),
                            rs.getString("received_for"));
    private final JdbcClient jdbc;

    JdbcHandovers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Handover> find(String organ, Quarter quarter) {
        return jdbc.sql(
                        "select * from projection.handover where organ = :organ and quarter = :quarter")
                .param("organ", organ)
                .param("quarter", quarter.toString())
                .query(ROW)
                .optional();
    }

    /// Of one organ, or of all; the latest quarter first.
    public List<Handover> all(String organ) {
        return jdbc.sql(
                        """
                        select * from projection.handover where :organ = '' or organ = :organ order by quarter desc, organ
                        """)
                .param("organ", organ)
                .query(ROW)
                .list();
    }

    /// Those not handed over when their last day was over, as of a day.
    public long late(LocalDate today) {
        return jdbc.sql(
                        "select count(*) from projection.handover where submitted_on is null and due < :today")
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /// Working days that were set for the organ; empty where the default holds.
    public Optional<Integer> term(String organ) {
        return jdbc.sql("select days from projection.handover_term where organ = :organ")
                .param("organ", organ)
                .query(Integer.class)
                .optional();
    }

    /// Organs that had volumes in the quarter.
    public List<String> organs(Quarter quarter) {
        return jdbc.sql(
                        "select distinct organ from projection.volume where closed_on between :from and :until order by organ")
                .param("from", quarter.from())
                .param("until", quarter.until())
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /// The first day on which a volume's case ended.
    public Optional<LocalDate> earliest() {
        return jdbc.sql("select closed_on from projection.volume order by closed_on limit 1")
                .query(LocalDate.class)
                .optional();
    }

    void apply(EventEntry entry) {
        var f = entry.fields();
        var organ = ArchiveForms.text(f, "organ");
        var quarter = ArchiveForms.text(f, "quarter");
        switch (entry.kind()) {
            case HandoverForms.OPENED ->
                    jdbc.sql(
                                    """
                                    insert into projection.handover (organ, quarter, until, due, opened_on)
                                    values (:organ, :quarter, :until, :due, :on)
                                    """)
                            .param("organ", organ)
                            .param("quarter", quarter)
                            .param("until", day(entry, "until"))
                            .param("due", entry.due().orElseThrow())
                            .param("on", day(entry, "on"))
                            .update();
            case HandoverForms.SUBMITTED ->
                    jdbc.sql(
                                    """
                                    update projection.handover set submitted_on = :on, submitted_by = :officer, volumes = :volumes, list = :list
                                    where organ = :organ and quarter = :quarter
                                    """)
                            .param("on", day(entry, "on"))
                            .param("officer", ArchiveForms.text(f, "officer"))
                            .param("volumes", (int) ArchiveForms.number(f, "volumes"))
                            .param("list", ArchiveForms.text(f, "list"))
                            .param("organ", organ)
                            .param("quarter", quarter)
                            .update();
            case HandoverForms.RECEIVED ->
                    jdbc.sql(
                                    """
                                    update projection.handover set received_on = :on, received_by = :officer, received_for = :supervising
                                    where organ = :organ and quarter = :quarter
                                    """)
                            .param("on", day(entry, "on"))
                            .param("officer", ArchiveForms.text(f, "officer"))
                            .param("supervising", ArchiveForms.text(f, "supervising"))
                            .param("organ", organ)
                            .param("quarter", quarter)
                            .update();
            case HandoverForms.TERM ->
                    jdbc.sql(
                                    """
                                    insert into projection.handover_term values (:organ, :days, :on, :officer)
                                    on conflict (organ) do update set days = excluded.days, set_on = excluded.set_on, set_by = excluded.set_by
                                    """)
                            .param("organ", organ)
                            .param("days", (int) ArchiveForms.number(f, "days"))
                            .param("on", day(entry, "on"))
                            .param("officer", ArchiveForms.text(f, "officer"))
                            .update();
            default -> throw new IllegalStateException("no row for " + entry.kind());
        }
    }

    private static LocalDate day(EventEntry entry, String name) {
        return LocalDate.parse(ArchiveForms.text(entry.fields(), name));
    }
}
