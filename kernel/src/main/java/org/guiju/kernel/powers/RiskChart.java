package org.guiju.kernel.powers;

import java.util.List;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 权力运行风险防控图: the second of the two charts (A62, G41). Each step of the flow with where its power can go wrong, how much
/// harm that does, which rule of the decider stands in the way, what else is done, and which post answers for it. Derived
/// from the definition that runs and from nothing else.
///
/// @param title name of the chart, with power and situation
/// @param summary how many risks of which grade, and every grave one in words: for those who do not see the drawing
/// @param scheme what the three grades are called
/// @param lines in the order of the definition's steps
/// @param links how the matter passes from step to step
public record RiskChart(
        PowerCode code,
        int version,
        String situation,
        Text title,
        Text summary,
        RiskScheme scheme,
        Text begins,
        List<Line> lines,
        List<Link> links) {
    /// Where every matter ends.
    public static final Text CLOSED = ChartWords.END;

    public RiskChart {
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }

    /// 规则的说法: what a rule of the decider refuses, in words.
    @FunctionalInterface
    public interface Controls {
        /// @param rule id of the rule, as a risk's `control` names it
        Text control(String rule);
    }

    public static RiskChart of(
            PowerDefinition power,
            Situation situation,
            ChartNames names,
            Controls controls,
            RiskScheme scheme) {
        return new RiskChartBuilder(power, situation, names, controls, scheme).build();
    }

    /// 防控图的一行: one step and its risk point.
    ///
    /// @param node the step as the flow chart has it, without the mark of its grade
    /// @param point 风险点; null where the definition records none
    public record Line(ChartModel.Node node, @Nullable Point point) {
        public int number() {
            return node.number();
        }

        public Shape shape() {
            return node.shape();
        }
    }

    /// 廉政风险点.
    ///
    /// @param grade rank of the risk; the scheme names it
    /// @param name the grade in full
    /// @param how 表现形式
    /// @param control id of the rule of the decider that stands in the way
    /// @param rule what that rule refuses
    /// @param measure 防控措施
    /// @param post 责任岗位
    public record Point(
            Grade grade, Text name, Text how, String control, Text rule, Text measure, Text post) {}

    /// 流向: outcomes that lead from one step to another, once for each pair of steps.
    ///
    /// @param from place of the step among the lines
    /// @param to place of the next one; the number of lines for the end
    /// @param label the outcomes in words; null where the step has but one way on
    public record Link(int from, int to, @Nullable Text label) {}

    /// How many risk points have the grade.
    public long count(Grade grade) {
        return points().stream().filter(p -> p.grade() == grade).count();
    }

    public List<Point> points() {
        return lines.stream()
                .map(Line::point)
                .<Point>mapMulti((p, out) -> {
                    if (p != null) {
                        out.accept(p);
                    }
                })
                .toList();
    }

    /// Whether the power can show a risk chart: every situation names at least one risk point (A62).
    public static boolean complete(PowerDefinition power) {
        return power.situations().stream()
                .allMatch(s -> s.steps().stream().anyMatch(step -> step.risk() != null));
    }
}
