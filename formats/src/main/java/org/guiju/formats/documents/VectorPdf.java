package org.guiju.formats.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// 图成 PDF: pages of any size with lines and letters, fonts inside, in the form of PDF/A-2. The same drawing gives the same bytes.
public final class VectorPdf {
    private VectorPdf() {}

    /// 页.
    ///
    /// @param width in points
    /// @param height in points
    public record Page(double width, double height, Consumer<Ink> drawing) {}

    /// @param made time that the file states as its making
    /// @param language of the words, as BCP 47
    public static byte[] draw(
            String title, String author, String language, Instant made, List<Page> pages) {
        PaperPdf.ONE.lock();
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var fonts = new PaperFonts(document);
            for (var page : pages) {
                var sheet =
                        new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
                document.addPage(sheet);
                try (var ink = new Ink(document, sheet, fonts)) {
                    page.drawing().accept(ink);
                }
            }
            document.getDocumentCatalog().setLanguage(language);
            PaperPdf.describe(document, title, author, made);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PaperPdf.ONE.unlock();
        }
    }
}
