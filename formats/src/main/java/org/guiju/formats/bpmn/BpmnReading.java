package org.guiju.formats.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiju.formats.bpmn.BpmnImport.Accepted;
import org.guiju.formats.bpmn.BpmnImport.Draft;
import org.guiju.formats.bpmn.BpmnImport.Reason;
import org.guiju.formats.bpmn.BpmnImport.Refused;
import org.guiju.formats.bpmn.BpmnImport.Result;
import org.guiju.formats.bpmn.DraftStep.DraftLimit;
import org.guiju.formats.bpmn.DraftStep.DraftRisk;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// From the elements of one process to steps and their outcomes: gateways dissolve into outcomes, forks and joins.
final class BpmnReading {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern DAYS = Pattern.compile("P([0-9]{1,4})D");
    private static final Pattern MONTHS = Pattern.compile("P([0-9]{1,3})M");
    private static final Pattern WORKING = Pattern.compile("([0-9]{1,4}) working-day");
    private static final Set<String> TASKS =
            Set.of("task", "userTask", "manualTask", "serviceTask");

    private final Element process;
    private final List<Reason> notes;
    private final List<Reason> reasons = new ArrayList<>();
    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final List<Element> flows;
    private final Map<String, DraftStep> steps = new LinkedHashMap<>();
    private final Set<String> joined = new HashSet<>();

    BpmnReading(Element process, List<Reason> notes) {
        this.process = process;
        this.notes = new ArrayList<>(notes);
        for (var element : BpmnXml.children(process)) {
            if (BpmnXml.isBpmn(element) && element.hasAttribute("id")) {
                nodes.put(BpmnXml.attribute(element, "id"), element);
            }
        }
        this.flows = BpmnXml.bpmn(process, "sequenceFlow").toList();
    }

    Result result() {
        flows.forEach(this::ends);
        nodes.values().stream()
                .filter(e -> "inclusiveGateway".equals(e.getLocalName()) && leaving(e).size() > 1)
                .forEach(e ->
                        refuse(
                                e,
                                "包容网关的分支没有对应：同时进入的环节由结果决定，不由条件决定",
                                "A choice of several ways at once has no meaning: an outcome says which steps begin",
                                "请改画成排他网关或者并行网关",
                                "Draw an exclusive or a parallel gateway"));
        var first = first();
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        collectSteps(Objects.requireNonNull(first));
        var ways = new HashMap<String, SequencedMap<String, List<String>>>();
        steps.keySet().forEach(id -> ways.put(id, outcomes(element(id))));
        if (!reasons.isEmpty()) {
            return new Refused(reasons.stream().distinct().toList());
        }
        var out = new ArrayList<DraftStep>();
        steps.forEach((id, step) ->
                out.add(
                        step.leadingTo(
                                ways.getOrDefault(id, new LinkedHashMap<>()),
                                step.join() || joined.contains(step.id()))));
        var name = name();
        var yaml = DraftYaml.of(name, situationId(), out, notes);
        var missing =
                new DefinitionReader().read(yaml, "draft.yaml")
                                instanceof LoadResult.Rejected(var problems)
                        ? problems
                        : List.<org.guiju.formats.definition.DefinitionProblem>of();
        return new Accepted(new Draft(name, out, notes, yaml, missing));
    }

    private void ends(Element flow) {
        for (var end : List.of("sourceRef", "targetRef")) {
            if (!nodes.containsKey(BpmnXml.attribute(flow, end))) {
                refuse(
                        flow,
                        "这条线的起点或者终点不在流程里",
                        "This line begins or ends outside the process",
                        "请把线接到流程里的图元上",
                        "Connect it to an element of the process");
            }
        }
        if (BpmnXml.bpmn(flow, "conditionExpression").findAny().isPresent()) {
            notes.add(
                    new Reason(
                            BpmnWords.named(flow),
                            new Text("条件表达式没有带入草案", "The condition was left out of the draft"),
                            new Text(
                                    "结果由办理人作出，条件写在办事条件和标准里",
                                    "People bring outcomes about; state conditions and standards")));
        }
    }

