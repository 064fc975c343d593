package org.guiju.formats.linesystems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.kernel.linesystems.Mapping;
import org.guiju.kernel.linesystems.Mapping.Layout;
import org.guiju.kernel.linesystems.Question;
import org.guiju.kernel.linesystems.ReportElements;
import org.guiju.kernel.linesystems.RowReader;
import org.guiju.kernel.linesystems.RowReader.Read;
import org.guiju.kernel.linesystems.ShadowRecord;
import org.guiju.kernel.linesystems.Target;
import org.guiju.kernel.powers.PowerDefinition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// 读行: each row is a record, a question or a fault with its column, and a word that was explained once is not asked for again.
class RowReaderTest {
    private static final PowerDefinition POWER =
            ((Loaded)
                            new DefinitionReader()
                                    .read(
                                            Blocks.text("/org/guiju/formats/definition/base.yaml"),
                                            "base.yaml"))
                    .definition();
    private static final String CODE = POWER.code().value();
    private static final String HASH = "0123456789abcdef0123456789abcdef";
    private static final Map<Target, String> COLUMNS = columns();
    private static final List<String> HEADINGS = List.copyOf(COLUMNS.values());
    private static final Layout LAYOUT =
            new Layout(HEADINGS, COLUMNS, Map.of(Target.POWER, CODE, Target.NOTE, "来件"));
    private static final Mapping MAPPING =
            Mapping.NONE
                    .with(LAYOUT)
                    .with(
                            Map.of(
                                    Mapping.key(Target.POWER, "", "试验"),
                                    CODE,
                                    Mapping.key(Target.SITUATION, CODE, "新办"),
                                    "setup",
                                    Mapping.key(Target.STEP, CODE, "收件"),
                                    "accept",
                                    Mapping.key(Target.STEP, CODE, "暂停"),
                                    "@paused:hearing",
                                    Mapping.key(Target.OUTCOME, CODE, "准予"),
                                    "granted"));

    private static Map<Target, String> columns() {
        var columns = new LinkedHashMap<Target, String>();
        columns.put(Target.CASE_NO, "办件");
        columns.put(Target.RECORD_NO, "记录");
        columns.put(Target.POWER, "事项");
        columns.put(Target.SITUATION, "情形");
        columns.put(Target.STEP, "环节");
        columns.put(Target.OUTCOME, "结果");
        columns.put(Target.HAPPENED, "时间");
        columns.put(Target.RECEIVED, "收件");
        columns.put(Target.ENTERED, "录入");
        columns.put(Target.OFFICER, "人员");
        columns.put(Target.NOTE, "说明");
        return columns;
    }

    private static Map<String, String> cells(String line) {
        return Arrays.stream(line.split(";"))
                .collect(
                        Collectors.toMap(
                                c -> c.substring(0, c.indexOf('=')),
                                c -> c.substring(c.indexOf('=') + 1)));
    }

    private static Read read(Mapping mapping, List<String> headings, String line) {
        return new RowReader(
                        mapping,
                        code -> Optional.of(POWER).filter(p -> p.code().value().equals(code)))
                .read(headings, cells(line), HASH);
    }

    private static Stream<String> told(Read read) {
        return switch (read) {
            case Read.Taken(var theirs, var power, var situation, var r) ->
                    Stream.of(
                            "%s %s %s | %s %s %s %s %s received=%s entered=%s %s %s"
                                    .formatted(
                                            theirs,
                                            power.code().value(),
                                            situation.id(),
                                            r.no(),
                                            r.target(),
                                            r.outcome(),
                                            r.happened(),
                                            r.time(),
                                            r.received(),
                                            r.entered(),
                                            r.officers(),
                                            r.note()));
            case Read.Waits(var questions) -> questions.stream().map(q -> "? " + q.code());
            case Read.Broken(var faults) ->
                    faults.stream()
                            .map(f ->
                                    "! %s: %s|%s"
                                            .formatted(f.column(), f.words().zh(), f.words().en()));
        };
    }

    /// A given line is one row: `column=word;column=word`.
    @TestFactory
    Stream<DynamicTest> eachRowIsARecordAQuestionOrAFault() {
        return Blocks.of(
                "rows.txt",
                lines -> lines.stream().flatMap(l -> told(read(MAPPING, HEADINGS, l))).toList());
    }

    @Test
    void columnsThatNobodyExplainedAreAskedFor() {
        assertThat(read(Mapping.NONE, HEADINGS, "办件=C-1"))
                .isEqualTo(new Read.Waits(List.of(new Question.Columns(HEADINGS))));
    }

    @Test
    void theSameColumnsInAnotherOrderAreTheSameLayout() {
        assertThat(MAPPING.layout(HEADINGS.reversed())).contains(LAYOUT);
        assertThat(MAPPING.layout(HEADINGS.subList(1, 3))).isEmpty();
    }

