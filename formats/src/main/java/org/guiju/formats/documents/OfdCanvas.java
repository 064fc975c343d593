package org.guiju.formats.documents;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guiju.formats.documents.PaperFonts.Face;
import org.jspecify.annotations.Nullable;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.block.PathObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.core.pageDescription.color.color.CT_Color;
import org.ofdrw.core.text.TextCode;

/// OFD 画布: one page of an OFD. Every letter has its own place, so that no reader's idea of a font's widths moves it.
final class OfdCanvas implements Canvas {
    private static final double MM = 25.4 / 72;
    private final OfdFile file;
    private final CT_Layer layer;

    /// Filled shapes of one colour that follow each other are one object: a code has thousands of squares.
    private @Nullable AbbreviatedData filling;

    private Color fillingIn = BLACK;

    OfdCanvas(OfdFile file, CT_Layer layer) {
        this.file = file;
        this.layer = layer;
    }

    /// Structure is a matter of PDF: the pages of an OFD say in which order they are read by the order of their objects.
    @Override
    public void begin(Structure.@Nullable Element element) {
        flush();
    }

    @Override
    public void end() {
        flush();
    }

    @Override
    public void text(Face face, double size, Color color, double left, double top, String text)
            throws IOException {
        for (var run : PaperFonts.runs(face, text)) {
            double x = left + run.x() * size / 1000;
            var has = run.face();
            if (has == null) {
                missing(size, color, x, top, run.text());
            } else {
                write(has, size, color, x, top, run.text(), true);
            }
        }
    }

    private void write(
            Face face, double size, Color color, double x, double top, String text, boolean seen) {
        flush();
        var letters = text.codePoints().toArray();
        var steps = new ArrayList<String>();
        double width = 0;
        for (int i = 0; i < letters.length; i++) {
            double step = PaperFonts.width(face, letters[i]) * size / 1000;
            width += step;
            if (i < letters.length - 1) {
                steps.add(figure(step * MM));
            }
        }
        var code = new TextCode().setContent(text).setCoordinate(0d, round(ASCENT * size * MM));
        if (!steps.isEmpty()) {
            code.setDeltaX(new ST_Array((Serializable[]) steps.toArray(String[]::new)));
        }
        var object = new TextObject(file.id());
        object.setBoundary(
                round(mmX(x)), round(mmY(top)), round(width * MM), round(size * 1.2 * MM));
        object.setFont(file.font(face, letters))
                .setSize(round(size * MM))
                .setFillColor(rgb(color))
                .addTextCode(code);
        if (!seen) {
            object.setVisible(false);
        }
        layer.addPageBlock(object);
    }

    /// 缺字: the code point in a frame, drawn as lines; the letter itself stands unseen in the same place, for a reader that searches or copies.
    private void missing(double size, Color color, double x, double top, String letter)
            throws IOException {
        int codePoint = letter.codePointAt(0);
        double base = top + ASCENT * size;
        double left = x + size * 0.06;
        double foot = base + size * 0.1;
        double right = left + size * 0.88;
        double head = foot - size * 0.92;
        shape(
                color,
                0.4,
                false,
                List.of(
                        new double[] {left, foot},
                        new double[] {right, foot},
                        new double[] {right, head},
                        new double[] {left, head}));
        var hex = String.format(Locale.ROOT, "%06X", codePoint);
        double small = size * 0.42;
        for (int i = 0; i < hex.length(); i++) {
            double digit = left + size * 0.11 + (i % 3) * small * 0.56;
            double line = foot - size * (i < 3 ? 0.52 : 0.1);
            var place = AffineTransform.getTranslateInstance(digit, line);
            place.scale(small / 1000, -small / 1000);
            outline(
                    color,
                    place.createTransformedShape(PaperFonts.outline(Face.FIGURES, hex.charAt(i))));
        }
        // XML 1.0 has no place for control characters, and a text none for half a letter.
        if (!Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE) {
            write(Face.TEXT, size, color, x, top, letter, false);
        }
    }

    @Override
    public void rule(Color color, double width, double x1, double y1, double x2, double y2) {
        flush();
        stroke(color, width, path(List.of(new double[] {x1, y1}, new double[] {x2, y2})));
    }

    @Override
    public void fill(Color color, double x, double y, double width, double height) {
        filled(color)
                .append(
                        path(List.of(
                                        new double[] {x, y},
                                        new double[] {x + width, y},
                                        new double[] {x + width, y + height},
                                        new double[] {x, y + height}))
                                .close());
    }

    @Override
    public void shape(Color color, double width, boolean filled, List<double[]> points) {
        if (filled) {
            filled(color).append(path(points).close());
        } else {
            flush();
            stroke(color, width, path(points).close());
        }
    }

    @Override
    public void turned(
            Face face, double size, Color color, double x, double y, double angle, int letter)
            throws IOException {
        var has = PaperFonts.having(face, letter);
        if (has == null) {
            return;
        }
        var place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(angle);
        place.scale(size / 1000, -size / 1000);
        place.translate(-PaperFonts.width(face, letter) / 2.0, 0);
        outline(color, place.createTransformedShape(PaperFonts.outline(has, letter)));
    }

    private void outline(Color color, Shape shape) {
        var to = filled(color);
        var p = new double[6];
        for (var i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> to.moveTo(x(p[0]), y(p[1]));
                case PathIterator.SEG_LINETO -> to.lineTo(x(p[0]), y(p[1]));
                case PathIterator.SEG_QUADTO ->
                        to.quadraticBezier(x(p[0]), y(p[1]), x(p[2]), y(p[3]));
                case PathIterator.SEG_CUBICTO ->
                        to.cubicBezier(x(p[0]), y(p[1]), x(p[2]), y(p[3]), x(p[4]), y(p[5]));
                default -> to.close();
            }
        }
    }

    private static AbbreviatedData path(List<double[]> points) {
        var path = new AbbreviatedData();
        path.moveTo(x(points.getFirst()[0]), y(points.getFirst()[1]));
        points.subList(1, points.size()).forEach(p -> path.lineTo(x(p[0]), y(p[1])));
        return path;
    }

    private AbbreviatedData filled(Color color) {
        if (filling == null || !color.equals(fillingIn)) {
            flush();
            filling = new AbbreviatedData();
            fillingIn = color;
        }
        return filling;
    }

    private void flush() {
        if (filling != null) {
            var object = object(filling);
            object.setStroke(false).setFill(true).setFillColor(rgb(fillingIn));
            filling = null;
        }
    }

    private void stroke(Color color, double width, AbbreviatedData path) {
        var object = object(path);
        object.setLineWidth(round(Math.max(width * MM, 0.05)));
        object.setStroke(true).setFill(false).setStrokeColor(rgb(color));
    }

    /// Places of a path count from its boundary, which is the page.
    private PathObject object(AbbreviatedData path) {
        var object = new PathObject(file.id());
        object.setBoundary(0, 0, 210, 297);
        object.setAbbreviatedData(path);
        layer.addPageBlock(object);
        return object;
    }

    private static CT_Color rgb(Color color) {
        return CT_Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }

    private static double mmX(double x) {
        return (Sheet.LEFT + x) * MM;
    }

    private static double mmY(double y) {
        return (Sheet.TOP + y) * MM;
    }

    private static double x(double x) {
        return round(mmX(x));
    }

    private static double y(double y) {
        return round(mmY(y));
    }

    /// To a thousandth of a millimetre.
    private static double round(double millimetres) {
        return Math.rint(millimetres * 1000) / 1000;
    }

    private static String figure(double millimetres) {
        return Double.toString(round(millimetres));
    }

    @Override
    public void close() {
        flush();
    }
}
