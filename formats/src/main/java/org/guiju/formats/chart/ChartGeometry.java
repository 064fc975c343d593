package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartLayout.Line;
import org.guiju.formats.chart.ChartLayout.Placed;
import org.guiju.formats.chart.ChartLayout.Point;
import org.jspecify.annotations.Nullable;

/// 坐标: turns lines of the map into pixels. A gutter is as wide as its tracks and its words need; what room is left is
/// shared out evenly, so that the drawing fills the page.
final class ChartGeometry {
    /// Width that a drawing fills if it can.
    static final int PAGE = 968;

    private static final int MARGIN = 16;
    private static final int TRACK = 14;
    private static final int STUB = 19;
    private static final int MIN_COLUMN_GAP = 36;
    private static final int MAX_COLUMN_GAP = 76;
    private static final int LANE_GAP = 34;
    private static final int BAND_GAP = 44;
    private static final int LABEL = 14;

    private final ChartGraph graph;
    private final ChartGrid grid;
    private final RouteMap map;
    private final List<int[]> paths;
    private final List<NodeBox> boxes;
    private final Lang lang;
    private final int[] gapX;
    private final int[] gapY;
    private final int[] leadX;
    private final int[] leadY;
    private final int[] tailX;
    private final int[] tailY;
    private final int[] laneHeight;
    private final int[] x;
    private final int[] y;

    ChartGeometry(
            ChartGraph graph, ChartGrid grid, ChartRouter router, List<NodeBox> boxes, Lang lang) {
        this.graph = graph;
        this.grid = grid;
        this.map = router.map();
        this.paths = router.paths();
        this.boxes = boxes;
        this.lang = lang;
        gapX = new int[grid.columns() + 1];
        gapY = new int[grid.lanes() + 1];
        leadX = new int[gapX.length];
        leadY = new int[gapY.length];
        tailX = new int[gapX.length];
        tailY = new int[gapY.length];
        laneHeight = new int[grid.lanes()];
        x = new int[map.width];
        y = new int[map.height];
    }

    ChartLayout layout() {
        for (var v = 0; v < boxes.size(); v++) {
            var lane = grid.lane(v);
            laneHeight[lane] = Math.max(laneHeight[lane], boxes.get(v).height());
        }
        var usedX = used(true);
        var usedY = used(false);
        measure(usedX, usedY);
        var width = lines(x, gapX, leadX, tailX, usedX, null);
        var height = lines(y, gapY, leadY, tailY, usedY, laneHeight);
        if (width < PAGE) {
            for (var i = 0; i < x.length; i++) {
                x[i] += (PAGE - width) / 2;
            }
            width = PAGE;
        }
        var nodes = placed();
        var lines = drawn(nodes);
        var bars = new ChartBars(graph, lines).bars();
        return new ChartLayout(
                width,
                height,
                nodes,
                lines,
                new ChartLabels(
                                graph,
                                nodes,
                                lines,
                                bars,
                                new Box(2, 2, width - 4, height - 4),
                                lang)
                        .labels(),
                bars);
    }

    /// The tracks of each gutter on which some edge runs.
    private List<SortedSet<Integer>> used(boolean columns) {
        var out = new ArrayList<SortedSet<Integer>>();
        for (var g = 0; g < (columns ? gapX : gapY).length; g++) {
            out.add(new TreeSet<>());
        }
        for (var path : paths) {
            for (var i = 1; i < path.length; i++) {
                var upright = map.x(path[i]) == map.x(path[i - 1]);
                var line = upright ? map.x(path[i]) : map.y(path[i]);
                if (upright == columns && !map.isMiddle(line)) {
                    out.get(map.cell(line)).add(map.track(line));
                }
            }
        }
        return out;
    }

    private void measure(List<SortedSet<Integer>> usedX, List<SortedSet<Integer>> usedY) {
        for (var ends : List.of(leadX, leadY, tailX, tailY)) {
            Arrays.fill(ends, STUB);
        }
        leadX[0] = MARGIN;
        leadY[0] = MARGIN;
        tailX[gapX.length - 1] = MARGIN;
        tailY[gapY.length - 1] = MARGIN;
        for (var g = 0; g < gapX.length; g++) {
            var outer = g == 0 || g == gapX.length - 1;
            gapX[g] = outer ? MARGIN : MIN_COLUMN_GAP;
        }
        for (var g = 0; g < gapY.length; g++) {
            var outer = g == 0 || g == gapY.length - 1;
            gapY[g] =
                    outer
                            ? MARGIN
                            : grid.bandOf().get(g - 1).equals(grid.bandOf().get(g))
                                    ? LANE_GAP
                                    : BAND_GAP;
        }
        for (var e = 0; e < paths.size(); e++) {
            makeRoomForWords(e);
        }
        for (var g = 0; g < gapX.length; g++) {
            gapX[g] = Math.max(gapX[g], room(usedX.get(g).size(), leadX[g] + tailX[g]));
        }
        for (var g = 0; g < gapY.length; g++) {
            gapY[g] = Math.max(gapY[g], room(usedY.get(g).size(), leadY[g] + tailY[g]));
        }
        shareOut();
    }

