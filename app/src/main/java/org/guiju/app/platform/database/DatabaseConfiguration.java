package org.guiju.app.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.guiju.app.platform.postgres.EmbeddedPostgres;
import org.guiju.app.platform.postgres.EmbeddedPostgresException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Wires the two roles: the migrator changes tables once at the start, the application can insert and select events.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    static final String URL = "GUIJU_DATABASE_URL";
    static final String MIGRATOR_URL = "GUIJU_DATABASE_MIGRATOR_URL";

    /// The running server of our own, where no external one is named.
    static final class Server implements AutoCloseable {
        private final java.util.Optional<EmbeddedPostgres> embedded;
        private final DatabaseAddress application;
        final DatabaseAddress migrator;

        Server(
                java.util.Optional<EmbeddedPostgres> embedded,
                DatabaseAddress application,
                DatabaseAddress migrator) {
            this.embedded = embedded;
            this.application = application;
            this.migrator = migrator;
        }

        @Override
        public void close() {
            embedded.ifPresent(EmbeddedPostgres::close);
        }
    }

    @Bean(destroyMethod = "close")
    Server databaseServer(Environment environment, @Value("${guiju.data:data}") Path data)
            throws EmbeddedPostgresException {
        refuseHalfRestored(environment, data);
        var url = environment.getProperty(URL);
        if (url != null && !url.isBlank()) {
            var migratorUrl = environment.getProperty(MIGRATOR_URL);
            if (migratorUrl == null || migratorUrl.isBlank()) {
                throw new IllegalArgumentException(
                        MIGRATOR_URL
                                + " 未设置：迁移须用另一角色 / is not set: migrations need a role of"
                                + " their own, so that the application's role cannot alter tables");
            }
            var application = DatabaseAddress.parse(URL, url);
            var migrator = DatabaseAddress.parse(MIGRATOR_URL, migratorUrl);
            application.tryOut(URL);
            migrator.tryOut(MIGRATOR_URL);
            return new Server(java.util.Optional.empty(), application, migrator);
        }
        var server = EmbeddedPostgres.start(data);
        return new Server(
                java.util.Optional.of(server),
                new DatabaseAddress(
                        server.applicationUrl(),
                        server.applicationUser(),
                        server.applicationPassword()),
                new DatabaseAddress(
                        server.migratorUrl(), server.migratorUser(), server.migratorPassword()));
    }

    /// What was put back and not yet held against its proofs is shown to nobody.
    private static void refuseHalfRestored(Environment environment, Path data) {
        var unfinished = Migrations.unfinished(data);
        if (environment.getProperty("guiju.restore") == null && Files.exists(unfinished)) {
            throw new IllegalArgumentException(
                    ("%1$s 还在：恢复没有完成或没有通过核对。请清空数据目录（和外部数据库）后重新执行 guiju restore / %1$s is there: a"
                                    + " restore was not completed or did not pass its checks. Empty the data"
                                    + " directory (and the external database) and run guiju restore again")
                            .formatted(unfinished));
        }
    }

    @Bean
    DataSource dataSource(Server server) {
        new Migrations(server.migrator, server.application.user()).run();
        var config = new HikariConfig();
        config.setJdbcUrl(server.application.jdbcUrl());
        config.setUsername(server.application.user());
        config.setPassword(server.application.password());
        config.setMaximumPoolSize(16);
        config.setPoolName("guiju");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "guiju");
        var source = new HikariDataSource(config);
        try {
            EventPrivileges.check(source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        return source;
    }
}
