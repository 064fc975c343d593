package org.guiju.kernel.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.discretion.FindingCode.*;
import static org.guiju.kernel.discretion.Tables.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.guiju.kernel.discretion.Standard.Row;
import org.guiju.kernel.powers.Penalty.Band;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;

class TableCheckTest {
    private static List<FindingCode> codes(List<Finding> found) {
        return found.stream().map(Finding::code).distinct().toList();
    }

    private static final Cell QUIET = new Cell.OneOf(List.of("none"));
    private static final Cell ONCE = Cell.between(n("1"), n("2"));

    @Test
    void aTableWithOneRowForEveryCaseIsClean() {
        assertThat(TableCheck.of(standard())).isEmpty();
    }

    @Test
    void aBoundaryThatBelongsToNeitherRowIsAGapAndNamed() {
        var open = new Cell.Interval(n("5"), false, null, false);
        var found =
                TableCheck.of(
                        replaced(
                                row(
                                        "2",
                                        Map.of("area", open, "times", ONCE, "harm", QUIET),
                                        50_000,
                                        500_000)));
        assertThat(codes(found)).containsExactly(FACTS_GAP);
        assertThat(found.getFirst().facts().get("where")).contains("面积 = 5");
    }

    @Test
    void aBoundaryThatBelongsToBothRowsIsAnOverlap() {
        var closed = new Cell.Interval(null, false, n("5"), true);
        var found =
                TableCheck.of(
                        replaced(
                                row(
                                        "1",
                                        Map.of("area", closed, "times", ONCE, "harm", QUIET),
                                        0,
                                        50_000)));
        assertThat(codes(found)).containsExactly(FACTS_OVERLAP);
        assertThat(found.getFirst().rows()).isEqualTo("1,2");
    }

    @Test
    void betweenTwoNeighbouringMeasuredValuesThereIsNoGap() {
        var up = new Cell.Interval(null, false, n("4.99"), true);
        assertThat(
                        TableCheck.of(
                                replaced(
                                        row(
                                                "1",
                                                Map.of("area", up, "times", ONCE, "harm", QUIET),
                                                0,
                                                50_000))))
                .isEmpty();
        var less = new Cell.Interval(null, false, n("4.98"), true);
        assertThat(
                        codes(
                                TableCheck.of(
                                        replaced(
                                                row(
                                                        "1",
                                                        Map.of(
                                                                "area", less, "times", ONCE, "harm",
                                                                QUIET),
                                                        0,
                                                        50_000)))))
                .containsExactly(FACTS_GAP);
    }

    @Test
    void aRowThatNobodyCanReachIsNamed() {
        var rows = new ArrayList<>(rows());
        rows.add(row("5", Map.of("times", Cell.from(n("11"))), 1_000_000, 2_000_000));
        assertThat(codes(TableCheck.of(with(rows)))).containsExactly(ROW_UNREACHABLE);
    }

    @Test
    void aBandMayReachTheLawsEndsAndNotOneFenBeyond() {
        assertThat(TableCheck.of(standard())).isEmpty();
        var over =
                row("4", Map.of("harm", new Cell.OneOf(List.of("stopped"))), 1_000_000, 2_000_001);
        assertThat(codes(TableCheck.of(replaced(over)))).containsExactly(BAND_OUTSIDE_STATUTE);
        var below = row("1", rows().getFirst().when(), -1, 50_000);
        assertThat(codes(TableCheck.of(replaced(below)))).contains(BAND_BACKWARDS);
    }

    @Test
    void aGradeAsWideAsTheLawIsNone() {
        var rows = List.of(new Row("1", "g", Text.zh("档"), Map.of(), new Band(0, 2_000_000), ""));
        assertThat(codes(TableCheck.of(with(rows)))).contains(BAND_AS_WIDE_AS_STATUTE);
        var narrower = row("4", rows().get(3).when(), 1, 2_000_000);
        assertThat(codes(TableCheck.of(replaced(narrower))))
                .doesNotContain(BAND_AS_WIDE_AS_STATUTE);
    }

    @Test
    void gradesTouchAndDoNotCross() {
        var high = row("3", rows().get(2).when(), 500_001, 1_000_000);
        assertThat(codes(TableCheck.of(replaced(high)))).containsExactly(AMOUNTS_GAP);
        var low = row("3", rows().get(2).when(), 499_999, 1_000_000);
        assertThat(codes(TableCheck.of(replaced(low)))).containsExactly(AMOUNTS_OVERLAP);
        var short_ = row("4", rows().get(3).when(), 1_000_000, 1_999_999);
        assertThat(codes(TableCheck.of(replaced(short_)))).containsExactly(AMOUNTS_GAP);
    }

    @Test
    void whatCannotBeLookedAtWholeIsNotAnalysedAndNeverClean() {
        var factors = new ArrayList<Factor>();
        var when = new java.util.LinkedHashMap<String, Cell>();
        for (int i = 0; i < 12; i++) {
            factors.add(
                    new Factor.Quantity("f" + i, Text.zh("因素" + i), "", 2, BigDecimal.ZERO, null));
            when.put("f" + i, Cell.between(n("1"), n("2")));
        }
        var s =
                of(
                        "DC-890002",
                        Standard.Level.COUNTY,
                        null,
                        factors,
                        List.of(row("1", when, 0, 1)));
        assertThat(codes(TableCheck.of(s))).contains(NOT_ANALYSED);
    }

