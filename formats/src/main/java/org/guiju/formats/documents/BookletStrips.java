package org.guiju.formats.documents;

import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.documents.PaperFonts.Face;

/// The lines of a booklet as strips.
final class BookletStrips {
    private static final double TABLE = 9.5;
    private static final double TABLE_LINE = 14;
    private static final double PADDING = 4;
    private static final double SIDE = 3;
    private static final double RULE = 0.5;

    private BookletStrips() {}

    static Strip blank(double height) {
        return new Strip(height, false, (_, _) -> {});
    }

    /// 封面: unit and title in the upper half, edition and day in the lower.
    static List<Strip> cover(Booklet book, Structure structure) {
        var strips = new ArrayList<Strip>();
        strips.add(blank(5 * Sheet.LINE));
        strips.addAll(centred(Face.TITLE, 26, book.unit(), "H1", structure));
        strips.add(blank(Sheet.LINE));
        strips.addAll(centred(Face.TITLE, 34, book.title(), "H1", structure));
        strips.add(blank(Sheet.LINE));
        strips.addAll(centred(Face.TEXT, 18, book.edition(), "P", structure));
        strips.add(blank(6 * Sheet.LINE));
        strips.addAll(centred(Face.TEXT, 16, book.day(), "P", structure));
        strips.add(blank(Sheet.LINE));
        strips.addAll(centred(Face.TEXT, 9, book.remark(), "P", structure));
        return strips;
    }

    private static List<Strip> centred(
            Face face, double size, String text, String tag, Structure structure) {
        var element = structure.element(tag);
        var strips = new ArrayList<Strip>();
        for (var paragraph : text.split("\n", -1)) {
            for (var line : lines(face, size, paragraph, 0, Sheet.WIDTH)) {
                double left = (Sheet.WIDTH - line.end() * size / 1000) / 2;
                strips.add(
                        new Strip(
                                size * 1.5,
                                false,
                                (canvas, place) -> {
                                    canvas.begin(element);
                                    canvas.line(face, size, Canvas.BLACK, left, place.top(), line);
                                    canvas.end();
                                }));
            }
        }
        return strips;
    }

    private static List<LineBreaker.Line> lines(
            Face face, double size, String text, int indent, double width) {
        return LineBreaker.lines(
                text, indent, (int) (width * 1000 / size), t -> PaperFonts.width(face, t));
    }

    static List<Strip> title(Booklet.Part part, Structure structure) {
        double size = part.level() == 1 ? 20 : 15;
        var strips = new ArrayList<Strip>();
        if (part.level() > 1) {
            strips.add(blank(BookletPdf.LINE / 2).kept());
        }
        var element = structure.element(part.level() == 1 ? "H1" : "H2");
        for (var line : lines(Face.HEADING, size, part.title(), 0, Sheet.WIDTH)) {
            double left = part.level() == 1 ? (Sheet.WIDTH - line.end() * size / 1000) / 2 : 0;
            strips.add(
                    new Strip(
                            size * 1.6,
                            true,
                            (canvas, place) -> {
                                canvas.begin(element);
                                canvas.line(
                                        Face.HEADING, size, Canvas.BLACK, left, place.top(), line);
                                canvas.end();
                            }));
        }
        strips.add(blank(BookletPdf.LINE / 3).kept());
        return strips;
    }

    static List<Strip> caption(String text, Structure structure) {
        return paragraph(Face.HEADING, BookletPdf.BODY, text, 0, true, "H3", structure);
    }

    static List<Strip> text(String text, Structure structure) {
        var strips = new ArrayList<Strip>();
        for (var paragraph : text.split("\n", -1)) {
            strips.addAll(
                    paragraph(Face.TEXT, BookletPdf.BODY, paragraph, 2000, false, "P", structure));
        }
        return strips;
    }

    private static List<Strip> paragraph(
            Face face,
            double size,
            String text,
            int indent,
            boolean keep,
            String tag,
            Structure structure) {
        var element = structure.element(tag);
        var strips = new ArrayList<Strip>();
        for (var line : lines(face, size, text, indent, Sheet.WIDTH)) {
            strips.add(
                    new Strip(
                            BookletPdf.LINE,
                            keep,
                            (canvas, place) -> {
                                canvas.begin(element);
                                double top = place.top() + (BookletPdf.LINE - size) / 2;
                                canvas.line(face, size, Canvas.BLACK, 0, top, line);
                                canvas.end();
                            }));
        }
        return strips;
    }

