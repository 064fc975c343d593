package org.guiju.tools.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.LongStream;
import org.guiju.tools.Guiju;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The short round of `guiju torture --simulate`.
class SimulationTest {
    private static final int ACTS = 500;
    private static final int SEEDS = 25;

    /// A flaw that is not found in so many seeds is not found.
    private static final int ENOUGH = 1_000;

    @Test
    void whateverGoesWrongAroundTheDeciderEveryActIsThereOnceInOrderAndByTheRules() {
        long first = System.nanoTime() >>> 20;
        System.out.printf("seeds %d to %d%n", first, first + SEEDS - 1);
        var results =
                LongStream.range(first, first + SEEDS)
                        .mapToObj(seed -> Simulation.run(seed, Flaw.NONE, ACTS))
                        .toList();
        assertThat(results)
                .allSatisfy(r -> assertThat(r.broken()).as("seed %d", r.seed()).isEmpty())
                .allSatisfy(r -> assertThat(r.done() + r.refused()).isGreaterThanOrEqualTo(ACTS));
        // What was to go wrong did, and cases came to their end all the same.
        assertThat(results).anyMatch(r -> r.kinds().containsKey("Archived"));
        assertThat(results.stream().mapToLong(SimulationResult::crashes).sum()).isPositive();
        assertThat(results.stream().mapToLong(SimulationResult::faster).sum()).isPositive();
        assertThat(results.stream().mapToLong(SimulationResult::cut).sum()).isPositive();
        assertThat(results.stream().mapToLong(SimulationResult::jumps).sum()).isPositive();
    }

    @Test
    void theSameSeedHasTheSameTraceAndAnotherSeedAnother() {
        var one = Simulation.run(42, Flaw.NONE, ACTS);
        assertThat(Simulation.run(42, Flaw.NONE, ACTS)).isEqualTo(one);
        assertThat(Simulation.run(43, Flaw.NONE, ACTS).digest()).isNotEqualTo(one.digest());
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachPlantedFlawOfTheShellIsFound(Flaw flaw) {
        assertThat(LongStream.rangeClosed(1, ENOUGH))
                .as("%s in %d seeds", flaw, ENOUGH)
                .anyMatch(seed -> !Simulation.run(seed, flaw, ACTS).broken().isEmpty());
    }

    @Test
    void theCommandPrintsSeedAndDigestAndEndsWithOneWhenSomethingDidNotHold() {
        var out = new StringWriter();
        var command = Guiju.commandLine().setOut(new PrintWriter(out));
        assertThat(command.execute("torture", "--simulate", "--seeds", "2", "--seed", "7"))
                .isZero();
        assertThat(out.toString())
                .contains("7  " + Simulation.run(7, Flaw.NONE, ACTS).digest())
                .contains("0 项发现 findings");
        assertThat(
                        command.execute(
                                "torture", "--simulate", "--seeds", "2", "--flaw", "LOST_UPDATE"))
                .isEqualTo(Guiju.FINDINGS);
        assertThat(out.toString()).contains("were told");
        assertThat(command.execute("torture", "--simulate", "--seeds", "0"))
                .isEqualTo(Guiju.UNUSABLE);
    }
}
