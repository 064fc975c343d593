package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.Test;

/// 收件 by API and at the window: agent, helper, word of mouth, originals.
@RunningGuiju
class IntakeApiTest extends OnTheApi {
    private Map<String, String> agent(int days, String... scope) {
        var bringing = new HashMap<String, String>();
        bringing.put("way", "agent");
        bringing.put("agent", "柳代理");
        bringing.put("document", "110101199001011234");
        bringing.put("mandateFrom", clock.today().toString());
        bringing.put("mandateUntil", clock.today().plusDays(days).toString());
        bringing.put("paperSeen", "yes");
        for (var s : scope) {
            bringing.put("scope-" + s, "yes");
        }
        return bringing;
    }

    private Api.Answer apply(Map<String, String> bringing, Map<String, String> originals) {
        var body =
                new HashMap<String, Object>(
                        Api.application(
                                Api.POWER,
                                "preparation",
                                List.of(Api.file("charter"), Api.file("identity"))));
        body.put("bringing", bringing);
        body.put("originals", originals);
        return api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", body);
    }

    private String taken(Map<String, String> bringing, Map<String, String> originals) {
        var answer = apply(bringing, originals);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body().path("no").asString();
    }

    private static Map<String, Object> supply(String... more) {
        var body = new HashMap<String, Object>();
        body.put("step", "wait-applicant");
        body.put("files", List.of(Api.file("funds"), Api.file("title")));
        for (var m : more) {
            body.put(m, "yes");
        }
        return body;
    }

    @Test
    void anAgentActsUntilHisMandateEndsAndTheWindowSaysWhyNotLater() throws Exception {
        var no = taken(agent(1, "apply"), Map.of());
        api.done(
                "shenruoxi",
                no,
                "request-supplement",
                Map.of(
                        "step", "accept",
                        "items", List.of("funds", "title"),
                        "reasons", "缺资金证明和产权证明"));
        var step = api.open(no).getFirst();
        var body = new HashMap<>(supply("byAgent"));
        body.put("step", step);
        TestClock.ahead(Duration.ofDays(2));
        refused(api.act("shenruoxi", no, "supply-materials", body), "MANDATE_RUNS");
        api.done(
                "shenruoxi",
                no,
                "name-agent",
                Map.of(
                        "agent",
                        "柳代理",
                        "document",
                        "110101199001011234",
                        "scope",
                        List.of("apply"),
                        "mandateFrom",
                        clock.today().toString(),
                        "mandateUntil",
                        clock.today().toString(),
                        "paperSeen",
                        "yes"));
        api.done("shenruoxi", no, "supply-materials", body);
        refused(api.act("shenruoxi", no, "withdraw", Map.of("byAgent", "yes")), "MANDATE_COVERS");
        var page = Clerk.signedIn(port, "shenruoxi").get("/desk/intake/" + no).body();
        assertThat(page)
                .contains("柳代理")
                .contains("110***********1234")
                .doesNotContain("110101199001011234");
    }

    @Test
    void whatAMandateHasToSayIsAskedForFieldByField() {
        var answer = apply(Map.of("way", "agent"), Map.of("charter", "thrown-away"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("faults").toString())
                .contains("bringing.agent", "bringing.document", "bringing.scope-apply")
                .contains("bringing.mandateUntil", "bringing.mandate", "originals.charter");
    }

    @Test
    void whoHelpedIsOnTheReceiptAndDoesNotReview() throws Exception {
        var body =
                new HashMap<String, Object>(
                        Api.application(
                                Api.POWER,
                                "preparation",
                                Api.MATERIALS.stream().map(Api::file).toList()));
        body.put("bringing", Map.of("way", "helper", "helper", "p-limin"));
        var no =
                api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", body)
                        .body()
                        .path("no")
                        .asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        refused(
                api.act("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang")),
                "HELPER_STAYS_OUT");
        assertThat(Clerk.signedIn(port, "shenruoxi").get("/desk/intake/" + no).body())
                .contains("代办人员")
                .contains("李敏");
    }

    @Test
    void whatWasSaidIsReadBackBeforeItIsAccepted() throws Exception {
        var clerk = Clerk.signedIn(port, "shenruoxi");
        var form = "/desk/intake/new?power=" + Api.POWER + "&situation=preparation";
        var fields = new HashMap<String, String>();
        fields.put("command", Clerk.command(clerk.get(form)));
        fields.put("power", Api.POWER);
        fields.put("situation", "preparation");
        fields.put("kind", "person");
        fields.put("applicant", "苏口述");
        fields.put("received", clock.today().toString());
        fields.put("way", "oral");
        Api.answers().forEach((id, answer) -> fields.put("a-" + id, answer));
        Api.MATERIALS.forEach(m -> fields.put("m-" + m, "yes"));
        fields.put("o-charter", "kept");
        var empty = clerk.multipart(form, "/desk/intake/new", fields);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("写下申请人口述的内容").contains("苏口述");
        fields.put("oral", "我想在春山路开一家网吧，房子是我哥哥的。");
        var taken = clerk.multipart(form, "/desk/intake/new", fields);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
        var receipt = taken.headers().firstValue("location").orElseThrow();
        var no = receipt.substring(receipt.lastIndexOf('/') + 1);
        assertThat(clerk.get("/desk/intake/" + no).body())
                .contains("口头申请笔录")
                .contains("房子是我哥哥的")
                .contains("原件留存，办结以前退还");
        refused(api.act("shenruoxi", no, "accept", Map.of("step", "accept")), "ORAL_SIGNED_FIRST");
        assertThat(api.act("shenruoxi", no, "read-back", Map.of()).status()).isEqualTo(400);
        api.done("shenruoxi", no, "read-back", Map.of("read", "yes", "witness", "邻居见证"));
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        refused(
                api.act(
                        "shenruoxi",
                        no,
                        "see-original",
                        Map.of("material", "charter", "handling", "copy")),
                "ORIGINAL_RETURNED_FIRST");
        assertThat(clerk.get("/desk/cases/" + no).body()).contains("退还原件");
        api.done("shenruoxi", no, "withdraw", Map.of("reason", "不办了"));
        api.done("shenruoxi", no, "return-original", Map.of("material", "charter", "taker", "苏口述"));
        refused(
                api.act(
                        "shenruoxi",
                        no,
                        "return-original",
                        Map.of("material", "charter", "taker", "苏口述")),
                "ORIGINAL_HELD");
    }
}
