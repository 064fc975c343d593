package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// What becomes of a power after it was cleared: merged, delegated, entrusted, cancelled.
@RunningGuiju
class AdjustmentsApiTest extends OnTheApi {
    private static final String DECISION = "《示例决定》（示例〔2026〕1号）";
    private static final String CLERK = Publishing.CLERK;

    private String publish(String code, int version) throws Exception {
        Publishing.publish(
                port,
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: " + code)
                        .replaceFirst("(?m)^version: .*$", "version: " + version)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today()));
        return code;
    }

    private Api.Answer adjust(String user, String code, String act, Map<String, String> body) {
        return api.post(
                user, UUID.randomUUID(), "/api/v1/adjustments/" + code + "/commands/" + act, body);
    }

    private void adjusted(String user, String code, String act, Map<String, String> body) {
        var answer = adjust(user, code, act, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private String today() {
        return clock.today().toString();
    }

    private String received(String code) {
        return new Api(port, code).received();
    }

    @Test
    @Requirement(
            value = "A31",
            level = Level.PAGE,
            fault = "the page of a merged item leads nowhere")
    @Requirement(
            value = "A32",
            level = Level.API,
            fault = "a power whose institution is outdated counts as in force")
    void aMergedItemLeadsToTheOneThatSurvivesWhichTakesNothingUntilItsInstitutionIsRevised()
            throws Exception {
        var absorbed = publish("330899-WL-XK-9311", 1);
        var survivor = publish("330899-WL-XK-9312", 1);
        var running = received(absorbed);
        adjusted(
                CLERK,
                absorbed,
                "merge",
                Map.of("into", survivor, "from", today(), "text", DECISION));

        refused(api.tryToApply("shenruoxi", absorbed, List.of()), "POWER_NOT_MERGED");
        refused(api.tryToApply("shenruoxi", survivor, List.of()), "INSTITUTION_REVISED");
        api.done("shenruoxi", running, "accept", Map.of("step", "accept"));

        var citizen = new Browser(port);
        var led = citizen.get("/powers/" + absorbed);
        assertThat(led.statusCode()).isEqualTo(302);
        var survives = citizen.get("/powers/" + survivor + "?merged=" + absorbed).body();
        assertThat(survives).contains("制度待修订").contains("您打开的事项 " + absorbed + " 已经并入本事项");
        assertThat(citizen.get("/powers/" + survivor + "/apply").statusCode()).isEqualTo(409);
        assertThat(citizen.get("/powers/" + absorbed + "/versions").statusCode()).isEqualTo(200);
        for (var code : List.of(absorbed, survivor)) {
            assertThat(citizen.get("/powers/" + code + "/adjustments").body()).contains(DECISION);
        }
        assertThat(
                        api.get(CLERK, "/api/v1/adjustments/" + absorbed)
                                .body()
                                .path("leadsTo")
                                .asString())
                .isEqualTo(survivor);

        publish(survivor, 2);
        assertThat(api.tryToApply("shenruoxi", survivor, List.of()).status()).isEqualTo(201);
        assertThat(citizen.get("/powers/" + survivor).body()).doesNotContain("id=\"outdated\"");
    }

    @Test
    @Requirement(
            value = "A29",
            level = Level.API,
            fault = "the institution of the giver stays in force after the delegation")
    @Requirement(
            value = "A85",
            level = Level.API,
            fault = "a delegation counts as in place from its day")
    void aDelegatedPowerLeavesItsOrgansListAndIsNotInPlaceUntilTheReceiverConfirms()
            throws Exception {
        var code = publish("330899-WL-XK-9313", 1);
        var citizen = new Browser(port);
        assertThat(citizen.get("/powers.json?department=" + culture()).body()).contains(code);
        var due = clock.today().plusDays(10);
        adjusted(
                CLERK,
                code,
                "delegate",
                Map.of(
                        "organ",
                        "qinglan-bailu",
                        "from",
                        today(),
                        "due",
                        due.toString(),
                        "text",
                        DECISION));
        refused(api.tryToApply("shenruoxi", code, List.of()), "POWER_NOT_DELEGATED");
        assertThat(citizen.get("/powers.json?department=" + culture()).body()).doesNotContain(code);
        assertThat(citizen.get("/powers.json?department=" + bailu()).body()).contains(code);
        var page = citizen.get("/powers/" + code);
        assertThat(page.body()).contains("白鹭镇人民政府").contains("承接机关还没有确认到位");
        assertThat(citizen.get("/powers/" + code + "/adjustments").body()).contains(DECISION);

        assertThat(shown("waiting")).contains(code);
        assertThat(shown("overdue")).doesNotContain(code);
        TestClock.ahead(Duration.ofDays(10));
        assertThat(shown("overdue")).as("the last day has not passed").doesNotContain(code);
        TestClock.ahead(Duration.ofDays(11));
        assertThat(shown("overdue")).contains(code);
        assertThat(Clerk.signedIn(port, CLERK).get("/catalog/adjustments?show=overdue").body())
                .contains(code)
                .contains("逾期未承接");
        TestClock.ahead(Duration.ZERO);
        refused(adjust(CLERK, code, "confirm", Map.of()), "RECEIVER_CONFIRMS");
        adjusted("yinguangrong", code, "confirm", Map.of());
        TestClock.ahead(Duration.ofDays(11));
        assertThat(shown("overdue")).doesNotContain(code);
        assertThat(shown("waiting")).doesNotContain(code);
    }

    private String shown(String filter) {
        return api.get(CLERK, "/api/v1/adjustments?show=" + filter).body().toString();
    }

    private static String culture() {
        return encoded("青岚县文化和旅游局");
    }

    private static String bailu() {
        return encoded("青岚县白鹭镇人民政府");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    @Requirement(
            value = "A78",
            level = Level.API,
            fault = "an entrusted organ accepts before its institution is approved")
    void anEntrustedOrganAcceptsOnceItsInstitutionIsApprovedAndDoesNothingElse() throws Exception {
        var code = publish("330899-WL-XK-9314", 1);
        var town = new OrganId("qinglan-bailu");
        var no = received(code);
        var accept = Map.of("step", "accept");
        refused(api.act("weijiahui", no, "accept", accept), "ROLE_HELD");
        adjusted(
                CLERK,
                code,
                "entrust",
                Map.of("organ", town.value(), "from", today(), "text", DECISION));
        refused(api.act("weijiahui", no, "accept", accept), "ENTRUSTED_INSTITUTION");
        refused(api.tryToApply("weijiahui", code, List.of()), "ENTRUSTED_INSTITUTION");
        adjusted(
                CLERK,
                code,
                "approve",
                Map.of("organ", town.value(), "text", "《行政许可受理委托书》（示例〔2026〕2号）"));
        assertThat(api.tryToApply("weijiahui", code, List.of()).status()).isEqualTo(201);
        api.done("weijiahui", no, "accept", accept);
        reviewer(town);
        refused(
                api.act("townreviewer", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang")),
                "ENTRUSTED_ACCEPTANCE_ONLY");
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
    }

    /// Somebody in the town who holds the role of the next step.
    private void reviewer(OrganId town) {
        var person = new PersonId("p-townreviewer");
        appointments.appoint(
                new org.guiju.app.allocation.Officer(
                        person, town, "石小川", new Text("审查员", "Reviewer")),
                "便民服务中心",
                List.of("reviewer", "section-member"),
                LocalDate.of(2026, 1, 5),
                Stamp.own(clock.now(), "demo", UUID.randomUUID()));
        accounts.addOfficer("townreviewer", "qinglan-2026", person, "石小川");
    }

    @Test
    @Requirement(value = "A84", level = Level.PAGE, fault = "a cancelled item owes no plan")
    void aCancelledItemStaysOnTheListOfWarningsUntilPlanAndUnitAreEntered() throws Exception {
        var code = publish("330899-WL-XK-9315", 1);
        adjusted(CLERK, code, "cancel", Map.of("from", today(), "text", DECISION));
        refused(api.tryToApply("shenruoxi", code, List.of()), "POWER_IN_FORCE");
        var clerk = Clerk.signedIn(port, CLERK);
        assertThat(clerk.get("/catalog/adjustments?show=owed").body()).contains(code);
        var item = "/catalog/adjustments/of/" + code;
        var page = clerk.get(item);
        var missing =
                clerk.post(
                        item,
                        item,
                        Map.of(
                                "command", Clerk.command(page),
                                "act", "follow-up",
                                "organ", "qinglan-market",
                                "text", " "));
        assertThat(missing.statusCode()).isEqualTo(409);
        assertThat(missing.body()).contains("没有写明后续监管措施");
        assertThat(clerk.get("/catalog/adjustments?show=owed").body()).contains(code);
        var done =
                clerk.post(
                        item,
                        item,
                        Map.of(
                                "command", Clerk.command(clerk.get(item)),
                                "act", "follow-up",
                                "organ", "qinglan-market",
                                "text", "每季度抽查一次，由市场监管所负责"));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(clerk.get("/catalog/adjustments?show=owed").body()).doesNotContain(code);
        assertThat(clerk.get(item).body()).contains("每季度抽查一次").contains("青岚县市场监督管理局");
        assertThat(clerk.get("/catalog/adjustments/register.csv").body()).contains(code);
    }
}
