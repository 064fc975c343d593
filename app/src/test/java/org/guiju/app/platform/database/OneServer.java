package org.guiju.app.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.guiju.app.backup.store.Tables;
import org.guiju.app.platform.postgres.PlainServer;

/// A PostgreSQL with both roles and as many empty databases as a test wants.
public final class OneServer implements AutoCloseable {
    static final String APPLICATION = "guiju_app";
    private static final String MIGRATOR = "guiju_migrator";
    private final PlainServer server;

    public OneServer(Path dir) throws Exception {
        server = PlainServer.start(dir);
        for (var role : List.of(MIGRATOR, APPLICATION)) {
            server.administer("postgres", "create role %s login password 'x'".formatted(role));
        }
    }

    /// An empty database, and how its owner migrates it.
    public record Database(String url, Migrations migrations) {
        public Connection owner() throws SQLException {
            return DriverManager.getConnection("jdbc:" + url, MIGRATOR, "x");
        }

        /// As the environment names it.
        String address(String user) {
            return url.replace("//", "//" + user + ":x@");
        }

        public String application() {
            return address(APPLICATION);
        }

        public String migrator() {
            return address(MIGRATOR);
        }
    }

    public Database database(String name) throws SQLException {
        server.administer("postgres", "create database %s owner %s".formatted(name, MIGRATOR));
        var url = "postgresql://127.0.0.1:%d/%s".formatted(server.port(), name);
        var address = new DatabaseAddress("jdbc:" + url, MIGRATOR, "x");
        return new Database(url, new Migrations(address, APPLICATION));
    }

    /// Everything that the catalogue says of the schema, a line each: columns, constraints, indexes, functions, who may do what;
    /// and what the migrations themselves have put into tables.
    static List<String> schema(Database database) throws Exception {
        var lines = new ArrayList<String>();
        try (var connection = database.owner();
                var statement = connection.createStatement()) {
            for (var query : QUERIES) {
                try (var rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            }
            connection.setAutoCommit(false);
            var tables = new Tables(connection);
            for (var table : tables.inOrder().entrySet()) {
                var rows = new java.io.ByteArrayOutputStream();
                tables.out(table.getKey(), table.getValue(), rows);
                lines.add(table.getKey() + " holds " + rows);
            }
            tables.sequences().forEach(s -> lines.add(s.toString()));
            tables.migrations().forEach(m -> lines.add(m.toString()));
            connection.rollback();
        }
        return lines;
    }

    private static final List<String> QUERIES =
            List.of(
                    """
                    select t.relnamespace::regnamespace || '.' || t.relname || ' ' || t.relkind::text || ' ' || coalesce(t.relacl::text, '')
                    from pg_class t where t.relnamespace::regnamespace::text in ('public', 'projection') order by 1
                    """,
                    """
                    select c.attrelid::regclass || '.' || c.attname || ' ' || format_type(c.atttypid, c.atttypmod) || ' ' || c.attnotnull
                        || ' ' || c.attidentity::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || coalesce(c.attacl::text, '')
                    from pg_attribute c join pg_class t on t.oid = c.attrelid left join pg_attrdef d on d.adrelid = t.oid and d.adnum = c.attnum
                    where t.relnamespace::regnamespace::text in ('public', 'projection') and c.attnum > 0 and not c.attisdropped
                    order by t.relname, c.attnum
                    """,
                    """
                    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                    where connamespace::regnamespace::text in ('public', 'projection') order by 1
                    """,
                    """
                    select indexdef from pg_indexes where schemaname in ('public', 'projection') order by 1
                    """,
                    """
                    select pg_get_functiondef(oid) || coalesce(proacl::text, '') from pg_proc
                    where pronamespace::regnamespace::text in ('public', 'projection') order by 1
                    """,
                    "select nspname || coalesce(nspacl::text, '') from pg_namespace where nspname in ('public', 'projection') order by 1");

    @Override
    public void close() {
        server.close();
    }
}
