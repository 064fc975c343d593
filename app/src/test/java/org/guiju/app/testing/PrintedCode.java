package org.guiju.app.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The code on the last page of a paper, as an office's scanner sees it.
public final class PrintedCode {
    private static final int DOTS_PER_INCH = 200;

    private PrintedCode() {}

    public static String read(byte[] pdf) throws IOException, ReaderException {
        try (var document = Loader.loadPDF(pdf)) {
            var image =
                    new PDFRenderer(document)
                            .renderImageWithDPI(document.getNumberOfPages() - 1, DOTS_PER_INCH);
            int width = image.getWidth();
            int height = image.getHeight();
            var source =
                    new RGBLuminanceSource(
                            width, height, image.getRGB(0, 0, width, height, null, 0, width));
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    /// The same code with one bit of its proof turned.
    public static String bent(String code, int at) {
        int proof = code.indexOf('#') + 1;
        byte[] bytes = java.util.Base64.getUrlDecoder().decode(code.substring(proof));
        bytes[at] ^= 1;
        return code.substring(0, proof)
                + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
