package org.guiju.formats.chart;

/// 走线图: the lines along which edges may run, and which edges run there. Between two neighbouring columns, and between
/// two lanes, lie a few tracks; one line goes through the middle of every column and lane. Lengths here only rank one
/// way against another: pixels come later, and a track that nobody used takes no room.
final class RouteMap {
    static final int EAST = 0;
    static final int SOUTH = 1;
    static final int WEST = 2;
    static final int NORTH = 3;

    final int tracks;
    final int width;
    final int height;
    private final int words;
    private final int[] xs;
    private final int[] ys;
    private final int[] columnOf;
    private final int[] rowOf;

    /// Edges on the segment that leaves a point eastward (0) or southward (1), as bits, by the direction they go.
    private final long[] onward;

    private final long[] backward;

    RouteMap(int columns, int lanes, int tracks, int edges) {
        this.tracks = tracks;
        this.width = columns * (tracks + 1) + tracks;
        this.height = lanes * (tracks + 1) + tracks;
        this.words = edges / 64 + 1;
        this.xs = places(width, 66);
        this.ys = places(height, 42);
        this.columnOf = new int[width * height];
        this.rowOf = new int[width * height];
        for (var point = 0; point < columnOf.length; point++) {
            columnOf[point] = point % width;
            rowOf[point] = point / width;
        }
        this.onward = new long[width * height * 2 * words];
        this.backward = new long[width * height * 2 * words];
    }

    private int[] places(int count, int half) {
        var out = new int[count];
        for (var i = 1; i < count; i++) {
            out[i] = out[i - 1] + (isMiddle(i) || isMiddle(i - 1) ? half : 4);
        }
        return out;
    }

    /// Whether a line goes through the middle of a column or lane.
    boolean isMiddle(int line) {
        return line % (tracks + 1) == tracks;
    }

    /// Which of the tracks of its gutter a line is; `tracks` for a middle line.
    int track(int line) {
        return line % (tracks + 1);
    }

    /// The gutter of a track, or the column or lane of a middle line.
    int cell(int line) {
        return line / (tracks + 1);
    }

    int middle(int cell) {
        return cell * (tracks + 1) + tracks;
    }

    int point(int x, int y) {
        return y * width + x;
    }

    int x(int point) {
        return columnOf[point];
    }

    int y(int point) {
        return rowOf[point];
    }

    /// The neighbour in a direction; -1 beyond the border.
    int next(int point, int direction) {
        var x = x(point);
        var y = y(point);
        return switch (direction) {
            case EAST -> x + 1 < width ? point + 1 : -1;
            case WEST -> x > 0 ? point - 1 : -1;
            case SOUTH -> y + 1 < height ? point + width : -1;
            default -> y > 0 ? point - width : -1;
        };
    }

    int distance(int a, int b) {
        return Math.abs(xs[x(a)] - xs[x(b)]) + Math.abs(ys[y(a)] - ys[y(b)]);
    }

    void put(int[] path, int edge) {
        change(path, edge, true);
    }

    void take(int[] path, int edge) {
        change(path, edge, false);
    }

    private void change(int[] path, int edge, boolean on) {
        for (var i = 1; i < path.length; i++) {
            var direction = direction(path[i - 1], path[i]);
            var at = segment(path[i - 1], direction) * words + edge / 64;
            var bits = direction == EAST || direction == SOUTH ? onward : backward;
            bits[at] = on ? bits[at] | 1L << edge : bits[at] & ~(1L << edge);
        }
    }

    int direction(int from, int to) {
        if (to == from + 1) {
            return EAST;
        }
        return to == from - 1 ? WEST : to > from ? SOUTH : NORTH;
    }

    private int segment(int point, int direction) {
        return switch (direction) {
            case EAST -> point * 2;
            case WEST -> (point - 1) * 2;
            case SOUTH -> point * 2 + 1;
            default -> (point - width) * 2 + 1;
        };
    }

    /// Edges outside `friends` on the segment that leaves the point in the direction, whichever way they go.
    boolean strangers(int point, int direction, long[] friends) {
        if (next(point, direction) < 0) {
            return false;
        }
        var at = segment(point, direction) * words;
        for (var w = 0; w < words; w++) {
            if (((onward[at + w] | backward[at + w]) & ~friends[w]) != 0) {
                return true;
            }
        }
        return false;
    }

    /// Friends on the segment that go this way (`same`), or that come against it.
    boolean friends(int point, int direction, long[] friends, boolean same) {
        if (next(point, direction) < 0) {
            return false;
        }
        var at = segment(point, direction) * words;
        var bits = (direction == EAST || direction == SOUTH) == same ? onward : backward;
        for (var w = 0; w < words; w++) {
            if ((bits[at + w] & friends[w]) != 0) {
                return true;
            }
        }
        return false;
    }
}
