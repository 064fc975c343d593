package org.guiju.formats.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.powers.inventory.RowCode.BODY_CODE_DIFFERS;
import static org.guiju.kernel.powers.inventory.RowCode.BODY_CODE_DUMMY;
import static org.guiju.kernel.powers.inventory.RowCode.BODY_CODE_INVALID;
import static org.guiju.kernel.powers.inventory.RowCode.CODE_NORMALISED;
import static org.guiju.kernel.powers.inventory.RowCode.DEPARTMENT_CODE_DIFFERS;
import static org.guiju.kernel.powers.inventory.RowCode.KIND_LETTER_DIFFERS;
import static org.guiju.kernel.powers.inventory.RowCode.NAME_TWICE;
import static org.guiju.kernel.powers.inventory.RowCode.SEGMENTS_NOT_SIX;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.TableWriter;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.inventory.Checked;
import org.guiju.kernel.powers.inventory.Checked.Accepted;
import org.guiju.kernel.powers.inventory.Checked.RefusedRow;
import org.guiju.kernel.powers.inventory.InventorySheet;
import org.guiju.kernel.powers.inventory.RowCode;
import org.guiju.kernel.powers.inventory.RowProblem;
import org.junit.jupiter.api.Test;

/// The 1,135 items of a real district, as they were found.
class RealInventoryTest {
    private static final byte[] CSV = SampleInventory.bytes();

    private static List<Checked> check(String file, byte[] bytes, Set<String> inventory) {
        var sheet = new InventorySheet(inventory, RegionCodes::isKnown);
        try (var items = ItemFile.open(file, bytes)) {
            return items.rows().map(sheet::check).toList();
        }
    }

    private static List<Checked> check(String file, byte[] bytes) {
        return check(file, bytes, Set.of());
    }

    private static List<RowProblem> problems(Checked checked) {
        return switch (checked) {
            case Accepted(_, var flags) -> flags;
            case RefusedRow(_, var reasons) -> reasons;
        };
    }

    private static Map<RowCode, Long> counts(List<Checked> checked) {
        return checked.stream()
                .flatMap(c -> problems(c).stream())
                .collect(
                        Collectors.groupingBy(
                                RowProblem::code,
                                () -> new EnumMap<>(RowCode.class),
                                Collectors.counting()));
    }

    private static Map<String, Long> faults(List<Checked> checked) {
        return checked.stream()
                .flatMap(c -> problems(c).stream())
                .filter(p -> p.code() == BODY_CODE_INVALID)
                .collect(
                        Collectors.groupingBy(p -> p.facts().get("reason"), Collectors.counting()));
    }

    /// 803 department codes differ as texts; twelve of these only by a small u, which is no other code.
    @Test
    void all_but_ten_of_1135_items_come_in_and_every_fault_of_the_codes_is_found() {
        var checked = check("items.csv", CSV);
        assertThat(checked).hasSize(1135);
        assertThat(checked.stream().filter(Accepted.class::isInstance)).hasSize(1125);
        assertThat(counts(checked))
                .isEqualTo(
                        Map.of(
                                BODY_CODE_DUMMY, 10L,
                                BODY_CODE_INVALID, 161L,
                                BODY_CODE_DIFFERS, 34L,
                                SEGMENTS_NOT_SIX, 37L,
                                KIND_LETTER_DIFFERS, 2L,
                                CODE_NORMALISED, 1L,
                                NAME_TWICE, 2L,
                                DEPARTMENT_CODE_DIFFERS, 791L));
    }

