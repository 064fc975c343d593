package org.guiju.bench.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// 数字: one line of a run, and the table of medians over its rounds with their spread.
record Figures(String engine, int threads, Map<String, Double> values) {

    static Figures of(String line) {
        var all = new LinkedHashMap<String, String>();
        Stream.of(line.strip().split(" "))
                .map(p -> p.split("=", 2))
                .filter(p -> p.length == 2)
                .forEach(p -> all.put(p[0], p[1]));
        var values = new LinkedHashMap<String, Double>();
        all.forEach((name, text) -> {
            if (!name.equals("engine") && !name.equals("threads")) {
                values.put(name, Double.parseDouble(text));
            }
        });
        return new Figures(
                all.getOrDefault("engine", "?"),
                Integer.parseInt(all.getOrDefault("threads", "0")),
                values);
    }

    /// Medians, the cases a second with least and most.
    static String table(List<Figures> all) {
        var groups = new LinkedHashMap<String, List<Figures>>();
        all.forEach(f ->
                groups.computeIfAbsent(f.engine + " " + f.threads, _ -> new ArrayList<>()).add(f));
        var out =
                new StringBuilder(
                        """

                        | engine | threads | cases/s (least–most) | act p50/p99 ms | case p50/p99 ms | CPU ms a case, JVM + database | rows ins/upd/del a case | table B a case | WAL B a case |
                        |---|---|---|---|---|---|---|---|---|
                        """);
        groups.values().stream()
                .sorted(java.util.Comparator.comparingInt(g -> g.getFirst().threads))
                .forEach(g ->
                        out.append(
                                String.format(
                                        Locale.ROOT,
                                        "| %s | %d | %.1f (%.1f–%.1f) | %.2f / %.2f | %.1f / %.1f | %.1f + %.1f | %.1f / %.1f / %.1f | %.0f | %.0f |%n",
                                        g.getFirst().engine,
                                        g.getFirst().threads,
                                        median(g, "cases_per_s"),
                                        sorted(g, "cases_per_s").getFirst(),
                                        sorted(g, "cases_per_s").getLast(),
                                        median(g, "act_p50_ms"),
                                        median(g, "act_p99_ms"),
                                        median(g, "case_p50_ms"),
                                        median(g, "case_p99_ms"),
                                        median(g, "jvm_cpu_ms"),
                                        median(g, "pg_cpu_ms"),
                                        median(g, "rows_inserted"),
                                        median(g, "rows_updated"),
                                        median(g, "rows_deleted"),
                                        median(g, "table_bytes"),
                                        median(g, "wal_bytes"))));
        return out.toString();
    }

    private static double median(List<Figures> group, String name) {
        var sorted = sorted(group, name);
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }

    private static List<Double> sorted(List<Figures> group, String name) {
        return group.stream().map(f -> f.values.getOrDefault(name, Double.NaN)).sorted().toList();
    }
}
