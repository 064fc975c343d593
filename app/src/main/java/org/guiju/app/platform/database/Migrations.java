package org.guiju.app.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// 库结构迁移: this release's migrations, done by the owner of the tables.
public final class Migrations {
    static final String OURS = "classpath:db/migration";
    private static final String PLACE = "db/migration/";
    private final DatabaseAddress migrator;
    private final String applicationRole;

    public Migrations(DatabaseAddress migrator, String applicationRole) {
        this.migrator = migrator;
        this.applicationRole = applicationRole;
    }

    /// @param version such as `300`, @param checksum Flyway's
    public record Known(String version, String script, int checksum) {}

    /// What this release has, in its order.
    public List<Known> known() {
        return Arrays.stream(configured(OURS).load().info().all())
                .filter(m -> m.getVersion() != null && m.getChecksum() != null)
                .map(m ->
                        new Known(
                                m.getVersion().getVersion(),
                                m.getScript(),
                                Objects.requireNonNull(m.getChecksum())))
                .toList();
    }

    /// Everything that has not been done yet. One that was cut off left nothing behind and is done again.
    public void run() {
        configured(OURS).load().migrate();
    }

    /// Only these, as an earlier release had them.
    public void only(Collection<String> scripts) throws IOException {
        var folder = Files.createTempDirectory("guiju-migrations");
        try {
            for (var script : scripts) {
                try (var content = resource(script)) {
                    Files.copy(content, folder.resolve(script));
                }
            }
            configured("filesystem:" + folder.toAbsolutePath()).load().migrate();
        } finally {
            for (var script : scripts) {
                Files.deleteIfExists(folder.resolve(script));
            }
            Files.delete(folder);
        }
    }

    private static InputStream resource(String script) throws IOException {
        var found = Migrations.class.getClassLoader().getResourceAsStream(PLACE + script);
        if (found == null) {
            throw new IOException(PLACE + script);
        }
        return found;
    }

    FluentConfiguration configured(String location) {
        return Flyway.configure()
                .dataSource(migrator.jdbcUrl(), migrator.user(), migrator.password())
                .placeholders(Map.of("app_role", applicationRole))
                .locations(location)
                .schemas("public")
                .createSchemas(false)
                // Each capability numbers its own: a later one of an earlier capability is no
                // disorder.
                .outOfOrder(true);
    }

    /// Where a restore says that it has not been completed; while this file is there nobody is served.
    public static Path unfinished(Path data) {
        return data.resolve("restore-unfinished");
    }
}
