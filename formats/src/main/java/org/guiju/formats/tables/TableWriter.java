package org.guiju.formats.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.guiju.formats.tables.Export.Cell;

/// 写表: CSV (UTF-8 with a byte order mark, which Excel needs, and CRLF) and XLSX. Row by row: a long list costs no
/// memory. A text is never run as a formula by the program that opens the file.
public final class TableWriter {
    private static final int LONGEST = 32_767;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int FLUSH_EVERY = 500;
    private static final double WIDTH = 22;

    private TableWriter() {}

    /// The caller closes the stream.
    public static void csv(OutputStream out, Export export) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        // Not closed: closing would close the caller's stream.
        @SuppressWarnings("resource")
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(export.columns().stream().map(TableWriter::csvText).toList());
        export.rows()
                .forEach(row -> csv.writeRecord(row.stream().map(TableWriter::csvCell).toList()));
        csv.flush();
        writer.flush();
    }

    private static String csvCell(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> csvText(text);
            case Cell.Figure(var value) -> value.toPlainString();
            case Cell.Day(var day) -> day.toString();
            case Cell.Blank() -> "";
        };
    }

    private static String csvText(String text) {
        return Formula.harmless(writable(text));
    }

    /// The caller closes the stream.
    public static void xlsx(OutputStream out, Export export) throws IOException {
        var workbook = new Workbook(out, "Guiju", "1.0");
        try (var sheet = workbook.newWorksheet(sheetName(export.sheet()))) {
            head(sheet, export.columns());
            var rows = export.rows().iterator();
            for (int row = 1; rows.hasNext(); row++) {
                write(sheet, row, rows.next());
                if (row % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }
        }
        var note = export.note();
        if (note != null) {
            try (var sheet = workbook.newWorksheet(sheetName(note.sheet()))) {
                sheet.width(0, WIDTH);
                sheet.width(1, 3 * WIDTH);
                for (int row = 0; row < note.lines().size(); row++) {
                    sheet.value(row, 0, writable(note.lines().get(row).label()));
                    sheet.value(row, 1, writable(note.lines().get(row).value()));
                }
            }
        }
        workbook.finish();
    }

    private static void head(Worksheet sheet, List<String> columns) {
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.value(0, column, writable(columns.get(column)));
            sheet.style(0, column).bold().set();
        }
    }

    private static void write(Worksheet sheet, int row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Cell.Words(var text) -> sheet.value(row, column, writable(text));
                case Cell.Figure(var value) -> sheet.value(row, column, value);
                case Cell.Day(var day) -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
                case Cell.Blank() -> {}
            }
        }
    }

    /// What XML and Excel cannot hold becomes U+FFFD, so that its loss is seen; what is longer than a cell ends in "…".
    private static String writable(String text) {
        var clean =
                text.codePoints().anyMatch(TableWriter::cannotBeWritten)
                        ? text.codePoints()
                                .map(c -> cannotBeWritten(c) ? 0xFFFD : c)
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString()
                        : text;
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 2) + "…";
    }

    private static boolean cannotBeWritten(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return control || surrogate || c == 0xFFFE || c == 0xFFFF;
    }

    private static String sheetName(String name) {
        var allowed = name.replaceAll("[\\\\/?*\\[\\]:]", "-");
        return allowed.length() <= LONGEST_SHEET_NAME
                ? allowed
                : allowed.substring(0, LONGEST_SHEET_NAME);
    }
}
