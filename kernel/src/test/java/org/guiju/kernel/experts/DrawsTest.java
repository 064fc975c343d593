package org.guiju.kernel.experts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.experts.DrawState.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 抽选: announced, frozen, witnessed, figures, second person, drawn; each act only at its stage and each figure on its border.
class DrawsTest {
    private final DrawBench bench = new DrawBench();

    @Test
    void theRegularCourseLeadsToAPanelOfTheSeatsAnnouncedWithItsOutsider() {
        assertThat(bench.state().stage()).isEqualTo(Stage.NONE);
        bench.until("drawn");
        var state = bench.state();
        assertThat(state.stage()).isEqualTo(Stage.DRAWN);
        assertThat(state.panel()).hasSize(3).doesNotHaveDuplicates().containsAnyOf("1", "2");
        assertThat(state.drawn().orElseThrow().key()).isEqualTo(new DrawKey("3.17./"));
        assertThat(state.frozen().orElseThrow().list())
                .as("in the order of the numbers, not of admission")
                .extracting(DrawEvent.Listed::number)
                .containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(state.frozen().orElseThrow().list())
                .extracting(DrawEvent.Listed::outside)
                .containsExactly(true, true, false, false, false, false);
        assertThat(state.witnessed().orElseThrow().witnesses()).containsExactly("w1", "w2");
        assertThat(state.enteredBy()).contains(DrawBench.FIRST);
        assertThat(bench.does(new DrawCommand.Draw())).isEqualTo("DRAW_ONCE");
    }

    @ParameterizedTest
    @CsvSource({
        "案1, 3, 1, 2026-03-02, 2026-03-06, 0, 1, ''",
        "'', 3, 1, 2026-03-02, 2026-03-06, 0, 1, DRAW_ANNOUNCED_WHOLE",
        "案1, 0, 0, 2026-03-02, 2026-03-06, 0, 1, DRAW_ANNOUNCED_WHOLE",
        "案1, 1, 0, 2026-03-02, 2026-03-06, 0, 1, ''",
        "案1, 3, -1, 2026-03-02, 2026-03-06, 0, 1, DRAW_ANNOUNCED_WHOLE",
        "案1, 3, 3, 2026-03-02, 2026-03-06, 0, 1, ''",
        "案1, 3, 4, 2026-03-02, 2026-03-06, 0, 1, DRAW_ANNOUNCED_WHOLE",
        "案1, 3, 1, 2026-03-02, 2026-03-02, 0, 1, ''",
        "案1, 3, 1, 2026-03-02, 2026-03-01, 0, 1, DRAW_ANNOUNCED_WHOLE",
        "案1, 3, 1, 2026-03-02, 2026-03-06, 0, 0, SOURCES_AHEAD",
        "案1, 3, 1, 2026-03-02, 2026-03-06, 1, 0, SOURCES_AHEAD",
    })
    void anAnnouncementSaysEverythingAndItsSourcesLieAhead(
            String matter,
            int seats,
            int outside,
            LocalDate from,
            LocalDate until,
            int primary,
            int fallback,
            String refusal) {
        var announced =
                DrawBench.announced(
                        matter,
                        seats,
                        outside,
                        from,
                        until,
                        DrawBench.PRIMARY.plusSeconds(primary),
                        DrawBench.PRIMARY.plusSeconds(fallback),
                        DrawBench.VOTE);
        assertThat(bench.does(new DrawCommand.Announce(announced))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"-1, ''", "0, SOURCES_AHEAD", "1, SOURCES_AHEAD"})
    void aSourceThatIsKnownTodayCannotBeAnnounced(int seconds, String refusal) {
        bench.now = DrawBench.PRIMARY.plusSeconds(seconds);
        assertThat(bench.does(new DrawCommand.Announce(DrawBench.announced()))).isEqualTo(refusal);
    }

    @Test
    void scoresAreAnnouncedWithTheirCriteria() {
        var bare = form(List.of());
        var full = form(List.of("工期"));
        assertThat(bench.does(new DrawCommand.Announce(with(bare))))
                .isEqualTo("DRAW_ANNOUNCED_WHOLE");
        assertThat(bench.does(new DrawCommand.Announce(with(full)))).isEmpty();
    }

    private static ReviewForm form(List<String> criteria) {
        return new ReviewForm(
                ReviewForm.Kind.SCORE, Share.THIRD, BigDecimal.valueOf(60), 0, criteria);
    }

    private static DrawEvent.Announced with(ReviewForm form) {
        return DrawBench.announced(
                "案1",
                3,
                1,
                DrawBench.FROM,
                DrawBench.UNTIL,
                DrawBench.PRIMARY,
                DrawBench.FALLBACK,
                form);
    }

    @Test
    void whoKeepsThePoolDoesNotUseItAndWhoIsOfNoSectionDoesNotEither() {
        bench.keeps = true;
        assertThat(announce()).isEqualTo("POOL_USED_APART");
        bench.keeps = false;
        bench.section = false;
        assertThat(announce()).isEqualTo("DRAW_SECTION");
    }

