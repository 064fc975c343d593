package org.guiju.formats.documents;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;
import org.guiju.formats.documents.PaperFonts.Face;
import org.jspecify.annotations.Nullable;

/// PDF 画布: one page of a PDF. Text belongs to an element of the document's structure, everything else is decoration.
final class PdfCanvas implements Canvas {
    private final PDPageContentStream out;
    private final PaperFonts fonts;
    private final Structure structure;
    private final PDPage page;

    PdfCanvas(PDDocument document, PDPage page, PaperFonts fonts, Structure structure)
            throws IOException {
        this.out = new PDPageContentStream(document, page);
        this.page = page;
        this.fonts = fonts;
        this.structure = structure;
    }

    @Override
    public void begin(Structure.@Nullable Element element) throws IOException {
        if (element == null) {
            out.beginMarkedContent(COSName.ARTIFACT);
        } else {
            out.beginMarkedContent(element.tag(), structure.place(element, page));
        }
    }

    @Override
    public void end() throws IOException {
        out.endMarkedContent();
    }

    @Override
    public void text(Face face, double size, Color color, double left, double top, String text)
            throws IOException {
        at(face, size, color, Matrix.getTranslateInstance(px(left), py(top + ASCENT * size)), text);
    }

    /// A text that runs from the origin of the matrix.
    private void at(Face face, double size, Color color, Matrix origin, String text)
            throws IOException {
        for (var run : PaperFonts.runs(face, text)) {
            double x = run.x() * size / 1000;
            var has = run.face();
            if (has == null) {
                missing(size, color, origin, x, run.text().codePointAt(0));
            } else {
                show(has, size, color, origin, x, run.text());
            }
        }
    }

    private void show(Face face, double size, Color color, Matrix origin, double x, String run)
            throws IOException {
        var place = origin.clone();
        place.translate((float) x, 0);
        out.beginText();
        out.setNonStrokingColor(color);
        out.setFont(fonts.in(face), (float) size);
        out.setTextMatrix(place);
        out.showText(run);
        out.endText();
    }

    /// 缺字: the code point in a frame; the letter itself is what a reader that copies gets.
    private void missing(double size, Color color, Matrix origin, double x, int codePoint)
            throws IOException {
        var actual = new COSDictionary();
        actual.setString(COSName.ACTUAL_TEXT, Character.toString(codePoint));
        out.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(actual));
        var corner = origin.clone();
        corner.translate((float) (x + size * 0.06), (float) (-size * 0.1));
        out.saveGraphicsState();
        out.transform(corner);
        out.setStrokingColor(color);
        out.setLineWidth(0.4f);
        out.addRect(0, 0, (float) (size * 0.88), (float) (size * 0.92));
        out.stroke();
        out.restoreGraphicsState();
        var hex = String.format("%06X", codePoint);
        double small = size * 0.42;
        for (int row = 0; row < 2; row++) {
            var place = corner.clone();
            place.translate((float) (size * 0.11), (float) (size * (0.52 - row * 0.42)));
            show(Face.FIGURES, small, color, place, 0, hex.substring(row * 3, row * 3 + 3));
        }
        out.endMarkedContent();
    }

    @Override
    public void rule(Color color, double width, double x1, double y1, double x2, double y2)
            throws IOException {
        out.setStrokingColor(color);
        out.setLineWidth((float) width);
        out.moveTo(px(x1), py(y1));
        out.lineTo(px(x2), py(y2));
        out.stroke();
    }

    @Override
    public void fill(Color color, double x, double y, double width, double height)
            throws IOException {
        out.setNonStrokingColor(color);
        out.addRect(px(x), py(y + height), (float) width, (float) height);
        out.fill();
    }

    @Override
    public void shape(Color color, double width, boolean filled, List<double[]> points)
            throws IOException {
        out.setStrokingColor(color);
        out.setNonStrokingColor(color);
        out.setLineWidth((float) width);
        out.moveTo(px(points.getFirst()[0]), py(points.getFirst()[1]));
        for (var p : points.subList(1, points.size())) {
            out.lineTo(px(p[0]), py(p[1]));
        }
        out.closePath();
        if (filled) {
            out.fill();
        } else {
            out.stroke();
        }
    }

    @Override
    public void turned(
            Face face, double size, Color color, double x, double y, double angle, int letter)
            throws IOException {
        var wanted = PaperFonts.having(face, letter);
        if (wanted == null) {
            return;
        }
        var place = AffineTransform.getTranslateInstance(px(x), py(y));
        place.rotate(-angle);
        place.scale(size / 1000, size / 1000);
        place.translate(-PaperFonts.width(face, letter) / 2.0, 0);
        out.setNonStrokingColor(color);
        double fromX = 0;
        double fromY = 0;
        var p = new double[6];
        for (var i = PaperFonts.outline(wanted, letter).getPathIterator(place);
                !i.isDone();
                i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> out.moveTo((float) p[0], (float) p[1]);
                case PathIterator.SEG_LINETO -> out.lineTo((float) p[0], (float) p[1]);
                case PathIterator.SEG_QUADTO -> {
                    out.curveTo(
                            (float) (fromX + (p[0] - fromX) * 2 / 3),
                            (float) (fromY + (p[1] - fromY) * 2 / 3),
                            (float) (p[2] + (p[0] - p[2]) * 2 / 3),
                            (float) (p[3] + (p[1] - p[3]) * 2 / 3),
                            (float) p[2],
                            (float) p[3]);
                    p[0] = p[2];
                    p[1] = p[3];
                }
                default -> out.closePath();
            }
            fromX = p[0];
            fromY = p[1];
        }
        out.fill();
    }

    private static float px(double x) {
        return (float) (Sheet.LEFT + x);
    }

    private static float py(double y) {
        return (float) (Sheet.A4_HEIGHT - Sheet.TOP - y);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