    @Test
    void aLocalGradeLiesInsideTheSuperiors() {
        var superior = of("P-1", Standard.Level.PROVINCE, null, List.of(AREA, TIMES, HARM), rows());
        var rows = new ArrayList<>(rows());
        var half = new Cell.Interval(n("5"), true, n("30"), false);
        rows.set(1, row("2", Map.of("area", half, "times", ONCE, "harm", QUIET), 50_000, 200_000));
        rows.add(
                2,
                row(
                        "2b",
                        Map.of("area", Cell.from(n("30")), "times", ONCE, "harm", QUIET),
                        200_000,
                        500_000));
        var local = of("C-1", Standard.Level.COUNTY, "P-1", List.of(AREA, TIMES, HARM), rows);
        assertThat(TableCheck.of(local)).isEmpty();
        assertThat(TableCheck.against(local, superior)).isEmpty();
        assertThat(codes(TableCheck.against(local, null))).containsExactly(SUPERIOR_UNKNOWN);
        rows.set(2, row("2b", rows.get(2).when(), 200_000, 500_001));
        var beyond =
                TableCheck.against(
                        of("C-1", Standard.Level.COUNTY, "P-1", List.of(AREA, TIMES, HARM), rows),
                        superior);
        assertThat(codes(beyond)).containsExactly(OUTSIDE_SUPERIOR);
        assertThat(beyond.getFirst().rows()).isEqualTo("2b");
        var county = of("P-1", Standard.Level.COUNTY, null, List.of(AREA, TIMES, HARM), rows());
        assertThat(codes(TableCheck.against(local, county))).containsExactly(SUPERIOR_NOT_ABOVE);
        var blind = of("C-1", Standard.Level.COUNTY, "P-1", List.of(TIMES, HARM), rows());
        assertThat(codes(TableCheck.against(blind, superior)))
                .containsExactly(SUPERIOR_FACTOR_MISSING);
    }

    @Test
    void theFactsJustBelowOnAndAboveEachBoundaryFindTheirRow() {
        var cases =
                List.of(
                        List.of("4.99", "1", "none", "1"),
                        List.of("5", "1", "none", "2"),
                        List.of("5.01", "1", "none", "2"),
                        List.of("0", "1", "none", "1"),
                        List.of("900", "2", "none", "3"),
                        List.of("0", "10", "none", "3"),
                        List.of("0", "1", "stopped", "4"));
        for (var c : cases) {
            var r =
                    Application.of(
                            standard(),
                            Map.of("area", c.get(0), "times", c.get(1), "harm", c.get(2)));
            assertThat(r.row().map(Row::id)).as(c.toString()).contains(c.get(3));
        }
    }

    @Test
    void factsThatAreMissingUnreadableOrOutsideAreSaidAndNothingIsComputed() {
        var r = Application.of(standard(), Map.of("area", "many", "times", "11", "harm", "none"));
        assertThat(r.row()).isEmpty();
        assertThat(r.faults())
                .containsEntry("area", Application.Fault.NOT_A_NUMBER)
                .containsEntry("times", Application.Fault.OUTSIDE);
        assertThat(
                        Application.of(
                                        standard(),
                                        Map.of("area", "1.001", "times", "1", "harm", "x"))
                                .faults())
                .containsEntry("area", Application.Fault.OUTSIDE)
                .containsEntry("harm", Application.Fault.OUTSIDE);
        assertThat(Application.of(standard(), Map.of()).faults()).hasSize(3);
    }

    /// Cuts the space at random into boxes: whole by construction, broken by one box taken away or put twice.
    @Test
    void everyPointHitsExactlyOneRowOfATableThatIsCleanAndABrokenOneIsNeverClean() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var cut = BigDecimal.valueOf(1 + random.nextInt(9_998), 2);
            int k = 2 + random.nextInt(8);
            var rows = new ArrayList<Row>();
            rows.add(box("1", Cell.below(cut), new Cell.Interval(null, false, n("" + k), false)));
            rows.add(box("2", Cell.from(cut), new Cell.Interval(null, false, n("" + k), false)));
            rows.add(box("3", Cell.ANY, Cell.from(n("" + k))));
            var s = of("DC-890003", Standard.Level.COUNTY, null, List.of(AREA, TIMES), rows);
            assertThat(codes(TableCheck.of(s)))
                    .as("seed " + seed)
                    .doesNotContain(FACTS_GAP, FACTS_OVERLAP);
            for (int i = 0; i < 50; i++) {
                var facts =
                        Map.of(
                                "area",
                                BigDecimal.valueOf(random.nextInt(10_000), 2).toPlainString(),
                                "times",
                                "" + (1 + random.nextInt(10)));
                assertThat(Application.of(s, facts).row()).as("seed " + seed + facts).isPresent();
            }
            var missing = new ArrayList<>(rows);
            missing.remove(random.nextInt(3));
            assertThat(
                            codes(
                                    TableCheck.of(
                                            of(
                                                    "DC-890003",
                                                    Standard.Level.COUNTY,
                                                    null,
                                                    List.of(AREA, TIMES),
                                                    missing))))
                    .as("seed " + seed)
                    .contains(FACTS_GAP);
            var twice = new ArrayList<>(rows);
            var again = rows.get(random.nextInt(3));
            twice.add(new Row("9", again.grade(), again.name(), again.when(), again.band(), ""));
            assertThat(
                            codes(
                                    TableCheck.of(
                                            of(
                                                    "DC-890003",
                                                    Standard.Level.COUNTY,
                                                    null,
                                                    List.of(AREA, TIMES),
                                                    twice))))
                    .as("seed " + seed)
                    .contains(FACTS_OVERLAP);
        }
    }

    private static Row box(String id, Cell area, Cell times) {
        return row(id, Map.of("area", area, "times", times), 0, 10);
    }
}
