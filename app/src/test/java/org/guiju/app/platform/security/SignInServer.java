package org.guiju.app.platform.security;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.guiju.app.platform.postgres.EmbeddedPostgres;
import org.guiju.app.platform.postgres.EmbeddedPostgresException;
import org.guiju.app.platform.time.SettableClock;
import org.guiju.app.platform.web.SampleControllers;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The pages with accounts on a real database, a clock that tests move, and a few pages to get at.
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "org.guiju.app.platform.web",
            "org.guiju.app.platform.i18n",
            "org.guiju.app.platform.security"
        },
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@Import({SampleControllers.class, SignInServer.Guarded.class})
class SignInServer {

    static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");

    /// A database of its own, gone when the tests are over.
    record Database(EmbeddedPostgres server, Path directory) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            server.close();
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    @Bean
    Database database() throws IOException, EmbeddedPostgresException {
        var directory = Files.createTempDirectory("guiju-sign-in");
        return new Database(EmbeddedPostgres.start(directory), directory);
    }

    @Bean
    DataSource dataSource(Database database) {
        var server = database.server();
        Flyway.configure()
                .dataSource(server.migratorUrl(), server.migratorUser(), server.migratorPassword())
                .placeholders(Map.of("app_role", server.applicationUser()))
                .load()
                .migrate();
        var source = new HikariDataSource();
        source.setJdbcUrl(server.applicationUrl());
        source.setUsername(server.applicationUser());
        source.setPassword(server.applicationPassword());
        return source;
    }

    @Bean
    SettableClock clock() {
        return new SettableClock(MORNING);
    }

    @RestController
    @TestComponent
    static class Guarded {

        @GetMapping({"/desk", "/desk/cases", "/catalog/powers"})
        String desk(CurrentUser user) {
            return "desk of " + user.displayName();
        }

        @PostMapping("/desk/acts")
        String act(CurrentUser user) {
            return "done by " + user.person();
        }

        @GetMapping("/")
        String home(Optional<CurrentUser> user) {
            return user.map(u -> "home of " + u.displayName()).orElse("home");
        }

        @GetMapping("/applications/mine")
        String mine(CurrentUser user) {
            return "applications of " + user.displayName();
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "a page that no list of addresses names";
        }

        @GetMapping("/api/v1/me")
        String me(CurrentUser user) {
            return user.displayName();
        }

        @PostMapping("/api/v1/acts")
        @ResponseStatus(HttpStatus.CREATED)
        String apiAct(CurrentUser user) {
            return "done by " + user.displayName();
        }

        @GetMapping("/api/v1/public/powers")
        String open() {
            return "open";
        }
    }
}
