package org.guiju.kernel.experts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.experts.DrawState.Stage;
import org.guiju.kernel.experts.ExpertConclusion.Verdict;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 专家意见与结论: each of the panel once, the conclusion out of the entries alone, and every opinion answered.
class OpinionsTest {
    private final DrawBench bench = new DrawBench();

    private String says(String number, boolean favour) {
        bench.actor = new PersonId(number);
        return bench.does(
                new DrawCommand.GiveOpinion(new ReviewForm.Entry(number, favour, Map.of(), "无风险")));
    }

    @ParameterizedTest
    @CsvSource({"3, POSITIVE", "2, POSITIVE", "1, NEGATIVE", "0, NEGATIVE"})
    void theLastOpinionBringsTheConclusion(int favour, Verdict verdict) {
        bench.until("drawn");
        var panel = bench.state().panel();
        for (int i = 0; i < 3; i++) {
            assertThat(bench.state().concluded()).isEmpty();
            assertThat(says(panel.get(i), i < favour)).isEmpty();
        }
        assertThat(bench.state().stage()).isEqualTo(Stage.CONCLUDED);
        var concluded = bench.state().concluded().orElseThrow();
        assertThat(concluded.entries()).isEqualTo(3);
        assertThat(concluded.result())
                .isEqualTo(
                        new ReviewForm.Result(
                                verdict, BigDecimal.valueOf(favour), BigDecimal.valueOf(2)));
        bench.actor = DrawBench.FIRST;
        assertThat(bench.does(new DrawCommand.Annul("不满意"))).isEqualTo("DRAW_STAGE");
    }

    @Test
    void onlyWhoWasDrawnSaysSomethingHimselfAndOnce() {
        bench.until("ready");
        assertThat(says("1", true)).isEqualTo("DRAW_STAGE");
        bench.actor = DrawBench.FIRST;
        assertThat(bench.does(new DrawCommand.Draw())).isEmpty();
        var panel = bench.state().panel();
        var other =
                List.of("1", "2", "3", "4", "5", "6").stream()
                        .filter(n -> !panel.contains(n))
                        .findFirst()
                        .orElseThrow();
        assertThat(says(other, true)).isEqualTo("ON_THE_PANEL");
        bench.actor = new PersonId(panel.get(1));
        var foreign = new ReviewForm.Entry(panel.getFirst(), true, Map.of(), "");
        assertThat(bench.does(new DrawCommand.GiveOpinion(foreign))).isEqualTo("ON_THE_PANEL");
        bench.actor = new PersonId("nobody");
        assertThat(bench.does(new DrawCommand.GiveOpinion(foreign))).isEqualTo("ON_THE_PANEL");
        assertThat(says(panel.getFirst(), true)).isEmpty();
        assertThat(says(panel.getFirst(), true)).isEqualTo("OPINION_ONCE");
        bench.actor = DrawBench.FIRST;
        assertThat(bench.does(new DrawCommand.Bar(panel.getFirst(), Panel.Bar.RECUSED, "意见不合意")))
                .as("who has spoken is not barred any more")
                .isEqualTo("DRAW_STAGE");
    }

    @Test
    void rightsAndDutiesAreConfirmedFirst() {
        bench.until("drawn");
        var events = new ArrayList<PoolEvent>();
        for (var e : bench.pool.members()) {
            events.add(new PoolEvent.Admitted(e.terms() ? unconfirmed(e) : e));
        }
        bench.pool = PoolState.replay(events);
        assertThat(says(bench.state().panel().getFirst(), true)).isEqualTo("TERMS_FIRST");
    }

    private static Expert unconfirmed(Expert e) {
        return DrawBench.expert(e.number(), e.outsideSystem(), e.outsideRegion(), "道路");
    }

    @Test
    void everyOpinionIsAnsweredOnceWithAReason() {
        bench.until("drawn");
        var panel = bench.state().panel();
        assertThat(answers(panel.getFirst(), "已采纳")).isEqualTo("DRAW_STAGE");
        panel.forEach(n -> assertThat(says(n, true)).isEmpty());
        assertThat(answers("9", "已采纳")).isEqualTo("OPINION_KNOWN");
        assertThat(answers(panel.getFirst(), " ")).isEqualTo("OPINION_ANSWERED_WHY");
        assertThat(answers(panel.getFirst(), "已采纳")).isEmpty();
        assertThat(answers(panel.getFirst(), "已采纳")).isEqualTo("OPINION_KNOWN");
        assertThat(bench.state().answers()).containsOnlyKeys(panel.getFirst());
    }

    private String answers(String number, String reason) {
        bench.actor = DrawBench.FIRST;
        return bench.does(new DrawCommand.Answer(number, true, reason));
    }

    private static ReviewForm scored(int trimmed) {
        return new ReviewForm(
                ReviewForm.Kind.SCORE,
                Share.THIRD,
                BigDecimal.valueOf(60),
                trimmed,
                List.of("工期", "造价"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, '59 61', 60.00, POSITIVE",
        "0, '59 60', 59.50, NEGATIVE",
        "0, '60 60', 60.00, POSITIVE",
        "1, '0 60 100', 60.00, POSITIVE",
        "1, '0 59 100', 59.00, NEGATIVE",
        "1, '0 100', 50.00, NEGATIVE",
        "0, '60 60 61', 60.33, POSITIVE",
    })
    void scoresAreMeantWithoutTheOutermostSheetsWhereEnoughStay(
            int trimmed, String sheets, BigDecimal figure, Verdict verdict) {
        var entries =
                java.util.Arrays.stream(sheets.split(" "))
                        .map(Integer::valueOf)
                        .map(s -> new ReviewForm.Entry("1", false, Map.of("工期", s, "造价", s), ""))
                        .toList();
        assertThat(scored(trimmed).conclude(entries))
                .isEqualTo(new ReviewForm.Result(verdict, figure, BigDecimal.valueOf(60)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, true",
        "-1, 50, false",
        "50, 101, false",
    })
    void aSheetScoresEachCriterionFromNothingToAHundred(int one, int other, boolean complete) {
        var entry = new ReviewForm.Entry("1", false, Map.of("工期", one, "造价", other), "");
        assertThat(scored(0).complete(entry)).isEqualTo(complete);
    }

    @Test
    void aSheetThatLeavesACriterionOutIsNotComplete() {
        var half = new ReviewForm.Entry("1", true, Map.of("工期", 60), "");
        assertThat(scored(0).complete(half)).isFalse();
        assertThat(DrawBench.VOTE.complete(half)).isTrue();
    }
}
