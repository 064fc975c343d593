package org.guiju.app.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.context.ApplicationContext;

/// 数据库管理员: who owns the tables, and can do to them what the application cannot.
public final class MigratorAccess {
    private MigratorAccess() {}

    public static Connection open(ApplicationContext server) throws SQLException {
        var owner = server.getBean(DatabaseConfiguration.Server.class).migrator;
        return DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
    }
}
