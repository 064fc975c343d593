package org.guiju.formats.chart;

import java.util.List;
import org.guiju.kernel.powers.ChartModel;

/// 图面: everything with its place, in whole pixels from the upper left corner.
record ChartLayout(
        int width,
        int height,
        List<Placed> nodes,
        List<Line> lines,
        List<Label> labels,
        List<Box> bars) {

    record Point(int x, int y) {}

    record Box(int x, int y, int width, int height) {
        boolean meets(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        Box grown(int by) {
            return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
        }

        boolean holds(Box other) {
            return other.x >= x
                    && other.y >= y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }

        boolean holds(Point p) {
            return p.x >= x && p.x <= x + width && p.y >= y && p.y <= y + height;
        }
    }

    /// A node in its box.
    record Placed(NodeBox content, Box box) {
        ChartModel.Node node() {
            return content.node();
        }

        /// The disc with the risk letter, where there is one, sits on the upper right corner.
        Box mark() {
            return new Box(box.x + box.width - 13, box.y - 13, 26, 26);
        }

        /// Where a line meets the border, coming from the given side of [RouteMap].
        Point port(int side) {
            var x = box.x + box.width / 2;
            var y = box.y + box.height / 2;
            return switch (side) {
                case RouteMap.EAST -> new Point(box.x + box.width, y);
                case RouteMap.WEST -> new Point(box.x, y);
                case RouteMap.NORTH -> new Point(x, box.y);
                // the wavy foot is deepest beside the middle
                default ->
                        new Point(
                                x,
                                box.y
                                        + box.height
                                        - (node().shape() == ChartModel.Shape.PUBLIC ? WAVE : 0));
            };
        }
    }

    /// How far the wavy foot of what is made public swings.
    static final int WAVE = 6;

    /// An edge along its corners, from border to border.
    record Line(ChartModel.Edge edge, List<Point> points) {}

    /// Words of an edge.
    ///
    /// @param box what they cover; the text stands in its middle
    record Label(String words, Box box) {}
}
