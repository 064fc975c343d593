package org.guiju.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static Figures run(String engine, int threads, double cases) {
        return Figures.of(
                "engine=%s threads=%d cases_per_s=%.1f act_p50_ms=2.00 wal_bytes=31000"
                        .formatted(engine, threads, cases));
    }

    @Test
    void theTableHasTheMedianOfTheRoundsWithLeastAndMost() {
        var table =
                Figures.table(
                        List.of(
                                run("guiju", 16, 30),
                                run("other", 16, 5),
                                run("guiju", 16, 10),
                                run("guiju", 16, 20),
                                run("guiju", 1, 7)));
        assertThat(table).contains("| guiju | 16 | 20.0 (10.0–30.0) | 2.00 /", "| 31000 |");
        assertThat(table.lines().filter(l -> l.startsWith("| guiju | 1 "))).hasSize(1);
        assertThat(table.indexOf("| guiju | 1 ")).isLessThan(table.indexOf("| other | 16 "));
    }

    @Test
    void ofTwoRoundsTheMedianLiesBetween() {
        assertThat(Figures.table(List.of(run("a", 4, 10), run("a", 4, 20))))
                .contains("| 15.0 (10.0–20.0) |");
    }
}
