package org.guiju.bench.scale;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiju.app.ledger.Writes;
import org.guiju.app.ledger.Writes.Absent;
import org.guiju.bench.machine.Store;

/// 成批的行: the very statements that the product gathered for a case that begins, read as rows for COPY. A statement that says
/// nothing of a case without rows (delete what was there, lock it, change what was just written) is passed over; one of a form
/// that is not known here stops the run.
final class Rows {
    private static final Pattern INTO =
            Pattern.compile("insert into ([a-z_.]+)\\s*(\\([a-z_,\\s]*\\))?", Pattern.DOTALL);
    private static final Pattern NOTHING =
            Pattern.compile(
                    "(delete from|select pg_advisory|update projection\\.watched).*",
                    Pattern.DOTALL);
    private static final String PLACES = "insert into event";
    private static final String PENDING = "insert into pending";
    private final Map<String, StringBuilder> tables = new LinkedHashMap<>();
    private final boolean pending;
    private long events;

    /// @param pending whether the entries are to wait for their places in the log
    Rows(boolean pending) {
        this.pending = pending;
    }

    long events() {
        return events;
    }

    void add(Writes writes) {
        for (var statement : writes.gathered()) {
            add(statement.sql(), statement.values());
        }
    }

    private void add(String sql, List<Object> values) {
        if (NOTHING.matcher(sql).matches() || (!pending && sql.startsWith(PENDING))) {
            return;
        }
        var into = INTO.matcher(sql);
        if (!into.lookingAt()) {
            throw new IllegalStateException("no form is known for: " + sql);
        }
        var columns = into.group(2) == null ? "" : " " + into.group(2).replaceAll("\\s+", " ");
        var table = tables.computeIfAbsent(into.group(1) + columns, _ -> new StringBuilder());
        var rest = sql.substring(into.end()).strip().replaceAll("\\s+", " ");
        if (sql.startsWith(PLACES)) {
            entries(table, values);
        } else if (rest.startsWith("values")) {
            row(table, values);
        } else if (rest.startsWith("select ?::uuid, * from unnest(")) {
            unnested(table, values);
        } else {
            throw new IllegalStateException("no form is known for: " + sql);
        }
    }

    /// Stream, first number, entries.
    private void entries(StringBuilder table, List<Object> values) {
        int seq = (Integer) values.get(1);
        for (var entry : (byte[][]) values.get(2)) {
            row(table, List.of(values.getFirst(), seq++, entry));
            events++;
        }
    }

    private static void unnested(StringBuilder table, List<Object> values) {
        var arrays = values.subList(1, values.size()).stream().map(v -> (Object[]) v).toList();
        for (int i = 0; i < arrays.getFirst().length; i++) {
            var row = new ArrayList<Object>();
            row.add(values.getFirst());
            for (var array : arrays) {
                row.add(array[i] == null ? Absent.NOTHING : array[i]);
            }
            row(table, row);
        }
    }

    private static void row(StringBuilder table, List<?> values) {
        char between = 0;
        for (var value : values) {
            if (between != 0) {
                table.append(between);
            }
            between = '\t';
            if (value == Absent.NOTHING) {
                table.append("\\N");
            } else if (value instanceof byte[] bytes) {
                table.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            } else {
                escape(table, text(value));
            }
        }
        table.append('\n');
    }

    private static String text(Object value) {
        return switch (value) {
            case Timestamp at -> at.toInstant().toString();
            case Object[] array -> array(array);
            default -> value.toString();
        };
    }

    private static String array(Object[] array) {
        return Arrays.stream(array)
                .map(v -> '"' + v.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static void escape(StringBuilder table, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> table.append("\\\\");
                case '\t' -> table.append("\\t");
                case '\n' -> table.append("\\n");
                case '\r' -> table.append("\\r");
                default -> table.append(c);
            }
        }
    }

    /// Sends all of it, one COPY a table, in the order in which the tables came up but for those that others refer to.
    void send(Connection connection) throws SQLException, IOException {
        for (var table : tables.entrySet()) {
            Store.copy(
                    connection,
                    table.getKey(),
                    new ByteArrayInputStream(
                            table.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        }
        tables.clear();
    }
}
