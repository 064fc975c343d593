package org.guiju.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// 机器: what a reader of a figure wants to know of where it was measured.
public final class Machine {
    private static final int BYTES_A_GB = 1_000_000_000;
    private static final String UNKNOWN = "?";

    private Machine() {}

    /// One line: when, which commit, how many processors, how much memory, and how busy the machine was.
    public static String line() {
        return String.format(
                Locale.ROOT,
                "%s, commit %s, %d processors (%s), %d GB, JDK %s, load average %s",
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                commit(),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                memory() / BYTES_A_GB,
                Runtime.version(),
                load());
    }

    /// Who else used the machine in the last minute.
    public static String load() {
        var line = first(Path.of("/proc/loadavg"), "");
        return line.isEmpty() ? UNKNOWN : line.split(" ", -1)[0];
    }

    private static long memory() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : 0;
    }

    private static String processor() {
        return first(Path.of("/proc/cpuinfo"), "model name").replaceFirst("^[^:]*:\\s*", "");
    }

    private static String first(Path file, String prefix) {
        try (var lines = Files.lines(file)) {
            return lines.filter(l -> l.startsWith(prefix)).findFirst().orElse("");
        } catch (IOException _) {
            return "";
        }
    }

    private static String commit() {
        try {
            var git =
                    new ProcessBuilder("git", "describe", "--always", "--dirty")
                            .directory(Path.of(System.getProperty("guiju.root", ".")).toFile())
                            .redirectErrorStream(true)
                            .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? said.strip() : UNKNOWN;
        } catch (IOException _) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
