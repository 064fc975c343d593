package org.guiju.kernel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 抽样: how many, which, and who may judge them.
class SamplesTest {
    private static final PersonId CHIEF = new PersonId("p-chief");

    private static List<String> cases(int n) {
        return IntStream.rangeClosed(1, n).mapToObj("2026-%04d"::formatted).toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "9, 1", "10, 1", "11, 2", "100, 10", "101, 11"})
    void oneInTenIsDrawnAndAStartedTenCounts(int n, int drawn) {
        assertThat(Samples.choose(cases(n), "seed", 10)).hasSize(drawn).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedChoosesTheSameWhateverTheOrderAndAnotherSeedOthers() {
        var cases = cases(200);
        var chosen = Samples.choose(cases, "a", 10);
        assertThat(Samples.choose(cases.reversed(), "a", 10)).isEqualTo(chosen);
        assertThat(Samples.choose(cases, "b", 10)).isNotEqualTo(chosen);
        // By sha256sum of seed, line feed and number, sorted.
        assertThat(Samples.choose(cases(20), "a", 10)).containsExactly("2026-0010", "2026-0008");
    }

    @Test
    void whoHadAHandInACaseDoesNotJudgeItAndWhatIsWrongIsSaid() {
        assertThat(Samples.check(true, true, Set.of(), CHIEF, true, "")).isEmpty();
        assertThat(Samples.check(true, true, Set.of(), CHIEF, false, "缺照")).isEmpty();
        assertThat(Samples.check(false, false, Set.of(CHIEF), CHIEF, false, " "))
                .extracting(r -> r.code().name())
                .containsExactly(
                        "SAMPLE_CHECKER", "SAMPLE_OPEN", "SAMPLE_NOT_OWN_WORK", "SAMPLE_SAYS_WHAT");
    }
}
