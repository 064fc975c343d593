package org.guiju.app.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

    @Bean
    DataSource dataSource(Server server) {
        Flyway.configure()
                .dataSource(
                        server.migrator.jdbcUrl(),
                        server.migrator.user(),
                        server.migrator.password())
                .placeholders(Map.of("app_role", server.application.user()))
                .schemas("public")
                .createSchemas(false)
                // Each capability numbers its own: a later one of an earlier capability is no
                // disorder.
                .outOfOrder(true)
                .load()
                .migrate();
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
