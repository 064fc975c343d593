package org.guiju.kernel.powers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.shared.Text;

/// The words of the table: who, from where, how long, what can go wrong, where to (A51, A54, A57).
final class ChartRows {
    private final PowerDefinition power;
    private final Situation situation;
    private final ChartNames names;
    private final Map<String, Integer> numbers = new HashMap<>();

    ChartRows(PowerDefinition power, Situation situation, ChartNames names) {
        this.power = power;
        this.situation = situation;
        this.names = names;
        situation.steps().forEach(s -> numbers.putIfAbsent(s.id(), numbers.size() + 1));
    }

    List<ChartRow> rows() {
        var rows = new ArrayList<ChartRow>();
        situation.steps().forEach(s -> rows.add(row(rows.size() + 1, s)));
        return rows;
    }

    private ChartRow row(int number, Step step) {
        var risk = step.risk();
        return new ChartRow(
                number,
                step.id(),
                step.name(),
                joined(" · ", post(step)),
                before(step),
                limit(step),
                risk == null ? null : Grade.ofRank(risk.grade()),
                risk == null ? ChartWords.NONE : risk.how(),
                risk == null ? ChartWords.NONE : risk.measure(),
                step.regime() == null ? situation.regime() : step.regime(),
                basis(step),
                step.duty() == null ? ChartWords.NONE : step.duty(),
                next(step),
                step.rights(),
                step.complaint());
    }

    private Text basis(Step step) {
        return Optional.ofNullable(step.basis())
                .flatMap(power::basis)
                .map(b -> Text.zh(b.article().cite()))
                .orElse(ChartWords.NONE);
    }

    List<Text> conditions() {
        return situation.conditions().stream()
                .flatMap(id -> power.condition(id).stream())
                .map(Condition::says)
                .toList();
    }

    /// What stands in the node below the title: the same post and limit as in the row, in fewer words.
    List<Text> notes(Step step) {
        var notes = new ArrayList<Text>();
        if (step.kind().waitsForApplicant()) {
            return List.of(ChartWords.STOPPED);
        }
        notes.addAll(post(step));
        var limit = step.limit();
        if (limit != null) {
            notes.add(ChartWords.limit(limit));
            if (!step.counts()) {
                notes.add(ChartWords.NOT_COUNTED);
            }
        }
        if (step.join()) {
            notes.addFirst(ChartWords.JOIN);
        }
        return notes;
    }

    private List<Text> post(Step step) {
        var parts = new ArrayList<Text>();
        var organ = step.organ();
        if (organ != null && !organ.equals(power.organ())) {
            parts.add(names.organ(organ));
        }
        var meeting = step.meeting();
        if (meeting != null) {
            parts.add(
                    power.meeting(meeting)
                            .map(PowerDefinition.MeetingKind::name)
                            .orElseGet(() -> Text.zh(meeting)));
        } else if (!step.role().isBlank()) {
            parts.add(names.role(step.role()));
        }
        if (step.kind() == StepKind.PAIRED_REVIEW) {
            parts.add(ChartWords.PAIRED);
        } else if (step.officers().atLeast() > 1) {
            var n = step.officers().atLeast();
            parts.add(new Text(n + " 人以上", n + " or more"));
        }
        return parts;
    }

    private Text limit(Step step) {
        var limit = step.limit();
        if (limit == null) {
            return step.kind().waitsForApplicant() ? ChartWords.STOPPED : ChartWords.NONE;
        }
        var parts = new ArrayList<Text>();
        var words = ChartWords.limit(limit);
        if (step.kind().waitsForApplicant()) {
            parts.add(
                    new Text("机关 " + words.zh() + "内告知", "office must tell within " + words.en()));
            parts.add(ChartWords.STOPPED);
            return joined("；", parts);
        }
        parts.add(words);
        if (step.limitFrom() == Step.LimitFrom.DECISION) {
            parts.add(ChartWords.FROM_DECISION);
        }
        if (!step.counts()) {
            parts.add(ChartWords.NOT_COUNTED);
        }
        return joined("，", parts);
    }

