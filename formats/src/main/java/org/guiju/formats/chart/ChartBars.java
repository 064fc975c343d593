package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartLayout.Line;
import org.guiju.formats.chart.ChartLayout.Point;

/// 并行标志: a bar across the line where branches that are walked at the same time part, and where a step waits for them.
record ChartBars(ChartGraph graph, List<Line> lines) {
    private static final int LONG = 26;
    private static final int THICK = 5;

    List<Box> bars() {
        var out = new ArrayList<Box>();
        for (var e = 0; e < lines.size(); e++) {
            bar(out, forked(e), false);
            bar(out, joined(e), true);
        }
        return out;
    }

    /// All branches of the fork that the edge begins; none unless it is the first of them.
    private List<Line> forked(int e) {
        var all = IntStream.range(0, lines.size()).filter(f -> graph.forked(e, f)).boxed().toList();
        return all.isEmpty() || all.getFirst() != e
                ? List.of()
                : all.stream().map(lines::get).toList();
    }

    private List<Line> joined(int e) {
        var all =
                IntStream.range(0, lines.size())
                        .filter(f -> graph.to[f] == graph.to[e])
                        .boxed()
                        .toList();
        var waits = graph.nodes.get(graph.to[e]).join() && all.getFirst() == e;
        return waits ? all.stream().map(lines::get).toList() : List.of();
    }

    /// One bar for all branches, where the first of them leaves the others.
    private static void bar(List<Box> bars, List<Line> branches, boolean reversed) {
        var ways =
                branches.stream().map(l -> reversed ? l.points().reversed() : l.points()).toList();
        var trunk = Optional.<Ways.Parting>empty();
        List<Point> way = List.of();
        for (var one : ways) {
            for (var other : ways) {
                var found = Ways.parting(one, other).filter(p -> !p.point().equals(one.getLast()));
                if (found.isPresent()
                        && (trunk.isEmpty() || BY_DISTANCE.compare(found.get(), trunk.get()) < 0)) {
                    trunk = found;
                    way = one;
                }
            }
        }
        if (trunk.isPresent()) {
            var at = trunk.get().point();
            var last = way.get(trunk.get().next() - 1);
            var before =
                    at.equals(last) && trunk.get().next() > 1
                            ? way.get(trunk.get().next() - 2)
                            : last;
            var box =
                    before.y() == at.y()
                            ? new Box(at.x() - THICK / 2, at.y() - LONG / 2, THICK, LONG)
                            : new Box(at.x() - LONG / 2, at.y() - THICK / 2, LONG, THICK);
            if (!bars.contains(box)) {
                bars.add(box);
            }
        }
    }

    private static final Comparator<Ways.Parting> BY_DISTANCE =
            Comparator.comparingInt(Ways.Parting::distance);
}
