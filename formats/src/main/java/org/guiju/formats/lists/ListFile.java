package org.guiju.formats.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.formats.tables.TableWriter;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListRow;
import tools.jackson.databind.json.JsonMapper;

/// 清单表导出: a list as a file that can be filled in and sent back to [ListSheet], or read by programs.
public final class ListFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SPARE_ROWS = 500;
    private static final int FLUSH_EVERY = 500;
    private static final double WIDTH = 26;
    private static final int LONGEST_SHEET_NAME = 31;

    private final ListKind kind;
    private final Locale locale;

    public ListFile(ListKind kind, Locale locale) {
        this.kind = kind;
        this.locale = locale;
    }

    /// The heading of a column, with a star where it is required.
    public String heading(ListColumn column) {
        return (column.required() ? "* " : "") + name(column);
    }

    private String name(ListColumn column) {
        var en = column.name().en();
        return english() && en != null ? en : column.name().zh();
    }

    private boolean english() {
        return locale.getLanguage().equals("en");
    }

    private String say(String key) {
        return SheetProblem.sentences().say(key, Map.of(), locale);
    }

    /// The rows as they are typed, id first: for CSV and for a plain workbook.
    ///
    /// @param note what a reader must know to rely on the list
    public Export export(List<ListRow> rows, Export.Note note) {
        var columns = new ArrayList<>(List.of(say("column.id")));
        kind.columns().forEach(c -> columns.add(heading(c)));
        return new Export(sheetName(), columns, rows.stream().map(this::cells), note);
    }

    private List<Cell> cells(ListRow row) {
        var cells = new ArrayList<Cell>(List.of(Cell.of(row.id())));
        kind.columns().forEach(c -> cells.add(Cell.of(row.cell(c.code()))));
        return cells;
    }

    public void csv(OutputStream out, List<ListRow> rows) throws IOException {
        TableWriter.csv(out, export(rows, new Export.Note("-", List.of())));
    }

    /// A workbook to be filled in: headings that stay in sight and on every printed page, a remark on each, choices as drop-downs, an id that refuses to be typed over, and a sheet that says how.
    ///
    /// @param facts lines for the sheet of notes: organ, version, day
    public void template(OutputStream out, List<ListRow> rows, Map<String, String> facts)
            throws IOException {
        var workbook = new Workbook(out, "Guiju", "1.0");
        try (var sheet = workbook.newWorksheet(sheetName())) {
            head(sheet);
            int last = rows.size() + SPARE_ROWS;
            for (int r = 0; r < rows.size(); r++) {
                sheet.value(r + 1, 0, rows.get(r).id());
                sheet.style(r + 1, 0).fillColor("EEEEEE").fontColor("555555").set();
                for (int c = 0; c < kind.columns().size(); c++) {
                    var text = rows.get(r).cell(kind.columns().get(c).code());
                    if (!text.isEmpty()) {
                        sheet.value(r + 1, c + 1, text);
                        sheet.style(r + 1, c + 1).wrapText(true).verticalAlignment("top").set();
                    }
                }
                if (r % FLUSH_EVERY == FLUSH_EVERY - 1) {
                    sheet.flush();
                }
            }
            validations(sheet, last);
        }
        try (var notes = workbook.newWorksheet(say("note.sheet"))) {
            notes(notes, facts);
        }
        workbook.finish();
    }

    private void head(Worksheet sheet) {
        sheet.freezePane(1, 1);
        sheet.repeatRows(0);
        sheet.width(0, 18);
        sheet.value(0, 0, say("column.id"));
        sheet.style(0, 0).bold().fillColor("DDDDDD").set();
        for (int c = 0; c < kind.columns().size(); c++) {
            var column = kind.columns().get(c);
            sheet.width(c + 1, WIDTH);
            sheet.value(0, c + 1, heading(column));
            sheet.style(0, c + 1).bold().fillColor(column.required() ? "CFE3F7" : "E9F1F8").set();
            if (!column.choices().isEmpty()) {
                sheet.comment(0, c + 1, String.join("、", column.choices()));
            }
        }
    }

    private void validations(Worksheet sheet, int last) {
        sheet.range(1, 0, last, 0)
                .validateWithFormula("LEN(A2)=0")
                .errorTitle(say("column.id"))
                .error(english() ? "Ids are given by the system." : "编号由系统给出，请勿修改。");
        for (int c = 0; c < kind.columns().size(); c++) {
            var choices = kind.columns().get(c).choices();
            var formula = "\"" + String.join(",", choices) + "\"";
            // A list within a formula holds at most 255 characters and no comma within a word.
            if (!choices.isEmpty()
                    && formula.length() <= 255
                    && choices.stream().noneMatch(w -> w.contains(",") || w.contains("\""))) {
                sheet.range(1, c + 1, last, c + 1).validateWithListByFormula(formula);
            }
        }
    }

    private void notes(Worksheet sheet, Map<String, String> facts) {
        sheet.width(0, 18);
        sheet.width(1, 90);
        var lines = new LinkedHashMap<>(facts);
        lines.put(say("note.how"), say("note.how.text"));
        lines.put(say("note.habits"), say("note.habits.text"));
        kind.columns()
                .forEach(c ->
                        lines.put(
                                heading(c),
                                c.choices().isEmpty() ? "" : String.join("、", c.choices())));
        int row = 0;
        for (var line : lines.entrySet()) {
            sheet.value(row, 0, line.getKey());
            sheet.value(row, 1, line.getValue());
            sheet.style(row, 1).wrapText(true).set();
            row++;
        }
    }

    private String sheetName() {
        var en = kind.name().en();
        var name =
                (english() && en != null ? en : kind.name().zh())
                        .replaceAll("[\\\\/?*\\[\\]:]", "-");
        return name.length() <= LONGEST_SHEET_NAME ? name : name.substring(0, LONGEST_SHEET_NAME);
    }

    /// `{… facts, "rows": [{"id": …, "<column>": …}]}`.
    ///
    /// @param facts members in front of the rows
    public byte[] json(List<ListRow> rows, Map<String, Object> facts) {
        var whole = new LinkedHashMap<>(facts);
        whole.put("rows", rows.stream().map(ListFile::plain).toList());
        return JSON.writeValueAsBytes(whole);
    }

    /// A row for programs: the id, then the cells by column code.
    public static Map<String, String> plain(ListRow row) {
        var plain = new LinkedHashMap<String, String>();
        plain.put("id", row.id());
        plain.putAll(row.cells());
        return plain;
    }
}
