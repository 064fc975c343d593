package org.guiju.formats.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;

/// 二维码: the address under which the paper is verified, as squares.
final class CodeArt {
    static final double SIDE = Sheet.mm(22);

    private CodeArt() {}

    static void draw(Canvas canvas, double x, double y, String address) throws IOException {
        try {
            var code =
                    new QRCodeWriter()
                            .encode(
                                    address,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.MARGIN,
                                            0,
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M));
            double cell = SIDE / code.getWidth();
            for (int row = 0; row < code.getHeight(); row++) {
                for (int from = 0; from < code.getWidth(); from++) {
                    int to = from;
                    while (to < code.getWidth() && code.get(to, row)) {
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
        } catch (WriterException e) {
            throw new IOException("the address does not fit into a code: " + address, e);
        }
    }
}
