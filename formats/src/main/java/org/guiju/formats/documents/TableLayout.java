package org.guiju.formats.documents;

import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.documents.PaperFonts.Face;
import org.jspecify.annotations.Nullable;

/// 表格: each row as strips of one line, so that a long cell runs over as many pages as it needs.
final class TableLayout {
    private static final double LINE = 22;
    private static final double PADDING = 6;
    private static final double SIDE = 4;
    private static final double RULE = 0.7;

    /// The same in every row, so that the columns of a table stand below each other.
    private static final double LABEL_SHARE = 0.21;

    private TableLayout() {}

    private record Cell(double left, double width, boolean label, List<LineBreaker.Line> lines) {
        /// Lines above the first, in halves, in a row so many lines high; labels and single lines stand in the middle.
        int halves(int high) {
            return label || lines.size() == 1 ? high - lines.size() : 0;
        }

        LineBreaker.@Nullable Line at(int line, int high) {
            int index = line - halves(high) / 2;
            return index >= 0 && index < lines.size() ? lines.get(index) : null;
        }
    }

    /// @param tight share of the usual line distance
    static List<Strip> strips(Paper.Table table, Structure structure, double tight) {
        var strips = new ArrayList<Strip>();
        for (var row : table.rows()) {
            strips.addAll(row(row, structure, tight * LINE));
        }
        return strips;
    }

    private static List<Strip> row(Paper.Row row, Structure structure, double distance) {
        var cells = cells(row);
        int high =
                Math.max(
                        row.lines(),
                        cells.stream().mapToInt(c -> c.lines().size()).max().orElse(1));
        var elements = cells.stream().map(_ -> structure.element("P")).toList();
        var strips = new ArrayList<Strip>();
        for (int i = 0; i < high; i++) {
            int line = i;
            double above = i == 0 ? PADDING / 2 : 0;
            double below = i == high - 1 ? PADDING / 2 : 0;
            double height = distance + above + below;
            strips.add(
                    new Strip(
                            height,
                            i == 0 && high > 1 && high <= 3,
                            (canvas, place) -> {
                                for (int c = 0; c < cells.size(); c++) {
                                    var cell = cells.get(c);
                                    var text = cell.at(line, high);
                                    if (text != null) {
                                        double half = cell.halves(high) % 2 * distance / 2;
                                        canvas.begin(elements.get(c));
                                        double top = place.top() + above + half;
                                        draw(
                                                canvas,
                                                cell,
                                                text,
                                                top + (distance - Sheet.SMALL) / 2);
                                        canvas.end();
                                    }
                                }
                                canvas.begin(null);
                                frame(canvas, cells, place, height, line == 0, line == high - 1);
                                canvas.end();
                            }));
        }
        return strips;
    }

    private static List<Cell> cells(Paper.Row row) {
        int count = row.cells().size();
        var cells = new ArrayList<Cell>();
        double left = 0;
        for (int i = 0; i < count; i++) {
            boolean isLabel = count > 1 && i % 2 == 0;
            int pairs = Math.max(count / 2, 1);
            double share = count == 1 ? 1 : isLabel ? LABEL_SHARE : 1.0 / pairs - LABEL_SHARE;
            double width = share * Sheet.WIDTH;
            int measure = (int) ((width - 2 * SIDE) * 1000 / Sheet.SMALL);
            var lines = new ArrayList<LineBreaker.Line>();
            for (var paragraph : row.cells().get(i).lines().toList()) {
                int room = isLabel ? even(paragraph, measure) : measure;
                lines.addAll(
                        LineBreaker.lines(paragraph, 0, room, t -> PaperFonts.width(Face.TEXT, t)));
            }
            cells.add(new Cell(left, width, isLabel, lines));
            left += width;
        }
        return cells;
    }

    /// A label of more than one line is divided into lines of about one length.
    private static int even(String label, int measure) {
        int width = PaperFonts.width(Face.TEXT, label);
        int lines = Math.max(1, Math.ceilDiv(width, measure));
        return lines == 1 ? measure : Math.min(measure, Math.ceilDiv(width, lines * 1000) * 1000);
    }

    private static void draw(Canvas canvas, Cell cell, LineBreaker.Line line, double top)
            throws java.io.IOException {
        double width = line.end() * Sheet.SMALL / 1000;
        double left = cell.label() ? cell.left() + (cell.width() - width) / 2 : cell.left() + SIDE;
        canvas.line(Face.TEXT, Sheet.SMALL, Canvas.BLACK, left, top, line);
    }

    private static void frame(
            Canvas canvas,
            List<Cell> cells,
            Strip.Place place,
            double height,
            boolean begins,
            boolean ends)
            throws java.io.IOException {
        double top = place.top();
        double foot = top + height;
        for (var cell : cells) {
            canvas.rule(Canvas.BLACK, RULE, cell.left(), top, cell.left(), foot);
        }
        canvas.rule(Canvas.BLACK, RULE, Sheet.WIDTH, top, Sheet.WIDTH, foot);
        if (begins || place.first()) {
            canvas.rule(Canvas.BLACK, RULE, 0, top, Sheet.WIDTH, top);
        }
        if (ends || place.last()) {
            canvas.rule(Canvas.BLACK, RULE, 0, foot, Sheet.WIDTH, foot);
        }
    }
}
