package org.guiju.formats.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;

/// 文书成 OFD (GB/T 33190—2016): the same paper, laid out by the same rules and with the same letters as [PaperPdf] draws it, every font inside as far as
/// it is used. The same paper gives the same bytes.
///
/// It bears the picture of a seal as the PDF does, and no electronic seal (GB/T 38540): that is the organ's own to put on it.
public final class PaperOfd {
    /// What the file is called on its way.
    public static final String TYPE = "application/ofd";

    private PaperOfd() {}

    /// @param made time that the file states as its making
    ///
    /// @return with as many pages as the PDF has
    ///
    /// @throws PaperPdf.TooLong before anything is laid out, where the letters alone are too many
    public static PaperPdf.Drawn draw(Paper paper, Instant made) {
        PaperPdf.ONE.lock();
        // The layout names what belongs together; of that an OFD keeps the order alone.
        try (var unused = new PDDocument()) {
            var file = new OfdFile();
            var pages = PaperPages.of(paper, new Structure(unused));
            for (var page : pages) {
                try (var canvas = file.page()) {
                    page.draw(canvas);
                }
            }
            var title = paper.title() + " " + paper.number();
            var name = title + "|" + paper.verify() + "|" + made.getEpochSecond();
            var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            return new PaperPdf.Drawn(
                    file.bytes(id, title, paper.mark(), made), pages.size(), PaperFonts.DIGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PaperPdf.ONE.unlock();
        }
    }
}
