package org.guiju.kernel.powers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.powers.FormerLink.Way;

/// 流程再造统计: every power with its links before and after, what became of each, and how many powers still wait (A60, A61).
///
/// @param lines one a situation, in the order of the powers
/// @param ways how often each of the four ways was taken, over all lines
/// @param processed powers of which at least one situation says what it was before
/// @param unprocessed powers of which none does
public record Reengineering(
        List<Line> lines, Map<Way, Integer> ways, int processed, int unprocessed) {
    public Reengineering {
        lines = List.copyOf(lines);
        ways = Map.copyOf(ways);
    }

    /// 一种情形的再造.
    ///
    /// @param before number of links before; 0 where the text says nothing of it
    /// @param after number of steps now
    public record Line(
            PowerDefinition power,
            Situation situation,
            int before,
            int after,
            Map<Way, Integer> ways) {
        public Line {
            ways = Map.copyOf(ways);
        }

        public boolean processed() {
            return before > 0;
        }

        /// How often the way was taken here.
        public int count(Way way) {
            return ways.getOrDefault(way, 0);
        }
    }

    /// How often the way was taken in all.
    public int count(Way way) {
        return ways.getOrDefault(way, 0);
    }

    /// The report over the powers given; a power without a former link anywhere is not yet processed (未再造).
    public static Reengineering of(List<PowerDefinition> powers) {
        var lines =
                powers.stream().flatMap(p -> p.situations().stream().map(s -> line(p, s))).toList();
        long processed =
                powers.stream()
                        .filter(p ->
                                p.situations().stream().anyMatch(s -> !s.formerLinks().isEmpty()))
                        .count();
        var all = new EnumMap<Way, Integer>(Way.class);
        lines.forEach(l -> l.ways().forEach((w, n) -> all.merge(w, n, Integer::sum)));
        return new Reengineering(lines, all, (int) processed, powers.size() - (int) processed);
    }

    private static Line line(PowerDefinition power, Situation situation) {
        var ways = new EnumMap<Way, Integer>(Way.class);
        for (var link : situation.formerLinks()) {
            if (link.way() != null) {
                ways.merge(link.way(), 1, Integer::sum);
            }
        }
        return new Line(
                power, situation, situation.formerLinks().size(), situation.steps().size(), ways);
    }
}
