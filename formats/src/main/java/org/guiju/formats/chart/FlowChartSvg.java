package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartLayout.Label;
import org.guiju.formats.chart.ChartLayout.Placed;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.guiju.kernel.shared.Text;

/// 权力运行流程图 as SVG. One model gives one sequence of bytes.
public final class FlowChartSvg {

    /// More steps than anybody reads as a drawing; beyond it the drawing says so and the table speaks.
    public static final int MAX_STEPS = 100;

    private static final int MAX_LINES = 3 * MAX_STEPS;

    private static final Text TOO_LONG =
            new Text("环节过多，不宜绘图，请看文字版。", "Too many steps for a drawing: see the table.");

    private FlowChartSvg() {}

    /// @param currentSteps ids of steps that are drawn with a thick outline; empty for a chart that shows no case
    /// @param standalone a file of its own, with title block, legend and colours; otherwise a fragment for a page whose
    ///     stylesheet has the classes, without style attributes
    /// @return UTF-8 text that begins with `<svg`
    public static String render(
            ChartModel model, Lang lang, Optional<Set<String>> currentSteps, boolean standalone) {
        var sheet = sheet(model, lang, currentSteps.orElse(Set.of()));
        return standalone
                ? StandaloneSvg.render(sheet)
                : StandaloneSvg.inline(
                        sheet,
                        SvgText.id(
                                model.code().value()
                                        + "-"
                                        + model.version()
                                        + "-"
                                        + model.situation()));
    }

    static ChartSheet sheet(ChartModel model, Lang lang, Set<String> current) {
        var layout = layout(model, lang);
        return new ChartSheet(
                model.title(),
                model.summary(),
                model.code(),
                model.version(),
                lang,
                layout.width(),
                layout.height(),
                body(layout, lang, current),
                cuts(layout),
                "",
                0,
                StandaloneSvg.LEGEND,
                StandaloneSvg.GRADES,
                "");
    }

    /// Heights at which neither a node nor a word is cut; lines may be, at right angles.
    private static List<Integer> cuts(ChartLayout layout) {
        var out = new ArrayList<Integer>();
        for (var y = 1; y < layout.height(); y++) {
            var at = y;
            var across = new Box(0, at - 4, layout.width(), 8);
            var free =
                    layout.nodes().stream()
                                    .noneMatch(n ->
                                            across.meets(n.box())
                                                    || n.node().grade() != null
                                                            && across.meets(n.mark()))
                            && layout.labels().stream().noneMatch(l -> across.meets(l.box()))
                            && layout.bars().stream().noneMatch(across::meets)
                            && layout.lines().stream().noneMatch(l -> level(l, at));
            if (free) {
                out.add(at);
            }
        }
        out.add(layout.height());
        return out;
    }

    /// Whether some stretch of the line runs along the cut.
    private static boolean level(ChartLayout.Line line, int y) {
        for (var i = 1; i < line.points().size(); i++) {
            var a = line.points().get(i - 1);
            var b = line.points().get(i);
            if (a.y() == b.y() && Math.abs(a.y() - y) < 6) {
                return true;
            }
        }
        return false;
    }

    private static ChartLayout layout(ChartModel model, Lang lang) {
        if (model.rows().size() <= MAX_STEPS && model.edges().size() <= MAX_LINES) {
            return ChartSearch.layout(model, lang);
        }
        var notice = new Label(lang.of(TOO_LONG), new Box(16, 24, ChartGeometry.PAGE - 32, 14));
        return new ChartLayout(
                ChartGeometry.PAGE, 64, List.of(), List.of(), List.of(notice), List.of());
    }

    private static String body(ChartLayout layout, Lang lang, Set<String> current) {
        var out = new StringBuilder();
        // lines first, so that a node always lies on top
        SvgShapes.lines(layout.lines()).forEach(l -> out.append(l).append("\n"));
        layout.bars().forEach(b -> out.append(SvgShapes.rect("n bar", b, 0)).append('\n'));
        layout.nodes().forEach(n -> out.append(node(n, lang, current)).append('\n'));
        layout.labels().forEach(l -> out.append(label(l)).append('\n'));
        return out.toString();
    }

    static String node(Placed placed, Lang lang, Set<String> current) {
        var node = placed.node();
        var box = placed.box();
        var content = placed.content();
        var out = new StringBuilder("<g>");
        if (content.cut()) {
            out.append("<title>").append(SvgText.escaped(lang.of(node.title()))).append("</title>");
        }
        var step = node.step();
        out.append(SvgShapes.outline(node.shape(), box, step != null && current.contains(step)));
        var x = box.x() + box.width() / 2;
        var middle = box.y() + box.height() / 2.0 - (node.shape() == Shape.PUBLIC ? 4 : 0);
        var top = middle - content.textHeight() / 2.0;
        var kind = node.shape() == Shape.START_END ? "t1 w" : "t1";
        var foreign = lang.lacks(node.title()) ? " lang=\"zh-CN\"" : "";
        for (var line : content.title()) {
            out.append(text(kind, foreign, x, top + 14.5, line));
            top += NodeBox.TITLE_LINE;
        }
        top += NodeBox.GAP;
        for (var line : content.notes()) {
            out.append(text("t2", "", x, top + 12.5, line));
            top += NodeBox.NOTE_LINE;
        }
        return out.append(SvgShapes.mark(placed)).append("</g>").toString();
    }

    static String label(Label label) {
        var box = label.box();
        return text("t2", "", box.x() + box.width() / 2, box.y() + 11.5, label.words());
    }

    static String text(String kind, String attributes, int x, double y, String words) {
        var at = y == Math.rint(y) ? Integer.toString((int) y) : Double.toString(y);
        return "<text class=\"%s\"%s x=\"%d\" y=\"%s\">%s</text>"
                .formatted(kind, attributes, x, at, SvgText.escaped(words));
    }
}
