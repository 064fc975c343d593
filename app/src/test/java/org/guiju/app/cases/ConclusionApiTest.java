package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.shared.PersonId;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// The licence by API from the first meeting to the archive.
@RunningGuiju
class ConclusionApiTest extends OnTheApi {

    private Api.Answer jointReview(String no) {
        return api.act(
                "hejingyi",
                no,
                "record-meeting",
                Api.minutes("joint-review", "p-chenyuanshan", Api.JOINT, true));
    }

    private void sectionMeets(String no) {
        api.done(
                "luosiyuan",
                no,
                "record-meeting",
                Api.minutes("section-meeting", "p-wangli", Api.SECTION, true));
    }

    @Test
    @Requirement(
            value = "D14",
            level = Level.API,
            fault = "the joint review opens together with the section meeting")
    void nothingGoesUpBeforeTheSectionHasResolved() {
        var no = api.toSection();
        refused(jointReview(no), "STEP_OPEN");
        refused(api.act("linshufen", no, "decide", Api.decision(true)), "STEP_OPEN");
        sectionMeets(no);
        api.done("wangli", no, "sign-minutes", Map.of("step", "section-meeting"));
        assertThat(jointReview(no).status()).isEqualTo(200);
    }

    @Test
    @Requirement(
            value = "D15",
            level = Level.API,
            fault = "minutes count without the chair's signature")
    void withoutSignedMinutesThereIsNoNextStepOnThePageOrTheApi() throws Exception {
        var no = api.toSection();
        sectionMeets(no);
        assertThat(api.open(no)).containsExactly("section-meeting");
        refused(jointReview(no), "STEP_OPEN");
        var desk = Clerk.signedIn(port, "hejingyi");
        var next = "/acts/record-meeting?step=joint-review";
        assertThat(desk.get("/desk/cases/" + no).body()).doesNotContain(next);
        api.done("wangli", no, "sign-minutes", Map.of("step", "section-meeting"));
        assertThat(desk.get("/desk/cases/" + no).body()).contains(next);
        assertThat(jointReview(no).status()).isEqualTo(200);
    }

