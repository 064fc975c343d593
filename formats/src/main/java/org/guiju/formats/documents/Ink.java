package org.guiju.formats.documents;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.guiju.formats.documents.PaperFonts.Face;
import org.jspecify.annotations.Nullable;

/// 墨: lines, areas and letters on one page, in points from its upper left corner. Everything stays a vector, every letter a letter.
public final class Ink implements AutoCloseable {
    private static final int BEZIER = 3;

    private final PDPageContentStream out;
    private final PaperFonts fonts;
    private final double height;

    Ink(PDDocument document, PDPage page, PaperFonts fonts) throws IOException {
        this.out = new PDPageContentStream(document, page);
        this.fonts = fonts;
        this.height = page.getMediaBox().getHeight();
    }

    /// 线型.
    ///
    /// @param dash lengths of stroke and gap in points; empty for a whole line
    public record Pen(Color color, double width, float... dash) {}

    /// @param onPage from the path's own units to points from the upper left corner
    public void path(Path2D path, AffineTransform onPage, @Nullable Color fill, @Nullable Pen pen) {
        if (fill == null && pen == null) {
            return;
        }
        try {
            out.saveGraphicsState();
            if (fill != null) {
                out.setNonStrokingColor(fill);
            }
            if (pen != null) {
                out.setStrokingColor(pen.color());
                out.setLineWidth((float) pen.width());
                out.setLineDashPattern(pen.dash(), 0);
            }
            trace(path, onPage);
            if (fill != null && pen != null) {
                out.fillAndStroke();
            } else if (fill != null) {
                out.fill();
            } else {
                out.stroke();
            }
            out.restoreGraphicsState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void trace(Path2D path, AffineTransform onPage) throws IOException {
        var p = new float[2 * BEZIER];
        float fromX = 0;
        float fromY = 0;
        for (var i = path.getPathIterator(onPage); !i.isDone(); i.next()) {
            var kind = i.currentSegment(p);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> out.moveTo(p[0], up(p[1]));
                case PathIterator.SEG_LINETO -> out.lineTo(p[0], up(p[1]));
                case PathIterator.SEG_QUADTO -> {
                    out.curveTo(
                            fromX + (p[0] - fromX) * 2 / 3,
                            up(fromY + (p[1] - fromY) * 2 / 3),
                            p[2] + (p[0] - p[2]) * 2 / 3,
                            up(p[3] + (p[1] - p[3]) * 2 / 3),
                            p[2],
                            up(p[3]));
                    p[0] = p[2];
                    p[1] = p[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    out.curveTo(p[0], up(p[1]), p[2], up(p[3]), p[4], up(p[5]));
                    p[0] = p[4];
                    p[1] = p[5];
                }
                default -> out.closePath();
            }
            fromX = p[0];
            fromY = p[1];
        }
    }

    /// Width of the words in points.
    public static double width(String words, double size) {
        return PaperFonts.width(Face.HEADING, words) * size / 1000;
    }

    /// @param x left end, in points
    /// @param base base line, in points from above
    public void text(String words, double x, double base, double size, Color color, boolean bold) {
        try {
            var at = x;
            var run = new StringBuilder();
            var of = Face.HEADING;
            var from = x;
            for (var c : words.codePoints().toArray()) {
                var has = PaperFonts.having(Face.HEADING, c);
                if (has != null && has != of) {
                    show(of, run, from, base, size, color, bold);
                    from = at;
                    of = has;
                }
                run.appendCodePoint(has == null ? ' ' : c);
                at += PaperFonts.width(Face.HEADING, c) * size / 1000;
            }
            show(of, run, from, base, size, color, bold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(
            Face face,
            StringBuilder run,
            double x,
            double base,
            double size,
            Color color,
            boolean bold)
            throws IOException {
        if (run.isEmpty()) {
            return;
        }
        out.saveGraphicsState();
        out.beginText();
        out.setNonStrokingColor(color);
        out.setFont(fonts.in(face), (float) size);
        if (bold) {
            // one weight is shipped; its outline drawn along makes the other
            out.setRenderingMode(RenderingMode.FILL_STROKE);
            out.setStrokingColor(color);
            out.setLineWidth((float) (size * 0.03));
        }
        out.newLineAtOffset((float) x, up((float) base));
        out.showText(run.toString());
        out.endText();
        out.restoreGraphicsState();
        run.setLength(0);
    }

    /// Draws only within the area, in points.
    public void within(Rectangle2D area, Runnable drawing) {
        try {
            out.saveGraphicsState();
            out.addRect(
                    (float) area.getX(),
                    up((float) area.getMaxY()),
                    (float) area.getWidth(),
                    (float) area.getHeight());
            out.clip();
            drawing.run();
            out.restoreGraphicsState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float up(float y) {
        return (float) height - y;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
