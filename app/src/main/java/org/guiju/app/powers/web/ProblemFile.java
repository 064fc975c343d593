package org.guiju.app.powers.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.guiju.app.powers.Imports;
import org.guiju.app.powers.Imports.Batch;
import org.guiju.app.powers.Imports.Filter;
import org.guiju.app.powers.Imports.Row;
import org.guiju.formats.inventory.RowSentences;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.formats.tables.Export.Note;
import org.guiju.formats.tables.Export.Note.Line;
import org.guiju.kernel.powers.inventory.RowCode.Severity;
import org.guiju.kernel.powers.inventory.RowProblem;

/// 问题文件: every row that was refused, is to be corrected or is odd, with the sentences, ready to be put right.
final class ProblemFile {
    private static final List<Severity> WORTH_A_LINE =
            List.of(Severity.REFUSED, Severity.CORRECTION, Severity.WARNING);
    private static final int READ_TOGETHER = 500;

    private final Imports imports;
    private final Batch batch;
    private final Locale locale;
    private final boolean english;

    ProblemFile(Imports imports, Batch batch, Locale locale) {
        this.imports = imports;
        this.batch = batch;
        this.locale = locale;
        this.english = locale.getLanguage().equals("en");
    }

    Export export() {
        var columns = new ArrayList<>(batch.columns());
        columns.addAll(
                english ? List.of("row", "result", "problems") : List.of("原文件行号", "结果", "问题"));
        var rows = WORTH_A_LINE.stream().flatMap(this::rows);
        return new Export(english ? "Problems" : "问题", columns, rows, note());
    }

    private Stream<List<Cell>> rows(Severity severity) {
        var pages =
                new Iterator<List<Row>>() {
                    private long offset;
                    private List<Row> next = read();

                    private List<Row> read() {
                        var read =
                                imports.rows(
                                        batch.id(),
                                        new Filter(severity.name(), ""),
                                        READ_TOGETHER,
                                        offset);
                        offset += read.size();
                        return read;
                    }

                    @Override
                    public boolean hasNext() {
                        return !next.isEmpty();
                    }

                    @Override
                    public List<Row> next() {
                        var current = next;
                        next = read();
                        return current;
                    }
                };
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false)
                .flatMap(List::stream)
                .map(this::line);
    }

    private List<Cell> line(Row row) {
        var cells = new ArrayList<Cell>();
        row.cells().forEach(cell -> cells.add(Cell.of(cell)));
        cells.add(Cell.of(row.row()));
        cells.add(Cell.of(RowSentences.severity(row.problems().getFirst().severity(), locale)));
        cells.add(
                Cell.of(
                        row.problems().stream()
                                .map(this::sentence)
                                .collect(Collectors.joining("\n"))));
        return cells;
    }

    private String sentence(RowProblem problem) {
        return RowSentences.column(problem.column(), locale)
                + (english ? ": " : "：")
                + RowSentences.say(problem, locale);
    }

    private Note note() {
        if (english) {
            return new Note(
                    "Note",
                    List.of(
                            new Line("File", batch.file()),
                            new Line("SHA-256", batch.digest()),
                            new Line("Uploaded", batch.uploadedAt().toString()),
                            new Line(
                                    "Rows",
                                    batch.rows() + " read, " + batch.refused() + " not imported"),
                            new Line(
                                    "Use",
                                    "Correct the rows and upload this file: the first columns are those of the original.")));
        }
        return new Note(
                "说明",
                List.of(
                        new Line("原文件", batch.file()),
                        new Line("SHA-256", batch.digest()),
                        new Line("上传时间", batch.uploadedAt().toString()),
                        new Line("行数", "共 " + batch.rows() + " 行，未导入 " + batch.refused() + " 行"),
                        new Line("用法", "改正后可直接重新上传本文件，前面各列与原文件相同。")));
    }
}
