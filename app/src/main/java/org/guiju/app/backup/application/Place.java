package org.guiju.app.backup.application;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.guiju.app.backup.BackupRefused;
import org.guiju.app.platform.database.DatabaseAddress;
import org.guiju.app.platform.postgres.EmbeddedPostgres;
import org.guiju.app.platform.postgres.EmbeddedPostgresException;
import org.jspecify.annotations.Nullable;

/// 数据库所在: the external database if the environment names one, else the one below the data directory.
///
/// @param applicationRole whom migrations give what the application needs
record Place(DatabaseAddress migrator, String applicationRole, @Nullable EmbeddedPostgres started)
        implements AutoCloseable {
    private static final String URL = "GUIJU_DATABASE_URL";
    private static final String MIGRATOR_URL = "GUIJU_DATABASE_MIGRATOR_URL";

    private static boolean external() {
        var url = System.getenv(URL);
        return url != null && !url.isBlank();
    }

    private static DatabaseAddress named(String variable) {
        var text = System.getenv(variable);
        return DatabaseAddress.parse(variable, text == null ? "" : text);
    }

    /// For a restore: a database of our own is made if there is none.
    static Place open(Path data) throws EmbeddedPostgresException {
        if (external()) {
            return new Place(named(MIGRATOR_URL), named(URL).user(), null);
        }
        var server = EmbeddedPostgres.start(data);
        return new Place(
                new DatabaseAddress(
                        server.migratorUrl(), server.migratorUser(), server.migratorPassword()),
                server.applicationUser(),
                server);
    }

    /// What a backup reads from: beside a running server, or from a server started for the purpose.
    ///
    /// @param connection as the owner of the tables
    record Source(Connection connection, @Nullable Place started) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            try {
                connection.close();
            } finally {
                if (started != null) {
                    started.close();
                }
            }
        }
    }

    static Source source(Path data) throws EmbeddedPostgresException, SQLException, BackupRefused {
        if (external()) {
            return new Source(connect(named(MIGRATOR_URL)), null);
        }
        if (!EmbeddedPostgres.holds(data)) {
            throw new BackupRefused(
                    "%s 下没有数据库：请用 --data 指明服务器的数据目录，外部数据库请设置 %s 与 %s。"
                            .formatted(data, URL, MIGRATOR_URL),
                    "There is no database below %s: name the server's data directory with --data, or an external database with %s and %s."
                            .formatted(data, URL, MIGRATOR_URL));
        }
        var running = EmbeddedPostgres.running(data);
        if (running.isPresent()) {
            return new Source(running.get(), null);
        }
        var place = open(data);
        return new Source(place.connect(), place);
    }

    Connection connect() throws SQLException {
        return connect(migrator);
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
