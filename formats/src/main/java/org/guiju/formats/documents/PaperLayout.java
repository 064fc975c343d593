package org.guiju.formats.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.guiju.formats.documents.PaperFonts.Face;
import org.jspecify.annotations.Nullable;

/// 排版: turns the blocks of a paper into strips and fills pages with them.
final class PaperLayout {
    private static final double ROUNDING = 0.01;
    private static final int INDENT = 2000;

    /// Middle of the seal below the upper edge of the organ's line: organ and day stand a little below it, and its top is within a line of the
    /// text (7.3.5.1).
    private static final double SEAL = 0.5;

    private static final int MEASURE = Sheet.CHARACTERS * 1000;

    /// Height of the signature: what the seal takes.
    private static final double SIGN = 4.6 * Sheet.LINE;

    /// Text above the signature on a page that is there for the signature's sake.
    private static final double FEW = 5 * Sheet.LINE;

    /// Line distances in turn, as shares of the usual one; the closest is 25 points.
    private static final List<Double> CLOSER = List.of(0.97, 0.94, 0.91, 0.88, 0.865);

    /// Papers longer than this are not set anew for the sake of a page.
    private static final int SHORT = 6;

    private final Paper paper;
    private final Structure structure;
    private final double tight;

    /// @param tight share of the usual line distance
    private PaperLayout(Paper paper, Structure structure, double tight) {
        this.paper = paper;
        this.structure = structure;
        this.tight = tight;
    }

    /// Pages from top to bottom. Where the seal with a few lines would come to stand on a page of its own, the lines move closer (7.3.5.5) if that saves
    /// the page.
    static List<List<Strip>> pages(Paper paper, Structure structure) throws IOException {
        return new PaperLayout(paper, structure, tightness(paper)).pages();
    }

    private static double tightness(Paper paper) throws IOException {
        // Each attempt makes elements of a structure, which the paper itself must not have.
        try (var scratch = new PDDocument()) {
            var usual = attempt(paper, scratch, 1);
            if (usual.size() > 1 && usual.size() <= SHORT && isForTheSeal(paper, usual.getLast())) {
                for (double tight : CLOSER) {
                    if (attempt(paper, scratch, tight).size() < usual.size()) {
                        return tight;
                    }
                }
            }
            return 1;
        }
    }

    private static List<List<Strip>> attempt(Paper paper, PDDocument scratch, double tight) {
        return new PaperLayout(paper, new Structure(scratch), tight).pages();
    }

    private static boolean isForTheSeal(Paper paper, List<Strip> page) {
        int at = 0;
        while (at < page.size() && page.get(at).height() != SIGN) {
            at++;
        }
        return paper.blocks().stream().anyMatch(Paper.Sign.class::isInstance)
                && at < page.size()
                && page.subList(0, at).stream().mapToDouble(Strip::height).sum() <= FEW;
    }

    /// Strips that are kept together move to the next page together.
    private List<List<Strip>> pages() {
        var strips = new ArrayList<>(new HeadLayout(paper, structure).strips());
        Paper.@Nullable Block above = null;
        for (var block : paper.blocks()) {
            if (above instanceof Paper.Table != block instanceof Paper.Table
                    && above != null
                    && !(block instanceof Paper.Sign)) {
                // Text does not touch the frame of a table.
                strips.add(new Strip(Sheet.LINE / 3, block instanceof Paper.Table, (_, _) -> {}));
            }
            above = block;
            if (block instanceof Paper.Sign) {
                keepLast(strips, 2);
            } else if (block instanceof Paper.Imprint) {
                keepLast(strips, 1);
            }
            strips.addAll(strips(block));
        }
        var pages = fill(strips);
        if (!paper.blocks().isEmpty() && paper.blocks().getLast() instanceof Paper.Imprint) {
            pages.add(footed(pages.removeLast()));
        }
        return pages;
    }

    /// The last strip moves to the foot of its page.
    private static List<Strip> footed(List<Strip> page) {
        var all = new ArrayList<>(page);
        double rest = Sheet.HEIGHT - page.stream().mapToDouble(Strip::height).sum();
        all.add(page.size() - 1, new Strip(Math.max(rest, 0), true, (_, _) -> {}));
        return all;
    }

    /// 不得另页单独落款: the last lines of the text go with the signature.
    private static void keepLast(List<Strip> strips, int lines) {
        for (int i = Math.max(0, strips.size() - lines); i < strips.size(); i++) {
            strips.set(i, strips.get(i).kept());
        }
    }

