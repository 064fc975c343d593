package org.guiju.formats.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartModel.Edge;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.guiju.kernel.powers.Flow;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 流程的 BPMN 骨架: events, tasks, gateways and the flows between them. Outcomes of a step part at an exclusive gateway; steps that
/// begin at once part at a parallel one; a step that waits for every branch that can still reach it has an inclusive one before
/// it, which says the same in BPMN; a period that runs out is a timer on the border of its task.
final class BpmnGraph {
    static final String START = "start";
    static final String END = "end";

    /// 图元类型.
    enum Type {
        START,
        END,
        TASK,
        EXCLUSIVE,
        PARALLEL,
        INCLUSIVE
    }

    /// @param step null for what is no step
    record Node(String id, Type type, Text name, @Nullable Step step) {}

    /// @param outcomes codes of the outcomes that go this way; none where there is nothing to tell
    /// @param timer whether it starts from the timer on the border of its task
    record Line(
            String from,
            String to,
            List<String> outcomes,
            @Nullable Text label,
            boolean main,
            boolean timer) {}

    private static final Text END_NAME = RiskChart.CLOSED;
    private static final Text ACCEPTED = new Text("是否受理？", "Accepted?");
    private static final Text GRANTED = new Text("是否准予？", "Granted?");
    private static final Text OUTCOME = new Text("结果？", "Outcome?");

    private final PowerDefinition power;
    private final Situation situation;
    private final Flow flow;
    private final Map<String, Integer> entries;
    final List<Node> nodes = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();

    BpmnGraph(PowerDefinition power, Situation situation, Text begins) {
        this.power = power;
        this.situation = situation;
        this.flow = Flow.of(situation);
        this.entries = entries();
        nodes.add(new Node(START, Type.START, begins, null));
        lines.add(line(START, entry(situation.first().id()), List.of(), null, true));
        situation.steps().forEach(this::add);
        if (lines.stream().anyMatch(l -> l.to.equals(END))) {
            nodes.add(new Node(END, Type.END, END_NAME, null));
        }
    }

    /// How many ways lead to each step, once for each step and set of targets.
    private Map<String, Integer> entries() {
        var out = new LinkedHashMap<String, Integer>();
        out.merge(situation.first().id(), 1, Integer::sum);
        for (var step : situation.steps()) {
            var ways = new java.util.LinkedHashSet<>(DraftStep.ways(step).values());
            ways.stream()
                    .flatMap(List::stream)
                    .forEach(target -> out.merge(target, 1, Integer::sum));
        }
        return out;
    }

    private boolean joins(Step step) {
        return step.join() && entries.getOrDefault(step.id(), 0) > 1;
    }

    private String entry(String step) {
        var at = situation.step(step).orElse(null);
        return at != null && joins(at) ? "join-" + step : "step-" + step;
    }

    private void add(Step step) {
        var task = "step-" + step.id();
        if (joins(step)) {
            nodes.add(new Node("join-" + step.id(), Type.INCLUSIVE, Text.zh("—"), null));
            lines.add(line("join-" + step.id(), task, List.of(), null, true));
        }
        nodes.add(new Node(task, Type.TASK, step.name(), step));
        var groups = new LinkedHashMap<List<String>, List<String>>();
        String timed = null;
        for (var outcome : DraftStep.ways(step).entrySet()) {
            if (timed(step, outcome.getKey())) {
                timed = outcome.getKey();
            } else {
                groups.computeIfAbsent(outcome.getValue(), k -> new ArrayList<>())
                        .add(outcome.getKey());
            }
        }
        if (timed != null) {
            way(step, task, step.next(timed), List.of(timed), true);
        }
        var source = task;
        if (groups.size() > 1) {
            source = "which-" + step.id();
            nodes.add(new Node(source, Type.EXCLUSIVE, question(step.kind()), null));
            var main = groups.values().stream().anyMatch(codes -> main(step, codes));
            lines.add(line(task, source, List.of(), null, main));
        }
        for (var group : groups.entrySet()) {
            way(step, source, group.getKey(), group.getValue(), false);
        }
    }

