package org.guiju.formats.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.guiju.formats.documents.PaperFonts.Face;
import org.jspecify.annotations.Nullable;

/// 手册成 PDF: laid out page by page, so that the contents name the page on which each part begins; the same booklet gives the same bytes. Pages are numbered from the first chapter on.
public final class BookletPdf {
    /// Pages that a booklet may have.
    public static final int MOST_PAGES = 3000;

    static final double BODY = 12;
    static final double LINE = 21;
    private static final double HEAD_SIZE = 9;

    /// The shared fonts are read by one booklet at a time.
    private static final ReentrantLock ONE = new ReentrantLock();

    private final Booklet book;
    private final PDDocument document = new PDDocument();
    private final Structure structure = new Structure(document);
    private final PaperFonts fonts = new PaperFonts(document);
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Entry> contents = new ArrayList<>();

    private BookletPdf(Booklet book) {
        this.book = book;
    }

    /// 目录条目.
    private record Entry(String title, int level, int page) {}

    /// 页: strips, or a page that comes from another document.
    private record Leaf(List<Strip> strips, @Nullable PDPage foreign) {}

    /// 成册.
    ///
    /// @param pages of the whole, cover and contents included
    public record Bound(byte[] bytes, int pages) {}

    /// @param made time that the file states as its making
    /// @throws PaperPdf.TooLong when it has more pages than a booklet may have
    public static Bound draw(Booklet book, Instant made) {
        ONE.lock();
        try {
            return new BookletPdf(book).bound(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ONE.unlock();
        }
    }

    private Bound bound(Instant made) throws IOException {
        var opened = new ArrayList<PDDocument>();
        try (document;
                var out = new ByteArrayOutputStream()) {
            for (var part : book.parts()) {
                part(part, opened);
            }
            if (leaves.size() > MOST_PAGES) {
                throw new PaperPdf.TooLong(leaves.size());
            }
            page(BookletStrips.cover(book, structure), 0);
            for (var strips : fill(contentsStrips())) {
                page(strips, 0);
            }
            int before = document.getNumberOfPages();
            for (int i = 0; i < leaves.size(); i++) {
                leaf(leaves.get(i), i + 1);
            }
            outline(before);
            structure.finish();
            describe(made);
            document.save(out);
            return new Bound(out.toByteArray(), document.getNumberOfPages());
        } finally {
            for (var other : opened) {
                other.close();
            }
        }
    }

    private void part(Booklet.Part part, List<PDDocument> opened) throws IOException {
        if ((part.level() == 1 || part.newPage()) && !last().strips().isEmpty()) {
            leaves.add(new Leaf(new ArrayList<>(), null));
        }
        var title = BookletStrips.title(part, structure);
        put(title);
        contents.add(new Entry(part.title(), part.level(), leaves.size()));
        for (var block : part.blocks()) {
            switch (block) {
                case Booklet.Block.Text(var text) -> put(BookletStrips.text(text, structure));
                case Booklet.Block.Caption(var text) -> put(BookletStrips.caption(text, structure));
                case Booklet.Block.Table table -> table(table);
                case Booklet.Block.Pages(var pdf) -> {
                    var other = Loader.loadPDF(pdf);
                    opened.add(other);
                    for (var page : other.getPages()) {
                        leaves.add(new Leaf(List.of(), page));
                    }
                }
            }
        }
    }

    private void table(Booklet.Block.Table table) {
        var head = BookletStrips.row(table.shares(), table.headings(), true, structure);
        put(head);
        for (var row : table.rows()) {
            for (var strip : BookletStrips.row(table.shares(), row, false, structure)) {
                if (room() < strip.height()) {
                    leaves.add(new Leaf(new ArrayList<>(), null));
                    put(BookletStrips.row(table.shares(), table.headings(), true, structure));
                }
                put(List.of(strip));
            }
        }
        put(List.of(BookletStrips.blank(LINE / 2)));
    }

    /// Strips that stand together begin a page together.
    private void put(List<Strip> strips) {
        for (int i = 0; i < strips.size(); i++) {
            double needed = 0;
            for (int j = i; j < strips.size(); j++) {
                needed += strips.get(j).height();
                if (!strips.get(j).keep()) {
                    break;
                }
            }
            if (room() < needed && !last().strips().isEmpty()) {
                leaves.add(new Leaf(new ArrayList<>(), null));
            }
            last().strips().add(strips.get(i));
        }
    }

    private Leaf last() {
        if (leaves.isEmpty() || leaves.getLast().foreign() != null) {
            leaves.add(new Leaf(new ArrayList<>(), null));
        }
        return leaves.getLast();
    }

    private double room() {
        return Sheet.HEIGHT - last().strips().stream().mapToDouble(Strip::height).sum();
    }

    private List<Strip> contentsStrips() {
        var strips = new ArrayList<Strip>();
        strips.addAll(BookletStrips.title(new Booklet.Part("目　录", 1, true, List.of()), structure));
        for (var entry : contents) {
            strips.add(BookletStrips.entry(entry.title(), entry.level(), entry.page(), structure));
        }
        return strips;
    }

    private static List<List<Strip>> fill(List<Strip> strips) {
        var pages = new ArrayList<List<Strip>>();
        double used = Sheet.HEIGHT + 1;
        for (var strip : strips) {
            if (used + strip.height() > Sheet.HEIGHT) {
                pages.add(new ArrayList<>());
                used = 0;
            }
            pages.getLast().add(strip);
            used += strip.height();
        }
        return pages;
    }

    private void leaf(Leaf leaf, int number) throws IOException {
        if (leaf.foreign() == null) {
            page(leaf.strips(), number);
        } else {
            document.importPage(leaf.foreign());
        }
    }

    /// @param number 0 for a page that has none
    private void page(List<Strip> strips, int number) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var canvas = new PdfCanvas(document, page, fonts, structure)) {
            double top = 0;
            for (int i = 0; i < strips.size(); i++) {
                var strip = strips.get(i);
                strip.drawing().on(canvas, new Strip.Place(top, i == 0, i == strips.size() - 1));
                top += strip.height();
            }
            if (number > 0) {
                furniture(canvas, number);
            }
        }
    }

    /// The running head and the number of the page.
    private void furniture(Canvas canvas, int number) throws IOException {
        canvas.begin(null);
        var head = book.unit() + "　" + book.title() + "　" + book.edition();
        canvas.text(Face.TEXT, HEAD_SIZE, Canvas.BLACK, 0, -Sheet.mm(10), head);
        canvas.rule(Canvas.BLACK, 0.4, 0, -Sheet.mm(5), Sheet.WIDTH, -Sheet.mm(5));
        var text = "— " + number + " —";
        double width = PaperFonts.width(Face.FIGURES, text) * BODY / 1000;
        canvas.text(
                Face.FIGURES,
                BODY,
                Canvas.BLACK,
                (Sheet.WIDTH - width) / 2,
                Sheet.HEIGHT + Sheet.mm(7),
                text);
        canvas.end();
    }

    /// Bookmarks, so that a reader on a screen jumps as the contents say.
    private void outline(int before) {
        var outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        PDOutlineItem chapter = null;
        for (var entry : contents) {
            var item = new PDOutlineItem();
            item.setTitle(entry.title());
            var to = new PDPageFitDestination();
            to.setPage(document.getPage(before + entry.page() - 1));
            item.setDestination(to);
            if (entry.level() == 1 || chapter == null) {
                outline.addLast(item);
                chapter = item;
            } else {
                chapter.addLast(item);
            }
        }
    }

    private void describe(Instant made) {
        var time = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        time.setTimeInMillis(made.toEpochMilli());
        time.set(Calendar.MILLISECOND, 0);
        var about = document.getDocumentInformation();
        about.setTitle(book.unit() + " " + book.title() + " " + book.edition());
        about.setAuthor(book.unit());
        about.setCreator("Guiju");
        about.setProducer("Guiju");
        about.setCreationDate(time);
        about.setModificationDate(time);
        document.setDocumentId(made.toEpochMilli());
    }
}
