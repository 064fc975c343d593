package org.guiju.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.guiju.tools.torture.Death;
import org.guiju.tools.torture.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command's edges; that it kills and counts is shown by a test of the application.
class TortureCommandTest {

    @TempDir private Path folder;

    @Test
    void aDirectoryWithSomethingInItIsNotTouched() throws Exception {
        Files.writeString(folder.resolve("somebody's"), "data");
        var run = run("--server", "/bin/false", "--data", folder.toString());
        assertThat(run.status()).isEqualTo(Guiju.UNUSABLE);
        assertThat(run.err()).contains("不是空目录", "is not empty");
        assertThat(folder.resolve("somebody's")).hasContent("data");
    }

    @Test
    void numbersThatMakeNoTrialAreRefusedInBothLanguages() {
        for (var wrong : List.of("--cycles=0", "--clients=0", "--clients=201", "--seconds=0")) {
            var run = run("--server", "/bin/false", wrong);
            assertThat(run.status()).as(wrong).isEqualTo(Guiju.UNUSABLE);
            assertThat(run.err()).contains("须为正整数", "whole numbers above 0");
        }
        assertThat(run("--cycles", "many").status()).isEqualTo(Guiju.UNUSABLE);
    }

    @Test
    void aProgramThatDoesNotStartIsNotAFindingButAnUnusableInput() {
        var run = run("--server", "/bin/false", "--data", folder.resolve("new").toString());
        assertThat(run.status()).isEqualTo(Guiju.UNUSABLE);
        assertThat(run.err()).contains("did not come up").doesNotContain("Exception");
    }

    @Test
    void theReportSaysTheSameToPeopleAndToPrograms() {
        var cycle =
                new Report.Cycle(1, Death.BOTH, 10, 3, 2, 10, 4000, true, Map.of("no answer", 3L));
        var fine = new Report(7, 6, List.of(cycle), 10, List.of());
        assertThat(fine.text())
                .contains("10 confirmed acts, each there exactly once", "3 x no answer");
        assertThat(fine.json()).contains("\"seed\":7", "\"killed\":\"both\"", "\"findings\":[]");
        var bad = new Report(7, 6, List.of(cycle), 10, List.of("a \"case\" is\ngone"));
        assertThat(bad.text()).contains("FINDING", "1 findings");
        assertThat(bad.json()).contains("[\"a \\\"case\\\" is gone\"]");
        assertThat(Duration.ofMillis(cycle.downMillis())).hasSeconds(4);
    }

    private record Run(int status, String out, String err) {}

    private static Run run(String... args) {
        var all = new java.util.ArrayList<>(List.of("torture"));
        all.addAll(List.of(args));
        var out = new StringWriter();
        var err = new StringWriter();
        var line =
                Guiju.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        int status = line.execute(all.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }
}
