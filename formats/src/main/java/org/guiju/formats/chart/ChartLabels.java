package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartLayout.Label;
import org.guiju.formats.chart.ChartLayout.Line;
import org.guiju.formats.chart.ChartLayout.Placed;
import org.guiju.formats.chart.ChartLayout.Point;

/// 连线文字: beside the line, as near to its start as nothing else stands.
final class ChartLabels {
    private static final int HEIGHT = 14;

    private final ChartGraph graph;
    private final List<Line> lines;
    private final Lang lang;
    private final Box page;
    private final List<Box> taken = new ArrayList<>();

    ChartLabels(
            ChartGraph graph,
            List<Placed> nodes,
            List<Line> lines,
            List<Box> bars,
            Box page,
            Lang lang) {
        this.graph = graph;
        this.lines = lines;
        this.lang = lang;
        this.page = page;
        for (var placed : nodes) {
            taken.add(placed.box().grown(2));
            if (placed.node().grade() != null) {
                taken.add(placed.mark());
            }
        }
        bars.forEach(b -> taken.add(b.grown(1)));
    }

    List<Label> labels() {
        var out = new ArrayList<Label>();
        for (var e = 0; e < lines.size(); e++) {
            var label = graph.edges.get(e).label();
            if (label == null || saidAlready(e)) {
                continue;
            }
            var words =
                    TextFit.wrap(TextFit.clean(lang.of(label)), NodeBox.NOTE, NodeBox.WIDTH, 1)
                            .getFirst();
            var box = place(e, TextFit.width(words, NodeBox.NOTE));
            taken.add(box);
            out.add(new Label(words, box));
        }
        return out;
    }

    /// The branches of a fork have one word between them, on their common stretch.
    private boolean saidAlready(int e) {
        for (var f = 0; f < e; f++) {
            if (graph.forked(e, f)
                    && lines.get(f).points().getFirst().equals(lines.get(e).points().getFirst())) {
                return true;
            }
        }
        return false;
    }

    private Box place(int e, int width) {
        var places = places(lines.get(e).points(), width);
        for (var place : places) {
            if (free(place) && lines.stream().noneMatch(l -> covers(place, l))) {
                return place;
            }
        }
        for (var place : places) {
            if (free(place)) {
                return place;
            }
        }
        // Two short lines side by side: the second word goes a row further off.
        for (var place : places) {
            for (var off : List.of(-HEIGHT - 2, HEIGHT + 2)) {
                var further = new Box(place.x(), place.y() + off, place.width(), place.height());
                if (free(further)) {
                    return further;
                }
            }
        }
        return places.getFirst();
    }

    private boolean free(Box place) {
        return page.holds(place) && taken.stream().noneMatch(place::meets);
    }

    private static boolean covers(Box place, Line line) {
        for (var i = 1; i < line.points().size(); i++) {
            var a = line.points().get(i - 1);
            var b = line.points().get(i);
            var stretch =
                    new Box(
                            Math.min(a.x(), b.x()),
                            Math.min(a.y(), b.y()),
                            Math.abs(a.x() - b.x()) + 1,
                            Math.abs(a.y() - b.y()) + 1);
            if (place.meets(stretch)) {
                return true;
            }
        }
        return false;
    }

    private static List<Box> places(List<Point> points, int width) {
        var out = new ArrayList<Box>();
        for (var i = 1; i < points.size(); i++) {
            var a = points.get(i - 1);
            var b = points.get(i);
            if (a.y() == b.y()) {
                across(out, a.x(), b.x(), a.y(), width);
            } else {
                upright(out, a.x(), a.y(), b.y(), width);
            }
        }
        return out;
    }

    private static void across(List<Box> out, int from, int to, int y, int width) {
        var sign = Integer.signum(to - from);
        var length = Math.abs(to - from);
        for (var at = length < width + 30 ? -4 : 0; at <= 0 || at + width <= length; at += 4) {
            // the arrow's head takes the last pixels, so words sit a little towards the start
            var middle = at < 0 ? (length - 6) / 2 : at + width / 2 + 3;
            var left = from + sign * middle - width / 2;
            out.add(new Box(left, y - HEIGHT - 3, width, HEIGHT));
            out.add(new Box(left, y + 4, width, HEIGHT));
        }
    }

    private static void upright(List<Box> out, int x, int from, int to, int width) {
        var sign = Integer.signum(to - from);
        var length = Math.abs(to - from);
        for (var at = length < HEIGHT + 30 ? -4 : 0; at <= 0 || at + HEIGHT <= length; at += 4) {
            var middle = at < 0 ? (length - 6) / 2 : at + HEIGHT / 2 + 5;
            var top = from + sign * middle - HEIGHT / 2;
            out.add(new Box(x + 7, top, width, HEIGHT));
            out.add(new Box(x - 7 - width, top, width, HEIGHT));
        }
    }
}
