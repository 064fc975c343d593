package org.guiju.kernel.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.ChartModel.Grade;
import org.guiju.kernel.powers.ChartModel.Node;
import org.guiju.kernel.powers.ChartModel.Shape;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartModelTest {
    private static final Article LAW = new Article("行政许可法", "第四十二条");
    private static final Limit DAY = new Limit(1, LimitUnit.WORKING_DAY, LAW);

    private final ChartModel chart =
            chart(
                    PowerKind.LICENCE,
                    step("accept", StepKind.ACCEPTANCE, "window", DAY, 3, false)
                            .with("accepted", "fire", "review")
                            .with("supplement", "await")
                            .with("not-accepted"),
                    step("await", StepKind.ONE_OFF_NOTICE, "window", DAY, 0, false)
                            .with("supplied", "accept")
                            .with("withdrawn"),
                    step("fire", StepKind.ORGAN_OPINION, "fire-rescue", DAY, 2, false)
                            .with("given", "decide"),
                    step("review", StepKind.PAIRED_REVIEW, "reviewer", DAY, 2, false)
                            .with("done", "decide"),
                    step("decide", StepKind.DECISION, "decider", DAY, 1, true)
                            .with("granted", "publish")
                            .with("refused", "publish"),
                    step("publish", StepKind.PUBLICITY, "", null, 0, false).with("over"));

    @Test
    void everyStepIsOneRowAndOneNodeWithTheSameNumberNameAndGradeInTheOrderOfTheDefinition() {
        var drawn = chart.nodes().stream().filter(n -> n.step() != null).toList();
        assertThat(drawn).hasSameSizeAs(chart.rows());
        for (var i = 0; i < drawn.size(); i++) {
            var row = chart.rows().get(i);
            assertThat(row.number()).isEqualTo(i + 1);
            assertThat(drawn.get(i))
                    .extracting(Node::step, Node::number, Node::title, Node::grade)
                    .containsExactly(row.step(), row.number(), row.name(), row.grade());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FORM_REVIEW, WORK",
        "PAIRED_REVIEW, WORK",
        "ORGAN_OPINION, WORK",
        "DECISION, WORK",
        "SERVICE, WORK",
        "ARCHIVING, WORK",
        "ACCEPTANCE, WORK",
        "ONE_OFF_NOTICE, WAIT",
        "SITE_INSPECTION, SITE_CHECK",
        "DELIBERATION, COLLECTIVE",
        "OBJECTION_REVIEW, COLLECTIVE",
        "HEARING, COLLECTIVE",
        "PUBLICITY, PUBLIC",
        "PARTY_NOTICE, PUBLIC"
    })
    void theShapeOfAStepFollowsFromItsKind(StepKind kind, Shape shape) {
        var one =
                chart(
                        PowerKind.LICENCE,
                        step("only", kind, "window", DAY, 0, false)
                                .with(kind.required().getFirst()));
        assertThat(one.node("step/only").orElseThrow().shape()).isEqualTo(shape);
    }

    @Test
    void acceptanceWithMoreThanOneOutcomeAsksAQuestionAndNamesEachAnswer() {
        assertThat(labelsFrom("question/accept")).containsExactly("受理", "受理", "需补正", "不予受理");
        assertThat(chart.node("question/accept").orElseThrow().shape()).isEqualTo(Shape.QUESTION);
    }

    @Test
    void aStepWithOneOutcomeAsksNothing() {
        assertThat(chart.node("question/review")).isEmpty();
        assertThat(labelsFrom("step/review")).containsExactly("");
    }

    @Test
    void aRefusalIsAnAnswerInWritingBeforeTheCaseGoesOn() {
        var refusal = chart.node("refusal/decide/refused").orElseThrow();
        assertThat(refusal.shape()).isEqualTo(Shape.REFUSAL);
        assertThat(refusal.title().zh()).isEqualTo("不予许可决定");
        assertThat(chart.edges())
                .anyMatch(e -> e.from().equals("question/decide") && e.to().equals(refusal.id()))
                .anyMatch(e -> e.from().equals(refusal.id()) && e.to().equals("step/publish"));
    }

    @Test
    void aCaseThatEndsBeforeTheDecisionHasAnEndOfItsOwn() {
        assertThat(chart.node("end/await/withdrawn")).isPresent();
        assertThat(chart.node("end/accept/not-accepted")).isPresent();
        assertThat(chart.edges()).filteredOn(e -> e.to().equals(ChartModel.END)).hasSize(1);
    }

    @Test
    void branchesAtTheSameTimeAreMarkedAsAForkAndTheStepThatWaitsForThemAsAJoin() {
        assertThat(chart.edges())
                .filteredOn(ChartModel.Edge::fork)
                .extracting(ChartModel.Edge::to)
                .containsExactly("step/fire", "step/review");
        assertThat(chart.node("step/decide").orElseThrow().join()).isTrue();
        assertThat(row("decide").before().zh()).isEqualTo("3 fire、4 review（各路到齐后）");
        assertThat(row("accept").next().zh())
                .startsWith("受理：同时进入 3 fire、4 review；需补正：2 await；不予受理：书面说明理由");
    }

    @Test
    void aRowStatesPostLimitRiskAndWaysInWords() {
        var row = row("review");
        assertThat(row.post().zh()).isEqualTo("审查岗 · A、B 角");
        assertThat(row.limit().zh()).isEqualTo("1 工作日");
        assertThat(row.grade()).isEqualTo(Grade.B);
        assertThat(row.how().zh()).isEqualTo("擅自增减条件");
        assertThat(row.measure().zh()).isEqualTo("逐条留痕");
        assertThat(row.next().zh()).isEqualTo("5 decide");
        assertThat(row.rights().zh()).isEqualTo("陈述、申辩");
        assertThat(row.complaint().zh()).isEqualTo("12345");
        assertThat(row("publish").limit().zh()).isEqualTo("—");
    }

    @Test
    void theNamesOfRolesAndOrgansComeFromTheAllocation() {
        var situation =
                situation(step("only", StepKind.SERVICE, "window", DAY, 0, false).with("served"));
        var names =
                new ChartNames() {
                    @Override
                    public Text role(String role) {
                        return Text.zh("行政审批科");
                    }

                    @Override
                    public Text organ(OrganId organ) {
                        return Text.zh("县局");
                    }
                };
        var model = ChartModel.of(power(PowerKind.LICENCE, situation), situation, names);
        assertThat(model.rows().getFirst().post().zh()).isEqualTo("行政审批科");
    }

    @Test
    void aTargetThatIsNoStepIsNamedInTheRowAndNeverDrawn() {
        var model =
                chart(
                        PowerKind.LICENCE,
                        step("only", StepKind.SERVICE, "window", DAY, 0, false)
                                .with("served", "gone"));
        assertThat(model.rows().getFirst().next().zh()).contains("（无此环节）gone");
        assertThat(model.edges()).extracting(ChartModel.Edge::to).containsExactly("step/only");
    }

    @Test
    void twoStepsWithOneIdAreRefused() {
        var twice = step("same", StepKind.SERVICE, "window", DAY, 0, false).with("served");
        assertThatThrownBy(() -> chart(PowerKind.LICENCE, twice, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
    }

    @Test
    void aSituationWithoutStepsIsAStartAndAnEnd() {
        assertThat(chart(PowerKind.LICENCE).nodes())
                .extracting(Node::id)
                .containsExactly("start", "end");
    }

    private ChartRow row(String step) {
        return chart.rows().stream().filter(r -> r.step().equals(step)).findFirst().orElseThrow();
    }

    private List<String> labelsFrom(String node) {
        return chart.edges().stream()
                .filter(e -> e.from().equals(node))
                .map(ChartModel.Edge::label)
                .map(label -> label == null ? "" : label.zh())
                .toList();
    }

    private record Draft(Step step) {
        Draft with(String outcome, String... targets) {
            var outcomes = new LinkedHashMap<String, List<String>>(step.outcomes());
            outcomes.put(outcome, List.of(targets));
            return new Draft(
                    new Step(
                            step.id(),
                            step.name(),
                            step.kind(),
                            step.role(),
                            step.organ(),
                            step.limit(),
                            step.limitFrom(),
                            step.counts(),
                            outcomes,
                            step.join(),
                            null,
                            null,
                            step.officers(),
                            List.of(),
                            List.of(),
                            null,
                            null,
                            null,
                            step.risk(),
                            step.rights(),
                            step.complaint()));
        }
    }

    private static Draft step(
            String id, StepKind kind, String role, @Nullable Limit limit, int grade, boolean join) {
        var risk =
                grade == 0
                        ? null
                        : new Step.Risk(grade, Text.zh("擅自增减条件"), "RULE", Text.zh("逐条留痕"));
        return new Draft(
                new Step(
                        id,
                        Text.zh(id),
                        kind,
                        role,
                        null,
                        limit,
                        Step.LimitFrom.STEP,
                        true,
                        new LinkedHashMap<>(Map.of()),
                        join,
                        null,
                        null,
                        Step.Officers.ONE,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        risk,
                        Text.zh("陈述、申辩"),
                        Text.zh("12345")));
    }

    private static ChartModel chart(PowerKind kind, Draft... drafts) {
        var situation = situation(drafts);
        return ChartModel.of(power(kind, situation), situation);
    }

    private static Situation situation(Draft... drafts) {
        var clock = new Limits.Clock(DAY, Limits.From.RECEIPT);
        return new Situation(
                "new",
                Text.zh("设立"),
                "1",
                Text.zh("法人"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Limits(
                        clock,
                        clock,
                        new Limits.Warning(1, 20),
                        new Limits.Extension(DAY, "head"),
                        List.of()),
                null,
                List.of(),
                Arrays.stream(drafts).map(Draft::step).toList(),
                null,
                List.of(),
                List.of(),
                false);
    }

    private static PowerDefinition power(PowerKind kind, Situation situation) {
        return new PowerDefinition(
                new PowerCode("330899-WL-XK-0012"),
                1,
                Text.zh("设立网吧"),
                kind,
                new OrganId("culture"),
                "approval",
                LocalDate.of(2026, 9, 1),
                null,
                true,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(situation),
                null,
                new PowerDefinition.Supervision(new OrganId("group"), "12345", Text.zh("电子监察")),
                List.of(),
                List.of(),
                new PowerDefinition.Publicity(DAY, Set.of()),
                "10y",
                null,
                null,
                "digest");
    }
}
