package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.shared.PersonId;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Posts, tenures, fields and signatures of a bureau by interface and page.
@RunningGuiju
class StaffingApiTest extends OnTheApi {
    private static final String POSTS = "/api/v1/organs/qinglan-culture/posts";
    private static final String CLERK = "baiqinghe";

    @Autowired Portfolios portfolios;

    private Api.Answer ask(String user, String organ, String act, Map<String, String> fields) {
        var body = new HashMap<>(fields);
        body.putIfAbsent("method", "horizontal");
        return api.post(
                user,
                UUID.randomUUID(),
                "/api/v1/organs/" + organ + "/posts/commands/" + act,
                body);
    }

    private Api.Answer ask(String act, Map<String, String> fields) {
        return ask(CLERK, "qinglan-culture", act, fields);
    }

    private static Map<String, String> post(String id, String roles) {
        var fields = new HashMap<String, String>();
        fields.put("post", id);
        fields.put("section", "试验科");
        fields.put("name", "试验岗" + id);
        fields.put("level", "officer");
        fields.put("roles", roles);
        return fields;
    }

    @Test
    @Requirement(value = "B1", level = Level.API, fault = "the shape of a post not examined")
    @Requirement(
            value = "B35",
            level = Level.API,
            fault = "pairs of duties are not looked for on a post")
    void decisionAndSupervisionOfOnePowerLieOnDifferentPosts() {
        refused(ask("set-up", post("t-b1", "decider supervisor")), "DECIDES_OR_SUPERVISES");
        refused(ask("set-up", post("t-b1", "reviewer decider")), "DUTIES_COMPATIBLE");
        assertThat(api.get(CLERK, POSTS).body().toString()).doesNotContain("t-b1");
        assertThat(api.get(CLERK, "/api/v1/attempts?person=p-baiqinghe").body().toString())
                .contains("DECIDES_OR_SUPERVISES");
    }

    @Test
    @Requirement(value = "B41", level = Level.API, fault = "the shape of a post not examined")
    void aHighRiskPostIsRefusedUntilItIsSplit() {
        var risky = post("t-b41", "reviewer section-member");
        risky.put("highRisk", "yes");
        refused(ask("set-up", risky), "HIGH_RISK_SPLIT");
        risky.put("roles", "reviewer");
        assertThat(ask("set-up", risky).status()).isEqualTo(200);
    }

    @Test
    @Requirement(value = "B3", level = Level.API, fault = "the shape of a post not examined")
    void theChiefsPostHandlesNothing() {
        var chief = post("t-b3", "reviewer");
        chief.put("level", "chief");
        refused(ask("set-up", chief), "CHIEF_DOES_NOT_HANDLE");
        var unnamed = post("t-b45", "");
        unnamed.put("method", "");
        refused(ask("set-up", unnamed), "METHOD_NAMED");
        assertThat(api.get(CLERK, POSTS).body().toString()).doesNotContain("t-b3", "t-b45");
    }

    @Test
    @Requirement(value = "B5", level = Level.API, fault = "the chief barred from nothing")
    @Requirement(value = "B6", level = Level.API, fault = "the chief not barred from finance")
    @Requirement(value = "B7", level = Level.API, fault = "the chief not barred from projects")
    void theChiefIsBarredFromPersonnelFinanceAndProjects() {
        var chief = Map.of("leader", "p-chenyuanshan", "from", "2035-01-01");
        for (var field : new String[] {"personnel", "finance", "projects"}) {
            var asked = new HashMap<>(chief);
            asked.put("subject", field);
            refused(ask("take-charge", asked), "CHIEF_NOT_IN_CHARGE");
        }
        var bar =
                Map.of("subjects", "personnel,finance,projects,procurement", "from", "2035-01-01");
        assertThat(ask("bar", bar).status()).isEqualTo(200);
        var procurement = new HashMap<>(chief);
        procurement.put("subject", "procurement");
        refused(ask("take-charge", procurement), "CHIEF_NOT_IN_CHARGE");
        var elsewhere = new HashMap<>(procurement);
        elsewhere.put("leader", "p-niezhiyuan");
        assertThat(ask("zhongyuling", "qinglan-chengguan", "take-charge", elsewhere).status())
                .isEqualTo(200);
        assertThat(ask("zhongyuling", "qinglan-culture", "take-charge", elsewhere).status())
                .isEqualTo(403);
        refused(
                ask("bar", Map.of("subjects", "personnel", "from", "2035-01-01")),
                "BASELINE_BARRED");
    }

