package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The process that is killed in the tests; it says on standard output what it has done.
public final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws Exception {
        var dataDir = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "insert" -> insert(dataDir);
            case "hold" -> hold(dataDir);
            case "chinese" -> chinese(dataDir.resolve("数据 目录"));
            case "hook" -> hook(dataDir);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /// Writes rows until it is killed, and says the number of each that was acknowledged.
    private static void insert(Path dataDir) throws EmbeddedPostgresException, SQLException {
        var server = EmbeddedPostgres.start(dataDir, Servers.QUICK);
        try (var migrator = Servers.asMigrator(server)) {
            Servers.run(
                    migrator, "CREATE TABLE IF NOT EXISTS acknowledged (id bigint PRIMARY KEY)");
            Servers.run(migrator, "GRANT SELECT, INSERT ON acknowledged TO guiju_app");
        }
        try (var application = Servers.asApplication(server);
                var insert = application.prepareStatement("INSERT INTO acknowledged VALUES (?)")) {
            var next =
                    Servers.ask(application, "SELECT coalesce(max(id), 0) + 1 FROM acknowledged")
                            .getFirst();
            for (long id = Long.parseLong(next); ; id++) {
                insert.setLong(1, id);
                insert.executeUpdate();
                System.out.println("ACK " + id);
            }
        }
    }

    private static void hold(Path dataDir) throws EmbeddedPostgresException, IOException {
        try (var server = EmbeddedPostgres.start(dataDir, Servers.QUICK)) {
            System.out.println("READY " + server.pid());
            System.in.read();
        }
    }

    private static void chinese(Path dataDir) throws EmbeddedPostgresException, SQLException {
        for (int start = 1; start <= 2; start++) {
            try (var server = EmbeddedPostgres.start(dataDir, Servers.QUICK);
                    var application = Servers.asApplication(server)) {
                System.out.println(
                        "ANSWER " + Servers.ask(application, "SELECT " + start).getFirst());
            }
        }
        System.out.println("LOGS " + Files.isDirectory(dataDir.resolve("postgres").resolve("log")));
    }

    /// Ends as a service does: nobody calls close but the hook.
    private static void hook(Path dataDir) throws EmbeddedPostgresException {
        var server = EmbeddedPostgres.start(dataDir, Servers.QUICK);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("READY " + server.pid());
    }
}
