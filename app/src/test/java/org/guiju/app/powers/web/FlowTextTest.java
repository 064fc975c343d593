package org.guiju.app.powers.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a flow must say before it is published, on the page where the clerk hands it in, and what everybody then reads of it.
@RunningGuiju
class FlowTextTest {
    private static final String FORM = "/catalog/powers/new";
    private static final String LICENCE = "/powers/330899-WL-XK-0012";
    private static final String PENALTY = "/powers/330899-CG-CF-0042";
    private static final String REVIEW =
            """
                    basis: lic-34-1
                    outcomes: { done: [inspect, tell-parties] }
            """;
    private static final Pattern ROW =
            Pattern.compile(
                    "<td class=\"mono\"[^>]*>([^<]*)</td>\\s*<td[^>]*data-l=\"问题\">([^<]*)<");

    @LocalServerPort int port;

    @Autowired OfficialClock clock;

    private String good = "";

    @BeforeEach
    void aTextThatPasses() {
        good =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: 330899-WL-XK-9971")
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
    }

    private String with(String passage, String other) {
        assertThat(good).contains(passage);
        return good.replaceFirst(Pattern.quote(passage), other);
    }

    /// Place and problem as the page lists them; and nothing is published.
    private void refused(String text, String where, String says) throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var page = clerk.multipart(FORM, FORM, Map.of("text", text));
        assertThat(page.statusCode()).isEqualTo(400);
        var rows = ROW.matcher(page.body()).results().toList();
        assertThat(rows)
                .anySatisfy(r -> {
                    assertThat(r.group(1)).contains(where);
                    assertThat(r.group(2)).contains(says);
                });
        var published = clerk.multipart(FORM, "/catalog/powers/submit", Map.of("text", text));
        assertThat(published.statusCode()).isEqualTo(400);
    }

    private void passes(String text) throws Exception {
        var page = Clerk.signedIn(port, "zhengwenbo").multipart(FORM, FORM, Map.of("text", text));
        assertThat(page.statusCode()).isEqualTo(200);
    }

    private static String section(String page, String id) {
        var from = page.indexOf("aria-labelledby=\"" + id + "\"");
        assertThat(from).as(id).isPositive();
        return page.substring(from, page.indexOf("</section>", from));
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @Requirement(
            value = "A52",
            level = Level.PAGE,
            fault =
                    "the nodes of a flow no longer checked; then a node without a reason let through")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    申请 | application | channels: [online, hall, window] | channels: [patrol]
                    受理 | acceptance  | kind: acceptance                 | kind: clue-check
                    审查 | review      | kind: paired-review              | kind: site-inspection
                    决定 | decision    | kind: decision                   | kind: recheck
                    批复 | reply       | gives: [preparation-consent, refusal-decision] | gives: []
                    送达 | delivery    | kind: service                    | kind: recheck
                    """)
    void eachOfTheSixNodesIsMissedByItsName(String node, String code, String passage, String other)
            throws Exception {
        refused(with(passage, other), "situations[preparation]", "流程没有“" + node + "”节点");
        var waived =
                with(passage, other)
                        .replaceFirst(
                                "(?m)^    regime: statutory$",
                                "    regime: statutory\n    not-applicable: [{ node: "
                                        + code
                                        + " }]");
        refused(waived, "not-applicable", "“" + node + "”节点标为不适用，没有说明理由");
    }

    @Test
    @Requirement(value = "A52", level = Level.PAGE, fault = "reasons left out of the power's page")
    void aNodeThatDoesNotApplyIsLeftOutForAReasonThatEverybodyReads() throws Exception {
        var noReply = with("gives: [preparation-consent, refusal-decision]", "gives: []");
        passes(
                noReply.replaceFirst(
                        "(?m)^    regime: statutory$",
                        "    regime: statutory\n    not-applicable: [{ node: reply, reason: 当场答复 }]"));
        var page = new Browser(port).get(PENALTY).body();
        assertThat(plain(section(page, "nodes")))
                .containsPattern("申请 ?：不适用：依职权启动，线索来自巡查、举报、移送或者交办")
                .containsPattern("决定 ?：环节 10 决定")
                .containsPattern("送达 ?：环节 11 送达");
        var english = new Browser(port).get(PENALTY + "?lang=en").body();
        assertThat(plain(section(english, "nodes")))
                .containsPattern("Application ?: not applicable: The office begins of its own");
    }

    @Test
    @Requirement(
            value = "A53",
            level = Level.PAGE,
            fault = "a statutory step without an article let through")
    void aStatutoryFlowNeedsAnArticleForEachStep() throws Exception {
        refused(
                with(REVIEW, REVIEW.replaceFirst("(?m)^ +basis: .*\n", "")),
                "situations[preparation].steps[review]",
                "法定程序的环节“A、B角审查”没有法律、法规、规章的条款");
        refused(
                with(REVIEW, REVIEW.replace("lic-34-1", "inst-pair")),
                "steps[review]",
                "没有法律、法规、规章的条款");
        passes(good);
        var data = new Browser(port).get(LICENCE + "/flow.json").body();
        assertThat(data).contains("\"regime\":\"statutory\"").contains("《行政许可法》第三十四条第一款");
        var steps = section(new Browser(port).get(LICENCE).body(), "steps");
        assertThat(plain(steps)).containsPattern("依据 法定程序：《行政许可法》第三十四条第一款");
    }

    @ParameterizedTest
    @Requirement(
            value = "A54",
            level = Level.PAGE,
            fault = "labels of a working step no longer checked")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    role      | 承办岗位     | (?m)^        role: reviewer$\\n
                    limit     | 办理时限     | (?m)^        limit: .*$\\n
                    duty      | 职责要求     | (?m)^        duty: .*$\\n
                    risk      | 监督制约     | (?ms)^        risk:.*\\z
                    complaint | 投诉举报途径 | (?m)^  complaint:\\n.*\\n.*\\n
                    """)
    void aWorkingStepWithoutOneOfItsFiveLabelsIsRefused(String key, String label, String line)
            throws Exception {
        var working =
                with("    regime: statutory\n", "    regime: working\n")
                        .replaceAll(
                                "(?m)^(        kind: (?!deliberation|objection-review|archiving).*)$",
                                "$1\n        duty: 依法办理");
        passes(working);
        int from = working.indexOf("      - id: review\n");
        int to = working.indexOf("      - id: inspect\n", from);
        var step = working.substring(from, to);
        var without =
                key.equals("complaint")
                        ? working.replaceFirst(line, "")
                        : working.substring(0, from)
                                + step.replaceFirst(line, "")
                                + working.substring(to);
        assertThat(without).isNotEqualTo(working);
        boolean read = key.equals("role") || key.equals("complaint");
        refused(
                without,
                key.equals("complaint") ? "steps[accept]" : "situations[preparation].steps[review]",
                read ? "缺少“" + key + "”（" + label + "）" : "环节“A、B角审查”缺少“" + label + "”");
    }

    @Test
    @Requirement(
            value = "A55",
            level = Level.PAGE,
            fault =
                    "the regime left out of the page; then one visit counted where one may apply online")
    void theFlowStatesItsRegimeAndTheNumberOfVisits() throws Exception {
        refused(with("    regime: statutory\n", ""), "situations[preparation]", "没有写明流程依据");
        var browser = new Browser(port);
        var page = browser.get(LICENCE).body();
        assertThat(plain(section(page, "nodes")))
                .containsPattern("流程依据 法定程序 ?：")
                .contains("其中 4 个环节只由本机关制度规定")
                .contains("跑动次数 0 次：可以网上申请");
        var old = browser.get(LICENCE + "/versions/2?situation=cancellation").body();
        assertThat(plain(section(old, "nodes"))).contains("跑动次数 1 次：到窗口申请");
        assertThat(plain(section(browser.get(PENALTY).body(), "nodes"))).contains("跑动次数 不适用");
        var data = browser.get(LICENCE + "/flow.json?version=2").body();
        assertThat(data)
                .containsPattern(
                        "\"id\":\"cancellation\",\"name\":\"注销\",\"regime\":\"statutory\",\"visits\":1");
    }
}
