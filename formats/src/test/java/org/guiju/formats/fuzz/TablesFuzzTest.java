package org.guiju.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.guiju.formats.calendar.LimitsSheet;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.formats.draw.DrawNames;
import org.guiju.formats.inventory.ItemFile;
import org.guiju.formats.inventory.SampleInventory;
import org.guiju.formats.linesystems.RawRow;
import org.guiju.formats.linesystems.RecordsFile;
import org.guiju.formats.lists.ListSheet;
import org.guiju.formats.supervision.EventLogReader;
import org.guiju.formats.supervision.LogMatters;
import org.guiju.formats.supervision.SupervisionVectors;
import org.guiju.formats.tables.Headings;
import org.guiju.formats.tables.TableException;
import org.guiju.formats.tables.TableReader;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.supervision.KnownCalendar;
import org.guiju.kernel.supervision.Schemes;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists and logs that people send: CSV, XLSX, JSON.
class TablesFuzzTest {
    private static final Headings KNOWN =
            Headings.of(Set.of("名称", "编码", "name", "code"), List.of("名称", "编码"));
    private static final Map<String, byte[]> PARTS = parts();
    private static final WorkCalendar DAYS = WorkCalendar.of(ShippedCalendars.load());
    private static final KnownCalendar KNOWN_DAYS = KnownCalendar.of(ShippedCalendars.load());

    static Stream<byte[]> texts() {
        var list = "名称,编码（必填）\n甲,1\n\"乙\n丙\",=2\n,\n丁;戊,\t3\n";
        return Stream.of(
                Seeds.utf8("\uFEFF" + list),
                list.getBytes(Charset.forName("GB18030")),
                ("\uFEFF" + list).getBytes(java.nio.charset.StandardCharsets.UTF_16LE),
                Seeds.utf8("name;code\na;1\n"),
                Seeds.utf8("name\tcode\na\t1\n"));
    }

    @MethodSource("texts")
    @Fuzzed(TableReader.class)
    void csv(byte[] bytes) {
        opened("a.csv", bytes);
    }

    private static void opened(String file, byte[] bytes) {
        for (var headings : List.of(KNOWN, Headings.any())) {
            for (var reader :
                    List.of(
                            new TableReader(headings),
                            new TableReader(headings).spreadingMergedCells())) {
                try (var table = reader.open(file, bytes)) {
                    int width = table.columns().size();
                    assertThat(table.columns()).doesNotHaveDuplicates();
                    table.rows().forEach(row -> assertThat(row.cells()).hasSize(width));
                } catch (TableException e) {
                    said(e);
                }
            }
        }
    }

