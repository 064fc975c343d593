package org.guiju.app.powers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.guiju.app.platform.time.OfficialClock;
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

/// What an institution must say before it is published, on the page where the clerk hands it in.
@RunningGuiju
class InstitutionTextTest {
    private static final String FORM = "/catalog/powers/new";
    private static final String PAPER =
            """
            basis:
              - id: paper
                rank: normative-document
                law: 省财政厅收费通知
                article: 第一条
                text: 按件收取
            """;

    private static final Pattern PROBLEM = Pattern.compile("data-l=\"问题\">([^<]*)<");

    @LocalServerPort int port;

    @Autowired OfficialClock clock;

    private String good = "";

    @BeforeEach
    void aTextThatPasses() {
        good =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: 330899-WL-XK-9921")
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
    }

    private String without(String from, String until) {
        int start = good.indexOf(from);
        int end = good.indexOf(until, start + from.length());
        assertThat(start).as(from).isNotNegative();
        assertThat(end).as(until).isGreaterThan(start);
        return good.substring(0, start) + good.substring(end);
    }

    private String with(String passage, String other) {
        assertThat(good).contains(passage);
        return good.replaceFirst(Pattern.quote(passage), other);
    }

    /// The page names what is wrong, and what is wrong is not published.
    private void refused(String text, String says) throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var page = clerk.multipart(FORM, FORM, Map.of("text", text));
        var problems = PROBLEM.matcher(page.body()).results().map(m -> m.group(1)).toList();
        assertThat(problems).anySatisfy(p -> assertThat(p).contains(says));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(
                        clerk.multipart(FORM, "/catalog/powers/submit", Map.of("text", text))
                                .statusCode())
                .isEqualTo(400);
    }

    private void passes(String text) throws Exception {
        var page = Clerk.signedIn(port, "zhengwenbo").multipart(FORM, FORM, Map.of("text", text));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("提交前核对");
    }

    @ParameterizedTest
    @Requirement(value = "C2", level = Level.PAGE, fault = "missing elements no longer reported")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    制度名称         | matter:      | kind:
                    责任单位和责任人 | organ:       | section:
                    权力行使依据     | basis:       | conditions:
                    办事条件和标准   | conditions:  | meetings:
                    受理             | '    channels:' | '    conditions:'
                    审查和决定       | '    steps:' | '    results:'
                    公示             | publicity:   | fees:
                    办理时限         | '    limits:' | '    steps:'
                    收费标准         | fees:        | supervision:
                    监督             | supervision: | accountability:
                    责任追究         | accountability: | remedies:
                    """)
    void eachOfTheElevenElementsIsMissedByItsName(String element, String from, String until)
            throws Exception {
        refused(without("\n" + from, "\n" + until), "缺少制度要素“" + element + "”");
    }

    @ParameterizedTest
    @Requirement(
            value = "A51",
            level = Level.PAGE,
            fault = "missing elements, then missing keys of a step no longer reported")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    conditions   | conditions:               | meetings:           | 缺少制度要素“办事条件和标准”
                    post         | '        role: reviewer'  | '        limit'     | 缺少“role”
                    interfaces   | '        outcomes: { done' | '        risk'     | 缺少“outcomes”
                    time limit   | '    limits:'             | '    steps:'        | 缺少制度要素“办理时限”
                    supervision  | supervision:              | accountability:     | 缺少制度要素“监督”
                    rights       | '  rights:'               | '  complaint:'      | 缺少“rights”
                    complaint    | '  complaint:'            | '# ----'            | 缺少“complaint”
                    """)
    void eachOfTheSevenKeyElementsOfTheFlowIsMissedByItsName(
            String key, String from, String until, String says) throws Exception {
        refused(without("\n" + from, "\n" + until), says);
    }

    @Test
    @Requirement(value = "C3", level = Level.PAGE, fault = "any name taken beside matter and kind")
    void theNameIsMadeOfMatterAndKindAndNoOtherIsTaken() throws Exception {
        refused(
                with("kind: licence\n", "kind: licence\nname: 网吧审批\n"),
                "名称“网吧审批”与事项和类别组成的“互联网上网服务营业场所经营单位设立（行政许可）”不一致");
        passes(with("kind: licence\n", "kind: licence\nname: 互联网上网服务营业场所经营单位设立（行政许可）\n"));
        var page = Clerk.signedIn(port, "zhengwenbo").get("/powers/330899-WL-XK-0012").body();
        assertThat(page).contains("<h1 id=\"h1\">互联网上网服务营业场所经营单位设立（行政许可）");
    }

    @Test
    @Requirement(
            value = "C4",
            level = Level.PAGE,
            fault = "conditions without an article, then with a mere notice, let through")
    void aConditionRestsOnAnArticleOfLaw() throws Exception {
        refused(with("    basis: reg-8-2\n    standards", "    standards"), "条件“capital”没有依据");
        refused(
                with("    basis: reg-8-2\n    standards", "    basis: inst-pair\n    standards"),
                "位阶不够");
    }

    @Test
    @Requirement(
            value = "C19",
            level = Level.PAGE,
            fault = "each of the two reasons for section acceptance let through")
    void aSectionReceivesItselfForOneOfTwoReasonsOnly() throws Exception {
        var channels = "channels: [online, hall, window]";
        refused(
                with(channels, "channels: [online, section-no-channel]"),
                "职能处室直接受理的理由“section-no-channel”不成立");
        refused(
                with(channels, "channels: [window, section-on-the-spot]"),
                "职能处室直接受理的理由“section-on-the-spot”不成立");
        refused(with(channels, "channels: [section]"), "“section”不是受理渠道");
        passes(with(channels, "channels: [section-no-channel]"));
    }

    @Test
    @Requirement(value = "C20", level = Level.PAGE, fault = "parts below the whole let through")
    void thePartsOfTheLimitAddUpToTheWhole() throws Exception {
        var promise = "promise: { n: 10, unit: working-day";
        for (int n : new int[] {9, 11}) {
            refused(
                    with(promise, promise.replace("10", Integer.toString(n))),
                    "各环节时限相加是 10，承诺是 " + n);
        }
        passes(good);
    }

    @Test
    @Requirement(
            value = "A64",
            level = Level.PAGE,
            fault = "responsibilities without a form, then without a basis, let through")
    void aResponsibilityStatesItsBasisAndItsForm() throws Exception {
        refused(with("    forms: [责令退还, 行政处分]", "    forms: []"), "责任事项“收费”没有追责形式");
        refused(with("    basis: lic-75\n    forms", "    forms"), "缺少“basis”");
    }

    @Test
    @Requirement(
            value = "A70",
            level = Level.PAGE,
            fault = "missing keys of a basis no longer reported")
    void aBasisStatesItsArticleAndItsText() throws Exception {
        refused(without("\n    article: 第七条", "\n    text:"), "缺少“article”");
        refused(without("\n    text: 国家对互联网", "\n  - id: reg-8-1"), "缺少“text”");
        refused(without("\n    law: 互联网", "\n    article:"), "缺少“law”");
    }

    @Test
    @Requirement(
            value = "A71",
            level = Level.PAGE,
            fault = "the rank of the basis no longer checked")
    void aLicenceRestsOnMoreThanADepartmentsNotice() throws Exception {
        var notice = good.replace("rank: administrative-regulation", "rank: normative-document");
        var low =
                notice.replace("rank: law\n    law: 行政复议法", "rank: department-rule\n    law: 行政复议法")
                        .replace(
                                "rank: law\n    law: 行政诉讼法",
                                "rank: department-rule\n    law: 行政诉讼法");
        refused(low, "“行政许可”没有足够位阶的依据");
        passes(good);
    }

    @Test
    @Requirement(
            value = "A73",
            level = Level.PAGE,
            fault = "the rank of the basis no longer checked")
    void enforcementRestsOnLawRegulationOrProvincialRule() throws Exception {
        var penalty =
                good.replaceFirst("(?m)^kind: licence$", "kind: penalty")
                        .replace("rank: law\n    law: 行政复议法", "rank: institution\n    law: 行政复议法")
                        .replace("rank: law\n    law: 行政诉讼法", "rank: institution\n    law: 行政诉讼法");
        var regulation = "rank: administrative-regulation";
        refused(penalty.replace(regulation, "rank: normative-document"), "“行政处罚”没有足够位阶的依据");
        refused(
                penalty.replace(regulation, "rank: municipal-rule"),
                "“rank”的“municipal-rule”不在可用的词中");
    }

    @Test
    @Requirement(
            value = "A74",
            level = Level.PAGE,
            fault = "the rank of a fee's basis no longer checked")
    void aLicenceFeeRestsOnLawOrAdministrativeRegulation() throws Exception {
        var paper = with("basis:\n", PAPER);
        refused(
                paper.replace("fees: none", "fees: { fen: 5000, basis: paper }"),
                "收费依据《省财政厅收费通知》第一条位阶不够");
        passes(paper.replace("fees: none", "fees: { fen: 5000, basis: reg-7 }"));
    }
}
