package org.guiju.formats.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guiju.formats.supervision.EventLogReader.Result;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLogReaderTest {

    private static Result read(String file, String text) {
        return EventLogReader.read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<LogEvent> events(Result result) {
        assertThat(result).isInstanceOf(Result.Read.class);
        return ((Result.Read) result).events();
    }

    private static String problem(String line) {
        var result = read("log.csv", "matter,event,at,recorded,promise,days\n" + line + "\n");
        assertThat(result).isInstanceOf(Result.Unusable.class);
        return ((Result.Unusable) result).problems().getFirst().zh();
    }

    @Test
    void chineseAndEnglishColumnsSayTheSame() {
        var zh = events(read("a.csv", "案号,事件,时间,承诺\nA-1,受理,2018-10-15 10:00,7\n"));
        var en =
                events(read("a.csv", "matter,event,at,promise\nA-1,accepted,2018-10-15T10:00,7\n"));
        assertThat(zh).isEqualTo(en);
        assertThat(zh.getFirst().promise()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01T08:06, true",
        "1900-01-01T08:05, false",
        "2200-01-01T08:00, true",
        "2200-01-01T08:01, false",
        "+999999999-12-31T10:00, false"
    })
    void aMomentLiesInATimeThatCasesHave(String moment, boolean read) {
        var result = read("a.csv", "matter,event,at\nA-1,accepted," + moment + "\n");
        assertThat(result instanceof Result.Read).isEqualTo(read);
    }

    @Test
    void jsonSaysTheSameAsATable() {
        var table =
                events(read("a.csv", "matter,event,at,promise\nA-1,accepted,2018-10-15T10:00,7\n"));
        var json =
                events(
                        read(
                                "a.json",
                                """
                                [{"matter":"A-1","event":"accepted","at":"2018-10-15T10:00","promise":7}]
                                """));
        assertThat(json.getFirst().promise()).isEqualTo(table.getFirst().promise());
        assertThat(json.getFirst().at()).isEqualTo(table.getFirst().at());
    }

    @ParameterizedTest
    @CsvSource({"7, WORKING_DAY", "7 工作日, WORKING_DAY", "90 自然日, CALENDAR_DAY", "3 个月, MONTH"})
    void aLimitNamesItsUnit(String text, LimitUnit unit) {
        var promise =
                events(
                                read(
                                        "a.csv",
                                        "matter,event,at,promise\nA,accepted,2018-10-15,"
                                                + text
                                                + "\n"))
                        .getFirst()
                        .promise();
        assertThat(promise).isNotNull().extracting(l -> l.unit()).isEqualTo(unit);
    }

    @Test
    void aMatterWithoutALimitIsNotWatched() {
        var on = events(read("a.csv", "matter,event,at,promise\nA,accepted,2018-10-15,0\n"));
        assertThat(LogMatters.of(on).matters().get("A"))
                .singleElement()
                .satisfies(s -> assertThat(s.clocks()).isEmpty());
    }

    @Test
    void everyProblemNamesItsRowAndWhatToWrite() {
        assertThat(problem(",accepted,2018-10-15,,7,")).contains("第 2 行", "缺少案号");
        assertThat(problem("A,acepted,2018-10-15,,7,")).contains("acepted", "受理");
        assertThat(problem("A,accepted,15.10.2018,,7,")).contains("2018-10-15T10:00");
        assertThat(problem("A,accepted,2018-10-15,,seven,")).contains("7 工作日");
        assertThat(problem("A,ended,2018-10-16T09:00,2018-10-15T09:00,,")).contains("登记时间早于发生时间");
    }

    @Test
    void whatContradictsItselfIsAProblem() {
        var log =
                """
                matter,event,at,promise,days
                A,ended,2018-10-15,,
                B,accepted,2018-10-15,7,
                B,resumed,2018-10-16,,
                C,accepted,2018-10-15,7,
                C,accepted,2018-10-16,7,
                D,accepted,2018-10-15,7,
                D,extended,2018-10-16,,
                """;
        assertThat(LogMatters.of(events(read("a.csv", log))).problems())
                .extracting(Text::zh)
                .containsExactly(
                        "第 2 行（A）：此前没有“受理”事件。",
                        "第 4 行（B）：没有可恢复的暂停。",
                        "第 6 行（C）：重复的“受理”事件。",
                        "第 8 行（D）：延长须写明天数。");
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        var result = read("a.json", "[{\n\"matter\":\"A\",}]");
        assertThat(((Result.Unusable) result).problems().getFirst().zh()).contains("第 2 行", "JSON");
    }
}
