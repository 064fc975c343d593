package org.guiju.formats.documents;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;

/// 二维码: a text as squares. The squares of a code that carries a proof have one size whatever its length, so that the longest is read as
/// well as the shortest.
final class CodeArt {
    static final double SIDE = Sheet.mm(22);

    /// A 50th of an inch, 0.508 mm: three, four, six and twelve whole dots of 150, 200, 300 and 600 to the inch, so that no printer and no scanner has to
    /// divide a dot. A reader finds the squares of a large code by counting from corner to corner, and loses count where they differ.
    static final double MODULE = 1.44;

    private CodeArt() {}

    /// The squares of a text; a fourth of the fields less may be lost for a text so long that it fits with less only.
    static ByteMatrix squares(String text) throws IOException {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            return longest(text);
        }
    }

    private static ByteMatrix longest(String text) throws IOException {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException e) {
            throw new IOException("the text does not fit into a code: " + text.length(), e);
        }
    }

    /// The nearest place from the edge of the paper that is a whole number of dots, given and answered from the edge of the type area.
    static double onDots(double place, double edge) {
        return Math.round((edge + place) / MODULE) * MODULE - edge;
    }

    static void draw(Canvas canvas, double x, double y, double side, ByteMatrix code)
            throws IOException {
        double cell = side / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int from = 0; from < code.getWidth(); from++) {
                int to = from;
                while (to < code.getWidth() && code.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    canvas.fill(
                            Canvas.BLACK,
                            x + from * cell,
                            y + row * cell,
                            (to - from) * cell,
                            cell);
                    from = to;
                }
            }
        }
    }
}
