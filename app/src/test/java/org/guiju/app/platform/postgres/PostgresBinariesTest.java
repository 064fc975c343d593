package org.guiju.app.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class PostgresBinariesTest {

    @TempDir Path dir;

    @Test
    void severalUnpackAtOnceAndOneCopyRemains() throws Exception {
        var archive = PostgresBinaries.archive();
        var hash = PostgresBinaries.contentHash(archive);
        assertThat(hash).matches("[0-9a-f]{12}");
        Callable<PostgresBinaries> unpack = () -> PostgresBinaries.unpack(archive, hash, dir);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(unpack, unpack))) {
                assertThat(done.get().program("postgres")).isExecutable();
            }
        }
        assertThat(names()).containsExactly("postgres-" + hash);
    }

    @Test
    void damagedProgramsAreReplaced() throws Exception {
        var archive = PostgresBinaries.archive();
        var home = PostgresBinaries.unpack(archive, "0123456789ab", dir).home();
        var zones = home.resolve("share/postgresql/timezone/Asia/Shanghai");
        long whole = Files.size(zones);
        Files.write(zones, new byte[0]); // what a power cut leaves of a file that was not synced
        Files.delete(home.resolve("bin/initdb"));

        PostgresBinaries.unpack(archive, "0123456789ab", dir);

        assertThat(zones).hasSize(whole);
        assertThat(home.resolve("bin/initdb")).isExecutable();
        assertThat(names()).containsExactly("postgres-0123456789ab");
    }

    @Test
    void theProgramsSayTheirVersion() throws Exception {
        var binaries = PostgresBinaries.unpack(PostgresBinaries.archive(), "0123456789ab", dir);
        var said =
                Commands.run(
                        Duration.ofSeconds(20),
                        List.of(binaries.program("postgres").toString(), "--version"));
        assertThat(said.well()).isTrue();
        assertThat(said.said()).isEqualTo("postgres (PostgreSQL) 18.6");
    }

    private List<String> names() throws IOException {
        try (var entries = Files.list(dir)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
