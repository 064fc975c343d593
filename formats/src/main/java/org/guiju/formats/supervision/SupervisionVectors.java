package org.guiju.formats.supervision;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.Accountable;
import org.guiju.kernel.supervision.CalendarHistory;
import org.guiju.kernel.supervision.KnownCalendar;
import org.guiju.kernel.supervision.Measure;
import org.guiju.kernel.supervision.Scheme;
import org.guiju.kernel.supervision.Seen;
import org.guiju.kernel.supervision.Severity;
import org.guiju.kernel.supervision.Snapshot;
import org.guiju.kernel.supervision.SupervisedObject;
import org.guiju.kernel.supervision.Supervision;
import org.guiju.kernel.supervision.WatchedClock;
import org.guiju.kernel.supervision.WatchedClock.Stop;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 监察规则向量: published worked examples, a matter each with the moments after which its cards are lit.
public final class SupervisionVectors {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Article VECTOR = new Article("监察规则向量", "所载时限");
    private static final Set<String> LIMITS =
            Set.of("promiseWd", "statutoryWd", "limitWd", "appliedWd", "suspendedWd", "extendedWd");
    private static final Set<String> ENDS = Set.of("finished", "ended", "decided", "closed");
    private static final Map<Severity, String> EXPECTED =
            Map.of(
                    Severity.WARNING, "warningAfter",
                    Severity.YELLOW, "yellowAfter",
                    Severity.RED, "redAfter");

    private SupervisionVectors() {}

    /// 一项核对.
    ///
    /// @param card `warningAfter`, `yellowAfter`, `redAfter` or `noneUntil`
    /// @param expected the moment as the file has it; empty for never
    /// @param found the moment as it comes out; empty for never
    public record Check(String vector, String card, String expected, String found) {
        public boolean agrees() {
            return expected.equals(found);
        }
    }

    /// 核对结果.
    public sealed interface Result {
        record Checked(List<Check> checks) implements Result {
            public Checked {
                checks = List.copyOf(checks);
            }
        }

        record Unusable(Text problem) implements Result {}
    }

    /// Whether the file is one of vectors, told by the `expect` of its first item.
    public static boolean recognise(byte[] bytes) {
        try {
            var tree = JsonMapper.builder().build().readTree(text(bytes));
            return tree.isArray() && !tree.isEmpty() && tree.get(0).has("expect");
        } catch (JacksonException _) {
            return false;
        }
    }

    public static Result check(byte[] bytes, Scheme scheme, KnownCalendar calendar) {
        var checks = new ArrayList<Check>();
        for (var vector : JsonMapper.builder().build().readTree(text(bytes))) {
            var id = vector.path("id").asString("?");
            try {
                check(id, vector, scheme, calendar, checks);
            } catch (DateTimeException | IllegalArgumentException e) {
                return new Result.Unusable(
                        new Text(
                                "向量 " + id + " 无法读懂：" + e.getMessage(),
                                "vector " + id + " cannot be read: " + e.getMessage()));
            }
        }
        return new Result.Checked(checks);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void check(
            String id, JsonNode vector, Scheme scheme, KnownCalendar calendar, List<Check> checks) {
        var lit = moments(vector, scheme, calendar);
        var expect = vector.path("expect");
        for (var name : expect.propertyNames()) {
            var expected = expect.path(name).isNull() ? "" : expect.path(name).asString();
            if (name.equals("noneUntil")) {
                // before the first card nothing is lit: the latest such moment is the first card's
                var first = lit.values().stream().min(Instant::compareTo);
                var until = expected.isEmpty() ? "" : written(moment(expected));
                var found = first.map(SupervisionVectors::written).orElse("");
                boolean holds = first.isEmpty() || !first.get().isBefore(moment(expected));
                checks.add(new Check(id, name, until, holds ? until : found));
            } else {
                var severity =
                        EXPECTED.entrySet().stream()
                                .filter(e -> e.getValue().equals(name))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElseThrow(() -> unknown("expect." + name));
                var found = lit.containsKey(severity) ? written(lit.get(severity)) : "";
                checks.add(
                        new Check(
                                id,
                                name,
                                expected.isEmpty() ? "" : written(moment(expected)),
                                found));
            }
        }
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("不认识的字段 / unknown field " + name);
    }

    private static String written(@Nullable Instant after) {
        return after == null ? "" : LocalDateTime.ofInstant(after, ZONE).toString();
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZONE).toInstant();
    }

