package org.guiju.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// Two versions of one power's flows, side by side.
@RunningGuiju
class FlowComparisonPageTest {
    private static final String POWER = "/powers/330899-WL-XK-0012";

    @LocalServerPort int port;

    private static String part(String page, String situation) {
        var from = page.indexOf("aria-labelledby=\"part-" + situation + "\"");
        return page.substring(from, page.indexOf("</table>", from));
    }

    private static List<String> row(String part, String heading) {
        var row =
                Pattern.compile("(?s)<tr[^>]*><th scope=\"row\">" + heading + "</th>.*?</tr>")
                        .matcher(part);
        assertThat(row.find()).as(heading).isTrue();
        return List.of(
                row.group().startsWith("<tr class=\"diff\"") ? "marked" : "plain",
                row.group().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip());
    }

    @Test
    @Requirement(
            value = "A50",
            level = Level.PAGE,
            fault = "a longer promise counted as unchanged; then increases no longer marked")
    void stepsLevelsAndDaysStandSideBySideAndAnIncreaseIsMarked() throws Exception {
        var browser = new Browser(port);
        assertThat(browser.get(POWER).body()).contains(POWER + "/versions");
        var list = browser.get(POWER + "/versions").body();
        assertThat(list).contains("href=\"" + POWER + "/versions/2...3\"").contains("与第 2 版对比");

        var forward = browser.get(POWER + "/versions/2...3").body();
        assertThat(forward).contains("各情形没有一项增加").doesNotContain("class=\"diff\"");
        var preparation = part(forward, "preparation");
        assertThat(row(preparation, "环节数")).containsExactly("plain", "环节数 13 13 不变");
        assertThat(row(preparation, "审查审批层级")).containsExactly("plain", "审查审批层级 4 4 不变");
        assertThat(row(preparation, "承诺时限")).containsExactly("plain", "承诺时限 12 个工作日 10 个工作日 减少 2");
        assertThat(row(preparation, "需提交的材料")).containsExactly("plain", "需提交的材料 5 4 减少 1");
        assertThat(row(part(forward, "cancellation"), "跑动次数"))
                .containsExactly("plain", "跑动次数 1 0 减少 1");

        var back = browser.get(POWER + "/versions/3...2").body();
        assertThat(back).contains("有的项目增加了");
        assertThat(row(part(back, "preparation"), "承诺时限"))
                .containsExactly("marked", "承诺时限 10 个工作日 12 个工作日 增加 2");
        assertThat(row(part(back, "preparation"), "环节数").getFirst()).isEqualTo("plain");
        assertThat(row(part(back, "cancellation"), "跑动次数"))
                .containsExactly("marked", "跑动次数 0 1 增加 1");
        assertThat(browser.get(POWER + "/versions/3...2?lang=en").body())
                .contains("Comparison of flows")
                .contains("2 more");

        var data = JsonMapper.shared().readTree(browser.get(POWER + "/versions/3...2.json").body());
        assertThat(data.path("grew").asBoolean()).isTrue();
        var promise = data.path("situations").path(0).path("promise");
        assertThat(promise.path("before").asInt()).isEqualTo(10);
        assertThat(promise.path("after").asInt()).isEqualTo(12);
        assertThat(promise.path("change").asString()).isEqualTo("more");
    }

    @Test
    void theFormLeadsToThePairAndAVersionThatIsNotThereIsNotFound() throws Exception {
        var browser = new Browser(port);
        var chosen = browser.get(POWER + "/compare?from=3&to=2");
        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(chosen.headers().firstValue("location").orElseThrow())
                .endsWith(POWER + "/versions/3...2");
        for (var address :
                List.of(
                        POWER + "/versions/2...99",
                        POWER + "/compare?from=99&to=2",
                        POWER + "/versions/99...2.json",
                        POWER + "/flow.json?version=99",
                        "/powers/nothing/versions/1...2")) {
            assertThat(browser.get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(browser.get(POWER + "/compare?from=x&to=2").statusCode()).isEqualTo(400);
    }
}
