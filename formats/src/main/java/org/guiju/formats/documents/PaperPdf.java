package org.guiju.formats.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.guiju.formats.documents.PaperFonts.Face;

/// 文书成 PDF: every font inside, every letter with its Unicode, the structure told, in the form of PDF/A-2. The same paper
/// gives the same bytes.
public final class PaperPdf {
    /// Pages that one paper may have; a longer one is no paper of this office.
    public static final int MOST_PAGES = 400;

    /// The shared fonts are read by one paper at a time.
    static final ReentrantLock ONE = new ReentrantLock();

    private PaperPdf() {}

    /// 成文.
    ///
    /// @param fonts digest of the fonts it was drawn with
    public record Drawn(byte[] bytes, int pages, String fonts) {}

    /// 过长: more pages than a paper may have.
    public static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong(long pages) {
            super("a paper of " + pages + " pages, more than " + MOST_PAGES);
        }
    }

    /// @param made time that the file states as its making
    ///
    /// @throws TooLong before anything is laid out, where the letters alone are too many
    public static Drawn draw(Paper paper, Instant made) {
        long least = letters(paper) / (2L * Sheet.LINES * Sheet.CHARACTERS);
        if (least > MOST_PAGES) {
            throw new TooLong(least);
        }
        ONE.lock();
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var structure = new Structure(document);
            var pages = PaperLayout.pages(paper, structure);
            if (pages.size() > MOST_PAGES) {
                throw new TooLong(pages.size());
            }
            var fonts = new PaperFonts(document);
            for (int i = 0; i < pages.size(); i++) {
                page(document, structure, fonts, paper, pages.get(i), i + 1);
            }
            var proof = paper.proof();
            if (proof != null) {
                page(
                        document,
                        structure,
                        fonts,
                        paper,
                        ProofPage.strips(paper, proof, structure),
                        0);
            }
            structure.finish();
            describe(document, paper.title() + " " + paper.number(), paper.mark(), made);
            document.save(out);
            return new Drawn(out.toByteArray(), document.getNumberOfPages(), PaperFonts.DIGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ONE.unlock();
        }
    }

    /// Letters of the text; two may stand where one character stands.
    private static long letters(Paper paper) {
        return paper.blocks().stream()
                .mapToLong(block ->
                        switch (block) {
                            case Paper.To(var text) -> text.length();
                            case Paper.Heading(var text) -> text.length();
                            case Paper.Body(var text) -> text.length();
                            case Paper.Table(var rows) ->
                                    rows.stream()
                                            .flatMap(r -> r.cells().stream())
                                            .mapToLong(String::length)
                                            .sum();
                            default -> 0;
                        })
                .sum();
    }

    /// @param number 0 for the page of proof, which is no page of the paper
    private static void page(
            PDDocument document,
            Structure structure,
            PaperFonts fonts,
            Paper paper,
            List<Strip> strips,
            int number)
            throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var canvas = new Canvas(document, page, fonts, structure)) {
            double top = 0;
            for (int i = 0; i < strips.size(); i++) {
                var strip = strips.get(i);
                strip.drawing().on(canvas, new Strip.Place(top, i == 0, i == strips.size() - 1));
                top += strip.height();
            }
            // 信函格式首页不显示页码 (10.1).
            if (number > (paper.head() == Paper.Head.LETTER ? 1 : 0)) {
                number(canvas, number);
            }
        }
    }

    /// 页码 (7.5): 7 mm below the type area, one letter from the right on odd pages and from the left on even ones.
    private static void number(Canvas canvas, int number) throws IOException {
        var text = "— " + number + " —";
        double width = PaperFonts.width(Face.FIGURES, text) * Sheet.SMALL / 1000;
        double left = number % 2 == 1 ? Sheet.WIDTH - Sheet.SMALL - width : Sheet.SMALL;
        canvas.begin(null);
        canvas.text(
                Face.FIGURES, Sheet.SMALL, Canvas.BLACK, left, Sheet.HEIGHT + Sheet.mm(7), text);
        canvas.end();
    }

    static void describe(PDDocument document, String title, String author, Instant made)
            throws IOException {
        var time = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        time.setTimeInMillis(made.toEpochMilli() / 1000 * 1000);
        time.set(Calendar.MILLISECOND, 0);
        var about = document.getDocumentInformation();
        about.setTitle(title);
        about.setAuthor(author);
        about.setProducer("Guiju");
        about.setCreator("Guiju");
        about.setCreationDate(time);
        about.setModificationDate(time);
        document.setDocumentId(made.toEpochMilli());
        var view = new PDViewerPreferences(new COSDictionary());
        view.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(view);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title, author, made).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        document.getDocumentCatalog().addOutputIntent(intent);
    }

    private static String xmp(String title, String author, Instant made) {
        var time = Instant.ofEpochSecond(made.getEpochSecond()).toString();
        return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
         xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
        <xmp:CreatorTool>Guiju</xmp:CreatorTool><pdf:Producer>Guiju</pdf:Producer>
        <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>\
        """
                .formatted(escaped(title), escaped(author), time, time);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
