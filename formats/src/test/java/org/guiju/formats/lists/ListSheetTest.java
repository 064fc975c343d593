package org.guiju.formats.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.guiju.formats.tables.TableException;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;

class ListSheetTest {
    private static final ListSheet NEGATIVE = new ListSheet(ListKinds.NEGATIVE);
    private static final ListSheet DUTIES = new ListSheet(ListKinds.RESPONSIBILITY);

    /// As a bureau sends it: a title over all columns, headings in two rows, one duty for three circumstances in merged cells, the headings again on the second page, a total at the end.
    private static byte[] officeWorkbook() throws IOException {
        var out = new ByteArrayOutputStream();
        var book = new Workbook(out, "office", "1.0");
        var cover = book.newWorksheet("封面");
        cover.value(0, 0, "青岚县文化和旅游局");
        cover.finish();
        var sheet = book.newWorksheet("责任清单");
        String[][] lines = {
            {"附件２ 县文化和旅游局责任清单（２０２６年）"},
            {"填报单位：县文旅局"},
            {"序号", "对应职权", "责任", "", "追责", "", ""},
            {"", "", "事项", "主体", "情形", "依据", "形式"},
            {"一、行政许可"},
            {"1", "330899-９501", "受理、审查、决定", "市场科", "超过时限", "行政许可法第七十四条", "责令改正"},
            {"", "", "", "", "违法收费", "行政许可法第七十五条", "给予处分"},
            {"", "", "", "", "", "", ""},
            {"序号", "对应职权", "责任事项", "责任主体", "追责情形", "追责依据", "追责形式"},
            {"2", "330899-9502", "现场核查", "执法队", "不履行职责", "行政处罚法第八十三条", "给予处分"},
            {"合计", "", "", "", "", "", ""},
        };
        for (int r = 0; r < lines.length; r++) {
            for (int c = 0; c < lines[r].length; c++) {
                if (!lines[r][c].isEmpty()) {
                    sheet.value(r, c, lines[r][c]);
                }
            }
        }
        sheet.range(0, 0, 0, 6).merge();
        sheet.range(2, 2, 2, 3).merge();
        sheet.range(2, 4, 2, 6).merge();
        sheet.range(2, 0, 3, 0).merge();
        sheet.range(2, 1, 3, 1).merge();
        for (int c = 0; c < 4; c++) {
            sheet.range(5, c, 6, c).merge();
        }
        sheet.finish();
        book.finish();
        return out.toByteArray();
    }

    @Test
    void aWorkbookAsOfficesSendItIsReadRowByRow() throws IOException {

        var read = DUTIES.read("责任清单.xlsx", officeWorkbook());
        assertThat(read.origin()).isEqualTo("责任清单");
        assertThat(read.headerRow()).isEqualTo(4);
        assertThat(read.rows()).extracting(SheetReading.Row::number).containsExactly(6, 7, 10);
        assertThat(read.rows().get(0).cells()).containsEntry("item", "330899-9501");
        assertThat(read.rows().get(1).cells())
                .as("what was merged stands in both rows")
                .containsEntry("item", "330899-9501")
                .containsEntry("matter", "受理、审查、决定")
                .containsEntry("when", "违法收费");
        assertThat(read.sound()).isTrue();
        assertThat(read.problems())
                .extracting(SheetProblem::code)
                .as("caption, repeated headings and total are said to stay out")
                .containsOnly(SheetProblem.Code.LINE_LEFT_OUT)
                .hasSize(3);
    }

    @Test
    void aTemplateFilledInComesBackAsItWentOut() throws IOException {
        long seed = Long.getLong("guiju.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            var rows = rows(random, 1 + random.nextInt(40));
            for (var form : List.of("xlsx", "csv", "json")) {
                var read = NEGATIVE.read("清单." + form, file(form, rows));
                assertThat(read.problems()).as("seed %d", seed).isEmpty();
                assertThat(read.numbered("negative-", Set.of()))
                        .as("seed %d round %d %s", seed, round, form)
                        .isEqualTo(rows);
            }
        }
    }

