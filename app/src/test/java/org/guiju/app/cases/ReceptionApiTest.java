package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The licence by API up to its acceptance.
@RunningGuiju
class ReceptionApiTest extends OnTheApi {

    private String published(String code, int daysAhead) throws Exception {
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: " + code)
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst(
                                "(?m)^in-force: .*$",
                                "in-force: " + clock.today().plusDays(daysAhead));
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var form = "/catalog/powers/new";
        assertThat(clerk.multipart(form, form, Map.of("text", text)).statusCode()).isEqualTo(200);
        return text;
    }

    private void publish(String code, int daysAhead) throws Exception {
        Publishing.publish(port, published(code, daysAhead));
    }

    private void cancelFromTomorrow(String code) throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var address = "/catalog/powers/" + code + "/cancel";
        var fields =
                Map.of(
                        "day", clock.today().plusDays(1).toString(),
                        "basis", "县政府令第 2 号",
                        "command", Clerk.command(clerk.get(address)));
        assertThat(clerk.post(address, address, fields).statusCode()).isEqualTo(302);
    }

    private void nothingBegins(String code, String rule) throws Exception {
        refused(api.tryToApply("shenruoxi", code, List.of()), rule);
        var citizen = new Browser(port);
        assertThat(citizen.get("/powers/" + code + "/apply").statusCode()).isIn(404, 409);
        var begun =
                citizen.post(
                        "/powers/" + code + "/apply",
                        Map.of(
                                "situation",
                                "preparation",
                                "_csrf",
                                Browser.token(citizen.get("/track"))));
        assertThat(begun.statusCode()).as("begun on its page: %s", code).isIn(404, 409);
        var window = Clerk.signedIn(port, "shenruoxi");
        var taken = window.get("/desk/intake/new?power=" + code + "&situation=preparation");
        assertThat(taken.statusCode()).as("taken in at the window: %s", code).isEqualTo(404);
    }

    @Test
    @Requirement(
            value = "A46",
            level = Level.API,
            fault =
                    "cancelled powers still counted as in force; the apply page offered any published version")
    void nothingBeginsOffTheListByPageOrByApi() throws Exception {
        nothingBegins("000000-NO-XK-0001", "POWER_LISTED");

        var draft = "330899-WL-XK-9911";
        published(draft, 0);
        nothingBegins(draft, "POWER_LISTED");

        var ahead = "330899-WL-XK-9912";
        publish(ahead, 30);
        nothingBegins(ahead, "POWER_IN_FORCE");

        var cancelled = "330899-WL-XK-9913";
        publish(cancelled, 0);
        assertThat(api.tryToApply("shenruoxi", cancelled, List.of()).status()).isEqualTo(201);
        cancelFromTomorrow(cancelled);
        TestClock.ahead(Duration.ofDays(1));
        nothingBegins(cancelled, "POWER_IN_FORCE");
    }

    @Test
    @Requirement(
            value = "D2",
            level = Level.PAGE,
            fault = "window intake stored under another channel")
    void whatTheWindowTakesInOnPaperGoesTheSameWay() throws Exception {
        var clerk = Clerk.signedIn(port, "shenruoxi");
        var form = "/desk/intake/new?power=" + Api.POWER + "&situation=preparation";
        var fields = new java.util.HashMap<String, String>();
        fields.put("command", Clerk.command(clerk.get(form)));
        fields.put("power", Api.POWER);
        fields.put("situation", "preparation");
        fields.put("kind", "organisation");
        fields.put("applicant", "青岚纸件网咖");
        fields.put("received", clock.today().toString());
        Api.answers().forEach((id, answer) -> fields.put("a-" + id, answer));
        Api.MATERIALS.forEach(m -> fields.put("m-" + m, "yes"));
        var taken = clerk.multipart(form, "/desk/intake/new", fields);
        assertThat(taken.statusCode()).isEqualTo(302);
        var receipt = taken.headers().firstValue("location").orElseThrow();
        var no = receipt.substring(receipt.lastIndexOf('/') + 1);
        var rows = api.get("limin", "/api/v1/cases?size=1&q=" + no).body().path("rows");
        assertThat(rows.get(0).path("channel").asString()).isEqualTo("window");
        assertThat(api.open(no)).containsExactly("accept");
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        assertThat(api.open(no)).containsExactly("review");
    }

    @Test
    @Requirement(value = "C18", level = Level.API, fault = "CHANNEL_OFFERED taken out")
    void aMatterHasItsChannelsAndTakesNothingByAnother() throws Exception {
        var none =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: 330899-WL-XK-9914")
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today())
                        .replaceFirst("channels: \\[.*]", "channels: []");
        var form = "/catalog/powers/new";
        var page =
                Clerk.signedIn(port, "zhengwenbo")
                        .multipart(form, "/catalog/powers/submit", Map.of("text", none));
        assertThat(page.statusCode()).isEqualTo(400);
        var application =
                new java.util.HashMap<>(Api.application(Api.POWER, "preparation", List.of()));
        application.put("channel", "post");
        refused(
                api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", application),
                "CHANNEL_OFFERED");
        application.put("channel", "hall");
        assertThat(
                        api.post(
                                        "shenruoxi",
                                        UUID.randomUUID(),
                                        "/api/v1/applications",
                                        application)
                                .status())
                .isEqualTo(201);
    }

    private static Map<String, Object> ask(String... items) {
        return Map.of("step", "accept", "items", List.of(items), "reasons", "缺页");
    }

    @Test
    @Requirement(
            value = "D8",
            level = Level.API,
            fault = "ONLY_LISTED_MATERIALS taken out of the one-off notice")
    void onlyWhatIsListedIsAskedFor() {
        var no = api.received();
        refused(
                api.act("shenruoxi", no, "request-supplement", ask("title", "bank-statement")),
                "ONLY_LISTED_MATERIALS");
        assertThat(api.open(no)).containsExactly("accept");
        api.done("shenruoxi", no, "request-supplement", ask("title"));
    }

    @Test
    @Requirement(
            value = "D7",
            level = Level.API,
            fault = "ONE_OFF_NOTICE_ONCE, then ONE_OFF_NOTICE_COMPLETE taken out")
    void theNoticeAsksOnceAndForEverythingThatIsMissing() {
        var no =
                api.apply("shenruoxi", Api.POWER, List.of("charter", "identity"))
                        .path("no")
                        .asString();
        refused(
                api.act("shenruoxi", no, "request-supplement", ask("title")),
                "ONE_OFF_NOTICE_COMPLETE");
        api.done("shenruoxi", no, "request-supplement", ask("title", "funds"));
        assertThat(api.open(no)).containsExactly("await-applicant");
        api.done(
                "shenruoxi",
                no,
                "supply-materials",
                Map.of(
                        "step",
                        "await-applicant",
                        "files",
                        List.of(Api.file("title"), Api.file("funds"))));
        refused(
                api.act("shenruoxi", no, "request-supplement", ask("charter")),
                "ONE_OFF_NOTICE_ONCE");
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
    }

    @Test
    void afterFiveWorkingDaysSilenceHasAccepted() {
        var no = api.received();
        TestClock.ahead(Duration.ofDays(20));
        refused(api.act("shenruoxi", no, "request-supplement", ask("title")), "STEP_OPEN");
    }

    @ParameterizedTest
    @Requirement(
            value = "D46",
            level = Level.API,
            fault = "STEP_OPEN switched off; then refused acts no longer recorded")
    @CsvSource({
        "linshufen,decide",
        "limin,give-opinion",
        "zhaojun,sign-inspection",
        "chenyuanshan,sign-minutes",
        "shenruoxi,serve",
        "wuxiaodie,archive"
    })
    void noCallSkipsAStepAndTheTryIsOnRecord(String user, String act) {
        var no = api.received();
        var body =
                switch (act) {
                    case "decide" -> Api.decision(true);
                    case "give-opinion" -> api.opinion(Api.STANDARDS);
                    case "archive" -> Map.of("step", "archive");
                    case "sign-minutes" -> Map.of("step", "joint-review");
                    case "serve" -> Api.SERVED;
                    default -> Map.of("step", "inspect");
                };
        refused(api.act(user, no, act, body), "STEP_OPEN");
        assertThat(api.open(no)).containsExactly("accept");
        var tried = api.get("yanzhengqing", "/api/v1/attempts?person=p-" + user).body().path(0);
        assertThat(tried.path("matter").asString()).isEqualTo(no);
        assertThat(tried.path("rules").path(0).asString()).isEqualTo("STEP_OPEN");
    }

    @Test
    @Requirement(
            value = "J12",
            level = Level.API,
            fault = "refused acts on a case no longer recorded")
    void aRefusedTryIsOnRecordWithPersonRuleAndTimeAndOnlySupervisionReadsIt() {
        var no = api.accepted();
        var before = clock.now().minusSeconds(1);
        refused(
                api.act("zhouqihang", no, "appoint-pair", Api.pair("p-limin", "p-limin")),
                "A_AND_B_DIFFER");
        var path = "/api/v1/attempts?person=p-zhouqihang";
        var tried = api.get("yanzhengqing", path).body().path(0);
        assertThat(tried.path("person").asString()).isEqualTo("p-zhouqihang");
        assertThat(tried.path("matter").asString()).isEqualTo(no);
        assertThat(tried.path("rules").path(0).asString()).isEqualTo("A_AND_B_DIFFER");
        assertThat(java.time.Instant.parse(tried.path("at").asString()))
                .isBetween(before, clock.now());
        assertThat(api.get("zhouqihang", path).status()).isEqualTo(200);
        assertThat(api.get("limin", path).status()).isEqualTo(403);
        refused(api.tryToApply("shenruoxi", "000000-NO-XK-0002", List.of()), "POWER_LISTED");
        var off = api.get("yanzhengqing", "/api/v1/attempts?person=p-shenruoxi").body().path(0);
        assertThat(off.path("matter").asString()).isEqualTo("000000-NO-XK-0002");
    }

    @Test
    void theSameCommandTwiceIsOneActAndAnotherBodyIsRefused() {
        var no = api.received();
        var key = UUID.randomUUID();
        var path = "/api/v1/cases/" + no + "/commands/accept";
        var first = api.post("shenruoxi", key, path, Map.of("step", "accept"));
        var again = api.post("shenruoxi", key, path, Map.of("step", "accept"));
        assertThat(again).isEqualTo(first);
        assertThat(api.post("shenruoxi", key, path, Map.of("step", "review")).status())
                .isEqualTo(422);
    }

    @Test
    void nonsenseIsAFaultOfItsFieldAndNeverAnError() {
        var no = api.received();
        for (var text :
                List.of(
                        "\u0000",
                        "\ud800",
                        "x".repeat(6000),
                        "<script>",
                        "'; drop table event; --",
                        "\u202e",
                        "\ufdd0")) {
            var answer =
                    api.act(
                            "shenruoxi",
                            no,
                            "refuse-acceptance",
                            Map.of("step", "nowhere", "ground", "x", "reasons", text));
            assertThat(answer.status()).as("%s", answer).isIn(400, 409);
        }
        assertThat(api.act("shenruoxi", no, "dance", Map.of()).status()).isEqualTo(404);
        assertThat(api.act("shenruoxi", "2026-9999", "accept", Map.of()).status()).isEqualTo(404);
        assertThat(api.act("citizen", no, "accept", Map.of("step", "accept")).status())
                .isEqualTo(403);
        assertThat(api.get("limin", "/api/v1/attempts?person=").status()).isEqualTo(400);
        assertThat(api.get("citizen", "/api/v1/attempts?person=p-limin").status()).isEqualTo(403);
    }
}
