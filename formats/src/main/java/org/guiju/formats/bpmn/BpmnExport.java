package org.guiju.formats.bpmn;

import static org.guiju.formats.bpmn.BpmnGraph.Type;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiju.formats.bpmn.BpmnGraph.Line;
import org.guiju.formats.bpmn.BpmnGraph.Node;
import org.guiju.formats.chart.Diagram;
import org.guiju.formats.chart.Lang;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.ChartRow;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 导出 BPMN 2.0: the flow of one situation for other people's modellers, with the places of our own layout. What BPMN has no word
/// for stands in elements of our own, so that the file can come back without loss.
public final class BpmnExport {
    private final PowerDefinition power;
    private final Situation situation;
    private final Lang lang;
    private final BpmnGraph graph;
    private final ChartModel chart;
    private final Text title;
    private final Diagram diagram;
    private final List<BpmnRisks.Note> risks;

    /// What the risk of each step is called, on a risk chart.
    private final Map<String, String> grades = new HashMap<>();

    private final XmlText xml = new XmlText();

    private BpmnExport(
            PowerDefinition power,
            Situation situation,
            ChartNames names,
            Lang lang,
            @Nullable RiskChart risk) {
        this.power = power;
        this.situation = situation;
        this.lang = lang;
        this.chart = ChartModel.of(power, situation, names);
        this.graph = new BpmnGraph(power, situation, chart.nodes().getFirst().title());
        this.diagram = Diagram.of(graph.model(), lang, graph.timers());
        this.title = risk == null ? chart.title() : risk.title();
        this.risks =
                risk == null
                        ? List.of()
                        : BpmnRisks.of(risk, situation, graph.nodes, diagram, lang);
        for (int i = 0; risk != null && i < risk.lines().size(); i++) {
            var point = risk.lines().get(i).point();
            if (point != null) {
                grades.put(situation.steps().get(i).id(), lang.of(point.name()));
            }
        }
    }

    /// @return UTF-8; one definition gives one sequence of bytes
    public static byte[] of(
            PowerDefinition power, Situation situation, ChartNames names, Lang lang) {
        return new BpmnExport(power, situation, names, lang, null)
                .written()
                .getBytes(StandardCharsets.UTF_8);
    }

