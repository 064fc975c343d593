package org.guiju.formats.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What stands on a paper is read back from its bytes.
class PaperPdfTest {
    private static final Instant MADE = Instant.parse("2026-11-22T01:02:03Z");
    private static final String VERIFY =
            "https://qinglan.example/verify/documents/7f3a0c1e-5a52-4f0e-9d68-0a4a0d1c2b3e";

    private static Paper paper(Paper.Head head, Paper.Block... blocks) {
        return new Paper(
                head,
                "青岚县文化和旅游局",
                "青文旅许〔2026〕1号",
                "准予行政许可决定书",
                List.of(blocks),
                VERIFY,
                "青岚县文化和旅游局");
    }

    private static String read(Paper paper, int page) throws IOException {
        try (var document = Loader.loadPDF(PaperPdf.draw(paper, MADE).bytes())) {
            var reader = new PDFTextStripper();
            reader.setStartPage(page);
            reader.setEndPage(page);
            return reader.getText(document);
        }
    }

    /// Text without what only places it.
    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void everythingThatWasWrittenCanBeReadBack() throws IOException {
        var body = "经现场核查，营业面积186.5平方米，距第二小学校园（直线）212米；符合《条例》第九条“200米”的规定。文一二人大小行米立月日不予工用";
        var paper =
                paper(
                        Paper.Head.LETTER,
                        new Paper.To("张伟："),
                        new Paper.Heading("一、决定内容"),
                        new Paper.Body(body),
                        new Paper.Sign("青岚县文化和旅游局", "2026年11月22日"));
        assertThat(bare(read(paper, 1)))
                .contains("青岚县文化和旅游局青文旅许〔2026〕1号准予行政许可决定书张伟：一、决定内容" + body + "青岚县文化和旅游局2026年11月22日")
                .contains("样张无效");
    }

    @Test
    void aPageHolds22LinesOf28Characters() throws IOException {
        var line = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未";
        // The head of a record with one line of mark and of title takes a part of the first page;
        // the second is full.
        var paper = paper(Paper.Head.RECORD, new Paper.To(line.repeat(100)));
        var lines = read(paper, 2).lines().filter(l -> !l.isBlank()).toList();
        assertThat(lines).hasSize(23).endsWith("— 2 —");
        assertThat(lines.subList(0, 22)).allMatch(line::equals);
    }

    @Test
    void oneLineMoreThanAPageMakesAnotherPage() {
        var head = paper(Paper.Head.RECORD);
        int room = 1;
        while (pages(head, room) == 1) {
            room++;
        }
        assertThat(pages(head, room - 1 + 22)).isEqualTo(2);
        assertThat(pages(head, room + 22)).isEqualTo(3);
    }

    private static int pages(Paper head, int lines) {
        var blocks = new ArrayList<Paper.Block>();
        for (int i = 0; i < lines; i++) {
            blocks.add(new Paper.To("行"));
        }
        return PaperPdf.draw(
                        new Paper(
                                head.head(),
                                head.mark(),
                                head.number(),
                                head.title(),
                                blocks,
                                "",
                                ""),
                        MADE)
                .pages();
    }

    @Test
    void theSignatureNeverStandsAloneOnAPage() throws IOException {
        for (int lines = 1; lines < 30; lines++) {
            var blocks = new ArrayList<Paper.Block>();
            for (int i = 1; i <= lines; i++) {
                blocks.add(new Paper.To("第" + i + "行"));
            }
            blocks.add(new Paper.Sign("落款机关", "2026年11月22日"));
            var paper = paper(Paper.Head.FILE, blocks.toArray(Paper.Block[]::new));
            int last = PaperPdf.draw(paper, MADE).pages();
            assertThat(read(paper, last)).contains("落款机关", "第" + lines + "行");
        }
    }

