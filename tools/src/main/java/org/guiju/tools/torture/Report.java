package org.guiju.tools.torture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// 试验结果: one line a cycle, and every finding.
///
/// @param acts acts that were confirmed in all cycles
/// @param findings what must not be; empty is the aim
public record Report(long seed, int clients, List<Cycle> cycles, long acts, List<String> findings) {
    public Report {
        cycles = List.copyOf(cycles);
        findings = List.copyOf(findings);
    }

    /// 一次断电.
    ///
    /// @param acts confirmed in this cycle
    /// @param cut requests that got no answer, or an error of the server, and were sent again under the same id
    /// @param replayed confirmed acts that were sent once more afterwards and gave their first answer
    /// @param downMillis from the kill to the first 200 of `/health`
    /// @param rebuilt whether the projections were replayed and compared, and the rows held against the log, after it
    /// @param troubles what was answered in place of an answer, and how often
    public record Cycle(
            int number,
            Death death,
            long acts,
            long cut,
            long cases,
            long replayed,
            long downMillis,
            boolean rebuilt,
            Map<String, Long> troubles) {
        public Cycle {
            troubles = Map.copyOf(troubles);
        }

        private String said() {
            return new TreeMap<>(troubles)
                    .entrySet().stream()
                            .map(t -> t.getValue() + " x " + t.getKey())
                            .collect(Collectors.joining(", "));
        }
    }

    /// For people.
    public String text() {
        var out = new StringBuilder();
        out.append("seed %d, %d clients%n".formatted(seed, clients));
        out.append(
                "cycle  killed     acts  cut off  cases  asked again  down ms  rebuilt  answers in trouble%n"
                        .formatted());
        for (var c : cycles) {
            out.append(
                    "%5d  %-8s %6d %8d %6d %12d %8d  %-7s  %s%n"
                            .formatted(
                                    c.number(),
                                    c.death().name().toLowerCase(java.util.Locale.ROOT),
                                    c.acts(),
                                    c.cut(),
                                    c.cases(),
                                    c.replayed(),
                                    c.downMillis(),
                                    c.rebuilt() ? "same" : "-",
                                    c.said()));
        }
        findings.forEach(f -> out.append("FINDING 发现: ").append(f).append(System.lineSeparator()));
        out.append(
                findings.isEmpty()
                        ? "%d confirmed acts, each there exactly once. 已确认的 %d 个动作全部恰好一次。%n"
                                .formatted(acts, acts)
                        : "%d findings in %d confirmed acts. %d 个动作中有 %d 项发现。%n"
                                .formatted(findings.size(), acts, acts, findings.size()));
        return out.toString();
    }

    /// For programs.
    public String json() {
        var rows =
                cycles.stream()
                        .map(c ->
                                "{\"cycle\":%d,\"killed\":\"%s\",\"acts\":%d,\"cut_off\":%d,\"cases\":%d,\"asked_again\":%d,\"down_ms\":%d,\"rebuilt\":%b,\"troubles\":%s}"
                                        .formatted(
                                                c.number(),
                                                c.death().name().toLowerCase(java.util.Locale.ROOT),
                                                c.acts(),
                                                c.cut(),
                                                c.cases(),
                                                c.replayed(),
                                                c.downMillis(),
                                                c.rebuilt(),
                                                quoted(c.said())))
                        .toList();
        return "{\"seed\":%d,\"clients\":%d,\"acts\":%d,\"cycles\":[%s],\"findings\":[%s]}%n"
                .formatted(
                        seed,
                        clients,
                        acts,
                        String.join(",", rows),
                        String.join(",", findings.stream().map(Report::quoted).toList()));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\p{Cntrl}]", " ")
                + '"';
    }
}
