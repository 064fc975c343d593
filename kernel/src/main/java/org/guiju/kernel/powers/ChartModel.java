package org.guiju.kernel.powers;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 权力运行流程图: what is drawn of one situation of a power (A49). It is derived from the definition that runs and from
/// nothing else; the drawing, the text table and the step strip are three renderings of this one value, so that they
/// cannot say different things.
///
/// @param title name of the chart, with power and situation
/// @param summary the path in sentences, for those who do not see the drawing
/// @param conditions 办理条件 of the situation, in the order of the definition (A51, first element)
/// @param nodes in the order of the definition's steps; what is derived from a step follows it
/// @param edges in the order of the steps and their outcomes
/// @param rows 文字版: one row a step, in the order of the definition
public record ChartModel(
        PowerCode code,
        int version,
        String situation,
        Text title,
        Text summary,
        List<Text> conditions,
        List<Node> nodes,
        List<Edge> edges,
        List<ChartRow> rows) {

    /// Id of the node from which every chart begins.
    public static final String START = "start";

    /// Id of the node in which the chart's main path ends.
    public static final String END = "end";

    public ChartModel {
        conditions = List.copyOf(conditions);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        rows = List.copyOf(rows);
    }

    /// The chart with the words this project knows for roles; organs appear under their ids.
    public static ChartModel of(PowerDefinition power, Situation situation) {
        return of(power, situation, ChartNames.PLAIN);
    }

    /// The chart with the names that the dated allocation gives to roles and organs.
    ///
    /// @throws IllegalArgumentException if two steps carry one id, which no definition that was read can do
    public static ChartModel of(PowerDefinition power, Situation situation, ChartNames names) {
        return new ChartBuilder(power, situation, names).build();
    }

    /// The words for an outcome; an unknown one under its own code.
    public static Text outcome(String code) {
        return ChartWords.outcome(code);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /// 图例: a shape says what kind of work is done, without colour.
    public enum Shape {
        /// 起止.
        START_END,
        /// 岗位办理.
        WORK,
        /// 集体审议: two bars.
        COLLECTIVE,
        /// 现场核查: a cut corner.
        SITE_CHECK,
        /// 判断: a diamond.
        QUESTION,
        /// 等待申请人: dashed, the clock stands still.
        WAIT,
        /// 对外公开: a wavy foot.
        PUBLIC,
        /// 不予受理、不予许可.
        REFUSAL
    }

    /// 风险等级: the letter that is always printed beside the colour (X1). Rank 1 is A; what is neither 1 nor 2 is C.
    public enum Grade {
        A,
        B,
        C;

        static Grade ofRank(int rank) {
            return switch (rank) {
                case 1 -> A;
                case 2 -> B;
                default -> C;
            };
        }
    }

    /// 图元.
    ///
    /// @param step id of the step that this node is; null for what is derived from one, for start and end
    /// @param number the step's place in the definition, from 1; 0 where `step` is null
    /// @param title the same words as in the row of the step
    /// @param notes what stands below the title: post, number of officers, limit; a question has its second line here
    /// @param join whether the step waits for every branch that leads to it
    public record Node(
            String id,
            Shape shape,
            @Nullable String step,
            int number,
            Text title,
            List<Text> notes,
            @Nullable Grade grade,
            boolean join) {
        public Node {
            notes = List.copyOf(notes);
        }
    }

    /// 连线.
    ///
    /// @param outcome code of the outcome; empty where there is nothing to tell apart
    /// @param label the outcome in words; null where only one way leads on
    /// @param main whether it lies on the path of a case that is granted
    /// @param fork whether other edges of the same outcome are walked at the same time
    public record Edge(
            String from,
            String to,
            String outcome,
            @Nullable Text label,
            boolean main,
            boolean fork) {}
}
