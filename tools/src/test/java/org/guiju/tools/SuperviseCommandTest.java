package org.guiju.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuperviseCommandTest {
    private static final String LOG =
            """
            matter,event,at,promise,statute,organ,officer
            A-1,accepted,2018-10-15T10:00,7,10,某局,张三
            A-1,ended,2018-10-26T09:30,,,,
            """;

    @TempDir private Path folder;

    record Run(int status, String out, String err) {}

    private static Run run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Guiju.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Run(line.execute(args), out.toString(), err.toString());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aLogIsJudgedAndEachCardSaysWhatItSaw() throws IOException {
        var run =
                run("supervise", file("a.csv", LOG), "--scheme", "hunan", "--as-of", "2018-11-01");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("黄牌  A-1  HN-02 办件黄牌  2018-10-24 10:00:01  逾期留存")
                .contains("所见事件 [#2 accepted]")
                .contains("自 2018-10-15 10:00:00 起计，时限 7 个工作日")
                .doesNotContain("红牌  A-1");
    }

    @Test
    void beforeTheFirstCardTheStatusIsZero() throws IOException {
        var at = "2018-10-19T10:00:00";
        var run = run("supervise", file("a.csv", LOG), "--scheme", "hunan", "--as-of", at);
        assertThat(run.status()).isZero();
        run =
                run(
                        "supervise",
                        file("a.csv", LOG),
                        "--scheme",
                        "hunan",
                        "--as-of",
                        at.replace("00:00", "00:01"));
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void theDefaultSchemeTurnsOnlyWhenTheDayHasEnded() throws IOException {
        var log = LOG.lines().limit(2).reduce("", (a, b) -> a + b + "\n");
        var run = run("supervise", file("a.csv", log), "--as-of", "2018-10-29T23:59:59");
        assertThat(run.out()).doesNotContain("红牌  ");
        run = run("supervise", file("a.csv", log), "--as-of", "2018-10-30T00:00");
        assertThat(run.out()).contains("红牌  A-1  GJ-S2 超法定时限  2018-10-30 00:00:00  亮牌  某局 张三");
    }

    @Test
    void aFolderIsOneLogAndJsonComesOutWhereAsked() throws IOException {
        file("a.csv", LOG);
        file(
                "b.json",
                "[{\"matter\":\"B\",\"event\":\"accepted\",\"at\":\"2018-10-15T10:00\",\"statute\":3}]");
        file("notes.txt", "no log");
        var run = run("supervise", folder.toString(), "--as-of", "2018-10-30", "--format", "json");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("{\"scheme\":\"statutory\"")
                .contains("\"matters\":2", "\"rule\":\"GJ-S2\"", "\"saw\":[{\"stream\":\"B\"");
    }

    @Test
    void vectorsAreCheckedByTheSchemeTheyWerePublishedFor() throws IOException {
        var vectors =
                """
                [{"id":"V-1","object":"办件","accepted":"2018-10-15T10:00","limits":{"promiseWd":7,"statutoryWd":10},
                  "expect":{"noneUntil":"2018-10-19T10:00","redAfter":"2018-10-29T10:00"}}]
                """;
        assertThat(run("supervise", file("v.json", vectors)).status()).isZero();
        var wrong = run("supervise", file("v.json", vectors.replace("10-29", "10-30")));
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.out()).contains("✗  V-1", "应为 expected 2018-10-30T10:00");
    }

    @Test
    void whatCannotBeUsedGivesStatusTwoAndSaysWhatToDo() throws IOException {
        var missing = run("supervise", folder.resolve("none.csv").toString());
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("检查路径", "check path");
        var log = run("supervise", file("a.csv", LOG.replace("ended", "endet")));
        assertThat(log.status()).isEqualTo(2);
        assertThat(log.out()).isEmpty();
        assertThat(log.err()).contains("a.csv 第 3 行", "endet");
        assertThat(run("supervise", file("a.csv", LOG), "--scheme", "mars").err())
                .contains("statutory, hunan");
        assertThat(run("supervise", file("a.csv", LOG), "--as-of", "soon").status()).isEqualTo(2);
    }

    @Test
    void helpTellsTheFormat() {
        var run = run("supervise", "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("accepted 受理", "--as-of", "Exit status");
    }
}
