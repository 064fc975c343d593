package org.guiju.kernel.discretion;

import static org.guiju.kernel.discretion.FindingCode.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.discretion.Standard.Row;
import org.guiju.kernel.powers.Penalty.Band;

/// 裁量表审查 (C6, C8, C11): whether every case finds exactly one row, and every row stays inside the law, narrower than it,
/// and inside the superior standard. Exact: it looks at one point of every piece of the space of facts.
public final class TableCheck {
    /// More of a kind say nothing new.
    private static final int SHOWN = 10;

    private TableCheck() {}

    /// What is wrong with the table as it stands alone; empty for a sound one.
    public static List<Finding> of(Standard standard) {
        var found = new ArrayList<Finding>();
        if (standard.rows().isEmpty() || standard.factors().isEmpty()) {
            found.add(Finding.of(TABLE_EMPTY, ""));
            return found;
        }
        rows(standard, found);
        factors(standard, found);
        facts(standard, found);
        bands(standard, found);
        amounts(standard, found);
        return List.copyOf(found);
    }

    private static void rows(Standard standard, List<Finding> found) {
        var seen = new HashSet<String>();
        for (var row : standard.rows()) {
            if (!seen.add(row.id())) {
                found.add(Finding.of(ROW_NAMED_TWICE, row.id()));
            }
            if (row.band() == null && row.other().isBlank()) {
                found.add(Finding.of(ROW_WITHOUT_OUTCOME, row.id()));
            }
            row.when().forEach((id, cell) -> cell(standard, row, id, cell, found));
        }
    }

    private static void cell(
            Standard standard, Row row, String id, Cell cell, List<Finding> found) {
        boolean fits =
                switch (cell) {
                    case Cell.Any() -> standard.factor(id).isPresent();
                    case Cell.Interval _ ->
                            standard.factor(id)
                                    .filter(Factor.Quantity.class::isInstance)
                                    .isPresent();
                    case Cell.OneOf(var options) ->
                            standard.factor(id)
                                    .filter(Factor.Choice.class::isInstance)
                                    .map(Factor.Choice.class::cast)
                                    .filter(c ->
                                            options.stream().allMatch(o -> c.option(o).isPresent()))
                                    .isPresent();
                };
        if (!fits) {
            found.add(Finding.of(CELL_OUTSIDE_FACTOR, row.id(), id));
        }
    }

    private static void factors(Standard standard, List<Finding> found) {
        for (var f : standard.factors()) {
            boolean used =
                    standard.rows().stream().anyMatch(r -> !(r.cell(f.id()) instanceof Cell.Any));
            if (!used && standard.rows().size() > 1) {
                found.add(Finding.of(FACTOR_UNUSED, "", f.name().zh()));
            }
        }
    }

    private static void facts(Standard standard, List<Finding> found) {
        var space = FactSpace.of(standard.factors(), standard.rows());
        if (space.isEmpty()) {
            found.add(Finding.of(NOT_ANALYSED, ""));
            return;
        }
        var gaps = new ArrayList<Finding>();
        var overlaps = new LinkedHashMap<String, Finding>();
        var reached = new HashSet<String>();
        space.get()
                .each(point -> {
                    var hit =
                            standard.rows().stream()
                                    .filter(r -> FactSpace.hits(r, point))
                                    .map(Row::id)
                                    .toList();
                    reached.addAll(hit);
                    if (hit.isEmpty() && gaps.size() < SHOWN) {
                        gaps.add(where(FACTS_GAP, "", standard, point));
                    } else if (hit.size() > 1 && overlaps.size() < SHOWN) {
                        var rows = String.join(",", hit);
                        overlaps.putIfAbsent(rows, where(FACTS_OVERLAP, rows, standard, point));
                    }
                });
        found.addAll(gaps);
        found.addAll(overlaps.values());
        standard.rows().stream()
                .filter(r -> !reached.contains(r.id()))
                .forEach(r -> found.add(Finding.of(ROW_UNREACHABLE, r.id())));
    }

    private static Finding where(
            FindingCode code, String rows, Standard s, Map<String, FactSpace.Fact> point) {
        return Finding.of(code, rows, FactSpace.words(s.factors(), point));
    }

    private static void bands(Standard standard, List<Finding> found) {
        var law = standard.statute().range();
        for (var row : standard.rows()) {
            var band = row.band();
            if (band == null) {
                continue;
            }
            var facts = Map.of("where", words(band), "law", law == null ? "—" : words(law));
            if (band.to() < band.from() || band.from() < 0) {
                found.add(new Finding(BAND_BACKWARDS, row.id(), facts));
            } else if (law == null || !band.within(law)) {
                found.add(new Finding(BAND_OUTSIDE_STATUTE, row.id(), facts));
            } else if (law.width() > 0 && band.width() >= law.width()) {
                found.add(new Finding(BAND_AS_WIDE_AS_STATUTE, row.id(), facts));
            }
        }
    }

