package org.guiju.formats.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.guiju.formats.documents.PaperSeal;
import org.guiju.formats.documents.SealKey;

/// An empty page with a seal: small, for a paper with its fonts would be too much to change in.
final class FuzzedPaper {
    private FuzzedPaper() {}

    static byte[] sealed(SealKey key, Instant at) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(
                    out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return PaperSeal.seal(out.toByteArray(), key, at, "测试", "试");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
