package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL as an administrator would run it, which nobody of us provisions or watches: the programs are those that we
/// carry, all else is the server's own default.
public final class PlainServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "of the administrator";
    private final Process process;
    private final int port;

    private PlainServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static PlainServer start(Path dir)
            throws EmbeddedPostgresException, IOException, SQLException {
        Servers.passable(dir);
        var chosen = RunAs.choose(dir, RunAs.Tools.USUAL);
        var home = Files.createDirectory(dir.resolve("plain"));
        var password = Files.writeString(home.resolve("password"), PASSWORD);
        Durable.give(home, chosen.runAs().uid(), chosen.runAs().gid());
        var cluster = home.resolve("data");
        var made =
                Commands.run(
                        LIMIT,
                        chosen.runAs()
                                .command(
                                        List.of(
                                                chosen.binaries().program("initdb").toString(),
                                                "--pgdata=" + cluster,
                                                "--username=" + SUPERUSER,
                                                "--pwfile=" + password,
                                                "--auth=scram-sha-256",
                                                "--encoding=UTF8",
                                                "--locale=C")));
        if (!made.well()) {
            throw new IOException(made.said());
        }
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process =
                Commands.builder(
                                chosen.runAs()
                                        .command(
                                                List.of(
                                                        chosen.binaries()
                                                                .program("postgres")
                                                                .toString(),
                                                        "-D",
                                                        cluster.toString(),
                                                        "-c",
                                                        "listen_addresses=127.0.0.1",
                                                        "-c",
                                                        "port=" + port,
                                                        "-c",
                                                        "unix_socket_directories=")))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var server = new PlainServer(process, port);
        if (!Await.until(LIMIT, server::answers)) {
            server.close();
            throw new IOException("the plain server did not come up");
        }
        return server;
    }

    private boolean answers() {
        try (var connection = connect("postgres", SUPERUSER, PASSWORD)) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /// As the administrator does, one statement after another.
    public void administer(String database, String sql) throws SQLException {
        try (var connection = connect(database, SUPERUSER, PASSWORD)) {
            for (var statement : sql.split(";")) {
                if (!statement.isBlank()) {
                    Servers.run(connection, statement);
                }
            }
        }
    }

    public List<String> ask(String database, String query) throws SQLException {
        try (var connection = connect(database, SUPERUSER, PASSWORD)) {
            return Servers.ask(connection, query);
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
    }

    @Override
    public void close() {
        ProcessTable.signal("INT", List.of(process.pid()));
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