    @Test
    @Requirement(value = "B53", level = Level.API, fault = "CONTRACT_DECIDES_NOT taken out")
    @Requirement(value = "B57", level = Level.API, fault = "KEY_POST_HAS_RULE taken out")
    void contractStaffDecideNothingAndAKeyPostNeedsItsRule() {
        assertThat(ask("set-up", post("t-decide", "decider")).status()).isEqualTo(200);
        var fill =
                new HashMap<>(
                        Map.of(
                                "post", "t-decide",
                                "person", "p-pinyong",
                                "personName", "聘用甲",
                                "terms", "contract",
                                "from", "2036-01-01"));
        refused(ask("fill", fill), "CONTRACT_DECIDES_NOT");
        assertThat(allocation.officer(new org.guiju.kernel.shared.PersonId("p-pinyong"))).isEmpty();
        var key = post("t-key", "");
        key.put("key", "yes");
        assertThat(ask("set-up", key).status()).isEqualTo(200);
        fill.put("post", "t-key");
        refused(ask("fill", fill), "KEY_POST_HAS_RULE");
        key.put("rule", "《重点岗位规范》");
        assertThat(ask("set-up", key).status()).isEqualTo(200);
        assertThat(ask("fill", fill).status()).isEqualTo(200);
        refused(ask("fill", fill), "POST_NOT_HELD_ALREADY");
        fill.put("person", "p-nobody");
        fill.put("personName", "");
        var unknown = ask("fill", fill);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().path("field").asString()).isEqualTo("person");
    }

    @Test
    void aTransferEndsTheRolesOfTheOldPostAndChangesNoHistory() {
        TestClock.ahead(Duration.ofDays(1500));
        var today = clock.today();
        assertThat(ask("set-up", post("t-from", "archivist")).status()).isEqualTo(200);
        assertThat(ask("set-up", post("t-to", "hearing-officer")).status()).isEqualTo(200);
        var fill =
                Map.of(
                        "post", "t-from",
                        "person", "p-diaodong",
                        "personName", "调动乙",
                        "from", today.toString());
        assertThat(ask("fill", fill).status()).isEqualTo(200);
        var move =
                Map.of(
                        "fromPost", "t-from",
                        "post", "t-to",
                        "person", "p-diaodong",
                        "last", today.plusDays(9).toString(),
                        "from", today.plusDays(10).toString());
        assertThat(ask("transfer", move).status()).isEqualTo(200);
        var person = new org.guiju.kernel.shared.PersonId("p-diaodong");
        var roster = allocation.roster();
        assertThat(roster.holding(person, "archivist", ORGAN, today.plusDays(9))).isPresent();
        assertThat(roster.holding(person, "archivist", ORGAN, today.plusDays(10))).isEmpty();
        assertThat(roster.holding(person, "hearing-officer", ORGAN, today.plusDays(9))).isEmpty();
        assertThat(roster.holding(person, "hearing-officer", ORGAN, today.plusDays(10)))
                .isPresent();
        refused(ask("transfer", move), "POST_NOT_HELD_ALREADY");
    }

    @Test
    @Requirement(
            value = "J11",
            level = Level.API,
            fault = "who holds the post today named beside what was done in it before")
    void aCaseNamesWhoHeldThePostWhenItWasDoneAndNotWhoHoldsItNow() throws Exception {
        TestClock.ahead(Duration.ofDays(1600));
        var today = clock.today();
        assertThat(ask("set-up", post("t-j11", "window")).status()).isEqualTo(200);
        assertThat(ask("set-up", post("t-j11-next", "hearing-officer")).status()).isEqualTo(200);
        fill("p-qianren", "前任甲", today);
        accounts.addOfficer("qianren", "qinglan-2026", new PersonId("p-qianren"), "前任甲");
        var taken = api.tryToApply("qianren", api.power, Api.MATERIALS);
        assertThat(taken.status()).as("%s", taken).isEqualTo(201);
        var no = taken.body().path("no").asString();

        var move =
                Map.of(
                        "fromPost", "t-j11",
                        "post", "t-j11-next",
                        "person", "p-qianren",
                        "last", today.plusDays(1).toString(),
                        "from", today.plusDays(2).toString());
        assertThat(ask("transfer", move).status()).isEqualTo(200);
        fill("p-houren", "后任乙", today.plusDays(2));
        TestClock.ahead(Duration.ofDays(1603));
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));

        assertThat(Clerk.signedIn(port, "limin").get("/desk/cases/" + no).body())
                .contains("首办责任人 <span lang=\"zh-CN\">前任甲</span>")
                .doesNotContain("后任乙");
        var history = api.get(CLERK, POSTS).body().toString();
        assertThat(history).contains("p-qianren", "p-houren");
        assertThat(api.tryToApply("qianren", api.power, Api.MATERIALS).status()).isEqualTo(403);
    }

    private void fill(String person, String name, LocalDate from) {
        var fill =
                Map.of(
                        "post", "t-j11",
                        "person", person,
                        "personName", name,
                        "from", from.toString());
        assertThat(ask("fill", fill).status()).isEqualTo(200);
    }

    @Test
    void aDelegateSignsInHisScopeUntilHisDay() {
        // Years on, so that no other test meets the delegation.
        var ahead = Duration.ofDays(1200);
        TestClock.ahead(ahead);
        var decided = api.toDecide(true);
        refused(api.act("gaojianye", decided, "decide", Api.decision(true)), "ROLE_HELD");
        var signing =
                new HashMap<>(
                        Map.of(
                                "by", "p-linshufen",
                                "to", "p-gaojianye",
                                "roles", "decider",
                                "powers", "330899-WL-CF-0001",
                                "document", "青文广旅〔2026〕3号",
                                "from", clock.today().toString(),
                                "until", clock.today().toString()));
        assertThat(ask("delegate-signing", signing).status()).isEqualTo(200);
        refused(api.act("gaojianye", decided, "decide", Api.decision(true)), "ROLE_HELD");
        TestClock.ahead(ahead.plusDays(1));
        signing.put("powers", "");
        signing.put("from", clock.today().toString());
        signing.put("until", clock.today().toString());
        assertThat(ask("delegate-signing", signing).status()).isEqualTo(200);
        api.done("gaojianye", decided, "decide", Api.decision(true));
        var next = api.toDecide(true);
        TestClock.ahead(ahead.plusDays(2));
        refused(api.act("gaojianye", next, "decide", Api.decision(true)), "ROLE_HELD");
    }

    @Test
    @Requirement(value = "B52", level = Level.PAGE, fault = "missing duties not flagged")
    void thePublicBoardShowsEveryPostAndFlagsOneWithoutDuties() throws Exception {
        var board = new Browser(port).get("/organs/qinglan-culture").body();
        assertThat(board).contains("综合窗口受理员").contains("职责未填写").contains("外出告示");
        assertThat(new Browser(port).get("/organs").body()).contains("青岚县科学技术局");
        var page = Clerk.signedIn(port, CLERK).get("/catalog/posts").body();
        assertThat(page).contains("领导分工").contains("负总责：陈远山").contains("横向分权");
        assertThat(Clerk.signedIn(port, "limin").get("/catalog/posts?organ=qinglan-market").body())
                .contains("没有分管领导")
                .doesNotContain("提交</button>");
    }

    private List<String> faults(String organ) {
        var faults = new ArrayList<String>();
        api.get(CLERK, "/api/v1/organs/" + organ + "/posts")
                .body()
                .path("faults")
                .forEach(f ->
                        faults.add(
                                f.path("subject").asString() + " " + f.path("fault").asString()));
        return faults;
    }

    @Test
    @Requirement(value = "B42", level = Level.API, fault = "a field that nobody leads is no fault")
    @Requirement(
            value = "B59",
            level = Level.API,
            fault = "a field that somebody leads is taken by a second")
    void aFieldHasOneDeputyAndTheChiefTheWholeAndWhatIsMissingIsFlaggedAndWhatIsDoubleRefused()
            throws Exception {
        assertThat(faults("qinglan-market")).contains("projects NOBODY");
        var organ = "qinglan-chengguan";
        var state = api.get(CLERK, "/api/v1/organs/" + organ + "/posts").body();
        assertThat(state.path("chief").asString()).isEqualTo("p-niezhiyuan");
        var take =
                new HashMap<>(
                        Map.of(
                                "subject",
                                "publications",
                                "leader",
                                "p-lujianhua",
                                "from",
                                clock.today().toString()));
        assertThat(ask("zhongyuling", organ, "take-charge", take).status()).isEqualTo(200);
        assertThat(faults(organ)).noneMatch(f -> f.startsWith("publications "));
        take.put("leader", "p-niezhiyuan");
        refused(ask("zhongyuling", organ, "take-charge", take), "FIELD_FREE");
        assertThat(Clerk.signedIn(port, "zhongyuling").get("/catalog/posts?organ=" + organ).body())
                .contains("负总责：聂志远");
    }

    private int count(String method) throws Exception {
        var page = Clerk.signedIn(port, CLERK).get("/catalog/posts").body();
        var found = Pattern.compile("<dt>" + method + "</dt><dd>(\\d+)</dd>").matcher(page);
        assertThat(found.find()).as(method).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    @Requirement(value = "B45", level = Level.PAGE, fault = "every change is counted as a division")
    void aChangeOfTheAllocationSaysByWhichOfTheFourWaysAndTheReportCountsThem() throws Exception {
        int vertical = count("纵向放权");
        int standard = count("确定标准");
        var post = post("t-way", "");
        post.put("method", "vertical");
        assertThat(ask("set-up", post).status()).isEqualTo(200);
        assertThat(count("纵向放权")).isEqualTo(vertical + 1);
        assertThat(count("确定标准")).isEqualTo(standard);
        post.put("method", "somehow");
        assertThat(ask("set-up", post).status()).isIn(409, 422);
        assertThat(count("纵向放权")).isEqualTo(vertical + 1);
    }

    @Test
    @Requirement(
            value = "B56",
            level = Level.PAGE,
            fault = "a leader without a duty of integrity is not flagged")
    void aLeadersPostHasBothDutiesAndAMissingOneIsFlagged() throws Exception {
        var leader = post("t-two-duties", "");
        leader.put("level", "deputy");
        leader.put("duty", "分管试验科");
        assertThat(ask("set-up", leader).status()).isEqualTo(200);
        assertThat(row("t-two-duties"))
                .contains("廉政职责未填写")
                .doesNotContain("职责未填写</span> <span class=\"tag warn\"");
        leader.put("integrity", "对分管科室廉政建设负领导责任");
        assertThat(ask("set-up", leader).status()).isEqualTo(200);
        assertThat(row("t-two-duties")).doesNotContain("廉政职责未填写");
    }

    /// The line of one post on the page.
    private String row(String post) throws Exception {
        var page = Clerk.signedIn(port, CLERK).get("/catalog/posts").body();
        int at = page.indexOf(">" + post + "<");
        return page.substring(page.lastIndexOf("<tr>", at), page.indexOf("</tr>", at));
    }

    @Test
    void aFormSentWithBadInputComesBackWithWhatWasTyped() throws Exception {
        var clerk = Clerk.signedIn(port, CLERK);
        var command = Clerk.command(clerk.get("/catalog/posts"));
        var fields =
                Map.of(
                        "command", command, "post", "t-form", "section", "试验科", "name", "试验表单岗",
                        "level", "officer", "method", "flow", "from", "不是日期");
        var bad = clerk.post("/catalog/posts", "/catalog/posts/qinglan-culture/set-up", fields);
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("试验表单岗").contains("请填写日期");
        var good = new HashMap<>(fields);
        good.put("from", clock.today().toString());
        var done = clerk.post("/catalog/posts", "/catalog/posts/qinglan-culture/set-up", good);
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(clerk.get("/catalog/posts").body()).contains("试验表单岗").contains("空缺");
    }

    @Test
    void whoMayDoWhatIsSaidInWordsWithTheRule() throws Exception {
        var officer = Clerk.signedIn(port, "limin");
        assertThat(officer.get("/catalog/authority").body()).contains("决策").contains("监督");
        var page = officer.get("/catalog/authority/330899-WL-XK-0012").body();
        assertThat(page).contains("担任该角色").contains("林淑芬").contains("审查与批准相分离");
        assertThat(page).contains("严正清").doesNotContain("被拒绝的违规尝试");
        assertThat(
                        Clerk.signedIn(port, "yanzhengqing")
                                .get("/catalog/authority/330899-WL-XK-0012")
                                .body())
                .contains("被拒绝的违规尝试");
        var plain = api.get("limin", "/api/v1/authority/330899-WL-XK-0012").body();
        assertThat(plain.path("steps").toString()).contains("林淑芬").contains("B28");
        assertThat(officer.get("/catalog/authority.csv").body()).contains("林淑芬");
        assertThat(officer.get("/catalog/authority/none").statusCode()).isEqualTo(404);
    }
}
