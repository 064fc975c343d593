package org.guiju.app.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.Disclosures;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Occurred;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 事件库 in PostgreSQL. The primary key `(stream, seq)` makes every stream linear; no lock, no chain row.
@Component
class JdbcEventStore implements EventStore {
    private static final int SALT_BYTES = 16;
    private static final int DECOY_BYTES = 32;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final SubjectKeys keys;
    private final KeyRing ring;

    JdbcEventStore(JdbcClient jdbc, JdbcTemplate batch, SubjectKeys keys, KeyRing ring) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.keys = keys;
        this.ring = ring;
    }

    private record Row(int seq, byte[] entry, Map<String, byte[]> blobs) {}

    @Override
    @Transactional(readOnly = true)
    public List<EventEntry> read(UUID stream) {
        var rows = new ArrayList<Row>();
        jdbc.sql(
                        """
                        select e.seq, e.entry, d.subject, d.blob
                        from event e left join disclosure d using (stream, seq)
                        where e.stream = :stream order by e.seq, d.subject
                        """)
                .param("stream", stream)
                .query(rs -> {
                    int seq = rs.getInt(1);
                    if (rows.isEmpty() || rows.getLast().seq() != seq) {
                        rows.add(new Row(seq, rs.getBytes(2), new LinkedHashMap<>()));
                    }
                    var subject = rs.getString(3);
                    if (subject != null) {
                        rows.getLast().blobs().put(subject, rs.getBytes(4));
                    }
                });
        var opener = keys.cached();
        return rows.stream().map(r -> opened(stream, r, opener)).toList();
    }

    private static EventEntry opened(UUID stream, Row row, SubjectKeys.Cached opener) {
        var disclosures = new ArrayList<Disclosure>();
        row.blobs()
                .forEach((subject, blob) ->
                        opener.open(subject, blob, context(stream, row.seq(), subject))
                                .ifPresent(plain ->
                                        new String(plain, StandardCharsets.US_ASCII)
                                                .lines()
                                                .map(Disclosure::parse)
                                                .forEach(disclosures::add)));
        var entry = EntryReader.read(row.entry());
        return disclosures.isEmpty() ? EventEntry.of(entry) : EventEntry.of(entry, disclosures);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(UUID stream, long expected, List<EventDraft> drafts, Stamp stamp) {
        write(stream, expected, List.of(new Act(drafts, stamp)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(UUID stream, List<Act> acts) {
        write(stream, 0, acts);
    }

    private void write(UUID stream, long expected, List<Act> acts) {
        var previous = expected == 0 ? null : last(stream, expected);
        var events = new ArrayList<Object[]>();
        var places = new ArrayList<Object[]>();
        var blobs = new ArrayList<Object[]>();
        long seq = expected;
        String leaf = previous;
        for (var act : acts) {
            for (var draft : act.drafts()) {
                var disclosures = disclosures(draft);
                var entry = entry(stream, seq, leaf, draft, disclosures, act.stamp());
                events.add(new Object[] {stream, (int) seq, entry.entry().bytes()});
                places.add(new Object[] {stream, (int) seq});
                for (var subject : disclosures.keySet()) {
                    blobs.add(
                            new Object[] {
                                stream,
                                (int) seq,
                                subject,
                                sealed(stream, seq, subject, disclosures)
                            });
                }
                leaf = entry.leafHash();
                seq++;
            }
        }
        try {
            batch.batchUpdate("insert into event (stream, seq, entry) values (?, ?, ?)", events);
        } catch (DuplicateKeyException _) {
            throw new StaleStream(stream.toString(), expected);
        }
        batch.batchUpdate("insert into pending (stream, seq) values (?, ?)", places);
        if (!blobs.isEmpty()) {
            batch.batchUpdate(
                    "insert into disclosure (stream, seq, subject, blob) values (?, ?, ?, ?)",
                    blobs);
        }
    }

    private String last(UUID stream, long expected) {
        return jdbc.sql("select entry from event where stream = :stream and seq = :seq")
                .param("stream", stream)
                .param("seq", (int) expected - 1)
                .query(byte[].class)
                .optional()
                .map(bytes -> EntryReader.read(bytes).leafHash())
                .orElseThrow(() -> new StaleStream(stream.toString(), expected));
    }

    private Map<String, List<Disclosure>> disclosures(EventDraft draft) {
        var bySubject = new LinkedHashMap<String, List<Disclosure>>();
        for (var hidden : draft.hidden()) {
            var salt = BASE64URL.encodeToString(ring.randomBytes(SALT_BYTES));
            bySubject
                    .computeIfAbsent(hidden.subject(), _ -> new ArrayList<>())
                    .add(new Disclosure(salt, hidden.name(), hidden.value()));
        }
        return bySubject;
    }

    private EventEntry entry(
            UUID stream,
            long seq,
            @org.jspecify.annotations.Nullable String previous,
            EventDraft draft,
            Map<String, List<Disclosure>> disclosures,
            Stamp stamp) {
        var builder = EventEntry.builder(draft.kind());
        if (previous == null) {
            builder.begins(stream.toString());
        } else {
            builder.follows(stream.toString(), seq - 1, previous);
        }
        builder.at(stamp.at())
                .by(stamp.by())
                .command(stamp.command().toString())
                .source(stamp.source())
                .digests(digests(disclosures));
        if (draft.day() != null) {
            builder.occurred(new Occurred.OnDay(draft.day()));
        }
        if (draft.item() != null) {
            builder.item(draft.item());
        }
        if (draft.due() != null) {
            builder.due(draft.due());
        }
        draft.open().forEach(builder::field);
        return builder.build();
    }

    private List<String> digests(Map<String, List<Disclosure>> disclosures) {
        var all = disclosures.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var decoys = new ArrayList<String>();
        for (int i = 0; i < Disclosures.decoysNeeded(all.size()); i++) {
            decoys.add(BASE64URL.encodeToString(ring.randomBytes(DECOY_BYTES)));
        }
        return Disclosures.digests(all, decoys);
    }

    private byte[] sealed(
            UUID stream, long seq, String subject, Map<String, List<Disclosure>> disclosures) {
        var lines =
                disclosures.getOrDefault(subject, List.of()).stream()
                        .map(Disclosure::encoded)
                        .toList();
        var plain = String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
        return keys.seal(subject, plain, context(stream, seq, subject));
    }

    private static String context(UUID stream, long seq, String subject) {
        return stream + "/" + seq + "/" + subject;
    }

    @Override
    public void walk(String firstKindPrefix, Consumer<List<EventEntry>> visitor) {
        var streams =
                jdbc.sql(
                                """
                                select stream from event where seq = 0 and starts_with(entry_json(entry) ->> 'k', :prefix) order by stream
                                """)
                        .param("prefix", firstKindPrefix)
                        .query(UUID.class)
                        .list();
        streams.forEach(s -> visitor.accept(read(s)));
    }
}
