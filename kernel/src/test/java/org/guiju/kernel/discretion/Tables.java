package org.guiju.kernel.discretion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.discretion.Standard.Row;
import org.guiju.kernel.powers.Penalty.Band;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// Tables to check: the occupation of a road by area and times, whole unless a test breaks it.
final class Tables {
    static final Factor.Quantity AREA =
            new Factor.Quantity("area", Text.zh("面积"), "平方米", 2, BigDecimal.ZERO, null);
    static final Factor.Quantity TIMES =
            new Factor.Quantity("times", Text.zh("次数"), "次", 0, BigDecimal.ONE, n("10"));
    static final Factor.Choice HARM =
            new Factor.Choice(
                    "harm",
                    Text.zh("后果"),
                    List.of(
                            new Factor.Option("none", Text.zh("没有")),
                            new Factor.Option("stopped", Text.zh("交通中断"))));

    private Tables() {}

    static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    static Row row(String id, Map<String, Cell> when, long from, long to) {
        return new Row(id, "g" + id, Text.zh("档" + id), when, new Band(from, to), "");
    }

    static List<Row> rows() {
        var quiet = new Cell.OneOf(List.of("none"));
        var once = Cell.between(n("1"), n("2"));
        return List.of(
                row(
                        "1",
                        Map.of("area", Cell.below(n("5")), "times", once, "harm", quiet),
                        0,
                        50_000),
                row(
                        "2",
                        Map.of("area", Cell.from(n("5")), "times", once, "harm", quiet),
                        50_000,
                        500_000),
                row("3", Map.of("times", Cell.from(n("2")), "harm", quiet), 500_000, 1_000_000),
                row("4", Map.of("harm", new Cell.OneOf(List.of("stopped"))), 1_000_000, 2_000_000));
    }

    static Standard standard() {
        return with(rows());
    }

    static Standard with(List<Row> rows) {
        return of("DC-890001", Standard.Level.COUNTY, null, List.of(AREA, TIMES, HARM), rows);
    }

    static Standard replaced(Row row) {
        var rows = new ArrayList<>(rows());
        rows.replaceAll(r -> r.id().equals(row.id()) ? row : r);
        return with(rows);
    }

    static Standard of(
            String code,
            Standard.Level level,
            @Nullable String superior,
            List<Factor> factors,
            List<Row> rows) {
        return new Standard(
                code,
                Text.zh("擅自占用城市道路"),
                new OrganId("qinglan-chengguan"),
                level,
                PowerKind.PENALTY,
                List.of(),
                superior,
                new Standard.Statute(
                        new Article("城市道路管理条例", "第四十二条"),
                        "可以处以2万元以下的罚款",
                        "occupy",
                        Standard.Measure.AMOUNT,
                        "",
                        new Band(0, 2_000_000)),
                factors,
                rows,
                List.of());
    }
}
