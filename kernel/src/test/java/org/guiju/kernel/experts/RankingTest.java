package org.guiju.kernel.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// 可验证随机排序: the worked example of the RFC to the byte, and the properties of every ranking.
class RankingTest {
    private static final DrawKey EXAMPLE = new DrawKey("9319./2.5.8.10.12./9.18.26.34.41.45./");

    @ParameterizedTest
    @CsvFileSource(resources = "rfc3797-section-6.csv")
    void theWorkedExampleOfTheRfcComesOut(int index, String md5, int div, int selected) {
        assertThat(Ranking.of(25, EXAMPLE).get(index - 1))
                .isEqualTo(new Ranking.Place(index, md5, div, selected));
    }

    @Test
    void theKeyOfTheWorkedExampleIsMadeFromItsSourcesAsPublished() {
        var key =
                DrawKey.of(
                        List.of(
                                List.of("9319"),
                                List.of("2", "5", "12", "8", "10"),
                                List.of("9", "18", "26", "34", "41", "45")));
        assertThat(key).isEqualTo(EXAMPLE);
        assertThat(key.canonical()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "07, 7./",
        "0, 0./",
        "000, 0./",
        "3.1400, 3.14/",
        "3.000, 3./",
        "3., 3./",
        "0.50, 0.5/",
        "100, 100./",
        "2026112200, 2026112200./"
    })
    void aFigureLosesItsNeedlessZerosAndEndsInAPeriod(String figure, String key) {
        assertThat(DrawKey.of(List.of(List.of(figure))).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "1./, true",
        "2.1./, false",
        "01./, false",
        "1, false",
        "1.//, false",
        "3.14/, true",
        "3.10/, false",
        "abc, false",
        "3.142.5/, false",
        "/, false"
    })
    void onlyTheFormOfSectionFourIsCanonical(String key, boolean canonical) {
        assertThat(new DrawKey(key).canonical()).isEqualTo(canonical);
    }

    @Test
    void whatIsNoNumberMakesNoKey() {
        for (var text : List.of("-1", "1e3", "", "１２", "1,000", "a", "1.2.3")) {
            assertThat(DrawKey.figure(text)).as(text).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DrawKey.of(List.of(List.of(text))));
        }
        assertThat(DrawKey.problem(" ")).contains(DrawKey.Problem.EMPTY);
        assertThat(DrawKey.problem("上证")).contains(DrawKey.Problem.NOT_ASCII);
        assertThat(DrawKey.problem("1".repeat(800))).isEmpty();
        assertThat(DrawKey.problem("1".repeat(801))).contains(DrawKey.Problem.TOO_LONG);
    }

    @Test
    void everyRankingIsAPermutationAndTheSameAgain() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var size = 1 + random.nextInt(60);
            var key = DrawKey.of(List.of(List.of(String.valueOf(random.nextInt(1_000_000)))));
            var ranking = Ranking.of(size, key);
            assertThat(ranking.stream().map(Ranking.Place::position))
                    .as("seed %d, size %d, %s", seed, size, key)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, size).boxed().toList());
            assertThat(Ranking.of(size, new DrawKey(key.value()))).isEqualTo(ranking);
        }
    }

    /// The 257th name needs the second byte of the sequence number; before RFC 3797 there was one.
    @Test
    void theSequenceNumberHasTwoBytes() {
        var ranking = Ranking.of(300, EXAMPLE);
        assertThat(ranking.stream().map(Ranking.Place::md5).distinct()).hasSize(300);
        assertThat(ranking.getFirst().md5()).isEqualTo("990DD0A5692A029A98B5E01AA28F3459");
    }

    @Test
    void anEmptyPoolAndOneTooLargeAreRefused() {
        assertThat(Ranking.of(1, EXAMPLE)).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Ranking.of(0, EXAMPLE));
        assertThatIllegalArgumentException().isThrownBy(() -> Ranking.of(65_536, EXAMPLE));
    }

    /// Found by FindSecBugs: each pair of figures doubled the ways to read a text that is none.
    @Test
    void aLongTextThatIsNoKeyIsToldFromOneAsFastAsAShortOne() {
        var digits = "1.".concat("11.".repeat(260));
        assertThat(new DrawKey(digits + "/").canonical()).isTrue();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(new DrawKey(digits + "x").canonical()).isFalse());
    }
}
