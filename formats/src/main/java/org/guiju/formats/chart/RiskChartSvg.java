package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartSheet.Entry;
import org.guiju.formats.chart.RiskLayout.Card;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskScheme;
import org.guiju.kernel.shared.Text;

/// 权力运行风险防控图 as SVG. One chart gives one sequence of bytes.
public final class RiskChartSvg {
    private static final Text RISKS = new Text("风险点：等级与表现", "Risk: grade and how it shows");
    private static final Text STEPS = new Text("办理环节", "Steps");
    private static final Text CONTROLS = new Text("防控：规则、措施、责任岗位", "Control: rule, measure, post");
    private static final Text NOTE =
            new Text(
                    "等级以外形、填充和文字区分，黑白打印同样可辨。“控制”为系统拒绝办理的规则，“措施”为制度另定的做法。",
                    "Grades differ by outline, filling and word, also in black and white. Rule: what the system refuses. Also: what the institution adds.");

    private static final String STYLE =
            """
            .rxl{stroke:#ccd3dc;stroke-width:1}
            .rxc{fill:#fff;stroke:#7b8794;stroke-width:1}
            .rxc.a{stroke:#b3261e;stroke-width:2}
            .rxc.b{stroke:#7a4f00;stroke-width:1.5}
            .rxc.none{stroke-dasharray:4 4}
            .rxb{fill:#fff;stroke:#7b8794;stroke-width:1}
            .rxb.a{fill:#b3261e;stroke:#b3261e}
            .rxb.b{fill:#fff4d6;stroke:#7a4f00}
            .rxh{stroke:#7a4f00;stroke-width:1.5;fill:none}
            .rxk{font-size:12.5px;font-weight:700;fill:#1b2430}
            .rxt{font-size:12.5px;fill:#1b2430}
            """;

    private RiskChartSvg() {}

    /// @param standalone a file of its own with title, legend and colours; otherwise a fragment for a page whose stylesheet has the
    ///     classes
    public static String render(RiskChart chart, Lang lang, boolean standalone) {
        var sheet = sheet(chart, lang);
        return standalone
                ? StandaloneSvg.render(sheet)
                : StandaloneSvg.inline(
                        sheet,
                        SvgText.id(
                                "risk-"
                                        + chart.code().value()
                                        + "-"
                                        + chart.version()
                                        + "-"
                                        + chart.situation()));
    }

    static ChartSheet sheet(RiskChart chart, Lang lang) {
        var layout = RiskLayout.of(chart, lang);
        return new ChartSheet(
                chart.title(),
                chart.summary(),
                chart.code(),
                chart.version(),
                lang,
                layout.width(),
                layout.height(),
                body(chart, layout, lang),
                layout.rows().subList(2, layout.rows().size()),
                heading(layout, lang),
                RiskLayout.HEAD,
                legend(chart.scheme(), lang),
                NOTE,
                STYLE);
    }

    private static String heading(RiskLayout layout, Lang lang) {
        var cards = layout.cards();
        var left = cards.isEmpty() ? layout.spine() / 2 : middle(cards.getFirst().box());
        var right =
                cards.isEmpty()
                        ? (layout.spine() + layout.width()) / 2
                        : middle(cards.get(1).box());
        return FlowChartSvg.text("t1", "", left, 22, lang.of(RISKS))
                + FlowChartSvg.text("t1", "", layout.spine(), 22, lang.of(STEPS))
                + FlowChartSvg.text("t1", "", right, 22, lang.of(CONTROLS))
                + "\n";
    }

    private static int middle(Box box) {
        return box.x() + box.width() / 2;
    }

    private static String body(RiskChart chart, RiskLayout layout, Lang lang) {
        var out = new StringBuilder();
        for (var y : layout.rows()) {
            out.append(SvgShapes.path("rxl", List.of("M", 16, y, "H", layout.width() - 16)))
                    .append('\n');
        }
        SvgShapes.lines(
                        layout.ways().stream()
                                .map(w ->
                                        new ChartLayout.Line(
                                                new org.guiju.kernel.powers.ChartModel.Edge(
                                                        "", "", "", null, true, false),
                                                w.points()))
                                .toList())
                .forEach(l -> out.append(l).append('\n'));
        layout.cards().forEach(c -> out.append(card(chart, c, lang)).append('\n'));
        layout.nodes().forEach(n -> out.append(FlowChartSvg.node(n, lang, Set.of())).append('\n'));
        layout.labels().forEach(l -> out.append(FlowChartSvg.label(l)).append('\n'));
        return out.toString();
    }

    private static String card(RiskChart chart, Card card, Lang lang) {
        var box = card.box();
        var point = card.point();
        var out = new StringBuilder("<g>");
        if (point == null) {
            out.append(card.left() ? SvgShapes.rect("rxc none", box, 2) : "");
        } else {
            out.append(SvgShapes.rect("rxc " + RiskMarks.low(point.grade()), box, 0));
            if (card.left()) {
                out.append(
                        RiskMarks.bar(
                                point.grade(),
                                new Box(box.x(), box.y(), RiskLayout.BAR, box.height())));
                out.append(
                        RiskMarks.mark(
                                point.grade(),
                                lang.of(chart.scheme().mark(point.grade())),
                                box.x() + RiskLayout.BAR + 8 + RiskLayout.MARK / 2,
                                box.y() + box.height() / 2,
                                RiskLayout.MARK));
            }
        }
        for (var words : card.lines()) {
            out.append(
                    FlowChartSvg.text(
                            words.key() ? "rxk" : "rxt",
                            "",
                            box.x() + words.x(),
                            box.y() + words.y(),
                            words.words()));
        }
        return out.append("</g>").toString();
    }

    private static List<Entry> legend(RiskScheme scheme, Lang lang) {
        var out = new ArrayList<Entry>();
        for (var grade : Grade.values()) {
            out.add(
                    new Entry(
                            box -> RiskMarks.sign(grade, lang.of(scheme.mark(grade)), box),
                            scheme.name(grade)));
        }
        StandaloneSvg.LEGEND.stream()
                .filter(e -> !WITHOUT.contains(e.words().zh()))
                .forEach(out::add);
        return out;
    }

    /// Shapes that this chart does not use.
    private static final Set<String> WITHOUT = Set.of("判断", "不予");
}