    @Test
    void oneMatterHasOneDrawOfAPoolInUse() {
        bench.another = true;
        assertThat(announce()).isEqualTo("DRAW_ONCE");
        bench.another = false;
        bench.pool = DrawBench.pool(false);
        assertThat(announce()).isEqualTo("POOL_ACTIVE");
        bench.pool = DrawBench.pool(true);
        assertThat(announce()).isEmpty();
        assertThat(announce()).isEqualTo("DRAW_STAGE");
    }

    private String announce() {
        return bench.does(new DrawCommand.Announce(DrawBench.announced()));
    }

    @ParameterizedTest
    @CsvSource({
        "6, 2, ''",
        "7, 2, POOL_LARGE_ENOUGH",
        "6, 3, POOL_LARGE_ENOUGH",
    })
    void theListFrozenFillsTheSeatsAndThoseOwed(int seats, int outside, String refusal) {
        var announced =
                DrawBench.announced(
                        "案1",
                        seats,
                        outside,
                        DrawBench.FROM,
                        DrawBench.UNTIL,
                        DrawBench.PRIMARY,
                        DrawBench.FALLBACK,
                        DrawBench.VOTE);
        assertThat(bench.does(new DrawCommand.Freeze("salt"))).isEqualTo("DRAW_STAGE");
        assertThat(bench.does(new DrawCommand.Announce(announced))).isEmpty();
        assertThat(bench.does(new DrawCommand.Freeze("salt"))).isEqualTo(refusal);
    }

    @Test
    void aFrozenListIsWitnessedOnceAndFrozenOnce() {
        var witness = new DrawCommand.Witness(DrawBench.PRIMARY, List.of("w"));
        bench.until("announced");
        assertThat(bench.does(witness)).isEqualTo("DRAW_STAGE");
        assertThat(bench.does(new DrawCommand.Freeze("salt"))).isEmpty();
        assertThat(bench.does(new DrawCommand.Freeze("salt"))).isEqualTo("DRAW_STAGE");
        assertThat(bench.does(witness)).isEmpty();
        assertThat(bench.does(witness)).isEqualTo("DRAW_STAGE");
    }

    @Test
    void figuresAreEnteredFromTheMomentTheirOwnSourceIsKnown() {
        var primary = new DrawCommand.Enter(false, List.of("3"), "公告网页");
        var fallback = new DrawCommand.Enter(true, List.of("3"), "公告网页");
        assertThat(bench.does(primary)).isEqualTo("DRAW_STAGE");
        bench.until("witnessed");
        assertThat(entered(DrawBench.PRIMARY.minusNanos(1), primary)).isEqualTo("ENTROPY_KNOWN");
        assertThat(entered(DrawBench.FALLBACK.minusNanos(1), fallback)).isEqualTo("ENTROPY_KNOWN");
        assertThat(entered(DrawBench.PRIMARY, primary)).isEmpty();
        assertThat(entered(DrawBench.FALLBACK, fallback)).isEmpty();
    }

    private String entered(Instant at, DrawCommand enter) {
        bench.now = at;
        return bench.does(enter);
    }

    @Test
    void figuresAreNumbersAndSayWhereTheyWerePublished() {
        bench.until("witnessed");
        bench.now = DrawBench.PRIMARY;
        for (var enter :
                List.of(
                        new DrawCommand.Enter(false, List.of(), "公告网页"),
                        new DrawCommand.Enter(false, List.of("3", "三"), "公告网页"),
                        new DrawCommand.Enter(false, List.of("3"), " "))) {
            assertThat(bench.does(enter)).isEqualTo("ENTROPY_FIGURES");
        }
    }

    @Test
    void anotherPersonReadsTheSameFiguresAndNewFiguresAreReadAgain() {
        bench.until("witnessed");
        assertThat(confirmed("3")).isEqualTo("DRAW_STAGE");
        bench.now = DrawBench.PRIMARY;
        assertThat(bench.does(new DrawCommand.Enter(false, List.of("3"), "公告网页"))).isEmpty();
        assertThat(confirmed("3")).as("by himself").isEqualTo("ENTROPY_SECOND_PERSON");
        bench.actor = DrawBench.SECOND;
        assertThat(confirmed("4")).isEqualTo("ENTROPY_SECOND_PERSON");
        assertThat(bench.does(new DrawCommand.Draw())).isEqualTo("DRAW_STAGE");
        assertThat(confirmed("3")).isEmpty();
        assertThat(bench.state().stage()).isEqualTo(Stage.READY);
        assertThat(confirmed("3")).isEqualTo("DRAW_STAGE");
    }

    private String confirmed(String figure) {
        return bench.does(new DrawCommand.Confirm(List.of(figure)));
    }

