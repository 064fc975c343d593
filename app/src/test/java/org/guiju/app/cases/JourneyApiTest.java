package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The licence by API, at each gate an attempt to skip it, to act as the same person, late, twice, or without a power.
@RunningGuiju
class JourneyApiTest {
    @LocalServerPort int port;

    @Autowired EventStore events;

    private Api api = new Api(0);

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    @AfterEach
    void now() {
        TestClock.ahead(Duration.ZERO);
    }

    private void refused(Api.Answer answer, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("article").asString("")).isNotBlank();
        assertThat(answer.body().path("remedy").asString("")).isNotBlank();
    }

    @Test
    void nothingBeginsOffTheList() {
        var unknown = Api.application("000000-NO-XK-0001", "preparation", List.of());
        refused(
                api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", unknown),
                "POWER_LISTED");
    }

    @Test
    void theWindowTakesAnApplicationOnPaper() {
        var no = api.received();
        assertThat(api.open(no)).containsExactly("accept");
        var rows = api.get("limin", "/api/v1/cases?size=1&q=" + no).body().path("rows");
        assertThat(rows.get(0).path("channel").asString()).isEqualTo("window");
    }

    @Test
    void theOneOffNoticeAsksOnceAndOnlyForWhatIsListed() {
        var no = api.received();
        refused(
                api.act(
                        "shenruoxi",
                        no,
                        "request-supplement",
                        Map.of(
                                "step",
                                "accept",
                                "items",
                                List.of("bank-statement"),
                                "reasons",
                                "x")),
                "ONLY_LISTED_MATERIALS");
        var ask = Map.of("step", "accept", "items", List.of("title"), "reasons", "缺页");
        api.done("shenruoxi", no, "request-supplement", ask);
        assertThat(api.open(no)).containsExactly("await-applicant");
        api.done(
                "shenruoxi",
                no,
                "supply-materials",
                Map.of("step", "await-applicant", "files", List.of(Api.file("title"))));
        refused(api.act("shenruoxi", no, "request-supplement", ask), "ONE_OFF_NOTICE_ONCE");
    }

    @Test
    void afterFiveWorkingDaysSilenceHasAccepted() {
        var no = api.received();
        TestClock.ahead(Duration.ofDays(20));
        refused(
                api.act(
                        "shenruoxi",
                        no,
                        "request-supplement",
                        Map.of("step", "accept", "items", List.of("title"), "reasons", "缺页")),
                "STEP_OPEN");
    }

    @Test
    void aAndBDifferAndWhoReceivedIsNeither() {
        var no = api.accepted();
        refused(
                api.act(
                        "limin",
                        no,
                        "appoint-pair",
                        Map.of("step", "review", "a", "p-limin", "b", "p-limin")),
                "A_AND_B_DIFFER");
        assertThat(
                        api.act(
                                        "limin",
                                        no,
                                        "appoint-pair",
                                        Map.of("step", "review", "a", "p-limin", "b", ""))
                                .status())
                .isEqualTo(400);
        refused(
                api.act(
                        "limin",
                        no,
                        "appoint-pair",
                        Map.of("step", "review", "a", "p-limin", "b", "p-shenruoxi")),
                "TWO_KEYS_APART");
        refused(api.act("shenruoxi", no, "give-opinion", api.opinion(Api.STANDARDS)), "ROLE_HELD");
    }

    @Test
    void everyStandardIsTickedBeforeAnythingIsDecided() {
        var no = api.paired();
        refused(
                api.act("limin", no, "give-opinion", api.opinion(Api.STANDARDS.subList(1, 5))),
                "EVERY_STANDARD_TICKED");
        refused(api.act("linshufen", no, "decide", Api.decision(true)), "STEP_OPEN");
    }

    @Test
    void twoInspectorsGoAndBothSign() {
        var no = api.reviewed();
        refused(
                api.act("limin", no, "record-inspection", Api.inspection("p-limin")),
                "TWO_INSPECTORS");
        api.done("zhaojun", no, "record-inspection", Api.inspection("p-zhaojun", "p-limin"));
        assertThat(api.open(no)).contains("inspect");
        api.done("limin", no, "sign-inspection", Map.of("step", "inspect"));
        assertThat(api.open(no)).doesNotContain("inspect");
    }

    @Test
    void withoutTheSectionMeetingNothingGoesOn() {
        var no = api.toSection();
        refused(
                api.act(
                        "hejingyi",
                        no,
                        "record-meeting",
                        Api.minutes("joint-review", "p-chenyuanshan", Api.JOINT, true)),
                "STEP_OPEN");
        api.done(
                "luosiyuan",
                no,
                "record-meeting",
                Api.minutes("section-meeting", "p-wangli", Api.SECTION, true));
        api.done("wangli", no, "sign-minutes", Map.of("step", "section-meeting"));
        api.done(
                "hejingyi",
                no,
                "record-meeting",
                Api.minutes("joint-review", "p-chenyuanshan", Api.JOINT, true));
    }

    @Test
    void belowTheQuorumNothingIsResolved() {
        var no = api.toSection();
        refused(
                api.act(
                        "luosiyuan",
                        no,
                        "record-meeting",
                        Api.minutes(
                                "section-meeting",
                                "p-wangli",
                                List.of("p-limin", "p-wangli"),
                                true)),
                "QUORUM_MET");
        refused(
                api.act(
                        "luosiyuan",
                        no,
                        "record-meeting",
                        Api.minutes("section-meeting", "p-wangli", Api.SECTION.reversed(), true)),
                "CHIEF_SPEAKS_LAST");
    }

    @Test
    void theDecisionFollowsTheJointReviewAndARefusalNamesItsStandard() {
        var no = api.toDecide(false);
        refused(api.act("linshufen", no, "decide", Api.decision(true)), "BOUND_TO_RESOLUTION");
        refused(
                api.act(
                        "linshufen",
                        no,
                        "decide",
                        Map.of("step", "decide", "grant", "no", "reasons", "不同意")),
                "UNMET_STANDARD_NAMED");
        api.done("linshufen", no, "decide", Api.decision(false));
        assertThat(api.open(no)).containsExactlyInAnyOrder("serve", "publish");
    }

    @Test
    void whoExaminedDoesNotApproveAndTheAttemptIsRecorded() {
        var no = api.toDecide(true);
        refused(api.act("limin", no, "decide", Api.decision(true)), "ROLE_HELD");
        var attempts =
                events.read(
                        UUID.nameUUIDFromBytes(
                                "attempts:p-limin"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(attempts).isNotEmpty();
        assertThat(attempts.getLast().fields().toString()).contains("ROLE_HELD");
    }

    @ParameterizedTest
    @CsvSource({
        "accept,linshufen,decide",
        "accept,limin,give-opinion",
        "accept,zhaojun,sign-inspection",
        "accept,wuxiaodie,archive"
    })
    void noCallSkipsAStep(String open, String user, String act) {
        var no = api.received();
        var body =
                switch (act) {
                    case "decide" -> Api.decision(true);
                    case "give-opinion" -> api.opinion(Api.STANDARDS);
                    case "archive" -> Map.of("step", "archive");
                    default -> Map.of("step", "inspect");
                };
        refused(api.act(user, no, act, body), "STEP_OPEN");
        assertThat(api.open(no)).containsExactly(open);
    }

    @Test
    void aPauseOnAListedGroundMovesTheDueDate() {
        var no = api.reviewed();
        var before = java.time.LocalDate.parse(api.read(no).path("promise").path("due").asString());
        refused(
                api.act("limin", no, "pause", Map.of("ground", "busy", "notice", "忙")),
                "PAUSE_LISTED");
        api.done("limin", no, "pause", Map.of("ground", "expert-review", "notice", "书面告知"));
        TestClock.ahead(Duration.ofDays(7));
        api.done("limin", no, "resume", Map.of("result", "评审结束"));
        var after = java.time.LocalDate.parse(api.read(no).path("promise").path("due").asString());
        assertThat(after).isAfter(before);
    }

    @Test
    void aCaseEndsOnlyWithServiceAndItsProof() {
        var no = api.toDecide(true);
        api.done("linshufen", no, "decide", Api.decision(true));
        refused(api.act("wuxiaodie", no, "archive", Map.of("step", "archive")), "STEP_OPEN");
        assertThat(
                        api.act(
                                        "shenruoxi",
                                        no,
                                        "serve",
                                        Map.of(
                                                "step",
                                                "serve",
                                                "manner",
                                                "direct",
                                                "recipient",
                                                "苏远航"))
                                .status())
                .isEqualTo(400);
        api.done(
                "shenruoxi",
                no,
                "serve",
                Map.of("step", "serve", "manner", "direct", "recipient", "苏远航", "proof", "送达回证"));
        assertThat(api.open(no)).containsExactly("publish");
        TestClock.ahead(Duration.ofDays(20));
        api.done("wuxiaodie", no, "archive", Map.of("step", "archive"));
        assertThat(api.read(no).path("outcome").asString()).isEqualTo("granted");
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
    }
}
