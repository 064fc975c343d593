package org.guiju.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.guiju.app.platform.postgres.PlainServer;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Programs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `serve` on a PostgreSQL that is set up with the very commands that docs/operating/install.md gives.
@Timeout(300)
class ExternalDatabaseTest {
    private static final String APPLICATION = "for-the-application";
    private static final String MIGRATOR = "for-the-migrator";

    @TempDir static Path dir;

    private static PlainServer database;
    private static Map<String, String> addresses = Map.of();

    @BeforeAll
    static void setUpAsTheDocumentSays() throws Exception {
        var document =
                Files.readString(
                        Path.of(System.getProperty("guiju.root"), "docs/operating/install.md"));
        database = PlainServer.start(dir);
        database.administer("postgres", passwords(block(document, "sql"), "'…'", "'%s'"));
        addresses = addresses(passwords(block(document, "sh"), ":…@", ":%s@"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static String block(String document, String language) {
        var matcher =
                Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL).matcher(document);
        assertThat(matcher.find()).as("a block of " + language).isTrue();
        return matcher.group(1);
    }

    /// The document leaves the passwords to its reader; whose it is stands on the same line.
    private static String passwords(String text, String gap, String filled) {
        var lines =
                text.lines()
                        .map(l ->
                                l.replace(
                                        gap,
                                        filled.formatted(
                                                l.contains("migrator") ? MIGRATOR : APPLICATION)))
                        .toList();
        assertThat(String.join("\n", lines)).contains(APPLICATION, MIGRATOR);
        return String.join("\n", lines);
    }

    private static Map<String, String> addresses(String command) {
        var found = new HashMap<String, String>();
        var matcher = Pattern.compile("(GUIJU_\\w+)=(\\S+)").matcher(command);
        while (matcher.find()) {
            found.put(
                    matcher.group(1),
                    matcher.group(2).replace("db:5432", "127.0.0.1:" + database.port()));
        }
        assertThat(found).containsOnlyKeys("GUIJU_DATABASE_URL", "GUIJU_DATABASE_MIGRATOR_URL");
        return found;
    }

    /// The server as a program; what it says is kept in a file.
    private record Running(Process process, Path log, int port) implements AutoCloseable {
        static Running with(Map<String, String> environment) throws IOException {
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            var log = Files.createTempFile(dir, "serve", ".log");
            var builder =
                    new ProcessBuilder(
                                    Programs.guiju(
                                            "serve",
                                            "--port",
                                            Integer.toString(port),
                                            "--data",
                                            dir.resolve("files").toString()))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new Running(builder.start(), log, port);
        }

        String said() throws IOException {
            return Files.readString(log, StandardCharsets.UTF_8);
        }

        void awaitHealth() throws IOException, InterruptedException {
            var browser = new Browser(port);
            while (true) {
                assertThat(process.isAlive()).as(said()).isTrue();
                try {
                    if (browser.get("/health").statusCode() == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // not listening yet
                }
                LockSupport.parkNanos(50_000_000);
            }
        }

        /// @return what it said, once it has ended with the status for unusable input
        String refusal() throws IOException, InterruptedException {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(said()).isEqualTo(2);
            assertThat(said())
                    .contains("启动失败 / the start failed")
                    .doesNotContain("\tat ", "Exception");
            return said();
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }

    private static Map<String, String> with(String name, String value) {
        var changed = new HashMap<>(addresses);
        changed.put(name, value);
        return changed;
    }

    @Test
    void setUpByTheDocumentTheServerIsHealthyHasNoDemoDataAndStartsNoDatabaseOfItsOwn()
            throws Exception {
        try (var running = Running.with(addresses)) {
            running.awaitHealth();
            var browser = new Browser(running.port());
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
            assertThat(browser.get("/").body()).doesNotContain("示例数据");
            assertThat(running.said()).doesNotContain("the demo county");
        }
        assertThat(dir.resolve("files/postgres")).doesNotExist();
        assertThat(count("account")).isZero();
        assertThat(count("projection.case_row")).isZero();
        assertThat(count("projection.organ")).isZero();
        assertThat(
                        database.ask(
                                "guiju",
                                "select distinct tableowner from pg_tables where schemaname in ('public', 'projection')"))
                .containsExactly("guiju_migrator");
    }

    private static long count(String table) throws Exception {
        return Long.parseLong(database.ask("guiju", "select count(*) from " + table).getFirst());
    }

    @Test
    void aRoleThatCouldChangeEventsIsRefusedAndTheRemedyThatIsNamedHelps() throws Exception {
        try (var first = Running.with(addresses)) {
            first.awaitHealth();
        }
        for (var privilege : List.of("UPDATE", "DELETE")) {
            database.administer("guiju", "grant " + privilege + " on event to guiju_app");
            var remedy = "revoke " + privilege + " on event from guiju_app";
            try (var refused = Running.with(addresses)) {
                assertThat(refused.refusal())
                        .contains(
                                "应用角色 guiju_app 对 event 有 " + privilege + " 权限，拒绝启动",
                                "may " + privilege + " on event",
                                remedy);
            }
            database.administer("guiju", remedy);
        }
        try (var again = Running.with(addresses)) {
            again.awaitHealth();
        }
    }

    @Test
    void oneRoleForBothIsRefused() throws Exception {
        var migrator = String.valueOf(addresses.get("GUIJU_DATABASE_MIGRATOR_URL"));
        try (var refused = Running.with(with("GUIJU_DATABASE_URL", migrator))) {
            assertThat(refused.refusal())
                    .contains("事件表的所有者", "give GUIJU_DATABASE_URL a role of its own");
        }
    }

    @Test
    void anAddressThatIsMissingOrMisspeltIsNamedWithTheFormThatIsWanted() throws Exception {
        try (var refused = Running.with(with("GUIJU_DATABASE_MIGRATOR_URL", ""))) {
            assertThat(refused.refusal()).contains("GUIJU_DATABASE_MIGRATOR_URL 未设置", "is not set");
        }
        try (var refused = Running.with(with("GUIJU_DATABASE_URL", "db:5432/guiju"))) {
            assertThat(refused.refusal())
                    .contains(
                            "GUIJU_DATABASE_URL 应为 postgres://用户:密码@主机:端口/库名",
                            "must be postgres://user:password@host:port/name");
        }
    }

    @Test
    void aPasswordThatIsNotRightIsToldAndNotRepeated() throws Exception {
        var wrong =
                String.valueOf(addresses.get("GUIJU_DATABASE_MIGRATOR_URL"))
                        .replace(MIGRATOR, "mistyped-secret");
        try (var refused = Running.with(with("GUIJU_DATABASE_MIGRATOR_URL", wrong))) {
            assertThat(refused.refusal())
                    .contains("guiju_migrator", "GUIJU_DATABASE_MIGRATOR_URL")
                    .doesNotContain("mistyped-secret");
        }
    }
}
