package org.guiju.formats.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.chart.ChartFixtures.step;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.StepKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FlowChartSvgTest {
    private static final Set<String> CLASSES =
            Set.of(
                    "n", "end", "ask", "wait", "no", "pub", "bar", "now", "e", "eh", "t1", "t2",
                    "w", "rk", "rt", "a", "b", "c");

    @Test
    void drawingTableAndModelNameTheSameStepsInTheSameOrder() throws Exception {
        var models = new ArrayList<ChartModel>(ShippedCharts.all().values());
        models.addAll(
                List.of(
                        ChartFixtures.licence(),
                        ChartFixtures.twoOrgans(),
                        ChartFixtures.twenty()));
        for (var seed = 0; seed < 15; seed++) {
            models.add(ChartFixtures.random(new Random(seed)));
        }
        for (var model : models) {
            var rows =
                    model.rows().stream()
                            .map(r -> r.number() + r.name().zh())
                            .map(FlowChartSvgTest::bare)
                            .toList();
            assertThat(drawnSteps(svg(model, Lang.ZH, false))).isEqualTo(rows);
            assertThat(tableSteps(FlowChartText.render(model, Lang.ZH))).isEqualTo(rows);
        }
    }

    @Test
    void oneDefinitionGivesTheSameBytesEveryTime() {
        assertThat(svg(ChartFixtures.twenty(), Lang.ZH, true))
                .isEqualTo(svg(ChartFixtures.twenty(), Lang.ZH, true));
        assertThat(svg(ChartFixtures.licence(), Lang.EN, false))
                .isEqualTo(svg(ChartFixtures.licence(), Lang.EN, false));
    }

    /// Bytes that were looked at and approved: a difference here is a decision about how every published chart looks.
    @Test
    void theDrawingThatWasApprovedIsStillTheDrawing() throws Exception {
        for (var lang : Lang.values()) {
            var name = "licence-" + lang.tag() + ".svg";
            try (var in = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
                var approved = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(svg(ChartFixtures.licence(), lang, true)).isEqualTo(approved);
            }
        }
    }

    @Test
    void aFragmentHasClassesOfTheStylesheetAloneAndNoStyle() throws Exception {
        for (var model :
                List.of(
                        ChartFixtures.licence(),
                        ChartFixtures.twoOrgans(),
                        ChartFixtures.twenty())) {
            var svg = svg(model, Lang.ZH, false);
            assertThat(svg).doesNotContain("<style", "style=").startsWith("<svg viewBox=");
            for (var element : elements(parsed(svg))) {
                for (var name : element.getAttribute("class").split(" ")) {
                    assertThat(name.isEmpty() || CLASSES.contains(name)).as(name).isTrue();
                }
            }
        }
    }

    @Test
    void aDrawingHasANameAndAFullSentenceForThoseWhoDoNotSeeIt() throws Exception {
        for (var standalone : List.of(true, false)) {
            var root =
                    parsed(svg(ChartFixtures.licence(), Lang.ZH, standalone)).getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            var named = root.getAttribute("aria-labelledby").split(" ");
            assertThat(text(root, named[0])).contains("互联网上网服务营业场所", "运行流程图");
            assertThat(text(root, named[1]))
                    .startsWith("申请人提交后依次为 1 受理、3 审查、4 现场核查")
                    .contains("准予：同时进入 9 送达、归档、8 网上公示", "办结。");
        }
    }

    @Test
    void twoSituationsOnOnePageHaveDifferentIds() {
        var pattern = Pattern.compile("id=\"([^\"]+)\"");
        var ids = new ArrayList<String>();
        for (var model : ShippedCharts.all().values()) {
            pattern.matcher(svg(model, Lang.ZH, false)).results().forEach(r -> ids.add(r.group(1)));
        }
        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void theCurrentStepsAloneHaveTheThickOutline() {
        var svg =
                FlowChartSvg.render(
                        ChartFixtures.licence(),
                        Lang.ZH,
                        Optional.of(Set.of("publish", "deliver", "gone")),
                        false);
        assertThat(svg.split("\"n now\"|\"n pub now\"", -1)).hasSize(3);
        assertThat(svg(ChartFixtures.licence(), Lang.ZH, false)).doesNotContain(" now\"");
    }

    @Test
    void aFileOfItsOwnHasColoursTitleAndLegend() throws Exception {
        var svg = svg(ChartFixtures.licence(), Lang.EN, true);
        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("<style>", "version 3", "Waits for applicant");
        assertThat(parsed(svg).getDocumentElement().getAttribute("width")).isNotEmpty();
    }

    @Test
    void chineseWordsInAnEnglishChartAreMarkedAsChinese() {
        var model = ChartFixtures.random(new Random(3));
        assertThat(svg(ChartFixtures.licence(), Lang.EN, false)).doesNotContain("lang=\"zh-CN\"");
        assertThat(svg(ChartFixtures.model(chineseOnly()), Lang.EN, false))
                .contains("lang=\"zh-CN\"");
        assertThat(svg(model, Lang.ZH, false)).startsWith("<svg").contains("lang=\"zh-CN\"");
    }

    private static ChartFixtures.Draft chineseOnly() {
        return step("only", StepKind.SERVICE, "送达", "").to("served", "end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><image href=x onerror=alert(1)>",
                "' onload='alert(1)",
                "]]> <!-- & &amp; &#0;",
                "\u0000\u0007\u001B[31m\u202Egnihton\u2066\uFFFE\uD800",
                "مرحبا بالعالم مرحبا بالعالم مرحبا بالعالم",
                "👩‍👩‍👧‍👦🏳️‍🌈🇨🇳👩‍👩‍👧‍👦🏳️‍🌈🇨🇳👩‍👩‍👧‍👦🏳️‍🌈🇨🇳",
                "Z̷̢̛͔̺̲̈́̃a̸l̶g̵o̷Z̷̢̛͔̺̲̈́̃a̸l̶g̵o̷",
                "　　\u00A0\t\n受\n理",
                "|-|\\|"
            })
    void hostileNamesAreShownAsWordsOrNotAtAll(String name) throws Exception {
        for (var words : List.of(name, name.repeat(300 / name.length() + 1))) {
            var hostile =
                    ChartFixtures.model(
                            new org.guiju.kernel.shared.Text("甲" + words, words),
                            step("a\"<b>", StepKind.ACCEPTANCE, "甲" + words, words)
                                    .role(words)
                                    .days(1)
                                    .risk(1)
                                    .to("accepted", "b")
                                    .to("supplement", "b"),
                            step("b", StepKind.SERVICE, "乙" + words, words)
                                    .organ(words)
                                    .to("served", "end"));
            for (var lang : Lang.values()) {
                harmless(svg(hostile, lang, lang == Lang.EN));
                bounded(ChartSearch.layout(hostile, lang));
                assertThat(FlowChartText.render(hostile, lang).codePoints())
                        .noneMatch(c ->
                                c != '\n'
                                        && (Character.isISOControl(c)
                                                || c == 0x202E
                                                || c == 0x2066));
            }
        }
    }

    private static void harmless(String svg) throws Exception {
        for (var element : elements(parsed(svg))) {
            assertThat(element.getTagName())
                    .isIn("svg", "title", "desc", "style", "g", "path", "rect", "circle", "text");
            for (var i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotEqualTo("href");
            }
        }
    }

    private static void bounded(ChartLayout layout) {
        for (var placed : layout.nodes()) {
            var content = placed.content();
            assertThat(content.title()).hasSizeLessThanOrEqualTo(3);
            assertThat(content.notes()).hasSizeLessThanOrEqualTo(4);
            assertThat(content.title())
                    .allMatch(l -> TextFit.width(l, NodeBox.TITLE) <= content.width());
            assertThat(content.notes())
                    .allMatch(l -> TextFit.width(l, NodeBox.NOTE) <= content.width());
            assertThat(content.textHeight()).isLessThan(content.height());
        }
    }

    @Test
    void aNameThatWasCutStandsWholeInTheTooltip() {
        var name = "非常长的环节名称".repeat(20);
        var model = ChartFixtures.model(step("a", StepKind.SERVICE, name, "x").to("served", "end"));
        assertThat(svg(model, Lang.ZH, false))
                .contains("…</text>", "<g><title>" + name + "</title>");
    }

    @Test
    void aFlowWithMoreStepsThanAnybodyReadsIsToldInWordsAlone() {
        assertThat(svg(chain(FlowChartSvg.MAX_STEPS), Lang.ZH, false))
                .contains(">100 环节</text>")
                .doesNotContain("环节过多");
        var longer = chain(FlowChartSvg.MAX_STEPS + 1);
        assertThat(svg(longer, Lang.ZH, false)).contains("环节过多").doesNotContain(">101 环节</text>");
        assertThat(FlowChartText.render(longer, Lang.ZH)).contains("| 101 环节");
    }

    private static ChartModel chain(int steps) {
        var drafts = new ArrayList<ChartFixtures.Draft>();
        for (var i = 0; i < steps; i++) {
            var next = i + 1 < steps ? "s" + (i + 1) : "end";
            drafts.add(step("s" + i, StepKind.FORM_REVIEW, "环节", "Step").to("done", next));
        }
        return ChartFixtures.model(drafts.toArray(ChartFixtures.Draft[]::new));
    }

    @Test
    void theFirstDrawingOfTwentyStepsTakesNoLongerThanAPersonWaits() {
        var before = System.nanoTime();
        svg(ChartFixtures.twenty(), Lang.ZH, false);
        var first = (System.nanoTime() - before) / 1_000_000;
        before = System.nanoTime();
        for (var i = 0; i < 10; i++) {
            svg(ChartFixtures.twenty(), Lang.ZH, false);
        }
        var later = (System.nanoTime() - before) / 10_000_000;
        System.out.println("flow chart of 20 steps: first " + first + " ms, then " + later + " ms");
        assertThat(later).isLessThan(5000);
    }

    private static String svg(ChartModel model, Lang lang, boolean standalone) {
        return FlowChartSvg.render(model, lang, Optional.empty(), standalone);
    }

    /// Number and name of each node that has a number, as the text elements of its group say.
    private static List<String> drawnSteps(String svg) throws Exception {
        var out = new ArrayList<String>();
        for (var group : elements(parsed(svg))) {
            if (!group.getTagName().equals("g")) {
                continue;
            }
            var words = new StringBuilder();
            for (var element : elements(group)) {
                if (element.getAttribute("class").equals("t1")) {
                    words.append(element.getTextContent());
                }
            }
            if (!words.isEmpty() && Character.isDigit(words.charAt(0))) {
                out.add(bare(words.toString()));
            }
        }
        return out;
    }

    private static List<String> tableSteps(String text) {
        return text.lines()
                .filter(l -> l.matches("\\| \\d+ .*"))
                .map(l -> bare(l.split("\\|")[1]))
                .toList();
    }

    private static String bare(String words) {
        return words.replaceAll("\\s", "");
    }

    private static List<Element> elements(Document document) {
        return elements(document.getDocumentElement(), true);
    }

    private static List<Element> elements(Element parent) {
        return elements(parent, false);
    }

    private static List<Element> elements(Element parent, boolean self) {
        var out = new ArrayList<Element>();
        if (self) {
            out.add(parent);
        }
        var all = parent.getElementsByTagName("*");
        for (var i = 0; i < all.getLength(); i++) {
            out.add((Element) all.item(i));
        }
        return out;
    }

    private static String text(Element root, String id) {
        return elements(root).stream()
                .filter(e -> e.getAttribute("id").equals(id))
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow();
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
