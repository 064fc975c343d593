package org.guiju.formats.chart;

import java.util.List;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartSheet.Entry;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.guiju.kernel.shared.Text;

/// 可下载的流程图: the drawing with its title block and legend, readable without the page it came from.
final class StandaloneSvg {
    private static final int HEAD = 64;
    private static final int FOOT = 84;

    /// The rules of the product's stylesheet with their colours in place.
    static final String STYLE =
            """
            text{font-family:"Noto Sans CJK SC","PingFang SC","Microsoft YaHei","Source Han Sans SC",sans-serif}
            .n{fill:#fff;stroke:#1a56b4;stroke-width:1.5}
            .n.end{fill:#0a2a5e;stroke:#0a2a5e}
            .n.ask{fill:#eaf1fb}
            .n.wait{stroke:#5b3a8c;fill:#f1ecf9;stroke-dasharray:5 4}
            .n.no{stroke:#4a5666;fill:#eceff3}
            .n.pub{fill:#e6f4ec;stroke:#1c6b3c}
            .n.bar{fill:#1a56b4;stroke:none}
            .n.now{stroke:#1a56b4;stroke-width:4;fill:#eaf1fb}
            .e{fill:none;stroke:#4a5666;stroke-width:1.5}
            .eh{fill:#4a5666}
            .t1{font-size:15px;font-weight:700;fill:#1b2430;text-anchor:middle}
            .t1.w{fill:#fff}
            .t2{font-size:12.5px;fill:#4a5666;text-anchor:middle}
            .th{font-size:18px;font-weight:700;fill:#1b2430}
            .tl{font-size:12.5px;fill:#4a5666}
            .rk{stroke-width:2}
            .rk.a{fill:#b3261e;stroke:#b3261e}
            .rk.b{fill:#fff4d6;stroke:#7a4f00}
            .rk.c{fill:#fff;stroke:#7b8794}
            .rt{font-size:12px;font-weight:700;text-anchor:middle;fill:#4a5666}
            .rt.a{fill:#fff}
            .rt.b{fill:#7a4f00}
            """;

    static final List<Entry> LEGEND =
            List.of(
                    entry(Shape.WORK, new Text("岗位办理", "Work of a post")),
                    entry(Shape.COLLECTIVE, new Text("集体审议", "Collective decision")),
                    entry(Shape.SITE_CHECK, new Text("现场核查", "Site check")),
                    entry(Shape.QUESTION, new Text("判断", "Question")),
                    entry(Shape.WAIT, new Text("等待申请人（停表）", "Waits for applicant (clock stopped)")),
                    entry(Shape.PUBLIC, new Text("对外公开", "Made public")),
                    entry(Shape.REFUSAL, new Text("不予", "Refusal")));

    static final Text GRADES =
            new Text(
                    "风险等级：A 高，B 较高，C 一般。粗线框为当前环节；粗短线为并行分开与汇合。",
                    "Risk: A high, B raised, C ordinary. Thick outline: current step. Short bar: parallel branches part or join.");

    private StandaloneSvg() {}

    static Entry entry(Shape shape, Text words) {
        return new Entry(box -> SvgShapes.outline(shape, box, false), words);
    }

    static String render(ChartSheet sheet) {
        var height = sheet.height() + HEAD + FOOT;
        var out = new StringBuilder();
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        .formatted(sheet.width(), height, sheet.width(), height));
        out.append(
                " role=\"img\" lang=\"%s\" aria-labelledby=\"ft-chart fd-chart\">\n"
                        .formatted(sheet.lang().tag()));
        out.append(head(sheet, "chart"));
        out.append("<style>\n").append(STYLE).append(sheet.style()).append("</style>\n");
        out.append(
                "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n"
                        .formatted(sheet.width(), height));
        title(out, sheet);
        out.append("<g transform=\"translate(0 %d)\">\n".formatted(HEAD))
                .append(sheet.heading())
                .append(sheet.body())
                .append("</g>\n");
        legend(out, sheet, HEAD + sheet.height() + 18);
        return out.append("</svg>\n").toString();
    }

    /// A fragment for a page whose stylesheet has the classes.
    ///
    /// @param id part of the ids of name and description
    static String inline(ChartSheet sheet, String id) {
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" lang=\"%s\" aria-labelledby=\"ft-%s fd-%s\">\n%s%s%s</svg>\n"
                .formatted(
                        sheet.width(),
                        sheet.height(),
                        sheet.lang().tag(),
                        id,
                        id,
                        head(sheet, id),
                        sheet.heading(),
                        sheet.body());
    }

    /// Name and full sentence, for those who do not see the drawing.
    private static String head(ChartSheet sheet, String id) {
        return "<title id=\"ft-%s\">%s</title>\n<desc id=\"fd-%s\">%s</desc>\n"
                .formatted(
                        id,
                        SvgText.escaped(sheet.lang().of(sheet.title())),
                        id,
                        SvgText.escaped(sheet.lang().of(sheet.summary())));
    }

    private static void title(StringBuilder out, ChartSheet sheet) {
        var words =
                TextFit.wrap(
                                TextFit.clean(sheet.lang().of(sheet.title())),
                                18,
                                sheet.width() - 32,
                                1)
                        .getFirst();
        out.append(FlowChartSvg.text("th", "", 16, 30, words)).append('\n');
        out.append(FlowChartSvg.text("tl", "", 16, 51, sheet.code() + sheet.versionWords()))
                .append('\n');
    }

    private static void legend(StringBuilder out, ChartSheet sheet, int top) {
        var lang = sheet.lang();
        var x = 16;
        var y = top;
        for (var entry : sheet.legend()) {
            var words = lang.of(entry.words());
            var needed = 40 + TextFit.width(words, 12.5) + 20;
            if (x + needed > sheet.width()) {
                x = 16;
                y += 24;
            }
            out.append(entry.art().in(new Box(x, y, 32, 16)));
            out.append(FlowChartSvg.text("tl", "", x + 40, y + 12.5, words)).append('\n');
            x += needed;
        }
        out.append(FlowChartSvg.text("tl", "", 16, y + 38, lang.of(sheet.note()))).append('\n');
    }
}