    /// 期满: the outcome that the end of a period brings about.
    static boolean timed(Step step, String outcome) {
        return outcome.equals("over")
                && step.limit() != null
                && switch (step.kind()) {
                    case PARTY_NOTICE, PENALTY_NOTICE, PUBLICITY -> true;
                    default -> false;
                };
    }

    private static Text question(StepKind kind) {
        return switch (kind) {
            case ACCEPTANCE -> ACCEPTED;
            case DECISION -> GRANTED;
            default -> OUTCOME;
        };
    }

    private void way(
            Step step, String source, List<String> targets, List<String> codes, boolean timer) {
        var main = main(step, codes);
        var label = step.outcomes().size() > 1 ? label(codes) : null;
        if (targets.size() > 1) {
            var fork = "fork-" + step.id() + "-" + codes.getFirst();
            nodes.add(new Node(fork, Type.PARALLEL, Text.zh("—"), null));
            lines.add(new Line(source, fork, codes, label, main, timer));
            targets.forEach(
                    t -> lines.add(line(fork, to(step, t, codes, main), List.of(), null, main)));
            return;
        }
        var target = targets.isEmpty() ? Step.END : targets.getFirst();
        lines.add(new Line(source, to(step, target, codes, main), codes, label, main, timer));
    }

    private String to(Step step, String target, List<String> codes, boolean main) {
        if (situation.step(target).isPresent()) {
            return entry(target);
        }
        if (main || afterDecision(step)) {
            return END;
        }
        var id = "end-" + step.id() + "-" + codes.getFirst();
        nodes.add(new Node(id, Type.END, END_NAME, null));
        return id;
    }

    private boolean afterDecision(Step step) {
        return situation.steps().stream()
                .filter(s -> s.kind().decides())
                .anyMatch(s -> s.id().equals(step.id()) || flow.reaches(s.id(), step.id()));
    }

    private static boolean main(Step step, List<String> codes) {
        var main =
                step.kind().required().stream()
                        .filter(step.outcomes()::containsKey)
                        .findFirst()
                        .orElseGet(() -> step.outcomes().sequencedKeySet().getFirst());
        return codes.contains(main);
    }

    private static Text label(List<String> codes) {
        var words = codes.stream().map(ChartModel::outcome).toList();
        return new Text(
                words.stream().map(Text::zh).collect(Collectors.joining("、")),
                words.stream()
                        .map(w -> w.en() == null ? w.zh() : w.en())
                        .collect(Collectors.joining(", ")));
    }

    private static Line line(
            String from, String to, List<String> outcomes, @Nullable Text label, boolean main) {
        return new Line(from, to, outcomes, label, main, false);
    }

    /// The same as a chart, so that our own layout can place it.
    ChartModel model() {
        return new ChartModel(
                power.code(),
                power.version(),
                situation.id(),
                situation.name(),
                situation.name(),
                List.of(),
                nodes.stream().map(BpmnGraph::chartNode).toList(),
                lines.stream()
                        .map(l ->
                                new Edge(
                                        l.from,
                                        l.to,
                                        String.join(" ", l.outcomes),
                                        l.label,
                                        l.main,
                                        false))
                        .toList(),
                List.of());
    }

    private static ChartModel.Node chartNode(Node node) {
        var shape =
                switch (node.type) {
                    case START, END -> Shape.START_END;
                    case TASK -> Shape.WORK;
                    case EXCLUSIVE, PARALLEL, INCLUSIVE -> Shape.QUESTION;
                };
        var notes = shape == Shape.START_END ? List.of(Text.zh("—")) : List.<Text>of();
        var id =
                node.type == Type.END && node.id.equals(END)
                        ? ChartModel.END
                        : node.type == Type.START ? ChartModel.START : node.id;
        return new ChartModel.Node(id, shape, null, 0, node.name, notes, null, false);
    }

    Set<Integer> timers() {
        var out = new TreeSet<Integer>();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).timer) {
                out.add(i);
            }
        }
        return out;
    }
}
