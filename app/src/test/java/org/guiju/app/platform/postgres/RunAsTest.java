package org.guiju.app.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Started as root. An ordinary user has only one way to run programs, which all other tests take.
@Timeout(240)
class RunAsTest {

    private static final RunAs.Tools NO_NAMESPACES = new RunAs.Tools("false", "setpriv");
    private static final RunAs.Tools NOTHING = new RunAs.Tools("false", "no-such-program");

    @TempDir Path dir;

    @Test
    void theServerIsNeverRoot() throws Exception {
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK)) {
            var uids = Files.readAllLines(Path.of("/proc/" + server.pid() + "/status"));
            assertThat(uids)
                    .anySatisfy(line ->
                            assertThat(line).startsWith("CapEff:").endsWith("0000000000000000"));
        }
    }

    @Test
    void whereNamespacesAreForbiddenAnUnprivilegedUserRunsTheServer() throws Exception {
        assumeTrue(Servers.root());
        Servers.passable(dir);
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK, NO_NAMESPACES);
                var application = Servers.asApplication(server)) {
            assertThat(Servers.ask(application, "SELECT 1")).containsExactly("1");
            assertThat((Integer) Files.getAttribute(Path.of("/proc/" + server.pid()), "unix:uid"))
                    .isNotZero();
            assertThat((Integer) Files.getAttribute(dir.resolve("postgres/data"), "unix:uid"))
                    .isNotZero();
        }
        assertThat(Servers.processes(dir)).isEmpty();
    }

    @Test
    void theSameDataCanBeOpenedOneWayAndThenTheOther() throws Exception {
        assumeTrue(Servers.root());
        Servers.passable(dir);
        for (var tools : new RunAs.Tools[] {RunAs.Tools.USUAL, NO_NAMESPACES, RunAs.Tools.USUAL}) {
            try (var server = EmbeddedPostgres.start(dir, Servers.QUICK, tools);
                    var migrator = Servers.asMigrator(server)) {
                Servers.run(migrator, "CREATE TABLE IF NOT EXISTS kept (id int)");
                Servers.run(migrator, "INSERT INTO kept VALUES (1)");
            }
        }
        try (var server = EmbeddedPostgres.start(dir, Servers.QUICK);
                var migrator = Servers.asMigrator(server)) {
            assertThat(Servers.ask(migrator, "SELECT count(*) FROM kept")).containsExactly("3");
        }
    }

    @Test
    void rootWithoutAnyWayDownIsToldWhatToDo() {
        assumeTrue(Servers.root());
        assertThatThrownBy(() -> EmbeddedPostgres.start(dir, Servers.QUICK, NOTHING))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("普通用户")
                .hasMessageContaining("ordinary user")
                .hasMessageContaining("no-such-program");
    }

    @Test
    void aDirectoryNoOrdinaryUserCanEnterIsNamed() {
        assumeTrue(Servers.root());
        // JUnit's directory is closed to others
        assertThatThrownBy(() -> EmbeddedPostgres.start(dir, Servers.QUICK, NO_NAMESPACES))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining(dir.toString())
                .hasMessageContaining("cannot write below");
    }
}
