package org.guiju.app.lists.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.Projection;
import org.guiju.app.lists.BookletHead;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of booklets and of receipts.
@Component
public class BookletProjection implements Projection {
    private final JdbcClient jdbc;

    BookletProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static UUID stream(OrganId organ) {
        return UUID.nameUUIDFromBytes(("booklet:" + organ).getBytes(StandardCharsets.UTF_8));
    }

    /// 已成册.
    public static EventDraft issued(
            OrganId organ, int number, List<String> lists, List<String> powers) {
        var open = new LinkedHashMap<String, Value>();
        open.put("organ", new Value.Str(organ.value()));
        open.put("number", new Value.Int(number));
        open.put("lists", new Value.Strs(lists));
        open.put("powers", new Value.Strs(powers));
        return EventDraft.of("booklet.issued", open);
    }

    /// 已签收, by the one who acts.
    public static EventDraft received(OrganId organ, int number) {
        var open = new LinkedHashMap<String, Value>();
        open.put("organ", new Value.Str(organ.value()));
        open.put("number", new Value.Int(number));
        return EventDraft.of("booklet.received", open);
    }

    @Override
    public List<String> tables() {
        return List.of("booklet_receipt", "booklet");
    }

    @Override
    public String reads() {
        return "booklet.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        for (var e : stream) {
            var organ = e.text("organ");
            int number = (int) e.number("number");
            var at = e.at().atOffset(ZoneOffset.UTC);
            switch (e.kind()) {
                case "booklet.issued" ->
                        jdbc.sql(
                                        """
                                        insert into projection.booklet values (:organ, :number, :at, :lists, :powers)
                                        on conflict do nothing
                                        """)
                                .param("organ", organ)
                                .param("number", number)
                                .param("at", at)
                                .param("lists", array(e, "lists"))
                                .param("powers", array(e, "powers"))
                                .update();
                case "booklet.received" ->
                        jdbc.sql(
                                        """
                                        insert into projection.booklet_receipt values (:organ, :number, :person, :at)
                                        on conflict do nothing
                                        """)
                                .param("organ", organ)
                                .param("number", number)
                                .param("person", e.by())
                                .param("at", at)
                                .update();
                default -> throw new IllegalStateException("no row knows of " + e.kind());
            }
        }
    }

    private static String[] array(EventEntry e, String name) {
        return e.texts(name).toArray(String[]::new);
    }

    /// The editions of a unit, the newest first.
    public List<BookletHead> editions(OrganId organ) {
        return jdbc.sql(
                        "select * from projection.booklet where organ = :organ order by number desc")
                .param("organ", organ.value())
                .query((rs, _) ->
                        new BookletHead(
                                organ,
                                rs.getInt("number"),
                                rs.getObject("issued_at", OffsetDateTime.class).toInstant(),
                                List.of((String[]) rs.getArray("lists").getArray()),
                                List.of((String[]) rs.getArray("powers").getArray())))
                .list();
    }

    /// Who has confirmed the edition, and when.
    public Map<PersonId, Instant> receipts(OrganId organ, int number) {
        var receipts = new LinkedHashMap<PersonId, Instant>();
        jdbc.sql(
                        """
                        select person, received_at from projection.booklet_receipt where organ = :organ and number = :number
                        order by received_at, person
                        """)
                .param("organ", organ.value())
                .param("number", number)
                .query(rs -> {
                    receipts.put(
                            new PersonId(rs.getString(1)),
                            rs.getObject(2, OffsetDateTime.class).toInstant());
                });
        return receipts;
    }
}
