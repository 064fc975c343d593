package org.guiju.app.platform.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// 数据库地址: as given in the environment, `postgres://user:password@host:port/name` or a JDBC address with user and password.
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final int PATIENCE_SECONDS = 10;

    /// @throws IllegalArgumentException naming the variable and the form that is wanted
    public static DatabaseAddress parse(String variable, String text) {
        var plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        try {
            var uri = new URI(plain);
            if (uri.getScheme() == null
                    || !uri.getScheme().startsWith("postgres")
                    || uri.getHost() == null) {
                throw wrong(variable);
            }
            var rest = new ArrayList<String>();
            String user = "";
            String password = "";
            var info = uri.getRawUserInfo();
            if (info != null) {
                int colon = info.indexOf(':');
                user = decode(colon < 0 ? info : info.substring(0, colon));
                password = colon < 0 ? "" : decode(info.substring(colon + 1));
            }
            var query = uri.getRawQuery();
            for (var part : query == null ? List.<String>of() : List.of(query.split("&"))) {
                if (part.startsWith("user=")) {
                    user = decode(part.substring("user=".length()));
                } else if (part.startsWith("password=")) {
                    password = decode(part.substring("password=".length()));
                } else {
                    rest.add(part);
                }
            }
            if (user.isEmpty()) {
                throw wrong(variable);
            }
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            var options = rest.isEmpty() ? "" : "?" + String.join("&", rest);
            var url = "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + options;
            return new DatabaseAddress(url, user, password);
        } catch (URISyntaxException _) {
            throw wrong(variable);
        }
    }

    /// Connects once, so that a start that cannot reach its database names the address at fault.
    ///
    /// @throws IllegalArgumentException naming the variable and what the database or the network said
    void tryOut(String variable) {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                throw new SQLException("no answer");
            }
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    variable + " 无法连接 / does not connect (" + this + "): " + e.getMessage());
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String variable) {
        return new IllegalArgumentException(
                variable
                        + " 应为 postgres://用户:密码@主机:端口/库名 / must be postgres://user:password@host:port/name");
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
