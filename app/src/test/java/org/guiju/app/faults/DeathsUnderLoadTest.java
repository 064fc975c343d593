package org.guiju.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.guiju.app.testing.Programs;
import org.guiju.tools.torture.Death;
import org.guiju.tools.torture.Plan;
import org.guiju.tools.torture.Report;
import org.guiju.tools.torture.Torture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The short round of `guiju torture`: each kind of death once.
@Timeout(300)
class DeathsUnderLoadTest {

    @TempDir Path dir;

    @Test
    void afterEachKindOfDeathEveryConfirmedActIsThereExactlyOnceAndTheRebuildIsByteEqual()
            throws Exception {
        var plan =
                new Plan(
                        Programs.guiju(),
                        dir,
                        Death.KILLED,
                        true,
                        4,
                        3,
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(2),
                        3,
                        System.nanoTime());
        System.out.println("seed " + plan.seed());
        var report = Torture.run(plan, System.out::println);
        assertThat(report.findings()).isEmpty();
        assertThat(report.cycles()).hasSize(3).allMatch(c -> c.acts() > 0);
        // The server waits for its database; when that is back soon, every request of the moment
        // may still get its answer.
        assertThat(report.cycles())
                .filteredOn(c -> c.death() != Death.POSTGRES)
                .allMatch(c -> c.cut() > 0);
        assertThat(report.cycles().getLast().rebuilt()).isTrue();
        assertThat(report.acts())
                .isEqualTo(report.cycles().stream().mapToLong(Report.Cycle::replayed).sum());
    }
}
