package org.guiju.formats.documents;

import static org.guiju.formats.documents.Sheet.mm;

import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.documents.PaperFonts.Face;

/// 眉首: what stands above the text: mark, number, rules and title, in the three forms.
final class HeadLayout {
    private static final double MARK = 40;
    private static final double LETTER_MARK = 36;
    private static final double RED_RULE = 1.6;
    private static final double DOUBLE_WIDTH = mm(170);
    private final Paper paper;
    private final Structure structure;

    HeadLayout(Paper paper, Structure structure) {
        this.paper = paper;
        this.structure = structure;
    }

    List<Strip> strips() {
        var strips = new ArrayList<Strip>();
        switch (paper.head()) {
            case FILE -> strips.add(file());
            case LETTER -> strips.add(letter());
            case RECORD -> strips.addAll(centred(paper.mark(), "P"));
        }
        strips.addAll(centred(paper.title(), "H1"));
        if (paper.head() == Paper.Head.RECORD) {
            strips.add(number());
        }
        strips.add(new Strip(Sheet.LINE, true, (_, _) -> {}));
        return strips;
    }

    /// 发文机关标志 35 mm below the edge of the type area, number two lines below, the red rule 4 mm below that (7.2.4, 7.2.5, 7.2.7).
    private Strip file() {
        var mark = structure.element("P");
        var number = structure.element("P");
        return new Strip(
                10 * Sheet.LINE,
                true,
                (canvas, place) -> {
                    double top = place.top() + mm(35);
                    canvas.begin(mark);
                    mark(canvas, MARK, top);
                    canvas.end();
                    double below = top + MARK + 1.4 * Sheet.LINE;
                    canvas.begin(number);
                    middle(canvas, Face.TEXT, Sheet.LETTER, below, paper.number());
                    canvas.end();
                    canvas.begin(null);
                    double rule = below + Sheet.LETTER + mm(4);
                    canvas.rule(Canvas.RED, RED_RULE, 0, rule, Sheet.WIDTH, rule);
                    canvas.end();
                });
    }

    /// 信函格式 (10.1): the mark 30 mm below the edge of the paper, a double rule 4 mm below it, another 20 mm above the lower
    /// edge, both 170 mm wide; the number at the right under the first.
    private Strip letter() {
        var mark = structure.element("P");
        var number = structure.element("P");
        return new Strip(
                4 * Sheet.LINE,
                true,
                (canvas, place) -> {
                    double top = mm(30) - Sheet.TOP;
                    canvas.begin(mark);
                    mark(canvas, LETTER_MARK, top);
                    canvas.end();
                    double rule = top + LETTER_MARK + mm(4);
                    double foot = Sheet.A4_HEIGHT - Sheet.TOP - mm(20);
                    canvas.begin(null);
                    across(canvas, 2.2, rule);
                    across(canvas, 0.7, rule + 2.6);
                    across(canvas, 0.7, foot - 2.6);
                    across(canvas, 2.2, foot);
                    canvas.end();
                    canvas.begin(number);
                    right(canvas, rule + 8, paper.number());
                    canvas.end();
                });
    }

    private static void across(Canvas canvas, double width, double y) throws java.io.IOException {
        double from = (Sheet.A4_WIDTH - DOUBLE_WIDTH) / 2 - Sheet.LEFT;
        canvas.rule(Canvas.RED, width, from, y, from + DOUBLE_WIDTH, y);
    }

    private Strip number() {
        var element = structure.element("P");
        return new Strip(
                1.4 * Sheet.LINE,
                true,
                (canvas, place) -> {
                    canvas.begin(element);
                    right(canvas, place.top() + 0.7 * Sheet.LINE, paper.number());
                    canvas.end();
                });
    }

    /// 标题: 2号小标宋, centred, over as many lines as it needs.
    private List<Strip> centred(String text, String type) {
        var element = structure.element(type);
        int measure = (int) (Sheet.WIDTH * 1000 / Sheet.TITLE);
        var strips = new ArrayList<Strip>();
        for (var line : LineBreaker.lines(text, 0, measure, t -> PaperFonts.width(Face.TITLE, t))) {
            strips.add(
                    new Strip(
                            1.15 * Sheet.LINE,
                            true,
                            (canvas, place) -> {
                                canvas.begin(element);
                                middle(canvas, Face.TITLE, Sheet.TITLE, place.top(), line.text());
                                canvas.end();
                            }));
        }
        return strips;
    }

    /// The mark is as large as its form allows and as its name leaves room for.
    private void mark(Canvas canvas, double size, double top) throws java.io.IOException {
        int letters = Math.max(paper.mark().codePointCount(0, paper.mark().length()), 1);
        double natural = PaperFonts.width(Face.TITLE, paper.mark()) / 1000.0;
        double spaced = natural + 0.08 * (letters - 1);
        double fits = Math.min(size, Sheet.WIDTH / spaced);
        double x = (Sheet.WIDTH - spaced * fits) / 2;
        for (int c : paper.mark().codePoints().toArray()) {
            canvas.text(
                    Face.TITLE,
                    fits,
                    Canvas.RED,
                    x,
                    top + (size - fits) / 2,
                    Character.toString(c));
            x += (PaperFonts.width(Face.TITLE, c) / 1000.0 + 0.08) * fits;
        }
    }

    private static void middle(Canvas canvas, Face face, double size, double top, String text)
            throws java.io.IOException {
        double width = PaperFonts.width(face, text) * size / 1000;
        canvas.text(face, size, Canvas.BLACK, (Sheet.WIDTH - width) / 2, top, text);
    }

    private static void right(Canvas canvas, double top, String text) throws java.io.IOException {
        double width = PaperFonts.width(Face.TEXT, text) * Sheet.LETTER / 1000;
        canvas.text(Face.TEXT, Sheet.LETTER, Canvas.BLACK, Sheet.WIDTH - width, top, text);
    }
}
