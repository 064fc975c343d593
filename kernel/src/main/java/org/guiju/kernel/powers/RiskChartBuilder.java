package org.guiju.kernel.powers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.powers.RiskChart.Line;
import org.guiju.kernel.powers.RiskChart.Link;
import org.guiju.kernel.powers.RiskChart.Point;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// Takes number, name, post and shape of each step from the flow chart, so that the two charts have the same words.
final class RiskChartBuilder {
    private final PowerDefinition power;
    private final Situation situation;
    private final ChartModel flow;
    private final RiskChart.Controls controls;
    private final RiskScheme scheme;
    private final Map<String, Integer> places = new HashMap<>();

    RiskChartBuilder(
            PowerDefinition power,
            Situation situation,
            ChartNames names,
            RiskChart.Controls controls,
            RiskScheme scheme) {
        this.power = power;
        this.situation = situation;
        this.flow = ChartModel.of(power, situation, names);
        this.controls = controls;
        this.scheme = scheme;
        situation.steps().forEach(s -> places.put(s.id(), places.size()));
    }

    RiskChart build() {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < situation.steps().size(); i++) {
            lines.add(line(situation.steps().get(i), flow.rows().get(i)));
        }
        return new RiskChart(
                power.code(),
                power.version(),
                situation.id(),
                new Text(
                        power.name() + " · " + situation.name().zh() + "：风险防控图",
                        "Risk control chart: "
                                + ChartWords.en(power.matter())
                                + ", "
                                + ChartWords.en(situation.name())),
                summary(lines),
                scheme,
                situation.onApplication() ? ChartWords.START : ChartWords.CLUE,
                lines,
                links());
    }

    private Line line(Step step, ChartRow row) {
        var node =
                flow.nodes().stream()
                        .filter(n -> step.id().equals(n.step()))
                        .findFirst()
                        .orElseThrow();
        var bare =
                new ChartModel.Node(
                        node.id(),
                        node.shape(),
                        node.step(),
                        node.number(),
                        node.title(),
                        node.notes(),
                        null,
                        node.join());
        return new Line(bare, point(step.risk(), row));
    }

    private @Nullable Point point(Step.@Nullable Risk risk, ChartRow row) {
        if (risk == null) {
            return null;
        }
        var grade = Grade.ofRank(risk.grade());
        return new Point(
                grade,
                scheme.name(grade),
                risk.how(),
                risk.control(),
                controls.control(risk.control()),
                risk.measure(),
                row.post());
    }

    private List<Link> links() {
        var labels = new LinkedHashMap<List<Integer>, List<Text>>();
        for (var step : situation.steps()) {
            step.outcomes()
                    .forEach((outcome, targets) -> {
                        var named = ChartBuilder.ends(targets) ? List.of(Step.END) : targets;
                        for (var target : named) {
                            labels.computeIfAbsent(
                                            List.of(place(step.id()), place(target)),
                                            k -> new ArrayList<>())
                                    .add(ChartWords.outcome(outcome));
                        }
                    });
        }
        return labels.entrySet().stream()
                .map(e -> link(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
                .toList();
    }

    private Link link(int from, int to, List<Text> labels) {
        var ways = situation.steps().get(from).outcomes().size();
        return new Link(from, to, ways > 1 ? ChartRows.joined("、", labels) : null);
    }

    private int place(String step) {
        return places.getOrDefault(step, situation.steps().size());
    }

    private Text summary(List<Line> lines) {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (var grade : Grade.values()) {
            var at =
                    lines.stream()
                            .filter(l -> l.point() != null && l.point().grade() == grade)
                            .toList();
            var name = scheme.name(grade);
            zh.add(name.zh() + " " + at.size() + " 个" + steps(at, false));
            en.add(ChartWords.en(name) + ": " + at.size() + steps(at, true));
        }
        var bare = lines.stream().filter(l -> l.point() == null).toList();
        if (!bare.isEmpty()) {
            zh.add("未登记风险点的环节 " + bare.size() + " 个" + steps(bare, false));
            en.add("steps without a recorded risk: " + bare.size() + steps(bare, true));
        }
        var all = lines.size() - bare.size();
        return new Text(
                "共 " + lines.size() + " 个环节、" + all + " 个风险点：" + String.join("；", zh) + "。",
                all + " risk points in " + lines.size() + " steps. " + String.join("; ", en) + ".");
    }

    private static String steps(List<Line> at, boolean english) {
        if (at.isEmpty()) {
            return "";
        }
        var names =
                at.stream()
                        .map(Line::node)
                        .map(n ->
                                n.number()
                                        + " "
                                        + (english ? ChartWords.en(n.title()) : n.title().zh()))
                        .toArray(String[]::new);
        var joined = String.join(english ? ", " : "、", Arrays.asList(names));
        return english ? " (" + joined + ")" : "（" + joined + "）";
    }
}
