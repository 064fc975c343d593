package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
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

/// What the applicant sees of his case, and cases off the main road: heard, form only, of a new version.
@RunningGuiju
class FollowingApiTest extends OnTheApi {

    private static String now(String page) {
        var from = page.indexOf("aria-labelledby=\"now\"");
        return page.substring(from, page.indexOf("</section>", from));
    }

    @Test
    @Requirement(
            value = "D26",
            level = Level.PAGE,
            fault = "the step's due date left out; then any visitor let in")
    @Requirement(value = "E53", level = Level.PAGE, fault = "any visitor let in to any case")
    void numberAndCodeShowStepPostAndDueDateAndNothingElseDoes() throws Exception {
        var applied = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var no = applied.path("no").asString();
        var code = applied.path("queryCode").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        var due = api.read(no).path("stages").path(1).path("due").asString();
        var page = now(follower(no, code).get("/track/" + no).body());
        assertThat(page).contains("A、B角审查").contains("审查岗").contains(due);

        var stranger = new Browser(port);
        var form = stranger.get("/track");
        var wrong =
                stranger.post(
                        "/track",
                        Map.of("no", no, "code", "AAAAAAAAAAAAA", "_csrf", Browser.token(form)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).doesNotContain("审查岗").doesNotContain(due);
        assertThat(stranger.get("/track/" + no).statusCode()).isEqualTo(302);
        var another = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var neighbour =
                follower(another.path("no").asString(), another.path("queryCode").asString());
        assertThat(neighbour.get("/track/" + no).statusCode()).isEqualTo(302);
        assertThat(neighbour.get("/results/" + no).statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement(
            value = "E3",
            level = Level.PAGE,
            fault = "the acceptance not shown to the applicant")
    @Requirement(value = "D40", level = Level.PAGE, fault = "the step's rights left out")
    void everyChangeIsSeenAtOnceWithTheRightsOfTheStep() throws Exception {
        var applied = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var no = applied.path("no").asString();
        var applicant = follower(no, applied.path("queryCode").asString());
        var track = "/track/" + no;
        assertThat(applicant.get(track).body()).contains("申请已收到").doesNotContain("受理日期");
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        assertThat(applicant.get(track).body()).contains("受理日期");
        assertThat(now(applicant.get(track).body()))
                .contains("陈述、申辩；申请办理人员回避；要求说明理由")
                .contains("12345");
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
        api.done("zhouqihang", no, "give-opinion", api.opinion(Api.STANDARDS));
        assertThat(now(applicant.get(track).body())).contains("五日内申请听证");
        api.toDecide(no, true);
        assertThat(now(applicant.get(track).body())).contains("六十日内申请行政复议，六个月内提起行政诉讼");
        api.done("linshufen", no, "decide", Api.decision(true));
        assertThat(applicant.get(track).body()).contains("准予");
    }

    @Test
    @Requirement(value = "D41", level = Level.API, fault = "the clock runs on during the hearing")
    @Requirement(
            value = "C55",
            level = Level.API,
            fault = "a hearing counts as held once it is scheduled")
    void aHearingStopsTheClockAndTheCaseWaitsForItsRecord() {
        var no = api.inspectionRecorded(api.reviewed());
        api.done("limin", no, "sign-inspection", Map.of("step", "inspect"));
        var ask = Map.of("step", "tell-parties", "party", "邻居甲");
        refused(api.act("limin", no, "request-hearing", ask), "INTERESTED_PARTIES_TOLD");
        api.done(
                "limin",
                no,
                "tell-parties",
                Map.of("step", "tell-parties", "parties", "邻居甲\n邻居乙", "manner", "书面送达"));
        assertThat(api.read(no).path("promise").path("left").asInt()).isPositive();
        api.done("limin", no, "request-hearing", ask);
        assertThat(api.open(no)).containsExactly("hold-hearing");
        var before = LocalDate.parse(api.read(no).path("promise").path("due").asString());
        var meeting = Api.minutes("section-meeting", "p-wangli", Api.SECTION, true);
        refused(api.act("luosiyuan", no, "record-meeting", meeting), "STEP_OPEN");

        var day = clock.today().plusDays(14);
        var schedule = new HashMap<String, Object>();
        schedule.put("step", "hold-hearing");
        schedule.put("on", clock.today().plusDays(1).toString());
        schedule.put("chair", "p-hejingyi");
        schedule.put("place", "二楼听证室");
        var hourless = api.act("hejingyi", no, "schedule-hearing", schedule);
        assertThat(hourless.status()).as("%s", hourless).isEqualTo(400);
        assertThat(hourless.body().toString()).contains("hour");
        schedule.put("hour", "9:30");
        refused(api.act("hejingyi", no, "schedule-hearing", schedule), "HEARING_NOTICE_IN_TIME");
        schedule.put("on", day.toString());
        schedule.put("chair", "p-limin");
        refused(api.act("hejingyi", no, "schedule-hearing", schedule), "HEARING_CHAIR_APART");
        schedule.put("chair", "p-hejingyi");
        api.done("hejingyi", no, "schedule-hearing", schedule);
        TestClock.ahead(Duration.ofDays(14));
        refused(api.act("luosiyuan", no, "record-meeting", meeting), "STEP_OPEN");
        var hold =
                new HashMap<>(
                        Map.of("step", "hold-hearing", "recorder", "p-wuxiaodie", "record", ""));
        assertThat(api.act("hejingyi", no, "hold-hearing", hold).status()).isEqualTo(400);
        hold.put("record", "邻居甲陈述噪声影响；申请人答辩；双方核对笔录无误");
        api.done("hejingyi", no, "hold-hearing", hold);
        assertThat(api.open(no)).containsExactly("section-meeting");
        assertThat(LocalDate.parse(api.read(no).path("promise").path("due").asString()))
                .as("the hearing's time is not the office's")
                .isAfter(before);
        api.done("luosiyuan", no, "record-meeting", meeting);
    }

    private static Map<String, Object> cancellation() {
        var answers =
                Map.of(
                        "company-name", "青岚停业网咖",
                        "credit-code", "91350100M000100Y43",
                        "licence-no", "330899000001",
                        "legal-representative", "苏远航",
                        "phone", "0570-5550000",
                        "ground", "ended",
                        "ended-on", "2026-01-31",
                        "truth", "yes");
        return Map.of(
                "power",
                Api.POWER,
                "situation",
                "cancellation",
                "channel",
                "window",
                "applicant",
                "青岚停业网咖",
                "answers",
                answers,
                "files",
                List.of());
    }

    @Test
    @Requirement(
            value = "D9",
            level = Level.API,
            fault =
                    "REVIEW_NOT_PAIRED no longer reported; a form-only case that nobody could accept")
    void aMatterOfFormHasOneReviewerAndAMatterOfSubstanceNeverHas() throws Exception {
        var taken =
                api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", cancellation());
        assertThat(taken.status()).as("%s", taken).isEqualTo(201);
        var no = taken.body().path("no").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        var ticked = List.of("licence-valid", "ground-present");
        api.done("limin", no, "give-opinion", api.opinion(ticked));
        assertThat(api.open(no)).containsExactly("decide");
        refused(api.act("limin", no, "decide", Api.decision(true)), "ROLE_HELD");
        api.done("linshufen", no, "decide", Api.decision(true));

        var substance = api.paired();
        api.done("limin", substance, "give-opinion", api.opinion(Api.STANDARDS));
        assertThat(api.open(substance)).containsExactly("review");
        var single =
                text("330899-WL-XK-9940", 1, clock.today())
                        .replaceFirst("paired-review", "form-review");
        var page =
                Clerk.signedIn(port, "zhengwenbo")
                        .multipart(
                                "/catalog/powers/new",
                                "/catalog/powers/new",
                                Map.of("text", single));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("“A、B角审查”只有一人审查");
    }

    @Test
    @Requirement(
            value = "D10",
            level = Level.PAGE,
            fault = "an article that the text does not have is taken")
    void onePersonReviewsOnlyWhereTheTextSaysSoAndCitesTheArticle() throws Exception {
        var single =
                text("330899-WL-XK-9937", 1, clock.today())
                        .replaceFirst("paired-review", "form-review");
        assertThat(submitted(single)).contains("400", "只有一人审查");
        var flag = "    form-only: %s\n    regime: statutory\n";
        var first = "    regime: statutory\n";
        assertThat(single).contains(first);
        assertThat(submitted(single.replaceFirst(first, flag.formatted("nowhere"))))
                .contains("400", "nowhere");
        assertThat(submitted(single.replaceFirst(first, flag.formatted("lic-34-2"))))
                .startsWith("200")
                .contains("提交前核对");
    }

    private String submitted(String text) throws Exception {
        var form = "/catalog/powers/new";
        var page = Clerk.signedIn(port, "zhengwenbo").multipart(form, form, Map.of("text", text));
        return page.statusCode() + " " + page.body();
    }

    private static String text(String code, int version, LocalDate inForce) {
        return Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                .replaceFirst("(?m)^power: .*$", "power: " + code)
                .replaceFirst("(?m)^version: .*$", "version: " + version)
                .replaceFirst("(?m)^in-force: .*$", "in-force: " + inForce);
    }

    private void publish(String text) throws Exception {
        Publishing.publish(port, text);
    }

    @Test
    @Requirement(
            value = "A69",
            level = Level.PAGE,
            fault = "an old version's page shows the present one")
    @Requirement(
            value = "C74",
            level = Level.API,
            fault = "new cases begin under the oldest version")
    void aNewVersionBindsNewCasesAndTheOldOneStaysReadableAndRuns() throws Exception {
        var code = "330899-WL-XK-9941";
        publish(text(code, 1, clock.today()));
        var old = api.apply("shenruoxi", code, Api.MATERIALS).path("no").asString();
        var tomorrow = clock.today().plusDays(1);
        publish(
                text(code, 2, tomorrow)
                        .replaceFirst("promise: \\{ n: 10,", "promise: { n: 11,")
                        .replaceFirst(
                                "role: window\n        limit: \\{ n: 1,",
                                "role: window\n        limit: { n: 2,"));
        var reader = new Browser(port);
        assertThat(reader.get("/powers/" + code + "/versions").body())
                .contains(tomorrow.toString());
        assertThat(reader.get("/powers/" + code).body()).contains("承诺时限").contains("10 个工作日");
        TestClock.ahead(Duration.ofDays(1));
        var fresh = api.apply("shenruoxi", code, Api.MATERIALS).path("no").asString();
        assertThat(api.read(fresh).path("version").asInt()).isEqualTo(2);
        assertThat(api.read(fresh).path("promise").path("days").asInt()).isEqualTo(11);
        assertThat(api.read(old).path("version").asInt()).isEqualTo(1);
        assertThat(api.read(old).path("promise").path("days").asInt()).isEqualTo(10);
        assertThat(reader.get("/powers/" + code).body()).contains("11 个工作日");
        var before = reader.get("/powers/" + code + "/versions/1");
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.body()).contains("10 个工作日").doesNotContain("11 个工作日");
    }

    @Test
    @Requirement(
            value = "D47",
            level = Level.API,
            fault = "only the shipped code counts as in force")
    void aLicencePublishedAsATextRunsFromApplicationToArchive() throws Exception {
        var code = "330899-WL-XK-9942";
        publish(text(code, 1, clock.today()));
        var course = new Api(port, code);
        var no = course.toDecide(true);
        course.done("linshufen", no, "decide", Api.decision(true));
        course.done("shenruoxi", no, "serve", Api.SERVED);
        TestClock.ahead(Duration.ofDays(10));
        course.done("wuxiaodie", no, "archive", Map.of("step", "archive"));
        var file = course.read(no);
        assertThat(file.path("power").asString()).isEqualTo(code);
        assertThat(file.path("outcome").asString()).isEqualTo("granted");
        var desk = Clerk.signedIn(port, "wangli");
        for (var meeting : List.of("section-meeting", "joint-review")) {
            assertThat(desk.get("/desk/cases/" + no + "/minutes/" + meeting).statusCode())
                    .isEqualTo(200);
        }
    }
}