    private static List<List<Strip>> fill(List<Strip> strips) {
        var pages = new ArrayList<List<Strip>>();
        var page = new ArrayList<Strip>();
        double used = 0;
        int at = 0;
        while (at < strips.size()) {
            int to = at + 1;
            double height = strips.get(at).height();
            while (to < strips.size() && strips.get(to - 1).keep()) {
                height += strips.get(to++).height();
            }
            // A group higher than a page is divided after all.
            if (height > Sheet.HEIGHT) {
                to = at + 1;
                height = strips.get(at).height();
            }
            if (used + height > Sheet.HEIGHT + ROUNDING && !page.isEmpty()) {
                pages.add(List.copyOf(page));
                page.clear();
                used = 0;
            }
            page.addAll(strips.subList(at, to));
            used += height;
            at = to;
        }
        pages.add(List.copyOf(page));
        return pages;
    }

    private List<Strip> strips(Paper.Block block) {
        return switch (block) {
            case Paper.To(var text) -> paragraph(text, 0, Face.TEXT, "P");
            case Paper.Heading(var text) ->
                    paragraph(text, INDENT, Face.HEADING, "H2").stream().map(Strip::kept).toList();
            case Paper.Body(var text) ->
                    text.lines()
                            .flatMap(p -> paragraph(p, INDENT, Face.TEXT, "P").stream())
                            .toList();
            case Paper.Gap() -> List.of(new Strip(tight * Sheet.LINE, false, (_, _) -> {}));
            case Paper.Table table -> TableLayout.strips(table, structure, tight);
            case Paper.Sign sign -> List.of(sign(sign));
            case Paper.Imprint imprint -> List.of(ImprintLayout.strip(imprint, structure));
            case Paper.Hand(var labels) -> labels.stream().map(this::hand).toList();
        };
    }

    private List<Strip> paragraph(String text, int indent, Face face, String type) {
        var element = structure.element(type);
        var strips = new ArrayList<Strip>();
        for (var line : LineBreaker.lines(text, indent, MEASURE, t -> PaperFonts.width(face, t))) {
            strips.add(
                    new Strip(
                            tight * Sheet.LINE,
                            false,
                            (canvas, place) -> {
                                canvas.begin(element);
                                double top = place.top() + (tight * Sheet.LINE - Sheet.LETTER) / 2;
                                canvas.line(face, Sheet.LETTER, Canvas.BLACK, 0, top, line);
                                canvas.end();
                            }));
        }
        return strips;
    }

    /// 落款 with the seal over organ and day (7.3.5.1), the code at the left.
    private Strip sign(Paper.Sign sign) {
        var organ = structure.element("P");
        var day = structure.element("P");
        return new Strip(
                SIGN,
                false,
                (canvas, place) -> {
                    double size = Sheet.LETTER;
                    double dayWidth = PaperFonts.width(Face.TEXT, sign.day()) * size / 1000;
                    double organWidth = PaperFonts.width(Face.TEXT, sign.organ()) * size / 1000;
                    double centre = Sheet.WIDTH - 4 * size - dayWidth / 2;
                    centre = Math.min(centre, Sheet.WIDTH - organWidth / 2);
                    double top = place.top() + 1.9 * Sheet.LINE;
                    canvas.begin(organ);
                    canvas.text(
                            Face.TEXT,
                            size,
                            Canvas.BLACK,
                            centre - organWidth / 2,
                            top,
                            sign.organ());
                    canvas.end();
                    canvas.begin(day);
                    canvas.text(
                            Face.TEXT,
                            size,
                            Canvas.BLACK,
                            centre - dayWidth / 2,
                            top + Sheet.LINE,
                            sign.day());
                    canvas.end();
                    canvas.begin(null);
                    if (!paper.seal().isEmpty()) {
                        SealArt.draw(
                                canvas,
                                centre,
                                top + SEAL * Sheet.LINE,
                                paper.seal(),
                                paper.genuine());
                    }
                    code(canvas, top - 0.7 * Sheet.LINE);
                    canvas.end();
                });
    }

    private void code(Canvas canvas, double top) throws IOException {
        if (!paper.verify().isEmpty()) {
            CodeArt.draw(canvas, Sheet.mm(2), top, CodeArt.SIDE, CodeArt.squares(paper.verify()));
            canvas.text(
                    Face.TEXT,
                    9,
                    Canvas.BLACK,
                    Sheet.mm(2) + CodeArt.SIDE / 2 - 18,
                    top + CodeArt.SIDE + 3,
                    "扫码核验");
        }
    }

    private Strip hand(String label) {
        var element = structure.element("P");
        return new Strip(
                1.5 * Sheet.LINE,
                false,
                (canvas, place) -> {
                    double top = place.top() + 0.6 * Sheet.LINE;
                    double width = PaperFonts.width(Face.TEXT, label) * Sheet.LETTER / 1000;
                    canvas.begin(element);
                    canvas.text(Face.TEXT, Sheet.LETTER, Canvas.BLACK, 0, top, label);
                    canvas.end();
                    canvas.begin(null);
                    double foot = top + Sheet.LETTER + 2;
                    canvas.rule(Canvas.BLACK, 0.5, Math.min(width + 4, 380), foot, 400, foot);
                    canvas.end();
                });
    }
}
