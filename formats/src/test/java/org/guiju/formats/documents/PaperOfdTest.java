package org.guiju.formats.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ofdrw.core.basicStructure.pageObj.layer.block.PathObject;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// GB/T 33190—2016: an OFD says what the PDF of the same paper says, in a package that another program reads.
class PaperOfdTest {
    private static final Instant MADE = Instant.parse("2026-11-22T01:02:03Z");
    private static final String NS = "http://www.ofdspec.org/2016";
    @TempDir private Path here;

    static List<PaperTemplate> kinds() {
        return ShippedPapers.all();
    }

    private static Paper any() {
        return SamplePapers.proved(SamplePapers.of(ShippedPapers.all().getFirst()));
    }

    private static Map<String, byte[]> parts(byte[] ofd) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ofd), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static Document xml(Map<String, byte[]> parts, String name) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        assertThat(parts).containsKey(name);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(name)));
    }

    private static List<Element> all(Document document, String name) {
        var nodes = document.getElementsByTagNameNS(NS, name);
        var all = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    /// What the standard says must be there (7.4, 7.5, 7.7, 7.9, 8.5, 11), by the JDK's own parser.
    @Test
    void thePackageHasEveryPartThatTheStandardAsksFor() throws Exception {
        var paper = any();
        var drawn = PaperOfd.draw(paper, MADE);
        var parts = parts(drawn.bytes());
        assertThat(parts.keySet().iterator().next()).isEqualTo("OFD.xml");
        var root = xml(parts, "OFD.xml");
        assertThat(root.getDocumentElement().getNamespaceURI()).isEqualTo(NS);
        assertThat(root.getDocumentElement().getAttribute("Version")).isNotEmpty();
        assertThat(root.getDocumentElement().getAttribute("DocType")).isEqualTo("OFD");
        assertThat(all(root, "DocID").getFirst().getTextContent()).matches("[0-9a-f]{32}");
        assertThat(all(root, "Title").getFirst().getTextContent())
                .isEqualTo(paper.title() + " " + paper.number());
        assertThat(all(root, "CreationDate").getFirst().getTextContent()).isEqualTo("2026-11-22");
        assertThat(all(root, "DocRoot").getFirst().getTextContent())
                .isEqualTo("/Doc_0/Document.xml");
        var document = xml(parts, "Doc_0/Document.xml");
        assertThat(all(document, "PhysicalBox").getFirst().getTextContent())
                .isEqualTo("0 0 210 297");
        var ids = new ArrayList<Long>();
        var pages = all(document, "Page");
        assertThat(pages).hasSize(drawn.pages());
        for (var page : pages) {
            ids.add(Long.valueOf(page.getAttribute("ID")));
            var content = xml(parts, "Doc_0/" + page.getAttribute("BaseLoc"));
            for (var name : List.of("Layer", "TextObject", "PathObject")) {
                all(content, name).forEach(e -> ids.add(Long.valueOf(e.getAttribute("ID"))));
            }
            assertThat(all(content, "TextObject")).isNotEmpty();
        }
        var fonts = all(xml(parts, "Doc_0/PublicRes.xml"), "Font");
        fonts.forEach(f -> ids.add(Long.valueOf(f.getAttribute("ID"))));
        assertThat(ids).doesNotHaveDuplicates();
        long most = Long.parseLong(all(document, "MaxUnitID").getFirst().getTextContent());
        assertThat(ids).allMatch(id -> id <= most).contains(most);
    }

    @Test
    void everyLetterThatIsShownHasItsShapeInTheFontThatTravelsAlong() throws Exception {
        var parts = parts(PaperOfd.draw(any(), MADE).bytes());
        var fonts = new LinkedHashMap<String, org.apache.fontbox.ttf.TrueTypeFont>();
        for (var font : all(xml(parts, "Doc_0/PublicRes.xml"), "Font")) {
            var name = font.getElementsByTagNameNS(NS, "FontFile").item(0).getTextContent();
            var file = Objects.requireNonNull(parts.get("Doc_0/Res/" + name));
            assertThat(file.length).isBetween(200, 1_500_000);
            fonts.put(
                    font.getAttribute("ID"),
                    new TTFParser(true).parse(new RandomAccessReadBuffer(file)));
        }
        assertThat(fonts).hasSize(4);
        int seen = 0;
        for (var name : parts.keySet().stream().filter(n -> n.endsWith("Content.xml")).toList()) {
            for (var text : all(xml(parts, name), "TextObject")) {
                var letters =
                        Objects.requireNonNull(fonts.get(text.getAttribute("Font")))
                                .getUnicodeCmapLookup();
                for (int c : text.getTextContent().codePoints().toArray()) {
                    assertThat(letters.getGlyphId(c)).as(Character.toString(c)).isPositive();
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(300);
    }

    /// Read back by another program: as many pages, on each the same words.
    @ParameterizedTest
    @MethodSource("kinds")
    void anOfdSaysOnEveryPageWhatThePdfSays(PaperTemplate kind) throws Exception {
        same(SamplePapers.of(kind));
    }

    @Test
    void thePageOfProofSaysTheSameToo() throws Exception {
        same(any());
    }

    private void same(Paper paper) throws Exception {
        var pdf = PaperPdf.draw(paper, MADE);
        var ofd = PaperOfd.draw(paper, MADE);
        assertThat(ofd.pages()).isEqualTo(pdf.pages());
        assertThat(ofd.bytes().length).isLessThan(2_000_000);
        var file = Files.write(here.resolve("paper.ofd"), ofd.bytes());
        try (var reader = new OFDReader(file);
                var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(reader.getNumberOfPages()).isEqualTo(pdf.pages());
            var extractor = new ContentExtractor(reader);
            for (int page = 1; page <= pdf.pages(); page++) {
                var words = new PDFTextStripper();
                words.setStartPage(page);
                words.setEndPage(page);
                assertThat(letters(String.join("", extractor.getPageContent(page))))
                        .as("page %s of %s", page, paper.title())
                        .isEqualTo(letters(words.getText(document)));
            }
        }
    }

    /// The codes are squares of the page: the small one leads to where the paper is verified, the large one carries the proof.
    @Test
    void bothCodesAreReadFromThePageAsItIsDrawn() throws Exception {
        for (var head : Paper.Head.values()) {
            var paper =
                    ShippedPapers.all().stream()
                            .filter(k -> k.text().contains("sign:"))
                            .map(SamplePapers::of)
                            .filter(p -> p.head() == head)
                            .findFirst()
                            .map(SamplePapers::proved)
                            .orElseThrow();
            var ofd = PaperOfd.draw(paper, MADE);
            var file = Files.write(here.resolve(head + ".ofd"), ofd.bytes());
            try (var reader = new OFDReader(file)) {
                var codes = new ArrayList<String>();
                for (int page = 1; page <= ofd.pages(); page++) {
                    Scanned.code(seen(reader, page)).ifPresent(codes::add);
                }
                assertThat(codes)
                        .containsExactly(
                                paper.verify(), Objects.requireNonNull(paper.proof()).code());
            }
        }
    }

    /// The letters in order of their code points: programs put together what stands on one line in different order.
    private static String letters(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '　')
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// What is filled in black on a page, at 300 dots to the inch.
    private static BufferedImage seen(OFDReader reader, int page) throws IOException {
        double dots = 300 / 25.4;
        var image = new BufferedImage(2481, 3508, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 2481, 3508);
        graphics.setColor(Color.BLACK);
        graphics.scale(dots, dots);
        for (var block : reader.getPage(page).getContent().getLayers().getFirst().getPageBlocks()) {
            if (block instanceof PathObject path
                    && Boolean.TRUE.equals(path.getFill())
                    && path.getFillColor().getValue().toString().equals("0 0 0")) {
                graphics.fill(outline(path));
            }
        }
        graphics.dispose();
        return image;
    }

    private static java.awt.geom.Path2D outline(PathObject path) {
        var shape = new java.awt.geom.Path2D.Double();
        for (var step : AbbreviatedData.parse(path.getAbbreviatedData())) {
            var v = step.expectValues();
            switch (step.opt) {
                case "M", "S" -> shape.moveTo(v[0], v[1]);
                case "L" -> shape.lineTo(v[0], v[1]);
                case "Q" -> shape.quadTo(v[0], v[1], v[2], v[3]);
                case "B" -> shape.curveTo(v[0], v[1], v[2], v[3], v[4], v[5]);
                default -> shape.closePath();
            }
        }
        return shape;
    }

    @Test
    void theSamePaperGivesTheSameBytesAndAnotherOthers() {
        var paper = any();
        assertThat(PaperOfd.draw(paper, MADE).bytes())
                .isEqualTo(PaperOfd.draw(paper, MADE).bytes());
        assertThat(PaperOfd.draw(paper, MADE).bytes())
                .isNotEqualTo(PaperOfd.draw(paper, MADE.plusSeconds(86_400)).bytes());
    }

    /// Control characters have no place in XML; a letter without a shape is framed, and still found by who searches.
    @Test
    void aLetterThatNoFontHasIsFramedAndCopiedAsItself() throws Exception {
        var hostile = "𠮷😀مرحبا\u202E\u0007㐂<&>";
        var paper =
                new Paper(
                        Paper.Head.LETTER,
                        "机关",
                        "号",
                        "题",
                        List.of(new Paper.Body("前" + hostile + "后")),
                        "",
                        "");
        var parts = parts(PaperOfd.draw(paper, MADE).bytes());
        var content = xml(parts, "Doc_0/Pages/Page_0/Content.xml");
        var said = new StringBuilder();
        for (var text : all(content, "TextObject")) {
            said.append(text.getTextContent());
        }
        assertThat(said).contains("前", "后", "𠮷", "😀", "م", "㐂", "<&>").doesNotContain("\u0007");
        assertThat(
                        all(content, "TextObject").stream()
                                .filter(t -> t.getAttribute("Visible").equals("false")))
                .hasSizeGreaterThan(5);
        assertThat(all(content, "PathObject")).hasSizeGreaterThan(5);
    }

    @Test
    void aPaperOfTooManyPagesIsRefusedAndNotCutShort() {
        var paper =
                new Paper(
                        Paper.Head.LETTER,
                        "机关",
                        "号",
                        "题",
                        List.of(new Paper.Body("规".repeat(10_000_000))),
                        "",
                        "");
        assertThatThrownBy(() -> PaperOfd.draw(paper, MADE)).isInstanceOf(PaperPdf.TooLong.class);
    }
}
