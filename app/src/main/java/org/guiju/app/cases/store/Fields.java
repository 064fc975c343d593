package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one stored event. A field that is not there, because it was empty or because its subject was erased,
/// reads as empty.
final class Fields {
    private final EventEntry event;
    private final Map<String, Value> fields;

    Fields(EventEntry event) {
        this.event = event;
        this.fields = event.fields();
    }

    EventEntry event() {
        return event;
    }

    String text(String name) {
        return fields.get(name) instanceof Value.Str(var text) ? text : "";
    }

    List<String> texts(String name) {
        return fields.get(name) instanceof Value.Strs(var texts) ? texts : List.of();
    }

    SequencedSet<String> set(String name) {
        return new LinkedHashSet<>(texts(name));
    }

    int number(String name) {
        return fields.get(name) instanceof Value.Int(var n) ? Math.toIntExact(n) : 0;
    }

    /// An amount in fen.
    long amount(String name) {
        return fields.get(name) instanceof Value.Int(var n) ? n : 0;
    }

    boolean flag(String name) {
        return number(name) == 1;
    }

    LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    @Nullable LocalDate dateOrNull(String name) {
        return text(name).isEmpty() ? null : date(name);
    }

    PersonId person(String name) {
        return new PersonId(text(name));
    }

    @Nullable PersonId personOrNull(String name) {
        return text(name).isEmpty() ? null : person(name);
    }

    /// `key=value` lines; the key never holds an equals sign.
    <V> SequencedMap<String, V> map(String name, Function<String, V> value) {
        var map = new LinkedHashMap<String, V>();
        for (var line : texts(name)) {
            int equals = line.indexOf('=');
            map.put(line.substring(0, equals), value.apply(line.substring(equals + 1)));
        }
        return map;
    }

    static <V> List<String> lines(Map<String, V> map, Function<V, String> value) {
        return map.entrySet().stream()
                .map(e -> e.getKey() + "=" + value.apply(e.getValue()))
                .toList();
    }
}
