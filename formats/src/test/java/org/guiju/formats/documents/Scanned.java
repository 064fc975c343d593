package org.guiju.formats.documents;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.detector.Detector;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A page of a paper as a scanner sees it.
final class Scanned {
    private Scanned() {}

    /// @param page from 0
    static BufferedImage page(byte[] pdf, int page, int dotsPerInch) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch);
        }
    }

    /// What the code on it says; empty where none can be read.
    static Optional<String> code(BufferedImage image) {
        try {
            return Optional.of(
                    new QRCodeReader()
                            .decode(bitmap(image), Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /// Middles of the marks at the corners of the code: lower left, upper left, upper right.
    static ResultPoint[] corners(BufferedImage image) throws ReaderException {
        return new Detector(bitmap(image).getBlackMatrix())
                .detect(Map.of(DecodeHintType.TRY_HARDER, true))
                .getPoints();
    }

    private static BinaryBitmap bitmap(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var source =
                new RGBLuminanceSource(
                        width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new BinaryBitmap(new HybridBinarizer(source));
    }
}