    private static int room(int tracks, int ends) {
        return tracks == 0 ? 0 : ends + (tracks - 1) * TRACK;
    }

    /// Words stand on the first stretch of their edge, so that stretch must be long enough.
    private void makeRoomForWords(int e) {
        var label = graph.edges.get(e).label();
        var path = paths.get(e);
        if (label == null || path.length < 2) {
            return;
        }
        var direction = map.direction(path[0], path[1]);
        var corner = 1;
        while (corner + 1 < path.length
                && map.direction(path[corner], path[corner + 1]) == direction) {
            corner++;
        }
        var across = direction == RouteMap.EAST || direction == RouteMap.WEST;
        var gutter = map.cell(across ? map.x(path[1]) : map.y(path[1]));
        var last = across ? map.x(path[corner]) : map.y(path[corner]);
        var turns = !map.isMiddle(last) && map.cell(last) == gutter;
        var onward = direction == RouteMap.EAST || direction == RouteMap.SOUTH;
        var need =
                across ? TextFit.width(TextFit.clean(lang.of(label)), NodeBox.NOTE) + 6 : LABEL + 6;
        var lead = across ? (onward ? leadX : tailX) : (onward ? leadY : tailY);
        var gap = across ? gapX : gapY;
        if (turns || isMet(path, across, gutter)) {
            lead[gutter] = Math.max(lead[gutter], need);
        } else {
            gap[gutter] = Math.max(gap[gutter], need + (across ? 14 : 12));
        }
    }

    /// Whether some line stands in the gutter across the way that the edge begins with.
    private boolean isMet(int[] path, boolean across, int gutter) {
        var at = across ? map.y(path[0]) : map.x(path[0]);
        for (var other : paths) {
            for (var i = 1; i < other.length; i++) {
                var line = across ? map.x(other[i]) : map.y(other[i]);
                var upright = map.x(other[i]) == map.x(other[i - 1]);
                if (upright == across && !map.isMiddle(line) && map.cell(line) == gutter) {
                    var a = across ? map.y(other[i]) : map.x(other[i]);
                    var b = across ? map.y(other[i - 1]) : map.x(other[i - 1]);
                    if (a == at || b == at) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Room that is left goes to the narrowest inner gaps first.
    private void shareOut() {
        var left = PAGE - Arrays.stream(gapX).sum() - grid.columns() * NodeBox.WIDTH;
        for (var step = 2 * (gapX.length - 2); left >= step && step > 0; ) {
            var narrowest = -1;
            for (var g = 1; g < gapX.length - 1; g++) {
                if (narrowest < 0 || gapX[g] < gapX[narrowest]) {
                    narrowest = g;
                }
            }
            if (gapX[narrowest] >= MAX_COLUMN_GAP) {
                return;
            }
            gapX[narrowest] += 2;
            left -= 2;
        }
    }

    /// Pixels of every line of one axis; the whole length.
    private int lines(
            int[] out,
            int[] gap,
            int[] lead,
            int[] tail,
            List<SortedSet<Integer>> used,
            int @Nullable [] heights) {
        var at = 0;
        for (var g = 0; g < gap.length; g++) {
            var tracks = List.copyOf(used.get(g));
            // tracks stand in the middle of what words leave free on either side
            var span = (tracks.size() - 1) * TRACK;
            var first = at + lead[g] + (gap[g] - lead[g] - span - tail[g]) / 2;
            for (var t = 0; t < map.tracks; t++) {
                var rank = tracks.indexOf(t);
                out[g * (map.tracks + 1) + t] = rank < 0 ? at + gap[g] / 2 : first + rank * TRACK;
            }
            at += gap[g];
            if (g < gap.length - 1) {
                var size = heights == null ? NodeBox.WIDTH : heights[g];
                out[map.middle(g)] = at + size / 2;
                at += size;
            }
        }
        return at;
    }

    private List<Placed> placed() {
        var out = new ArrayList<Placed>();
        for (var v = 0; v < boxes.size(); v++) {
            var box = boxes.get(v);
            var cx = x[map.middle(grid.column(v))];
            var cy = y[map.middle(grid.lane(v))];
            out.add(
                    new Placed(
                            box,
                            new Box(
                                    cx - box.width() / 2,
                                    cy - box.height() / 2,
                                    box.width(),
                                    box.height())));
        }
        return out;
    }

    private List<Line> drawn(List<Placed> nodes) {
        var out = new ArrayList<Line>();
        for (var e = 0; e < paths.size(); e++) {
            var path = paths.get(e);
            var points = new ArrayList<Point>();
            points.add(nodes.get(graph.from[e]).port(map.direction(path[0], path[1])));
            for (var i = 1; i < path.length - 1; i++) {
                if (map.direction(path[i - 1], path[i]) != map.direction(path[i], path[i + 1])) {
                    points.add(new Point(x[map.x(path[i])], y[map.y(path[i])]));
                }
            }
            var n = path.length - 1;
            points.add(nodes.get(graph.to[e]).port((map.direction(path[n - 1], path[n]) + 2) % 4));
            out.add(new Line(graph.edges.get(e), List.copyOf(points)));
        }
        return out;
    }
}
