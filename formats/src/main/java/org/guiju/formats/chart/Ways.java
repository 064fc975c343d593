package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.formats.chart.ChartLayout.Point;

/// 折线: ways along right angles, and how far two of them run together.
final class Ways {

    /// @param next index of the first corner that belongs to one way alone
    /// @param point the last point that both have
    /// @param distance how far it lies from the common start
    record Parting(int next, Point point, int distance) {}

    private Ways() {}

    /// Where two ways from one point part; empty if they do not begin in one point or part there.
    static Optional<Parting> parting(List<Point> one, List<Point> other) {
        if (!one.getFirst().equals(other.getFirst())) {
            return Optional.empty();
        }
        var i = 1;
        var distance = 0;
        while (i < one.size() && i < other.size() && one.get(i).equals(other.get(i))) {
            distance += length(one.get(i - 1), one.get(i));
            i++;
        }
        if (i == one.size() || i == other.size()) {
            return i == one.size()
                    ? Optional.of(new Parting(i, one.getLast(), distance))
                    : Optional.of(new Parting(i, one.get(i - 1), distance));
        }
        var from = one.get(i - 1);
        var a = one.get(i);
        var b = other.get(i);
        var dx = Integer.signum(a.x() - from.x());
        var dy = Integer.signum(a.y() - from.y());
        if (dx == Integer.signum(b.x() - from.x()) && dy == Integer.signum(b.y() - from.y())) {
            var common = Math.min(length(from, a), length(from, b));
            from = new Point(from.x() + dx * common, from.y() + dy * common);
            distance += common;
        }
        return distance == 0 ? Optional.empty() : Optional.of(new Parting(i, from, distance));
    }

    static int length(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    /// What is left of a way once it has parted from another.
    static List<Point> after(List<Point> way, Parting parting) {
        var out = new ArrayList<Point>();
        out.add(parting.point());
        for (var p : way.subList(Math.min(parting.next(), way.size()), way.size())) {
            if (!p.equals(out.getLast())) {
                out.add(p);
            }
        }
        return out;
    }
}
