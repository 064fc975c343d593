package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.formats.chart.ChartGrid.Choices;
import org.guiju.kernel.powers.ChartModel;

/// 择优: tries where side nodes stand and which branch lies on top, and keeps what reads best. The number of attempts is
/// counted, not timed, so that one definition gives one drawing on every machine.
final class ChartSearch {
    /// For a flow of up to forty lines; a longer one has fewer, because each costs more.
    private static final int ATTEMPTS = 160;

    private static final int LINES = 40;
    private static final int WIDEST = 1040;
    private static final int LANE = 110;

    private final ChartGraph graph;
    private final List<NodeBox> boxes;
    private final Lang lang;
    private final Set<ChartGrid> seen = new HashSet<>();
    private int attempts;

    private record Found(Choices choices, long cost) {}

    private record Drawn(ChartLayout layout, long cost) {}

    private ChartSearch(ChartModel model, Lang lang) {
        this.graph = new ChartGraph(model);
        this.boxes = model.nodes().stream().map(n -> NodeBox.of(n, lang)).toList();
        this.lang = lang;
    }

    static ChartLayout layout(ChartModel model, Lang lang) {
        return new ChartSearch(model, lang).best();
    }

    private ChartLayout best() {
        var drawn = new ArrayList<Drawn>();
        for (var columns : widths()) {
            attempts = attemptsPerWidth();
            var first = new Choices(columns, Collections.nCopies(graph.side.size(), 0), Set.of());
            seen.clear();
            var start = tried(first, ChartGrid.of(graph, first), Long.MAX_VALUE);
            drawn.add(drawn(improved(start).choices));
        }
        return Collections.min(drawn, Comparator.comparingLong(Drawn::cost)).layout;
    }

    private Drawn drawn(Choices choices) {
        var grid = ChartGrid.of(graph, choices);
        var router = new ChartRouter(graph, grid);
        var cost = router.route(3, Long.MAX_VALUE) + lanes(grid);
        var layout = new ChartGeometry(graph, grid, router, boxes, lang).layout();
        return new Drawn(layout, cost + Math.max(0, layout.width() - WIDEST) * 20L);
    }

    private static long lanes(ChartGrid grid) {
        return (long) grid.lanes() * LANE;
    }

    private int attemptsPerWidth() {
        var lines = Math.max(LINES, graph.edges.size());
        return (int) ((long) ATTEMPTS * LINES * LINES / ((long) lines * lines) / widths().size());
    }

    /// Six columns fill a page; five leave more room for long words.
    private List<Integer> widths() {
        if (graph.layers <= 4) {
            return List.of(Math.max(2, graph.layers));
        }
        return graph.layers == 5 ? List.of(5) : List.of(6, 5);
    }

    private Found improved(Found start) {
        var best = start;
        for (var before = Long.MAX_VALUE; best.cost < before && attempts > 0; ) {
            before = best.cost;
            for (var l = 0; l < graph.layers; l++) {
                if (graph.inLayer(l).size() > 1) {
                    best = better(best, flipped(best.choices, l));
                }
            }
            for (var s = 0; s < graph.side.size(); s++) {
                for (var place = 0; place < Choices.PLACES; place++) {
                    best = better(best, moved(best.choices, s, place));
                }
            }
        }
        return best;
    }

    private Found better(Found best, Choices other) {
        if (attempts <= 0) {
            return best;
        }
        var grid = ChartGrid.of(graph, other);
        if (!seen.add(grid)) {
            return best;
        }
        var found = tried(other, grid, best.cost);
        return found.cost < best.cost ? found : best;
    }

    private Found tried(Choices choices, ChartGrid grid, long bound) {
        attempts--;
        var lanes = lanes(grid);
        return new Found(choices, new ChartRouter(graph, grid).route(1, bound - lanes) + lanes);
    }

    private static Choices flipped(Choices choices, int layer) {
        var flipped = new TreeSet<>(choices.flipped());
        if (!flipped.remove(layer)) {
            flipped.add(layer);
        }
        return new Choices(choices.columns(), choices.side(), flipped);
    }

    private static Choices moved(Choices choices, int side, int place) {
        var places = new ArrayList<>(choices.side());
        places.set(side, place);
        return new Choices(choices.columns(), places, choices.flipped());
    }
}
