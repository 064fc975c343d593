package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.shared.Text;

/// 风险防控图的文字版: the same rows in the same order as the drawing, for readers, terminals and phones.
public final class RiskChartText {
    private static final Text NONE = new Text("未登记风险点", "no risk recorded");
    private static final List<Text> HEAD =
            List.of(
                    new Text("环节", "Step"),
                    new Text("等级", "Grade"),
                    new Text("风险表现", "How the risk shows"),
                    new Text("控制规则", "Rule that controls it"),
                    new Text("防控措施", "What else prevents it"),
                    new Text("责任岗位", "Responsible post"));

    private RiskChartText() {}

    /// @return UTF-8 text that a terminal shows in columns and a Markdown reader as a table
    public static String render(RiskChart chart, Lang lang) {
        var out = new StringBuilder();
        FlowChartText.line(out, lang.of(chart.title()));
        FlowChartText.line(
                out,
                chart.code()
                        + (lang == Lang.ZH
                                ? " · 第 " + chart.version() + " 版"
                                : " · version " + chart.version()));
        FlowChartText.line(out, lang.of(chart.summary()));
        out.append('\n');
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD.stream().map(lang::of).toList());
        for (var line : chart.lines()) {
            var point = line.point();
            var name = FlowChartText.cell(line.number() + " " + lang.of(line.node().title()));
            rows.add(
                    point == null
                            ? List.of(name, "—", lang.of(NONE), "—", "—", "—")
                            : List.of(
                                    name,
                                    FlowChartText.cell(lang.of(point.name())),
                                    FlowChartText.cell(lang.of(point.how())),
                                    FlowChartText.cell(lang.of(point.rule())),
                                    FlowChartText.cell(lang.of(point.measure())),
                                    FlowChartText.cell(lang.of(point.post()))));
        }
        FlowChartText.columns(out, rows);
        return out.toString();
    }
}
