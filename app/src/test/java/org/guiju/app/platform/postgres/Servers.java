package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the tests of this package share.
final class Servers {

    /// Short enough for a test, long enough for a busy machine.
    static final PostgresTimings QUICK =
            new PostgresTimings(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(20));

    private Servers() {}

    static Connection asApplication(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.applicationUrl(), server.applicationUser(), server.applicationPassword());
    }

    static Connection asMigrator(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.migratorUrl(), server.migratorUser(), server.migratorPassword());
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static DataDirectory directory(Path dataDir) throws IOException {
        return new DataDirectory(dataDir.resolve("postgres").toRealPath());
    }

    static List<Long> processes(Path dataDir) throws IOException {
        return ProcessTable.ofCluster(directory(dataDir).mark()).stream()
                .map(ProcessTable.Entry::pid)
                .toList();
    }

    /// `kill -9` of the server and all its children, and wait until they are gone.
    static void killAll(Path dataDir) throws IOException {
        var mark = directory(dataDir).mark();
        var all = processes(dataDir);
        ProcessTable.signal("KILL", all);
        if (!Await.until(
                Duration.ofSeconds(10), () -> all.stream().noneMatch(ProcessTable::alive))) {
            throw new IOException("still alive: " + ProcessTable.ofCluster(mark));
        }
    }

    /// JUnit's directories are closed to others; an unprivileged server must be able to pass.
    static Path passable(Path directory) throws IOException {
        return Files.setPosixFilePermissions(
                directory, PosixFilePermissions.fromString("rwx--x--x"));
    }

    static boolean root() {
        return ProcessTable.ownUid() == 0;
    }
}
