package org.guiju.formats.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guiju.formats.calendar.LimitsSheet.Result;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class LimitsSheetTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.of(ShippedCalendars.load());

    @Test
    void theAnswersStandBehindTheColumnsThatCameIn() {
        var filled =
                filled(
                        "rule,event_day_excluded,n,unit,who\n行政许可法 42,2026-09-24,20,working day,\"Li, Wang\"\n");
        assertThat(LimitsOutput.csv(filled))
                .isEqualTo(
                        """
                        rule,event_day_excluded,n,unit,who,last_day,derivation,provisional
                        行政许可法 42,2026-09-24,20,working day,"Li, Wang",2026-10-29,自 2026-09-24 的次日起算，20 个工作日（行政许可法 42），跳过休息日 15 天，最后一日 2026-10-29；日历版本 2026#1,no
                        """);
    }

    @Test
    void aColumnThatIsThereAlreadyIsReplacedWhereItStands() {
        var once =
                LimitsOutput.csv(
                        filled(
                                "last_day,unit,n,event_day_excluded\n1999-01-01,month,1,2026-09-01\n"));
        assertThat(once)
                .startsWith(
                        "last_day,unit,n,event_day_excluded,derivation,provisional\n2026-10-08,month,1,");
        assertThat(LimitsOutput.csv(filled(once))).isEqualTo(once);
    }

    @Test
    void aMarkCarriageReturnsAndQuotesMakeNoDifference() {
        var plain = filled("event_day_excluded,n,unit,note\n2026-09-24,20,工作日,\"two\nlines\"\n");
        var windows =
                filled(
                        "\uFEFF\"Event day-excluded\",N,Unit,note\r\n\"2026-09-24\",\"20\",工作日,\"two\nlines\"\r\n\r\n");
        assertThat(windows.rows()).isEqualTo(plain.rows());
        assertThat(plain.rows().getFirst().get(3)).isEqualTo("two\nlines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    2026-09-24   | 20     | working day   | 2026-10-29
                    2026-09-24   | 20     | working-day   | 2026-10-29
                    2026-09-24   | 20     | Working_Days  | 2026-10-29
                    2026-09-24   | 20     | 工作日         | 2026-10-29
                    2026/9/24    | 20.0   | 个工作日       | 2026-10-29
                    2026年9月24日 | ２０   | 工作日         | 2026-10-29
                    ２０２６－０９－２４ |　２０　| ｗｏｒｋｉｎｇ　ｄａｙ | 2026-10-29
                    2026-09-24 00:00:00 | 20 | working day | 2026-10-29
                    2026-09-24   | 20     | calendar day  | 2026-10-14
                    2026-09-24   | 20     | 自然日         | 2026-10-14
                    2026-09-24   | 20     | 日历日         | 2026-10-14
                    2026-09-24   | 1      | month         | 2026-10-26
                    2026-09-24   | 1      | 月            | 2026-10-26
                    """)
    void aDateANumberAndAUnitMayBeWrittenInMoreThanOneWay(
            String event, String n, String unit, String lastDay) {
        var filled = filled("event_day_excluded,n,unit\n%s,%s,%s\n".formatted(event, n, unit));
        assertThat(filled.failed()).isZero();
        assertThat(filled.rows().getFirst())
                .startsWith("2026-09-24", n.equals("1") ? "1" : "20")
                .contains(lastDay);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    2026-02-30 | 20   | 工作日 | 第 2 行 event_day_excluded“2026-02-30”不是日期。请写成 2026-09-24 的形式，并确认当月有这一天。
                    24.9.2026  | 20   | 工作日 | 第 2 行 event_day_excluded“24.9.2026”不是日期。请写成 2026-09-24 的形式，并确认当月有这一天。
                    2026-09-24 | 0    | 工作日 | 第 2 行 n“0”不是 1 至 3650 的整数。请写期限的天数或月数。
                    2026-09-24 | 3651 | 工作日 | 第 2 行 n“3651”不是 1 至 3650 的整数。请写期限的天数或月数。
                    2026-09-24 | -5   | 工作日 | 第 2 行 n“-5”不是 1 至 3650 的整数。请写期限的天数或月数。
                    2026-09-24 | 2.5  | 工作日 | 第 2 行 n“2.5”不是 1 至 3650 的整数。请写期限的天数或月数。
                    2026-09-24 | ``   | 工作日 | 第 2 行 n“”不是 1 至 3650 的整数。请写期限的天数或月数。
                    """)
    void aRowThatCannotBeComputedSaysWhereAndWhatToDo(
            String event, String n, String unit, String error) {
        var filled =
                filled(
                        "event_day_excluded,n,unit\n%s,%s,%s\n2026-09-24,20,工作日\n"
                                .formatted(event, n, unit));
        assertThat(filled.failed()).isEqualTo(1);
        assertThat(filled.columns()).endsWith("last_day", "derivation", "provisional", "error");
        assertThat(filled.rows().getFirst()).endsWith("", "", "", error);
        assertThat(filled.rows().getLast()).contains("2026-10-29").endsWith("no", "");
    }

    @Test
    void theGreatestNumberIsStillALimitAndSoIsTheSmallest() {
        assertThat(
                        filled("event_day_excluded,n,unit\n2026-09-24,3650,月\n2026-09-24,1,工作日\n")
                                .failed())
                .isZero();
    }

    @Test
    void aBareDayIsNoUnitAndAllFaultsOfARowAreNamed() {
        var error =
                new LimitsSheet(CALENDAR, false)
                        .fill(bytes("event_day_excluded,n,unit\nsoon,many,日\n"));
        assertThat(((Result.Filled) error).rows().getFirst().getLast())
                .contains(
                        "Line 2, event_day_excluded: \"soon\" is no date",
                        "n: \"many\"",
                        "unit: \"日\" is no unit");
    }

    @Test
    void aFilledCellBeyondTheHeaderMeansThatTheCellsHaveMoved() {
        var filled =
                filled(
                        """
                        event_day_excluded,n,unit,who
                        2026-09-24,20,工作日,Li,Wang
                        2026-09-24,20,工作日,Li,,
                        2026-09-24,20,工作日
                        """);
        assertThat(filled.rows().getFirst().getLast()).startsWith("第 2 行有 5 个单元格，表头只有 4 列。");
        assertThat(filled.failed()).isEqualTo(1);
    }

    @Test
    void anOldErrorGoesWhenTheRowIsMended() {
        var filled = filled("event_day_excluded,n,unit,error\n2026-09-24,20,工作日,n is wrong\n");
        assertThat(filled.rows().getFirst().get(3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                           | 文件是空的
                    \\uFEFF                                       | 文件是空的
                    a,b,c                                        | 第 1 行缺少列 event_day_excluded、n、unit；读到的列：a, b, c
                    event_day_excluded;n;unit                    | 第 1 行缺少列 event_day_excluded、n、unit
                    event_day_excluded,n                         | 第 1 行缺少列 unit
                    event_day_excluded,n,unit                    | 只有表头
                    event_day_excluded,n,unit,N                  | 列 n 出现了两次
                    event_day_excluded,n,unit,last day,last_day  | 列 last_day 出现了两次
                    """)
    void aFileWithoutTheNeededColumnsIsUnusable(String text, String message) {
        assertThat(unusable(bytes(text.replace("\\uFEFF", "\uFEFF"))).zh()).startsWith(message);
    }

    @Test
    void whatIsNoTextInUtf8IsUnusableWithARemedy() {
        var gbk =
                "event_day_excluded,n,unit\n2026-09-24,20,工作日\n"
                        .getBytes(Charset.forName("GB18030"));
        assertThat(unusable(gbk).zh()).contains("UTF-8");
        assertThat(unusable(new byte[] {'P', 'K', 3, 4, 0, 0, 0}).en()).contains("save it as");
        assertThat(unusable(bytes("event_day_excluded,n,unit\n\"2026-09-24,20,工作日\n")).zh())
                .contains("引号");
        assertThat(unusable(new byte[(20 << 20) + 1]).en()).contains("20 MB");
    }

    @Test
    void asJsonEachRowIsAnObjectWithEachNameOnce() {
        var json =
                LimitsOutput.json(
                        filled(
                                "event_day_excluded,n,unit,note,note,\n2026-09-24,20,工作日,a\"b,c,d\n"));
        var row = JsonMapper.shared().readTree(json).get(0);
        assertThat(row.get("last_day").asString()).isEqualTo("2026-10-29");
        assertThat(row.get("n").asInt()).isEqualTo(20);
        assertThat(
                        List.of(
                                row.get("note").asString(),
                                row.get("note_2").asString(),
                                row.get("column_6").asString()))
                .containsExactly("a\"b", "c", "d");
    }

    @Test
    void whatGoesOutAsCsvCanBeReadBack() {
        var filled =
                filled(
                        "event_day_excluded,n,unit,note\n2026-09-24,20,工作日,\"a \"\"quoted\"\", word\nand a line\"\n");
        var again = CsvReader.builder().ofCsvRecord(LimitsOutput.csv(filled)).stream().toList();
        assertThat(again.getLast().getFields()).isEqualTo(filled.rows().getLast());
    }

    private static Result.Filled filled(String csv) {
        return (Result.Filled) new LimitsSheet(CALENDAR, true).fill(bytes(csv));
    }

    private static Text unusable(byte[] file) {
        return ((Result.Unusable) new LimitsSheet(CALENDAR, true).fill(file)).message();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