    /// The last moment before each colour is lit, whatever takes it off again.
    private static Map<Severity, Instant> moments(
            JsonNode vector, Scheme scheme, KnownCalendar calendar) {
        var begin = moment(vector.path("accepted").asString());
        var snapshots = List.of(new Snapshot(seen(begin), 0, begin, clocks(vector, begin)));
        var report =
                Supervision.judge(
                        scheme,
                        vector.path("id").asString("?"),
                        snapshots,
                        CalendarHistory.of(calendar),
                        begin.plusSeconds(20L * 366 * 86_400));
        var lit = new LinkedHashMap<Severity, Instant>();
        report.findings()
                .forEach(f ->
                        lit.merge(
                                f.severity(),
                                f.first().minusSeconds(1),
                                (a, b) -> a.isBefore(b) ? a : b));
        return lit;
    }

    private static Seen seen(Instant at) {
        return new Seen("vector", 0, "accepted", at);
    }

    private static List<WatchedClock> clocks(JsonNode vector, Instant begin) {
        var limits = vector.path("limits");
        for (var name : limits.propertyNames()) {
            if (!LIMITS.contains(name)) {
                throw unknown("limits." + name);
            }
        }
        Instant ended = null;
        for (var name : ENDS) {
            if (vector.hasNonNull(name)) {
                ended = moment(vector.path(name).asString());
            }
        }
        var object = object(vector.path("object").asString(""));
        int more = limits.path("extendedWd").asInt(0);
        var clocks = new ArrayList<WatchedClock>();
        for (var name : limits.propertyNames()) {
            var measure =
                    switch (name) {
                        case "promiseWd" -> Measure.PROMISE;
                        case "statutoryWd" -> Measure.STATUTE;
                        case "limitWd", "appliedWd" -> Measure.LIMIT;
                        default -> null;
                    };
            int n = limits.path(name).asInt(0);
            if (measure != null && n > 0) {
                clocks.add(
                        new WatchedClock(
                                name,
                                "case",
                                object,
                                measure,
                                "",
                                days(n + more),
                                begin,
                                stops(vector, begin),
                                ended,
                                null,
                                new Accountable(new OrganId("—"), "", "", null, null),
                                List.of(seen(begin))));
            }
        }
        return clocks;
    }

    /// A special procedure of so many days, from where the file says or, since it does not matter, from the beginning.
    private static List<Stop> stops(JsonNode vector, Instant begin) {
        var stops = new ArrayList<Stop>();
        int days = vector.path("limits").path("suspendedWd").asInt(0);
        if (days > 0) {
            stops.add(new Stop(begin, null, days(days), "特别程序", VECTOR));
        }
        for (var s : vector.path("suspensions")) {
            stops.add(
                    new Stop(
                            moment(s.path("from").asString()),
                            s.hasNonNull("to") ? moment(s.path("to").asString()) : null,
                            s.hasNonNull("appliedWd") ? days(s.path("appliedWd").asInt()) : null,
                            "特别程序",
                            VECTOR));
        }
        return stops;
    }

    private static Limit days(int n) {
        return new Limit(n, LimitUnit.WORKING_DAY, VECTOR);
    }

    private static SupervisedObject object(String words) {
        var first = words.split("[ /（(]", 2)[0];
        return SupervisedObject.parse(first).orElseThrow(() -> unknown("object " + words));
    }
}
