package org.guiju.kernel.discretion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/// 事实空间: all facts that may come, cut into pieces within which no row changes its mind. What holds for one point of a
/// piece holds for all of it, so that looking at one point of each is looking at every case.
final class FactSpace {
    /// Beyond that many pieces a table is called not analysed, never clean.
    static final long MOST = 200_000;

    private final List<Factor> factors;
    private final List<List<Fact>> pieces;

    private FactSpace(List<Factor> factors, List<List<Fact>> pieces) {
        this.factors = factors;
        this.pieces = pieces;
    }

    /// One value, with the words of the piece it stands for.
    record Fact(String words, Optional<BigDecimal> number, String option) {}

    /// @return empty where there are too many pieces
    static Optional<FactSpace> of(List<Factor> factors, List<Standard.Row> rows) {
        var pieces = new ArrayList<List<Fact>>();
        long size = 1;
        for (var f : factors) {
            var of = pieces(f, rows);
            size *= Math.max(1, of.size());
            if (size > MOST) {
                return Optional.empty();
            }
            pieces.add(of);
        }
        return Optional.of(new FactSpace(factors, pieces));
    }

    private static List<Fact> pieces(Factor factor, List<Standard.Row> rows) {
        return switch (factor) {
            case Factor.Choice(_, _, var options) ->
                    options.stream()
                            .map(o -> new Fact(o.name().zh(), Optional.empty(), o.id()))
                            .toList();
            case Factor.Quantity q -> {
                var cuts = new TreeSet<BigDecimal>();
                cuts.add(q.min());
                var max = q.max();
                if (max != null) {
                    cuts.add(max);
                }
                for (var row : rows) {
                    if (row.cell(q.id()) instanceof Cell.Interval i) {
                        addWithin(cuts, q, i.from());
                        addWithin(cuts, q, i.to());
                    }
                }
                yield between(q, new ArrayList<>(cuts));
            }
        };
    }

    private static void addWithin(
            TreeSet<BigDecimal> cuts,
            Factor.Quantity q,
            @org.jspecify.annotations.Nullable BigDecimal cut) {
        var max = q.max();
        if (cut != null
                && cut.compareTo(q.min()) >= 0
                && (max == null || cut.compareTo(max) <= 0)) {
            cuts.add(cut);
        }
    }

    /// Each cut, and what lies between two of them where anything that is measured does.
    private static List<Fact> between(Factor.Quantity q, List<BigDecimal> cuts) {
        var found = new ArrayList<Fact>();
        for (int i = 0; i < cuts.size(); i++) {
            var cut = cuts.get(i);
            if (q.holds(cut)) {
                found.add(number("=", cut, cut));
            }
            // The first measured value above the cut, for a cut may be finer than the measure.
            var next = cut.setScale(q.decimals(), java.math.RoundingMode.FLOOR).add(q.step());
            boolean last = i == cuts.size() - 1;
            if (last ? q.max() == null : next.compareTo(cuts.get(i + 1)) < 0) {
                found.add(number(">", cut, next));
            }
        }
        return found;
    }

    private static Fact number(String sign, BigDecimal cut, BigDecimal value) {
        return new Fact(sign + " " + cut.toPlainString(), Optional.of(value), "");
    }

    /// Every piece of the space, by factor.
    void each(Consumer<Map<String, Fact>> visit) {
        each(0, new LinkedHashMap<>(), visit);
    }

    private void each(int at, Map<String, Fact> point, Consumer<Map<String, Fact>> visit) {
        if (at == factors.size()) {
            visit.accept(point);
            return;
        }
        for (var fact : pieces.get(at)) {
            point.put(factors.get(at).id(), fact);
            each(at + 1, point, visit);
        }
        point.remove(factors.get(at).id());
    }

    static boolean hits(Standard.Row row, Map<String, Fact> point) {
        return point.entrySet().stream().allMatch(e -> hits(row.cell(e.getKey()), e.getValue()));
    }

    private static boolean hits(Cell cell, Fact fact) {
        return switch (cell) {
            case Cell.Any() -> true;
            case Cell.Interval i -> fact.number().filter(i::holds).isPresent();
            case Cell.OneOf(var options) -> options.contains(fact.option());
        };
    }

    /// `面积 > 30，次数 = 2`.
    static String words(List<Factor> factors, Map<String, Fact> point) {
        return factors.stream()
                .map(f -> {
                    var fact = point.get(f.id());
                    return f.name().zh() + (fact == null ? "" : " " + fact.words());
                })
                .collect(java.util.stream.Collectors.joining("，"));
    }
}
