package org.guiju.formats.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.guiju.formats.bpmn.BpmnImport.Accepted;
import org.guiju.formats.chart.ChartSamples;
import org.guiju.formats.chart.ControlWords;
import org.guiju.formats.chart.Lang;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskScheme;
import org.guiju.kernel.powers.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.w3c.dom.Element;

class BpmnExportTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(
                            Objects.requireNonNull(
                                    BpmnExportTest.class.getResource("xsd/BPMN20.xsd")));
        } catch (org.xml.sax.SAXException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> flows() {
        var shipped =
                ChartSamples.shipped().entrySet().stream()
                        .flatMap(e ->
                                e.getValue().situations().stream()
                                        .map(s ->
                                                Arguments.of(
                                                        e.getKey() + " " + s.id(),
                                                        e.getValue(),
                                                        s)));
        var random =
                IntStream.range(0, 20)
                        .mapToObj(seed -> {
                            var power = ChartSamples.random(new Random(seed));
                            return Arguments.of(
                                    "random, seed " + seed, power, power.situations().getFirst());
                        });
        return Stream.concat(shipped, random);
    }

    static Stream<Arguments> shippedFlows() {
        return flows().limit(
                        ChartSamples.shipped().values().stream()
                                .mapToLong(p -> p.situations().size())
                                .sum());
    }

    /// Laid out once: that takes half a second each.
    private static final Map<Situation, byte[]> WRITTEN =
            new java.util.concurrent.ConcurrentHashMap<>();

    private static byte[] bpmn(PowerDefinition power, Situation situation) {
        return WRITTEN.computeIfAbsent(
                situation, s -> BpmnExport.of(power, s, ChartNames.PLAIN, Lang.ZH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void everyFlowIsValidByTheSchemasAndEveryShapeHasItsPlace(
            String name, PowerDefinition power, Situation situation) throws Exception {
        var bytes = bpmn(power, situation);
        SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
        var root = BpmnXml.root(bytes);
        var areas = new HashMap<String, Rectangle>();
        var names = new ArrayList<Rectangle>();
        for (var shape : all(root, "BPMNShape")) {
            var bounds = all(shape, "Bounds");
            areas.put(shape.getAttribute("bpmnElement"), area(bounds.getFirst()));
            bounds.stream().skip(1).map(BpmnExportTest::area).forEach(names::add);
        }
        for (var one : areas.entrySet()) {
            for (var other : areas.entrySet()) {
                var border = one.getKey().startsWith("timer") || other.getKey().startsWith("timer");
                if (!one.equals(other) && !border) {
                    assertThat(one.getValue().intersects(other.getValue()))
                            .as(name + ": " + one + " on " + other)
                            .isFalse();
                }
            }
        }
        var flows = new HashMap<String, Element>();
        all(root, "sequenceFlow").forEach(f -> flows.put(f.getAttribute("id"), f));
        for (var edge : all(root, "BPMNEdge")) {
            var flow = Objects.requireNonNull(flows.get(edge.getAttribute("bpmnElement")));
            line(name, edge, flow, areas);
            all(edge, "Bounds").stream().map(BpmnExportTest::area).forEach(names::add);
        }
        for (var i = 0; i < names.size(); i++) {
            var label = names.get(i);
            assertThat(areas.entrySet())
                    .as(name + " " + label)
                    .noneMatch(a -> !diamond(a.getKey()) && a.getValue().intersects(label));
            assertThat(names.subList(i + 1, names.size()))
                    .as(name + " " + label)
                    .noneMatch(label::intersects);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shippedFlows")
    void theRiskChartIsTheSameFlowWithANoteAtEachStepThatHasARiskPointAndNothingCoversAnother(
            String name, PowerDefinition power, Situation situation) throws Exception {
        var chart =
                RiskChart.of(
                        power,
                        situation,
                        ChartNames.PLAIN,
                        ControlWords.SHIPPED,
                        RiskScheme.LETTERS);
        var bytes = BpmnExport.risk(power, situation, ChartNames.PLAIN, chart, Lang.ZH);
        SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
        var root = BpmnXml.root(bytes);
        var notes = all(root, "textAnnotation");
        assertThat(notes).hasSize(chart.points().size()).isNotEmpty();
        for (var point : chart.points()) {
            assertThat(notes)
                    .anyMatch(n ->
                            n.getTextContent().contains(point.how().zh())
                                    && n.getTextContent().contains(point.control())
                                    && n.getTextContent().contains(point.measure().zh()));
        }
        var areas = new HashMap<String, Rectangle>();
        for (var shape : all(root, "BPMNShape")) {
            areas.put(shape.getAttribute("bpmnElement"), area(all(shape, "Bounds").getFirst()));
        }
        for (var note : notes) {
            var own = Objects.requireNonNull(areas.get(note.getAttribute("id")));
            areas.forEach((id, other) -> {
                if (!id.equals(note.getAttribute("id"))) {
                    assertThat(own.intersects(other)).as(name + ": note on " + id).isFalse();
                }
            });
        }
        // Our own import takes the steps from it as from the flow alone; the notes it names as left
        // out.
        var back = (Accepted) BpmnImport.read(bytes);
        var flow = (Accepted) BpmnImport.read(bpmn(power, situation));
        assertThat(back.draft().steps()).isEqualTo(flow.draft().steps());
    }

    /// The bounds of a diamond are larger than what is drawn of it.
    private static boolean diamond(String id) {
        return id.startsWith("which-") || id.startsWith("fork-") || id.startsWith("join-");
    }

    private static void line(
            String name, Element edge, Element flow, Map<String, Rectangle> areas) {
        var points = all(edge, "waypoint");
        for (var i = 1; i < points.size(); i++) {
            var level = points.get(i).getAttribute("y").equals(points.get(i - 1).getAttribute("y"));
            var upright =
                    points.get(i).getAttribute("x").equals(points.get(i - 1).getAttribute("x"));
            assertThat(level ^ upright).as(name + " " + flow.getAttribute("id")).isTrue();
        }
        touches(name, points.getFirst(), areas.get(flow.getAttribute("sourceRef")));
        touches(name, points.getLast(), areas.get(flow.getAttribute("targetRef")));
    }

    private static void touches(
            String name, Element point, @org.jspecify.annotations.Nullable Rectangle area) {
        assertThat(area).as(name).isNotNull();
        var x = Integer.parseInt(point.getAttribute("x"));
        var y = Integer.parseInt(point.getAttribute("y"));
        var r = Objects.requireNonNull(area);
        var side = (x == r.x || x == r.x + r.width) && y > r.y && y < r.y + r.height;
        var end = (y == r.y || y == r.y + r.height) && x > r.x && x < r.x + r.width;
        assertThat(side || end).as(name + " " + x + "," + y + " on " + r).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void whatGoesOutComesBackWithoutLoss(String name, PowerDefinition power, Situation situation) {
        var expected = situation.steps().stream().map(s -> DraftStep.of(power, s)).toList();
        assertThat(BpmnImport.read(bpmn(power, situation)))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        a -> {
                            assertThat(a.draft().name()).isEqualTo(situation.name());
                            assertThat(a.draft().steps())
                                    .as(name)
                                    .containsExactlyElementsOf(expected);
                            assertThat(a.draft().notes()).isEmpty();
                        });
    }

    /// The text of the draft in the place of the steps of the shipped text: the reader sees the same steps.
    @Test
    void theTextOfTheDraftSaysWhatTheShippedTextSays() {
        ChartSamples.shipped()
                .forEach((name, power) -> {
                    var text = Objects.requireNonNull(ShippedDefinitions.texts().get(name));
                    for (var situation : power.situations()) {
                        var draft = ((Accepted) BpmnImport.read(bpmn(power, situation))).draft();
                        var from =
                                text.indexOf(
                                                "    steps:\n",
                                                text.indexOf(
                                                        "  - id: " + situation.id() + "\n    name"))
                                        + "    steps:\n".length();
                        var to = text.indexOf("    results:", from);
                        var next = text.indexOf("\n  - id: ", from);
                        var end = next > 0 && (to < 0 || next < to) ? next + 1 : to;
                        var changed =
                                text.substring(0, from)
                                        + DraftYaml.steps(draft.steps())
                                        + text.substring(end);
                        assertThat(new DefinitionReader().read(changed, name))
                                .as(name + " " + situation.id())
                                .isInstanceOfSatisfying(
                                        Loaded.class,
                                        l ->
                                                assertThat(
                                                                l.definition()
                                                                        .situation(situation.id())
                                                                        .orElseThrow()
                                                                        .steps())
                                                        .isEqualTo(situation.steps()));
                    }
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shippedFlows")
    void flowableAndOperatonReadEveryTaskGatewayEventAndLine(
            String name, PowerDefinition power, Situation situation) throws Exception {
        var bytes = bpmn(power, situation);
        var root = BpmnXml.root(bytes);
        var tasks = all(root, "userTask").size();
        var lines = all(root, "sequenceFlow").size();
        var shapes = all(root, "BPMNShape").size();

        var flowable =
                new BpmnXMLConverter()
                        .convertToBpmnModel(() -> new ByteArrayInputStream(bytes), true, false);
        assertThat(
                        flowable.getMainProcess()
                                .findFlowElementsOfType(org.flowable.bpmn.model.UserTask.class))
                .as(name)
                .hasSize(tasks)
                .hasSize(situation.steps().size())
                .allSatisfy(t -> assertThat(t.getCandidateGroups()).hasSize(1));
        assertThat(
                        flowable.getMainProcess()
                                .findFlowElementsOfType(org.flowable.bpmn.model.SequenceFlow.class))
                .hasSize(lines);
        assertThat(flowable.getLocationMap()).hasSize(shapes);

        var operaton = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        Bpmn.validateModel(operaton);
        assertThat(
                        operaton.getModelElementsByType(
                                org.operaton.bpm.model.bpmn.instance.UserTask.class))
                .hasSize(tasks);
        assertThat(operaton.getModelElementsByType(FlowNode.class)).hasSize(shapes);
        assertThat(
                        operaton.getModelElementsByType(
                                org.operaton.bpm.model.bpmn.instance.SequenceFlow.class))
                .hasSize(lines);
    }

    @Test
    void oneDefinitionGivesTheSameBytesEveryTime() {
        var power = Objects.requireNonNull(ChartSamples.shipped().get("wangba-licence.yaml"));
        var situation = power.situation("cancellation").orElseThrow();
        assertThat(BpmnExport.of(power, situation, ChartNames.PLAIN, Lang.EN))
                .isEqualTo(BpmnExport.of(power, situation, ChartNames.PLAIN, Lang.EN));
    }

    @Test
    void aPeriodOfWorkingDaysIsNotSoldAsOneOfCalendarDays() {
        var power = Objects.requireNonNull(ChartSamples.shipped().get("wangba-licence.yaml"));
        var text =
                new String(
                        bpmn(power, power.situation("preparation").orElseThrow()),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text)
                .contains(">5 working-day</timeDuration>", "<timeDuration>P7D</timeDuration>")
                .doesNotContain("P5D");
        assertThat(new StringReader(text)).isNotNull();
    }

    private static List<Element> all(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Rectangle area(Element bounds) {
        return new Rectangle(
                Integer.parseInt(bounds.getAttribute("x")),
                Integer.parseInt(bounds.getAttribute("y")),
                Integer.parseInt(bounds.getAttribute("width")),
                Integer.parseInt(bounds.getAttribute("height")));
    }
}
