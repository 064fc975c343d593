package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// 服务器日志: kept small, and read when a start fails. PostgreSQL begins a new file at each start and every ten
/// megabytes; here the oldest go once a hundred megabytes or fifty files are passed.
record ServerLog(Path folder) {

    private static final long MOST_BYTES = 100L << 20;
    private static final int MOST_FILES = 50;
    private static final int LINES = 15;
    private static final int TAIL = 8192;

    /// What the server says before its own log is open; overwritten at each start.
    Path beforeLog() {
        return folder.resolve("startup.log");
    }

    /// The last lines written since then, oldest first.
    String tail(Instant since) {
        var lines = new ArrayList<String>();
        try {
            for (var file : newestFirst().stream().limit(1).toList().reversed()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(since.minusSeconds(1))) {
                    lines.addAll(lastLines(file));
                }
            }
            if (Files.exists(beforeLog())) {
                lines.addAll(0, lastLines(beforeLog()));
            }
        } catch (IOException e) {
            lines.add(folder + ": " + e);
        }
        return String.join(
                System.lineSeparator(),
                lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    void prune() {
        try {
            long bytes = 0;
            int files = 0;
            for (var file : newestFirst()) {
                bytes += Files.size(file);
                files++;
                // the newest is being written
                if (files > 1 && (bytes > MOST_BYTES || files > MOST_FILES)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException _) {
            // seen again at the next round
        }
    }

    private List<Path> newestFirst() throws IOException {
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(folder, "postgresql-*.log")) {
            found.forEach(files::add);
        }
        // the name is the time
        files.sort(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed());
        return files;
    }

    private static List<String> lastLines(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - TAIL);
            var bytes = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
