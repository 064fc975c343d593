package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;

/// Recusal by interface and page: declared interests, what the registers show and to whom, requests, answers, and what follows.
@RunningGuiju
class RecusalApiTest extends OnTheApi {
    /// Of this test alone: what is declared against it stays declared.
    private static final String COMPANY = "青岚回避示例网咖";

    private static Map<String, Object> decision(String person, boolean granted, String to) {
        var body = new LinkedHashMap<String, Object>();
        body.put("person", person);
        body.put("granted", granted ? "yes" : "no");
        body.put("reason", granted ? "属实，应当回避" : "经核查不属实");
        body.put("successor", to);
        return body;
    }

    @Test
    void aRequestTakenDownAtTheWindowIsAnsweredByTheHeadAndTheCaseGoesToAnother() throws Exception {
        var no = api.paired();
        allKeys();
        var seek = Map.of("person", "p-limin", "reason", "办理人员与竞争企业有往来");
        api.done("shenruoxi", no, "seek-recusal", seek);
        refused(api.act("shenruoxi", no, "seek-recusal", seek), "RECUSAL_ASKED_ONCE");
        // The work goes on meanwhile.
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
        refused(
                api.act("limin", no, "decide-recusal", decision("p-limin", false, "")),
                "RECUSAL_BY_HEAD");
        refused(
                api.act("chenyuanshan", no, "decide-recusal", decision("p-limin", true, "")),
                "SUCCESSOR_NAMED");
        var head = Clerk.signedIn(port, "chenyuanshan");
        assertThat(head.get("/desk/cases/" + no).body()).contains("待决定", "李敏", "作出决定");
        var form = "/desk/cases/" + no + "/acts/decide-recusal";
        var sent =
                new LinkedHashMap<String, String>(
                        Map.of("command", UUID.randomUUID().toString(), "person", "p-limin"));
        sent.put("granted", "yes");
        sent.put("reason", "");
        sent.put("successor", "p-allkeys");
        assertThat(head.post(form, form, sent).statusCode()).isEqualTo(422);
        sent.put("reason", "属实，应当回避");
        assertThat(head.post(form, form, sent).statusCode()).isEqualTo(302);
        refused(
                api.act(
                        "limin",
                        no,
                        "settle-difference",
                        Map.of(
                                "step",
                                "review",
                                "standard",
                                "x",
                                "verdict",
                                "met",
                                "reason",
                                "核实")),
                "NOT_RECUSED");
        assertThat(Clerk.signedIn(port, "allkeys").get("/desk").body()).contains("接手的案件", no);
        assertThat(api.get("limin", "/api/v1/cases/" + no + "/recusals").body().toString())
                .contains("granted", "属实，应当回避");
    }

    @Test
    void aDeclaredInterestIsShownToTheHeadAndToHimselfAndToNobodyElse() throws Exception {
        var form = "/desk/interests";
        var who = Clerk.signedIn(port, "zhouqihang");
        var fields = new LinkedHashMap<String, String>();
        fields.put("command", UUID.randomUUID().toString());
        fields.put("in", COMPANY);
        fields.put("what", "");
        fields.put("from", "2026-13-01");
        fields.put("until", "");
        assertThat(who.post(form, form, fields).body()).contains("请写明是什么关系", "请写明日期", COMPANY);
        fields.put("what", "配偶持股百分之十");
        fields.put("from", "2025-03-01");
        assertThat(who.post(form, form, fields).statusCode()).isEqualTo(302);
        assertThat(who.get(form).body()).contains("配偶持股百分之十");
        assertThat(api.get("zhouqihang", "/api/v1/interests").body().toString())
                .contains("配偶持股百分之十");
        assertThat(api.get("limin", "/api/v1/interests").body().toString())
                .doesNotContain("配偶持股百分之十");
        var application =
                new LinkedHashMap<>(
                        Api.application(
                                Api.POWER,
                                "preparation",
                                Api.MATERIALS.stream().map(Api::file).toList()));
        application.put("applicant", COMPANY);
        var no =
                api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", application)
                        .body()
                        .path("no")
                        .asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        var address = "/desk/cases/" + no;
        assertThat(Clerk.signedIn(port, "chenyuanshan").get(address).body())
                .contains("系统提示", "配偶持股百分之十", "周启航");
        assertThat(who.get(address).body()).contains("配偶持股百分之十", "登记回避");
        assertThat(Clerk.signedIn(port, "limin").get(address).body())
                .doesNotContain("配偶持股百分之十")
                .doesNotContain("系统提示");
        var bad = api.post("limin", UUID.randomUUID(), "/api/v1/interests", Map.of("in", ""));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().toString()).contains("what", "from");
        // Against whom something is registered, to him nothing is handed over.
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-" + allKeys()));
        var sheet = Map.of("to", Map.of(no, "p-zhouqihang"), "reason", "休假");
        assertThat(
                        api.post("limin", UUID.randomUUID(), "/api/v1/in-hand/handovers", sheet)
                                .body()
                                .toString())
                .contains("TAKER_WITHOUT_GROUNDS");
    }

    @Test
    void thePartyAsksFromHerPageAndReadsTheAnswerThere() throws Exception {
        var street = new Street(api);
        var registered = street.register("ordinary", true);
        var no = registered.path("no").asString();
        var track = "/track/" + no;
        var party = follower(no, registered.path("queryCode").asString());
        var page = party.get(track);
        assertThat(page.body()).contains("申请回避").doesNotContain("曹阳");
        var token = Browser.token(page);
        var empty = Map.of("who", "p-nobody", "grounds", "", "_csrf", token);
        assertThat(party.post(track + "/recusal", empty).statusCode()).isEqualTo(422);
        var sent = Map.of("who", "p-caoyang", "grounds", "是竞争对手的亲属", "_csrf", token);
        assertThat(party.post(track + "/recusal", sent).statusCode()).isEqualTo(302);
        assertThat(party.get(track).body()).contains("等待机关负责人决定");
        api.done("niezhiyuan", no, "decide-recusal", decision("p-caoyang", false, ""));
        assertThat(party.get(track).body()).contains("驳回申请", "经核查不属实");
    }
}
