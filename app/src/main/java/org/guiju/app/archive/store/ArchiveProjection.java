package org.guiju.app.archive.store;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.guiju.app.archive.Volume;
import org.guiju.app.ledger.Projection;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of volumes, of what became of packages, and of hand-overs.
@Component
@Order(95)
public class ArchiveProjection implements Projection {
    private final JdbcClient jdbc;
    private final JdbcHandovers handovers;

    ArchiveProjection(JdbcClient jdbc, JdbcHandovers handovers) {
        this.jdbc = jdbc;
        this.handovers = handovers;
    }

    @Override
    public List<String> tables() {
        return List.of("volume", "dossier", "dossier_taken", "handover", "handover_term");
    }

    @Override
    public String reads() {
        return "archive.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        stream.forEach(this::apply);
    }

    public void apply(EventEntry entry) {
        switch (entry.kind()) {
            case ArchiveForms.VOLUME -> volume(ArchiveForms.volume(entry));
            case ArchiveForms.MADE -> made(entry);
            case ArchiveForms.TAKEN -> taken(entry);
            case ArchiveForms.RECORD -> {
                // The event says it; no row is asked for it.
            }
            default -> handovers.apply(entry);
        }
    }

    private void volume(Volume v) {
        jdbc.sql(
                        """
                        insert into projection.volume values (:case, :organ, :year, :n, :number, :no, :power, :kind, :closed, :outcome,
                            :retention, :until, :entries, :head)
                        """)
                .param("case", v.caseId())
                .param("organ", v.organ())
                .param("year", v.year())
                .param("n", v.n())
                .param("number", v.number())
                .param("no", v.no())
                .param("power", v.power())
                .param("kind", v.kind())
                .param("closed", v.closedOn())
                .param("outcome", v.outcome())
                .param("retention", v.retention())
                .param("until", v.until())
                .param("entries", v.entries())
                .param("head", v.head())
                .update();
    }

    private void made(EventEntry entry) {
        var f = entry.fields();
        jdbc.sql(
                        "insert into projection.dossier values (:case, :state, :attachment) on conflict do nothing")
                .param("case", UUID.fromString(ArchiveForms.text(f, "of_case")))
                .param("state", ArchiveForms.text(f, "state"))
                .param("attachment", UUID.fromString(ArchiveForms.text(f, "attachment")))
                .update();
    }

    private void taken(EventEntry entry) {
        var f = entry.fields();
        jdbc.sql(
                        "insert into projection.dossier_taken values (:case, :seq, :at, :taker, :profile) on conflict do nothing")
                .param("case", UUID.fromString(ArchiveForms.text(f, "of_case")))
                .param("seq", (int) entry.seq())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("taker", ArchiveForms.text(f, "taker"))
                .param("profile", ArchiveForms.text(f, "profile"))
                .update();
    }
}