    private static byte[] file(String form, List<ListRow> rows) throws IOException {
        var file = new ListFile(ListKinds.NEGATIVE, Locale.SIMPLIFIED_CHINESE);
        if (form.equals("json")) {
            return file.json(rows, Map.of("list", "negative"));
        }
        var out = new ByteArrayOutputStream();
        if (form.equals("csv")) {
            file.csv(out, rows);
        } else {
            file.template(out, rows, Map.of("单位", "县文旅局"));
        }
        return out.toByteArray();
    }

    private static List<ListRow> rows(Random random, int count) {
        var rows = new ArrayList<ListRow>();
        for (int i = 0; i < count; i++) {
            var cells = new LinkedHashMap<String, String>();
            for (var column : ListKinds.NEGATIVE.columns()) {
                cells.put(
                        column.code(),
                        List.of("收受礼品", "=1+1", "-5", "“引号”，逗号,", "两行\n文字", "'单引号", "007")
                                .get(random.nextInt(7)));
            }
            rows.add(new ListRow("n-" + i, cells));
        }
        return rows;
    }

    @Test
    void whatIsWrongIsNamedByRowAndColumnInBothLanguages() {
        var csv =
                """
                编号,禁止行为,禁止依据,后果,适用对象,电话
                n-1,收受礼品,,处分,全体人员,1
                n-1,违规吃请,规定第三条,处分,全体人员,2
                坏 编号,插手工程,规定第四条,处分,领导干部,3
                ,泄露秘密,1.2E+17,处分,全体人员,4
                """;
        var read = NEGATIVE.read("a.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(read.sound()).isFalse();
        assertThat(read.problems())
                .extracting(p -> p.code() + " " + p.row() + " " + p.column())
                .containsExactly(
                        "COLUMN_LEFT_OUT 1 电话",
                        "CELL_EMPTY 2 禁止依据",
                        "ID_TWICE 3 编号",
                        "ID_FORM 4 编号",
                        "NUMBER_SHORTENED 5 禁止依据");
        for (var problem : read.problems()) {
            assertThat(problem.sentence(Locale.SIMPLIFIED_CHINESE)).doesNotContain("?");
            assertThat(problem.sentence(Locale.ENGLISH)).doesNotContain("?");
        }
    }

    @Test
    void newRowsGetNumbersThatWereNeverUsed() {
        var csv = "id,禁止行为,禁止依据,后果,适用对象\nnegative-0001,a,b,c,d\n,e,f,g,h\n,i,j,k,l\n";
        var read = NEGATIVE.read("a.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(read.numbered("negative-", Set.of("negative-0002")))
                .extracting(ListRow::id)
                .containsExactly("negative-0001", "negative-0003", "negative-0004");
    }

    @Test
    void aSheetWithoutARequiredColumnIsRefusedWithItsName() {
        var csv = "禁止行为,禁止依据,后果\na,b,c\n";
        assertThatThrownBy(() -> NEGATIVE.read("a.csv", csv.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        TableException.class,
                        e -> assertThat(e.sentence(Locale.SIMPLIFIED_CHINESE)).contains("适用对象"));
    }

    @Test
    void anyColumnsWillDoAndAWordThatIsNoChoiceIsNamed() {
        var kind =
                new ListKind(
                        "service",
                        Text.zh("服务清单"),
                        List.of(
                                new ListColumn("name", Text.zh("服务名称"), true),
                                new ListColumn("sort", Text.zh("类别"), true, List.of("咨询", "代办"))));
        var csv = "服务名称,类别\n政策咨询,咨询\n材料代办,跑腿\n";
        var read = new ListSheet(kind).read("a.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems())
                .extracting(p -> p.code() + " " + p.row() + " " + p.column())
                .containsExactly("CELL_CHOICE 3 类别");
    }

    @Test
    void tenThousandRowsAreReadWithinSeconds() throws IOException {
        var rows = rows(new Random(7), 10_000);
        var read = NEGATIVE.read("清单.xlsx", file("xlsx", rows));
        assertThat(read.rows()).hasSize(10_000);
        assertThat(read.sound()).isTrue();
    }

    @Test
    void junkIsRefusedWithASentence() {
        assertThatThrownBy(() ->
                        DUTIES.read("a.json", "{\"rows\": 3".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TableException.class);
        assertThatThrownBy(() -> DUTIES.read("a.xlsx", new byte[] {'P', 'K', 3, 4, 0}))
                .isInstanceOf(TableException.class);
    }
}