    private static String levels(String page) {
        var table = page.substring(page.indexOf("id=\"levels\""));
        return table.substring(0, table.indexOf("</table>"))
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    @Requirement(
            value = "D23",
            level = Level.PAGE,
            fault = "a level passes while one of its steps is open")
    void thePageShowsThreeLevelsWhoAnswersForEachAndWhetherItLetsTheCasePass() throws Exception {
        var no = api.reviewed();
        var page = "/desk/cases/" + no;
        var desk = Clerk.signedIn(port, "hejingyi");
        var names = Map.of("a", name("limin"), "b", name("zhouqihang"), "chair", name("wangli"));
        assertThat(levels(desk.get(page).body()))
                .as("the inspection is not made yet")
                .containsPattern(
                        "第1级：\\S+ " + names.get("a") + "\\S*" + names.get("b") + " 阻断：正在把关")
                .containsPattern("第2级：科务会审议 " + names.get("chair") + " 阻断：前一级尚未通过")
                .containsPattern("第3级：会审会审议 \\S+ 阻断：前一级尚未通过");

        var agreed = api.toSection(no);
        sectionMeets(agreed);
        assertThat(levels(desk.get(page).body()))
                .containsPattern("第1级：\\S+ \\S+ 通过")
                .containsPattern("第2级：科务会审议 " + names.get("chair") + " 阻断：正在把关");
        api.done("wangli", no, "sign-minutes", Map.of("step", "section-meeting"));
        api.done("hejingyi", no, "record-meeting", joint(false));
        api.done("chenyuanshan", no, "sign-minutes", Map.of("step", "joint-review"));
        assertThat(levels(desk.get(page).body()))
                .containsPattern("第2级：科务会审议 " + names.get("chair") + " 通过")
                .containsPattern("第3级：会审会审议 " + name("chenyuanshan") + " 阻断：不符合条件或者未获同意");
        var read = api.read(no).path("levels");
        assertThat(read.path(1).path("responsible").toString()).isEqualTo("[\"p-wangli\"]");
        assertThat(read.path(2).path("state").asString()).isEqualTo("against");
    }

    private String name(String officer) {
        return allocation.nameOf(new PersonId("p-" + officer));
    }

    private static Map<String, Object> joint(boolean agree) {
        return Api.minutes("joint-review", "p-chenyuanshan", Api.JOINT, agree);
    }

    @Test
    @Requirement(
            value = "C30",
            level = Level.API,
            fault = "QUORUM_MET, then EVERY_MEMBER_VOTES taken out")
    void belowTheQuorumOrWithoutVotesNothingIsResolved() {
        var no = api.toSection();
        var few = Api.minutes("section-meeting", "p-wangli", List.of("p-limin", "p-wangli"), true);
        refused(api.act("luosiyuan", no, "record-meeting", few), "QUORUM_MET");
        var chiefFirst = Api.minutes("section-meeting", "p-wangli", Api.SECTION.reversed(), true);
        refused(api.act("luosiyuan", no, "record-meeting", chiefFirst), "CHIEF_SPEAKS_LAST");
        var uncounted =
                new HashMap<>(Api.minutes("section-meeting", "p-wangli", Api.SECTION, true));
        uncounted.put("ballots", Map.of("p-limin", "for"));
        refused(api.act("luosiyuan", no, "record-meeting", uncounted), "EVERY_MEMBER_VOTES");
        uncounted.remove("ballots");
        refused(api.act("luosiyuan", no, "record-meeting", uncounted), "EVERY_MEMBER_VOTES");
        sectionMeets(no);
    }

    @Test
    @Requirement(value = "D42", level = Level.API, fault = "MINUTES_BY_CHAIR taken out")
    void aMeetingIsOverWithItsRecordItsVotesAndItsSignature() {
        var no = api.toSection();
        refused(
                api.act("wangli", no, "sign-minutes", Map.of("step", "section-meeting")),
                "MINUTES_BY_CHAIR");
        var unvoted = new HashMap<>(Api.minutes("section-meeting", "p-wangli", Api.SECTION, true));
        unvoted.remove("ballots");
        refused(api.act("luosiyuan", no, "record-meeting", unvoted), "EVERY_MEMBER_VOTES");
        sectionMeets(no);
        assertThat(api.open(no)).containsExactly("section-meeting");
        refused(
                api.act("limin", no, "sign-minutes", Map.of("step", "section-meeting")),
                "MINUTES_BY_CHAIR");
        api.done("wangli", no, "sign-minutes", Map.of("step", "section-meeting"));
        assertThat(api.open(no)).containsExactly("joint-review");
    }

    @Test
    @Requirement(
            value = "C31",
            level = Level.PAGE,
            fault = "DISSENT_RECORDED off; then statements left out of the minutes")
    void minutesKeepEveryStatementAndTheDissent() throws Exception {
        var no = api.toSection();
        var minutes = new HashMap<>(Api.minutes("section-meeting", "p-wangli", Api.SECTION, true));
        var statements = new LinkedHashMap<String, String>();
        Api.SECTION.forEach(p -> statements.put(p, "我的意见是 " + p));
        var ballots = new LinkedHashMap<String, String>();
        Api.SECTION.forEach(p -> ballots.put(p, p.equals("p-limin") ? "against" : "for"));
        minutes.put("statements", statements);
        minutes.put("ballots", ballots);
        refused(api.act("luosiyuan", no, "record-meeting", minutes), "DISSENT_RECORDED");
        minutes.put("dissent", "李敏：距离存疑，应当复测");
        api.done("luosiyuan", no, "record-meeting", minutes);
        minutes.put("dissent", "无");
        refused(api.act("luosiyuan", no, "record-meeting", minutes), "MEETING_ONCE");
        var page = "/desk/cases/" + no + "/minutes/section-meeting";
        var shown = Clerk.signedIn(port, "wangli").get(page).body();
        assertThat(shown).contains("李敏：距离存疑，应当复测").contains("反对");
        statements.values().forEach(s -> assertThat(shown).contains(s));
    }

    @Test
    @Requirement(
            value = "J3",
            level = Level.API,
            fault = "late entries close their step unconfirmed, SIGNATURES_COMPLETE off")
    void whileASignatureIsMissingNothingIsArchived() {
        var archive = Map.of("step", "archive");
        var no = api.inspectionRecorded(api.reviewed());
        refused(api.act("wuxiaodie", no, "archive", archive), "STEP_OPEN");
        var other = api.toDecide(true);
        api.done("linshufen", other, "decide", Api.decision(true));
        TestClock.ahead(Duration.ofDays(14));
        var late = new HashMap<>(Api.SERVED);
        late.put("day", clock.today().minusDays(10).toString());
        refused(api.act("shenruoxi", other, "serve", late), "LATE_ENTRY_EXPLAINED");
        late.put("lateReason", "回证晚到");
        api.done("shenruoxi", other, "serve", late);
        refused(api.act("wuxiaodie", other, "archive", archive), "STEP_OPEN");
        var confirm = Map.of("step", "serve", "confirmation", "核对回证无误");
        refused(
                api.act("shenruoxi", other, "confirm-late-entry", confirm),
                "SECOND_OFFICER_CONFIRMS");
        api.done("fengyinuo", other, "confirm-late-entry", confirm);
        api.done("wuxiaodie", other, "archive", archive);
    }

    @Test
    @Requirement(value = "J2", level = Level.PAGE, fault = "signatures left out of the log")
    void theFileHasOneRecordForEachStepPerformed() throws Exception {
        var no = api.toDecide(true);
        api.done("linshufen", no, "decide", Api.decision(true));
        api.done("shenruoxi", no, "serve", Api.SERVED);
        TestClock.ahead(Duration.ofDays(10));
        api.done("wuxiaodie", no, "archive", Map.of("step", "archive"));
        var page = Clerk.signedIn(port, "wuxiaodie").get("/desk/cases/" + no + "?tab=log").body();
        var log =
                page.substring(
                        page.indexOf("id=\"content\""),
                        page.indexOf("<aside aria-label=\"", page.indexOf("id=\"content\"")));
        for (var act :
                List.of(
                        "收到申请",
                        "沈若溪受理，",
                        "李敏提交 A 角审查意见",
                        "周启航提交 B 角审查意见",
                        "赵军填写现场核查记录",
                        "李敏在核查报告上署名",
                        "罗思远登记“科务会审议”",
                        "王立签发“科务会审议”纪要",
                        "何静怡登记“会审会审议”",
                        "陈远山签发“会审会审议”纪要",
                        "林淑芬决定准予许可",
                        "沈若溪送达苏远航",
                        "吴小蝶归档")) {
            assertThat(log.split(act, -1)).as(act).hasSize(2);
        }
    }

    @Test
    void theDecisionIsWhatTheJointReviewResolved() {
        var no = api.toDecide(false);
        refused(api.act("linshufen", no, "decide", Api.decision(true)), "BOUND_TO_RESOLUTION");
    }

    @Test
    @Requirement(
            value = "D31",
            level = Level.API,
            fault = "UNMET_STANDARD_NAMED off; then unmet standards not printed")
    void aRefusalNamesTheStandardThatIsNotMetAndPrintsIt() throws Exception {
        var no = api.toDecide(false);
        var blunt = Map.of("step", "decide", "grant", "no", "reasons", "不同意");
        refused(api.act("linshufen", no, "decide", blunt), "UNMET_STANDARD_NAMED");
        api.done("linshufen", no, "decide", Api.decision(false));
        assertThat(api.open(no)).containsExactlyInAnyOrder("serve", "publish");
        var paper = Clerk.signedIn(port, "shenruoxi").get("/desk/cases/" + no + "/decision").body();
        assertThat(paper)
                .contains("场所出入口到最近中学、小学校园边界的直线距离不少于200米，以现场测量为准")
                .doesNotContain("场所不在居民住宅楼（院）内");
    }

    @Test
    @Requirement(
            value = "D43",
            level = Level.API,
            fault = "incomplete checklists taken in; then STEP_OPEN off")
    void thereIsNoDecisionBeforeTheChecklistIsComplete() {
        var no = api.paired();
        refused(api.act("linshufen", no, "decide", Api.decision(true)), "STEP_OPEN");
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
        refused(
                api.act("zhouqihang", no, "give-opinion", api.opinion(Api.STANDARDS.subList(0, 9))),
                "EVERY_STANDARD_TICKED");
        refused(api.act("linshufen", no, "decide", Api.decision(true)), "STEP_OPEN");
    }

    @Test
    @Requirement(value = "D29", level = Level.API, fault = "service taken in without its proof")
    void aCaseEndsOnlyWithServiceItsMannerDayAndReceipt() {
        var no = api.toDecide(true);
        api.done("linshufen", no, "decide", Api.decision(true));
        TestClock.ahead(Duration.ofDays(10));
        refused(api.act("wuxiaodie", no, "archive", Map.of("step", "archive")), "STEP_OPEN");
        for (var field : List.of("manner", "recipient", "proof")) {
            var without = new HashMap<>(Api.SERVED);
            without.remove(field);
            assertThat(api.act("shenruoxi", no, "serve", without).status())
                    .as("without %s", field)
                    .isEqualTo(400);
        }
        var someday = new HashMap<>(Api.SERVED);
        someday.put("day", "soon");
        assertThat(api.act("shenruoxi", no, "serve", someday).status()).isEqualTo(400);
        someday.put("day", clock.today().plusDays(1).toString());
        refused(api.act("shenruoxi", no, "serve", someday), "DAY_NOT_AHEAD");
        api.done("shenruoxi", no, "serve", Api.SERVED);
        api.done("wuxiaodie", no, "archive", Map.of("step", "archive"));
        assertThat(api.read(no).path("outcome").asString()).isEqualTo("granted");
    }
}
