package org.guiju.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What anybody reads of a power.
@RunningGuiju
class PowerPagesTest {
    private static final String POWER = "/powers/330899-WL-XK-0012";
    private static final List<String> PATH =
            List.of("受理", "A、B角审查", "现场核查", "科务会审议", "会审会审议", "决定", "送达", "公示", "归档");

    @LocalServerPort int port;

    @Autowired OfficialClock clock;

    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(m -> m.group(1)).toList();
    }

    private static String section(String page, String id) {
        var from = page.indexOf("aria-labelledby=\"" + id + "\"");
        assertThat(from).as(id).isPositive();
        return page.substring(from, page.indexOf("</section>", from));
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    @Requirement(
            value = "A49",
            level = Level.PAGE,
            fault = "the chart left out of the power's page")
    void everyPublishedPowerHasAChartAndNoneIsPublishedWithoutAFlow() throws Exception {
        var list = browser.get("/powers.json?status=in-force").body();
        var codes = all(list, "\"code\" *: *\"([^\"]+)\"");
        assertThat(codes).contains("330899-WL-XK-0012");
        for (var code : codes) {
            var chart = browser.get("/powers/" + code + "/flow.svg");
            assertThat(chart.statusCode()).as(code).isEqualTo(200);
            assertThat(chart.headers().firstValue("content-type"))
                    .contains("image/svg+xml;charset=UTF-8");
            var page = browser.get("/powers/" + code).body();
            var steps = all(section(page, "steps"), "(?s)<th scope=\"row\">(.*?)</th>");
            assertThat(steps).as(code).hasSizeGreaterThan(5);
            for (var step : steps) {
                var name = plain(step).replace(" ", "");
                assertThat(plain(chart.body()).replace(" ", "")).as(code).contains(name);
                assertThat(plain(section(page, "flow")).replace(" ", "")).as(code).contains(name);
            }
        }
        var text = Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"));
        var from = text.indexOf("    steps:\n");
        var without =
                (text.substring(0, from) + text.substring(text.indexOf("    results:", from)))
                        .replaceFirst("(?m)^power: .*$", "power: 330899-WL-XK-9931")
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
        var refused =
                Clerk.signedIn(port, "zhengwenbo")
                        .multipart(
                                "/catalog/powers/new",
                                "/catalog/powers/submit",
                                Map.of("text", without));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(browser.get("/powers/330899-WL-XK-9931").statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement(
            value = "A59",
            level = Level.PAGE,
            fault = "conditions left out of the power's page")
    void subjectConditionsProcedureAndPeriodAreShownAndOpenData() throws Exception {
        var page = browser.get(POWER).body();
        assertThat(section(page, "elements")).contains("青岚县文化和旅游局");
        assertThat(section(page, "conditions"))
                .contains("有与其经营活动相适应的资金")
                .contains("不在中学、小学校园周围200米范围内");
        assertThat(plain(section(page, "steps"))).contains(PATH);
        assertThat(plain(section(page, "limits"))).contains("10 个工作日").contains("20 个工作日");
        var data = browser.get(POWER + "/definition.yaml").body();
        assertThat(data)
                .containsPattern("(?m)^organ: \\S+")
                .containsPattern("(?m)^conditions:\\n  - id: \\S+")
                .containsPattern("(?m)^    steps:\\n      - id: \\S+")
                .containsPattern("(?m)^      promise: \\{ n: 10, unit: working-day");
    }

    @Test
    @Requirement(value = "A91", level = Level.PAGE, fault = "the legend left out")
    @Requirement(
            value = "G41",
            level = Level.PAGE,
            fault = "every risk mark drawn in the lowest grade")
    void theChartNamesEveryStepMarksItsRiskAndIsThereAsText() throws Exception {
        var page = browser.get(POWER + "?situation=preparation").body();
        var flow = section(page, "flow");
        var svg = flow.substring(flow.indexOf("<svg"), flow.indexOf("</svg>"));
        for (var step : PATH) {
            assertThat(plain(svg).replace(" ", "")).as(step).contains(step.replace(" ", ""));
        }
        assertThat(flow.substring(flow.indexOf("<figcaption"))).as("legend").contains("<li");
        var rows = section(page, "steps");
        for (var step : PATH) {
            assertThat(plain(rows)).as("as text").contains(step);
        }
        var drawn = plain(svg);
        assertThat(drawn)
                .contains("会审会审议 会审会 · 1 工作日 A")
                .contains("审查岗 · A、B 角 1 工作日 B")
                .contains("受理 政务窗口 · 1 工作日 C");
        for (var grade : List.of("a", "b", "c")) {
            assertThat(svg).as("marks in the colour of %s", grade).contains("class=\"rk " + grade);
            assertThat(rows).contains("class=\"risk " + grade);
        }
    }

    @Test
    @Requirement(
            value = "C25",
            level = Level.PAGE,
            fault = "charts left out of the institution's annex")
    void theInstitutionEndsWithItsChartAndTheLimitsOfItsLinks() throws Exception {
        var page = browser.get(POWER + "/institution").body();
        var annex = page.substring(page.indexOf("附：权力运行流程图"), page.indexOf("</main>"));
        assertThat(page.indexOf("附：权力运行流程图")).isGreaterThan(page.indexOf("十一、责任追究"));
        assertThat(annex).doesNotContain("十一、").contains("<svg");
        var chart = plain(annex.substring(annex.indexOf("<svg"), annex.indexOf("</svg>")));
        for (var link : List.of("受理", "审查", "决定", "公示", "送达")) {
            assertThat(chart.replace(" ", "")).contains(link);
        }
        assertThat(chart)
                .contains("受理 政务窗口 · 1 工作日")
                .contains("送达 政务窗口 10 工作日")
                .contains("公示 政务窗口 · 7 自然日");
    }

    @Test
    @Requirement(
            value = "C17",
            level = Level.PAGE,
            fault = "the form asks for one material fewer than the guide")
    void theFormAsksForExactlyTheMaterialsOfTheGuide() throws Exception {
        for (var situation : List.of("preparation", "final-approval", "change", "cancellation")) {
            var guide = section(browser.get(POWER + "?situation=" + situation).body(), "materials");
            var toUpload = new java.util.ArrayList<String>();
            for (var row : guide.split("<tr>")) {
                if (row.contains("scope=\"row\"") && row.contains("PDF")) {
                    toUpload.add(
                            plain(row.substring(row.indexOf("scope=\"row\""), row.indexOf("<br>")))
                                    .replaceFirst("^.*?\\d+ ", "")
                                    .strip());
                }
            }
            if (situation.equals("preparation")) {
                assertThat(toUpload).hasSize(4);
            }
            var begun =
                    browser.post(
                            POWER + "/apply",
                            Map.of(
                                    "situation",
                                    situation,
                                    "_csrf",
                                    Browser.token(browser.get("/track"))));
            var draft = java.net.URI.create(begun.headers().firstValue("location").orElseThrow());
            var form = browser.get(draft.getPath() + "/materials").body();
            assertThat(all(form, "name=\"file\\.([^\"]+)\"")).as(situation).hasSameSizeAs(toUpload);
            toUpload.forEach(m -> assertThat(plain(form)).contains(m));
        }
    }
}