    /// The step with which every case begins.
    private @Nullable Element first() {
        var starts =
                nodes.values().stream().filter(e -> "startEvent".equals(e.getLocalName())).toList();
        if (starts.size() != 1) {
            refuse(
                    process,
                    "开始事件应当只有一个，现有 " + starts.size() + " 个",
                    "There must be one start event, not " + starts.size(),
                    "请只留一个开始事件",
                    "Keep one start event");
            return null;
        }
        var start = starts.getFirst();
        var out = leaving(start);
        var next = out.size() == 1 ? node(out.getFirst(), "targetRef") : null;
        while (next != null && isGateway(next) && leaving(next).size() == 1) {
            next = node(leaving(next).getFirst(), "targetRef");
        }
        if (next == null || !isTask(next)) {
            refuse(
                    start,
                    "开始之后应当是一个环节",
                    "What follows the start must be one task",
                    "请在开始事件之后画受理（或者线索核查）环节",
                    "Draw the acceptance, or the check of the clue, right after it");
            return null;
        }
        return next;
    }

    /// Tasks in the order of the file, the first one first.
    private void collectSteps(Element first) {
        var taken = new HashSet<String>();
        var order = new ArrayList<Element>();
        order.add(first);
        nodes.values().stream().filter(e -> isTask(e) && !e.equals(first)).forEach(order::add);
        for (var task : order) {
            var step = step(task, taken);
            taken.add(step.id());
            steps.put(BpmnXml.attribute(task, "id"), step);
        }
    }

