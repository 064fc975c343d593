package org.guiju.formats.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.documents.PaperFonts.Face;

/// 成页: a paper laid out, whatever it is drawn on: its pages, each with its number, and the page of proof behind them.
final class PaperPages {
    private PaperPages() {}

    /// 页.
    ///
    /// @param number 0 where none is shown: on the first page of a letter (信函格式首页不显示页码, 10.1) and on the page of proof, which is no page
    ///     of the paper
    record Page(List<Strip> strips, int number) {
        void draw(Canvas canvas) throws IOException {
            double top = 0;
            for (int i = 0; i < strips.size(); i++) {
                var strip = strips.get(i);
                strip.drawing().on(canvas, new Strip.Place(top, i == 0, i == strips.size() - 1));
                top += strip.height();
            }
            if (number > 0) {
                figure(canvas, number);
            }
        }
    }

    /// @throws PaperPdf.TooLong before anything is laid out, where the letters alone are too many
    static List<Page> of(Paper paper, Structure structure) throws IOException {
        long least = letters(paper) / (2L * Sheet.LINES * Sheet.CHARACTERS);
        if (least > PaperPdf.MOST_PAGES) {
            throw new PaperPdf.TooLong(least);
        }
        var text = PaperLayout.pages(paper, structure);
        if (text.size() > PaperPdf.MOST_PAGES) {
            throw new PaperPdf.TooLong(text.size());
        }
        int shown = paper.head() == Paper.Head.LETTER ? 1 : 0;
        var pages = new ArrayList<Page>();
        for (int i = 0; i < text.size(); i++) {
            pages.add(new Page(text.get(i), i + 1 > shown ? i + 1 : 0));
        }
        var proof = paper.proof();
        if (proof != null) {
            pages.add(new Page(ProofPage.strips(paper, proof, structure), 0));
        }
        return pages;
    }

    /// Letters of the text; two may stand where one character stands.
    private static long letters(Paper paper) {
        return paper.blocks().stream()
                .mapToLong(block ->
                        switch (block) {
                            case Paper.To(var text) -> text.length();
                            case Paper.Heading(var text) -> text.length();
                            case Paper.Body(var text) -> text.length();
                            case Paper.Table(var rows) ->
                                    rows.stream()
                                            .flatMap(r -> r.cells().stream())
                                            .mapToLong(String::length)
                                            .sum();
                            default -> 0;
                        })
                .sum();
    }

    /// 页码 (7.5): 7 mm below the type area, one letter from the right on odd pages and from the left on even ones.
    private static void figure(Canvas canvas, int number) throws IOException {
        var text = "— " + number + " —";
        double width = PaperFonts.width(Face.FIGURES, text) * Sheet.SMALL / 1000;
        double left = number % 2 == 1 ? Sheet.WIDTH - Sheet.SMALL - width : Sheet.SMALL;
        canvas.begin(null);
        canvas.text(
                Face.FIGURES, Sheet.SMALL, Canvas.BLACK, left, Sheet.HEIGHT + Sheet.mm(7), text);
        canvas.end();
    }
}
