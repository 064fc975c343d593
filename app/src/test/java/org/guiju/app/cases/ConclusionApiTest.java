package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
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
