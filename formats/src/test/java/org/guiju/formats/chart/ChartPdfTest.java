package org.guiju.formats.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskScheme;
import org.junit.jupiter.api.Test;

class ChartPdfTest {
    private static final String DIGEST = "bX8w-digest";
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private static RiskChart risk(Random random) {
        var power = ChartFixtures.randomPower(random);
        return RiskChart.of(
                power,
                power.situations().getFirst(),
                ChartNames.PLAIN,
                ControlWords.SHIPPED,
                RiskScheme.LETTERS);
    }

    private static String words(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s", "");
    }

    @Test
    void everyStepTitleVersionDigestAndNumberOfThePageStandInTheFile() throws IOException {
        for (var entry : ShippedCharts.all().entrySet()) {
            var bytes = ChartPdf.flow(entry.getValue(), Lang.ZH, DIGEST, DAY);
            try (var document = Loader.loadPDF(bytes)) {
                var all = new StringBuilder();
                for (var n = 1; n <= document.getNumberOfPages(); n++) {
                    var page = words(document, n);
                    assertThat(page)
                            .as(entry.getKey())
                            .contains(
                                    DIGEST,
                                    entry.getValue().code().value(),
                                    "第" + n + "页，共" + document.getNumberOfPages() + "页");
                    all.append(page);
                    assertThat(document.getPage(n - 1).getResources().getXObjectNames())
                            .as("no picture")
                            .isEmpty();
                }
                for (var row : entry.getValue().rows()) {
                    assertThat(all.toString())
                            .as(entry.getKey())
                            .contains((row.number() + row.name().zh()).replaceAll("\\s", ""));
                }
                assertThat(document.getDocumentInformation().getTitle()).contains("运行流程图");
            }
        }
    }

    @Test
    void noLetterIsSmallerThanThePromisedSizeAndTheSheetIsTheSmallestThatHoldsTheChart() {
        for (var seed = 0; seed < 40; seed++) {
            var chart = risk(new Random(seed));
            for (var sheet :
                    List.of(
                            RiskChartSvg.sheet(chart, Lang.EN),
                            FlowChartSvg.sheet(
                                    ChartFixtures.random(new Random(seed)), Lang.ZH, Set.of()))) {
                var plan = ChartPdf.plan(sheet);
                assertThat(plan.smallest())
                        .as("seed " + seed)
                        .isGreaterThanOrEqualTo(ChartPdf.LEAST);
                assertThat(plan.cuts().getFirst()).isZero();
                assertThat(plan.cuts().getLast()).isEqualTo(sheet.height());
                assertThat(plan.cuts()).isSorted().doesNotHaveDuplicates();
                for (var cut : plan.cuts().subList(1, plan.cuts().size())) {
                    assertThat(sheet.cuts()).as("seed " + seed).contains(cut);
                }
                if (plan.pages() > 1) {
                    assertThat(plan.format().name()).isEqualTo("A3");
                }
            }
        }
        var small =
                Objects.requireNonNull(ShippedCharts.all().get("road-penalty.yaml on-the-spot"));
        assertThat(ChartPdf.plan(FlowChartSvg.sheet(small, Lang.ZH, Set.of())).format().name())
                .isEqualTo("A4");
    }

    @Test
    void whatIsCutHasOneLetterOnBothPagesAndNoRowIsTorn() throws IOException {
        var power = Objects.requireNonNull(ShippedCharts.powers().get("road-penalty.yaml"));
        var chart =
                RiskChart.of(
                        power,
                        power.situations().getFirst(),
                        ChartNames.PLAIN,
                        ControlWords.SHIPPED,
                        RiskScheme.LETTERS);
        var bytes = ChartPdf.risk(chart, Lang.ZH, DIGEST, DAY);
        assertThat(ChartPdf.risk(chart, Lang.ZH, DIGEST, DAY)).isEqualTo(bytes);
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            var pages = List.of(lines(document, 1), lines(document, 2));
            var letters = new HashMap<String, Integer>();
            for (var page : pages) {
                page.stream()
                        .flatMap(l -> Pattern.compile("\\b[a-z]\\b").matcher(l).results())
                        .map(m -> m.group())
                        .distinct()
                        .forEach(l -> letters.merge(l, 1, Integer::sum));
            }
            assertThat(letters).isNotEmpty().allSatisfy((l, n) -> assertThat(n).as(l).isEqualTo(2));
            for (var line : chart.lines()) {
                var name = (line.number() + line.node().title().zh()).replaceAll("\\s", "");
                var first = words(document, 1).contains(name);
                assertThat(first ^ words(document, 2).contains(name)).as(name).isTrue();
            }
            assertThat(words(document, 1)).contains("风险点：等级与表现");
            assertThat(words(document, 2)).contains("风险点：等级与表现");
        }
    }

    private static List<String> lines(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).lines().toList();
    }

    @Test
    void theArtOfThePrintIsThatOfTheDrawing() {
        for (var seed = 0; seed < 10; seed++) {
            ChartModel model = ChartFixtures.random(new Random(seed));
            var sheet = FlowChartSvg.sheet(model, Lang.ZH, Set.of());
            var art = ChartArt.of(sheet.body(), sheet.style());
            // a cut passes exactly the upright lines that the drawing has there
            for (var cut : sheet.cuts().subList(0, sheet.cuts().size() - 1)) {
                var layout = ChartSearch.layout(model, Lang.ZH);
                var expected = new java.util.TreeSet<Integer>();
                for (var line : layout.lines()) {
                    for (var i = 1; i < line.points().size(); i++) {
                        var a = line.points().get(i - 1);
                        var b = line.points().get(i);
                        if (a.x() == b.x()
                                && Math.min(a.y(), b.y()) < cut
                                && cut < Math.max(a.y(), b.y()) - 8) {
                            expected.add(a.x());
                        }
                    }
                }
                assertThat(art.uprightAt(cut)).as("seed " + seed).containsAll(expected);
                break;
            }
        }
    }
}
