package org.guiju.app.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Deaths of the server, of Java, and of both.
@Timeout(240)
class CrashTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path dir;

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);

    @BeforeEach
    void sayTheSeed() {
        System.out.println("seed " + seed);
    }

    @Test
    void aKilledServerIsStartedAgainOnTheSamePortWithEveryCommittedRow() throws Exception {
        // so that it is the death which is seen, not the silence after it
        var endlesslyPatient =
                new PostgresTimings(
                        Servers.QUICK.check(),
                        Servers.QUICK.answer(),
                        Duration.ofHours(1),
                        Servers.QUICK.start(),
                        Servers.QUICK.stop());
        try (var server = EmbeddedPostgres.start(dir, endlesslyPatient)) {
            var restarts = restartsOf(server);
            var url = server.applicationUrl();
            long pid = server.pid();
            commitOne(server);

            Servers.killAll(dir);

            var restart = restarts.poll(LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(restart).isNotNull();
            assertThat(restart.cause()).isEqualTo(PostgresRestart.Cause.DIED);
            System.out.printf("restart after kill -9: %d ms%n", restart.gap().toMillis());
            assertThat(server.applicationUrl()).isEqualTo(url);
            assertThat(server.pid()).isNotEqualTo(pid);
            assertThat(server.isAlive()).isTrue();
            assertThat(rows(server)).containsExactly("1");
        }
        assertThat(Servers.processes(dir)).isEmpty();
    }

    @Test
    void aRestartThatFailsIsTriedAgainUntilItsCauseIsGone() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            server.onRestart(_ -> {
                throw new IllegalStateException("one bad listener, told on purpose");
            });
            var restarts = restartsOf(server);
            commitOne(server);
            var settings = Servers.directory(dir).cluster().resolve("postgresql.conf");
            var good = Files.readString(settings);
            Files.writeString(settings, good + "shared_buffers = nonsense\n");

            Servers.killAll(dir);
            assertThat(restarts.poll(2, TimeUnit.SECONDS)).isNull();
            assertThat(server.isAlive()).isFalse();
            Files.writeString(settings, good);

            assertThat(restarts.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isNotNull();
            assertThat(rows(server)).containsExactly("1");
        }
    }

    @Test
    void aServerThatFallsSilentIsKilledAndStartedAgain() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            var restarts = restartsOf(server);
            commitOne(server);

            ProcessTable.signal("STOP", Servers.processes(dir));

            assertThat(Await.until(LONG, () -> !server.isAlive())).isTrue();
            var restart = restarts.poll(LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(restart).isNotNull();
            assertThat(restart.cause()).isEqualTo(PostgresRestart.Cause.SILENT);
            assertThat(rows(server)).containsExactly("1");
        }
    }

    @Test
    void anAnsweringServerIsLeftAloneFarLongerThanPatience() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            var restarts = restartsOf(server);
            long pid = server.pid();
            assertThat(
                            restarts.poll(
                                    Servers.QUICK.patience().multipliedBy(2).toSeconds(),
                                    TimeUnit.SECONDS))
                    .isNull();
            assertThat(server.pid()).isEqualTo(pid);
        }
    }

    @Test
    void closingWhileTheServerIsDyingLeavesNothingBehind() throws Exception {
        var server = EmbeddedPostgres.start(dir, Servers.QUICK);
        Servers.killAll(dir);
        server.close();
        assertThat(server.isAlive()).isFalse();
        assertThat(Servers.processes(dir)).isEmpty();
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
    }

    @Test
    void afterKillingJavaTheNextStartStopsTheOrphanAndHasEveryAcknowledgedRow() throws Exception {
        for (int round = 1; round <= 3; round++) {
            long acknowledged;
            long orphan;
            try (var child = ChildJava.run("insert", dir)) {
                acknowledged = insertsUntilKilled(child);
                orphan = postmasters().getFirst();
            }
            assertThat(ProcessTable.alive(orphan))
                    .as("kill -9 of Java leaves the server running")
                    .isTrue();
            try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
                assertAllThere(server, acknowledged);
                assertThat(ProcessTable.alive(orphan)).isFalse();
                assertThat(postmasters()).containsExactly(server.pid());
            }
        }
    }

    @Test
    void afterKillingJavaAndServerTheNextStartHasEveryAcknowledgedRow() throws Exception {
        for (int round = 1; round <= 3; round++) {
            long acknowledged;
            try (var child = ChildJava.run("insert", dir)) {
                acknowledged = insertsUntilKilled(child);
                Servers.killAll(dir);
            }
            assertThat(PostmasterFile.in(Servers.directory(dir).cluster())).exists();
            try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
                assertAllThere(server, acknowledged);
                assertThat(postmasters()).containsExactly(server.pid());
            }
        }
    }

    @Test
    void aStalePidFileWithTheNumberOfAStrangerIsRemovedAndTheStrangerLives() throws Exception {
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
        var stranger = new ProcessBuilder("sleep", "120").start();
        try {
            pidFile(stranger.pid(), 1_600_000_000);
            EmbeddedPostgres.start(dir, Servers.QUICK).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aStalePidFileWithTheNumberOfAnotherDatabaseIsRemovedAndThatOneLives() throws Exception {
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
        try (var other = EmbeddedPostgres.start(dir.resolve("other"), Servers.QUICK)) {
            pidFile(other.pid(), 1_600_000_000);
            EmbeddedPostgres.start(dir, Servers.QUICK).close();
            assertThat(other.isAlive()).isTrue();
            assertThat(ProcessTable.alive(other.pid())).isTrue();
        }
    }

    @Test
    void pidFilesThatWereCutOffAreRemoved() throws Exception {
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
        for (var text : List.of("", "12", "rubbish\n\n")) {
            Files.writeString(PostmasterFile.in(Servers.directory(dir).cluster()), text);
            EmbeddedPostgres.start(dir, Servers.QUICK).close();
        }
    }

    @Test
    void aServerStartedByHandOnOurDirectoryIsNamedAndNotTouched() throws Exception {
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
        var chosen = RunAs.choose(Servers.directory(dir).root(), RunAs.Tools.USUAL);
        var byHand =
                Commands.builder(
                                chosen.runAs()
                                        .command(
                                                List.of(
                                                        chosen.binaries()
                                                                .program("postgres")
                                                                .toString(),
                                                        "-D",
                                                        Servers.directory(dir).cluster().toString(),
                                                        "-c",
                                                        "listen_addresses=127.0.0.1",
                                                        "-c",
                                                        "port=19876",
                                                        "-c",
                                                        "unix_socket_directories=")))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(Await.until(LONG, () -> byHandReady(byHand.pid()))).isTrue();
            assertThatThrownBy(() -> EmbeddedPostgres.start(dir, Servers.QUICK))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("进程号 " + byHand.pid());
            assertThat(byHand.isAlive()).isTrue();
        } finally {
            ProcessTable.signal("QUIT", List.of(byHand.pid()));
            byHand.waitFor();
        }
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
    }

    private boolean byHandReady(long pid) {
        return PostmasterFile.read(dir.resolve("postgres/data"))
                .filter(file -> file.pid() == pid && file.ready())
                .isPresent();
    }

    private void pidFile(long pid, long started) throws IOException {
        var cluster = Servers.directory(dir).cluster();
        Files.writeString(
                PostmasterFile.in(cluster),
                """
                %d
                %s
                %d
                5432

                127.0.0.1
                  1234567         7
                ready
                """
                        .formatted(pid, cluster, started));
    }

    private List<Long> postmasters() throws IOException {
        var mark = Servers.directory(dir).mark();
        return ProcessTable.ofCluster(mark).stream()
                .filter(process -> process.isPostmasterOf(mark))
                .map(ProcessTable.Entry::pid)
                .toList();
    }

    private static BlockingQueue<PostgresRestart> restartsOf(EmbeddedPostgres server) {
        var restarts = new ArrayBlockingQueue<PostgresRestart>(10);
        server.onRestart(restarts::add);
        return restarts;
    }

    private static void commitOne(EmbeddedPostgres server) throws SQLException {
        try (var migrator = Servers.asMigrator(server)) {
            Servers.run(migrator, "CREATE TABLE kept (id int)");
            Servers.run(migrator, "INSERT INTO kept VALUES (1)");
        }
    }

    private static List<String> rows(EmbeddedPostgres server) throws SQLException {
        try (var migrator = Servers.asMigrator(server)) {
            return Servers.ask(migrator, "SELECT id FROM kept");
        }
    }

    /// Kills at a moment of chance; returns the last number that was acknowledged.
    private long insertsUntilKilled(ChildJava child) throws IOException, InterruptedException {
        var last = child.lineBeginning("ACK");
        for (int more = chance.nextInt(800); more > 0; more--) {
            last = child.nextLine();
        }
        child.kill();
        // the last line may have been cut off in the middle: it then names a smaller number, or
        // none
        return Stream.concat(Stream.of(last), child.rest().stream())
                .filter(line -> line.matches("ACK \\d+"))
                .mapToLong(line -> Long.parseLong(line.substring(4)))
                .max()
                .orElseThrow();
    }

    private static void assertAllThere(EmbeddedPostgres server, long acknowledged)
            throws SQLException {
        try (var application = Servers.asApplication(server)) {
            var there =
                    Servers.ask(
                            application,
                            "SELECT count(*) FROM acknowledged WHERE id <= " + acknowledged);
            var all = Servers.ask(application, "SELECT count(*) FROM acknowledged");
            System.out.printf("acknowledged %d, found %s, rows %s%n", acknowledged, there, all);
            assertThat(there).containsExactly(Long.toString(acknowledged));
        }
    }
}
