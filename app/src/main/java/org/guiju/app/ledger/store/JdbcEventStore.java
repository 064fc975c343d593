package org.guiju.app.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.Disclosures;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Occurred;
import org.guiju.kernel.ledger.SealedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 事件库 in PostgreSQL. The primary key `(stream, seq)` makes every stream linear; no lock, no chain row.
@Component
class JdbcEventStore implements EventStore {
    private static final int SALT_BYTES = 16;
    private static final int WALKED = 200;
    private static final int DECOY_BYTES = 32;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final SubjectKeys keys;
    private final KeyRing ring;
    private final Streams streams = new Streams();

    JdbcEventStore(JdbcClient jdbc, JdbcTemplate batch, SubjectKeys keys, KeyRing ring) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.keys = keys;
        this.ring = ring;
    }

    private record Row(int seq, byte[] entry, Map<String, byte[]> blobs) {}

    @Override
    public List<EventEntry> read(UUID stream) {
        var known = streams.known(stream);
        var tail = tail(stream, known);
        if (!tail.keysThere()) {
            // A subject was erased since: what is remembered would still show it.
            streams.forget(stream);
            keys.forget(known.subjects());
            known = Streams.Known.NOTHING;
            tail = tail(stream, known);
        }
        if (tail.rows().isEmpty()) {
            return known.entries();
        }
        var opener = keys.cached();
        var entries = new ArrayList<>(known.entries());
        var subjects = new LinkedHashSet<>(known.subjects());
        tail.rows().forEach(r -> entries.add(opened(stream, r, opener, subjects)));
        streams.read(stream, new Streams.Known(entries, subjects));
        return List.copyOf(entries);
    }

    @Override
    public List<EventEntry> recent(UUID stream) {
        return streams.known(stream).entries();
    }

    @Override
    public long length(UUID stream) {
        return jdbc.sql("select coalesce(max(seq) + 1, 0) from event where stream = :stream")
                .param("stream", stream)
                .query(Long.class)
                .single();
    }

    /// What stands behind the events that are known, and whether the keys of those known are still there.
    private record Tail(List<Row> rows, boolean keysThere) {}

    private Tail tail(UUID stream, Streams.Known known) {
        var rows = new ArrayList<Row>();
        var there = new AtomicLong();
        jdbc.sql(
                        """
                        select e.seq, e.entry, d.subject, d.blob, null::bigint
                        from event e left join disclosure d using (stream, seq)
                        where e.stream = ? and e.seq >= ?
                        union all
                        select -1, null, null, null, count(*) from subject_key where subject = any (?::text[])
                        order by 1, 3
                        """)
                .param(stream)
                .param(known.entries().size())
                .param(known.subjects().toArray(String[]::new))
                .query(rs -> {
                    int seq = rs.getInt(1);
                    if (seq < 0) {
                        there.set(rs.getLong(5));
                        return;
                    }
                    if (rows.isEmpty() || rows.getLast().seq() != seq) {
                        rows.add(new Row(seq, rs.getBytes(2), new LinkedHashMap<>()));
                    }
                    var subject = rs.getString(3);
                    if (subject != null) {
                        rows.getLast().blobs().put(subject, rs.getBytes(4));
                    }
                });
        return new Tail(rows, there.get() == known.subjects().size());
    }

    private static EventEntry opened(
            UUID stream, Row row, SubjectKeys.Cached opener, Set<String> subjects) {
        var disclosures = new ArrayList<Disclosure>();
        row.blobs()
                .forEach((subject, blob) ->
                        opener.open(subject, blob, context(stream, row.seq(), subject))
                                .ifPresent(plain -> {
                                    subjects.add(subject);
                                    new String(plain, StandardCharsets.US_ASCII)
                                            .lines()
                                            .map(Disclosure::parse)
                                            .forEach(disclosures::add);
                                }));
        var entry = EntryReader.read(row.entry());
        return disclosures.isEmpty() ? EventEntry.of(entry) : EventEntry.of(entry, disclosures);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<EventEntry> append(
            UUID stream, long expected, List<EventDraft> drafts, Stamp stamp) {
        var writes = new Writes();
        var previous = expected == 0 ? null : last(stream, expected);
        streams.changing(stream);
        var added = gather(writes, stream, expected, previous, drafts, stamp);
        try {
            writes.send(batch);
            return added;
        } catch (DuplicateKeyException _) {
            throw new StaleStream(stream.toString(), expected);
        }
    }

    @Override
    public List<EventEntry> append(
            Writes writes,
            UUID stream,
            List<EventEntry> before,
            List<EventDraft> drafts,
            Stamp stamp) {
        var previous = before.isEmpty() ? null : before.getLast().leafHash();
        var added = gather(writes, stream, before.size(), previous, drafts, stamp);
        var entries = new ArrayList<>(before);
        entries.addAll(added);
        var subjects = new LinkedHashSet<>(streams.known(stream).subjects());
        subjects.addAll(subjectsOf(drafts));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            streams.changing(stream);
        }
        var then = new Streams.Known(entries, subjects);
        writes.whenKept(() -> streams.keep(stream, then));
        return added;
    }

    @Override
    public List<EventEntry> imagined(
            UUID stream, List<EventEntry> before, List<EventDraft> drafts, Stamp stamp) {
        var added = new ArrayList<EventEntry>();
        String leaf = before.isEmpty() ? null : before.getLast().leafHash();
        for (var draft : drafts) {
            var made = made(stream, before.size() + added.size(), leaf, draft, stamp);
            added.add(opened(made.event(), made.disclosures()));
            leaf = made.event().leafHash();
        }
        return added;
    }

    private List<EventEntry> gather(
            Writes writes,
            UUID stream,
            long expected,
            @Nullable String previous,
            List<EventDraft> drafts,
            Stamp stamp) {
        var added = new ArrayList<EventEntry>();
        var bytes = new ArrayList<byte[]>();
        var places = new ArrayList<Integer>();
        var subjects = new ArrayList<String>();
        var blobs = new ArrayList<byte[]>();
        var sealing = keys.keysOf(subjectsOf(drafts));
        long seq = expected;
        String leaf = previous;
        for (var draft : drafts) {
            var made = made(stream, seq, leaf, draft, stamp);
            var disclosures = made.disclosures();
            var entry = made.event();
            for (var subject : disclosures.keySet()) {
                places.add((int) seq);
                subjects.add(subject);
                blobs.add(sealed(stream, seq, subject, disclosures, sealing));
            }
            bytes.add(entry.entry().bytes());
            added.add(opened(entry, disclosures));
            leaf = entry.leafHash();
            seq++;
        }
        writes.add(
                """
                insert into event (stream, seq, entry)
                select ?::uuid, ?::integer + (place - 1)::integer, bytes from unnest(?::bytea[]) with ordinality as e (bytes, place)
                """,
                stream,
                (int) expected,
                bytes.toArray(byte[][]::new));
        writes.add(
                "insert into pending (stream, seq, n) values (?::uuid, ?::integer, ?::integer)",
                stream,
                (int) expected,
                added.size());
        if (!blobs.isEmpty()) {
            writes.add(
                    "insert into disclosure (stream, seq, subject, blob) select ?::uuid, * from unnest(?::integer[], ?::text[], ?::bytea[])",
                    stream,
                    places.toArray(Integer[]::new),
                    subjects.toArray(String[]::new),
                    blobs.toArray(byte[][]::new));
        }
        return added;
    }

    private static EventEntry opened(EventEntry entry, Map<String, List<Disclosure>> disclosures) {
        return disclosures.isEmpty()
                ? entry
                : EventEntry.of(
                        entry.entry(),
                        disclosures.values().stream().flatMap(List::stream).toList());
    }

    private static Set<String> subjectsOf(List<EventDraft> drafts) {
        var subjects = new LinkedHashSet<String>();
        drafts.forEach(d -> d.hidden().forEach(h -> subjects.add(h.subject())));
        drafts.stream()
                .map(EventDraft::restrictedTo)
                .filter(Objects::nonNull)
                .forEach(subjects::add);
        return subjects;
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

    /// What is written of an event: its entry, and what stands sealed beside it.
    private record Made(EventEntry event, Map<String, List<Disclosure>> disclosures) {}

    private Made made(
            UUID stream, long seq, @Nullable String previous, EventDraft draft, Stamp stamp) {
        var subject = draft.restrictedTo();
        if (subject == null) {
            var disclosures = disclosures(draft);
            return new Made(entry(stream, seq, previous, draft, disclosures, stamp), disclosures);
        }
        var clear = entry(stream, seq, previous, draft, Map.of(), stamp);
        int needed = SealedEvent.saltsNeeded(clear);
        var sealed =
                SealedEvent.of(
                        clear,
                        List.of(),
                        random(needed, SALT_BYTES),
                        random(Disclosures.decoysNeeded(needed), DECOY_BYTES));
        return new Made(sealed.event(), Map.of(subject, sealed.disclosures()));
    }

    private List<String> random(int count, int bytes) {
        return Stream.generate(() -> BASE64URL.encodeToString(ring.randomBytes(bytes)))
                .limit(count)
                .toList();
    }

    private EventEntry entry(
            UUID stream,
            long seq,
            @Nullable String previous,
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
        return Disclosures.digests(all, random(Disclosures.decoysNeeded(all.size()), DECOY_BYTES));
    }

    private byte[] sealed(
            UUID stream,
            long seq,
            String subject,
            Map<String, List<Disclosure>> disclosures,
            Map<String, byte[]> sealing) {
        var lines =
                disclosures.getOrDefault(subject, List.of()).stream()
                        .map(Disclosure::encoded)
                        .toList();
        var plain = String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
        return ring.seal(
                Objects.requireNonNull(sealing.get(subject)), plain, context(stream, seq, subject));
    }

    static String context(UUID stream, long seq, String subject) {
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
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .list();
        for (int from = 0; from < streams.size(); from += WALKED) {
            walk(streams.subList(from, Math.min(streams.size(), from + WALKED)), visitor);
        }
    }

    /// So many streams in one trip, and their keys in another.
    private void walk(List<UUID> some, Consumer<List<EventEntry>> visitor) {
        var rows = new LinkedHashMap<UUID, List<Row>>();
        var subjects = new LinkedHashSet<String>();
        jdbc.sql(
                        """
                        select e.stream, e.seq, e.entry, d.subject, d.blob from event e left join disclosure d using (stream, seq)
                        where e.stream = any (?::uuid[]) order by e.stream, e.seq, d.subject
                        """)
                .param(some.toArray(UUID[]::new))
                .query(rs -> {
                    var of =
                            rows.computeIfAbsent(
                                    rs.getObject(1, UUID.class), _ -> new ArrayList<>());
                    int seq = rs.getInt(2);
                    if (of.isEmpty() || of.getLast().seq() != seq) {
                        of.add(new Row(seq, rs.getBytes(3), new LinkedHashMap<>()));
                    }
                    var subject = rs.getString(4);
                    if (subject != null) {
                        of.getLast().blobs().put(subject, rs.getBytes(5));
                        subjects.add(subject);
                    }
                });
        var opener = keys.cached(subjects);
        for (var stream : some) {
            visitor.accept(
                    rows.getOrDefault(stream, List.of()).stream()
                            .map(r -> opened(stream, r, opener, new LinkedHashSet<>()))
                            .toList());
        }
    }
}
