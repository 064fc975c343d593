package org.guiju.formats.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ResultPoint;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page behind a paper, printed and scanned.
class ProofPageTest {
    private static final String SIGNS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// As long as the code of a log of 2^(length / 43) entries.
    private static String code(int length) {
        var code = new StringBuilder("https://qinglan.example/v#");
        for (int i = 0; code.length() < length; i++) {
            code.append(SIGNS.charAt((i * 37 + i / 64 * 11) % 64));
        }
        return code.toString();
    }

    private static byte[] drawn(String code) {
        var paper =
                new Paper(
                                Paper.Head.LETTER,
                                "青岚县文化和旅游局",
                                "青文旅受〔2026〕1号",
                                "受理通知书",
                                List.of(new Paper.Sign("青岚县文化和旅游局", "2026年11月22日")),
                                "https://qinglan.example/verify/documents/7f3a0c1e",
                                "青岚县文化和旅游局")
                        .proved(
                                new Paper.Proof(
                                        code,
                                        "https://qinglan.example/verify",
                                        "qinglan.example/log/2026",
                                        31_415,
                                        92_653,
                                        "bGVhZg==",
                                        "cm9vdA==",
                                        List.of("archives，2026-11-22 09:00:00")));
        return PaperPdf.draw(paper, Instant.parse("2026-11-22T01:02:03Z")).bytes();
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 1000, 1400, 2000})
    void aCodeOfAnyLengthIsReadFromA4AtTheResolutionOfAnOfficeScanner(int length)
            throws IOException {
        var pdf = drawn(code(length));
        assertThat(Scanned.code(Scanned.page(pdf, 1, 200))).contains(code(length));
        assertThat(Scanned.code(Scanned.page(pdf, 1, 300))).contains(code(length));
    }

    /// From the middle of one corner mark to the middle of the other there are all squares but seven.
    @Test
    void aSquareOfTheCodeIsWiderThanAThirdOfAMillimetre() throws Exception {
        var code = code(1400);
        var corners = Scanned.corners(Scanned.page(drawn(code), 1, 300));
        double dots = ResultPoint.distance(corners[1], corners[2]);
        double square = dots / (CodeArt.squares(code).getWidth() - 7) / 300 * 25.4;
        assertThat(square).isBetween(0.5, 0.515);
    }

    /// One large code in ten has by chance what a reader takes for a corner mark; the first six of these have under the mask that would be usual.
    @ParameterizedTest
    @ValueSource(ints = {12, 15, 28, 34, 41, 58, 0, 1, 2})
    void whateverTheCodeSaysItIsRead(int seed) throws IOException {
        var proof = new byte[900];
        new java.util.Random(seed).nextBytes(proof);
        var code =
                "https://qinglan.example/v#"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        assertThat(Scanned.code(Scanned.page(drawn(code), 1, 200))).contains(code);
    }

    @Test
    void aCodeThatLostASpotTheSizeOfAPeaIsStillRead() throws IOException {
        var image = Scanned.page(drawn(code(1400)), 1, 300);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        int spot = 300 * 6 / 25;
        pen.fillOval(image.getWidth() / 2, image.getHeight() / 3, spot, spot);
        pen.dispose();
        assertThat(Scanned.code(image)).contains(code(1400));
    }

    @Test
    void thePageSaysInWordsWhatItProvesAndIsNoPageOfThePaper() throws IOException {
        try (var document = Loader.loadPDF(drawn(code(1400)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            var reader = new PDFTextStripper();
            reader.setStartPage(2);
            var text = reader.getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .startsWith("核验页受理通知书　青文旅受〔2026〕1号")
                    .contains("不是文书正文", "第31415条", "92653条", "bGVhZg==", "cm9vdA==")
                    .contains("qinglan.example/log/2026", "archives，2026-11-2209:00:00")
                    .contains("证明什么", "不证明什么", "怎样核验")
                    .doesNotContain("—2—");
        }
    }

    @Test
    void whatNoCodeCanHoldIsToldAndNotCutShort() {
        assertThatThrownBy(() -> drawn(code(3000)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("3000");
    }
}
