package org.guiju.kernel.powers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.guiju.kernel.powers.ChartModel.Edge;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.powers.ChartModel.Node;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// Reads the steps once, in their order, and writes nodes and lines. Rows come first: a node takes number and title from
/// its row, so that drawing and table have the same words by construction.
final class ChartBuilder {
    private final PowerDefinition power;
    private final Situation situation;
    private final Flow flow;
    private final SequencedMap<String, ChartRow> rows = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final ChartRows words;

    ChartBuilder(PowerDefinition power, Situation situation, ChartNames names) {
        this.power = power;
        this.situation = situation;
        this.flow = Flow.of(situation);
        this.words = new ChartRows(power, situation, names);
    }

    ChartModel build() {
        for (var row : words.rows()) {
            if (rows.put(row.step(), row) != null) {
                throw new IllegalArgumentException(
                        "two steps of one situation are called " + row.step());
            }
        }
        nodes.add(
                mark(
                        ChartModel.START,
                        situation.onApplication() ? ChartWords.START : ChartWords.CLUE));
        if (situation.steps().isEmpty()) {
            edges.add(new Edge(ChartModel.START, ChartModel.END, "", null, true, false));
        } else {
            edges.add(
                    new Edge(
                            ChartModel.START, idOf(situation.first().id()), "", null, true, false));
        }
        situation
                .steps()
                .forEach(step -> addStep(step, Objects.requireNonNull(rows.get(step.id()))));
        if (edges.stream().anyMatch(e -> e.to().equals(ChartModel.END))) {
            nodes.add(mark(ChartModel.END, ChartWords.END));
        }
        var all = List.copyOf(rows.values());
        return new ChartModel(
                power.code(),
                power.version(),
                situation.id(),
                ChartWords.title(power, situation),
                words.summary(all),
                words.conditions(),
                nodes,
                edges,
                all);
    }

    private void addStep(Step step, ChartRow row) {
        nodes.add(nodeOf(step, row));
        var from = idOf(step.id());
        if (asks(step)) {
            var question = "question/" + step.id();
            nodes.add(
                    step.kind() == StepKind.ACCEPTANCE
                            ? derived(
                                    question,
                                    Shape.QUESTION,
                                    ChartWords.COMPLETE,
                                    ChartWords.IN_FORM)
                            : derived(question, Shape.QUESTION, ChartWords.GRANTED, null));
            edges.add(new Edge(from, question, "", null, true, false));
            from = question;
        }
        var main = mainOutcome(step);
        for (var outcome : step.outcomes().entrySet()) {
            var label = step.outcomes().size() > 1 ? ChartWords.outcome(outcome.getKey()) : null;
            addOutcome(step, from, outcome, label, outcome.getKey().equals(main));
        }
    }

    private void addOutcome(
            Step step,
            String from,
            Map.Entry<String, List<String>> outcome,
            @Nullable Text label,
            boolean main) {
        var code = outcome.getKey();
        var source = from;
        var words = label;
        if (isRefusal(step, code)) {
            source = "refusal/" + step.id() + "/" + code;
            nodes.add(
                    derived(
                            source,
                            Shape.REFUSAL,
                            ChartWords.refusal(step.kind(), power.kind()),
                            ChartWords.REASONS));
            edges.add(new Edge(from, source, code, label, main, false));
            words = null;
        }
        var targets = ends(outcome.getValue()) ? List.of(Step.END) : outcome.getValue();
        for (var target : targets) {
            if (target.equals(Step.END) || rows.containsKey(target)) {
                var to = target.equals(Step.END) ? endOf(step, code, main) : idOf(target);
                edges.add(new Edge(source, to, code, words, main, targets.size() > 1));
            }
        }
    }

    /// A case that ends before anything was decided has an end of its own beside the step: a line across the whole
    /// chart to the common end would tell the reader nothing.
    private String endOf(Step step, String outcome, boolean main) {
        if (main || afterDecision(step)) {
            return ChartModel.END;
        }
        var id = "end/" + step.id() + "/" + outcome;
        nodes.add(mark(id, ChartWords.END));
        return id;
    }

    private boolean afterDecision(Step step) {
        return situation.steps().stream()
                .filter(s -> s.kind().decides())
                .anyMatch(s -> s.id().equals(step.id()) || flow.reaches(s.id(), step.id()));
    }

    private Node nodeOf(Step step, ChartRow row) {
        var risk = step.risk();
        return new Node(
                idOf(step.id()),
                shapeOf(step.kind()),
                step.id(),
                row.number(),
                row.name(),
                words.notes(step),
                risk == null ? null : Grade.ofRank(risk.grade()),
                step.join());
    }

    static Shape shapeOf(StepKind kind) {
        return switch (kind) {
            case ACCEPTANCE,
                    FORM_REVIEW,
                    PAIRED_REVIEW,
                    ORGAN_OPINION,
                    DECISION,
                    SERVICE,
                    ARCHIVING,
                    CLUE_CHECK,
                    FILING_CHECK,
                    FILING,
                    RECHECK,
                    LEGAL_REVIEW,
                    PENALTY_DECISION,
                    COLLECTION,
                    DEMAND,
                    COURT_ENFORCEMENT,
                    INITIATION,
                    APPROVAL,
                    RULING,
                    EXECUTION ->
                    Shape.WORK;
            case ONE_OFF_NOTICE -> Shape.WAIT;
            case SITE_INSPECTION, INVESTIGATION, ON_THE_SPOT, ON_SITE -> Shape.SITE_CHECK;
            case DELIBERATION, OBJECTION_REVIEW, HEARING, MEDIATION -> Shape.COLLECTIVE;
            case PARTY_NOTICE, PENALTY_NOTICE, PUBLICITY, REPLY -> Shape.PUBLIC;
        };
    }

    /// The outcome of a case that goes through: the first that the kind requires.
    static @Nullable String mainOutcome(Step step) {
        return step.kind().required().stream()
                .filter(step.outcomes()::containsKey)
                .findFirst()
                .orElseGet(() -> step.outcomes().keySet().stream().findFirst().orElse(null));
    }

    static boolean isRefusal(Step step, String outcome) {
        return switch (step.kind()) {
            case ACCEPTANCE -> outcome.equals("not-accepted");
            case DECISION -> outcome.equals("refused");
            default -> false;
        };
    }

    static boolean ends(List<String> targets) {
        return targets.stream().allMatch(Step.END::equals);
    }

    private static boolean asks(Step step) {
        return step.outcomes().size() > 1
                && (step.kind() == StepKind.ACCEPTANCE || step.kind() == StepKind.DECISION);
    }

    private static String idOf(String step) {
        return "step/" + step;
    }

    private static Node mark(String id, Text title) {
        return derived(id, Shape.START_END, title, null);
    }

    private static Node derived(String id, Shape shape, Text title, @Nullable Text note) {
        return new Node(
                id, shape, null, 0, title, note == null ? List.of() : List.of(note), null, false);
    }
}
