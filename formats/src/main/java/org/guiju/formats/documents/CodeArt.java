package org.guiju.formats.documents;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 二维码: a text as squares. The squares of a code that carries a proof have one size whatever its length, so that the longest is read as
/// well as the shortest.
final class CodeArt {
    static final double SIDE = Sheet.mm(22);

    /// A 50th of an inch, 0.508 mm: three, four, six and twelve whole dots of 150, 200, 300 and 600 to the inch, so that no printer and no scanner has to
    /// divide a dot. A reader finds the squares of a large code by counting from corner to corner, and loses count where they differ.
    static final double MODULE = 1.44;

    /// Empty squares around a code.
    private static final int QUIET = 4;

    /// Letters that fit into the largest code of which a seventh may be lost (ISO/IEC 18004, table 7: 40-M).
    private static final int MEDIUM = 2331;

    /// Dots to a square at 150, 200 and 300 to the inch.
    private static final List<Integer> DOTS = List.of(3, 4, 6);

    private CodeArt() {}

    /// The squares of a text. Of the eight masks the standard has, the first under which a reader finds the text again: what is said may by chance look like
    /// a corner mark, and one large code in ten was lost so.
    ///
    /// @throws IOException for a text too long for any code
    static ByteMatrix squares(String text) throws IOException {
        var level = text.length() > MEDIUM ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
        try {
            var usual = Encoder.encode(text, level).getMatrix();
            if (isRead(usual, text)) {
                return usual;
            }
            for (int mask = 0; mask < QRCode.NUM_MASK_PATTERNS; mask++) {
                var other =
                        Encoder.encode(text, level, Map.of(EncodeHintType.QR_MASK_PATTERN, mask))
                                .getMatrix();
                if (isRead(other, text)) {
                    return other;
                }
            }
            return usual;
        } catch (WriterException e) {
            throw new IOException("the text does not fit into a code: " + text.length(), e);
        }
    }

    /// Whether it is read at each of the sizes that scanners see.
    private static boolean isRead(ByteMatrix code, String text) {
        return DOTS.stream().allMatch(dots -> read(code, dots).filter(text::equals).isPresent());
    }

    private static Optional<String> read(ByteMatrix code, int dots) {
        int side = (code.getWidth() + 2 * QUIET) * dots;
        var grey = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                grey[y * side + x] = (byte) (black(code, x / dots, y / dots) ? 0 : 0xff);
            }
        }
        try {
            var seen = new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false);
            return Optional.of(
                    new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                            .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static boolean black(ByteMatrix code, int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        return column >= 0
                && row >= 0
                && column < code.getWidth()
                && row < code.getHeight()
                && code.get(column, row) == 1;
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