    private Element element(String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    private DraftStep step(Element task, Set<String> taken) {
        var own = BpmnXml.own(task, "step").findFirst();
        var id = own.map(e -> BpmnXml.attribute(e, "id")).filter(this::isId);
        var unique = unique(id.orElseGet(() -> slug(task, "step")), taken);
        var words = BpmnXml.attribute(task, "name").replaceAll("\\s+", " ");
        var name = words.isBlank() ? Text.zh(unique) : Text.zh(words);
        if (own.isEmpty()) {
            return new DraftStep(
                    unique,
                    name,
                    null,
                    role(task),
                    null,
                    limit(task),
                    null,
                    new LinkedHashMap<>(),
                    false,
                    null,
                    null,
                    1,
                    "",
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        var e = own.get();
        return new DraftStep(
                unique,
                text(e, "name").orElse(name),
                word(e, "kind"),
                word(e, "role"),
                word(e, "organ"),
                ownLimit(e),
                word(e, "counts") == null ? null : Boolean.valueOf(word(e, "counts")),
                new LinkedHashMap<>(),
                "true".equals(word(e, "join")),
                word(e, "meeting"),
                word(e, "boundTo"),
                number(word(e, "officers"), 1),
                Optional.ofNullable(word(e, "qualified")).orElse(""),
                named(e, "gives").map(Element::getTextContent).toList(),
                named(e, "announces").map(Element::getTextContent).toList(),
                word(e, "regime"),
                word(e, "basis"),
                text(e, "duty").orElse(null),
                risk(e),
                text(e, "rights").orElse(null),
                text(e, "complaint").orElse(null));
    }

    private boolean isId(String word) {
        return ID.matcher(word).matches();
    }

    private static Stream<Element> named(Element parent, String name) {
        return BpmnXml.children(parent).stream()
                .filter(c ->
                        Names.GUIJU.equals(c.getNamespaceURI()) && name.equals(c.getLocalName()));
    }

    private static Optional<Text> text(Element parent, String name) {
        return named(parent, name)
                .filter(e -> !e.getTextContent().isBlank())
                .map(e ->
                        new Text(
                                e.getTextContent(),
                                e.hasAttribute("en") ? e.getAttribute("en") : null))
                .findFirst();
    }

    private static @Nullable String word(Element e, String name) {
        var value = BpmnXml.attribute(e, name);
        return value.isEmpty() ? null : value;
    }

    private static int number(@Nullable String word, int otherwise) {
        return word != null && word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : otherwise;
    }

    private static @Nullable DraftLimit ownLimit(Element step) {
        return named(step, "limit")
                .findFirst()
                .map(l ->
                        new DraftLimit(
                                number(word(l, "n"), 1),
                                BpmnXml.attribute(l, "unit"),
                                Optional.ofNullable(word(l, "from")).orElse("step"),
                                word(l, "basis")))
                .orElse(null);
    }

    private static @Nullable DraftRisk risk(Element step) {
        return named(step, "risk")
                .findFirst()
                .map(r ->
                        new DraftRisk(
                                BpmnXml.attribute(r, "grade"),
                                text(r, "how").orElse(Text.zh("—")),
                                BpmnXml.attribute(r, "control"),
                                text(r, "measure").orElse(Text.zh("—"))))
                .orElse(null);
    }

    /// 岗位: what the file calls the performer, where that is a word a definition can use; else the lane.
    private @Nullable String role(Element task) {
        for (var kind : List.of("potentialOwner", "humanPerformer", "performer", "resourceRole")) {
            var said =
                    BpmnXml.bpmn(task, kind)
                            .map(e -> e.getTextContent().strip())
                            .filter(this::isId)
                            .findFirst();
            if (said.isPresent()) {
                return said.get();
            }
        }
        return null;
    }

    /// 时限 from a timer on the border.
    private @Nullable DraftLimit limit(Element task) {
        for (var timer : timers(task)) {
            var words =
                    BpmnXml.bpmn(timer, "timerEventDefinition")
                            .flatMap(d -> BpmnXml.bpmn(d, "timeDuration"))
                            .map(d -> d.getTextContent().strip())
                            .findFirst()
                            .orElse("");
            for (var form :
                    Map.of(DAYS, "calendar-day", MONTHS, "month", WORKING, "working-day")
                            .entrySet()) {
                var found = form.getKey().matcher(words);
                if (found.matches() && Integer.parseInt(found.group(1)) > 0) {
                    return new DraftLimit(
                            Integer.parseInt(found.group(1)), form.getValue(), "step", null);
                }
            }
        }
        return null;
    }

    private List<Element> timers(Element task) {
        var id = BpmnXml.attribute(task, "id");
        return nodes.values().stream()
                .filter(e ->
                        "boundaryEvent".equals(e.getLocalName())
                                && BpmnXml.attribute(e, "attachedToRef").equals(id))
                .toList();
    }

    /// 结果 of a task: each way out, through gateways, to the steps it leads to.
    private SequencedMap<String, List<String>> outcomes(Element task) {
        var out = new LinkedHashMap<String, List<String>>();
        for (var timer : timers(task)) {
            for (var flow : leaving(timer)) {
                way(flow, "over", out, new HashSet<>());
            }
        }
        var flows = leaving(task);
        if (flows.size() > 1) {
            // several lines out of a task are walked at once
            var targets = new LinkedHashSet<String>();
            flows.forEach(f -> targets.addAll(branch(node(f, "targetRef"), new HashSet<>())));
            put(out, "done", List.copyOf(targets));
        } else if (flows.size() == 1) {
            way(flows.getFirst(), "done", out, new HashSet<>());
        }
        return out;
    }

    private void way(
            Element flow,
            String otherwise,
            SequencedMap<String, List<String>> out,
            Set<String> seen) {
        var to = node(flow, "targetRef");
        if (to != null && isSplit(to) && !isParallel(to)) {
            if (!seen.add(BpmnXml.attribute(to, "id"))) {
                refuse(
                        to,
                        "网关只通向网关，没有环节",
                        "Gateways lead to each other and to no task",
                        "请在网关之间画出环节",
                        "Draw a task between them");
                return;
            }
            for (var next : leaving(to)) {
                way(next, label(next), out, seen);
            }
            return;
        }
        var codes = codes(flow);
        var targets = branch(to, new HashSet<>());
        if (codes.isEmpty()) {
            put(out, otherwise, targets);
        } else {
            codes.forEach(c -> put(out, c, targets));
        }
    }

    private static List<String> codes(Element flow) {
        return BpmnXml.own(flow, "outcome")
                .map(e -> BpmnXml.attribute(e, "code"))
                .filter(c -> ID.matcher(c).matches())
                .toList();
    }

    /// The code of an outcome whose words the line bears, else a word made of them.
    private String label(Element flow) {
        var words = BpmnXml.attribute(flow, "name");
        for (var kind : StepKind.values()) {
            for (var code :
                    Stream.concat(kind.required().stream(), kind.optional().stream()).toList()) {
                var known = ChartModel.outcome(code);
                if (words.equals(known.zh()) || words.equalsIgnoreCase(known.en())) {
                    return code;
                }
            }
        }
        return slug(flow, "way");
    }

    private static void put(
            SequencedMap<String, List<String>> out, String code, List<String> targets) {
        var key = code;
        for (var n = 2; out.containsKey(key); n++) {
            key = code + "-" + n;
        }
        out.put(key, targets);
    }

    /// Steps that are entered; none at an end.
    private List<String> branch(@Nullable Element to, Set<String> seen) {
        if (to == null || "endEvent".equals(to.getLocalName())) {
            return List.of();
        }
        var step = steps.get(BpmnXml.attribute(to, "id"));
        if (step != null) {
            return List.of(step.id());
        }
        var gateway = isGateway(to) && seen.add(BpmnXml.attribute(to, "id"));
        var out = gateway ? leaving(to) : List.<Element>of();
        if (!gateway || (isSplit(to) && !isParallel(to))) {
            refuse(
                    to,
                    "并行分支里直接接判断，无法对应",
                    "A choice directly within a parallel branch has no meaning here",
                    "请在判断之前画出作判断的环节",
                    "Draw the task that decides before the choice");
            return List.of();
        }
        var targets = new LinkedHashSet<String>();
        for (var flow : out) {
            targets.addAll(branch(node(flow, "targetRef"), seen));
        }
        var waits = arriving(to) > 1 && !"exclusiveGateway".equals(to.getLocalName());
        if (waits) {
            joined.addAll(targets);
        }
        return List.copyOf(targets);
    }

    private static boolean isTask(Element e) {
        return TASKS.contains(e.getLocalName());
    }

    private static boolean isGateway(Element e) {
        return e.getLocalName().endsWith("Gateway");
    }

    private static boolean isParallel(Element e) {
        return "parallelGateway".equals(e.getLocalName());
    }

    private boolean isSplit(Element e) {
        return isGateway(e) && leaving(e).size() > 1;
    }

    private List<Element> leaving(Element e) {
        var id = BpmnXml.attribute(e, "id");
        return flows.stream().filter(f -> BpmnXml.attribute(f, "sourceRef").equals(id)).toList();
    }

    private long arriving(Element e) {
        var id = BpmnXml.attribute(e, "id");
        return flows.stream().filter(f -> BpmnXml.attribute(f, "targetRef").equals(id)).count();
    }

    private @Nullable Element node(Element flow, String end) {
        return nodes.get(BpmnXml.attribute(flow, end));
    }

    /// A short word of Latin letters for what the file calls otherwise.
    private String slug(Element e, String otherwise) {
        for (var words : List.of(BpmnXml.attribute(e, "name"), BpmnXml.attribute(e, "id"))) {
            var plain =
                    words.toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^[-0-9]+|-+$", "");
            var least = words.codePoints().allMatch(c -> c < 0x250);
            if (plain.length() >= 2 && least && plain.length() <= 40 && isId(plain)) {
                return plain;
            }
        }
        return otherwise;
    }

    private static String unique(String id, Set<String> taken) {
        var out = id;
        for (var n = 2; taken.contains(out) || out.equals(Step.END); n++) {
            out = id + "-" + n;
        }
        return out;
    }

    private Text name() {
        return BpmnXml.own(process, "situation")
                .flatMap(s -> text(s, "name").stream())
                .findFirst()
                .orElseGet(() -> {
                    var words = BpmnXml.attribute(process, "name");
                    return Text.zh(words.isBlank() ? "导入的流程" : words);
                });
    }

    private String situationId() {
        return BpmnXml.own(process, "situation")
                .map(s -> BpmnXml.attribute(s, "id"))
                .filter(this::isId)
                .findFirst()
                .orElse("imported");
    }

    private void refuse(Element e, String zh, String en, String helpZh, String helpEn) {
        reasons.add(new Reason(BpmnWords.named(e), new Text(zh, en), new Text(helpZh, helpEn)));
    }
}