    private static void said(TableException refusal) {
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(refusal.sentence(language)).isNotBlank().doesNotContain("{");
        }
    }

    /// Packed without compression, so that the fuzzer reaches what stands in the parts.
    static Stream<byte[]> workbooks() {
        return Stream.of(Seeds.zip(parts()));
    }

    @MethodSource("workbooks")
    @Fuzzed(TableReader.class)
    void xlsx(byte[] bytes) {
        opened("a.xlsx", bytes);
    }

    static Stream<byte[]> sheets() {
        var names = List.copyOf(PARTS.keySet());
        return Stream.concat(
                Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                        .map(i -> Seeds.chosen(i, part(names.get(i)))),
                Stream.concat(
                        Stream.of(
                                        // Once findings: each filled the memory or took minutes.
                                        "<c r=\"A2\"><v>1E-2147483647</v></c>",
                                        "<c r=\"ZZZZZZ2\"><v>1</v></c>",
                                        "<c/>".repeat(16_385),
                                        "<c r=\"A2\"><f t=\"shared\" si=\"0\" ref=\"A2:A9\">A1"
                                                + "+A1".repeat(9000)
                                                + "</f></c>"
                                                + "<c><f t=\"shared\" si=\"0\"/></c>".repeat(2000))
                                .map(TablesFuzzTest::sheet),
                        Stream.of(longFormat())));
    }

    private static byte[] part(String name) {
        return PARTS.getOrDefault(name, new byte[0]);
    }

    private static byte[] sheet(String cells) {
        var text =
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
                        + "<row r=\"2\">%s</row></sheetData></worksheet>".formatted(cells);
        return chosen("xl/worksheets/sheet1.xml", text);
    }

    private static byte[] longFormat() {
        var styles = Seeds.text(part("xl/styles.xml"));
        return chosen("xl/styles.xml", styles.replace("yyyy-mm-dd", "y".repeat(40_000) + "]"));
    }

    private static byte[] chosen(String part, String text) {
        return Seeds.chosen(List.copyOf(PARTS.keySet()).indexOf(part), Seeds.utf8(text));
    }

    /// The first byte says which part of a sound workbook the others take the place of.
    @MethodSource("sheets")
    @Fuzzed(TableReader.class)
    void xlsxPart(byte[] bytes) {
        var parts = new LinkedHashMap<>(PARTS);
        var name = List.copyOf(parts.keySet()).get(Seeds.choice(bytes, parts.size()));
        parts.put(name, Seeds.behind(bytes));
        opened("a.xlsx", Seeds.zip(parts));
    }

    private static Map<String, byte[]> parts() {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var out = new java.io.ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "test", "1.0")) {
                var sheet = workbook.newWorksheet("清单");
                sheet.value(0, 0, "名称");
                sheet.value(0, 1, "编码");
                sheet.value(1, 0, "甲");
                sheet.value(1, 1, 12.5);
                sheet.value(2, 1, java.time.LocalDate.of(2026, 11, 23));
                sheet.style(2, 1).format("yyyy-mm-dd").set();
                sheet.value(3, 1, true);
                sheet.formula(4, 1, "A1");
                sheet.range(1, 0, 3, 0).merge();
            }
            try (var zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(
                                    new SeekableInMemoryByteChannel(out.toByteArray()))
                            .get()) {
                for (var e : Collections.list(zip.getEntries())) {
                    parts.put(e.getName(), zip.getInputStream(e).readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static Stream<byte[]> inventories() {
        var lines = Seeds.text(SampleInventory.bytes()).lines().limit(4).toList();
        return Stream.of(Seeds.utf8(String.join("\n", lines)));
    }

    @MethodSource("inventories")
    @Fuzzed(ItemFile.class)
    void inventory(byte[] bytes) {
        try (var items = ItemFile.open("a.csv", bytes)) {
            items.rows().forEach(row -> assertThat(items.cells(row)).isNotEmpty());
        } catch (TableException e) {
            said(e);
        }
    }

    static Stream<byte[]> lists() {
        return Stream.of(
                        "职权名称,职权类型,行使主体,实施依据,监督方式,编号\n甲,行政许可,局,《法》第一条,投诉,\n",
                        "对应职权,责任事项,责任主体,追责情形,追责依据,追责形式\n甲,乙,丙,丁,戊,己\n")
                .map(Seeds::utf8)
                .map(s -> Seeds.chosen(0, s));
    }

    @MethodSource("lists")
    @Fuzzed(ListSheet.class)
    void list(byte[] bytes) {
        var kind = Seeds.choice(bytes, 2) == 0 ? ListKinds.POWER : ListKinds.RESPONSIBILITY;
        try {
            var read = new ListSheet(kind).read("a.csv", Seeds.behind(bytes));
            if (read.sound()) {
                read.numbered("power-", Set.of());
            }
        } catch (TableException e) {
            said(e);
        }
    }

    static Stream<byte[]> records() {
        return Stream.of(
                Seeds.chosen(0, Seeds.utf8("案号,受理时间\nA1,2026-01-05\n")),
                Seeds.chosen(1, Seeds.utf8("{\"records\":[{\"案号\":\"A1\",\"天\":3,\"x\":null}]}")),
                Seeds.chosen(1, Seeds.utf8("[{\"a\":1.5e3},{\"b\":true},[]]")),
                // Once a finding: every row was read for every name of the file.
                Seeds.chosen(1, Seeds.utf8(manyNames())));
    }

    private static String manyNames() {
        var names =
                Stream.iterate(0, i -> i < 12_000, i -> i + 1)
                        .map(i -> "\"" + i + "\":1")
                        .collect(java.util.stream.Collectors.joining(","));
        return "[{" + names + "}" + ",{}".repeat(4_900) + "]";
    }

    /// A row that was read is kept as a text and comes back from it.
    @MethodSource("records")
    @Fuzzed({RecordsFile.class, RawRow.class})
    void records(byte[] bytes) {
        var file = Seeds.choice(bytes, 2) == 0 ? "a.csv" : "a.json";
        try {
            var read = RecordsFile.read(file, Seeds.behind(bytes));
            for (var row : read.rows()) {
                var headings = RawRow.headings(RawRow.line(row.headings()));
                assertThat(RawRow.of(row.number(), headings, row.text()).hash())
                        .isEqualTo(row.hash());
            }
        } catch (RecordsFile.UnreadableFile e) {
            assertThat(e.words().zh()).isNotBlank();
        }
    }

    static Stream<byte[]> logs() {
        var csv =
                """
                案号,事件,时间,登记时间,对象,承诺,法定,时限,单位,天数,机关
                A1,受理,2018-10-15T10:00,,办件,7 工作日,90 自然日,,,,局
                A1,暂停,2018-10-16,2018-10-17 09:00,,,,,,3,局
                A1,办结,2018-10-20T10:00+08:00,,,,,,,,局
                """;
        var json =
                "{\"events\":[{\"case\":\"A1\",\"kind\":\"accepted\",\"at\":\"2018-10-15T10:00\",\"promise\":7,\"unit\":\"working-day\"}]}";
        return Stream.of(
                Seeds.chosen(0, Seeds.utf8(csv)),
                Seeds.chosen(1, Seeds.utf8(json)),
                Seeds.chosen(0, Seeds.utf8("案号,事件,时间\nA,受理,+999999999-12-31T10:00\n")));
    }

    /// And what was read is put together to matters.
    @MethodSource("logs")
    @Fuzzed(EventLogReader.class)
    void eventLog(byte[] bytes) {
        var file = Seeds.choice(bytes, 2) == 0 ? "a.csv" : "a.json";
        switch (EventLogReader.read(file, Seeds.behind(bytes))) {
            case EventLogReader.Result.Read(var events) -> {
                var matters = LogMatters.of(events);
                assertThat(matters.matters().size() + matters.problems().size()).isPositive();
            }
            case EventLogReader.Result.Unusable(var problems) -> assertThat(problems).isNotEmpty();
        }
    }

    static Stream<byte[]> vectors() {
        return Stream.of(Seeds.file("supervision/hunan-vectors.json"));
    }

    @MethodSource("vectors")
    @Fuzzed(SupervisionVectors.class)
    void vectors(byte[] bytes) {
        if (SupervisionVectors.recognise(bytes)) {
            SupervisionVectors.check(bytes, Schemes.HUNAN, KNOWN_DAYS);
        }
    }

    static Stream<byte[]> draws() {
        return Stream.of(
                        "张三\n李四\n",
                        "name,outside,recused\n张三,yes,\n李四,否,回避\n",
                        "姓名;系统外\n\"张;三\";是\n")
                .map(Seeds::utf8);
    }

    @MethodSource("draws")
    @Fuzzed(DrawNames.class)
    void draw(byte[] bytes) {
        DrawNames.read(Seeds.text(bytes));
        switch (DrawNames.read(bytes)) {
            case DrawNames.Result.Read(var names) -> assertThat(names).isNotEmpty();
            case DrawNames.Result.Unusable(var message) -> assertThat(message.zh()).isNotBlank();
        }
    }

    static Stream<byte[]> limits() {
        return Stream.of(
                        "rule,event_day_excluded,n,unit\n行政许可法 42,2026-09-24,20,working day\n",
                        "Event-Day-Excluded,n,unit,error\n2026-01-31,3,个月,\nx,0,年,\n")
                .map(Seeds::utf8);
    }

    @MethodSource("limits")
    @Fuzzed(LimitsSheet.class)
    void limits(byte[] bytes) {
        for (var chinese : List.of(true, false)) {
            switch (new LimitsSheet(DAYS, chinese).fill(bytes)) {
                case LimitsSheet.Result.Filled(var columns, var rows, int failed) -> {
                    assertThat(rows).allSatisfy(r -> assertThat(r).hasSize(columns.size()));
                    assertThat(failed).isBetween(0, rows.size());
                }
                case LimitsSheet.Result.Unusable(var words) -> assertThat(words.zh()).isNotBlank();
            }
        }
    }
}
