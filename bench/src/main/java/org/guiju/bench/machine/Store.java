package org.guiju.bench.machine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/// 数据库 behind a data directory of ours, seen by its superuser.
///
/// @param directory what `--data` names
public record Store(Path directory) {
    private static final Duration SOON = Duration.ofSeconds(60);

    /// A connection of the superuser to the product's database.
    public Connection connect() throws SQLException, IOException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(directory.resolve("postgres/secrets.properties"))) {
            secrets.load(in);
        }
        var port = Files.readAllLines(pidFile()).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/guiju?user=guiju_super&password=%s"
                        .formatted(port, secrets.getProperty("guiju_super")));
    }

    private Path pidFile() {
        return directory.resolve("postgres/data/postmaster.pid");
    }

    /// The process number of the postmaster.
    public long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
    }

    /// Runs statements, each on its own.
    public void run(String... statements) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    /// The first column of every row.
    public List<String> texts(String query) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /// The one number that the query yields.
    public long number(String query) throws SQLException, IOException {
        return Long.parseLong(texts(query).getFirst());
    }

    /// Takes rows in the text form of COPY. The driver's own types carry annotations of a library that is not on our path, so they are
    /// asked by name.
    public static void copy(Connection connection, String into, InputStream rows)
            throws SQLException, IOException {
        try {
            var driver = connection.unwrap(Class.forName("org.postgresql.PGConnection"));
            var copy = driver.getClass().getMethod("getCopyAPI").invoke(driver);
            copy.getClass()
                    .getMethod("copyIn", String.class, InputStream.class)
                    .invoke(copy, "copy " + into + " from stdin", rows);
        } catch (InvocationTargetException e) {
            throw new SQLException("COPY " + into, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the driver of PostgreSQL has changed", e);
        }
    }

    /// 冷缓存: the server's processes are stopped and come again by the product's own watchdog; the machine's page cache is
    /// dropped where that is permitted.
    ///
    /// @return whether the page cache could be dropped
    public boolean coldly() throws SQLException, IOException, InterruptedException {
        long before = postmaster();
        run("checkpoint");
        new ProcessBuilder("kill", "-INT", Long.toString(before)).start().waitFor();
        ProcessHandle.of(before)
                .ifPresent(p -> p.onExit().orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join());
        boolean dropped = dropCaches();
        var end = Instant.now().plus(SOON);
        while (Instant.now().isBefore(end)) {
            try (var connection = connect()) {
                if (connection.isValid(1)) {
                    break;
                }
            } catch (SQLException | IOException | IndexOutOfBoundsException _) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return dropCaches() && dropped;
    }

    private static boolean dropCaches() throws InterruptedException {
        try {
            new ProcessBuilder("sync").start().waitFor();
            Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "3");
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Where the database writes its log; the newest file.
    public Path log() throws IOException {
        try (var files = Files.list(directory.resolve("postgres/log"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("postgresql-"))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow();
        }
    }

    /// Removes a directory with all that is in it.
    public static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
