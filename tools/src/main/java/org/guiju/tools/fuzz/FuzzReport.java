package org.guiju.tools.fuzz;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// 试验结果.
///
/// @param things that could be asked: operations, pages, forms
/// @param asked how many of them were
/// @param slowest answer, in milliseconds
/// @param lost how often somebody's session ended and he was not let in again
/// @param statuses answers by status; 0 where a broken request got none
/// @param twists requests by what was wrong with them
/// @param slow what took longer than patience among others, in milliseconds; a finding only if it did so alone as well
/// @param findings what must not be; empty is the aim
public record FuzzReport(
        long seed,
        int requests,
        int things,
        int asked,
        long millis,
        long slowest,
        int lost,
        Map<Integer, Long> statuses,
        Map<String, Long> twists,
        Map<String, Long> slow,
        List<Finding> findings) {
    public FuzzReport {
        statuses = Map.copyOf(statuses);
        twists = Map.copyOf(twists);
        slow = Map.copyOf(slow);
        findings = List.copyOf(findings);
    }

    /// 发现: one fault of one thing; more of the same are counted.
    ///
    /// @param number of the first request that met it
    /// @param again how to send that again
    public record Finding(
            int number,
            String fault,
            String person,
            String thing,
            String twist,
            int times,
            String again) {
        Finding and(Finding other) {
            var first = number <= other.number ? this : other;
            return new Finding(
                    first.number,
                    first.fault,
                    first.person,
                    first.thing,
                    first.twist,
                    times + other.times,
                    first.again);
        }
    }

    /// For people.
    public String text() {
        var out = new StringBuilder();
        out.append(
                "seed %d: %d requests in %.1f s, %d of %d things asked, slowest answer %d ms, sessions lost %d%n"
                        .formatted(seed, requests, millis / 1000.0, asked, things, slowest, lost));
        out.append("answers 答复: ").append(listed(statuses)).append(System.lineSeparator());
        out.append("wrong with them 问题类型: ").append(listed(twists)).append(System.lineSeparator());
        if (!slow.isEmpty()) {
            out.append("slow among others 并发时较慢 (ms): ")
                    .append(listed(slow))
                    .append(System.lineSeparator());
        }
        for (var f : findings) {
            out.append(
                    "FINDING 发现 (%d times 次): %s — %s as %s, %s%n  --seed %d --number %d%n  %s%n"
                            .formatted(
                                    f.times(),
                                    f.fault(),
                                    f.thing(),
                                    f.person(),
                                    f.twist(),
                                    seed,
                                    f.number(),
                                    f.again()));
        }
        out.append(
                findings.isEmpty()
                        ? "no findings. 没有发现。%n".formatted()
                        : "%d findings. %d 项发现。%n".formatted(findings.size(), findings.size()));
        return out.toString();
    }

    private static String listed(Map<?, Long> counted) {
        return new java.util.TreeMap<>(counted)
                .entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "));
    }

    /// For programs.
    public String json() {
        return JsonMapper.shared().writeValueAsString(this) + System.lineSeparator();
    }
}
