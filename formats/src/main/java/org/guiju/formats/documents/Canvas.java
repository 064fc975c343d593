package org.guiju.formats.documents;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.guiju.formats.documents.PaperFonts.Face;
import org.jspecify.annotations.Nullable;

/// 画布: one page of a paper, in whatever form the paper is given out. Points of 1/72 inch; heights run down from the upper edge of the type
/// area. The layout draws here and knows no format.
interface Canvas extends AutoCloseable {
    Color RED = new Color(0xe6, 0x00, 0x12);
    Color BLACK = Color.BLACK;

    /// Share of the letter's height above the base line.
    double ASCENT = 0.86;

    /// Text that belongs to an element; null for decoration such as page numbers.
    void begin(Structure.@Nullable Element element) throws IOException;

    void end() throws IOException;

    /// A text without division.
    void text(Face face, double size, Color color, double left, double top, String text)
            throws IOException;

    void rule(Color color, double width, double x1, double y1, double x2, double y2)
            throws IOException;

    void fill(Color color, double x, double y, double width, double height) throws IOException;

    /// A closed line through points; drawn or filled.
    void shape(Color color, double width, boolean filled, List<double[]> points) throws IOException;

    /// The outline of one letter turned about its place on a ring; 0 is upright at the top. No text: it cannot be copied.
    void turned(Face face, double size, Color color, double x, double y, double angle, int letter)
            throws IOException;

    /// A line of pieces, set between the height and the height plus its size.
    default void line(
            Face face, double size, Color color, double left, double top, LineBreaker.Line line)
            throws IOException {
        for (var piece : line.pieces()) {
            text(face, size, color, left + piece.x() * size / 1000, top, piece.text());
        }
    }

    @Override
    void close() throws IOException;
}