    /// A seal that finds no room has it made by closer lines (GB/T 9704, 7.3.5.5); too close they never are.
    @Test
    void aFewLinesMoreThanAPageHoldsAreSetCloserSoThatTheSealNeedsNoPageOfItsOwn()
            throws IOException {
        // 22 lines, of which the head takes 4.7 and the seal 4.6.
        assertThat(distance(signed(12))).isCloseTo(29.0f, within(0.1f));
        assertThat(distance(signed(13))).isBetween(27.0f, 28.5f);
        assertThat(distance(signed(14))).isBetween(25.0f, 27.0f);
        for (int lines = 8; lines <= 14; lines++) {
            assertThat(PaperPdf.draw(signed(lines), MADE).pages()).as("%s lines", lines).isOne();
        }
        assertThat(PaperPdf.draw(signed(15), MADE).pages()).isEqualTo(2);
        assertThat(distance(signed(15))).isCloseTo(29.0f, within(0.1f));
    }

    private static Paper signed(int lines) {
        var blocks = new ArrayList<Paper.Block>();
        for (int i = 1; i <= lines; i++) {
            blocks.add(new Paper.To("第" + i + "行"));
        }
        blocks.add(new Paper.Sign("落款机关", "2026年11月22日"));
        return paper(Paper.Head.RECORD, blocks.toArray(Paper.Block[]::new));
    }

    /// From one line to the next, in points.
    private static float distance(Paper paper) throws IOException {
        var heights = new ArrayList<Float>();
        try (var document = Loader.loadPDF(PaperPdf.draw(paper, MADE).bytes())) {
            new PDFTextStripper() {
                @Override
                protected void writeString(
                        String text, List<org.apache.pdfbox.text.TextPosition> places) {
                    if (text.startsWith("第") && text.endsWith("行")) {
                        heights.add(places.getFirst().getYDirAdj());
                    }
                }
            }.getText(document);
        }
        return heights.get(2) - heights.get(1);
    }

    /// 版记: on the last page of the text, its last rule on the lower edge of the type area (GB/T 9704, 7.4).
    @Test
    void theImprintStandsAtTheFootOfThePageOfTheSignatureHoweverLongTheTextIs() throws IOException {
        for (int lines = 1; lines < 26; lines += 2) {
            var blocks = new ArrayList<Paper.Block>();
            for (int i = 1; i <= lines; i++) {
                blocks.add(new Paper.To("第" + i + "行"));
            }
            blocks.add(new Paper.Sign("落款机关", "2026年11月22日"));
            blocks.add(new Paper.Imprint("抄送：县人民检察院。", "印发机关", "2026年11月23日"));
            var paper = paper(Paper.Head.FILE, blocks.toArray(Paper.Block[]::new));
            var drawn = PaperPdf.draw(paper, MADE);
            var read = read(paper, drawn.pages()).lines().filter(l -> !l.isBlank()).toList();
            assertThat(String.join("\n", read)).contains("第" + lines + "行", "落款机关");
            assertThat(bare(read.getLast())).isEqualTo("—" + drawn.pages() + "—");
            assertThat(bare(read.get(read.size() - 2))).isEqualTo("印发机关2026年11月23日印发");
            assertThat(bare(read.get(read.size() - 3))).isEqualTo("抄送：县人民检察院。");
            var image = Scanned.page(drawn.bytes(), drawn.pages() - 1, 100);
            assertThat(darkAt(image, 262.0)).as("%s lines", lines).isTrue();
            assertThat(darkAt(image, 265.0)).as("%s lines", lines).isFalse();
        }
    }

    /// Whether a rule crosses the middle of the page within half a millimetre of the height.
    private static boolean darkAt(java.awt.image.BufferedImage page, double millimetres) {
        int x = page.getWidth() / 2;
        for (int y = (int) ((millimetres - 0.5) / 25.4 * 100);
                y <= (millimetres + 0.5) / 25.4 * 100;
                y++) {
            if ((page.getRGB(x, y) & 0xff) < 0x90) {
                return true;
            }
        }
        return false;
    }

