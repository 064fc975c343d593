package org.guiju.app.archive.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.archive.Volume;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads rows of the archive, and of the papers that belong into a volume.
@Component
public class JdbcArchive {
    private static final RowMapper<Volume> VOLUME =
            (rs, _) ->
                    new Volume(
                            rs.getObject("case_id", UUID.class),
                            rs.getString("organ"),
                            rs.getInt("year"),
                            rs.getLong("n"),
                            rs.getString("number"),
                            rs.getString("no"),
                            rs.getString("power"),
                            rs.getString("kind"),
                            rs.getObject("closed_on", LocalDate.class),
                            rs.getString("outcome"),
                            rs.getString("retention"),
                            rs.getObject("until", LocalDate.class),
                            rs.getInt("entries"),
                            rs.getString("head"));
    private final JdbcClient jdbc;

    JdbcArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Volume> volume(UUID caseId) {
        return jdbc.sql("select * from projection.volume where case_id = :case")
                .param("case", caseId)
                .query(VOLUME)
                .optional();
    }

    /// Of one organ, or of all; the latest first.
    public List<Volume> volumes(String organ, int most, long offset) {
        return jdbc.sql(
                        """
                        select * from projection.volume where :organ = '' or organ = :organ
                        order by year desc, organ, n desc limit :most offset :offset
                        """)
                .param("organ", organ)
                .param("most", most)
                .param("offset", offset)
                .query(VOLUME)
                .list();
    }

    public long count(String organ) {
        return jdbc.sql(
                        "select count(*) from projection.volume where :organ = '' or organ = :organ")
                .param("organ", organ)
                .query(Long.class)
                .single();
    }

    /// Volumes of cases that ended within the span, in the order of their numbers.
    public List<Volume> closed(String organ, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select * from projection.volume where organ = :organ and closed_on between :from and :until order by year, n
                        """)
                .param("organ", organ)
                .param("from", from)
                .param("until", until)
                .query(VOLUME)
                .list();
    }

    /// Ended cases that have no volume yet, the earliest first.
    public List<UUID> unnumbered(int most) {
        return jdbc.sql(
                        """
                        select c.case_id from projection.case_row c where c.closed_on is not null
                        and not exists (select 1 from projection.volume v where v.case_id = c.case_id)
                        order by c.closed_on, c.no limit :most
                        """)
                .param("most", most)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    public Optional<UUID> dossier(UUID caseId, String state) {
        return jdbc.sql(
                        "select attachment from projection.dossier where case_id = :case and state = :state")
                .param("case", caseId)
                .param("state", state)
                .query(UUID.class)
                .optional();
    }

    /// 出卷记录.
    public record Taken(Instant at, String taker, String profile) {}

    /// The latest first.
    public List<Taken> taken(UUID caseId) {
        return jdbc.sql(
                        "select at, taker, profile from projection.dossier_taken where case_id = :case order by seq desc limit 50")
                .param("case", caseId)
                .query((rs, _) ->
                        new Taken(
                                rs.getObject(1, OffsetDateTime.class).toInstant(),
                                rs.getString(2),
                                rs.getString(3)))
                .list();
    }

    /// 文书: a numbered paper with where its entries and its bytes are.
    ///
    /// @param seq number of the case's event that it rests on
    /// @param series stream of its number, whose event n − 1 it is
    /// @param attachment where the bytes lie; null until it was drawn
    public record Paper(
            UUID id,
            long seq,
            String kind,
            Text name,
            String number,
            String series,
            long n,
            LocalDate day,
            boolean applicant,
            @Nullable UUID attachment) {}

    public List<Paper> papers(UUID caseId) {
        return jdbc.sql(
                        """
                        select d.*, a.attachment from projection.document d left join projection.document_drawn a using (id)
                        where d.case_id = :case order by d.case_seq, d.kind
                        """)
                .param("case", caseId)
                .query((rs, _) ->
                        new Paper(
                                rs.getObject("id", UUID.class),
                                rs.getLong("case_seq"),
                                rs.getString("kind"),
                                new Text(rs.getString("name_zh"), rs.getString("name_en")),
                                rs.getString("number"),
                                "document:"
                                        + rs.getString("organ")
                                        + ":"
                                        + rs.getString("kind")
                                        + ":"
                                        + rs.getInt("year"),
                                rs.getLong("n"),
                                rs.getObject("day", LocalDate.class),
                                rs.getBoolean("to_applicant"),
                                rs.getObject("attachment", UUID.class)))
                .list();
    }
}
