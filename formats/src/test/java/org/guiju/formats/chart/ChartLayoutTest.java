package org.guiju.formats.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartLayout.Placed;
import org.guiju.formats.chart.ChartLayout.Point;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartLayoutTest {

    static Stream<Arguments> charts() {
        var known =
                Stream.concat(
                        Stream.of(
                                Arguments.of("licence", ChartFixtures.licence()),
                                Arguments.of("two organs", ChartFixtures.twoOrgans()),
                                Arguments.of("twenty steps", ChartFixtures.twenty()),
                                Arguments.of("no step", ChartFixtures.model())),
                        ShippedCharts.all().entrySet().stream()
                                .map(e -> Arguments.of(e.getKey(), e.getValue())));
        var random =
                IntStream.range(0, 30)
                        .mapToObj(seed ->
                                Arguments.of(
                                        "random, seed " + seed,
                                        ChartFixtures.random(new Random(seed))));
        return Stream.concat(known, random);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void nothingLiesOnAnythingElseAndEveryLineRunsFromBorderToBorder(
            String name, ChartModel model) {
        for (var lang : Lang.values()) {
            var layout = ChartSearch.layout(model, lang);
            assertThat(layout.nodes()).as(name).hasSameSizeAs(model.nodes());
            assertThat(layout.lines()).as(name).hasSameSizeAs(model.edges());
            nodesKeepApart(layout);
            allLiesInside(layout);
            linesAreRightAngledAndMeetBorders(layout, model);
            linesKeepOffNodes(layout);
            labelsKeepOff(layout);
        }
    }

    private static void nodesKeepApart(ChartLayout layout) {
        var nodes = layout.nodes();
        for (var i = 0; i < nodes.size(); i++) {
            for (var other : nodes.subList(i + 1, nodes.size())) {
                assertThat(nodes.get(i).box().grown(8).meets(other.box()))
                        .as(nodes.get(i) + " / " + other)
                        .isFalse();
            }
        }
    }

    private static void allLiesInside(ChartLayout layout) {
        var boxes = new ArrayList<Box>();
        layout.nodes()
                .forEach(n -> boxes.add(n.node().grade() == null ? n.box() : n.box().grown(0)));
        layout.nodes().stream()
                .filter(n -> n.node().grade() != null)
                .map(Placed::mark)
                .forEach(boxes::add);
        layout.labels().forEach(l -> boxes.add(l.box()));
        boxes.addAll(layout.bars());
        for (var box : boxes) {
            assertThat(box.x()).isGreaterThanOrEqualTo(0);
            assertThat(box.y()).isGreaterThanOrEqualTo(0);
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(layout.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(layout.height());
        }
        assertThat(layout.lines())
                .allSatisfy(l ->
                        assertThat(l.points())
                                .allMatch(p ->
                                        new Box(0, 0, layout.width(), layout.height()).holds(p)));
    }

    private static void linesAreRightAngledAndMeetBorders(ChartLayout layout, ChartModel model) {
        for (var line : layout.lines()) {
            var points = line.points();
            for (var i = 1; i < points.size(); i++) {
                var a = points.get(i - 1);
                var b = points.get(i);
                assertThat(a.x() == b.x() ^ a.y() == b.y()).as(line.toString()).isTrue();
            }
            assertThat(onBorder(node(layout, line.edge().from()), points.getFirst(), points.get(1)))
                    .as("start of " + line)
                    .isTrue();
            assertThat(
                            onBorder(
                                    node(layout, line.edge().to()),
                                    points.getLast(),
                                    points.get(points.size() - 2)))
                    .as("end of " + line)
                    .isTrue();
        }
        assertThat(layout.lines()).extracting(ChartLayout.Line::edge).isEqualTo(model.edges());
    }

    /// On the outline of the shape, computed from its form and not from the ports; and leaving outward.
    private static boolean onBorder(Placed placed, Point at, Point next) {
        var b = placed.box();
        var cx = b.x() + b.width() / 2.0;
        var cy = b.y() + b.height() / 2.0;
        var inside = b.holds(next) && !next.equals(at);
        if (placed.node().shape() == Shape.QUESTION) {
            var reach =
                    Math.abs(at.x() - cx) / (b.width() / 2.0)
                            + Math.abs(at.y() - cy) / (b.height() / 2.0);
            return !inside && Math.abs(reach - 1) < 0.001;
        }
        var foot =
                b.y() + b.height() - (placed.node().shape() == Shape.PUBLIC ? ChartLayout.WAVE : 0);
        var upright =
                (at.x() == b.x() || at.x() == b.x() + b.width()) && at.y() > b.y() && at.y() < foot;
        var level = (at.y() == b.y() || at.y() == foot) && at.x() == (int) cx;
        return !inside && (upright || level);
    }

    private static void linesKeepOffNodes(ChartLayout layout) {
        for (var line : layout.lines()) {
            for (var i = 1; i < line.points().size(); i++) {
                var stretch = stretch(line.points().get(i - 1), line.points().get(i));
                for (var placed : layout.nodes()) {
                    assertThat(placed.box().grown(-7).meets(stretch))
                            .as(line + " through " + placed)
                            .isFalse();
                }
            }
        }
    }

    private static void labelsKeepOff(ChartLayout layout) {
        var labels = layout.labels();
        for (var i = 0; i < labels.size(); i++) {
            var box = labels.get(i).box();
            for (var placed : layout.nodes()) {
                assertThat(box.meets(placed.box())).as(labels.get(i) + " on " + placed).isFalse();
                assertThat(placed.node().grade() != null && box.meets(placed.mark()))
                        .as("mark")
                        .isFalse();
            }
            for (var other : labels.subList(i + 1, labels.size())) {
                assertThat(box.meets(other.box())).as(labels.get(i) + " on " + other).isFalse();
            }
        }
    }

    private static Box stretch(Point a, Point b) {
        return new Box(
                Math.min(a.x(), b.x()),
                Math.min(a.y(), b.y()),
                Math.abs(a.x() - b.x()) + 1,
                Math.abs(a.y() - b.y()) + 1);
    }

    private static Placed node(ChartLayout layout, String id) {
        return layout.nodes().stream()
                .filter(n -> n.node().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFlowsThatWeShipHaveNoLineOnTopOfAStrangersAndNoLabelOnALine() {
        for (var model : ShippedCharts.all().values()) {
            var layout = ChartSearch.layout(model, Lang.ZH);
            for (var label : layout.labels()) {
                for (var line : layout.lines()) {
                    for (var i = 1; i < line.points().size(); i++) {
                        var stretch = stretch(line.points().get(i - 1), line.points().get(i));
                        assertThat(label.box().meets(stretch)).as(label + " on " + line).isFalse();
                    }
                }
            }
            // A fine's ordinary procedure, with its ways back and around, is drawn with one; so is
            // a levy,
            // whose amount goes back to be measured again and whose debt goes on to be demanded.
            boolean wound = model.nodes().size() > 20 || model.situation().equals("levy");
            assertThat(crossings(new ChartGraph(model), layout))
                    .as(model.situation())
                    .isLessThanOrEqualTo(wound ? 1 : 0);
            assertThat(layout.width()).isLessThanOrEqualTo(1040);
        }
    }

    /// Stretches that cut each other and do not belong together.
    private static long crossings(ChartGraph graph, ChartLayout layout) {
        var count = 0L;
        var lines = layout.lines();
        for (var i = 0; i < lines.size(); i++) {
            for (var j = i + 1; j < lines.size(); j++) {
                if (!graph.together(i, j)) {
                    count += cuts(lines.get(i).points(), lines.get(j).points());
                }
            }
        }
        return count;
    }

    private static long cuts(List<Point> one, List<Point> other) {
        var count = 0L;
        for (var i = 1; i < one.size(); i++) {
            for (var j = 1; j < other.size(); j++) {
                var a = stretch(one.get(i - 1), one.get(i));
                var b = stretch(other.get(j - 1), other.get(j));
                if (a.meets(b) && (a.width() == 1) != (b.width() == 1)) {
                    count++;
                }
            }
        }
        return count;
    }
}