    @Test
    void allFontsAreInsideAndTellTheirLetters() throws IOException {
        var paper = paper(Paper.Head.FILE, new Paper.Heading("标题"), new Paper.Body("正文Aa1"));
        try (var document = Loader.loadPDF(PaperPdf.draw(paper, MADE).bytes())) {
            var fonts = new ArrayList<PDFont>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts)
                    .hasSize(4)
                    .allMatch(PDFont::isEmbedded)
                    .allMatch(f -> f instanceof PDType0Font)
                    .allMatch(f -> f.getName().matches("[A-Z]{6}\\+.*"))
                    .allMatch(f -> f.getCOSObject().containsKey("ToUnicode"));
        }
    }

    @Test
    void thePaperTellsItsLanguageTitleAndStructure() throws IOException {
        try (var document =
                Loader.loadPDF(
                        PaperPdf.draw(paper(Paper.Head.LETTER, new Paper.Body("正文")), MADE)
                                .bytes())) {
            var catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getLanguage()).isEqualTo("zh-CN");
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getStructureTreeRoot().getKids()).hasSize(1);
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("准予行政许可决定书 青文旅许〔2026〕1号");
            assertThat(catalogue.getOutputIntents()).hasSize(1);
        }
    }

    @Test
    void theSamePaperGivesTheSameBytes() {
        var paper = paper(Paper.Head.FILE, new Paper.Body("正文"));
        assertThat(PaperPdf.draw(paper, MADE).bytes())
                .isEqualTo(PaperPdf.draw(paper, MADE).bytes());
    }

    @Test
    void theCodeLeadsToThePlaceWhereThePaperIsVerified() throws Exception {
        var paper = paper(Paper.Head.FILE, new Paper.Sign("机关", "2026年11月22日"));
        try (var document = Loader.loadPDF(PaperPdf.draw(paper, MADE).bytes())) {
            var image =
                    new org.apache.pdfbox.rendering.PDFRenderer(document)
                            .renderImageWithDPI(0, 150);
            var code =
                    new QRCodeReader()
                            .decode(
                                    new BinaryBitmap(
                                            new HybridBinarizer(
                                                    new RGBLuminanceSource(
                                                            image.getWidth(),
                                                            image.getHeight(),
                                                            image.getRGB(
                                                                    0,
                                                                    0,
                                                                    image.getWidth(),
                                                                    image.getHeight(),
                                                                    null,
                                                                    0,
                                                                    image.getWidth())))));
            assertThat(code.getText()).isEqualTo(VERIFY);
        }
    }

    @Test
    void aLetterThatNoFontHasIsFramedAndCopiedAsItself() throws IOException {
        var hostile = "𠮷😀مرحبا\u202E\u0007㐂";
        var read = bare(read(paper(Paper.Head.LETTER, new Paper.Body("前" + hostile + "后")), 1));
        assertThat(read).contains("前", "后");
        bare(hostile)
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .forEach(c -> assertThat(read).contains(Character.toString(c)));
    }

    @Test
    void aLongCellRunsOverPages() throws IOException {
        var text = "核查情况".repeat(1250);
        var paper =
                paper(
                        Paper.Head.RECORD,
                        new Paper.Table(List.of(new Paper.Row(List.of("情况", text), 1))));
        var all = new StringBuilder();
        for (int page = 1; page <= PaperPdf.draw(paper, MADE).pages(); page++) {
            all.append(read(paper, page));
        }
        assertThat(all.chars().filter(c -> c == '核')).hasSize(1250);
        assertThat(all.chars().filter(c -> c == '况')).hasSize(1251);
        assertThat(PaperPdf.draw(paper, MADE).pages()).isGreaterThan(5);
    }

    @Test
    void aPaperOfTooManyPagesIsRefusedAndNotCutShort() {
        var lines =
                paper(Paper.Head.LETTER, new Paper.Body("规\n".repeat(22 * PaperPdf.MOST_PAGES)));
        assertThatThrownBy(() -> PaperPdf.draw(lines, MADE)).isInstanceOf(PaperPdf.TooLong.class);
        var paper = paper(Paper.Head.LETTER, new Paper.Body("规".repeat(10_000_000)));
        assertThatThrownBy(() -> PaperPdf.draw(paper, MADE)).isInstanceOf(PaperPdf.TooLong.class);
    }
}
