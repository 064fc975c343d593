package org.guiju.formats.bpmn;

import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.bpmn.BpmnGraph.Node;
import org.guiju.formats.chart.Diagram;
import org.guiju.formats.chart.Diagram.Area;
import org.guiju.formats.chart.Lang;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskChart.Point;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;

/// 风险防控图的 BPMN: BPMN has no risk, but it has a note tied to a task. The notes stand in rows below the flow in the order of the
/// steps, each under its task's number and name; lines to them would cross the flow, so the tie is in the model and not in the drawing.
final class BpmnRisks {
    private static final int WIDTH = 264;
    private static final int GAP = 60;
    private static final int BETWEEN = 24;
    private static final int LINE = 15;

    /// Characters of the double width of a Chinese one that fit a line of a note.
    private static final int FULL = 19;

    private BpmnRisks() {}

    /// 批注.
    ///
    /// @param task id of the task that it belongs to
    record Note(String id, String task, String words, Area area) {}

    /// One note a risk point; none covers a shape or another note.
    static List<Note> of(
            RiskChart chart, Situation situation, List<Node> nodes, Diagram diagram, Lang lang) {
        var shapes = diagram.shapes();
        int left = shapes.stream().mapToInt(Area::x).min().orElse(0);
        int right = shapes.stream().mapToInt(a -> a.x() + a.width()).max().orElse(0);
        int y = shapes.stream().mapToInt(a -> a.y() + a.height()).max().orElse(0) + GAP;
        for (var line : diagram.lines()) {
            for (var point : line.points()) {
                y = Math.max(y, point.getLast() + GAP);
            }
        }
        int columns = Math.max(1, (right - left + BETWEEN) / (WIDTH + BETWEEN));
        var notes = new ArrayList<Note>();
        int tallest = 0;
        int column = 0;
        for (var line : chart.lines()) {
            var point = line.point();
            if (point == null) {
                continue;
            }
            if (column == columns) {
                y += tallest + BETWEEN;
                tallest = 0;
                column = 0;
            }
            var task = task(nodes, situation.steps().get(chart.lines().indexOf(line)));
            var words =
                    line.number() + " " + lang.of(line.node().title()) + "\n" + words(point, lang);
            int height = height(words);
            var area = new Area(left + column * (WIDTH + BETWEEN), y, WIDTH, height);
            notes.add(new Note("risk-" + task, task, words, area));
            tallest = Math.max(tallest, height);
            column++;
        }
        return List.copyOf(notes);
    }

    private static String task(List<Node> nodes, Step step) {
        return nodes.stream().filter(n -> step.equals(n.step())).findFirst().orElseThrow().id();
    }

    private static String words(Point point, Lang lang) {
        var zh = lang == Lang.ZH;
        var colon = zh ? "：" : ": ";
        return String.join(
                "\n",
                lang.of(point.name()) + colon + lang.of(point.how()),
                (zh ? "控制" : "Control")
                        + colon
                        + lang.of(point.rule())
                        + (zh ? "（" : " (")
                        + point.control()
                        + (zh ? "）" : ")"),
                (zh ? "防控措施" : "Measure") + colon + lang.of(point.measure()),
                (zh ? "责任岗位" : "Post") + colon + lang.of(point.post()));
    }

    private static int height(String words) {
        int lines = 0;
        for (var line : words.split("\n", -1)) {
            int halves = line.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
            lines += Math.max(1, (halves + FULL * 2 - 1) / (FULL * 2));
        }
        return lines * LINE + 12;
    }
}
