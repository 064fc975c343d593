package org.guiju.formats.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guiju.formats.bpmn.BpmnXml.Unreadable;
import org.guiju.formats.definition.DefinitionProblem;
import org.guiju.kernel.shared.Text;
import org.w3c.dom.Element;

/// 导入 BPMN 2.0: a flow that was drawn elsewhere becomes the steps of a draft, or is refused with every element that has no meaning
/// here. Nothing is guessed: what the drawing does not tell, the draft marks as missing.
public final class BpmnImport {

    /// 导入结果.
    public sealed interface Result permits Accepted, Refused {}

    /// @param draft the draft: steps, and the whole text of a definition with everything that is missing marked
    public record Accepted(Draft draft) implements Result {}

    /// @param reasons at least one
    public record Refused(List<Reason> reasons) implements Result {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /// 草案.
    ///
    /// @param name of the situation
    /// @param notes what was left out of the file and why
    /// @param yaml text of a definition
    /// @param missing what the reader of definitions still misses in that text, in its own words
    public record Draft(
            Text name,
            List<DraftStep> steps,
            List<Reason> notes,
            String yaml,
            List<DefinitionProblem> missing) {
        public Draft {
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
            missing = List.copyOf(missing);
        }
    }

    /// 原因.
    ///
    /// @param element which one: kind, name and id as the file has them; empty for the file as a whole
    public record Reason(String element, Text says, Text remedy) {
        /// One line for a terminal.
        public String print(boolean chinese) {
            var words =
                    chinese
                            ? says.zh() + "。" + remedy.zh() + "。"
                            : says.en() + ". " + remedy.en() + ".";
            return element.isEmpty() ? words : element + (chinese ? "：" : ": ") + words;
        }
    }

    private static final Text AS_XML =
            new Text(
                    "请从建模工具重新导出为 BPMN 2.0 XML",
                    "Export it again from the modeller as BPMN 2.0 XML");

    /// Elements that say nothing about the flow; they are left out, and the draft says so.
    private static final Set<String> REMARKS =
            Set.of(
                    "textAnnotation",
                    "association",
                    "group",
                    "dataObject",
                    "dataObjectReference",
                    "dataStoreReference",
                    "dataInput",
                    "dataOutput",
                    "ioSpecification",
                    "property",
                    "category");

    private static final Set<String> SILENT =
            Set.of(
                    "documentation",
                    "extensionElements",
                    "laneSet",
                    "sequenceFlow",
                    "auditing",
                    "monitoring");

    private BpmnImport() {}

    public static Result read(byte[] bytes) {
        try {
            var root = BpmnXml.root(bytes);
            if (!BpmnXml.isBpmn(root) || !"definitions".equals(root.getLocalName())) {
                return refused(new Text("文件不是 BPMN 2.0", "The file is not BPMN 2.0"), AS_XML);
            }
            return process(root);
        } catch (Unreadable e) {
            return refused(e.says(), AS_XML);
        }
    }

    private static Refused refused(Text says, Text remedy) {
        return new Refused(List.of(new Reason("", says, remedy)));
    }

    private static Result process(Element root) {
        var reasons = new ArrayList<Reason>();
        var notes = new ArrayList<Reason>();
        BpmnXml.bpmn(root, "collaboration")
                .flatMap(c -> BpmnXml.bpmn(c, "messageFlow"))
                .forEach(m -> reasons.add(BpmnWords.noMeaning(m, "messageFlow")));
        var processes =
                BpmnXml.bpmn(root, "process")
                        .filter(p -> BpmnXml.children(p).stream().anyMatch(BpmnImport::isNode))
                        .toList();
        if (processes.isEmpty()) {
            return refused(
                    new Text("文件里没有带环节的流程（process）", "There is no process with any step"),
                    new Text("请画出一个流程再导出", "Draw one process and export it"));
        }
        for (var other : processes.subList(1, processes.size())) {
            reasons.add(BpmnWords.noMeaning(other, "process"));
        }
        for (var process : processes) {
            for (var element : BpmnXml.children(process)) {
                look(element, reasons, notes);
            }
        }
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        return new BpmnReading(processes.getFirst(), notes).result();
    }

    private static boolean isNode(Element e) {
        return BpmnXml.isBpmn(e)
                && !SILENT.contains(e.getLocalName())
                && !REMARKS.contains(e.getLocalName());
    }

    private static void look(Element e, List<Reason> reasons, List<Reason> notes) {
        var kind = e.getLocalName();
        if (!BpmnXml.isBpmn(e)) {
            return;
        }
        if (REMARKS.contains(kind)) {
            notes.add(BpmnWords.leftOut(e));
            return;
        }
        if (SILENT.contains(kind)) {
            return;
        }
        switch (kind) {
            case "task", "userTask", "manualTask", "serviceTask" -> task(e, reasons, notes);
            case "startEvent" -> event(e, Set.of(), reasons);
            case "endEvent" -> event(e, Set.of("terminateEventDefinition"), reasons);
            case "boundaryEvent" -> event(e, Set.of("timerEventDefinition"), reasons);
            case "exclusiveGateway", "parallelGateway", "inclusiveGateway" -> {}
            default -> reasons.add(BpmnWords.noMeaning(e, kind));
        }
    }

    private static void task(Element e, List<Reason> reasons, List<Reason> notes) {
        if (BpmnXml.attribute(e, "isForCompensation").equals("true")) {
            reasons.add(BpmnWords.noMeaning(e, "compensation"));
        }
        for (var child : BpmnXml.children(e)) {
            var kind = child.getLocalName();
            if (!BpmnXml.isBpmn(child)) {
                continue;
            }
            switch (kind) {
                case "standardLoopCharacteristics", "multiInstanceLoopCharacteristics" ->
                        reasons.add(BpmnWords.noMeaning(e, kind));
                case "ioSpecification", "dataInputAssociation", "dataOutputAssociation" ->
                        notes.add(BpmnWords.leftOut(e));
                default -> {}
            }
        }
    }

    private static void event(Element e, Set<String> allowed, List<Reason> reasons) {
        var definitions =
                BpmnXml.children(e).stream()
                        .filter(c -> BpmnXml.isBpmn(c) && isDefinition(c.getLocalName()))
                        .map(Element::getLocalName)
                        .toList();
        for (var definition : definitions) {
            if (!allowed.contains(definition)) {
                reasons.add(
                        BpmnWords.noMeaning(
                                e, definition.equals("eventDefinitionRef") ? "event" : definition));
            }
        }
        if (definitions.isEmpty() && "boundaryEvent".equals(e.getLocalName())) {
            reasons.add(BpmnWords.noMeaning(e, "event"));
        }
    }

    private static boolean isDefinition(String name) {
        return name.endsWith("EventDefinition") || name.equals("eventDefinitionRef");
    }
}
