package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.kernel.powers.ChartModel;

/// 流程图的骨架: which nodes lie on the way of a granted case and in which layer, and which hang beside it.
final class ChartGraph {
    final List<ChartModel.Node> nodes;
    final List<ChartModel.Edge> edges;
    final int[] from;
    final int[] to;

    /// Layer on the main path, from 0; -1 for a node beside it.
    final int[] layer;

    final int layers;

    /// Nodes beside the main path, each after the node it hangs on.
    final List<Integer> side = new ArrayList<>();

    /// The node a side node hangs on; -1 where nothing leads to it.
    final int[] anchor;

    /// The nodes that are entered at the same time as the edge's own, by edge; none where there is no fork.
    private final List<Set<Integer>> branches = new ArrayList<>();

    private final BitSet hasTwin = new BitSet();
    private final int[] twins;

    ChartGraph(ChartModel model) {
        nodes = model.nodes();
        var index = new HashMap<String, Integer>();
        nodes.forEach(n -> index.put(n.id(), index.size()));
        edges = model.edges();
        from = edges.stream().mapToInt(e -> index.getOrDefault(e.from(), 0)).toArray();
        to = edges.stream().mapToInt(e -> index.getOrDefault(e.to(), 0)).toArray();
        layer = new int[nodes.size()];
        anchor = new int[nodes.size()];
        Arrays.fill(layer, -1);
        Arrays.fill(anchor, -1);
        findLayers();
        placeEnd(index.getOrDefault(ChartModel.END, -1));
        layers = Arrays.stream(layer).max().orElse(0) + 1;
        findSides();
        for (var e = 0; e < to.length; e++) {
            branches.add(branchesOf(e));
        }
        twins = findTwins();
    }

    /// Longest way from the start over main edges; an edge that leads back into the way that reached it is a loop and
    /// moves nothing.
    private void findLayers() {
        var order = new ArrayList<Integer>();
        visit(0, new int[nodes.size()], order);
        var place = new int[nodes.size()];
        for (var i = 0; i < order.size(); i++) {
            place[order.get(i)] = order.size() - i;
        }
        order.forEach(v -> layer[v] = 0);
        for (var v : order.reversed()) {
            for (var e = 0; e < from.length; e++) {
                if (from[e] == v && edges.get(e).main() && place[to[e]] > place[v]) {
                    layer[to[e]] = Math.max(layer[to[e]], layer[v] + 1);
                }
            }
        }
    }

    private void visit(int v, int[] state, List<Integer> order) {
        state[v] = 1;
        for (var e = 0; e < from.length; e++) {
            if (from[e] == v && edges.get(e).main() && state[to[e]] == 0) {
                visit(to[e], state, order);
            }
        }
        order.add(v);
    }

    /// The common end stands last, however short the branch that leads to it.
    private void placeEnd(int end) {
        if (end >= 0) {
            var last = 0;
            for (var v = 0; v < layer.length; v++) {
                last = v == end ? last : Math.max(last, layer[v]);
            }
            layer[end] = last + 1;
        }
    }

    private void findSides() {
        var placed = new boolean[nodes.size()];
        for (var v = 0; v < placed.length; v++) {
            placed[v] = layer[v] >= 0;
        }
        for (var found = true; found; ) {
            found = false;
            for (var e = 0; e < from.length; e++) {
                if (placed[from[e]] && !placed[to[e]]) {
                    placed[to[e]] = true;
                    anchor[to[e]] = from[e];
                    side.add(to[e]);
                    found = true;
                }
            }
            if (!found) {
                for (var v = 0; v < placed.length && !found; v++) {
                    if (!placed[v]) {
                        placed[v] = true;
                        side.add(v);
                        found = true;
                    }
                }
            }
        }
    }

    /// Nodes of a layer, in the order of the edges that lead to them.
    List<Integer> inLayer(int wanted) {
        var out = new ArrayList<Integer>();
        for (var v = 0; v < layer.length; v++) {
            if (layer[v] == wanted) {
                out.add(v);
            }
        }
        out.sort(Comparator.comparingInt(this::firstEdgeTo));
        return out;
    }

    /// The nodes on the main path from which the node is reached; none for the start.
    List<Integer> mainBefore(int node) {
        var out = new ArrayList<Integer>();
        for (var e = 0; e < to.length; e++) {
            if (leadsOn(e) && to[e] == node) {
                out.add(from[e]);
            }
        }
        return out;
    }

    private boolean leadsOn(int e) {
        return edges.get(e).main() && layer[from[e]] >= 0 && layer[from[e]] < layer[to[e]];
    }

    private int firstEdgeTo(int node) {
        for (var e = 0; e < to.length; e++) {
            if (to[e] == node && leadsOn(e)) {
                return e;
            }
        }
        return to.length;
    }

    /// How many main edges pass the border behind a layer.
    int passing(int behind) {
        var count = 0;
        for (var e = 0; e < from.length; e++) {
            var a = layer[from[e]];
            var b = layer[to[e]];
            if (a >= 0 && a <= behind && b > behind) {
                count++;
            }
        }
        return count;
    }

    /// Whether two edges may run in one line: they go to one node, or they are branches of one fork, or of two forks
    /// that lead to the same nodes.
    boolean together(int e, int f) {
        if (to[e] == to[f]) {
            return true;
        }
        var one = branches.get(e);
        return one.size() > 1 && one.equals(branches.get(f));
    }

    /// The branch of a granted case's fork beside which the edge runs, because both outcomes lead to the same steps; -1
    /// for any other edge.
    int twin(int e) {
        return twins[e];
    }

    boolean hasTwin(int e) {
        return hasTwin.get(e);
    }

    private int[] findTwins() {
        var out = new int[to.length];
        for (var e = 0; e < to.length; e++) {
            out[e] = -1;
            for (var f = 0; f < to.length && !edges.get(e).main(); f++) {
                if (edges.get(f).main()
                        && edges.get(f).fork()
                        && to[f] == to[e]
                        && branches.get(e).equals(branches.get(f))) {
                    out[e] = f;
                    hasTwin.set(f);
                }
            }
        }
        return out;
    }

    /// Whether two edges are branches of one fork.
    boolean forked(int e, int f) {
        return edges.get(e).fork()
                && edges.get(f).fork()
                && from[e] == from[f]
                && edges.get(e).outcome().equals(edges.get(f).outcome());
    }

    private Set<Integer> branchesOf(int e) {
        var out = new TreeSet<Integer>();
        for (var f = 0; edges.get(e).fork() && f < to.length; f++) {
            if (forked(e, f)) {
                out.add(to[f]);
            }
        }
        return out;
    }
}
