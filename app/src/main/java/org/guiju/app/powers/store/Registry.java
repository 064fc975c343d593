package org.guiju.app.powers.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 目录登记: what an office enters about powers, organs and posts beside the definitions. Each key has a stream of its own; the
/// latest entry counts, the earlier ones stay.
@Component
@Order(31)
public class Registry implements Projection {
    private static final String PREFIX = "registry.";
    private final JdbcClient jdbc;
    private final EventStore events;
    private final Remembered<Map<String, Map<String, Entry>>> all = new Remembered<>();

    Registry(JdbcClient jdbc, EventStore events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /// 登记.
    public record Entry(String key, Map<String, String> fields, Instant at, String by) {
        public Entry {
            fields = Map.copyOf(fields);
        }

        public String text(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /// Enters what is new about the key; nothing happens where it says so already.
    ///
    /// @param register a short name such as `overlap`; part of the event's kind
    public void enter(String register, String key, Map<String, String> fields, Stamp stamp) {
        if (get(register, key).filter(e -> e.fields().equals(fields)).isPresent()) {
            return;
        }
        var open = new LinkedHashMap<String, Value>();
        open.put("key", new Value.Str(key));
        fields.forEach((name, value) -> open.put(name, new Value.Str(value)));
        var stream =
                UUID.nameUUIDFromBytes(
                        ("registry:" + register + ":" + key).getBytes(StandardCharsets.UTF_8));
        events.append(
                stream,
                events.length(stream),
                List.of(EventDraft.of(PREFIX + register, open)),
                stamp);
        project(events.read(stream));
    }

    /// The latest entry of each key, by key.
    public Map<String, Entry> of(String register) {
        return all.get(this::read).getOrDefault(register, Map.of());
    }

    public Optional<Entry> get(String register, String key) {
        return Optional.ofNullable(of(register).get(key));
    }

    @Override
    public List<String> tables() {
        return List.of("registry_entry");
    }

    @Override
    public String reads() {
        return PREFIX;
    }

    @Override
    public void project(List<EventEntry> stream) {
        all.changing();
        for (int i = 0; i < stream.size(); i++) {
            var e = stream.get(i);
            var flat = new ArrayList<String>();
            var key = new ArrayList<String>();
            e.fields()
                    .forEach((name, value) -> {
                        if (value instanceof Value.Str(var text)) {
                            (name.equals("key") ? key : flat)
                                    .addAll(
                                            name.equals("key")
                                                    ? List.of(text)
                                                    : List.of(name, text));
                        }
                    });
            jdbc.sql(
                            """
                            insert into projection.registry_entry (register, key, position, fields, entered_at, entered_by)
                            values (:register, :key, :position, :fields, :at, :by) on conflict do nothing
                            """)
                    .param("register", e.kind().substring(PREFIX.length()))
                    .param("key", key.getFirst())
                    .param("position", i)
                    .param("fields", flat.toArray(String[]::new))
                    .param("at", e.at().atOffset(ZoneOffset.UTC))
                    .param("by", e.by())
                    .update();
        }
    }

    private Map<String, Map<String, Entry>> read() {
        var found = new TreeMap<String, Map<String, Entry>>();
        jdbc.sql(
                        "select distinct on (register, key) register, key, fields, entered_at, entered_by"
                                + " from projection.registry_entry order by register, key, position desc")
                .query(rs -> {
                    found.computeIfAbsent(rs.getString(1), _ -> new TreeMap<>())
                            .put(rs.getString(2), entry(rs));
                });
        return found;
    }

    private static Entry entry(ResultSet rs) throws SQLException {
        var flat = (String[]) rs.getArray(3).getArray();
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < flat.length; i += 2) {
            fields.put(flat[i], flat[i + 1]);
        }
        return new Entry(
                rs.getString(2),
                fields,
                rs.getObject(4, OffsetDateTime.class).toInstant(),
                rs.getString(5));
    }

    /// Keeps the items of a superior catalogue under the digest of the file.
    public void keep(String digest, String file, List<List<String>> items) {
        jdbc.sql("insert into superior_file values (:digest, :file, :items) on conflict do nothing")
                .param("digest", digest)
                .param("file", file)
                .param(
                        "items",
                        items.stream()
                                .map(row -> String.join("\u001f", row))
                                .toArray(String[]::new))
                .update();
    }

    /// The items kept under the digest; empty for none.
    public List<List<String>> kept(String digest) {
        return jdbc.sql("select unnest(items) from superior_file where digest = :digest")
                .param("digest", digest)
                .query((rs, _) -> List.of(rs.getString(1).split("\u001f", -1)))
                .list();
    }
}
