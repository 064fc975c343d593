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
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

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
        ONE.lock();
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var structure = new Structure(document);
            var fonts = new PaperFonts(document);
            for (var page : PaperPages.of(paper, structure)) {
                var sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (var canvas = new PdfCanvas(document, sheet, fonts, structure)) {
                    page.draw(canvas);
                }
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

    /// Several files as one, their pages one behind another; a single one stays as it is.
    public static byte[] joined(List<byte[]> papers) {
        if (papers.size() == 1) {
            return papers.getFirst();
        }
        ONE.lock();
        try (var out = new ByteArrayOutputStream()) {
            var merger = new PDFMergerUtility();
            papers.forEach(p -> merger.addSource(new RandomAccessReadBuffer(p)));
            merger.setDestinationStream(out);
            merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ONE.unlock();
        }
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
