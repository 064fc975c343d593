package org.guiju.formats.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.guiju.formats.tables.Export.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    private static final Headings HEADINGS =
            Headings.of(Set.of("名称", "编码", "实施主体名称", "实施主体编码"), List.of("名称", "编码"));
    private static final TableLimits SMALL = new TableLimits(2000, 5, 4, 50, 20, 4_000_000, 100);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<TableRow> read(String file, byte[] bytes) {
        try (var table = new TableReader(HEADINGS).open(file, bytes)) {
            return table.rows().toList();
        }
    }

    private static List<List<String>> cells(String csv) {
        return read("a.csv", utf8(csv)).stream().map(TableRow::cells).toList();
    }

    private static TableException refusal(String file, byte[] bytes, TableLimits limits) {
        return catchThrowableOfType(
                TableException.class,
                () -> {
                    try (var table = new TableReader(HEADINGS, limits).open(file, bytes)) {
                        table.rows().forEach(row -> {});
                    }
                });
    }

    private static TableProblem problem(String file, byte[] bytes) {
        return refusal(file, bytes, TableLimits.USUAL).problem();
    }

    private static byte[] xlsx(List<String> columns, List<List<Cell>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        TableWriter.xlsx(out, new Export("表", columns, rows.stream(), null));
        return out.toByteArray();
    }

    @Test
    void quotes_hold_commas_line_breaks_and_doubled_quotes() {
        assertThat(cells("名称,编码\r\n\"甲,乙\",1\r\n\"丙\n丁\",2\r\n\"他说\"\"好\"\"\",3\r\n"))
                .containsExactly(
                        List.of("甲,乙", "1"), List.of("丙\n丁", "2"), List.of("他说\"好\"", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_delimiter_is_found_by_the_headings_even_where_cells_are_full_of_others(
            String delimiter) {
        var csv = "名称|编码\n,,,;;;|1\n\"a\tb\tc\td\"|2\n".replace("|", delimiter);
        if (delimiter.equals(",")) {
            csv = "名称,编码\n\";;;;;;\",1\n\"a\tb\tc\td\",2\n";
        } else if (delimiter.equals(";")) {
            csv = "名称;编码\n,,,,,,;1\n\"a\tb\tc\td\";2\n";
        }
        assertThat(cells(csv)).hasSize(2).allMatch(row -> row.size() == 2);
    }

    @Test
    void rows_are_counted_as_a_spreadsheet_counts_them() {
        var rows = read("a.csv", utf8("名称,编码\n\n\"两\n行\",1\n,\n乙,2\n"));
        assertThat(rows.stream().map(TableRow::number)).containsExactly(3, 5);
    }

    @Test
    void a_lone_carriage_return_ends_a_row_too() {
        assertThat(cells("名称,编码\r甲,1\r乙,2")).hasSize(2);
    }

    @Test
    void short_rows_are_filled_and_filled_cells_beyond_the_header_are_counted() {
        var rows = read("a.csv", utf8("名称,编码\n甲\n乙,1,多,,余\n丙,2,,\n"));
        assertThat(rows.stream().map(TableRow::cells))
                .containsExactly(List.of("甲", ""), List.of("乙", "1"), List.of("丙", "2"));
        assertThat(rows.stream().map(TableRow::surplus)).containsExactly(0, 2, 0);
    }

    @Test
    void every_usual_encoding_reads_the_same() {
        var text = "名称,编码\n审批（县级）㐂𠀀,1\n";
        var expected = cells(text);
        var marked = "\uFEFF" + text;
        for (var bytes :
                List.of(
                        text.getBytes(Charset.forName("GB18030")),
                        marked.getBytes(StandardCharsets.UTF_8),
                        marked.getBytes(StandardCharsets.UTF_16LE),
                        marked.getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(read("a.csv", bytes).stream().map(TableRow::cells).toList())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_title_and_remarks_may_stand_above_the_header() {
        try (var table =
                new TableReader(HEADINGS)
                        .open("a.csv", utf8("青岚县事项清单,,\n制表：2026年,,\n序号,名称,* 编 码（必填）\n1,甲,11\n"))) {
            assertThat(table.headerRow()).isEqualTo(3);
            assertThat(table.columns()).containsExactly("序号", "名称", "* 编 码（必填）");
            assertThat(table.rows().map(TableRow::cells)).containsExactly(List.of("1", "甲", "11"));
        }
    }

    @Test
    void a_header_of_two_rows_under_merged_cells_is_read_as_one() {
        var csv = "清单,,,,\n序号,名称,编码,实施主体,\n,,,名称,编码\n1,甲,11,某局,22\n";
        try (var table = new TableReader(HEADINGS).open("a.csv", utf8(csv))) {
            assertThat(table.headerRow()).isEqualTo(3);
            assertThat(table.columns()).containsExactly("序号", "名称", "编码", "实施主体名称", "实施主体编码");
            assertThat(table.rows().map(TableRow::number)).containsExactly(4);
        }
    }

    @Test
    void a_title_above_a_full_header_gives_no_column_its_name() {
        try (var table = new TableReader(HEADINGS).open("a.csv", utf8("清单,,\n名称,编码,\n甲,1,\n"))) {
            assertThat(table.columns()).containsExactly("名称", "编码");
        }
    }

    @Test
    void a_first_data_row_is_never_taken_for_a_second_header_row() {
        assertThat(cells("名称,编码\n名称变更登记,11\n")).containsExactly(List.of("名称变更登记", "11"));
        assertThat(cells("名称,编码,\n名称,11,\n")).hasSize(1);
    }

    @Test
    void the_header_may_stand_in_row_ten_and_not_in_row_eleven() {
        var remarks = "说明,\n".repeat(9);
        assertThat(cells(remarks + "名称,编码\n甲,1\n")).hasSize(1);
        assertThat(problem("a.csv", utf8(remarks + "说明,\n名称,编码\n甲,1\n")))
                .isEqualTo(TableProblem.HEADER_MISSING);
    }

    @Test
    void unknown_headings_may_repeat_known_ones_may_not_and_none_is_nameless() {
        try (var table =
                new TableReader(HEADINGS).open("a.csv", utf8("名称,编码,备注,备注,,末\n甲,1,2,3,4,5\n"))) {
            assertThat(table.columns()).containsExactly("名称", "编码", "备注", "备注 (2)", "E", "末");
        }
        var refusal = refusal("a.csv", utf8("名称,编码,名 称\n甲,1,2\n"), TableLimits.USUAL);
        assertThat(refusal.problem()).isEqualTo(TableProblem.HEADER_DUPLICATE);
        assertThat(refusal.facts()).containsEntry("column", "A、C");
    }

    @Test
    void without_known_headings_the_first_row_with_two_cells_is_the_header() {
        try (var table = new TableReader(Headings.any()).open("a.csv", utf8("标题\na,b\n1,2\n"))) {
            assertThat(table.columns()).containsExactly("a", "b");
            assertThat(table.rows()).hasSize(1);
        }
    }

    @Test
    void files_that_are_no_tables_are_refused_by_what_they_are() throws IOException {
        var ole = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, ole, 0, 4);
        var locked = ole.clone();
        var mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(mark, 0, locked, 512, mark.length);
        var noise = new byte[4000];
        new Random(7).nextBytes(noise);
        assertThat(problem("a.csv", new byte[0])).isEqualTo(TableProblem.EMPTY_FILE);
        assertThat(problem("a.csv", utf8(" \n\n"))).isEqualTo(TableProblem.EMPTY_FILE);
        assertThat(problem("a.xls", ole)).isEqualTo(TableProblem.OLD_XLS);
        assertThat(problem("a.xlsx", locked)).isEqualTo(TableProblem.PASSWORD);
        assertThat(problem("a.csv", utf8("%PDF-1.7"))).isEqualTo(TableProblem.NOT_A_TABLE);
        assertThat(problem("a.xls", utf8("\uFEFF<html><table>")))
                .isEqualTo(TableProblem.NOT_A_TABLE);
        assertThat(problem("a.xlsx", zip(Map.of("word/document.xml", utf8("<w/>")))))
                .isEqualTo(TableProblem.NOT_A_TABLE);
        assertThat(problem("a.csv", noise)).isEqualTo(TableProblem.NOT_A_TABLE);
        assertThat(problem("a.csv", utf8("名称,编码\n甲\0,1\n"))).isEqualTo(TableProblem.NOT_A_TABLE);
        assertThat(problem("a.xlsx", utf8("名称,编码\n甲,1\n"))).isEqualTo(TableProblem.WRONG_EXTENSION);
        assertThat(problem("a", utf8("名称,编码\n甲,1\n"))).isEqualTo(TableProblem.WRONG_EXTENSION);
        assertThat(problem("a.csv", xlsx(List.of("名称", "编码"), List.of())))
                .isEqualTo(TableProblem.WRONG_EXTENSION);
    }

    @Test
    void a_text_in_no_usual_encoding_is_not_guessed_at() {
        var latin = "名称,编码\n".getBytes(StandardCharsets.UTF_8);
        var bytes = Arrays.copyOf(latin, latin.length + 3);
        bytes[bytes.length - 3] = (byte) 0xFF;
        bytes[bytes.length - 2] = (byte) 0xFF;
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThat(problem("a.csv", bytes)).isEqualTo(TableProblem.ENCODING_UNKNOWN);
        // Every pair is a character of GB18030, but of its private area: no list is written so.
        var odd =
                ("名称,编码\n" + "\uE000\uE123\uE765".repeat(20) + ",1\n")
                        .getBytes(Charset.forName("GB18030"));
        assertThat(problem("a.csv", odd)).isEqualTo(TableProblem.ENCODING_UNKNOWN);
    }

    @Test
    void an_open_quote_is_named_by_the_line_where_its_row_begins() {
        var refusal = refusal("a.csv", utf8("名称,编码\n甲,1\n\"乙,2\n丙,3\n"), TableLimits.USUAL);
        assertThat(refusal.problem()).isEqualTo(TableProblem.QUOTE_NOT_CLOSED);
        assertThat(refusal.facts()).containsEntry("line", "3");
    }

    @Test
    void each_limit_holds_exactly() {
        var head = "名称,编码\n";
        assertThat(refusal("a.csv", utf8(head + "甲,1\n".repeat(5)), SMALL)).isNull();
        assertThat(refusal("a.csv", utf8(head + "甲,1\n".repeat(6)), SMALL).problem())
                .isEqualTo(TableProblem.TOO_MANY_ROWS);
        assertThat(refusal("a.csv", utf8(head + "字".repeat(50) + ",1\n"), SMALL)).isNull();
        var long51 = refusal("a.csv", utf8(head + "1," + "字".repeat(51) + "\n"), SMALL);
        assertThat(long51.problem()).isEqualTo(TableProblem.CELL_TOO_LONG);
        assertThat(long51.facts()).containsEntry("row", "2").containsEntry("column", "B");
        assertThat(refusal("a.csv", utf8("名称,编码,c,d\n甲,1\n"), SMALL)).isNull();
        assertThat(refusal("a.csv", utf8("名称,编码,c,d,e\n甲,1\n"), SMALL).problem())
                .isEqualTo(TableProblem.TOO_MANY_COLUMNS);
        assertThat(refusal("a.csv", utf8(head + "\n".repeat(2000 - 14)), SMALL)).isNull();
        assertThat(refusal("a.csv", utf8(head + "\n".repeat(2001 - 14)), SMALL).problem())
                .isEqualTo(TableProblem.TOO_LARGE);
    }

    @Test
    void a_stream_is_read_one_byte_past_the_limit_and_no_further() throws IOException {
        var endless =
                new java.io.InputStream() {
                    private int given;

                    @Override
                    public int read() {
                        given++;
                        return 'a';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        Arrays.fill(into, from, from + length, (byte) 'a');
                        given += length;
                        return length;
                    }
                };
        var refusal =
                catchThrowableOfType(
                        TableException.class,
                        () -> new TableReader(HEADINGS, SMALL).open("a.csv", endless));
        assertThat(refusal.problem()).isEqualTo(TableProblem.TOO_LARGE);
        assertThat(endless.given).isEqualTo(2001);
        try (var table =
                new TableReader(HEADINGS, SMALL)
                        .open("a.csv", new ByteArrayInputStream(utf8("名称,编码\n甲,1")))) {
            assertThat(table.rows()).hasSize(1);
        }
    }

    /// The library makes room for every column before a cell, so a cell far to the right would fill the memory.
    @ParameterizedTest
    @CsvSource({
        "<c r='XFD2'/>, ",
        "<c r='$XFD$2'/>, ",
        "<c r='XFE2'/>, ZIP_BOMB",
        "<c r='ZZZZZZ2'/>, ZIP_BOMB",
        "<c r='Ａ2'/>, ZIP_BOMB",
        "<c r='A2'><v>1E-2147483647</v></c>, ",
        "<c r='A2'>, XLSX_DAMAGED",
    })
    void aCellStandsWithinTheSheet(String cell, @Nullable TableProblem problem) throws IOException {
        var refusal = refusal("a.xlsx", withCells(cell), TableLimits.USUAL);
        assertThat(refusal == null ? null : refusal.problem()).isEqualTo(problem);
    }

    @Test
    void aSheetClaimsNoMoreCellsThanATableMayHave() throws IOException {
        // 5 rows of 4 columns; the header has two cells.
        var limits = new TableLimits(100_000, 5, 4, 50, 20, 4_000_000, 100);
        assertThat(refusal("a.xlsx", withCells("<c r='R2'/>"), limits)).isNull();
        assertThat(refusal("a.xlsx", withCells("<c r='S2'/>"), limits).problem())
                .isEqualTo(TableProblem.ZIP_BOMB);
        assertThat(refusal("a.xlsx", withCells("<c/>".repeat(19)), limits).problem())
                .isEqualTo(TableProblem.ZIP_BOMB);
    }

    private static byte[] withCells(String cells) throws IOException {
        var parts = parts(good());
        parts.put(
                SHEET,
                utf8(
                        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                                + "<row r='1'><c r='A1' t='inlineStr'><is><t>名称</t></is></c>"
                                + "<c r='B1' t='inlineStr'><is><t>编码</t></is></c></row>"
                                + "<row r='2'>"
                                + cells
                                + "</row></sheetData></worksheet>"));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] xlsx) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(xlsx))
                        .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static byte[] good() throws IOException {
        return xlsx(List.of("名称", "编码"), List.of(List.of(Cell.of("甲"), Cell.of("1"))));
    }

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /// What someone may do to a workbook. Each is refused before it is parsed, or while, and never hangs or reads a file.
    enum Malice {
        ONE_PART_OF_A_THOUSAND_TIMES_ITS_SIZE(TableProblem.ZIP_BOMB) {
            @Override
            void commit(Map<String, byte[]> parts) {
                parts.put("xl/media/a.bin", new byte[3_000_000]);
            }
        },
        TOO_MANY_PARTS(TableProblem.ZIP_BOMB) {
            @Override
            void commit(Map<String, byte[]> parts) {
                IntStream.range(0, 20).forEach(i -> parts.put("xl/media/" + i, new byte[1]));
            }
        },
        TOO_MUCH_IN_ALL(TableProblem.ZIP_BOMB) {
            @Override
            void commit(Map<String, byte[]> parts) {
                var noise = new byte[1_000_000];
                IntStream.range(0, 5).forEach(i -> parts.put("xl/media/" + i, noise));
            }
        },
        ENTITIES_THAT_MULTIPLY(TableProblem.XLSX_DAMAGED) {
            @Override
            void commit(Map<String, byte[]> parts) {
                parts.put(
                        SHEET,
                        utf8(
                                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"));
            }
        },
        AN_ENTITY_THAT_READS_A_FILE(TableProblem.XLSX_DAMAGED) {
            @Override
            void commit(Map<String, byte[]> parts) {
                parts.put(
                        "xl/workbook.xml",
                        utf8("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
            }
        },
        A_DOCTYPE_IN_UTF_16(TableProblem.XLSX_DAMAGED) {
            @Override
            void commit(Map<String, byte[]> parts) {
                parts.put(SHEET, "\uFEFF<!DOCTYPE a []><a/>".getBytes(StandardCharsets.UTF_16LE));
            }
        },
        A_SHEET_CUT_SHORT(TableProblem.XLSX_DAMAGED) {
            @Override
            void commit(Map<String, byte[]> parts) {
                var whole = parts.getOrDefault(SHEET, new byte[0]);
                parts.put(SHEET, Arrays.copyOf(whole, text(parts, SHEET).indexOf("</row>", 300)));
            }
        },
        NO_SHEET_AT_ALL(TableProblem.XLSX_DAMAGED) {
            @Override
            void commit(Map<String, byte[]> parts) {
                parts.remove(SHEET);
            }
        };

        private final TableProblem expected;

        Malice(TableProblem expected) {
            this.expected = expected;
        }

        abstract void commit(Map<String, byte[]> parts);
    }

    @ParameterizedTest
    @EnumSource
    void no_malice_gets_through(Malice malice) throws IOException {
        var limits = new TableLimits(20_000_000, 100, 10, 100, 20, 4_000_000, 100);
        assertThat(refusal("a.xlsx", good(), limits)).isNull();
        var parts = parts(good());
        malice.commit(parts);
        assertThat(refusal("a.xlsx", zip(parts), limits))
                .isNotNull()
                .extracting(TableException::problem)
                .isEqualTo(malice.expected);
    }

    @Test
    void a_damaged_package_is_a_sentence_and_never_a_stack_trace() throws IOException {
        var good = good();
        var random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            var bytes = good.clone();
            int changes = 1 + random.nextInt(4);
            for (int c = 0; c < changes; c++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            var cut =
                    random.nextInt(4) == 0
                            ? Arrays.copyOf(bytes, 4 + random.nextInt(bytes.length - 4))
                            : bytes;
            try (var table = new TableReader(HEADINGS).open("a.xlsx", cut)) {
                assertThat(table.rows().count()).isLessThan(10);
            } catch (TableException refused) {
                assertThat(refused.sentence(Locale.CHINA))
                        .as("seed 20261122, round %s", i)
                        .isNotBlank();
            }
        }
    }

    @Test
    void hidden_sheets_and_cover_sheets_are_passed_over() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            book.newWorksheet("封面").value(0, 0, "清单");
            var hidden = book.newWorksheet("旧");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            hidden.value(0, 0, "名称");
            hidden.value(0, 1, "编码");
            var sheet = book.newWorksheet("清单");
            sheet.value(1, 1, "名称");
            sheet.value(1, 2, "编码");
            sheet.value(4, 1, "甲");
        }
        try (var table = new TableReader(HEADINGS).open("a.xlsx", out.toByteArray())) {
            assertThat(table.origin()).isEqualTo("清单");
            assertThat(table.headerRow()).isEqualTo(2);
            assertThat(table.columns()).containsExactly("A", "名称", "编码");
            assertThat(table.rows()).containsExactly(new TableRow(5, List.of("", "甲", ""), 0));
        }
    }

    @Test
    void cells_of_a_workbook_read_as_a_person_would_type_them() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("表");
            sheet.value(0, 0, "名称");
            sheet.value(0, 1, "编码");
            var values = List.<Object>of(12, new BigDecimal("0.10"), 280001L, -3.5, true);
            for (int i = 0; i < values.size(); i++) {
                switch (values.get(i)) {
                    case Number number -> sheet.value(i + 1, 1, number);
                    case Boolean truth -> sheet.value(i + 1, 1, truth);
                    default -> throw new AssertionError();
                }
            }
            sheet.value(6, 1, LocalDate.of(2026, 2, 28));
            sheet.style(6, 1).format("yyyy-mm-dd").set();
            sheet.value(7, 1, 1.15113010833722E17);
            sheet.formula(8, 1, "1+1");
        }
        var values = read("a.xlsx", out.toByteArray()).stream().map(r -> r.cells().get(1)).toList();
        assertThat(values.subList(0, 7))
                .containsExactly(
                        "12", "0.1", "280001", "-3.5", "TRUE", "2026-02-28", "1.15113010833722E17");
    }

    @Test
    void every_problem_has_its_sentence_in_both_languages() {
        var names =
                Arrays.stream(TableProblem.values()).map(Enum::name).collect(Collectors.toSet());
        var sentences = Sentences.load(TableException.class, "problems");
        for (var locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            assertThat(sentences.codes(locale)).isEqualTo(names);
        }
    }

    @Test
    void a_sentence_names_the_file_and_shortens_what_would_drown_it() {
        var refusal = refusal("清".repeat(200) + ".csv", new byte[0], TableLimits.USUAL);
        assertThat(refusal.sentence(Locale.CHINA))
                .startsWith("文件“清")
                .contains("…")
                .hasSizeLessThan(200);
        assertThat(refusal.sentence(Locale.ENGLISH)).startsWith("The file “清");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A:0", "Z:25", "AA:26", "AZ:51", "BA:52", "ZZ:701", "AAA:702"})
    void columns_are_called_as_in_a_spreadsheet(String pair) {
        var parts = pair.split(":");
        assertThat(Header.letter(Integer.parseInt(parts[1]))).isEqualTo(parts[0]);
    }

    @Test
    void what_we_write_reads_back_the_same_in_either_form() throws IOException {
        var texts =
                List.of(
                        "=1+1",
                        "+86",
                        "-删除",
                        "@a",
                        "\t甲",
                        "\r甲",
                        "\n甲",
                        "＝甲",
                        "'=甲",
                        "''-甲",
                        "'甲",
                        "甲\"乙",
                        "甲,乙",
                        "甲\n乙",
                        "00123",
                        "115113010833722043",
                        "1.5E3",
                        "𠀀",
                        "<b>&amp;</b>",
                        "a;b");
        var rows = texts.stream().map(t -> List.of(Cell.of(t), Cell.of("1"))).toList();
        var csv = new ByteArrayOutputStream();
        TableWriter.csv(csv, new Export("表", List.of("名称", "编码"), rows.stream(), null));
        assertThat(read("a.csv", csv.toByteArray()).stream().map(r -> r.cells().getFirst()))
                .containsExactlyElementsOf(texts);
        var expected = texts.stream().map(t -> t.replace("\r", "\n")).toList();
        assertThat(
                        read("a.xlsx", xlsx(List.of("名称", "编码"), rows)).stream()
                                .map(r -> r.cells().getFirst().replace("\r", "\n")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void no_text_in_a_csv_begins_with_a_sign_that_runs() throws IOException {
        var out = new ByteArrayOutputStream();
        var rows =
                Stream.of("=cmd", "+1", "-1", "@x", "\tx", "\rx", "＝x", "＋x", "－x", "＠x")
                        .map(t ->
                                List.of(
                                        Cell.of(t),
                                        new Cell.Figure(new BigDecimal("-5")),
                                        new Cell.Day(LocalDate.of(2026, 1, 2))));
        TableWriter.csv(out, new Export("表", List.of("=名称", "数", "日"), rows, null));
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF'=名称,数,日\r\n");
        assertThat(text.split("\r\n")).allMatch(line -> line.matches("(?s)[\\uFEFF\"]*'.*"));
        assertThat(text).contains(",-5,2026-01-02\r\n");
    }

    @Test
    void a_workbook_carries_its_note_and_a_csv_does_not() throws IOException {
        var note = new Export.Note("说明", List.of(new Export.Note.Line("导出人", "张三")));
        var out = new ByteArrayOutputStream();
        TableWriter.xlsx(out, new Export("甲/乙:丙", List.of("名称", "编码"), Stream.of(), note));
        try (var table =
                new TableReader(Headings.any())
                        .open("a.xlsx", onlySheet(out.toByteArray(), "说明"))) {
            assertThat(table.columns()).containsExactly("导出人", "张三");
        }
        try (var table = new TableReader(HEADINGS).open("a.xlsx", out.toByteArray())) {
            assertThat(table.origin()).isEqualTo("甲-乙-丙");
        }
        var csv = new ByteArrayOutputStream();
        TableWriter.csv(csv, new Export("甲", List.of("名称", "编码"), Stream.of(), note));
        assertThat(csv.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF名称,编码\r\n");
    }

    /// The workbook with every other sheet hidden.
    private static byte[] onlySheet(byte[] xlsx, String name) throws IOException {
        var parts = parts(xlsx);
        var escaped =
                name.codePoints()
                        .mapToObj(c -> "&#x" + Integer.toHexString(c) + ";")
                        .collect(Collectors.joining());
        var book =
                text(parts, "xl/workbook.xml")
                        .replace("<sheet name=", "<sheet state=\"hidden\" name=")
                        .replace(
                                "<sheet state=\"hidden\" name=\"" + escaped,
                                "<sheet name=\"" + escaped);
        parts.put("xl/workbook.xml", utf8(book));
        return zip(parts);
    }

    @Test
    void what_no_cell_can_hold_is_shown_as_lost_and_never_breaks_the_file() throws IOException {
        var rows = List.of(List.of(Cell.of("a\u0000b\uD800c\u001F"), Cell.of("x".repeat(40_000))));
        var read = read("a.xlsx", xlsx(List.of("名称", "编码"), rows)).getFirst().cells();
        assertThat(read.getFirst()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(read.get(1)).hasSize(32_766).endsWith("…");
    }
}
