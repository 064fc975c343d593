package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.kernel.powers.ChartModel.Grade;

/// 等级标识: told apart by outline and filling, so that black and white print says as much as colour. The gravest is a solid octagon,
/// the middle one a diamond with a double outline, the least a plain ring; beside the words a solid, a hatched, an empty bar.
final class RiskMarks {
    private RiskMarks() {}

    static String mark(Grade grade, String words, int x, int y, int size) {
        var kind = "rk " + low(grade);
        var shape =
                switch (grade) {
                    case A -> octagon(kind, x, y, size);
                    case B -> diamond(kind, x, y, size + 8) + diamond(kind, x, y, size + 2);
                    case C -> ring(kind, x, y, size);
                };
        return shape
                + FlowChartSvg.text(
                        "rt " + low(grade), "", x, y + (words.length() > 1 ? 4 : 4.5), words);
    }

    /// The bar at the left border of a card.
    static String bar(Grade grade, Box b) {
        var frame = SvgShapes.rect("rxb " + low(grade), b, 0);
        if (grade != Grade.B) {
            return frame;
        }
        var strokes = new ArrayList<Object>();
        for (var y = b.y(); y + b.width() <= b.y() + b.height(); y += 6) {
            strokes.addAll(List.of("M", b.x(), y + b.width(), "L", b.x() + b.width(), y));
        }
        return frame + SvgShapes.path("rxh", strokes);
    }

    /// For the legend: bar and mark as small as its signs are.
    static String sign(Grade grade, String words, Box b) {
        return bar(grade, new Box(b.x(), b.y() - 3, 6, 22))
                + mark(grade, words, b.x() + 22, b.y() + 8, 18);
    }

    static String low(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    private static String octagon(String kind, int x, int y, int size) {
        var r = size / 2;
        var c = size * 3 / 10;
        return SvgShapes.path(
                kind,
                List.of("M", x - r, y - r + c, "L", x - r + c, y - r, "H", x + r - c),
                List.of("L", x + r, y - r + c, "V", y + r - c, "L", x + r - c, y + r),
                List.of("H", x - r + c, "L", x - r, y + r - c, "z"));
    }

    private static String diamond(String kind, int x, int y, int size) {
        var r = size / 2;
        return SvgShapes.path(
                kind, List.of("M", x, y - r, "L", x + r, y, "L", x, y + r, "L", x - r, y, "z"));
    }

    private static String ring(String kind, int x, int y, int size) {
        return "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>"
                .formatted(kind, x, y, size / 2 - 1);
    }
}
