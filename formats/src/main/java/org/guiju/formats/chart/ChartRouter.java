package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// 布线: the cheapest way for each edge, where a bend costs, a crossing costs much, and a line on top of another costs so
/// much that it happens only where nothing else is left. No way leads through a node.
final class ChartRouter {
    private static final int TRACKS = 3;
    private static final int BEND = 40;
    private static final int CROSSING = 260;
    private static final int OVERLAP = 4000;
    private static final int OTHER_PORT = 220;
    private static final int EARLY = 60;

    private final ChartGraph graph;
    private final RouteMap map;
    private final int[] centre;
    private final boolean[] blocked;
    private final long[][] friends;
    private final int[] @Nullable [] paths;
    private final List<Integer> order = new ArrayList<>();
    private final int[] best;
    private final int[] came;
    private final LongHeap open = new LongHeap();

    /// Whether the edge goes to its own node, not into the line of a twin.
    private boolean guided = true;

    ChartRouter(ChartGraph graph, ChartGrid grid) {
        this.graph = graph;
        var edges = graph.edges.size();
        map = new RouteMap(grid.columns(), grid.lanes(), TRACKS, edges);
        centre = new int[graph.nodes.size()];
        blocked = new boolean[map.width * map.height];
        for (var v = 0; v < centre.length; v++) {
            centre[v] = map.point(map.middle(grid.column(v)), map.middle(grid.lane(v)));
            blocked[centre[v]] = true;
        }
        friends = new long[edges][edges / 64 + 1];
        for (var e = 0; e < edges; e++) {
            order.add(e);
            for (var f = 0; f < edges; f++) {
                if (graph.together(e, f)) {
                    friends[e][f / 64] |= 1L << f;
                }
            }
        }
        order.sort(
                Comparator.comparing((Integer e) -> !graph.edges.get(e).main())
                        .thenComparingInt(
                                e -> map.distance(centre[graph.from[e]], centre[graph.to[e]])));
        paths = new int[edges][];
        best = new int[map.width * map.height * 4];
        came = new int[best.length];
    }

    RouteMap map() {
        return map;
    }

    /// Points of each edge from centre to centre, one for every line that is passed.
    List<int[]> paths() {
        var out = new ArrayList<int[]>();
        for (var path : paths) {
            out.add(path == null ? new int[0] : path);
        }
        return out;
    }

    /// @param bound the cost from which on the answer no longer matters
    /// @param again how often each edge looks for a better way once all the others lie
    /// @return what the drawing costs: the less, the better it reads
    long route(int again, long bound) {
        for (var e : order) {
            lay(e);
        }
        var cost = 0L;
        for (var round = 0; round < again; round++) {
            cost = 0;
            for (var e : order) {
                var old = paths[e];
                if (old != null) {
                    map.take(old, e);
                }
                cost += lay(e);
                if (round == again - 1 && cost >= bound) {
                    return cost;
                }
            }
        }
        return cost;
    }

    private int lay(int edge) {
        var goal = centre[graph.to[edge]];
        var source = centre[graph.from[edge]];
        var trunk = trunk(edge);
        Arrays.fill(best, Integer.MAX_VALUE);
        open.clear();
        guided = trunk.length == 0;
        for (var d = 0; d < 4; d++) {
            step(edge, source * 4 + d, source, d, 0);
        }
        while (!open.isEmpty()) {
            var top = open.remove();
            var state = (int) top;
            var point = state / 4;
            if (top >>> 32 > best[state] + ahead(point, goal)) {
                continue;
            }
            var joint = indexOf(trunk, point);
            if ((point == goal && guided) || joint >= 0) {
                var path =
                        joint < 0 ? walk(state, source) : joined(walk(state, source), edge, point);
                paths[edge] = path;
                map.put(path, edge);
                return best[state];
            }
            for (var turn = 0; turn < 4; turn++) {
                if (turn != (state + 2) % 4) {
                    step(
                            edge,
                            state,
                            point,
                            turn,
                            best[state] + turning(edge, point, state % 4, turn));
                }
            }
        }
        throw new IllegalStateException("no way from " + graph.edges.get(edge));
    }

    private void step(int edge, int state, int point, int direction, int cost) {
        var next = map.next(point, direction);
        if (next < 0) {
            return;
        }
        var goal = centre[graph.to[edge]];
        if (blocked[next] && (next != goal || !guided)) {
            return;
        }
        var total = cost + along(edge, point, direction, next);
        if (point == centre[graph.from[edge]]) {
            total += leaving(edge, direction);
        }
        if (next == goal) {
            total += arriving(edge, direction);
        }
        var to = next * 4 + direction;
        if (total < best[to]) {
            best[to] = total;
            came[to] = state;
            open.add(total + ahead(next, goal), to);
        }
    }

