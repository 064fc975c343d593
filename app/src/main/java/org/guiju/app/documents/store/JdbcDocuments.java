package org.guiju.app.documents.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.cases.CasePapers.Form;
import org.guiju.kernel.shared.Text;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads rows of papers, follows the log, keeps the texts.
@Component
public class JdbcDocuments {
    private static final String COLUMNS =
            "id, case_id, case_seq, leaf, kind, name_zh, name_en, organ, year, n, number, day, to_applicant, served, template";
    private static final RowMapper<NumberedForm> ROW =
            (rs, _) ->
                    new NumberedForm(
                            rs.getObject("id", UUID.class),
                            rs.getObject("case_id", UUID.class),
                            rs.getInt("case_seq"),
                            rs.getString("leaf"),
                            rs.getString("kind"),
                            new Text(rs.getString("name_zh"), rs.getString("name_en")),
                            rs.getString("organ"),
                            rs.getInt("year"),
                            rs.getLong("n"),
                            rs.getString("number"),
                            rs.getObject("day", LocalDate.class),
                            rs.getBoolean("to_applicant"),
                            rs.getBoolean("served"),
                            rs.getString("template"));
    private final JdbcClient jdbc;

    JdbcDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// 叶: an entry with its place in the log, as far as the registrar needs it.
    public record Leaf(long index, UUID stream, int seq, String kind) {}

    /// The next leaves, in the log's order. Holds the cursor until the transaction ends: one registrar at a time.
    ///
    /// @param before those from this place on are left for later
    public List<Leaf> follow(int most, long before) {
        long next =
                jdbc.sql("select next from document_cursor for update").query(Long.class).single();
        return jdbc.sql(
                        """
                        select l.idx, l.stream, l.seq, coalesce(entry_json(e.entry) ->> 'k', '')
                        from leaf l join event e using (stream, seq)
                        where l.idx >= :next and l.idx < :before order by l.idx limit :most
                        """)
                .param("next", next)
                .param("before", before)
                .param("most", most)
                .query((rs, _) ->
                        new Leaf(
                                rs.getLong(1),
                                rs.getObject(2, UUID.class),
                                rs.getInt(3),
                                rs.getString(4)))
                .list();
    }

    public void followed(long upTo) {
        jdbc.sql("update document_cursor set next = :next").param("next", upTo + 1).update();
    }

    /// A kind of paper that is new is numbered from where the registrar stands now.
    public void begin(List<String> kinds) {
        jdbc.sql(
                        """
                        insert into document_kind select kind, next from document_cursor, unnest(?::text[]) kind on conflict do nothing
                        """)
                .param(kinds.toArray(String[]::new))
                .update();
    }

    /// From which place of the log on each kind is numbered.
    public Map<String, Long> kinds() {
        var kinds = new HashMap<String, Long>();
        jdbc.sql("select kind, since from document_kind")
                .query(rs -> {
                    kinds.put(rs.getString(1), rs.getLong(2));
                });
        return kinds;
    }

    public List<NumberedForm> ofCase(UUID caseId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from projection.document where case_id = :case order by case_seq, kind")
                .param("case", caseId)
                .query(ROW)
                .list();
    }

    public Optional<NumberedForm> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from projection.document where id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /// Where the bytes of a paper lie, once it was drawn in that form.
    public Optional<UUID> attachment(UUID id, Form form) {
        return jdbc.sql(
                        form == Form.OFD
                                ? "select attachment from projection.document_ofd where id = :id"
                                : "select attachment from projection.document_drawn where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /// 在日志中的位置 of an entry.
    public Optional<Long> place(UUID stream, long seq) {
        return jdbc.sql("select idx from leaf where stream = :stream and seq = :seq")
                .param("stream", stream)
                .param("seq", (int) seq)
                .query(Long.class)
                .optional();
    }

    public void keepTemplate(String digest, String body) {
        jdbc.sql(
                        "insert into document_template (digest, body) values (:digest, :body) on conflict do nothing")
                .param("digest", digest)
                .param("body", body)
                .update();
    }

    public Optional<String> template(String digest) {
        return jdbc.sql("select body from document_template where digest = :digest")
                .param("digest", digest)
                .query(String.class)
                .optional();
    }
}