    @Test
    void
            the_171_bad_body_codes_are_163_of_wrong_length_7_of_wrong_check_digit_and_1_of_a_wrong_character() {
        var checked = check("items.csv", CSV);
        long dummies = problemsOf(checked, BODY_CODE_DUMMY).count();
        assertThat(faults(checked))
                .isEqualTo(Map.of("LENGTH", 163 - dummies, "CHECK_DIGIT", 7L, "CHARACTER", 1L));
        assertThat(
                        problemsOf(checked, BODY_CODE_DUMMY)
                                .map(p -> p.facts().get("value"))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("2222222222222", "1111111111111111", "4444444444");
    }

    private static Stream<RowProblem> problemsOf(List<Checked> checked, RowCode code) {
        return checked.stream().flatMap(c -> problems(c).stream()).filter(p -> p.code() == code);
    }

    /// The columns that the collector of the list added say which codes he found wrong; our verdict must not differ.
    @Test
    void the_verdict_on_every_single_body_code_is_that_of_the_independent_check() {
        var sheet = new InventorySheet(Set.of(), RegionCodes::isKnown);
        try (var items = ItemFile.open("items.csv", CSV)) {
            items.rows()
                    .forEach(row -> {
                        var found =
                                problems(sheet.check(row)).stream()
                                        .filter(p ->
                                                p.code() == BODY_CODE_INVALID
                                                        || p.code() == BODY_CODE_DUMMY)
                                        .findFirst()
                                        .map(p -> p.facts().getOrDefault("reason", "LENGTH"));
                        var expected =
                                Map.of(
                                                "BAD_LENGTH",
                                                "LENGTH",
                                                "BAD_CHECK",
                                                "CHECK_DIGIT",
                                                "BAD_CHAR",
                                                "CHARACTER")
                                        .get(row.rest().get("org_code_check"));
                        assertThat(found.orElse(null)).as("row %s", row.row()).isEqualTo(expected);
                    });
        }
    }

    @Test
    void the_kinds_are_those_of_the_labels() {
        var kinds =
                check("items.csv", CSV).stream()
                        .filter(Accepted.class::isInstance)
                        .map(c -> ((Accepted) c).item())
                        .collect(Collectors.groupingBy(i -> i.kind(), Collectors.counting()));
        assertThat(kinds.keySet())
                .containsExactlyInAnyOrder(
                        PowerKind.LICENCE,
                        PowerKind.PUBLIC_SERVICE,
                        PowerKind.OTHER,
                        PowerKind.CONFIRMATION,
                        PowerKind.PAYMENT,
                        PowerKind.ADJUDICATION,
                        PowerKind.REWARD);
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1125);
    }

    @Test
    void no_two_items_have_one_code_and_all_of_them_are_searchable_by_it() {
        var codes =
                check("items.csv", CSV).stream()
                        .filter(Accepted.class::isInstance)
                        .map(c -> ((Accepted) c).item().code())
                        .toList();
        assertThat(new HashSet<>(codes)).hasSameSizeAs(codes);
    }

    @Test
    void a_second_import_of_the_same_file_brings_nothing_in() {
        var first =
                check("items.csv", CSV).stream()
                        .filter(Accepted.class::isInstance)
                        .map(c -> ((Accepted) c).item().code())
                        .collect(Collectors.toSet());
        var second = check("items.csv", CSV, first);
        assertThat(second).allMatch(RefusedRow.class::isInstance);
        assertThat(counts(second)).containsEntry(RowCode.CODE_IN_INVENTORY, 1125L);
    }

