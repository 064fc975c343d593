package org.guiju.app.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.backup.BackupManifest.Counter;
import org.guiju.app.backup.BackupManifest.Migration;

/// 库表: what the catalogue says there is, read and filled by the owner of the tables in one transaction.
public final class Tables {
    /// Flyway's own table says what the schema is; the migrations of the restoring release write it again.
    private static final String HISTORY = "flyway_schema_history";

    /// 件数台账 are kept by the database itself as the rows come in (`V384`); put back as well, they would count twice.
    private static final String TALLY = "_tally$";

    private static final String OURS = "('public', 'projection')";
    private final Connection connection;

    /// @param connection in a transaction of the caller's, as the owner
    public Tables(Connection connection) throws SQLException {
        this.connection = connection;
        // The same rows are the same bytes, whoever asks.
        run(
                "set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local intervalstyle to 'postgres';"
                        + " set local bytea_output to 'hex'; set local extra_float_digits to 1");
    }

    /// @param expected whether its file must be there, as its subject's key is
    public record Attached(UUID id, boolean expected) {}

    /// Every table and its columns, each behind those that it points at.
    ///
    /// @throws SQLException also when tables point at each other in a ring, which no order fills
    public Map<String, List<String>> inOrder() throws SQLException {
        var columns = columns();
        var needs = new TreeMap<String, Set<String>>();
        columns.keySet().forEach(t -> needs.put(t, new TreeSet<>()));
        query(
                """
                select a.relnamespace::regnamespace || '.' || a.relname, b.relnamespace::regnamespace || '.' || b.relname
                from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
                where c.contype = 'f' and c.conrelid <> c.confrelid
                """,
                rs ->
                        needs.computeIfAbsent(rs.getString(1), _ -> new TreeSet<>())
                                .add(rs.getString(2)));
        var ordered = new LinkedHashMap<String, List<String>>();
        while (ordered.size() < columns.size()) {
            var ready =
                    columns.entrySet().stream()
                            .filter(e -> !ordered.containsKey(e.getKey()))
                            .filter(e ->
                                    ordered.keySet()
                                            .containsAll(needs.getOrDefault(e.getKey(), Set.of())))
                            .toList();
            if (ready.isEmpty()) {
                throw new SQLException("tables point at each other in a ring: " + needs);
            }
            ready.forEach(e -> ordered.put(e.getKey(), e.getValue()));
        }
        return ordered;
    }

    private Map<String, List<String>> columns() throws SQLException {
        var found = new TreeMap<String, List<String>>();
        query(
                """
                select n.nspname || '.' || t.relname, c.attname
                from pg_class t join pg_namespace n on n.oid = t.relnamespace
                    join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''
                where n.nspname in %s and t.relkind in ('r', 'p') and not t.relispartition and t.relname <> '%s' and t.relname !~ '%s'
                order by 1, c.attnum
                """
                        .formatted(OURS, HISTORY, TALLY),
                rs ->
                        found.computeIfAbsent(rs.getString(1), _ -> new ArrayList<>())
                                .add(rs.getString(2)));
        return found;
    }

    /// Columns of each table's primary key, in its order.
    private Map<String, List<String>> primaryKeys() throws SQLException {
        var found = new HashMap<String, List<String>>();
        query(
                """
                select n.nspname || '.' || t.relname, a.attname
                from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
                    cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
                    join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
                where i.indisprimary and n.nspname in %s
                order by 1, k.place
                """
                        .formatted(OURS),
                rs ->
                        found.computeIfAbsent(rs.getString(1), _ -> new ArrayList<>())
                                .add(rs.getString(2)));
        return found;
    }

    /// The rows in the order of their key; without one, in the order of their own text.
    ///
    /// @return how many
    public long out(String table, List<String> columns, OutputStream to)
            throws SQLException, IOException {
        var names = quoted(columns);
        var key = primaryKeys().get(table);
        var order = key == null ? "t::text collate \"C\"" : quoted(key);
        return Copies.out(
                connection,
                "copy (select %s from %s t order by %s) to stdout with (format text, encoding 'UTF8')"
                        .formatted(names, table, order),
                to);
    }

    /// @return how many rows went in
    public long in(String table, List<String> columns, InputStream from)
            throws SQLException, IOException {
        return Copies.in(
                connection,
                "copy %s (%s) from stdin with (format text, encoding 'UTF8')"
                        .formatted(table, quoted(columns)),
                from);
    }

    /// What migrations themselves have put there: the backup says what belongs there.
    public void empty(Set<String> tables) throws SQLException {
        if (!tables.isEmpty()) {
            run("truncate " + String.join(", ", tables));
        }
    }

    /// Whether nobody has ever put anything of ours here.
    public boolean nothingHere() throws SQLException {
        var there = new LinkedHashSet<String>();
        query(
                "select tablename from pg_tables where schemaname in " + OURS,
                rs -> there.add(rs.getString(1)));
        return there.isEmpty();
    }

    public List<Migration> migrations() throws SQLException {
        var found = new ArrayList<Migration>();
        query(
                "select version, script, checksum from "
                        + HISTORY
                        + " where success and version is not null order by installed_rank",
                rs -> found.add(new Migration(rs.getString(1), rs.getString(2), rs.getInt(3))));
        return found;
    }

    public List<Counter> sequences() throws SQLException {
        var names = new ArrayList<String>();
        query(
                "select schemaname || '.' || sequencename from pg_sequences where schemaname in "
                        + OURS
                        + " order by 1",
                rs -> names.add(rs.getString(1)));
        var found = new ArrayList<Counter>();
        for (var name : names) {
            query(
                    "select last_value, is_called from " + name,
                    rs -> found.add(new Counter(name, rs.getLong(1), rs.getBoolean(2))));
        }
        return found;
    }

    public void set(Counter counter) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, counter.name());
            statement.setLong(2, counter.value());
            statement.setBoolean(3, counter.called());
            statement.execute();
        }
    }

    public List<Attached> attachments() throws SQLException {
        var found = new ArrayList<Attached>();
        query(
                """
                select a.id, exists (select 1 from subject_key k where k.subject = a.subject)
                    or exists (select 1 from sealed_key k where k.subject = a.subject)
                from attachment a order by a.id
                """,
                rs -> found.add(new Attached(rs.getObject(1, UUID.class), rs.getBoolean(2))));
        return found;
    }

    private static String quoted(List<String> columns) {
        return columns.stream()
                .map(c -> '"' + c.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @FunctionalInterface
    private interface Row {
        void take(java.sql.ResultSet row) throws SQLException;
    }

    private void query(String sql, Row each) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.take(rows);
            }
        }
    }
}