    /// Never more than what is still to pay.
    private int ahead(int point, int goal) {
        return !guided ? 0 : map.distance(point, goal) * 3 / 4;
    }

    /// One step along a line: its length, less where a friend goes the same way, far more on a stranger.
    private int along(int edge, int point, int direction, int next) {
        var mine = friends[edge];
        var length = map.distance(point, next);
        if (map.strangers(point, direction, mine) || map.friends(point, direction, mine, false)) {
            return length + OVERLAP;
        }
        return map.friends(point, direction, mine, true) ? length * 3 / 4 : length;
    }

    /// Passing a point: straight over a stranger is a crossing; a bend upon one cannot be told from a junction.
    private int turning(int edge, int point, int in, int out) {
        var mine = friends[edge];
        var behind = (in + 2) % 4;
        if (in != out) {
            var touched = false;
            for (var d = 0; d < 4; d++) {
                touched |= map.strangers(point, d, mine);
            }
            var track =
                    map.isMiddle(map.x(point)) ? map.track(map.y(point)) : map.track(map.x(point));
            return BEND + (touched ? OVERLAP : 0) + track % (TRACKS + 1) + early(edge, point, in);
        }
        var left = map.strangers(point, (in + 1) % 4, mine);
        var right = map.strangers(point, (in + 3) % 4, mine);
        if (left != right) {
            return OVERLAP;
        }
        var along = map.strangers(point, in, mine) || map.strangers(point, behind, mine);
        return left && !along ? CROSSING : 0;
    }

    /// Branches that are walked at the same time leave by one door, so that the fork is seen.
    private int leaving(int edge, int direction) {
        for (var f = 0; f < paths.length; f++) {
            var path = paths[f];
            if (f != edge
                    && path != null
                    && graph.to[f] != graph.to[edge]
                    && graph.forked(edge, f)
                    && map.direction(path[0], path[1]) != direction) {
                return OTHER_PORT;
            }
        }
        return 0;
    }

    /// What joins, arrives by one door.
    private int arriving(int edge, int direction) {
        if (!graph.nodes.get(graph.to[edge]).join()) {
            return 0;
        }
        for (var f = 0; f < paths.length; f++) {
            var path = paths[f];
            if (f != edge
                    && path != null
                    && graph.to[f] == graph.to[edge]
                    && map.direction(path[path.length - 2], path[path.length - 1]) != direction) {
                return OTHER_PORT;
            }
        }
        return 0;
    }

    /// Where two outcomes lead to the same branches, the second line runs into the first before it forks: the points of
    /// the first at which it may. Empty if there is no such line, or no such point.
    private int[] trunk(int edge) {
        var twin = graph.twin(edge);
        var path = twin < 0 ? null : paths[twin];
        if (path == null) {
            return new int[0];
        }
        var end = path.length;
        for (var f = 0; f < paths.length; f++) {
            var other = paths[f];
            if (f != twin && graph.forked(twin, f)) {
                end = Math.min(end, other == null ? 0 : Arrays.mismatch(path, other) - 1);
            }
        }
        return end <= 1 ? new int[0] : Arrays.copyOfRange(path, 1, end);
    }

    private static int indexOf(int[] points, int point) {
        for (var i = 0; i < points.length; i++) {
            if (points[i] == point) {
                return i;
            }
        }
        return -1;
    }

    private int[] joined(int[] way, int edge, int point) {
        var twin = Objects.requireNonNull(paths[graph.twin(edge)]);
        var from = indexOf(twin, point) + 1;
        var out = Arrays.copyOf(way, way.length + twin.length - from);
        System.arraycopy(twin, from, out, way.length, twin.length - from);
        return out;
    }

    /// A fork that others run into keeps a stretch before it parts.
    private int early(int edge, int point, int in) {
        var source = centre[graph.from[edge]];
        return graph.hasTwin(edge) && map.next(source, in) == point ? EARLY : 0;
    }

    private int[] walk(int last, int source) {
        var back = new ArrayList<Integer>();
        back.add(last / 4);
        for (var state = last; back.size() == 1 || back.getLast() != source; state = came[state]) {
            back.add(came[state] / 4);
        }
        return back.reversed().stream().mapToInt(Integer::intValue).toArray();
    }
}