    private Text before(Step step) {
        var parts = new ArrayList<Text>();
        if (step.id().equals(situation.first().id())) {
            parts.add(situation.onApplication() ? ChartWords.START : ChartWords.CLUE);
        }
        situation.steps().stream()
                .filter(s -> s.successors().contains(step.id()))
                .map(s -> named(s.id()))
                .forEach(parts::add);
        if (parts.isEmpty()) {
            return ChartWords.NONE;
        }
        var all = joined("、", parts);
        return step.join() && parts.size() > 1
                ? new Text(all.zh() + "（各路到齐后）", all.en() + " (waits for all branches)")
                : all;
    }

    private Text next(Step step) {
        if (step.outcomes().isEmpty()) {
            return ChartWords.NONE;
        }
        var ways = new ArrayList<Text>();
        for (var outcome : step.outcomes().entrySet()) {
            var to = targets(step, outcome.getKey(), outcome.getValue());
            var label = ChartWords.outcome(outcome.getKey());
            ways.add(
                    step.outcomes().size() == 1
                            ? to
                            : new Text(
                                    label.zh() + "：" + to.zh(),
                                    ChartWords.en(label) + ": " + to.en()));
        }
        return joined("；", ways);
    }

    private Text targets(Step step, String outcome, List<String> targets) {
        var to =
                ChartBuilder.ends(targets)
                        ? ChartWords.END
                        : joined("、", targets.stream().map(this::named).toList());
        var words = targets.size() > 1 ? new Text("同时进入 " + to.zh(), "at once to " + to.en()) : to;
        if (!ChartBuilder.isRefusal(step, outcome)) {
            return words;
        }
        var then = ChartBuilder.ends(targets) || targets.size() > 1 ? "" : "转 ";
        return new Text(
                "书面说明理由并告知救济途径，" + then + words.zh(),
                "reasons and remedies in writing, then " + words.en());
    }

    /// A target as the drawing names it; one that is no step of the situation is named all the same, not hidden.
    private Text named(String target) {
        if (target.equals(Step.END)) {
            return ChartWords.END;
        }
        var step = situation.step(target);
        if (step.isEmpty()) {
            return new Text("（无此环节）" + target, "(no such step) " + target);
        }
        var name = step.get().name();
        return new Text(
                numbers.get(target) + " " + name.zh(),
                numbers.get(target) + " " + ChartWords.en(name));
    }

    /// The whole path in sentences: the way of a granted case first, then wherever a step leads more than one way.
    Text summary(List<ChartRow> rows) {
        var main =
                situation.steps().stream()
                        .filter(this::onMainPath)
                        .map(s -> named(s.id()))
                        .toList();
        var path = main.isEmpty() ? ChartWords.END : joined("、", main);
        var zh = new StringBuilder("申请人提交后依次为 ").append(path.zh()).append("，办结。");
        var en =
                new StringBuilder("After the application: ")
                        .append(path.en())
                        .append("; then closed.");
        for (var row : rows) {
            if (situation.step(row.step()).orElseThrow().outcomes().size() > 1) {
                zh.append(row.number())
                        .append(' ')
                        .append(row.name().zh())
                        .append("，")
                        .append(row.next().zh())
                        .append("。");
                en.append(' ')
                        .append(row.number())
                        .append(' ')
                        .append(ChartWords.en(row.name()))
                        .append(". ")
                        .append(row.next().en())
                        .append('.');
            }
        }
        return new Text(zh.toString(), en.toString());
    }

    /// Reached from the first step by the outcomes of a granted case alone.
    private boolean onMainPath(Step wanted) {
        var seen = new LinkedHashSet<String>();
        var todo = new ArrayDeque<Step>(List.of(situation.first()));
        while (!todo.isEmpty()) {
            var step = todo.remove();
            if (seen.add(step.id())) {
                var main = ChartBuilder.mainOutcome(step);
                var next = main == null ? List.<String>of() : step.next(main);
                next.forEach(id -> situation.step(id).ifPresent(todo::add));
            }
        }
        return seen.contains(wanted.id());
    }

    /// Parts of both languages; English lists and clauses have marks of their own.
    static Text joined(String mark, List<Text> parts) {
        if (parts.isEmpty()) {
            return ChartWords.NONE;
        }
        var english =
                switch (mark) {
                    case "；" -> "; ";
                    case "，", "、" -> ", ";
                    default -> mark;
                };
        return new Text(
                parts.stream().map(Text::zh).collect(Collectors.joining(mark)),
                parts.stream().map(ChartWords::en).collect(Collectors.joining(english)));
    }
}
