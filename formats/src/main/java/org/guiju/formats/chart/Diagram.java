package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.guiju.formats.chart.ChartLayout.Label;
import org.guiju.formats.chart.ChartLayout.Placed;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.jspecify.annotations.Nullable;

/// 图形交换: the places of our own layout for somebody else's notation, whose events and decisions are drawn smaller than ours and
/// carry their words beside them.
///
/// @param shapes in the order of the model's nodes
/// @param lines in the order of the model's edges
public record Diagram(List<Area> shapes, List<@Nullable Area> names, List<Way> lines) {
    private static final int EVENT = 36;
    private static final int DECISION = 50;
    private static final int TIMER = 26;
    private static final int NAME_HEIGHT = 14;

    public Diagram {
        shapes = List.copyOf(shapes);
        names = java.util.Collections.unmodifiableList(names);
        lines = List.copyOf(lines);
    }

    /// A rectangle in pixels.
    public record Area(int x, int y, int width, int height) {}

    /// A line along right angles.
    ///
    /// @param points x and y of each corner
    /// @param label where its words stand; null where it has none
    /// @param timer the circle on the border of the node from which it starts; null where there is none
    public record Way(List<List<Integer>> points, @Nullable Area label, @Nullable Area timer) {}

    /// @param timers places of the edges that start from a timer on the border of their node
    public static Diagram of(ChartModel model, Lang lang, Set<Integer> timers) {
        var layout = ChartSearch.layout(model, lang);
        var lines = layout.lines();
        var circles = new ArrayList<ChartLayout.Box>();
        var ways = new ArrayList<List<ChartLayout.Point>>();
        for (var e = 0; e < lines.size(); e++) {
            var points = new ArrayList<>(lines.get(e).points());
            var from = node(layout, lines.get(e).edge().from());
            var to = node(layout, lines.get(e).edge().to());
            points.set(0, moved(from, points.getFirst(), points.get(1)));
            points.set(
                    points.size() - 1, moved(to, points.getLast(), points.get(points.size() - 2)));
            if (timers.contains(e)) {
                var at = points.getFirst();
                circles.add(
                        new ChartLayout.Box(at.x() - TIMER / 2, at.y() - TIMER / 2, TIMER, TIMER));
                var dx = Integer.signum(points.get(1).x() - at.x());
                var dy = Integer.signum(points.get(1).y() - at.y());
                points.set(
                        0, new ChartLayout.Point(at.x() + dx * TIMER / 2, at.y() + dy * TIMER / 2));
            } else {
                circles.add(null);
            }
            ways.add(points);
        }
        var labels = labels(model, layout, ways, circles, lang);
        return new Diagram(
                layout.nodes().stream().map(n -> area(small(n))).toList(),
                names(layout, ways),
                IntStream.range(0, lines.size())
                        .mapToObj(e -> way(ways.get(e), labels.get(e), circles.get(e)))
                        .toList());
    }

    private static Way way(
            List<ChartLayout.Point> points,
            @Nullable Label label,
            ChartLayout.@Nullable Box timer) {
        return new Way(
                points.stream().map(p -> List.of(p.x(), p.y())).toList(),
                label == null ? null : area(label.box()),
                timer == null ? null : area(timer));
    }

    /// The words of each edge placed anew, off the timers.
    private static List<@Nullable Label> labels(
            ChartModel model,
            ChartLayout layout,
            List<List<ChartLayout.Point>> ways,
            List<ChartLayout.Box> circles,
            Lang lang) {
        var lines = new ArrayList<ChartLayout.Line>();
        for (var e = 0; e < ways.size(); e++) {
            lines.add(new ChartLayout.Line(layout.lines().get(e).edge(), ways.get(e)));
        }
        var labels =
                new ChartLabels(
                                new ChartGraph(model),
                                layout.nodes(),
                                lines,
                                circles.stream().filter(c -> c != null).toList(),
                                new ChartLayout.Box(2, 2, layout.width() - 4, layout.height() - 4),
                                lang)
                        .labels()
                        .iterator();
        var out = new ArrayList<@Nullable Label>();
        for (var edge : model.edges()) {
            out.add(edge.label() == null ? null : labels.next());
        }
        return out;
    }

    /// The end of a line carried on, or back, to the border of the smaller shape.
    private static ChartLayout.Point moved(
            Placed placed, ChartLayout.Point at, ChartLayout.Point next) {
        var box = small(placed);
        var x = box.x() + box.width() / 2;
        var y = box.y() + box.height() / 2;
        if (at.y() == next.y()) {
            return new ChartLayout.Point(next.x() > x ? box.x() + box.width() : box.x(), at.y());
        }
        return new ChartLayout.Point(at.x(), next.y() > y ? box.y() + box.height() : box.y());
    }

    private static ChartLayout.Box small(Placed placed) {
        var b = placed.box();
        return switch (placed.node().shape()) {
            case START_END -> centred(b, EVENT);
            case QUESTION -> centred(b, DECISION);
            case WORK, COLLECTIVE, SITE_CHECK, WAIT, PUBLIC, REFUSAL -> b;
        };
    }

    private static ChartLayout.Box centred(ChartLayout.Box b, int size) {
        return new ChartLayout.Box(
                b.x() + b.width() / 2 - size / 2, b.y() + b.height() / 2 - size / 2, size, size);
    }

    /// Words of events below or above, where no line leaves; words of decisions in a corner that the diamond leaves free.
    private static List<@Nullable Area> names(
            ChartLayout layout, List<List<ChartLayout.Point>> ways) {
        var out = new ArrayList<@Nullable Area>();
        for (var placed : layout.nodes()) {
            var b = small(placed);
            var words = placed.content().title();
            if (words.isEmpty() || b.equals(placed.box())) {
                out.add(null);
                continue;
            }
            var width = TextFit.width(String.join("", words), 11);
            var x = b.x() + b.width() / 2;
            if (placed.node().shape() == Shape.QUESTION) {
                out.add(new Area(x - 8 - width, b.y() - NAME_HEIGHT - 1, width, NAME_HEIGHT));
                continue;
            }
            var below = new ChartLayout.Point(x, b.y() + b.height());
            var taken = ways.stream().anyMatch(w -> w.contains(below));
            out.add(
                    new Area(
                            x - width / 2,
                            taken ? b.y() - NAME_HEIGHT - 1 : b.y() + b.height() + 1,
                            width,
                            NAME_HEIGHT));
        }
        return out;
    }

    private static Placed node(ChartLayout layout, String id) {
        return layout.nodes().stream()
                .filter(n -> n.node().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Area area(ChartLayout.Box b) {
        return new Area(b.x(), b.y(), b.width(), b.height());
    }
}
