package org.guiju.app.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Money below, on and above the limit by API, and a citizen's comment by page.
@RunningGuiju
class MattersApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECTION = "zhengwenbo";
    private static final String CHIEF = "chenyuanshan";
    @LocalServerPort int port;
    @Autowired Portfolios portfolios;
    @Autowired OfficialClock clock;
    private Duration before = Duration.ZERO;
    private String finance = "";
    private String other = "";

    private record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    @BeforeEach
    void today() {
        before = TestClock.ahead();
        TestClock.ahead(Duration.ZERO);
        var deputy =
                portfolios
                        .inCharge(new OrganId("qinglan-culture"), "finance", clock.today())
                        .orElseThrow()
                        .value();
        finance = deputy.contains("gaojianye") ? "gaojianye" : "linshufen";
        other = finance.equals("gaojianye") ? "linshufen" : "gaojianye";
    }

    @AfterEach
    void restore() {
        TestClock.ahead(before);
    }

    private Answer send(String user, String method, String path, Map<String, ?> body)
            throws Exception {
        var basic = (user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic))
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        }
    }

    private String filed(String amount, String route) throws Exception {
        var answer =
                send(
                        SECTION,
                        "POST",
                        "/api/v1/matters",
                        Map.of("item", "payment", "title", "支出", "text", "说明", "amount", amount));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.body().path("route").asString()).isEqualTo(route);
        return answer.body().path("id").asString();
    }

    private Answer act(String user, String id, String name) throws Exception {
        return send(
                user,
                "POST",
                "/api/v1/matters/" + id + "/commands/" + name,
                Map.of("approved", "yes", "opinion", "同意", "text", "已办理"));
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("remedy").asString("")).isNotBlank();
        assertThat(answer.body().path("title").asString("")).doesNotContain("{");
    }

    private void done(Answer answer, String stage) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("stage").asString()).isEqualTo(stage);
    }

    @Test
    void theAmountRoutesAPaymentJustBelowOnAndAboveEachLimit() throws Exception {
        filed("49999.99", "single");
        filed("50000.01", "countersigned");
        filed("500000.00", "countersigned");
        filed("500000.01", "collective");
        var within = filed("50000", "single");
        refused(act(SECTION, within, "implement"), "STEP_IN_ORDER");
        refused(act(other, within, "endorse"), "DEPUTY_IN_CHARGE");
        refused(act(CHIEF, within, "endorse"), "CHIEF_SUPERVISES");
        done(act(finance, within, "endorse"), "implement");
        done(act(SECTION, within, "implement"), "close");
    }

    @Test
    void aboveTheLimitTheDeputySignsBeforeTheChiefAndNobodyPaysBefore() throws Exception {
        var id = filed("50000.01", "countersigned");
        refused(act(CHIEF, id, "countersign"), "STEP_IN_ORDER");
        done(act(finance, id, "endorse"), "countersign");
        refused(act(SECTION, id, "implement"), "STEP_IN_ORDER");
        done(act(CHIEF, id, "countersign"), "implement");
        done(act(SECTION, id, "implement"), "close");
    }

    @Test
    void anAppointmentIsFiledByTheSectionAndStandsStillWithoutAResolution() throws Exception {
        var motion = Map.of("item", "appointment", "title", "任职动议", "text", "说明");
        refused(send(CHIEF, "POST", "/api/v1/matters", motion), "MOTION_NOT_BY_CHIEF");
        refused(
                send(
                        SECTION,
                        "POST",
                        "/api/v1/matters",
                        Map.of("item", "unknown", "title", "x", "text", "x")),
                "SCOPE_DEFINED");
        var id = send(SECTION, "POST", "/api/v1/matters", motion).body().path("id").asString();
        var page = Clerk.signedIn(port, SECTION).get("/matters/" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("任职动议", "集体讨论决定");
        refused(act(SECTION, id, "decide"), "STEP_IN_ORDER");
    }

    @Test
    void anybodyCommentsOnAPublishedDraftAndSeesWhatBecameOfIt() throws Exception {
        var browser = new Browser(port);
        var list = browser.get("/decisions").body();
        assertThat(list).contains("公共文化场馆延时开放方案").doesNotContain("任职动议");
        var before = list.substring(0, list.indexOf("公共文化场馆延时开放方案"));
        var id = before.substring(before.lastIndexOf("/decisions/S") + 11).substring(0, 10);
        var form = browser.get("/decisions/" + id);
        assertThat(form.body()).contains("已与公交公司协调").doesNotContain("建议周末开放到二十二时");
        var command = Clerk.command(form);
        var sent =
                browser.post(
                        "/decisions/" + id + "/comments",
                        Map.of(
                                "_csrf",
                                Browser.token(form),
                                "command",
                                command,
                                "text",
                                "请增加残疾人通道"));
        assertThat(sent.statusCode()).isBetween(200, 303);
        var receipt = command.replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
        assertThat(browser.get("/decisions/" + id).body())
                .contains(receipt)
                .doesNotContain("请增加残疾人通道");
        var answered =
                send(
                        SECTION,
                        "POST",
                        "/api/v1/matters/" + id + "/commands/answer",
                        Map.of("receipt", receipt, "adopted", "no", "reason", "馆内已有通道"));
        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
        assertThat(browser.get("/decisions/" + id).body()).contains("请增加残疾人通道", "馆内已有通道");
    }

    @Test
    void thePagesAndExportsOpen() throws Exception {
        var clerk = Clerk.signedIn(port, SECTION);
        for (var page :
                new String[] {
                    "/matters",
                    "/matters/new",
                    "/matters/new?item=works",
                    "/matters/new?item=plan",
                    "/matters/new?item=payment",
                    "/matters/book",
                    "/matters/export.csv"
                }) {
            assertThat(clerk.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(clerk.get("/matters?organ=qinglan-chengguan").statusCode()).isEqualTo(403);
        assertThat(
                        Clerk.signedIn(port, "yanzhengqing")
                                .get("/matters?organ=qinglan-chengguan")
                                .body())
                .contains("环卫作业车辆维修");
    }

    @Test
    @Requirement(
            value = "D36",
            level = Level.API,
            fault =
                    "a trade before the approval let through; then a result kept off the public list")
    void aTradeStandsInThePublicListWithPlatformNumberAndResult() throws Exception {
        var id = filed("40000", "single");
        var trade =
                Map.of(
                        "trade", "procurement",
                        "project", "接口测试图书采购",
                        "platform", "青岚县公共资源交易平台",
                        "tender", "QLCG-测试-" + id,
                        "mode", "inquiry",
                        "announced", clock.today().toString());
        var commands = "/api/v1/matters/" + id + "/commands/";
        refused(send(SECTION, "POST", commands + "trade", trade), "TRADE_AFTER_APPROVAL");
        assertThat(act(finance, id, "endorse").status()).isEqualTo(200);
        assertThat(send(SECTION, "POST", commands + "trade", trade).status()).isEqualTo(200);
        assertThat(listed(id).path("outcome").asString()).isEqualTo("open");
        var bare =
                Map.of(
                        "tender",
                        "QLCG-测试-" + id,
                        "outcome",
                        "won",
                        "settled",
                        clock.today().toString());
        refused(send(SECTION, "POST", commands + "award", bare), "TRADE_RESULT_STATED");
        var page = Clerk.signedIn(port, SECTION);
        assertThat(page.get("/matters/" + id).body()).contains("登记交易结果", "QLCG-测试-" + id);
        var form = new java.util.HashMap<String, String>();
        bare.forEach(form::put);
        form.put("winner", "青岚接口书店");
        form.put("amount", "38,650.50");
        form.put("command", UUID.randomUUID().toString());
        assertThat(page.post("/matters/" + id, "/matters/" + id + "/acts/award", form).statusCode())
                .isIn(200, 302, 303);
        var told = listed(id);
        assertThat(told.path("outcome").asString()).as("%s", told).isEqualTo("won");
        assertThat(told.path("platform").asString()).isEqualTo("青岚县公共资源交易平台");
        assertThat(told.path("winner").asString()).isEqualTo("青岚接口书店");
        assertThat(told.path("price").asString()).isEqualTo("38650.50");
        var stranger = new Browser(port);
        assertThat(stranger.get("/trades?kind=procurement").body())
                .contains("QLCG-测试-" + id, "青岚接口书店", "38,650.50", "询价");
        assertThat(stranger.get("/trades?kind=land").body()).doesNotContain("QLCG-测试-" + id);
        assertThat(stranger.get("/trades.csv").body()).contains("QLCG-测试-" + id, "38650.50");
    }

    private JsonNode listed(String id) {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:"
                                                            + port
                                                            + "/api/v1/public/trades"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            for (var trade : JSON.readTree(answer.body())) {
                if (trade.path("number").asString().equals("QLCG-测试-" + id)) {
                    return trade;
                }
            }
            throw new AssertionError("not listed: " + answer.body());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
