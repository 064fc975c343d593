package org.guiju.formats.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// PDF/A-2u (ISO 19005-2), judged by veraPDF: what a paper says of itself in its metadata is true of every kind of paper.
class ArchivalPdfTest {
    private static final Instant MADE = Instant.parse("2026-11-22T01:02:03Z");

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static List<PaperTemplate> kinds() {
        return ShippedPapers.all();
    }

    /// What is not as the standard wants it: clause, test and place.
    private static List<String> faults(byte[] pdf) throws Exception {
        var house = Foundries.defaultInstance();
        try (var file = house.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                var validator = house.createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(file);
            var faults = new ArrayList<String>();
            for (TestAssertion said : result.getTestAssertions()) {
                faults.add(
                        said.getRuleId().getClause()
                                + "-"
                                + said.getRuleId().getTestNumber()
                                + " "
                                + said.getMessage()
                                + " "
                                + said.getLocation().getContext());
            }
            assertThat(result.isCompliant()).isEqualTo(faults.isEmpty());
            return faults;
        }
    }

    @Test
    void aDrawingIsFitForTheArchiveToo() throws Exception {
        var box =
                new java.awt.geom.Path2D.Double(new java.awt.geom.Rectangle2D.Double(9, 9, 99, 40));
        var page =
                new VectorPdf.Page(
                        841,
                        595,
                        ink -> {
                            ink.path(
                                    box,
                                    new java.awt.geom.AffineTransform(),
                                    java.awt.Color.WHITE,
                                    new Ink.Pen(java.awt.Color.BLACK, 1, 3, 2));
                            ink.text("1 受理 ②龘", 12, 30, 9, java.awt.Color.BLACK, true);
                        });
        assertThat(faults(VectorPdf.draw("流程图", "Guiju", "zh-CN", MADE, List.of(page)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfPaperIsFitForTheArchive(PaperTemplate kind) throws Exception {
        var paper = SamplePapers.proved(SamplePapers.of(kind));
        assertThat(faults(PaperPdf.draw(paper, MADE).bytes())).isEmpty();
    }

    @Test
    void soIsOneWithLettersThatNoFontHas() throws Exception {
        var paper =
                new Paper(
                        Paper.Head.FILE,
                        "机关",
                        "机〔2026〕1号",
                        "文书 & <标题>",
                        List.of(
                                new Paper.Body("𠮷😀مرحبا\u202E㐂é"),
                                new Paper.Sign("机关", "2026年11月22日")),
                        "https://qinglan.example/",
                        "机关");
        assertThat(faults(PaperPdf.draw(paper, MADE).bytes())).isEmpty();
    }

    @Test
    void theJudgeSeesAFileThatOnlySaysSo() throws Exception {
        var pdf = PaperPdf.draw(SamplePapers.of(kinds().getFirst()), MADE).bytes();
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var without = text.replace("/OutputIntents", "/OutputIntentz");
        assertThat(without).isNotEqualTo(text);
        assertThat(faults(without.getBytes(StandardCharsets.ISO_8859_1))).isNotEmpty();
    }
}
