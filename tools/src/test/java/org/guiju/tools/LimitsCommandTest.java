package org.guiju.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsCommandTest {

    private static final String SHEET =
            """
            rule,event_day_excluded,n,unit
            行政许可法 42,2026-09-24,20,working day
            """;

    @TempDir private Path folder;

    @Test
    void aSheetComesBackWithItsLastDays() throws IOException {
        var run = run("limits", file("limits.csv", SHEET));
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                        rule,event_day_excluded,n,unit,last_day,derivation,provisional
                        行政许可法 42,2026-09-24,20,working day,2026-10-29,自 2026-09-24 的次日起算，20 个工作日（行政许可法 42），跳过休息日 15 天，最后一日 2026-10-29；日历版本 2026#1,no
                        """);
    }

    @Test
    void theDerivationIsInEnglishWhereAskedAndTheOutputInJson() throws IOException {
        var run = run("limits", file("limits.csv", SHEET), "--lang", "en", "--format", "json");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("[")
                .contains(
                        "\"last_day\":\"2026-10-29\"",
                        "\"n\":20",
                        "counted from the day after 2026-09-24, 20 working days");
    }

    @Test
    void standardInputIsReadForADash() {
        var stdin = System.in;
        try {
            System.setIn(new ByteArrayInputStream(SHEET.getBytes(StandardCharsets.UTF_8)));
            assertThat(run("limits", "-").out()).contains("2026-10-29");
        } finally {
            System.setIn(stdin);
        }
    }

    @Test
    void aRowThatCannotBeComputedLeavesTheOthersAndGivesStatusOne() throws IOException {
        var run = run("limits", file("limits.csv", SHEET + "行政许可法 42,2026-09-31,20,working day\n"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("2026-10-29", "第 3 行 event_day_excluded“2026-09-31”不是日期。");
        assertThat(run.err()).contains("2 行中有 1 行无法计算", "1 of 2 rows could not be computed");
    }

    @Test
    void aFileThatCannotBeUsedGivesStatusTwoAndNothingOnStandardOutput() throws IOException {
        var binary = folder.resolve("limits.xlsx");
        Files.write(binary, new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff});
        for (var unusable :
                new String[][] {
                    {file("empty.csv", ""), "The file is empty"},
                    {
                        file("other.csv", "a,b\n1,2\n"),
                        "lacks the columns event_day_excluded, n, unit"
                    },
                    {binary.toString(), "CSV UTF-8"},
                    {folder.resolve("absent.csv").toString(), "There is no file"},
                    {folder.toString(), "is a folder"},
                    {"nul\0l.csv", "There is no file"},
                }) {
            var run = run("limits", unusable[0]);
            assertThat(run.status()).as(unusable[0]).isEqualTo(2);
            assertThat(run.out()).as(unusable[0]).isEmpty();
            assertThat(run.err())
                    .as(unusable[0])
                    .contains(unusable[1])
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void aCallWithoutAFileOrWithAnUnknownFormatIsUnusable() throws IOException {
        assertThat(run("limits").status()).isEqualTo(2);
        assertThat(run("limits", file("limits.csv", SHEET), "--format", "xml").status())
                .isEqualTo(2);
    }

    @Test
    void oneMoreNoticeMakesAProvisionalDayFinal() throws IOException {
        var sheet = file("limits.csv", "event_day_excluded,n,unit\n2026-12-28,5,working day\n");
        var notice =
                file(
                        "2027.json",
                        """
                        {"year": 2027, "published": "2026-11-05", "days": [
                          {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                          {"name": "元旦", "date": "2027-01-03", "isOffDay": false}]}
                        """);
        assertThat(run("limits", sheet).out()).contains("2027-01-04", "暂定（2027 年放假通知尚未公布）", ",yes");
        assertThat(run("limits", sheet, "--calendar", notice).out())
                .contains("2027-01-04", "日历版本 2026#1,2027#1", ",no")
                .doesNotContain("暂定");
    }

    @Test
    void aFaultyNoticeIsNamedWithItsPlace() throws IOException {
        var notice =
                file(
                        "2027.json",
                        "{\"year\": 2027,\n \"published\": \"2026-11-05\", \"days\": []}");
        var run = run("limits", file("limits.csv", SHEET), "--calendar", notice);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("2027.json:2 days", "没有列出任何休息日");
        assertThat(run("limits", file("limits.csv", SHEET), "--calendar", notice + ".old").status())
                .isEqualTo(2);
    }

    @Test
    void helpNamesTheColumnsAndTheStatuses() {
        var run = run("limits", "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("event_day_excluded", "last_day", "退出码", "--format", "--calendar");
    }

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status =
                Guiju.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Run(status, out.toString(), err.toString());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
