package org.guiju.formats.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules of GB/T 15834—2011, 5.1 and of W3C's CLREQ on where a line may begin and end, on lines of ten characters; each
/// Chinese character is as wide as the letter is high, each Latin letter half of it.
class LineBreakerTest {
    private static final LineBreaker.Measure EVEN =
            text -> text.codePoints().map(c -> c < 0x2000 ? 500 : 1000).sum();

    private static List<String> lines(String text, int characters) {
        return LineBreaker.lines(text, 0, characters * 1000, EVEN).stream()
                .map(LineBreaker.Line::text)
                .toList();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // 句号、逗号、顿号、分号、冒号、问号、叹号不出现在一行之首 (5.1.1, 5.1.2): no blank to give up, so a character
                // is carried over
                "一二三四五六七八九十，甲乙 | 一二三四五六七八九/十，甲乙",
                "一二三四五六七八九十。甲乙 | 一二三四五六七八九/十。甲乙",
                "一二三四五六七八九十、甲乙 | 一二三四五六七八九/十、甲乙",
                "一二三四五六七八九十；甲乙 | 一二三四五六七八九/十；甲乙",
                "一二三四五六七八九十：甲乙 | 一二三四五六七八九/十：甲乙",
                "一二三四五六七八九十？甲乙 | 一二三四五六七八九/十？甲乙",
                "一二三四五六七八九十！甲乙 | 一二三四五六七八九/十！甲乙",
                // another mark on the line gives up its blank half: the mark is pushed in
                "一二三，四五六七八九。甲乙 | 一二三，四五六七八九。/甲乙",
                "一二，三四五六七八九十甲乙 | 一二，三四五六七八九/十甲乙",
                // 引号、括号、书名号: the first half not at an end, the second not at a beginning (5.1.3)
                "一二三四五六七八九（十甲） | 一二三四五六七八九/（十甲）",
                "一二三四五六七八九《十甲》 | 一二三四五六七八九/《十甲》",
                "一二三四五六七八九“十甲” | 一二三四五六七八九/“十甲”",
                "一二三四五六七八九〔十甲〕 | 一二三四五六七八九/〔十甲〕",
                "（一二三四五六七八九）甲乙 | （一二三四五六七八九）/甲乙",
                "一二三四五六七八九“《十》” | 一二三四五六七八九/“《十》”",
                "（一二三四五六七八”）。甲 | （一二三四五六七八”）。/甲",
                "（一二三四五六七八九”）。甲 | （一二三四五六七八/九”）。甲",
                // 破折号、省略号 are not divided (5.1.4, 5.1.5)
                "一二三四五六七八九——甲乙 | 一二三四五六七八/九——甲乙",
                "一二三四五六七八九……甲乙 | 一二三四五六七八/九……甲乙",
                // 连接号、间隔号 not at a beginning, 分隔号 at neither end (5.1.6, 5.1.7, 5.1.9)
                "一二三四五六七八九十～甲乙 | 一二三四五六七八九/十～甲乙",
                "一二三四五六七八九十·甲乙 | 一二三四五六七八九/十·甲乙",
                "一二三四五六七八九／十甲乙 | 一二三四五六七八/九／十甲乙",
                // words and figures are not torn, and the unit sign stays with its figure
                "一二三四五六七八Java甲乙 | 一二三四五六七八Java/甲乙",
                "一二三四五六七八九Java甲 | 一二三四五六七八九/Java甲",
                "一二三四五六七八1234567甲 | 一二三四五六七八/1234567甲",
                "一二三四五六七八九50％甲乙 | 一二三四五六七八九/50％甲乙",
                "一二三四五六七八九GB/T甲 | 一二三四五六七八九/GB/T甲",
                "abcde fghij klmno pqrst uv | abcde fghij klmno/pqrst uv",
                // spaces where a line is divided stand in neither line
                "一二三四五六七八九十 甲乙 | 一二三四五六七八九十/甲乙"
            })
    void marksStandWhereTheStandardWantsThem(String text, String expected) {
        assertThat(String.join("/", lines(text, 10))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"27,1", "28,1", "29,2", "55,2", "56,2", "57,3"})
    void aFullLineHolds28Characters(int characters, int lines) {
        assertThat(lines("规".repeat(characters), 28)).hasSize(lines);
    }

    @Test
    void theFirstLineOfAParagraphIsTwoCharactersShorter() {
        var lines = LineBreaker.lines("规".repeat(26 + 28 + 1), 2000, 28_000, EVEN);
        assertThat(lines).extracting(l -> l.text().length()).containsExactly(26, 28, 1);
        assertThat(lines.getFirst().pieces().getFirst().x()).isEqualTo(2000);
        assertThat(lines.get(1).pieces().getFirst().x()).isZero();
    }

    @Test
    void aLineLeftShortIsSetToTheFullMeasureAndTheLastIsNot() {
        var lines = LineBreaker.lines("一二三四五六七八九十，甲乙", 0, 10_000, EVEN);
        assertThat(lines.getFirst().end()).isEqualTo(10_000);
        assertThat(lines.getLast().end()).isEqualTo(4000);
    }

    @Test
    void aMarkPushedInEndsWithTheLine() {
        var line = LineBreaker.lines("一二三，四五六七八九。甲乙", 0, 10_000, EVEN).getFirst();
        assertThat(line.end()).isEqualTo(10_000);
        assertThat(line.pieces().getLast().x()).isEqualTo(9500);
    }

    @Test
    void aWordLongerThanALineIsTornAndNothingIsLost() {
        var word = "a".repeat(90);
        assertThat(lines(word, 10)).hasSize(5);
        assertThat(String.join("", lines(word, 10))).isEqualTo(word);
    }

    @Test
    void anEmptyParagraphIsOneEmptyLine() {
        assertThat(lines("", 10)).containsExactly("");
    }

    /// Whatever the text: nothing but spaces is lost, and no line is longer than the measure unless marks alone fill it.
    @Test
    void noTextIsLostAndNoLineIsTooLong() {
        long seed = 20261122;
        var random = new Random(seed);
        var signs =
                "规矩一二，。“”（）《》——……·～/／ aZ09.%％！？、；：𠮷é\u202E\u0301👨‍👩‍👧".codePoints().toArray();
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(120), 0, signs.length)
                    .forEach(s -> text.appendCodePoint(signs[s]));
            var lines = LineBreaker.lines(text.toString(), 0, 12_000, EVEN);
            assertThat(bare(String.join("", lines.stream().map(LineBreaker.Line::text).toList())))
                    .as("seed %d, text %s", seed, text)
                    .isEqualTo(bare(text.toString()));
            assertThat(lines)
                    .as("seed %d, text %s", seed, text)
                    .allMatch(l -> l.end() <= 12_000 || l.pieces().size() == 1);
        }
    }

    private static String bare(String text) {
        return text.replace(" ", "");
    }
}
