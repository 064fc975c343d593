package org.guiju.formats.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class PaperSealTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final char[] PASSWORD = "测试口令".toCharArray();
    private static final SealKey KEY =
            SealKey.read(SealKey.made("青岚县文化和旅游局行政审批专用章", AT, PASSWORD), PASSWORD);

    private static byte[] paper() {
        return PaperPdf.draw(
                        new Paper(
                                Paper.Head.FILE,
                                "青岚县文化和旅游局",
                                "青文广旅许〔2026〕1号",
                                "准予行政许可决定书",
                                List.of(new Paper.Body("经审查，决定准予许可。")),
                                "",
                                ""),
                        AT)
                .bytes();
    }

    private static byte[] sealed() {
        return PaperSeal.seal(paper(), KEY, AT, "青岚县文化和旅游局", "准予行政许可决定书");
    }

    @Test
    void aSealedPaperIsWholeAndSaysWhoSealedItAndWhenAndIsStillThatPaper() throws IOException {
        var paper = paper();
        var sealed = sealed();
        assertThat(sealed).startsWith(paper);
        assertThat(PaperSeal.check(sealed))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.holds()).as("%s", c).isTrue();
                    assertThat(c.at()).isEqualTo(AT);
                    assertThat(c.ownMade()).isTrue();
                    assertThat(c.certificate().getSubjectX500Principal().getName())
                            .contains("青岚县文化和旅游局行政审批专用章");
                });
        try (var document = Loader.loadPDF(sealed)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getSignatureDictionaries().getFirst().getName())
                    .isEqualTo("青岚县文化和旅游局");
        }
        assertThat(PaperSeal.check(paper)).isEmpty();
    }

    @Test
    void onlyASealThatSomebodyElseVouchesForIsDrawnWithoutTheMarkOfASample() throws IOException {
        var paper =
                new Paper(
                        Paper.Head.FILE,
                        "青岚县文化和旅游局",
                        "1号",
                        "决定书",
                        List.of(new Paper.Sign("青岚县文化和旅游局", "2026年11月23日")),
                        "",
                        "青岚县文化和旅游局");
        assertThat(text(PaperPdf.draw(paper, AT).bytes())).contains("样张无效");
        assertThat(text(PaperPdf.draw(paper.genuinely(), AT).bytes())).doesNotContain("样张无效");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(document);
        }
    }

    @Test
    void aTurnedBitAnywhereInWhatWasSignedIsFound() throws IOException {
        var sealed = sealed();
        var range = range(sealed);
        for (int at : new int[] {9, range[1] / 2, range[1] - 2, range[2] + 1, sealed.length - 8}) {
            var turned = sealed.clone();
            turned[at] ^= 1;
            assertThat(holds(turned)).as("byte " + at + " of " + sealed.length).isFalse();
        }
        assertThat(holds(sealed)).isTrue();
    }

    @Test
    void whatIsAddedBehindTheSealIsFound() throws IOException {
        var more = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(sealed())) {
            var about = document.getDocumentInformation();
            about.setTitle("不予行政许可决定书");
            about.getCOSObject().setNeedToBeUpdated(true);
            document.getDocument().getTrailer().setNeedToBeUpdated(true);
            document.saveIncremental(more);
        }
        assertThat(PaperSeal.check(more.toByteArray()))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.intact()).isTrue();
                    assertThat(c.whole()).isFalse();
                    assertThat(c.holds()).isFalse();
                });
    }

    @Test
    void aCertificateCountsFromItsFirstDayToItsLastAlone() throws IOException {
        var certificate = KEY.certificate();
        var first = certificate.getNotBefore().toInstant();
        var last = certificate.getNotAfter().toInstant();
        for (var at : List.of(first, last)) {
            assertThat(PaperSeal.check(PaperSeal.seal(paper(), KEY, at, "o", "r")))
                    .singleElement()
                    .matches(PaperSeal.Checked::holds, at.toString());
        }
        for (var at : List.of(first.minusSeconds(1), last.plusSeconds(1))) {
            assertThat(PaperSeal.check(PaperSeal.seal(paper(), KEY, at, "o", "r")))
                    .singleElement()
                    .matches(c -> c.intact() && !c.inForce() && !c.holds(), at.toString());
        }
    }

    @Test
    void aKeyOfACertificationServiceSignsAsWellAndIsNotTakenForOwnMade() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        var pair = generator.generateKeyPair();
        var issuer = new X500Name("CN=测试电子认证服务机构");
        var certificate =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                issuer,
                                                java.math.BigInteger.TEN,
                                                Date.from(AT.minus(Duration.ofDays(1))),
                                                Date.from(AT.plus(Duration.ofDays(365))),
                                                new X500Name("CN=青岚县城市管理局"),
                                                pair.getPublic())
                                        .build(
                                                new JcaContentSignerBuilder("SHA256withRSA")
                                                        .build(pair.getPrivate())));
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("k", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        var file = new ByteArrayOutputStream();
        store.store(file, PASSWORD);
        var key = SealKey.read(file.toByteArray(), PASSWORD);
        assertThat(key.ownMade()).isFalse();
        assertThat(PaperSeal.check(PaperSeal.seal(paper(), key, AT, "o", "r")))
                .singleElement()
                .matches(c -> c.holds() && !c.ownMade());
    }

    @Test
    void aFileThatIsNoKeyIsRefusedWithWhy() {
        var made = SealKey.made("章", AT, PASSWORD);
        assertThatThrownBy(() -> SealKey.read(made, "别的口令".toCharArray()))
                .isInstanceOf(SealKey.Unusable.class)
                .hasMessageContaining("password");
        assertThatThrownBy(() -> SealKey.read("印章".getBytes(StandardCharsets.UTF_8), PASSWORD))
                .isInstanceOf(SealKey.Unusable.class);
    }

    private static boolean holds(byte[] pdf) {
        try {
            var checked = PaperSeal.check(pdf);
            return !checked.isEmpty() && checked.stream().allMatch(PaperSeal.Checked::holds);
        } catch (IOException e) {
            return false;
        }
    }

    private static int[] range(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().getFirst().getByteRange();
        }
    }
}
