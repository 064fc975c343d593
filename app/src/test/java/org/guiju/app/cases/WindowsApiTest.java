package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a window owes whoever comes, by API and by the pages of the clerk and of the one who rates.
@RunningGuiju
class WindowsApiTest extends OnTheApi {
    private static final String CLERK = "shenruoxi";

    @Autowired Rebuild rebuild;

    private Api.Answer begin(String user, String act, Map<String, ?> fields) {
        return api.post(user, UUID.randomUUID(), "/api/v1/window/" + act, fields);
    }

    private Api.Answer go(String user, String no, String act, Map<String, ?> fields) {
        return api.post(user, UUID.randomUUID(), "/api/v1/window/items/" + no + "/" + act, fields);
    }

    private static String no(Api.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().path("item").path("no").asString();
    }

    private void window(String id, String zh, String home) {
        no(
                begin(
                        CLERK,
                        "window",
                        Map.of("id", id, "zh", zh, "home", home, "matters", List.of(Api.POWER))));
    }

    @Test
    @Requirement(value = "D38", level = Level.API, fault = "no window had a queue")
    void threeHomesAreWindowsWithTheirOwnMattersAndQueues() throws Exception {
        refused(
                begin(
                        "limin",
                        "window",
                        Map.of("id", "no", "zh", "窗口", "matters", List.of(Api.POWER))),
                "WINDOW_CLERK");
        refused(
                begin(CLERK, "window", Map.of("id", "no", "zh", "窗口", "matters", List.of("X-1"))),
                "WINDOW_MATTERS_IN_FORCE");
        window("members", "党员之家", "members");
        window("cadres", "干部之家", "cadres");
        window("talents", "人才之家", "talents");
        api.accepted();
        var clerk = Clerk.signedIn(port, CLERK);
        assertThat(clerk.get("/desk/window").body())
                .contains("党员之家", "干部之家", "人才之家", "登记询问", "免费复印");
        assertThat(clerk.get("/desk/window?lang=en").body()).contains("Home of cadres");
        var windows = api.get(CLERK, "/api/v1/window/windows").body();
        // The demonstration has windows of its own, with other matters.
        var homes =
                windows.valueStream()
                        .filter(w ->
                                w.path("item")
                                        .path("no")
                                        .asString()
                                        .matches(".*[.](members|cadres|talents)"))
                        .toList();
        assertThat(homes).hasSize(3);
        for (var w : homes) {
            assertThat(w.path("item").path("cases").get(0).asString()).isEqualTo(Api.POWER);
            assertThat(w.path("queue").size()).isPositive();
            w.path("queue")
                    .forEach(c -> assertThat(c.path("power").asString()).isEqualTo(Api.POWER));
        }
    }

    @Test
    @Requirement(
            value = "D37",
            level = Level.API,
            fault = "results went back while a case was still open")
    void oneReceiptCoversSeveralMattersAndTheWindowReturnsAllResults() throws Exception {
        window("hall", "综合窗口", "general");
        var first = api.accepted();
        var second = api.accepted();
        var clerk = Clerk.signedIn(port, CLERK);
        refused(
                begin(CLERK, "bundle", Map.of("window", "members", "cases", List.of(first))),
                "BUNDLE_OF_ONE_APPLICANT");
        assertThat(
                        begin(
                                        CLERK,
                                        "bundle",
                                        Map.of("window", "members", "cases", "2026-9998,2026-9999"))
                                .status())
                .isBetween(400, 422);
        var bundle =
                no(
                        begin(
                                CLERK,
                                "bundle",
                                Map.of("window", "members", "cases", List.of(first, second))));
        refused(
                begin(
                        CLERK,
                        "bundle",
                        Map.of("window", "members", "cases", List.of(second, first))),
                "BUNDLE_ONCE");
        var page = clerk.get("/desk/window/items/" + bundle).body();
        assertThat(page).contains(first, second, "返还全部结果");
        var pdf = clerk.get("/desk/window/items/" + bundle + "/receipt");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(
                        clerk.get("/desk/window/items/" + bundle + "/receipt?form=ofd")
                                .headers()
                                .firstValue("Content-Type"))
                .contains("application/ofd");
        refused(go(CLERK, bundle, "return", Map.of("receiver", "本人")), "BUNDLE_RESULTS_ALL");
        for (var one : List.of(first, second)) {
            api.done(CLERK, one, "withdraw", Map.of("reason", "不办了"));
        }
        assertThat(
                        go(CLERK, bundle, "return", Map.of("receiver", "本人"))
                                .body()
                                .path("item")
                                .path("state")
                                .asString())
                .isEqualTo("done");
        refused(go(CLERK, bundle, "return", Map.of("receiver", "本人")), "BUNDLE_OPEN");
        assertThat(rebuild.run().stream().filter(c -> c.table().equals("window_item")))
                .hasSize(1)
                .allMatch(Rebuild.Compared::same);
    }

