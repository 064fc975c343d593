package org.guiju.formats.documents;

import static org.guiju.formats.documents.Sheet.mm;

import java.io.IOException;
import java.util.List;
import org.guiju.formats.documents.PaperFonts.Face;

/// 版记 (GB/T 9704—2012, 7.4): between rules as wide as the type area, the first and the last 0.35 mm, the inner one 0.25 mm; in the small letter, one letter
/// from either side; who gets a copy, below it who issued the paper and when.
final class ImprintLayout {
    private static final double OUTER = mm(0.35);
    private static final double INNER = mm(0.25);
    private static final double LINE = 22;
    private static final double PADDING = 3;
    private static final double SIZE = Sheet.SMALL;

    private ImprintLayout() {}

    static Strip strip(Paper.Imprint imprint, Structure structure) {
        int word = imprint.copies().indexOf('：') + 1;
        var head = imprint.copies().substring(0, word);
        double indent = SIZE + PaperFonts.width(Face.TEXT, head) * SIZE / 1000;
        int measure = (int) ((Sheet.WIDTH - SIZE - indent) * 1000 / SIZE);
        var copies =
                imprint.copies().isEmpty()
                        ? List.<LineBreaker.Line>of()
                        : LineBreaker.lines(
                                imprint.copies().substring(word),
                                0,
                                measure,
                                t -> PaperFonts.width(Face.TEXT, t));
        double above = copies.isEmpty() ? 0 : copies.size() * LINE + 2 * PADDING;
        var to = structure.element("P");
        var by = structure.element("P");
        return new Strip(
                above + LINE + 2 * PADDING,
                false,
                (canvas, place) -> {
                    double top = place.top();
                    if (!copies.isEmpty()) {
                        canvas.begin(to);
                        text(canvas, SIZE, top + PADDING, head);
                        for (int i = 0; i < copies.size(); i++) {
                            canvas.line(
                                    Face.TEXT,
                                    SIZE,
                                    Canvas.BLACK,
                                    indent,
                                    lineTop(top + PADDING + i * LINE),
                                    copies.get(i));
                        }
                        canvas.end();
                    }
                    double foot = top + above + PADDING;
                    var day = imprint.day() + "印发";
                    double width = PaperFonts.width(Face.TEXT, day) * SIZE / 1000;
                    canvas.begin(by);
                    text(canvas, SIZE, foot, imprint.organ());
                    text(canvas, Sheet.WIDTH - SIZE - width, foot, day);
                    canvas.end();
                    canvas.begin(null);
                    rule(canvas, OUTER, top);
                    if (!copies.isEmpty()) {
                        rule(canvas, INNER, top + above);
                    }
                    rule(canvas, OUTER, foot + LINE + PADDING);
                    canvas.end();
                });
    }

    private static double lineTop(double top) {
        return top + (LINE - SIZE) / 2;
    }

    private static void text(Canvas canvas, double left, double top, String text)
            throws IOException {
        canvas.text(Face.TEXT, SIZE, Canvas.BLACK, left, lineTop(top), text);
    }

    private static void rule(Canvas canvas, double width, double y) throws IOException {
        canvas.rule(Canvas.BLACK, width, 0, y, Sheet.WIDTH, y);
    }
}
