package org.guiju.app.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Connections of the supervisor itself, each wait bounded.
final class Db {

    static final String DATABASE = "guiju";

    private Db() {}

    /// Loopback only, so neither TLS nor Kerberos is asked for: one round trip less.
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
                .formatted(port, database);
    }

    static Connection connect(
            int port, String database, String user, String password, Duration answer)
            throws SQLException {
        var seconds = Long.toString(answer.toSeconds());
        var settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", seconds);
        settings.setProperty("socketTimeout", seconds);
        settings.setProperty("ApplicationName", "guiju-supervisor");
        return DriverManager.getConnection(url(port, database), settings);
    }
}