    @Test
    @Requirement(value = "C70", level = Level.API, fault = "anybody could hand an inquiry over")
    void whoeverIsAskedFirstAnswersUntilHeHandsOverWithTheInquirerTold() throws Exception {
        window("hall", "综合窗口", "general");
        var asked = Map.of("window", "hall", "question", "怎样办理变更", "inquirer", "王女士 13800000000");
        var inquiry = no(begin("limin", "inquiry", asked));
        var handed = Map.of("to", "p-zhouqihang", "informed", "电话告知");
        refused(go(CLERK, inquiry, "hand-over", handed), "INQUIRY_RESPONSIBLE");
        refused(
                go("limin", inquiry, "hand-over", Map.of("to", "p-zhouqihang")),
                "INQUIRY_INFORMED");
        refused(
                go("limin", inquiry, "hand-over", Map.of("to", "p-limin", "informed", "电话")),
                "INQUIRY_RECEIVER");
        assertThat(
                        go("limin", inquiry, "hand-over", handed)
                                .body()
                                .path("item")
                                .path("person")
                                .asString())
                .isEqualTo("p-zhouqihang");
        refused(go("limin", inquiry, "answer", Map.of("answer", "已办")), "INQUIRY_RESPONSIBLE");
        var open = api.get("zhouqihang", "/api/v1/window/items?kind=inquiry&state=open").body();
        assertThat(open.toString()).contains(inquiry);
        assertThat(open.get(0).path("item").path("due").asString())
                .isGreaterThan(clock.today().toString());
        no(go("zhouqihang", inquiry, "answer", Map.of("answer", "持身份证到窗口办理")));
        refused(go("zhouqihang", inquiry, "answer", Map.of("answer", "再")), "INQUIRY_OPEN");
    }

    @Test
    @Requirement(value = "D39", level = Level.API, fault = "a fee was taken for a copy")
    void aFreeCopyIsLoggedAndNeverMakesAFee() throws Exception {
        window("hall", "综合窗口", "general");
        var copy = Map.of("window", "hall", "pages", 12, "what", "营业执照", "fee", "0.50");
        refused(begin(CLERK, "copy", copy), "COPY_IS_FREE");
        // J12: what was tried against an integrity rule stays on record with the person.
        var tried = api.get("yanzhengqing", "/api/v1/attempts?person=p-" + CLERK).body().path(0);
        assertThat(tried.path("rules").path(0).asString()).isEqualTo("COPY_IS_FREE");
        var logged =
                no(begin(CLERK, "copy", Map.of("window", "hall", "pages", 12, "what", "营业执照")));
        var clerk = Clerk.signedIn(port, CLERK);
        assertThat(clerk.get("/desk/window/items/" + logged).body()).contains("免费复印", "营业执照");
        assertThat(clerk.get("/desk/fees").body()).doesNotContain(logged);
    }

