package org.guiju.kernel.experts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guiju.kernel.experts.Panel.Bar;
import org.guiju.kernel.experts.Panel.Candidate;
import org.guiju.kernel.experts.Panel.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 评审组产生: given a list and a key, when the ranking is walked down, then seats, outside seats and bars are kept.
class PanelTest {

    private static List<Candidate> list(String flags) {
        return flags.chars()
                .mapToObj(c ->
                        switch (c) {
                            case 'i' -> new Candidate(false, Bar.NONE);
                            case 'o' -> new Candidate(true, Bar.NONE);
                            case 'r' -> new Candidate(false, Bar.RECUSED);
                            case 'R' -> new Candidate(true, Bar.RECUSED);
                            case 'd' -> new Candidate(false, Bar.DECLINED);
                            default -> throw new IllegalArgumentException("flag " + c);
                        })
                .toList();
    }

    /// The ranking that keeps the order of the list, so that a table can be read.
    private static List<Ranking.Place> inOrder(int size) {
        var places = new ArrayList<Ranking.Place>();
        for (var i = 1; i <= size; i++) {
            places.add(new Ranking.Place(i, "0".repeat(32), size - i + 1, i));
        }
        return places;
    }

    @ParameterizedTest
    @CsvSource({
        "iiioo, 3, 1, C C K C N",
        "iiioo, 3, 2, C K K C C",
        "iiioo, 3, 0, C C C N N",
        "iiioo, 2, 2, K K K C C",
        "oiiio, 3, 1, C C C N N",
        "rioo,  2, 1, R C C N",
        "diRo,  2, 1, D C R C",
        "oo,    2, 0, C C",
    })
    void aNameIsPassedOverIfBarredOrIfTheOpenSeatsAreAllOwedToOutsiders(
            String flags, int seats, int outside, String verdicts) {
        var drawn = Panel.walk(list(flags), inOrder(flags.length()), seats, outside);
        assertThat(
                        drawn.steps().stream()
                                .map(step -> step.verdict().name().substring(0, 1))
                                .reduce((a, b) -> a + " " + b))
                .contains(verdicts);
        assertThat(drawn.complete()).isTrue();
    }

    @Test
    void seatsThatNobodyCanFillStayOpenAndAreNamed() {
        var drawn = Panel.walk(list("iiiR"), inOrder(4), 3, 1);
        assertThat(drawn.chosen()).containsExactly(1, 2);
        assertThat(drawn.open()).isEqualTo(1);
        assertThat(drawn.owed()).isEqualTo(1);
    }

    @Test
    void overRandomListsBarredNamesNeverSitAndOwedSeatsAreMetWhenTheyCanBe() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var list = random(random);
            var seats = 1 + random.nextInt(list.size());
            var owed = random.nextInt(seats + 1);
            var ranking = Ranking.of(list.size(), key(random));
            var drawn = Panel.walk(list, ranking, seats, owed);
            var chosen = drawn.chosen().stream().map(p -> list.get(p - 1)).toList();
            var place =
                    "seed %d, run %d, %s, %d seats, %d owed".formatted(seed, i, list, seats, owed);
            assertThat(chosen).as(place).allMatch(c -> c.bar() == Bar.NONE);
            assertThat(drawn.chosen())
                    .as(place)
                    .doesNotHaveDuplicates()
                    .hasSize(seats - drawn.open());
            var able = list.stream().filter(c -> c.bar() == Bar.NONE).toList();
            var outsiders = (int) able.stream().filter(Candidate::outside).count();
            assertThat(chosen.stream().filter(Candidate::outside).count())
                    .as(place)
                    .isGreaterThanOrEqualTo(Math.min(owed, outsiders));
            assertThat(drawn.complete())
                    .as(place)
                    .isEqualTo(able.size() >= seats && outsiders >= owed);
            assertThat(Panel.walk(list, ranking, seats, owed)).as(place).isEqualTo(drawn);
        }
    }

    @Test
    void whoDeclinesIsFollowedByTheNextOfTheSameRankingAndTheOthersKeepTheirSeats() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var list = random(random);
            var seats = 1 + random.nextInt(list.size());
            var owed = random.nextInt(seats + 1);
            var ranking = Ranking.of(list.size(), key(random));
            var before = Panel.walk(list, ranking, seats, owed).chosen();
            if (before.isEmpty()) {
                continue;
            }
            var gone = before.get(random.nextInt(before.size()));
            var after = new ArrayList<>(list);
            after.set(gone - 1, new Candidate(list.get(gone - 1).outside(), Bar.DECLINED));
            var then = Panel.walk(after, ranking, seats, owed);
            assertThat(then.chosen())
                    .as(
                            "seed %d, run %d, %s, %d seats, %d owed, %d gone",
                            seed, i, list, seats, owed, gone)
                    .containsAll(before.stream().filter(p -> !p.equals(gone)).toList())
                    .doesNotContain(gone);
            assertThat(then.chosen().size()).isBetween(before.size() - 1, before.size());
        }
    }

    private static List<Candidate> random(Random random) {
        var list = new ArrayList<Candidate>();
        var size = 1 + random.nextInt(20);
        for (var j = 0; j < size; j++) {
            list.add(
                    new Candidate(
                            random.nextInt(3) == 0,
                            random.nextInt(4) == 0 ? Bar.RECUSED : Bar.NONE));
        }
        return List.copyOf(list);
    }

    private static DrawKey key(Random random) {
        return DrawKey.of(List.of(List.of(String.valueOf(random.nextInt(1_000_000)))));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 7, false",
        "2, 6, true",
        "3, 9, true",
        "3, 10, false",
        "0, 1, false",
        "1, 3, true",
        "33, 100, false"
    })
    void aThirdIsAThird(int outside, int all, boolean reached) {
        assertThat(Share.THIRD.reached(outside, all)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 2", "6, 2", "7, 3", "9, 3"})
    void theOwedSeatsAreTheFewestThatReachTheShare(int seats, int owed) {
        assertThat(Share.THIRD.of(seats)).isEqualTo(owed);
    }

    @Test
    void theVerdictsAreWrittenInTheOrderOfTheRankingAndNotOfTheList() {
        var key = new DrawKey("9319./2.5.8.10.12./9.18.26.34.41.45./");
        var list = list("i".repeat(25));
        var drawn = Panel.walk(list, Ranking.of(25, key), 16, 0);
        assertThat(drawn.chosen())
                .containsExactly(17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4);
        assertThat(drawn.steps()).hasSize(25);
        assertThat(drawn.steps().subList(16, 25))
                .allMatch(step -> step.verdict() == Verdict.NOT_REACHED);
    }
}
