package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartLayout.Line;
import org.guiju.formats.chart.ChartLayout.Placed;
import org.guiju.formats.chart.ChartLayout.Point;
import org.guiju.kernel.powers.ChartModel.Shape;

/// 图形: outlines by class alone; colours belong to the stylesheet, so that a strict content policy holds.
final class SvgShapes {
    private static final int HEAD = 8;

    private SvgShapes() {}

    static String outline(Shape shape, Box b, boolean now) {
        var current = now ? " now" : "";
        // the legend shows the same shapes, small
        var small = b.height() < 40;
        var bar = small ? 4 : 6;
        var cut = small ? 6 : 16;
        var wave = small ? 3 : ChartLayout.WAVE;
        var round = small ? 2 : 4;
        return switch (shape) {
            case START_END -> rect("n end" + current, b, b.height() / 2);
            case WORK -> rect("n" + current, b, round);
            case WAIT -> rect("n wait" + current, b, round);
            case REFUSAL -> rect("n no" + current, b, round);
            case COLLECTIVE ->
                    rect("n" + current, b, round)
                            + rect("n bar", new Box(b.x(), b.y(), bar, b.height()), 0)
                            + rect(
                                    "n bar",
                                    new Box(b.x() + b.width() - bar, b.y(), bar, b.height()),
                                    0);
            case SITE_CHECK -> cutCorner("n" + current, b, cut);
            case QUESTION -> diamond("n ask" + current, b);
            case PUBLIC -> wavyFoot("n pub" + current, b, wave);
        };
    }

    private static String cutCorner(String kind, Box b, int cut) {
        var right = b.x() + b.width();
        var edge = List.of("M", b.x(), b.y(), "H", right - cut, "L", right, b.y() + cut);
        return path(kind, edge, List.of("V", b.y() + b.height(), "H", b.x(), "z"))
                + path("n", List.of("M", right - cut, b.y(), "v", cut, "h", cut));
    }

    private static String diamond(String kind, Box b) {
        var x = b.x() + b.width() / 2;
        var y = b.y() + b.height() / 2;
        var upper = List.of("M", x, b.y(), "L", b.x() + b.width(), y);
        return path(kind, upper, List.of("L", x, b.y() + b.height(), "L", b.x(), y, "z"));
    }

    private static String wavyFoot(String kind, Box b, int wave) {
        var swing = b.width() / 2;
        var upper = List.of("M", b.x(), b.y(), "h", b.width(), "v", b.height() - wave);
        return path(
                kind, upper, List.of("q", -swing / 2, 2 * wave, -swing, 0, "t", -swing, 0, "z"));
    }

    static String rect(String kind, Box b, int radius) {
        return "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"%s/>"
                .formatted(
                        kind,
                        b.x(),
                        b.y(),
                        b.width(),
                        b.height(),
                        radius > 0 ? " rx=\"" + radius + "\"" : "");
    }

    /// Letters and numbers of a path; two numbers in a row are kept apart by a blank.
    static String path(String kind, List<?>... parts) {
        var form = new StringBuilder();
        for (var part : parts) {
            for (var word : part) {
                var apart = word instanceof Integer && Character.isDigit(last(form));
                form.append(apart ? " " : "").append(word);
            }
        }
        return "<path class=\"%s\" d=\"%s\"/>".formatted(kind, form);
    }

    private static char last(StringBuilder form) {
        return form.isEmpty() ? ' ' : form.charAt(form.length() - 1);
    }

    /// The disc with the risk letter: A is solid, B has a double ring, C a thin one, so that it reads in black and white.
    static String mark(Placed placed) {
        var grade = placed.node().grade();
        if (grade == null) {
            return "";
        }
        var kind = grade.name().toLowerCase(Locale.ROOT);
        var x = placed.box().x() + placed.box().width();
        var y = placed.box().y();
        var disc =
                switch (grade) {
                    case A, C -> circle(kind, x, y, "11");
                    case B -> circle(kind, x, y, "12") + circle(kind, x, y, "8.5");
                };
        return disc
                + "<text class=\"rt %s\" x=\"%d\" y=\"%s\">%s</text>"
                        .formatted(kind, x, y + 4 + ".5", grade.name());
    }

    private static String circle(String kind, int x, int y, String radius) {
        return "<circle class=\"rk %s\" cx=\"%d\" cy=\"%d\" r=\"%s\"/>"
                .formatted(kind, x, y, radius);
    }

    /// Every line once: where two run together, the later one is drawn only as far as it runs alone, because two strokes
    /// on top of each other look thicker than one.
    static List<String> lines(List<Line> lines) {
        var out = new ArrayList<String>();
        for (var e = 0; e < lines.size(); e++) {
            var way = lines.get(e).points();
            var earlier = lines.subList(0, e).stream().map(Line::points).toList();
            var rest =
                    alone(
                                    alone(way, earlier).reversed(),
                                    earlier.stream().map(List::reversed).toList())
                            .reversed();
            if (rest.size() > 1) {
                out.add(line(rest, rest.getLast().equals(way.getLast())));
            }
        }
        return out;
    }

    private static List<Point> alone(List<Point> way, List<List<Point>> others) {
        var rest = way;
        var longest = 0;
        for (var other : others) {
            var parting = Ways.parting(way, other);
            if (parting.isPresent() && parting.get().distance() > longest) {
                longest = parting.get().distance();
                rest = Ways.after(way, parting.get());
            }
        }
        return rest;
    }

    /// A line that stops at the foot of its arrow's head, and the head itself: no marker, because the ids of markers
    /// collide where one page shows two charts.
    static String line(List<Point> points, boolean head) {
        var tip = points.getLast();
        var before = points.get(points.size() - 2);
        var dx = Integer.signum(tip.x() - before.x());
        var dy = Integer.signum(tip.y() - before.y());
        var foot = head ? new Point(tip.x() - dx * HEAD, tip.y() - dy * HEAD) : tip;
        var way =
                new StringBuilder("M")
                        .append(points.getFirst().x())
                        .append(' ')
                        .append(points.getFirst().y());
        for (var i = 1; i < points.size(); i++) {
            var p = i == points.size() - 1 ? foot : points.get(i);
            way.append(points.get(i).y() == points.get(i - 1).y() ? "H" + p.x() : "V" + p.y());
        }
        var stroke = path("e", List.of(way));
        return !head
                ? stroke
                : stroke
                        + "<path class=\"eh\" fill=\"#4a5666\" d=\"M%d %dL%d %dL%d %dz\"/>"
                                .formatted(
                                        tip.x(),
                                        tip.y(),
                                        foot.x() - dy * 5,
                                        foot.y() - dx * 5,
                                        foot.x() + dy * 5,
                                        foot.y() + dx * 5);
    }
}
