package org.guiju.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 重做抽选: what a stranger types, and what comes out.
class DrawCommandTest {
    private static final String KEY = "9319./2.5.8.10.12./9.18.26.34.41.45./";

    /// RFC 3797, section 6: the list, the figures and the sixteen drawn.
    private static final String RFC_NAMES =
            """
            John
            Mary
            Bashful
            Dopey
            Sleepy
            Grouchy
            Doc
            Sneazy
            Handsome
            Cassandra
            Pollyanna
            Pendragon
            Pandora
            Faith
            Hope
            Charity
            Lee
            Longsuffering
            Chastity
            Smith
            Pride
            Sloth
            Envy
            Anger
            Kasczynski
            """;

    @TempDir private Path folder;

    @Test
    void theWorkedExampleOfTheRfcIsPrintedAsTheRfcPrintsIt() throws IOException {
        var run = draw("--names", file("pool.txt", RFC_NAMES), "--key", KEY, "--count", "16");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "Key is:\n " + KEY,
                        " 1  990DD0A5692A029A98B5E01AA28F3459  25  -> 17 <-  Lee",
                        "16  3269E6CE559ABD57E2BA6AAB495EB9BD  10  ->  4 <-  Dopey",
                        "入选 Selected (16/16)");
    }

    @Test
    void inJsonAllTwentyFiveStandInTheirOrderAndTheSixteenAreNamed() throws IOException {
        var pool = file("pool.txt", RFC_NAMES);
        var run = draw("--names", pool, "--key", KEY, "--count", "16", "--format", "json");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "\"key\":\"" + KEY + "\"",
                        "\"pool\":25",
                        "{\"i\":16,\"md5\":\"3269E6CE559ABD57E2BA6AAB495EB9BD\",\"div\":10,\"selected\":4,\"name\":\"Dopey\"");
        var positions = new ArrayList<Integer>();
        run.out()
                .lines()
                .filter(line ->
                        line.startsWith(",{\"position\"") || line.startsWith("{\"position\""))
                .forEach(line ->
                        positions.add(Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1"))));
        assertThat(positions)
                .containsExactly(17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4);
    }

    @Test
    void theFiguresAsPublishedGiveTheSameAsTheKey() throws IOException {
        var pool = file("pool.txt", "\uFEFF" + RFC_NAMES.replace("\n", "\r\n"));
        var byKey = draw("--names", pool, "--key", KEY, "--count", "16");
        var bySource =
                draw(
                        "--names",
                        pool,
                        "--count",
                        "16",
                        "--source",
                        "9319",
                        "--source",
                        "2 5 12 08 10",
                        "--source",
                        "9 18 26 34 41 45");
        assertThat(bySource).isEqualTo(byKey);
    }

    @Test
    void aTableSaysWhoIsFromOutsideAndWhoIsBarred() throws IOException {
        var pool =
                file(
                        "pool.csv",
                        """
                        编号,系统外,回避
                        ZJ-01,否,
                        ZJ-02,否,是
                        ZJ-03,是,
                        ZJ-04,否,谢绝
                        ZJ-05,是,否
                        """);
        var run =
                draw(
                        "--names",
                        pool,
                        "--key",
                        KEY,
                        "--count",
                        "2",
                        "--outside",
                        "2",
                        "--format",
                        "json");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("\"name\":\"ZJ-03\",\"outside\":true,\"verdict\":\"CHOSEN\"")
                .contains("\"name\":\"ZJ-05\",\"outside\":true,\"verdict\":\"CHOSEN\"");
        var short3 = draw("--names", pool, "--key", KEY, "--count", "4");
        assertThat(short3.status()).isEqualTo(1);
        assertThat(short3.out())
                .contains(
                        "ZJ-02  回避 passed over: recused",
                        "ZJ-04  谢绝 passed over: declined",
                        "缺 1 席");
        assertThat(short3.err()).contains("席位未满", "1 seats stay open");
    }

    @Test
    void whatCannotBeUsedIsNamedWithPlaceAndRemedy() throws IOException {
        var pool = file("pool.txt", RFC_NAMES);
        for (var bad :
                List.of(
                        List.of("There is no file", folder.resolve("absent").toString(), KEY, "1"),
                        List.of("is a folder", folder.toString(), KEY, "1"),
                        List.of("The list is empty", file("empty.txt", "\n \n"), KEY, "1"),
                        List.of(
                                "Line 3 is the same as line 1",
                                file("twice.txt", "a\nb\na\n"),
                                KEY,
                                "1"),
                        List.of("Line 2 has no name", file("gap.txt", "a\n\nb\n"), KEY, "1"),
                        List.of(
                                "Line 3, column outside",
                                file("flag.csv", "name,outside\na,yes\nb,maybe\n"),
                                KEY,
                                "1"),
                        List.of("quotes", file("quote.csv", "name\n\"a\n"), KEY, "1"),
                        List.of("--count is 1 to 25", pool, KEY, "0"),
                        List.of("--count is 1 to 25", pool, KEY, "26"),
                        List.of("--key cannot be used", pool, "上证", "1"),
                        List.of("--key cannot be used", pool, "", "1"))) {
            var run = draw("--names", bad.get(1), "--key", bad.get(2), "--count", bad.get(3));
            assertThat(run.status()).as(bad.toString()).isEqualTo(2);
            assertThat(run.out()).as(bad.toString()).isEmpty();
            assertThat(run.err()).contains(bad.getFirst()).doesNotContain("Exception", "\tat ");
        }
        var binary =
                Files.write(
                        folder.resolve("pool.xlsx"), new byte[] {'P', 'K', 3, 4, 0, (byte) 0xff});
        assertThat(draw("--names", binary.toString(), "--key", KEY, "--count", "1").err())
                .contains("UTF-8");
        assertThat(draw("--names", pool, "--count", "1").err()).contains("either --key or");
        assertThat(draw("--names", pool, "--count", "1", "--source", "1 x").err())
                .contains("--source number 1: \"x\" is no figure");
        assertThat(draw("--names", pool, "--key", KEY, "--count", "2", "--outside", "3").err())
                .contains("--outside is 0 to --count (2)");
        assertThat(draw("--names", pool, "--key", KEY, "--count", "two").status()).isEqualTo(2);
    }

    @Test
    void aKeyInAnotherFormIsUsedAsItStandsAndSaysSo() throws IOException {
        var run = draw("--names", file("pool.txt", RFC_NAMES), "--key", "abc", "--count", "1");
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("used as it stands");
    }

    @Test
    void helpNamesTheColumnsAndTheStatuses() {
        var run = draw("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "--names",
                        "--key",
                        "--source",
                        "--count",
                        "--outside",
                        "outside 系统外",
                        "退出码");
    }

    private record Run(int status, String out, String err) {}

    private static Run draw(String... arguments) {
        var words = new ArrayList<>(List.of("draw"));
        words.addAll(Arrays.asList(arguments));
        var out = new StringWriter();
        var err = new StringWriter();
        var status =
                Guiju.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(words.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
