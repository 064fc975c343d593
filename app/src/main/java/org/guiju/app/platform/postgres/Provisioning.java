package org.guiju.app.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// 角色与数据库: two roles without any privilege of the server, and one database. Every step may be repeated, so a start
/// that was cut off in the middle is finished by the next.
final class Provisioning {

    private static final Duration ANSWER = Duration.ofSeconds(60);

    private Provisioning() {}

    static void ensure(int port, Secrets secrets) throws SQLException {
        try (var server =
                Db.connect(port, "postgres", Secrets.SUPERUSER, secrets.superuser(), ANSWER)) {
            role(server, Secrets.MIGRATOR, secrets.migrator());
            role(server, Secrets.APP, secrets.app());
            if (!exists(
                    server, "SELECT 1 FROM pg_database WHERE datname = '" + Db.DATABASE + "'")) {
                run(server, "CREATE DATABASE guiju OWNER guiju_migrator");
            }
            run(server, "ALTER DATABASE guiju OWNER TO guiju_migrator");
            run(server, "REVOKE ALL ON DATABASE guiju FROM PUBLIC");
            run(server, "GRANT CONNECT ON DATABASE guiju TO guiju_app");
            run(server, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
        }
    }

    /// Role and password come into being together; the password is hashed here, so it reaches no server log.
    private static void role(Connection server, String name, String password) throws SQLException {
        if (exists(server, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            return;
        }
        run(
                server,
                "CREATE ROLE "
                        + name
                        + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
                        + " PASSWORD '"
                        + ScramVerifier.of(password)
                        + "'");
    }

    private static boolean exists(Connection server, String query) throws SQLException {
        try (var statement = server.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void run(Connection server, String sql) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute(sql);
        }
    }
}
