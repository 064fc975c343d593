package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// 进程: what /proc says of processes. A zombie counts as dead: it holds no memory and no file, but its number stays
/// taken until somebody reaps it, which in a container may be never.
final class ProcessTable {

    private static final Path PROC = Path.of("/proc");

    /// One living process; the words of its command line are Latin-1, enough for our ASCII mark.
    record Entry(long pid, List<String> words) {

        /// The postmaster itself, or the wrapper that is about to become it.
        boolean isPostmasterOf(String mark) {
            var first = words.isEmpty() ? "" : words.getFirst();
            var program = first.substring(first.lastIndexOf('/') + 1);
            return List.of("postgres", "unshare", "setpriv", "setsid").contains(program)
                    && words.contains("cluster_name=" + mark);
        }

        /// A server process under the postmaster: PostgreSQL writes the cluster's name into its title.
        boolean isChildOf(String mark) {
            return !words.isEmpty() && words.getFirst().startsWith("postgres: " + mark + ":");
        }

        boolean isPostgres() {
            var first = words.isEmpty() ? "" : words.getFirst();
            return first.startsWith("postgres:")
                    || first.substring(first.lastIndexOf('/') + 1).equals("postgres");
        }
    }

    private ProcessTable() {}

    static boolean alive(long pid) {
        try {
            var stat =
                    Files.readString(
                            PROC.resolve(Long.toString(pid)).resolve("stat"),
                            StandardCharsets.ISO_8859_1);
            // the name in brackets may hold anything, brackets too: the state comes after the last
            // one
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException | IndexOutOfBoundsException _) {
            return false;
        }
    }

    static Optional<Entry> find(long pid) {
        if (!alive(pid)) {
            return Optional.empty();
        }
        try {
            var bytes = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("cmdline"));
            var words = new String(bytes, StandardCharsets.ISO_8859_1).split("\0");
            return Optional.of(new Entry(pid, Arrays.asList(words)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Every living process of the cluster with this mark.
    static List<Entry> ofCluster(String mark) {
        var found = new ArrayList<Entry>();
        try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var entry : entries) {
                find(Long.parseLong(entry.getFileName().toString()))
                        .ifPresent(process -> {
                            if (process.isPostmasterOf(mark) || process.isChildOf(mark)) {
                                found.add(process);
                            }
                        });
            }
        } catch (IOException e) {
            throw new IllegalStateException("/proc cannot be read: " + e.getMessage(), e);
        }
        return found;
    }

    /// Whether the process works in this directory; empty if the system does not let us look.
    static Optional<Boolean> worksIn(long pid, Path directory) {
        try {
            return Optional.of(
                    Files.isSameFile(PROC.resolve(Long.toString(pid)).resolve("cwd"), directory));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Sends a signal by the shell's own `kill`: the JDK knows only TERM and KILL, and TERM would make PostgreSQL wait
    /// for its clients. Processes already gone are no error.
    static void signal(String name, List<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        var command =
                new ArrayList<>(
                        List.of(
                                "/bin/sh",
                                "-c",
                                "for p in \"$@\"; do kill -s \"$0\" \"$p\"; done",
                                name));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        Commands.run(Duration.ofSeconds(10), command);
    }

    /// The numeric user of this Java process.
    static int ownUid() {
        try {
            return (Integer) Files.getAttribute(PROC.resolve("self"), "unix:uid");
        } catch (IOException e) {
            throw new IllegalStateException("/proc/self cannot be read: " + e.getMessage(), e);
        }
    }
}
