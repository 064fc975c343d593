package org.guiju.app.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EmbeddedPostgresTest {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_ALLOWED = "42501";

    @TempDir Path dir;

    @Test
    void theFirstStartMakesADatabaseAndTheNextFindsItsRows() throws Exception {
        long begin = System.nanoTime();
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            long first = System.nanoTime();
            System.out.printf("first start %d ms%n", (first - begin) / 1_000_000);
            try (var migrator = Servers.asMigrator(server)) {
                Servers.run(migrator, "CREATE TABLE item (name text)");
                Servers.run(migrator, "INSERT INTO item VALUES ('行政许可')");
            }
            assertThat(server.isAlive()).isTrue();
            assertThat(ProcessTable.alive(server.pid())).isTrue();
        }
        begin = System.nanoTime();
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            System.out.printf("later start %d ms%n", (System.nanoTime() - begin) / 1_000_000);
            try (var migrator = Servers.asMigrator(server)) {
                assertThat(Servers.ask(migrator, "SELECT name FROM item")).containsExactly("行政许可");
            }
        }
    }

    @Test
    void itIsPostgres18WithChecksumsDurableAndOnLoopbackOnly() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK);
                var application = Servers.asApplication(server)) {
            assertThat(setting(application, "server_version")).startsWith("18.");
            assertThat(
                            List.of(
                                    "fsync",
                                    "full_page_writes",
                                    "synchronous_commit",
                                    "data_checksums",
                                    "wal_compression"))
                    .allSatisfy(name -> assertThat(setting(application, name)).isIn("on", "pglz"));
            assertThat(setting(application, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(application, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(
                            Servers.ask(
                                    application,
                                    "SELECT datlocprovider::text || datlocale || pg_encoding_to_char(encoding)"
                                            + " FROM pg_database WHERE datname = 'guiju'"))
                    .containsExactly("bC.UTF-8UTF8");
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return Servers.ask(connection, "SHOW " + name).getFirst();
    }

    @Test
    void nobodyEntersWithoutTheRightPassword() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            for (var user : List.of("guiju_super", "guiju_migrator", "guiju_app", "postgres")) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(server.applicationUrl(), user, "wrong"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo(WRONG_PASSWORD));
                assertThatThrownBy(() ->
                                DriverManager.getConnection(server.applicationUrl(), user, ""))
                        .isInstanceOf(SQLException.class);
            }
            var hba = Files.readString(dir.resolve("postgres/data/pg_hba.conf"));
            assertThat(hba.lines().filter(line -> !line.startsWith("#")))
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line).contains("127.0.0.1/32").endsWith("scram-sha-256"));
        }
        var secrets = dir.resolve("postgres/secrets.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDoorOpenedByHandIsShutAtTheNextStart() throws Exception {
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
        var hba = dir.resolve("postgres/data/pg_hba.conf");
        Files.writeString(hba, "host all all 0.0.0.0/0 trust\n");
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            assertThat(Files.readString(hba)).doesNotContain("trust");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.applicationUrl(), "guiju_super", "wrong"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theApplicationRoleOwnsNothingAndCannotMakeRolesDatabasesOrTables() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK);
                var application = Servers.asApplication(server);
                var migrator = Servers.asMigrator(server)) {
            Servers.run(migrator, "CREATE TABLE entry (id int)");
            for (var act :
                    List.of(
                            "CREATE DATABASE other",
                            "CREATE ROLE other",
                            "CREATE TABLE other (id int)",
                            "CREATE SCHEMA other",
                            "SELECT * FROM entry",
                            "DROP TABLE entry",
                            "ALTER SYSTEM SET fsync = off",
                            "COPY (SELECT 1) TO PROGRAM 'true'",
                            "CREATE TEMPORARY TABLE other (id int)")) {
                assertThatThrownBy(() -> Servers.run(application, act))
                        .as(act)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
            }
            assertThat(
                            Servers.ask(
                                    migrator,
                                    "SELECT rolname FROM pg_roles WHERE rolname LIKE 'guiju%' AND (rolsuper OR"
                                            + " rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)"))
                    .containsExactly("guiju_super");
            assertThat(
                            Servers.ask(
                                    migrator,
                                    "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'guiju'"))
                    .containsExactly("guiju_migrator");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.applicationUrl().replace("/guiju?", "/postgres?"),
                                    "guiju_app",
                                    server.applicationPassword()))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void passwordsAndKeyValuesReachNoLog() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK);
                var migrator = Servers.asMigrator(server)) {
            Servers.run(migrator, "CREATE TABLE person (id_number text PRIMARY KEY)");
            try (var insert = migrator.prepareStatement("INSERT INTO person VALUES (?)")) {
                insert.setString(1, "11010119900307773X");
                insert.executeUpdate();
                assertThatThrownBy(insert::executeUpdate).isInstanceOf(SQLException.class);
            }
            assertThat(Await.until(Duration.ofSeconds(10), () -> logged().contains("person_pkey")))
                    .isTrue();
            assertThat(logged())
                    .doesNotContain("11010119900307773X")
                    .doesNotContain(server.applicationPassword())
                    .doesNotContain(server.migratorPassword());
        }
    }

    private String logged() {
        try (var files = Files.newDirectoryStream(dir.resolve("postgres/log"))) {
            var words = new StringBuilder();
            for (var file : files) {
                words.append(Files.readString(file));
            }
            return words.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(dir, Servers.QUICK))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("另一个规矩进程")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            try (var child = ChildJava.run("hold", dir)) {
                var refusal = child.lineBeginning("Exception");
                assertThat(refusal)
                        .contains("另一个规矩进程")
                        .contains("进程号 " + ProcessHandle.current().pid());
            }
            try (var application = Servers.asApplication(server)) {
                assertThat(Servers.ask(application, "SELECT 1")).containsExactly("1");
            }
        }
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
    }

    @Test
    void aPathWithSpacesAndChineseCharactersWorks() throws Exception {
        try (var child = ChildJava.run("chinese", dir)) {
            assertThat(child.lineBeginning("ANSWER")).isEqualTo("ANSWER 1");
            assertThat(child.lineBeginning("ANSWER")).isEqualTo("ANSWER 2");
            assertThat(child.lineBeginning("LOGS")).isEqualTo("LOGS true");
            assertThat(child.process.waitFor()).isZero();
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        // root may write anywhere, so the obstacle is one that root meets too
        var file = Files.createFile(dir.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data"), Servers.QUICK))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("不可写")
                .hasMessageContaining(file.toString());
        if (!Servers.root()) {
            var closed =
                    Files.createDirectory(
                            dir.resolve("closed"),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("r-x------")));
            assertThatThrownBy(() -> EmbeddedPostgres.start(closed, Servers.QUICK))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining(closed.toString());
        }
    }

    @Test
    void whatAnInterruptedInitialisationLeftIsThrownAway() throws Exception {
        Files.createDirectories(dir.resolve("postgres/init-1/data/base/1"));
        Files.writeString(dir.resolve("postgres/init-1/data/PG_VERSION"), "18\n");
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(dir.resolve("postgres/init-1")).doesNotExist();
    }

    @Test
    void javaKilledDuringInitdbDoesNotPoisonTheNextStart() throws Exception {
        try (var child = ChildJava.run("hold", dir)) {
            assertThat(Await.until(Duration.ofSeconds(30), this::initdbAtWork)).isTrue();
            child.kill();
        }
        assertThat(dir.resolve("postgres/data")).doesNotExist();
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK);
                var application = Servers.asApplication(server)) {
            assertThat(Servers.ask(application, "SELECT 1")).containsExactly("1");
        }
        try (var left = Files.newDirectoryStream(dir.resolve("postgres"), "init-*")) {
            assertThat(left).isEmpty();
        }
    }

    private boolean initdbAtWork() {
        try (var found = Files.newDirectoryStream(dir.resolve("postgres"), "init-*")) {
            for (var work : found) {
                if (Files.exists(work.resolve("data/base"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void rolesThatAnInterruptedFirstStartDidNotMakeAreMadeByTheNext() throws Exception {
        var superuser = "";
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            superuser =
                    Secrets.loadOrCreate(dir.resolve("postgres/secrets.properties"), true)
                            .superuser();
            var url = server.applicationUrl().replace("/guiju?", "/postgres?");
            try (var all = DriverManager.getConnection(url, "guiju_super", superuser)) {
                Servers.run(all, "DROP DATABASE guiju");
                Servers.run(all, "DROP ROLE guiju_app");
            }
        }
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK);
                var application = Servers.asApplication(server)) {
            assertThat(Servers.ask(application, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void aLostPasswordFileIsSaidAndNothingIsTouched() throws Exception {
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
        var secrets = dir.resolve("postgres/secrets.properties");
        var aside = Files.move(secrets, dir.resolve("aside"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(dir, Servers.QUICK))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining(secrets.toString());
        Files.move(aside, secrets);
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsRefused() throws Exception {
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
        Files.writeString(dir.resolve("postgres/data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(dir, Servers.QUICK))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("18");
    }

    @Test
    void aStartThatFailsQuotesTheServersOwnWords() throws Exception {
        EmbeddedPostgres.start(dir, Servers.QUICK).close();
        Files.writeString(
                dir.resolve("postgres/data/postgresql.conf"), "shared_buffers = nonsense\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(dir, Servers.QUICK))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
        assertThat(Servers.processes(dir)).isEmpty();
    }

    @Test
    void closeStopsTheServerAndMayBeCalledAgain() throws Exception {
        var server = EmbeddedPostgres.start(dir, Servers.QUICK);
        long pid = server.pid();
        server.close();
        server.close();
        assertThat(server.isAlive()).isFalse();
        assertThat(ProcessTable.alive(pid)).isFalse();
        assertThat(Servers.processes(dir)).isEmpty();
        assertThat(dir.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void closeWorksFromAShutdownHook() throws Exception {
        try (var child = ChildJava.run("hook", dir)) {
            child.lineBeginning("READY");
            assertThat(child.process.waitFor()).isZero();
        }
        assertThat(Servers.processes(dir)).isEmpty();
        assertThat(dir.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void twoDataDirectoriesRunSideBySideAndTheProgramsAreUnpackedOnce() throws Exception {
        var failures = new ArrayList<Throwable>();
        var well = new AtomicInteger();
        var threads =
                List.of("one", "two").stream()
                        .map(name ->
                                Thread.ofPlatform()
                                        .start(() -> {
                                            try (var server =
                                                            EmbeddedPostgres.start(
                                                                    dir.resolve(name),
                                                                    Servers.QUICK);
                                                    var application =
                                                            Servers.asApplication(server)) {
                                                Servers.ask(application, "SELECT 1");
                                                well.incrementAndGet();
                                            } catch (EmbeddedPostgresException | SQLException e) {
                                                synchronized (failures) {
                                                    failures.add(e);
                                                }
                                            }
                                        }))
                        .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(well).hasValue(2);
    }
}
