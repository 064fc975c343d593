package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 流转动作 through page and API: back, signatures, copies, urging, an end without a decision, and what happens to a decision.
@RunningGuiju
class VerbsApiTest extends OnTheApi {
    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;
    @Autowired Registrar registrar;
    @Autowired Rebuild rebuild;
    @Autowired CasePapers papers;
    @Autowired CaseQuery query;

    private static Map<String, Object> with(Map<String, ?> fields, String name, Object value) {
        var all = new HashMap<String, Object>(fields);
        all.put(name, value);
        return all;
    }

    private String paper(String no, String kind) throws Exception {
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
        var id = query.byNo(no).orElseThrow();
        var issued =
                papers.of(id).stream().filter(p -> p.kind().equals(kind)).findFirst().orElseThrow();
        try (var document =
                Loader.loadPDF(
                        papers.open(id, issued.id(), org.guiju.app.cases.CasePapers.Form.PDF)
                                .bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private String desk(String user, String address) throws Exception {
        return Clerk.signedIn(port, user).get(address).body();
    }

    private String archived() {
        var no = api.toDecide(true);
        api.done("linshufen", no, "decide", Api.decision(true));
        api.done("shenruoxi", no, "serve", Api.SERVED);
        TestClock.ahead(Duration.ofDays(10));
        api.done("wuxiaodie", no, "archive", Map.of("step", "archive"));
        return no;
    }

    @Test
    void theDeciderSendsACaseBackToWorkThatItHasBeenThrough() throws Exception {
        var no = api.toDecide(true);
        var back = Map.of("step", "decide", "to", "accept", "reason", "场所面积前后不一致");
        refused(api.act("linshufen", no, "send-back", back), "BACK_TO_EARLIER_STEP");
        refused(api.act("limin", no, "send-back", with(back, "to", "review")), "ROLE_HELD");
        var form = desk("linshufen", "/desk/cases/" + no + "/acts/send-back?step=decide");
        assertThat(form)
                .contains("value=\"review\"", "value=\"section-meeting\"")
                .doesNotContain("value=\"accept\"", "value=\"serve\"");
        api.done("linshufen", no, "send-back", with(back, "to", "review"));
        assertThat(api.open(no)).containsExactly("review");
        assertThat(desk("limin", "/desk/cases/" + no)).contains("林淑芬 从决定退回到", "场所面积前后不一致");
        assertThat(Clerk.signedIn(port, "limin").allPages("/desk")).contains(no);
    }

    @Test
    void oneAfterTheOtherSignsOnHisOwnDeskAndTheStepWaits() throws Exception {
        var no = api.toDecide(true);
        var ask =
                Map.of(
                        "step",
                        "decide",
                        "mode",
                        "order",
                        "signatories",
                        List.of("p-gaojianye", "p-hejingyi"),
                        "question",
                        "是否同意拟准予的意见");
        refused(
                api.act(
                        "linshufen",
                        no,
                        "ask-countersign",
                        with(ask, "signatories", List.of("p-linshufen", "p-hejingyi"))),
                "SIGNATORIES_FIT");
        api.done("linshufen", no, "ask-countersign", ask);
        refused(api.act("linshufen", no, "decide", Api.decision(true)), "COUNTERSIGNED_FIRST");
        assertThat(Clerk.signedIn(port, "gaojianye").allPages("/desk")).contains(no);
        var sign = Map.of("step", "decide", "agrees", "yes", "opinion", "");
        refused(api.act("hejingyi", no, "countersign", sign), "SIGNED_IN_TURN");
        refused(api.act("zhaojun", no, "countersign", sign), "ROLE_HELD");
        api.done("gaojianye", no, "countersign", sign);
        var page = desk("hejingyi", "/desk/cases/" + no);
        assertThat(page).contains("acts/countersign?step=decide", "是否同意拟准予的意见");
        api.done(
                "hejingyi",
                no,
                "countersign",
                Map.of("step", "decide", "agrees", "no", "opinion", "租期不足一年"));
        var course = api.get("limin", "/api/v1/cases/" + no + "/course").body();
        assertThat(course.path("countersigning").path(0).path("complete").asBoolean()).isTrue();
        assertThat(course.toString()).contains("租期不足一年");
        api.done("linshufen", no, "decide", Api.decision(true));
    }

    @Test
    void aMeetingHasNoSignatoriesToAddOrRemove() {
        var no = api.toSection();
        var ask =
                Map.of(
                        "step",
                        "section-meeting",
                        "mode",
                        "all",
                        "signatories",
                        List.of("p-hejingyi"),
                        "question",
                        "会签");
        refused(api.act("luosiyuan", no, "ask-countersign", ask), "COLLECTIVE_STAYS_WHOLE");
        var one = Map.of("step", "section-meeting", "officer", "p-limin", "reason", "减");
        refused(api.act("luosiyuan", no, "remove-signatory", one), "COLLECTIVE_STAYS_WHOLE");
    }

    @Test
    void aCopyLetsAnotherOrgansOfficerReadAndNotAct() throws Exception {
        var no = api.paired();
        assertThat(Clerk.signedIn(port, "caoyang").get("/desk/cases/" + no).statusCode())
                .isEqualTo(403);
        api.done("limin", no, "inform", Map.of("officer", "p-caoyang", "note", "请阅知"));
        assertThat(desk("caoyang", "/desk/cases/" + no)).contains("抄送");
        assertThat(desk("caoyang", "/desk")).contains("抄送给我", no);
        refused(api.act("caoyang", no, "give-opinion", api.opinion(Api.STANDARDS)), "ROLE_HELD");
        refused(
                api.act("limin", no, "inform", Map.of("officer", "p-caoyang", "note", "")),
                "INFORMED_ONCE");
    }

    @Test
    void whoWaitsUrgesOnceADayAndTheOfficeSeesIt() throws Exception {
        var no = api.accepted();
        api.done("wangli", no, "urge", Map.of("step", "review", "note", "临近承诺期限"));
        refused(
                api.act("wangli", no, "urge", Map.of("step", "review", "note", "再催")),
                "URGED_ONCE_A_DAY");
        assertThat(desk("limin", "/desk/cases/" + no)).contains("王立 催办");
        TestClock.ahead(Duration.ofDays(1));
        api.done("wangli", no, "urge", Map.of("step", "review", "note", "再催"));
    }

    @Test
    void thePartyUrgesFromHerPageAndReadsItThere() throws Exception {
        var registered = new Street(api).register("ordinary", true);
        var no = registered.path("no").asString();
        var track = "/track/" + no;
        var party = follower(no, registered.path("queryCode").asString());
        var page = party.get(track);
        assertThat(page.body()).contains("name=\"urging\"");
        var token = Browser.token(page);
        var empty = party.post(track + "/urge", Map.of("urging", " ", "_csrf", token));
        assertThat(empty.statusCode()).isEqualTo(422);
        var sent = Map.of("urging", "请尽快核查", "_csrf", token);
        assertThat(party.post(track + "/urge", sent).statusCode()).isEqualTo(302);
        assertThat(party.get(track).body()).contains("您催办了一次").doesNotContain("name=\"urging\"");
        assertThat(desk("caoyang", "/desk/cases/" + no)).contains("请尽快核查");
    }

    @Test
    void aCaseWhosePartyIsGoneEndsWithAPaperThatIsServedAndFiled() throws Exception {
        var no = api.toSection();
        var end = Map.of("ground", "party-gone", "reasons", "企业已经注销登记，没有承受人");
        refused(api.act("linshufen", no, "terminate", end), "ROLE_HELD");
        api.done("chenyuanshan", no, "terminate", end);
        assertThat(api.open(no)).containsExactly("serve");
        assertThat(paper(no, "termination-decision")).contains("终止办理", "没有权利义务承受人", "企业已经注销登记");
        api.done("shenruoxi", no, "serve", Api.SERVED);
        api.done("wuxiaodie", no, "archive", Map.of("step", "archive"));
        assertThat(desk("limin", "/desk/cases/" + no)).contains("终止办理");
        assertThat(rebuild.run()).allSatisfy(c -> assertThat(c.same()).as(c.table()).isTrue());
    }

    @Test
    void aFineThatEndsWithoutAResultIsServedAndFiledAndNotMadePublic() throws Exception {
        var street = new Street(api);
        var no = street.proposed(street.filed(), Street.sanction("occupy", "ordinary", "3000"));
        var end = Map.of("ground", "party-gone", "reasons", "当事人已经注销，没有承受人");
        api.done("niezhiyuan", no, "terminate", end);
        assertThat(api.open(no)).containsExactly("serve");
        api.done("dengkai", no, "serve", Street.SERVED);
        assertThat(api.open(no)).doesNotContain("publish");
        assertThat(new Browser(port).get("/results/" + no).statusCode()).isEqualTo(404);
    }

    @Test
    void aFineThatAnOrderSetAsideIsInvestigatedAgainAndBeginsNowhereElse() {
        var street = new Street(api);
        var no = street.served(street.filed(), Street.sanction("occupy", "ordinary", "3000"));
        var order =
                Map.of(
                        "to", "committee",
                        "authority", "court",
                        "orderNo", "（2026）青行初8号",
                        "orderedOn", clock.today().toString(),
                        "reasons", "主要证据不足，责令重新作出");
        refused(api.act("niezhiyuan", no, "reopen", order), "REOPENED_AT_WORK");
        api.done("niezhiyuan", no, "reopen", with(order, "to", "investigate"));
        assertThat(api.open(no)).containsExactly("investigate");
    }

    @Test
    void aSlipIsMendedAndAnUnlawfulDecisionRevokedAfterTheEndOfTheCase() throws Exception {
        var no = archived();
        var mend =
                Map.of(
                        "slip",
                        "address",
                        "reads",
                        "春山路1号",
                        "shouldRead",
                        "春山路11号",
                        "reasons",
                        "录入笔误");
        refused(api.act("limin", no, "correct-decision", mend), "ROLE_HELD");
        api.done("linshufen", no, "correct-decision", mend);
        assertThat(paper(no, "correction-notice")).contains("“春山路1号”应为“春山路11号”");
        var revoke = Map.of("ground", "fraud", "heard", "当事人承认材料虚假", "reasons", "验资证明系伪造");
        assertThat(desk("chenyuanshan", "/desk/cases/" + no)).contains("acts/revoke");
        refused(api.act("linshufen", no, "revoke", revoke), "ROLE_HELD");
        api.done("chenyuanshan", no, "revoke", revoke);
        refused(api.act("chenyuanshan", no, "revoke", revoke), "DECISION_STANDS");
        assertThat(paper(no, "revocation-decision")).contains("验资证明系伪造", "当事人承认材料虚假");
        assertThat(new Browser(port).get("/results/" + no).body()).contains("撤销");
    }

    @Test
    void anOrderOpensTheCaseAnewAndTheSameAnswerIsNotGivenAgain() throws Exception {
        var no = archived();
        var order =
                Map.of(
                        "to", "joint-review",
                        "authority", "reconsideration",
                        "orderNo", "青政复决〔2026〕3号",
                        "orderedOn", clock.today().toString(),
                        "reasons", "主要事实不清，责令重新作出");
        refused(
                api.act("chenyuanshan", no, "reopen", with(order, "to", "serve")),
                "REOPENED_AT_WORK");
        api.done("chenyuanshan", no, "reopen", order);
        assertThat(api.open(no)).containsExactly("joint-review");
        assertThat(new Browser(port).get("/results/" + no).statusCode()).isEqualTo(404);
        var minutes =
                with(
                        Api.minutes("joint-review", "p-chenyuanshan", Api.JOINT, true),
                        "day",
                        clock.today().toString());
        api.done("hejingyi", no, "record-meeting", minutes);
        api.done("chenyuanshan", no, "sign-minutes", Map.of("step", "joint-review"));
        refused(api.act("linshufen", no, "decide", Api.decision(true)), "NOT_THE_SAME_AGAIN");
        api.done(
                "linshufen", no, "decide", with(Api.decision(true), "reasons", "补充核查验资证明后，符合法定条件"));
        assertThat(rebuild.run()).allSatisfy(c -> assertThat(c.same()).as(c.table()).isTrue());
    }
}