    /// 档次相接: grades touch and do not cross, from the lowest of the law to the highest.
    private static void amounts(Standard standard, List<Finding> found) {
        var law = standard.statute().range();
        var grades = new LinkedHashMap<Band, String>();
        standard.rows().stream()
                .filter(r -> r.band() != null)
                .sorted(
                        Comparator.comparingLong((Row r) -> band(r).from())
                                .thenComparing(r -> band(r).to()))
                .forEach(r -> grades.merge(band(r), r.id(), (a, b) -> a + "," + b));
        if (law == null || grades.isEmpty()) {
            return;
        }
        long reached = law.from();
        var before = "";
        for (var e : grades.entrySet()) {
            var band = e.getKey();
            var rows = before.isEmpty() ? e.getValue() : before + "," + e.getValue();
            if (band.from() > reached) {
                found.add(Finding.of(AMOUNTS_GAP, rows, words(new Band(reached, band.from()))));
            } else if (!before.isEmpty() && band.from() < reached) {
                found.add(
                        Finding.of(
                                AMOUNTS_OVERLAP,
                                rows,
                                words(new Band(band.from(), Math.min(reached, band.to())))));
            }
            reached = Math.max(reached, band.to());
            before = e.getValue();
        }
        if (reached < law.to()) {
            found.add(Finding.of(AMOUNTS_GAP, before, words(new Band(reached, law.to()))));
        }
    }

    private static Band band(Row row) {
        return Optional.ofNullable(row.band()).orElseThrow();
    }

    /// In hundredths, as yuan of fen and times of multiples are both written.
    static String words(Band band) {
        return hundredths(band.from()) + "–" + hundredths(band.to());
    }

    private static String hundredths(long n) {
        return java.math.BigDecimal.valueOf(n, 2).stripTrailingZeros().toPlainString();
    }

    /// 不得突破上级基准 (C11): for no facts may the local band leave the superior's.
    ///
    /// @param superior the version in force of the standard that is refined; null where its code is unknown
    public static List<Finding> against(
            Standard local, @org.jspecify.annotations.Nullable Standard superior) {
        if (local.superior() == null) {
            return List.of();
        }
        if (superior == null) {
            return List.of(Finding.of(SUPERIOR_UNKNOWN, "", local.superior()));
        }
        var found = new ArrayList<Finding>();
        if (!superior.level().above(local.level())) {
            found.add(Finding.of(SUPERIOR_NOT_ABOVE, "", superior.code()));
        }
        if (!superior.statute().article().equals(local.statute().article())
                || superior.statute().measure() != local.statute().measure()) {
            found.add(
                    Finding.of(SUPERIOR_OF_OTHER_CLAUSE, "", superior.statute().article().cite()));
        }
        for (var f : superior.factors()) {
            if (local.factor(f.id()).isEmpty()) {
                found.add(Finding.of(SUPERIOR_FACTOR_MISSING, "", f.name().zh()));
            }
        }
        if (found.isEmpty()) {
            pointwise(local, superior, found);
        }
        return List.copyOf(found);
    }

    private static void pointwise(Standard local, Standard superior, List<Finding> found) {
        var both = new ArrayList<>(local.rows());
        both.addAll(superior.rows());
        var space = FactSpace.of(local.factors(), both);
        if (space.isEmpty()) {
            found.add(Finding.of(NOT_ANALYSED, ""));
            return;
        }
        Set<String> named = new HashSet<>();
        space.get()
                .each(point -> {
                    var mine = first(local, point);
                    var theirs = first(superior, point);
                    if (mine.isPresent()
                            && !inside(mine.get(), theirs)
                            && named.add(mine.get().id())) {
                        found.add(outside(local, mine.get(), theirs, point));
                    }
                });
    }

    private static Optional<Row> first(Standard s, Map<String, FactSpace.Fact> point) {
        var known = new LinkedHashMap<>(point);
        known.keySet().removeIf(f -> s.factor(f).isEmpty());
        return s.rows().stream().filter(r -> FactSpace.hits(r, known)).findFirst();
    }

    private static boolean inside(Row mine, Optional<Row> theirs) {
        var band = mine.band();
        return theirs.isPresent()
                && (band == null
                        ? theirs.get().band() == null
                        : Optional.ofNullable(theirs.get().band())
                                .filter(band::within)
                                .isPresent());
    }

    private static Finding outside(
            Standard local, Row mine, Optional<Row> theirs, Map<String, FactSpace.Fact> point) {
        var own = mine.band();
        var law = theirs.map(Row::band);
        return new Finding(
                OUTSIDE_SUPERIOR,
                mine.id(),
                Map.of(
                        "where", FactSpace.words(local.factors(), point),
                        "own", own == null ? mine.other() : words(own),
                        "law", law.map(TableCheck::words).orElse("—")));
    }
}