    @Test
    void the_same_rows_as_xlsx_gb18030_utf16_and_semicolons_come_to_the_same() throws IOException {
        var text = new String(CSV, StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertSame("items.xlsx", asXlsx());
        assertSame("items.csv", text.getBytes(Charset.forName("GB18030")));
        assertSame("items.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        assertSame("items.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertSame("items.csv", text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        assertSame("items.csv", asCsv(text));
        assertSame("items.csv", written(TableWriter::csv, 1));
    }

    private static void assertSame(String file, byte[] bytes) {
        var expected = check("items.csv", CSV);
        var actual = check(file, bytes);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as(file).isEqualTo(expected.get(i));
        }
    }

    private static byte[] asXlsx() throws IOException {
        return written(TableWriter::xlsx, 1);
    }

    /// With a semicolon, as a spreadsheet with European settings writes it; the file has no quoted line breaks.
    private static byte[] asCsv(String text) {
        var lines = new ArrayList<String>();
        for (var line : text.split("\n")) {
            var cells = new ArrayList<String>();
            boolean quoted = false;
            var cell = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            cells.add(cell.toString());
            lines.add(cells.stream().map(c -> '"' + c + '"').collect(Collectors.joining(";")));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private interface Writer {
        void write(ByteArrayOutputStream out, Export export) throws IOException;
    }

    private static byte[] written(Writer writer, int times) throws IOException {
        var rows = new ArrayList<List<Export.Cell>>();
        List<String> columns;
        try (var items = ItemFile.open("items.csv", CSV)) {
            columns = items.columns();
            var mapping = items.mapping();
            items.rows()
                    .forEach(row ->
                            rows.add(
                                    columns.stream()
                                            .map(heading ->
                                                    Export.Cell.of(
                                                            mapping.entrySet().stream()
                                                                    .filter(e ->
                                                                            e.getValue()
                                                                                    .equals(
                                                                                            heading))
                                                                    .findFirst()
                                                                    .map(e ->
                                                                            row.written(e.getKey()))
                                                                    .orElseGet(() ->
                                                                            row.rest()
                                                                                    .get(heading))))
                                            .toList()));
        }
        var all = Stream.generate(() -> rows).limit(times).flatMap(List::stream);
        var out = new ByteArrayOutputStream();
        writer.write(
                out,
                new Export(
                        "事项",
                        columns,
                        all,
                        new Export.Note(
                                "说明",
                                List.of(
                                        new Export.Note.Line("筛选条件", "全部"),
                                        new Export.Note.Line("导出时间", "2026-11-22 09:00")))));
        return out.toByteArray();
    }

    @Test
    void ten_thousand_rows_take_a_few_seconds_in_either_form() throws IOException {
        for (var file :
                Map.<String, Writer>of(
                                "items.csv", TableWriter::csv, "items.xlsx", TableWriter::xlsx)
                        .entrySet()) {
            var bytes = written(file.getValue(), 9);
            long begun = System.nanoTime();
            var checked = check(file.getKey(), bytes);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            System.out.println(
                    file.getKey()
                            + ": "
                            + checked.size()
                            + " rows, "
                            + bytes.length
                            + " bytes, "
                            + millis
                            + " ms");
            assertThat(checked).hasSize(9 * 1135);
            assertThat(counts(checked)).containsEntry(RowCode.CODE_TWICE_IN_FILE, 8 * 1125L);
            // Far above what it takes (under a second alone); a quadratic reader would not pass.
            assertThat(millis).isLessThan(20_000);
        }
    }

    @Test
    void the_headings_of_the_list_are_understood() {
        try (var items = ItemFile.open("items.csv", CSV)) {
            assertThat(items.headerRow()).isEqualTo(1);
            assertThat(items.origin()).isEqualTo("CSV UTF-8 [,]");
            assertThat(items.mapping().values())
                    .containsExactlyInAnyOrder(
                            "item_name",
                            "item_code",
                            "power_type",
                            "department",
                            "main_item",
                            "basic_code",
                            "org_code18",
                            "dept_code",
                            "task_type");
            assertThat(items.rows().findFirst().orElseThrow().rest().keySet())
                    .containsExactly(
                            "region12",
                            "subregion3",
                            "level_or_version",
                            "handling_item2",
                            "segments",
                            "org_code_check",
                            "area_code",
                            "SOURCE");
        }
    }

    @Test
    void
            without_its_own_column_the_body_is_read_from_the_code_and_the_old_forms_are_read_rightly() {
        var text = new String(CSV, StandardCharsets.UTF_8).replaceFirst("org_code18", "别的编码");
        var checked = check("items.csv", text.getBytes(StandardCharsets.UTF_8));
        // All 18 old codes in eight parts hold a valid body; what is wrong is the column that a
        // splitter made of them.
        assertThat(faults(checked))
                .isEqualTo(Map.of("LENGTH", 153L - 18, "CHECK_DIGIT", 7L, "CHARACTER", 1L));
        assertThat(counts(checked))
                .doesNotContainKey(BODY_CODE_DIFFERS)
                .containsEntry(BODY_CODE_DUMMY, 10L);
    }

    @Test
    void every_problem_has_a_sentence_in_both_languages_and_no_sentence_is_left_over() {
        for (var locale : List.of(java.util.Locale.CHINA, java.util.Locale.ENGLISH)) {
            var expected =
                    Stream.of(
                                    names(RowCode.values(), Enum::name),
                                    names(RowCode.values(), c -> "title." + c.name()),
                                    names(
                                            org.guiju.kernel.powers.inventory.ItemColumn.values(),
                                            c -> "column." + c.name()),
                                    names(RowCode.Severity.values(), s -> "severity." + s.name()),
                                    names(
                                            org.guiju.kernel.shared.CreditCode.Fault.values(),
                                            f -> "BODY_CODE_INVALID." + f.name()))
                            .flatMap(List::stream)
                            .toList();
            assertThat(RowSentences.sentences().codes(locale))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void no_sentence_about_a_real_row_has_a_hole() {
        for (var locale : List.of(java.util.Locale.CHINA, java.util.Locale.ENGLISH)) {
            check("items.csv", CSV).stream()
                    .flatMap(c -> problems(c).stream())
                    .forEach(p ->
                            assertThat(RowSentences.say(p, locale))
                                    .doesNotContain("?")
                                    .doesNotContain("{"));
        }
    }

    private static <E extends Enum<E>> List<String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}