    @Test
    void eachAdditionIsAVersionAndLeavesTheOtherAlone() {
        assertThat(MAPPING.version()).isEqualTo(2);
        assertThat(MAPPING.layouts()).hasSize(1);
        assertThat(MAPPING.values()).hasSize(5);
        var more = MAPPING.with(Map.of(Mapping.key(Target.STEP, CODE, "送"), "serve"));
        assertThat(more.value(Target.STEP, CODE, "送")).contains("serve");
        assertThat(more.value(Target.STEP, "another", "送")).isEmpty();
        assertThat(more.value(Target.POWER, "any", "试验")).contains(CODE);
        assertThat(more.version()).isEqualTo(3);
        assertThat(MAPPING.value(Target.STEP, CODE, "送")).isEmpty();
        assertThat(LAYOUT.column(Target.STEP)).contains("环节");
        assertThat(new Layout(HEADINGS, Map.of(), Map.of()).column(Target.STEP)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "columns|办件|时间, true",
        "step|330899-TS-XK-0001|初审|复审, true",
        "power||试验, true",
        "step|only, false",
        "nothing|a|b, false",
        "'', false",
    })
    void aQuestionIsKeptAsALineAndReadAgain(String code, boolean known) {
        var read = Question.ofCode(code);
        assertThat(read.isPresent()).isEqualTo(known);
        read.ifPresent(q -> assertThat(q.code()).isEqualTo(code));
    }

    @Test
    void aWordThatHoldsTheSignBetweenIsKeptWhole() {
        assertThat(Question.ofCode("step|p|初审|复审"))
                .contains(new Question.Word(Target.STEP, "p", "初审|复审"));
    }

    @ParameterizedTest
    @EnumSource
    void aTargetIsKnownByItsCode(Target target) {
        assertThat(Target.ofCode(target.code())).contains(target);
        assertThat(Target.ofCode(target.code() + "?")).isEmpty();
        assertThat(target.needed())
                .isEqualTo(
                        List.of(Target.CASE_NO, Target.POWER, Target.STEP, Target.HAPPENED)
                                .contains(target));
        assertThat(target.hasValues())
                .isEqualTo(
                        List.of(Target.POWER, Target.SITUATION, Target.STEP, Target.OUTCOME)
                                .contains(target));
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_NO NO ITEM_ID TACHE_ID PROCESS_DATE USER_NAME CREATE_DATE OUTCOME, TACHE_ID, PROCESS_DATE, ''",
        "INTERNAL_NO ITEM_ID APPLY_DATE CREATE_DATE, '', APPLY_DATE, @received",
        "INTERNAL_NO ITEM_ID AJ_OCCUR_DATE CREATE_DATE, '', CREATE_DATE, @other",
        "INTERNAL_NO ITEM_ID FINISH_TIME FINISH_DATE, '', FINISH_TIME, @closed",
        "INTERNAL_NO ITEM_ID FINISH_DATE, '', FINISH_DATE, @closed",
    })
    void theProvincesTablesNeedNoExplanation(
            String headings, String step, String happened, String fixed) {
        var columns = List.of(headings.split(" "));
        var layout = ReportElements.layout(columns).orElseThrow();
        assertThat(layout.column(Target.STEP).orElse("")).isEqualTo(step);
        assertThat(layout.column(Target.HAPPENED)).contains(happened);
        assertThat(layout.fixed().getOrDefault(Target.STEP, "")).isEqualTo(fixed);
        assertThat(layout.column(Target.CASE_NO)).contains("INTERNAL_NO");
        assertThat(layout.column(Target.POWER)).contains("ITEM_ID");
        assertThat(layout.column(Target.RECORD_NO).isPresent()).isEqualTo(columns.contains("NO"));
        assertThat(layout.column(Target.OUTCOME).isPresent())
                .isEqualTo(columns.contains("OUTCOME"));
        assertThat(layout.column(Target.ENTERED).isPresent())
                .isEqualTo(columns.contains("CREATE_DATE"));
        assertThat(layout.column(Target.SITUATION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_NO TACHE_ID",
        "ITEM_ID TACHE_ID",
        "INTERNAL_NO ITEM_ID",
        "INTERNAL_NO ITEM_ID NAME",
    })
    void otherColumnsAreNoneOfTheProvincesTables(String headings) {
        assertThat(ReportElements.layout(List.of(headings.split(" ")))).isEmpty();
    }

    @Test
    void aRowOfTheProvincesTableBeginsTheCourseWhateverItsFirstStepIsCalled() {
        var headings = List.of("INTERNAL_NO", "ITEM_ID", "TACHE_ID", "PROCESS_DATE", "USER_NAME");
        var line =
                "INTERNAL_NO=C-1;ITEM_ID="
                        + CODE
                        + ";TACHE_ID=@accepted;PROCESS_DATE=20260302;USER_NAME=甲";
        assertThat(told(read(Mapping.NONE, headings, line)))
                .containsExactly(
                        "C-1 "
                                + CODE
                                + " setup | #0123456789abcdef accept  2026-03-02 null received=null entered=null [甲] ");
    }

    @ParameterizedTest
    @CsvSource({
        "@paused, @paused, true, ''",
        "@paused:hearing, @paused, true, hearing",
        "@pausedhearing, @paused, false, ''",
        "accept, @paused, false, ''",
    })
    void aWordMayCarryItsGround(String target, String word, boolean is, String ground) {
        var record =
                new ShadowRecord(
                        "1",
                        target,
                        "",
                        java.time.LocalDate.EPOCH,
                        null,
                        null,
                        null,
                        List.of(),
                        "");
        assertThat(record.is(word)).isEqualTo(is);
        assertThat(record.ground()).isEqualTo(ground);
        assertThat(record.officer()).isEmpty();
    }
}
