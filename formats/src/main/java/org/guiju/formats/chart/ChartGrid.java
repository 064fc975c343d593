package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// 网格: each node in a cell of its own. The main path runs in bands that turn at the end like an ox before the plough;
/// what hangs beside it stands above or below the node it hangs on.
///
/// @param cells of each node
/// @param bandOf the band of each lane
record ChartGrid(int columns, List<Cell> cells, List<Integer> bandOf) {

    /// What the search may turn: where side nodes stand, and which branch of a fork is on top.
    ///
    /// @param side first choice of the place of each side node, in the order of [ChartGraph#side]
    /// @param flipped layers in which the order of the branches is turned
    record Choices(int columns, List<Integer> side, Set<Integer> flipped) {
        /// Places that are tried around a node.
        static final int PLACES = 8;
    }

    static ChartGrid of(ChartGraph graph, Choices choices) {
        return new Builder(graph, choices).build();
    }

    /// A place: column from 0, lane from 0 at the top.
    record Cell(int band, int column, int lane) {}

    int lanes() {
        return bandOf.size();
    }

    int column(int node) {
        return cells.get(node).column;
    }

    int lane(int node) {
        return cells.get(node).lane;
    }

    private static final class Builder {
        private final ChartGraph graph;
        private final Choices choices;
        private final Cell[] cells;
        private final Set<Cell> taken = new HashSet<>();
        private final int[] mainLanes;
        private final int[] bandOfLayer;

        Builder(ChartGraph graph, Choices choices) {
            this.graph = graph;
            this.choices = choices;
            this.cells = new Cell[graph.nodes.size()];
            this.bandOfLayer = bands(graph, choices.columns());
            this.mainLanes = new int[bandOfLayer[graph.layers - 1] + 1];
        }

        ChartGrid build() {
            placeMain();
            for (var i = 0; i < graph.side.size(); i++) {
                placeSide(graph.side.get(i), choices.side().get(i));
            }
            return numbered();
        }

        private void placeMain() {
            var lane = new int[graph.nodes.size()];
            for (var l = 0; l < graph.layers; l++) {
                var nodes = graph.inLayer(l);
                var used = new HashSet<Integer>();
                for (var node : choices.flipped().contains(l) ? nodes.reversed() : nodes) {
                    var want =
                            graph.mainBefore(node).stream().mapToInt(v -> lane[v]).min().orElse(0);
                    while (!used.add(want)) {
                        want++;
                    }
                    lane[node] = want;
                    put(node, new Cell(bandOfLayer[l], columnOf(l), want));
                    mainLanes[bandOfLayer[l]] = Math.max(mainLanes[bandOfLayer[l]], want + 1);
                }
            }
        }

        private int columnOf(int layer) {
            var band = bandOfLayer[layer];
            var first = layer;
            while (first > 0 && bandOfLayer[first - 1] == band) {
                first--;
            }
            return forward(band) ? layer - first : choices.columns() - 1 - (layer - first);
        }

        private static boolean forward(int band) {
            return band % 2 == 0;
        }

        private void placeSide(int node, int first) {
            var places = places(graph.anchor[node]);
            var start = Math.min(first, places.size() - 1);
            if (isFree(places.get(start))) {
                put(node, places.get(start));
                return;
            }
            put(
                    node,
                    places.stream()
                            .filter(this::isFree)
                            .findFirst()
                            .orElseGet(() -> lowest(places.getFirst())));
        }

        private List<Cell> places(int anchor) {
            if (anchor < 0) {
                return List.of(new Cell(mainLanes.length - 1, 0, mainLanes[mainLanes.length - 1]));
            }
            var at = cells[anchor];
            var on = forward(at.band) ? 1 : -1;
            var below = mainLanes[at.band];
            if (graph.layer[anchor] >= 0) {
                return List.of(
                        new Cell(at.band, at.column, at.lane + 1),
                        new Cell(at.band, at.column, -1),
                        new Cell(at.band, at.column + on, at.lane + 1),
                        new Cell(at.band, at.column - on, at.lane + 1),
                        new Cell(at.band, at.column, below),
                        new Cell(at.band, at.column + on, -1),
                        new Cell(at.band, at.column - on, -1),
                        new Cell(at.band, at.column + on, below));
            }
            var beyond = at.lane < 0 ? at.lane - 1 : at.lane + 1;
            return List.of(
                    new Cell(at.band, at.column + on, at.lane),
                    new Cell(at.band, at.column - on, at.lane),
                    new Cell(at.band, at.column, beyond),
                    new Cell(at.band, at.column + 2 * on, at.lane),
                    new Cell(at.band, at.column + on, beyond),
                    new Cell(at.band, at.column - on, beyond),
                    new Cell(at.band, at.column, -1),
                    new Cell(at.band, at.column - 2 * on, at.lane));
        }

        private Cell lowest(Cell wanted) {
            var column = Math.clamp(wanted.column, 0, choices.columns() - 1);
            var lane = Math.max(mainLanes[wanted.band], wanted.lane);
            while (taken.contains(new Cell(wanted.band, column, lane))) {
                lane++;
            }
            return new Cell(wanted.band, column, lane);
        }

        private boolean isFree(Cell cell) {
            return cell.column >= 0 && cell.column < choices.columns() && !taken.contains(cell);
        }

        private void put(int node, Cell cell) {
            cells[node] = cell;
            taken.add(cell);
        }

        private ChartGrid numbered() {
            var lanes =
                    taken.stream()
                            .map(c -> new Cell(c.band, 0, c.lane))
                            .distinct()
                            .sorted((a, b) -> a.band != b.band ? a.band - b.band : a.lane - b.lane)
                            .toList();
            var numbered =
                    Arrays.stream(cells)
                            .map(c ->
                                    new Cell(
                                            c.band,
                                            c.column,
                                            lanes.indexOf(new Cell(c.band, 0, c.lane))))
                            .toList();
            return new ChartGrid(
                    choices.columns(), numbered, lanes.stream().map(Cell::band).toList());
        }
    }

    /// The band of each layer: as few bands as the width allows, evenly filled, and none that ends between parallel
    /// branches if another break costs little.
    private static int[] bands(ChartGraph graph, int columns) {
        var n = graph.layers;
        var best = new long[n + 1];
        var start = new int[n + 1];
        Arrays.fill(best, Long.MAX_VALUE / 2);
        best[0] = 0;
        for (var end = 1; end <= n; end++) {
            for (var from = Math.max(0, end - columns); from < end; from++) {
                long room = (long) columns - end + from;
                long torn = end < n ? Math.max(0, graph.passing(end - 1) - 1L) : 0;
                var cost = best[from] + 200 + room * room * (end < n ? 6 : 1) + torn * 70;
                if (cost < best[end]) {
                    best[end] = cost;
                    start[end] = from;
                }
            }
        }
        var breaks = new ArrayList<Integer>();
        for (var end = n; end > 0; end = start[end]) {
            breaks.addFirst(start[end]);
        }
        var band = new int[n];
        for (var layer = 0; layer < n; layer++) {
            var l = layer;
            band[layer] = (int) breaks.stream().filter(b -> b <= l).count() - 1;
        }
        return band;
    }
}
