package org.guiju.bench.start;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guiju.bench.machine.Machine;
import org.guiju.bench.machine.Options;
import org.guiju.bench.machine.Percentiles;
import org.guiju.bench.machine.Server;
import org.guiju.bench.machine.Store;
import org.guiju.bench.machine.Visitor;

/// 启动基准: `./guiju demo`, built, from the command to the first page: on an empty directory, where the county and its year are made, and again with
/// what is there; the same with the JVM's cache of classes left out. Memory after two hundred pages: the JVM and all processes of the database.
public final class StartBench {
    private static final int PAGES = 200;
    private static final int KILO = 1024;
    private static final double MEDIAN = 0.5;
    private static final String READY = "the demo county is ready";
    private final List<String> launcher;

    private StartBench(List<String> launcher) {
        this.launcher = launcher;
    }

    /// @throws IllegalArgumentException when an option is unknown or has no fitting value
    public static void run(List<String> words) throws Exception {
        var options = Options.of(words, Map.of("--rounds", "3"));
        var root = Path.of(System.getProperty("guiju.root", ".")).toAbsolutePath();
        new StartBench(List.of(root.resolve("guiju").toString(), "demo"))
                .measure(options.number("--rounds"));
    }

    private void measure(int rounds) throws Exception {
        System.out.println(Machine.line());
        var directory = Files.createTempDirectory("guiju-bench-start");
        try {
            try (var first = Server.start(launcher, directory, Map.of())) {
                double page = first.millis();
                double ready = ready(directory, page);
                System.out.printf(
                        Locale.ROOT,
                        "first start: first page after %.1f s, the county and its year made after %.1f s%n",
                        page / 1e3,
                        ready / 1e3);
            }
            var with = new ArrayList<Double>();
            var without = new ArrayList<Double>();
            for (int i = 0; i < rounds; i++) {
                with.add(again(directory, Map.of(), i == rounds - 1));
                without.add(again(directory, Map.of("GUIJU_AOT", "off"), i == rounds - 1));
            }
            System.out.printf(
                    Locale.ROOT,
                    "later starts, first page after: median %.2f s of %s; without the cache of classes median %.2f s of %s%n",
                    Percentiles.of(with, MEDIAN) / 1e3,
                    seconds(with),
                    Percentiles.of(without, MEDIAN) / 1e3,
                    seconds(without));
        } finally {
            Store.remove(directory);
        }
    }

    private static List<String> seconds(List<Double> millis) {
        return millis.stream().map(m -> String.format(Locale.ROOT, "%.2f", m / 1e3)).toList();
    }

    private static double ready(Path directory, double since)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!Files.readString(directory.resolve("server.out")).contains(READY)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return since + (System.nanoTime() - start) / 1e6;
    }

    private double again(Path directory, Map<String, String> environment, boolean look)
            throws Exception {
        try (var server = Server.start(launcher, directory, environment)) {
            if (look) {
                var visitor = Visitor.stranger(HttpClient.newHttpClient(), server.port());
                for (int i = 0; i < PAGES; i++) {
                    visitor.timed(i % 2 == 0 ? "/powers" : "/results");
                }
                long postmaster = new Store(directory).postmaster();
                System.out.printf(
                        Locale.ROOT,
                        "memory after %d pages%s: JVM %d MB, database %d MB (shared memory counted once)%n",
                        PAGES,
                        environment.isEmpty() ? "" : " without the cache of classes",
                        resident(List.of(server.pid())) / KILO,
                        resident(family(postmaster)) / KILO);
            }
            return server.millis();
        }
    }

    private static List<Long> family(long parent) {
        var all = new ArrayList<Long>();
        all.add(parent);
        ProcessHandle.of(parent).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .forEach(all::add);
        return all;
    }

    /// Kilobytes in memory, what processes share divided among them (Pss).
    private static long resident(List<Long> processes) throws IOException {
        long sum = 0;
        for (long process : processes) {
            var file = Path.of("/proc", Long.toString(process), "smaps_rollup");
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    sum +=
                            lines.filter(l -> l.startsWith("Pss:"))
                                    .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")))
                                    .sum();
                }
            }
        }
        return sum;
    }
}