    /// 目录一行: the title, dots, the page. A title longer than the line is cut with an ellipsis.
    static Strip entry(String title, int level, int page, Structure structure) {
        var element = structure.element("P");
        double size = BookletPdf.BODY;
        double indent = level == 1 ? 0 : 1.5 * size;
        var face = level == 1 ? Face.HEADING : Face.TEXT;
        var number = String.valueOf(page);
        double numberWidth = PaperFonts.width(Face.FIGURES, number) * size / 1000;
        double room = Sheet.WIDTH - indent - numberWidth - 3 * size;
        var words = fitted(face, size, title, room);
        double end = indent + PaperFonts.width(face, words) * size / 1000;
        return new Strip(
                BookletPdf.LINE,
                false,
                (canvas, place) -> {
                    double top = place.top() + (BookletPdf.LINE - size) / 2;
                    canvas.begin(element);
                    canvas.text(face, size, Canvas.BLACK, indent, top, words);
                    canvas.text(
                            Face.FIGURES,
                            size,
                            Canvas.BLACK,
                            Sheet.WIDTH - numberWidth,
                            top,
                            number);
                    canvas.end();
                    canvas.begin(null);
                    for (double x = end + size; x < Sheet.WIDTH - numberWidth - size; x += 6) {
                        canvas.fill(Canvas.BLACK, x, top + size * 0.8, 0.9, 0.9);
                    }
                    canvas.end();
                });
    }

    private static String fitted(Face face, double size, String text, double room) {
        if (PaperFonts.width(face, text) * size / 1000 <= room) {
            return text;
        }
        var cut = new StringBuilder();
        double used = size;
        for (int c : text.codePoints().toArray()) {
            used += PaperFonts.width(face, c) * size / 1000;
            if (used > room) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }

    private record Cell(double left, double width, List<LineBreaker.Line> lines) {}

    /// A row of a table, a strip for each line, so that a long cell runs over as many pages as it needs.
    static List<Strip> row(
            List<Integer> shares, List<String> texts, boolean heading, Structure structure) {
        var face = heading ? Face.HEADING : Face.TEXT;
        int whole = shares.stream().mapToInt(Integer::intValue).sum();
        var cells = new ArrayList<Cell>();
        double left = 0;
        for (int i = 0; i < shares.size(); i++) {
            double width = Sheet.WIDTH * shares.get(i) / whole;
            var lines = new ArrayList<LineBreaker.Line>();
            for (var paragraph : texts.get(i).split("\n", -1)) {
                lines.addAll(lines(face, TABLE, paragraph, 0, width - 2 * SIDE));
            }
            cells.add(new Cell(left, width, lines));
            left += width;
        }
        int high = cells.stream().mapToInt(c -> c.lines().size()).max().orElse(1);
        var elements = cells.stream().map(_ -> structure.element("P")).toList();
        var strips = new ArrayList<Strip>();
        for (int i = 0; i < high; i++) {
            int at = i;
            double above = i == 0 ? PADDING / 2 : 0;
            double height = TABLE_LINE + above + (i == high - 1 ? PADDING / 2 : 0);
            strips.add(
                    new Strip(
                            height,
                            heading || (high <= 3 && i < high - 1),
                            (canvas, place) -> {
                                for (int c = 0; c < cells.size(); c++) {
                                    var cell = cells.get(c);
                                    if (at < cell.lines().size()) {
                                        canvas.begin(elements.get(c));
                                        canvas.line(
                                                face,
                                                TABLE,
                                                Canvas.BLACK,
                                                cell.left() + SIDE,
                                                place.top() + above + (TABLE_LINE - TABLE) / 2,
                                                cell.lines().get(at));
                                        canvas.end();
                                    }
                                }
                                canvas.begin(null);
                                frame(canvas, cells, place, height, at == 0, at == high - 1);
                                canvas.end();
                            }));
        }
        return strips;
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