    /// 风险防控图: the same flow with a note at each step for its risk point, in words that every modeller shows.
    ///
    /// @param risk of the same situation
    public static byte[] risk(
            PowerDefinition power,
            Situation situation,
            ChartNames names,
            RiskChart risk,
            Lang lang) {
        return new BpmnExport(power, situation, names, lang, risk)
                .written()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String written() {
        xml.open(
                "definitions",
                "xmlns",
                Names.MODEL,
                "xmlns:bpmndi",
                Names.DI,
                "xmlns:dc",
                Names.DC,
                "xmlns:di",
                Names.LINES,
                "xmlns:guiju",
                Names.GUIJU,
                "xmlns:xsi",
                Names.INSTANCE,
                "id",
                "definitions",
                "name",
                lang.of(title),
                "targetNamespace",
                Names.GUIJU,
                "exporter",
                "Guiju");
        process();
        diagram();
        return xml.close().toString();
    }

    private void process() {
        xml.open(
                "process",
                "id",
                "process",
                "name",
                lang.of(situation.name()),
                "isExecutable",
                "false");
        xml.text("documentation", lang.of(chart.summary()));
        xml.open("extensionElements");
        xml.open(
                "guiju:situation",
                "power",
                power.code().value(),
                "version",
                Integer.toString(power.version()),
                "digest",
                power.digest(),
                "id",
                situation.id());
        words("guiju:name", situation.name());
        xml.close().close();
        for (var node : graph.nodes) {
            switch (node.type()) {
                case START -> event("startEvent", node);
                case END -> event("endEvent", node);
                case TASK -> task(node, Objects.requireNonNull(node.step()));
                case EXCLUSIVE -> gateway("exclusiveGateway", node, lang.of(node.name()));
                case PARALLEL -> gateway("parallelGateway", node, null);
                case INCLUSIVE -> gateway("inclusiveGateway", node, null);
            }
        }
        for (var i = 0; i < graph.lines.size(); i++) {
            flow(i, graph.lines.get(i));
        }
        for (var note : risks) {
            xml.open("textAnnotation", "id", note.id());
            xml.text("text", note.words());
            xml.close();
            xml.empty(
                    "association",
                    "id",
                    note.id() + "-of",
                    "associationDirection",
                    "None",
                    "sourceRef",
                    note.task(),
                    "targetRef",
                    note.id());
        }
        xml.close();
    }

    private void event(String name, Node node) {
        xml.open(name, "id", node.id(), "name", lang.of(node.name()));
        ends(node.id());
        xml.close();
    }

    private void gateway(String name, Node node, @Nullable String words) {
        var in = graph.lines.stream().filter(l -> l.to().equals(node.id())).count();
        xml.open(
                name,
                "id",
                node.id(),
                "name",
                words,
                "gatewayDirection",
                in > 1 && node.type() == Type.INCLUSIVE ? "Converging" : "Diverging");
        ends(node.id());
        xml.close();
    }

    /// The flows that come in and go out, except those that a timer on the border sends.
    private void ends(String node) {
        for (var i = 0; i < graph.lines.size(); i++) {
            if (graph.lines.get(i).to().equals(node)) {
                xml.text("incoming", flowId(i));
            }
        }
        for (var i = 0; i < graph.lines.size(); i++) {
            if (graph.lines.get(i).from().equals(node) && !graph.lines.get(i).timer()) {
                xml.text("outgoing", flowId(i));
            }
        }
    }

    private void task(Node node, Step step) {
        var row =
                chart.rows().stream()
                        .filter(r -> r.step().equals(step.id()))
                        .findFirst()
                        .orElseThrow();
        xml.open("userTask", "id", node.id(), "name", name(node, row.number(), step));
        xml.text("documentation", documentation(row));
        xml.open("extensionElements");
        extension(DraftStep.of(power, step));
        xml.close();
        ends(node.id());
        if (!step.role().isBlank()) {
            xml.open("potentialOwner");
            xml.open("resourceAssignmentExpression");
            xml.text("formalExpression", step.role());
            xml.close().close();
        }
        xml.close();
        for (var i = 0; i < graph.lines.size(); i++) {
            var line = graph.lines.get(i);
            if (line.timer() && line.from().equals(node.id())) {
                timer(i, node, Objects.requireNonNull(step.limit()));
            }
        }
    }

    /// A task with a timer on its border breaks a long Chinese name in two, so that the timer covers no letter.
    private String name(Node node, int number, Step step) {
        var words = number + " " + lang.of(step.name());
        var timed = graph.lines.stream().anyMatch(l -> l.timer() && l.from().equals(node.id()));
        var half = words.length() / 2 + 1;
        var broken =
                timed && lang == Lang.ZH && words.length() > 7
                        ? words.substring(0, half) + "\n" + words.substring(half)
                        : words;
        var grade = grades.get(step.id());
        return grade == null ? broken : broken + "\n" + grade;
    }

    /// 依据、岗位、时限, in words that every modeller shows.
    private String documentation(ChartRow row) {
        var zh = lang == Lang.ZH;
        var parts =
                List.of(
                        (zh ? "岗位：" : "Post: ") + lang.of(row.post()),
                        (zh ? "时限：" : "Limit: ") + lang.of(row.limit()),
                        (zh ? "依据：" : "Basis: ") + lang.of(row.basis()));
        return String.join(zh ? "；" : "; ", parts);
    }

    private void timer(int flow, Node task, Limit limit) {
        xml.open(
                "boundaryEvent",
                "id",
                timerId(flow),
                "attachedToRef",
                task.id(),
                "cancelActivity",
                "true");
        xml.text("outgoing", flowId(flow));
        xml.open("timerEventDefinition");
        var language =
                switch (limit.unit()) {
                    case WORKING_DAY -> "urn:guiju:limit";
                    case CALENDAR_DAY, MONTH -> null;
                };
        xml.text(
                "timeDuration",
                switch (limit.unit()) {
                    // ISO 8601 knows no working day, and a calendar day in its place would be a lie
                    case WORKING_DAY -> limit.n() + " working-day";
                    case CALENDAR_DAY -> "P" + limit.n() + "D";
                    case MONTH -> "P" + limit.n() + "M";
                },
                "xsi:type",
                language == null ? null : "tFormalExpression",
                "language",
                language);
        xml.close().close();
    }

    private void extension(DraftStep step) {
        var limit = step.limit();
        var risk = step.risk();
        var counts = step.counts();
        xml.open(
                "guiju:step",
                "id",
                step.id(),
                "kind",
                step.kind(),
                "role",
                step.role(),
                "organ",
                step.organ(),
                "counts",
                counts == null ? null : counts.toString(),
                "join",
                step.join() ? "true" : null,
                "meeting",
                step.meeting(),
                "boundTo",
                step.boundTo(),
                "officers",
                step.officers() == 1 ? null : Integer.toString(step.officers()),
                "qualified",
                step.qualified().isEmpty() ? null : step.qualified(),
                "regime",
                step.regime(),
                "basis",
                step.basis());
        words("guiju:name", step.name());
        if (limit != null) {
            xml.empty(
                    "guiju:limit",
                    "n",
                    Integer.toString(limit.n()),
                    "unit",
                    limit.unit(),
                    "from",
                    limit.from(),
                    "basis",
                    limit.basis());
        }
        step.gives().forEach(g -> xml.text("guiju:gives", g));
        step.announces().forEach(a -> xml.text("guiju:announces", a));
        words("guiju:duty", step.duty());
        if (risk != null) {
            xml.open("guiju:risk", "grade", risk.grade(), "control", risk.control());
            words("guiju:how", risk.how());
            words("guiju:measure", risk.measure());
            xml.close();
        }
        words("guiju:rights", step.rights());
        words("guiju:complaint", step.complaint());
        xml.close();
    }

    private void words(String name, @Nullable Text text) {
        if (text != null) {
            xml.text(name, text.zh(), "en", text.en());
        }
    }

    private void flow(int i, Line line) {
        var from = line.timer() ? timerId(i) : line.from();
        var label = line.label();
        var attributes =
                new String[] {
                    "id",
                    flowId(i),
                    "name",
                    label == null ? null : lang.of(label),
                    "sourceRef",
                    from,
                    "targetRef",
                    line.to()
                };
        if (line.outcomes().isEmpty()) {
            xml.empty("sequenceFlow", attributes);
            return;
        }
        xml.open("sequenceFlow", attributes);
        xml.open("extensionElements");
        line.outcomes().forEach(o -> xml.empty("guiju:outcome", "code", o));
        xml.close().close();
    }

    private void diagram() {
        xml.open("bpmndi:BPMNDiagram", "id", "diagram");
        xml.open("bpmndi:BPMNPlane", "id", "plane", "bpmnElement", "process");
        for (var i = 0; i < graph.nodes.size(); i++) {
            var node = graph.nodes.get(i);
            var exclusive = node.type() == Type.EXCLUSIVE ? "true" : null;
            xml.open(
                    "bpmndi:BPMNShape",
                    "id",
                    node.id() + "-shape",
                    "bpmnElement",
                    node.id(),
                    "isMarkerVisible",
                    exclusive);
            bounds(diagram.shapes().get(i));
            var named =
                    node.type() == Type.EXCLUSIVE
                            || node.type() == Type.START
                            || node.type() == Type.END;
            label(named ? diagram.names().get(i) : null);
            xml.close();
        }
        for (var i = 0; i < graph.lines.size(); i++) {
            var timer = diagram.lines().get(i).timer();
            if (timer != null) {
                xml.open(
                        "bpmndi:BPMNShape", "id", timerId(i) + "-shape", "bpmnElement", timerId(i));
                bounds(timer);
                xml.close();
            }
        }
        for (var i = 0; i < graph.lines.size(); i++) {
            var way = diagram.lines().get(i);
            xml.open("bpmndi:BPMNEdge", "id", flowId(i) + "-edge", "bpmnElement", flowId(i));
            for (var point : way.points()) {
                waypoint(point);
            }
            label(way.label());
            xml.close();
        }
        for (var note : risks) {
            xml.open("bpmndi:BPMNShape", "id", note.id() + "-shape", "bpmnElement", note.id());
            bounds(note.area());
            xml.close();
        }
        xml.close().close();
    }

    private void waypoint(List<Integer> point) {
        xml.empty("di:waypoint", "x", point.getFirst().toString(), "y", point.getLast().toString());
    }

    private void label(Diagram.@Nullable Area area) {
        if (area != null) {
            xml.open("bpmndi:BPMNLabel");
            bounds(area);
            xml.close();
        }
    }

    private void bounds(Diagram.Area area) {
        xml.empty(
                "dc:Bounds",
                "x",
                Integer.toString(area.x()),
                "y",
                Integer.toString(area.y()),
                "width",
                Integer.toString(area.width()),
                "height",
                Integer.toString(area.height()));
    }

    private static String flowId(int i) {
        return "flow-" + (i + 1);
    }

    private static String timerId(int i) {
        return "timer-" + (i + 1);
    }
}