    @Test
    @Requirement(value = "D48", level = Level.API, fault = "an inspection of two items was taken")
    void conductIsInspectedByThreeItemsAndStandsInThePersonsFile() throws Exception {
        window("hall", "综合窗口", "general");
        var clerk = Clerk.signedIn(port, CLERK);
        var norms =
                Map.of(
                        "window",
                        "hall",
                        "person",
                        "p-shenruoxi",
                        "appearance",
                        "yes",
                        "speech",
                        "yes");
        refused(begin("chenyuanshan", "conduct", norms), "CONDUCT_THREE_ITEMS");
        var all =
                Map.of(
                        "window",
                        "hall",
                        "person",
                        "p-shenruoxi",
                        "appearance",
                        "yes",
                        "speech",
                        "no",
                        "manner",
                        "yes",
                        "note",
                        "接待时使用手机");
        refused(begin(CLERK, "conduct", all), "CONDUCT_NOT_ONESELF");
        no(begin("chenyuanshan", "conduct", all));
        var file = api.get(CLERK, "/api/v1/window/people/p-shenruoxi").body();
        assertThat(file.path("conduct").get(0).path("item").path("about").asString())
                .isEqualTo("speech");
        assertThat(clerk.get("/desk/window/people/p-shenruoxi").body()).contains("言谈举止", "有不符合的");
        assertThat(api.get("caoyang", "/api/v1/window/people/p-shenruoxi").status()).isEqualTo(403);
        assertThat(
                        Clerk.signedIn(port, CLERK)
                                .post(
                                        "/desk/window",
                                        "/desk/window/copy",
                                        Map.of(
                                                "window",
                                                "hall",
                                                "pages",
                                                "很多",
                                                "what",
                                                "营业执照",
                                                "command",
                                                UUID.randomUUID().toString()))
                                .body())
                .contains("很多", "营业执照");
    }

    @Test
    @Requirement(
            value = "D44",
            level = Level.API,
            fault = "a link was good for as many ratings as somebody liked")
    void afterDeliveryALinkRatesOnceAndABadRatingIsFollowedUpBySomebodyElse() throws Exception {
        var no = api.accepted();
        refused(begin(CLERK, "rating", Map.of("case", no)), "RATING_AFTER_DELIVERY");
        var served = served();
        var invited = begin(CLERK, "rating", Map.of("case", served));
        var rating = no(invited);
        var link = invited.body().path("link").asString();
        refused(begin(CLERK, "rating", Map.of("case", served)), "RATING_ONCE");
        var stranger = new Browser(port);
        assertThat(stranger.get("/ratings/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        var form = stranger.get(link);
        assertThat(form.body()).contains(served, "非常满意", "满意", "基本满意", "不满意", "非常不满意");
        var command = UUID.randomUUID().toString();
        var none = stranger.post(link, rate(form, command, ""));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("请选择一个等级", "等了很久");
        assertThat(stranger.post(link, rate(form, command, "dissatisfied")).statusCode())
                .isEqualTo(302);
        assertThat(stranger.get(link).body()).contains("已经评价").doesNotContain("提交评价");
        assertThat(
                        stranger.post(
                                        link,
                                        rate(form, UUID.randomUUID().toString(), "very-satisfied"))
                                .statusCode())
                .isEqualTo(409);

        var item = api.get(CLERK, "/api/v1/window/items/" + rating).body();
        assertThat(item.path("item").path("state").asString()).isEqualTo("bad");
        assertThat(item.path("item").path("due").asString())
                .isGreaterThan(clock.today().toString());
        assertThat(Clerk.signedIn(port, "chenyuanshan").get("/desk/window").body())
                .contains(rating);
        var told = Map.of("found", "窗口少开一个，已加开", "told", "电话回访，表示理解");
        refused(go(CLERK, rating, "follow-up", told), "RATING_NOT_BY_ONESELF");
        refused(
                go("chenyuanshan", rating, "follow-up", Map.of("found", "已核实")),
                "RATING_CALLED_BACK");
        no(go("chenyuanshan", rating, "follow-up", told));
        refused(go("chenyuanshan", rating, "follow-up", told), "RATING_BAD_OPEN");
        var file = api.get("chenyuanshan", "/api/v1/window/people/p-shenruoxi").body();
        assertThat(file.path("grades").path("dissatisfied").asLong()).isPositive();
        var summary = stranger.get("/ratings").body();
        assertThat(summary).contains("青岚县文化和旅游局").doesNotContain("沈若溪", "等了很久");
        assertThat(api.get(CLERK, "/api/v1/public/ratings").body().get(0).path("all").asLong())
                .isPositive();
    }

    private static Map<String, String> rate(
            java.net.http.HttpResponse<String> form, String command, String grade) {
        return Map.of(
                "_csrf", Browser.token(form), "command", command, "grade", grade, "words", "等了很久");
    }

    /// A case whose decision was served.
    private String served() {
        var no = api.toDecide(true);
        api.done("linshufen", no, "decide", Api.decision(true));
        api.done(CLERK, no, "serve", Api.SERVED);
        return no;
    }
}
