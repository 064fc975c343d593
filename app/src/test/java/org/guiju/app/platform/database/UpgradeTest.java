package org.guiju.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.guiju.app.backup.store.Tables;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.supervision.application.Watchman;
import org.guiju.app.testing.Programs;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/// 升级: what an earlier schema held comes up on the present one.
@RunningGuiju
@Timeout(900)
class UpgradeTest {
    /// The schema of step 6's first release: without webhooks, windows, samples, the words of cases.
    private static final int EARLIER = 280;

    @Autowired ApplicationContext running;

    @Value("${guiju.data}")
    Path source;

    @TempDir Path dir;

    private static int number(String version) {
        return Integer.parseInt(version);
    }

    @Test
    void whatAnEarlierSchemaHeldIsThereAndItsProjectionsAreThoseOfThePresentOne() throws Exception {
        // The cards that time alone lights are lit, as the rebuilt ones will be.
        running.getBean(Watchman.class).pass(running.getBean(OfficialClock.class).now());
        try (var server = new OneServer(dir);
                var now = MigratorAccess.open(running)) {
            now.setAutoCommit(false);
            now.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var present = new Tables(now);
            var old = server.database("old");
            old.migrations()
                    .only(
                            old.migrations().known().stream()
                                    .filter(m -> number(m.version()) <= EARLIER)
                                    .map(Migrations.Known::script)
                                    .toList());
            copy(present, old);
            old.migrations().run();
            rebuild(old);
            try (var upgraded = old.owner()) {
                upgraded.setAutoCommit(false);
                assertThat(rows(new Tables(upgraded))).isEqualTo(rows(present));
            }
        }
    }

    /// What the tables of the earlier schema have columns for.
    private static void copy(Tables present, OneServer.Database old) throws Exception {
        try (var owner = old.owner()) {
            owner.setAutoCommit(false);
            var earlier = new Tables(owner);
            var tables = earlier.inOrder();
            earlier.empty(tables.keySet());
            for (var table : tables.entrySet()) {
                var rows = new ByteArrayOutputStream();
                present.out(table.getKey(), table.getValue(), rows);
                earlier.in(
                        table.getKey(),
                        table.getValue(),
                        new ByteArrayInputStream(rows.toByteArray()));
            }
            for (var sequence : present.sequences()) {
                if (earlier.sequences().stream().anyMatch(s -> s.name().equals(sequence.name()))) {
                    earlier.set(sequence);
                }
            }
            owner.commit();
        }
    }

    /// The command that operators have; tables that did not exist then come out other than they were, once.
    private void rebuild(OneServer.Database old) throws Exception {
        var data = Files.createDirectory(dir.resolve("files"));
        copy(source.resolve("keys"), data.resolve("keys"));
        var log = dir.resolve("rebuild.log");
        var builder =
                new ProcessBuilder(
                                Programs.guiju(
                                        "rebuild",
                                        "--data",
                                        data.toString(),
                                        "--guiju.restore=true"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("GUIJU_DATABASE_URL", old.application());
        builder.environment().put("GUIJU_DATABASE_MIGRATOR_URL", old.migrator());
        var process = builder.start();
        assertThat(process.waitFor(600, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isLessThan(2);
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /// Events, keys, accounts and every projection; not what other tables gather while the server lives.
    private static Map<String, String> rows(Tables tables) throws Exception {
        var found = new TreeMap<String, String>();
        for (var table : tables.inOrder().entrySet()) {
            var name = table.getKey();
            if (name.startsWith("projection.")
                    || List.of(
                                    "public.event",
                                    "public.leaf",
                                    "public.disclosure",
                                    "public.subject_key",
                                    "public.account")
                            .contains(name)) {
                var rows = new ByteArrayOutputStream();
                tables.out(name, table.getValue(), rows);
                found.put(name, rows.toString(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}