    @ParameterizedTest
    @CsvSource({"-1, ''", "0, WITNESS_BEFORE_SOURCE", "1, WITNESS_BEFORE_SOURCE"})
    void witnessesSawTheListBeforeTheFiguresWereKnown(int seconds, String refusal) {
        bench.until("frozen");
        var at = DrawBench.PRIMARY.plusSeconds(seconds);
        assertThat(bench.does(new DrawCommand.Witness(at, List.of("w")))).isEmpty();
        assertThat(afterFigures()).isEqualTo(refusal);
    }

    @Test
    void withoutWitnessesNobodyIsDrawn() {
        bench.until("frozen");
        assertThat(afterFigures()).isEqualTo("WITNESS_BEFORE_SOURCE");
    }

    private String afterFigures() {
        bench.now = DrawBench.PRIMARY;
        assertThat(bench.does(new DrawCommand.Enter(false, List.of("3"), "公告网页"))).isEmpty();
        bench.actor = DrawBench.SECOND;
        assertThat(confirmed("3")).isEmpty();
        return bench.does(new DrawCommand.Draw());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, DRAW_WINDOW",
        "2026-03-02, ''",
        "2026-03-06, ''",
        "2026-03-07, DRAW_WINDOW",
    })
    void drawnIsOnTheDaysAnnounced(LocalDate day, String refusal) {
        bench.until("ready");
        bench.now = Instant.parse(day + "T00:00:00Z");
        assertThat(bench.does(new DrawCommand.Draw())).isEqualTo(refusal);
    }

    @Test
    void whoIsRegisteredAsATieIsPassedOverWithTheReasonOnRecordBeforeTheDraw() {
        bench.until("ready");
        assertThat(bench.does(new DrawCommand.Bar("4", Panel.Bar.RECUSED, "亲属"))).isEmpty();
        bench.registered = Map.of("3", "曾任当事人顾问", "4", "另一事由", "9", "不在名单");
        assertThat(bench.does(new DrawCommand.Draw())).isEmpty();
        var state = bench.state();
        assertThat(state.panel()).hasSize(3).doesNotContain("3", "4");
        assertThat(state.bars().keySet()).containsExactlyInAnyOrder("3", "4");
        assertThat(state.bars())
                .hasEntrySatisfying("4", b -> assertThat(b.reason()).isEqualTo("亲属"));
        assertThat(state.bars())
                .hasEntrySatisfying("3", b -> assertThat(b.reason()).isEqualTo("曾任当事人顾问"));
        assertThat(bench.history.getLast().event()).isInstanceOf(DrawEvent.Drawn.class);
    }

    @Test
    void aPanelThatBarsLeaveIncompleteIsNotDrawn() {
        bench.until("ready");
        bench.registered = Map.of("1", "a", "2", "b");
        assertThat(bench.does(new DrawCommand.Draw()))
                .as("the seat owed to an outsider stays empty")
                .isEqualTo("POOL_LARGE_ENOUGH");
    }

    @Test
    void whoDeclinesAfterTheDrawIsReplacedByTheNextOfTheRanking() {
        bench.until("drawn");
        var before = bench.state().panel();
        var gone = before.getFirst();
        assertThat(bench.does(new DrawCommand.Bar(gone, Panel.Bar.DECLINED, "出差"))).isEmpty();
        assertThat(bench.state().panel())
                .hasSize(3)
                .doesNotContain(gone)
                .containsAll(before.subList(1, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "announced, 4, RECUSED, 亲属, DRAW_STAGE",
        "frozen, 4, RECUSED, 亲属, ''",
        "ready, 4, RECUSED, 亲属, ''",
        "drawn, 4, RECUSED, 亲属, ''",
        "frozen, 4, DECLINED, 出差, DRAW_STAGE",
        "drawn, 4, DECLINED, 出差, ''",
        "drawn, 9, RECUSED, 亲属, EXPERT_KNOWN",
        "drawn, 1, RECUSED, 亲属, ''",
        "drawn, 4, NONE, 亲属, EXPERT_KNOWN",
        "drawn, 4, RECUSED, ' ', EXPERT_KNOWN",
    })
    void barredIsSomebodyOfTheListForAReasonAndDecliningIsForThoseDrawn(
            String stage, String number, Panel.Bar bar, String reason, String refusal) {
        bench.until(stage);
        assertThat(bench.does(new DrawCommand.Bar(number, bar, reason))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"announced, 重新公告, ''", "drawn, 重新公告, ''", "drawn, ' ', DRAW_STAGE"})
    void aDrawIsAnnulledForAReasonOnce(String stage, String reason, String refusal) {
        assertThat(bench.does(new DrawCommand.Annul(reason))).isEqualTo("DRAW_STAGE");
        bench.until(stage);
        assertThat(bench.does(new DrawCommand.Annul(reason))).isEqualTo(refusal);
        assertThat(bench.does(new DrawCommand.Annul(reason))).isEqualTo("DRAW_STAGE");
        assertThat(bench.state().annulled().isPresent()).isEqualTo(refusal.isEmpty());
    }
}
