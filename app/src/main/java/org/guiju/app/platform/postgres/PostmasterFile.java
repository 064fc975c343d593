package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// postmaster.pid: what a running, or once running, server wrote about itself.
///
/// @param pid its process number
/// @param started when, seconds since 1970
/// @param port where it listens; 0 if it has not written it yet
/// @param ready whether it says it takes connections
record PostmasterFile(long pid, long started, int port, boolean ready) {

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /// Empty if there is no file, or if it was cut off before the number was written.
    static Optional<PostmasterFile> read(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(in(cluster), StandardCharsets.ISO_8859_1);
            return Optional.of(
                    new PostmasterFile(
                            Long.parseLong(lines.getFirst().strip()),
                            lines.size() > 2 ? Long.parseLong(lines.get(2).strip()) : 0,
                            lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
                            lines.size() > 7 && lines.get(7).strip().equals("ready")));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// Whether this process can be the server that wrote the file, going by its age, when nothing better can be seen.
    boolean couldBe(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start ->
                        Duration.between(Instant.ofEpochSecond(started), start).abs().toSeconds()
                                <= 10)
                .orElse(true);
    }
}
