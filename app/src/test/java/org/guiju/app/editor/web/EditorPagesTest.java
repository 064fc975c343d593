package org.guiju.app.editor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.guiju.app.editor.Drafts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.definition.DraftText;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Drafting at the pages, as the server runs: nothing is lost, whoever else works on it and whatever is typed.
@RunningGuiju
class EditorPagesTest {
    private static final String LIST = "/catalog/powers/draft";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"");
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([^\"]+)\"");

    @LocalServerPort int port;

    @Autowired Drafts drafts;

    @Autowired OfficialClock clock;

    @Autowired PublishDefinition publish;

    private static String home(String code) {
        return "/catalog/powers/" + code + "/draft";
    }

    private static String one(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as("%s in %s", pattern, page.substring(0, 200)).isTrue();
        return found.group(1);
    }

    private Clerk begun(String code, String pattern) throws Exception {
        var clerk = Clerk.signedIn(port, Publishing.CLERK);
        var begun = clerk.post(LIST, LIST, Map.of("code", code, "pattern", pattern));
        assertThat(begun.statusCode()).isEqualTo(302);
        return clerk;
    }

    private static int save(Clerk clerk, String page, Map<String, String> fields) throws Exception {
        var all = new HashMap<>(fields);
        all.putIfAbsent("seen", one(SEEN, clerk.get(page).body()));
        return clerk.post(page, page, all).statusCode();
    }

    private String text(String code) {
        return drafts.open(code).orElseThrow().text();
    }

    @Test
    void onlyTheClerkOfTheOrganDraftsAndNothingIsOnTheListBeforeItIsConfirmed() throws Exception {
        var code = "330899-WL-XK-9421";
        var outsider = Clerk.signedIn(port, "limin");
        assertThat(outsider.post(LIST, LIST, Map.of("code", code)).statusCode()).isEqualTo(403);
        begun(code, "");
        assertThat(outsider.get(home(code)).statusCode()).isEqualTo(403);
        assertThat(outsider.get(home(code) + "/basis").statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get("/powers/" + code).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get("/powers.json").body()).doesNotContain(code);
        assertThat(Clerk.signedIn(port, "panwenjing").get(home(code)).statusCode()).isEqualTo(403);
    }

    @Test
    @Requirement(
            value = "A24",
            level = Level.PAGE,
            fault = "a link counts as filled whatever the draft says")
    void theFiveKeyLinksAreCheckItemsAndAnUnfilledOneIsAGap() throws Exception {
        var code = "330899-WL-XK-9422";
        var clerk = begun(code, "wangba-licence");
        var whole = clerk.get(home(code)).body();
        assertThat(whole)
                .contains("行政裁量", "行权流程", "电子监察", "公开公示", "限时办结")
                .doesNotContain("缺口：没有内容");
        var removed = DraftText.parse(text(code)).root();
        var without =
                DraftText.write(
                        Objects.requireNonNull(removed)
                                .with("publicity", null)
                                .with("supervision", null));
        assertThat(save(clerk, home(code) + "/text", Map.of("text", without))).isEqualTo(302);
        var gaps = clerk.get(home(code)).body();
        assertThat(gaps.split("缺口：没有内容", -1)).hasSize(3);
    }

    @Test
    void twoWhoChangeDifferentPlacesBothKeepTheirsAndOfTheSamePlaceTheLaterIsAsked()
            throws Exception {
        var code = "330899-WL-XK-9423";
        var first = begun(code, "wangba-licence");
        var second = Clerk.signedIn(port, Publishing.CLERK);
        var seen = one(SEEN, second.get(home(code) + "/unit").body());
        assertThat(save(first, home(code) + "/unit", Map.of("section", "甲科"))).isEqualTo(302);
        assertThat(
                        save(
                                second,
                                home(code) + "/supervision",
                                Map.of("seen", seen, "supervision.hotline", "0570-9990000")))
                .isEqualTo(302);
        assertThat(text(code)).contains("section: 甲科").contains("0570-9990000");
        var late =
                second.post(
                        home(code) + "/unit",
                        home(code) + "/unit",
                        Map.of("seen", seen, "section", "乙科"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("两个人改了同一处").contains("甲科").contains("乙科");
        assertThat(text(code)).contains("section: 甲科");
        var settled =
                second.post(
                        home(code),
                        home(code) + "/settle",
                        Map.of(
                                "seen", one(SEEN, late.body()),
                                "at", "section",
                                "section", "unit",
                                "mine", "乙科"));
        assertThat(settled.statusCode()).isEqualTo(302);
        assertThat(text(code)).contains("section: 乙科");
        assertThat(drafts.history(code))
                .hasSize(4)
                .allMatch(s -> s.by().value().equals("p-zhengwenbo"));
    }

    @Test
    void whateverIsTypedComesBackAsItWasOrIsRefusedWithWords() throws Exception {
        var code = "330899-WL-XK-9424";
        var clerk = begun(code, "wangba-licence");
        var naughty =
                new java.util.ArrayList<>(
                        List.of(
                                "<script>alert(1)</script>",
                                "'; drop table draft_state; --",
                                "${7*7}",
                                "~",
                                "null",
                                "- a: b #c",
                                "&x *x !y",
                                "\"\\\"",
                                "𠮷野家",
                                "#{T(java.lang.Runtime)}",
                                "：全角",
                                "{a: [",
                                "a\u202eb",
                                "%s%n",
                                "\u00A0x"));
        var shared = Path.of("../../shared/data/bad-input/blns.json");
        if (Files.exists(shared)) {
            var more =
                    tools.jackson.databind.json.JsonMapper.builder()
                            .build()
                            .readTree(Files.readString(shared));
            for (int i = 0; i < more.size(); i += 25) {
                naughty.add(more.get(i).asString());
            }
        }
        for (var word : naughty) {
            var status =
                    save(
                            clerk,
                            home(code) + "/unit",
                            Map.of("section", word, "organ", "qinglan-culture"));
            assertThat(status).as(word).isIn(302, 400);
            if (status == 302) {
                var root = Objects.requireNonNull(DraftText.parse(text(code)).root());
                assertThat(root.word("section"))
                        .as(word)
                        .isEqualTo(word.replace("\r\n", "\n").strip());
            }
            assertThat(clerk.get(home(code) + "/unit").statusCode()).as(word).isEqualTo(200);
            assertThat(clerk.get(home(code)).statusCode()).as(word).isEqualTo(200);
        }
        assertThat(clerk.get(home(code) + "/lint").body()).doesNotContain("<script>alert");
        clerk.post(home(code), home(code) + "/discard", Map.of());
    }

    @Test
    void aBrokenTextOpensWithItsFindingsOrAsATextWithTheLine() throws Exception {
        var code = "330899-WL-XK-9425";
        var clerk = begun(code, "");
        var shipped = Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"));
        for (var broken :
                List.of(
                        "a: [1\n",
                        "a： 1\nb: 2\n",
                        "power: x\npower: y\n",
                        "- only\n- a list\n",
                        "\tx: 1\n",
                        "just words",
                        shipped.replaceFirst("steps:", "steps: none"),
                        shipped.replaceFirst("basis:\n", "basis: 3\nbases:\n"),
                        shipped.replaceFirst("limits:\n", "limitz:\n"),
                        shipped.replace("kind: acceptance", "kind: aceptance"),
                        shipped.replaceFirst(
                                "outcomes: \\{", "outcomes: { nowhere: [ghost, spectre], "),
                        shipped.replaceAll("(?m)^ +role: .*$", ""),
                        shipped.replaceAll("n: [0-9]+", "n: 二十"),
                        shipped.replaceFirst("situations:", "situations: []\nsituationz:"),
                        "situations:\n  - id: a\n    steps:\n      - id: x\n        outcomes: {a: x}\n      - id: x\n")) {
            assertThat(save(clerk, home(code) + "/text", Map.of("text", broken))).isEqualTo(302);
            assertThat(text(code)).isEqualTo(broken);
            var parsed = DraftText.parse(broken);
            if (parsed.root() == null) {
                assertThat(clerk.get(home(code)).statusCode()).isEqualTo(302);
                assertThat(clerk.get(home(code) + "/text").body())
                        .contains("第 " + parsed.problems().getFirst().line() + " 行");
                continue;
            }
            assertThat(clerk.get(home(code) + "/lint").body()).contains("去修改第 1 条");
            for (var section : org.guiju.app.editor.application.Section.of(parsed.root())) {
                assertThat(clerk.get(home(code) + "/" + section.id()).statusCode())
                        .as("%s of %s", section.id(), broken.lines().limit(3).toList())
                        .isEqualTo(200);
            }
            for (var page : List.of("", "/risks", "/diff", "/submit", "/preview")) {
                assertThat(clerk.get(home(code) + page).statusCode()).as(page).isEqualTo(200);
            }
            var refused = clerk.post(home(code), home(code) + "/submit", Map.of());
            assertThat(refused.statusCode()).isEqualTo(400);
        }
        clerk.post(LIST, home(code) + "/discard", Map.of());
        assertThat(drafts.open(code)).isEmpty();
    }

    @Test
    @Requirement(
            value = "A44",
            level = Level.PAGE,
            fault = "submission does not ask for open remarks")
    void anUnansweredRemarkBlocksSubmissionAndAnsweringEachUnblocks() throws Exception {
        var code = "330899-WL-XK-9426";
        var clerk = begun(code, "wangba-licence");
        save(
                clerk,
                home(code) + "/name",
                Map.of("in-force", clock.today().toString(), "matter.zh", "示例事项甲"));
        var submitted = clerk.post(home(code), home(code) + "/submit", Map.of());
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(302);
        var waiting = "/catalog/powers/drafts/" + code + "/1";
        var confirmer = Clerk.signedIn(port, Publishing.CONFIRMER);
        var look = confirmer.get(waiting).body();
        assertThat(look).contains("退回修改").contains("看与施行版本的不同");
        assertThat(confirmer.get(home(code) + "/waiting/1").body()).contains("示例事项甲");
        var digest = one(DIGEST, look);
        var silent =
                confirmer.post(
                        waiting, waiting + "/return", Map.of("digest", digest, "remarks", " "));
        assertThat(silent.statusCode()).isEqualTo(400);
        var own =
                clerk.post(waiting, waiting + "/return", Map.of("digest", digest, "remarks", "自退"));
        assertThat(own.statusCode()).isEqualTo(409);
        var back =
                confirmer.post(
                        waiting,
                        waiting + "/return",
                        Map.of("digest", digest, "remarks", "科室名称不对\n公示期偏短"));
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(confirmer.get(waiting).statusCode()).isEqualTo(404);
        assertThat(clerk.get(home(code)).body()).contains("科室名称不对").contains("公示期偏短");
        for (int answered = 0; answered < 2; answered++) {
            var refused = clerk.post(home(code), home(code) + "/submit", Map.of());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("退回意见还没有逐条答复");
            // The other door is the same.
            var text =
                    clerk.multipart(
                            "/catalog/powers/new",
                            "/catalog/powers/submit",
                            Map.of("text", text(code)));
            assertThat(text.statusCode()).isEqualTo(409);
            clerk.post(
                    home(code),
                    home(code) + "/answer",
                    Map.of("remark", String.valueOf(answered + 1), "answer", "已核对"));
        }
        assertThat(clerk.post(home(code), home(code) + "/submit", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(publish.waiting(code, 1)).isPresent();
        assertThat(confirmer.get(waiting).body()).contains("上次退回的意见和答复").contains("已核对");
    }

    @Test
    void anArticleOfTheRegisterFillsTheBasisAndASummaryIsNeverQuoted() throws Exception {
        var code = "330899-WL-XK-9427";
        var clerk = begun(code, "");
        var pick = home(code) + "/pick";
        assertThat(clerk.get(pick + "?q=%E8%A1%8C%E6%94%BF%E8%AE%B8%E5%8F%AF%E6%B3%95").body())
                .contains("第四十四条");
        clerk.post(pick, pick, Map.of("law", "行政许可法", "number", "第四十四条"));
        assertThat(text(code))
                .contains("law: 行政许可法")
                .contains("article: 第四十四条")
                .contains("rank: law")
                .contains("应当自作出决定之日起十日内");
        clerk.post(pick, pick, Map.of("law", "行政许可法", "number", "第五十条", "at", "0"));
        assertThat(text(code)).contains("article: 第五十条").doesNotContain("视为准予");
    }

    @Test
    void aFlowDrawnElsewhereBeginsADraftOrIsRefusedWithItsReasons() throws Exception {
        var code = "330899-WL-XK-9428";
        var clerk = Clerk.signedIn(port, Publishing.CLERK);
        var drawn = clerk.get("/powers/330899-WL-XK-0012/flow.bpmn?situation=preparation").body();
        var address = LIST + "?code=" + code + "&organ=qinglan-culture";
        var begun = clerk.file(LIST, address, "bpmn", "flow.bpmn", drawn);
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(text(code))
                .contains("power: " + code)
                .contains("kind: \"paired-review\"")
                .contains("tell-parties")
                .contains("organ: qinglan-culture");
        assertThat(clerk.get(home(code)).statusCode()).isEqualTo(200);

        var other = "330899-WL-XK-9429";
        var refused =
                clerk.file(
                        LIST,
                        LIST + "?code=" + other + "&organ=qinglan-culture",
                        "bpmn",
                        "sub.bpmn",
                        drawn.replaceFirst(
                                "<(\\w+:)?startEvent",
                                "<$1subProcess id=\"sub1\" name=\"子流程\"/><$1startEvent"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("没有读入").contains("sub1");
        assertThat(drafts.open(other)).isEmpty();
        var rubbish = clerk.file(LIST, LIST + "?code=" + other, "bpmn", "x.bpmn", "不是 XML");
        assertThat(rubbish.statusCode()).isEqualTo(400);
        assertThat(drafts.open(other)).isEmpty();
    }
}
