package org.guiju.app.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir Path dir;

    @Test
    void theFiftiethFileIsKeptAndTheFiftyFirstGoes() throws Exception {
        for (int second = 10; second < 61; second++) {
            Files.createFile(dir.resolve("postgresql-20260101-0000" + second + ".log"));
        }
        new ServerLog(dir).prune();
        assertThat(names())
                .hasSize(50)
                .doesNotContain("postgresql-20260101-000010.log")
                .contains("postgresql-20260101-000011.log");
    }

    @Test
    void aHundredMegabytesAreKeptAndOneByteMoreCostsTheOldestFile() throws Exception {
        sized("postgresql-20260101-000001.log", 50 << 20);
        sized("postgresql-20260101-000002.log", 50 << 20);
        new ServerLog(dir).prune();
        assertThat(names()).hasSize(2);

        sized("postgresql-20260101-000001.log", (50 << 20) + 1);
        new ServerLog(dir).prune();
        assertThat(names()).containsExactly("postgresql-20260101-000002.log");
    }

    @Test
    void theFileBeingWrittenIsNeverTaken() throws Exception {
        sized("postgresql-20260101-000001.log", 200 << 20);
        new ServerLog(dir).prune();
        assertThat(names()).hasSize(1);
    }

    @Test
    void theTailIsTheLastFifteenLinesOfThisStartAndNotOfAnEarlierOne() throws Exception {
        var start = Instant.now();
        var earlier =
                Files.writeString(dir.resolve("postgresql-20260101-000001.log"), "FATAL: old\n");
        Files.setLastModifiedTime(earlier, FileTime.from(start.minusSeconds(60)));
        assertThat(new ServerLog(dir).tail(start)).isEmpty();

        var lines = new StringBuilder();
        for (int line = 1; line <= 16; line++) {
            lines.append("line ").append(line).append('\n');
        }
        Files.writeString(dir.resolve("postgresql-20260101-000002.log"), lines);
        assertThat(new ServerLog(dir).tail(start).lines())
                .hasSize(15)
                .startsWith("line 2")
                .endsWith("line 16");
    }

    /// Sparse: it weighs what it says and takes no room.
    private void sized(String name, long bytes) throws IOException {
        try (var file = new RandomAccessFile(dir.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
