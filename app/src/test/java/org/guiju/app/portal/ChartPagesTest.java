package org.guiju.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.regex.Pattern;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.chart.ControlWords;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two charts of a power as anybody sees them.
@RunningGuiju
class ChartPagesTest {
    private static final String POWER = "/powers/330899-WL-XK-0012";

    @LocalServerPort int port;

    @Autowired OfficialClock clock;

    @Test
    @Requirement(
            value = "A62",
            level = Level.PAGE,
            fault = "a power without any risk point counted as having both charts")
    void thePowerPageLinksBothChartsAndTheFigureCountsPowersWithBoth() throws Exception {
        var browser = new Browser(port);
        var before = figure(browser);
        Publishing.publish(port, text("330899-WL-XK-9201", false));
        Publishing.publish(port, text("330899-WL-XK-9202", true));
        var after = figure(browser);
        assertThat(after.path("all").asInt() - before.path("all").asInt()).isEqualTo(2);
        assertThat(after.path("effective").asInt() - before.path("effective").asInt()).isOne();
        assertThat(browser.get("/powers").body().replaceAll("<[^>]+>|,", ""))
                .contains("其中 " + after.path("effective").asInt() + " 项运行流程图和风险防控图齐全");

        var page = browser.get("/powers/330899-WL-XK-9202").body();
        assertThat(page)
                .contains("/powers/330899-WL-XK-9202/flow.svg?")
                .contains("href=\"/powers/330899-WL-XK-9202/risk?");
        assertThat(browser.get("/powers/330899-WL-XK-9201").body()).doesNotContain("9201/risk");
        for (var chart : List.of("/flow.svg", "/risk.svg")) {
            var drawn = browser.get("/powers/330899-WL-XK-9202" + chart);
            assertThat(drawn.statusCode()).isEqualTo(200);
            assertThat(drawn.body()).startsWith("<svg xmlns=").contains("1 受理");
        }
    }

    @Test
    void everyStepIsALabelledNodeOnOnePageWithLegendAndInWords() throws Exception {
        var browser = new Browser(port);
        for (var address : List.of(POWER, POWER + "/risk")) {
            var page = browser.get(address).body();
            var drawing = between(page, "<div class=\"flow\"", "</div>");
            assertThat(page).contains("<ul class=\"legend\"");
            var words = names(page.substring(page.indexOf("<tbody>", page.indexOf("</svg>"))));
            assertThat(words).hasSizeGreaterThanOrEqualTo(13);
            for (var step : words.subList(0, 13)) {
                assertThat(plain(drawing)).as(address).contains(step);
            }
        }
        var risk = browser.get(POWER + "/risk").body();
        var drawing = between(risk, "<div class=\"flow\"", "</div>");
        assertThat(Pattern.compile("class=\"rk a\"").matcher(drawing).results().count())
                .isEqualTo(3);
        assertThat(plain(risk)).contains("改变会审会的集体决定", "系统拒绝：决定与集体审议的决议不一致", "审批负责人");
        assertThat(browser.get(POWER + "/risk.txt?lang=en").body())
                .contains("| 9 Decision", "Refused: ");
        assertThat(browser.get(POWER + "/flow.txt?lang=zh").body()).contains("| 9 决定");
        assertThat(browser.get(POWER + "/risk?version=2").body()).contains("第 2 版");
        assertThat(browser.get("/powers/330899-WL-XK-0000/risk").statusCode()).isEqualTo(404);
    }

    @Test
    void bothChartsCanBeFetchedToPrintAndTheFlowForAModeller() throws Exception {
        var browser = new Browser(port);
        var page = browser.get(POWER).body();
        assertThat(page).contains(POWER + "/flow.pdf?", POWER + "/flow.bpmn?");
        assertThat(browser.get(POWER + "/risk").body()).contains(POWER + "/risk.pdf?");
        for (var file : List.of("/flow.pdf", "/risk.pdf")) {
            var print = browser.get(POWER + file + "?situation=cancellation&version=2");
            assertThat(print.headers().firstValue("content-type")).contains("application/pdf");
            assertThat(print.body()).startsWith("%PDF-");
        }
        var bpmn = browser.get(POWER + "/flow.bpmn?situation=change&lang=zh");
        assertThat(bpmn.body()).contains("<process id=\"process\" name=\"变更\"", "bpmndi:BPMNShape");
        assertThat(
                        org.guiju.formats.bpmn.BpmnImport.read(
                                bpmn.body().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(org.guiju.formats.bpmn.BpmnImport.Accepted.class);
    }

    /// The chart promises in the words in which the program refuses.
    @Test
    void theWordsOfAControlAreThoseOfTheRefusal() throws Exception {
        assertThat(ControlWords.SHIPPED.rules()).isSubsetOf(CaseRule.ids()).hasSizeGreaterThan(100);
        for (var text : ShippedDefinitions.texts().values()) {
            Pattern.compile("(?m)^ +control: (\\S+)$")
                    .matcher(text)
                    .results()
                    .forEach(m -> assertThat(ControlWords.SHIPPED.rules()).contains(m.group(1)));
        }
        for (var language : List.of("zh_CN", "en")) {
            try (var in =
                    Objects.requireNonNull(
                            getClass()
                                    .getResourceAsStream(
                                            "/messages/refusals_" + language + ".properties"))) {
                var refusals =
                        new PropertyResourceBundle(
                                new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
                for (var rule : ControlWords.SHIPPED.rules()) {
                    var said = ControlWords.SHIPPED.control(rule);
                    var title =
                            refusals.getString("refusal." + rule + ".title")
                                    .replace("“{stepName}”", "~")
                                    .replace(" ~", "")
                                    .replace("~", "");
                    var words = language.equals("en") ? said.en() : said.zh().replace("该环节", "");
                    assertThat(words).as(rule).endsWith(title);
                }
            }
        }
    }

    private JsonNode figure(Browser browser) throws Exception {
        return JsonMapper.shared()
                .readTree(browser.get("/powers.json?status=in-force").body())
                .path("twoCharts");
    }

    private String text(String code, boolean withRisks) {
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: " + code)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
        if (withRisks) {
            return text;
        }
        // one situation without a single risk point: its archiving is said to rest on the law,
        // because a working procedure must
        // state its risk
        var from = text.indexOf("  - id: cancellation\n    name");
        assertThat(from).isPositive();
        return text.substring(0, from)
                + text.substring(from)
                        .replaceAll("(?m)^        risk:\\n(          .*\\n)+", "")
                        .replace("        regime: working\n", "")
                        .replaceAll("        basis: inst-[a-z]+\n", "        basis: lic-44\n");
    }

    private static String between(String page, String from, String to) {
        var start = page.indexOf(from);
        assertThat(start).as(from).isPositive();
        return page.substring(start, page.indexOf(to, start));
    }

    private static List<String> names(String tables) {
        return Pattern.compile("(?s)<th scope=\"row\">(.*?)</th>")
                .matcher(tables)
                .results()
                .map(m -> plain(m.group(1)))
                .toList();
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", "").replaceAll("\\s+", "");
    }
}
