package org.guiju.app.lists.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.app.lists.Lists.Head;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.lists.ListDraft;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListSource;
import org.guiju.kernel.lists.ListText;
import org.guiju.kernel.shared.OrganId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of published versions; the text of a version is read once and kept by its digest, which never changes.
@Component
public class ListProjection implements Projection {
    /// Texts kept in memory: a county's lists in force and some older ones.
    private static final int REMEMBERED = 200;

    private final JdbcClient jdbc;
    private final Remembered<List<Head>> heads = new Remembered<>();
    private final Map<String, List<ListRow>> texts =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<String, List<ListRow>> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    ListProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("list_version", "list_draft");
    }

    @Override
    public String reads() {
        return "list.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        heads.changing();
        for (var e : stream) {
            if ("list.published".equals(e.kind())) {
                insert(e);
            }
        }
        draft(stream);
    }

    private void draft(List<EventEntry> stream) {
        var organ = stream.getFirst().text("organ");
        var kind = stream.getFirst().text("list");
        jdbc.sql("delete from projection.list_draft where organ = :organ and kind = :kind")
                .param("organ", organ)
                .param("kind", kind)
                .update();
        ListForms.draft(stream)
                .ifPresent(d ->
                        jdbc.sql(
                                        "insert into projection.list_draft values (:organ, :kind, :phase, :rows, :moved)")
                                .param("organ", organ)
                                .param("kind", kind)
                                .param("phase", d.phase().name())
                                .param("rows", d.rows())
                                .param("moved", stream.getLast().at().atOffset(ZoneOffset.UTC))
                                .update());
    }

    /// 草稿概要: which drafts there are and where they stand.
    public record DraftHead(
            OrganId organ, String kind, ListDraft.Phase phase, int rows, Instant moved) {}

    public List<DraftHead> drafts() {
        return jdbc.sql("select * from projection.list_draft order by moved desc, organ, kind")
                .query((rs, _) ->
                        new DraftHead(
                                new OrganId(rs.getString("organ")),
                                rs.getString("kind"),
                                ListDraft.Phase.valueOf(rs.getString("phase")),
                                rs.getInt("rows"),
                                instant(rs.getObject("moved", java.time.OffsetDateTime.class))))
                .list();
    }

    private void insert(EventEntry e) {
        jdbc.sql(
                        """
                        insert into projection.list_version (organ, kind, number, effective, digest, rows, campaign,
                            resolution, decided_on, published_at)
                        values (:organ, :kind, :number, :effective, :digest, :rows, :campaign, :resolution, :decided, :at)
                        on conflict do nothing
                        """)
                .param("organ", e.text("organ"))
                .param("kind", e.text("list"))
                .param("number", (int) e.number("number"))
                .param("effective", LocalDate.parse(e.text("effective")))
                .param("digest", e.text("digest"))
                .param("rows", (int) e.number("rows"))
                .param("campaign", e.text("campaign"))
                .param("resolution", e.text("resolution"))
                .param("decided", LocalDate.parse(e.text("decided")))
                .param("at", e.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Every version, the newest first.
    public List<Head> heads() {
        return heads.get(this::read);
    }

    private List<Head> read() {
        return List.copyOf(
                jdbc.sql(
                                """
                                select * from projection.list_version
                                order by published_at desc, organ, kind, number desc
                                """)
                        .query((rs, _) ->
                                new Head(
                                        new OrganId(rs.getString("organ")),
                                        rs.getString("kind"),
                                        rs.getInt("number"),
                                        rs.getObject("effective", LocalDate.class),
                                        new ListSource(
                                                rs.getString("campaign"),
                                                rs.getString("resolution"),
                                                rs.getObject("decided_on", LocalDate.class)),
                                        rs.getString("digest"),
                                        rs.getInt("rows"),
                                        instant(
                                                rs.getObject(
                                                        "published_at",
                                                        java.time.OffsetDateTime.class))))
                        .list());
    }

    private static Instant instant(java.time.OffsetDateTime at) {
        return at.toInstant();
    }

    /// Keeps rows under their digest.
    ///
    /// @return the digest
    public String keep(List<ListRow> rows) {
        var text = ListText.write(rows);
        var digest = ListText.digest(text);
        jdbc.sql("insert into list_text values (:digest, :text) on conflict do nothing")
                .param("digest", digest)
                .param("text", text)
                .update();
        return digest;
    }

    /// The rows of a digest, published or not.
    ///
    /// @throws IllegalStateException when the text that is kept is not the one that was hashed
    public List<ListRow> rows(String digest) {
        var known = texts.get(digest);
        if (known != null) {
            return known;
        }
        var text =
                jdbc.sql("select text from list_text where digest = :digest")
                        .param("digest", digest)
                        .query(String.class)
                        .single();
        if (!Objects.equals(ListText.digest(text), digest)) {
            throw new IllegalStateException("the list kept as " + digest + " was altered");
        }
        var rows = new ArrayList<>(ListText.read(text));
        texts.put(digest, List.copyOf(rows));
        return List.copyOf(rows);
    }
}
