package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartRow;
import org.guiju.kernel.shared.Text;

/// 流程图的文字版: the same steps under the same numbers as the drawing, for readers, terminals and phones. A table with what
/// fits into columns, then what each step needs sentences for.
public final class FlowChartText {
    private static final Text STEP = new Text("环节", "Step");
    private static final Text POST = new Text("承办岗位", "Post");
    private static final Text BEFORE = new Text("前置环节", "Comes from");
    private static final Text LIMIT = new Text("办理时限", "Limit");
    private static final Text RISK = new Text("风险", "Risk");
    private static final Text NEXT = new Text("去向", "Leads to");
    private static final Text HOW = new Text("风险表现", "How the risk shows");
    private static final Text MEASURE = new Text("防控措施", "What prevents it");
    private static final Text RIGHTS = new Text("相对人权利", "Rights");
    private static final Text COMPLAINT = new Text("投诉举报", "Complaints");
    private static final Text CONDITIONS = new Text("办理条件", "Conditions");
    private static final Text DETAILS = new Text("各环节说明", "Each step");

    private FlowChartText() {}

    /// @return UTF-8 text that a terminal shows in columns and a Markdown reader as a table
    public static String render(ChartModel model, Lang lang) {
        var out = new StringBuilder();
        line(out, lang.of(model.title()));
        var version =
                lang == Lang.ZH
                        ? " · 第 " + model.version() + " 版"
                        : " · version " + model.version();
        line(out, model.code() + version);
        out.append('\n');
        if (!model.conditions().isEmpty()) {
            line(out, lang.of(CONDITIONS));
            for (var i = 0; i < model.conditions().size(); i++) {
                line(
                        out,
                        "  " + (i + 1) + ". " + TextFit.clean(lang.of(model.conditions().get(i))));
            }
            out.append('\n');
        }
        table(out, model.rows(), lang);
        out.append('\n');
        line(out, lang.of(DETAILS));
        model.rows().forEach(row -> details(out, row, lang));
        return out.toString();
    }

    private static void table(StringBuilder out, List<ChartRow> rows, Lang lang) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(STEP, POST, BEFORE, LIMIT, RISK, NEXT).stream().map(lang::of).toList());
        for (var row : rows) {
            var grade = row.grade();
            lines.add(
                    List.of(
                            cell(row.number() + " " + lang.of(row.name())),
                            cell(lang.of(row.post())),
                            cell(lang.of(row.before())),
                            cell(lang.of(row.limit())),
                            grade == null ? "—" : grade.name(),
                            cell(lang.of(row.next()))));
        }
        columns(out, lines);
    }

    /// Rows as columns of equal width; the first is the head.
    static void columns(StringBuilder out, List<List<String>> lines) {
        var widths = new int[lines.getFirst().size()];
        lines.forEach(l -> {
            for (var c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], columns(l.get(c)));
            }
        });
        for (var l = 0; l < lines.size(); l++) {
            for (var c = 0; c < widths.length; c++) {
                var words = lines.get(l).get(c);
                out.append("| ").append(words).repeat(" ", widths[c] - columns(words) + 1);
            }
            out.append("|\n");
            for (var c = 0; l == 0 && c < widths.length; c++) {
                out.append("|")
                        .repeat("-", widths[c] + 2)
                        .append(c == widths.length - 1 ? "|\n" : "");
            }
        }
    }

    private static void details(StringBuilder out, ChartRow row, Lang lang) {
        line(out, row.number() + " " + lang.of(row.name()));
        detail(out, HOW, row.how(), lang);
        detail(out, MEASURE, row.measure(), lang);
        detail(out, RIGHTS, row.rights(), lang);
        detail(out, COMPLAINT, row.complaint(), lang);
    }

    private static void detail(StringBuilder out, Text name, Text words, Lang lang) {
        line(
                out,
                "  "
                        + lang.of(name)
                        + (lang == Lang.ZH ? "：" : ": ")
                        + TextFit.clean(lang.of(words)));
    }

    /// A line without what could move a terminal's cursor; its indent stays.
    static void line(StringBuilder out, String words) {
        out.append(words.startsWith("  ") ? "  " : "").append(TextFit.clean(words)).append('\n');
    }

    static String cell(String words) {
        return TextFit.clean(words).replace("|", "\\|");
    }

    /// Columns on a terminal: two for a Chinese character.
    private static int columns(String words) {
        return words.codePoints()
                .map(cp ->
                        Character.getType(cp) == Character.NON_SPACING_MARK
                                ? 0
                                : cp >= 0x2E80 ? 2 : 1)
                .sum();
    }
}
