package org.guiju.formats.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.chart.ChartLayout.Point;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskScheme;
import org.guiju.kernel.powers.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class RiskLayoutTest {

    static Stream<Arguments> charts() {
        var known = shipped().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
        var random =
                IntStream.range(0, 40)
                        .mapToObj(seed -> {
                            var power = ChartFixtures.randomPower(new Random(seed));
                            return Arguments.of(
                                    "random, seed " + seed,
                                    chart(
                                            power,
                                            power.situations().getFirst(),
                                            RiskScheme.LETTERS));
                        });
        return Stream.concat(known, random);
    }

    private static Map<String, RiskChart> shipped() {
        var out = new LinkedHashMap<String, RiskChart>();
        ShippedCharts.powers()
                .forEach((name, power) ->
                        power.situations()
                                .forEach(s ->
                                        out.put(
                                                name + " " + s.id(),
                                                chart(power, s, RiskScheme.WORDS))));
        return out;
    }

    private static RiskChart chart(PowerDefinition power, Situation situation, RiskScheme scheme) {
        return RiskChart.of(power, situation, ChartNames.PLAIN, ControlWords.SHIPPED, scheme);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void nothingLiesOnAnythingElse(String name, RiskChart chart) {
        for (var lang : Lang.values()) {
            var layout = RiskLayout.of(chart, lang);
            var solid = new ArrayList<Box>();
            layout.nodes().forEach(n -> solid.add(n.box()));
            layout.cards().forEach(c -> solid.add(c.box()));
            keepApart(name, solid);
            keepApart(name, layout.labels().stream().map(ChartLayout.Label::box).toList());
            for (var label : layout.labels()) {
                assertThat(solid).as(name + " " + label).noneMatch(b -> b.meets(label.box()));
                assertThat(stretches(layout))
                        .as(name + " " + label)
                        .noneMatch(s -> s.meets(label.box()));
            }
            for (var stretch : stretches(layout)) {
                assertThat(layout.cards())
                        .as(name + " " + stretch)
                        .noneMatch(c -> c.box().meets(stretch));
                assertThat(layout.nodes())
                        .as(name + " " + stretch)
                        .noneMatch(n -> n.box().grown(-8).meets(stretch));
            }
            for (var card : layout.cards()) {
                for (var words : card.lines()) {
                    var right = words.x() + TextFit.width(words.words(), RiskLayout.SIZE);
                    assertThat(right).as(name + words).isLessThanOrEqualTo(card.box().width());
                    assertThat(words.y()).as(name + words).isBetween(11, card.box().height() - 4);
                }
            }
            assertThat(layout.nodes()).hasSize(chart.lines().size() + 2);
            assertThat(layout.ways()).hasSize(chart.links().size() + 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void noMoreLinesCrossThanTheSearchFound(String name, RiskChart chart) {
        var layout = RiskLayout.of(chart, Lang.ZH);
        var found = RiskTracks.crossings(RiskTracks.of(chart.links()));
        assertThat(crossings(layout)).as(name).isLessThanOrEqualTo(found);
    }

    @Test
    void theFlowsThatWeShipAreDrawnWithoutAnyCrossing() {
        assertThat(shipped().values())
                .allSatisfy(c -> assertThat(crossings(RiskLayout.of(c, Lang.ZH))).isZero());
    }

    @Test
    void aGradeIsToldByOutlineAndFillingAndWordAndNotByColourAlone() {
        var power = ChartFixtures.randomPower(new Random(3));
        var plain =
                Stream.of(Grade.values())
                        .map(g -> RiskMarks.sign(g, "x", new Box(0, 0, 32, 16)))
                        .map(s -> s.replaceAll("class=\"[^\"]*\"", ""))
                        .toList();
        assertThat(plain).doesNotHaveDuplicates();
        for (var scheme : RiskScheme.values()) {
            var chart = chart(power, power.situations().getFirst(), scheme);
            var svg = RiskChartSvg.render(chart, Lang.ZH, true);
            for (var point : chart.points()) {
                assertThat(svg).contains(">" + scheme.mark(point.grade()).zh() + "</text>");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void drawingAndTableNameEveryStepWithItsRiskRuleMeasureAndPost(String name, RiskChart chart)
            throws Exception {
        var svg = RiskChartSvg.render(chart, Lang.ZH, true);
        var text =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getDocumentElement()
                        .getTextContent()
                        .replaceAll("\\s", "");
        var table = RiskChartText.render(chart, Lang.ZH).replaceAll("\\s", "");
        for (var line : chart.lines()) {
            var point = line.point();
            var words =
                    point == null
                            ? List.of(line.number() + line.node().title().zh())
                            : List.of(
                                    line.number() + line.node().title().zh(),
                                    point.how().zh(),
                                    point.rule().zh(),
                                    point.measure().zh(),
                                    point.post().zh());
            for (var word : words) {
                assertThat(text).as(name).contains(word.replaceAll("\\s", ""));
                assertThat(table).as(name).contains(word.replaceAll("\\s", ""));
            }
        }
        assertThat(svg).isEqualTo(RiskChartSvg.render(chart, Lang.ZH, true));
        assertThat(RiskChartSvg.render(chart, Lang.EN, false)).doesNotContain("style=", "<style");
    }

    private static void keepApart(String name, List<Box> boxes) {
        for (var i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            assertThat(boxes.subList(i + 1, boxes.size()))
                    .as(name + " " + box)
                    .noneMatch(box::meets);
        }
    }

    private static List<Box> stretches(RiskLayout layout) {
        return layout.ways().stream()
                .flatMap(w ->
                        IntStream.range(1, w.points().size())
                                .mapToObj(i -> stretch(w.points().get(i - 1), w.points().get(i))))
                .collect(Collectors.toList());
    }

    private static Box stretch(Point a, Point b) {
        return new Box(
                Math.min(a.x(), b.x()),
                Math.min(a.y(), b.y()),
                Math.abs(a.x() - b.x()) + 1,
                Math.abs(a.y() - b.y()) + 1);
    }

    /// Places where a level stretch cuts an upright one of a way that leads elsewhere; ways to one step share their track.
    private static int crossings(RiskLayout layout) {
        var places = new java.util.HashSet<Point>();
        for (var one : layout.ways()) {
            for (var other : layout.ways()) {
                if (one.link().to() != other.link().to()) {
                    cuts(one.points(), other.points(), places);
                }
            }
        }
        return places.size();
    }

    private static void cuts(List<Point> one, List<Point> other, java.util.Set<Point> places) {
        for (var i = 1; i < one.size(); i++) {
            for (var j = 1; j < other.size(); j++) {
                var a = one.get(i - 1);
                var b = one.get(i);
                var c = other.get(j - 1);
                var d = other.get(j);
                var level = a.y() == b.y() && c.x() == d.x();
                if (level
                        && Math.min(a.x(), b.x()) <= c.x()
                        && c.x() <= Math.max(a.x(), b.x())
                        && Math.min(c.y(), d.y()) <= a.y()
                        && a.y() <= Math.max(c.y(), d.y())) {
                    places.add(new Point(c.x(), a.y()));
                }
            }
        }
    }
}
