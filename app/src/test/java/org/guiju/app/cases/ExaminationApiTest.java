package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The licence by API from acceptance to the end of its examination, and the clock meanwhile.
@RunningGuiju
class ExaminationApiTest extends OnTheApi {
    @Autowired Calendars calendars;

    @Test
    @Requirement(
            value = "B46",
            level = Level.API,
            fault = "A_AND_B_DIFFER taken out of the appointment")
    void theReviewBeginsWithTwoDifferentPersonsOnly() {
        var no = api.accepted();
        refused(
                api.act("limin", no, "appoint-pair", Api.pair("p-limin", "p-limin")),
                "A_AND_B_DIFFER");
        assertThat(api.act("limin", no, "appoint-pair", Api.pair("p-limin", "")).status())
                .isEqualTo(400);
        refused(api.act("limin", no, "give-opinion", api.opinion(Api.STANDARDS)), "PAIR_APPOINTED");
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
    }

    @Test
    @Requirement(value = "B34", level = Level.API, fault = "separation blind to who received")
    void whoReceivedNeitherIsAppointedNorHandles() {
        var both = allKeys();
        var no = api.apply(both, Api.POWER, Api.MATERIALS).path("no").asString();
        api.done(both, no, "accept", Map.of("step", "accept"));
        refused(
                api.act("limin", no, "appoint-pair", Api.pair("p-limin", "p-" + both)),
                "TWO_KEYS_APART");
        refused(
                api.act(both, no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang")),
                "TWO_KEYS_APART");
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        refused(api.act(both, no, "give-opinion", api.opinion(Api.STANDARDS)), "TWO_KEYS_APART");
    }

    @Test
    @Requirement(
            value = "B28",
            level = Level.API,
            fault = "the pair review/decide taken out of the separation")
    void whoExaminedDoesNotApprove() {
        var both = allKeys();
        var no = api.toDecide(api.reviewed(both), true);
        refused(api.act(both, no, "decide", Api.decision(true)), "TWO_KEYS_APART");
        assertThat(api.open(no)).containsExactly("decide");
        var other = api.toDecide(true);
        api.done(both, other, "decide", Api.decision(true));
    }

    private static String withoutStandards(String condition) {
        var text = Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"));
        var from = text.indexOf("    standards:\n", text.indexOf("  - id: " + condition + "\n"));
        var to = text.indexOf("\n  - id: ", from);
        return text.substring(0, from) + "    standards: []" + text.substring(to);
    }

    @Test
    @Requirement(
            value = "C5",
            level = Level.API,
            fault = "EVERY_STANDARD_TICKED off; then conditions without standards let through")
    void aConditionHasItsStandardAndEveryStandardIsTicked() throws Exception {
        var form = "/catalog/powers/new";
        var page =
                Clerk.signedIn(port, "zhengwenbo")
                        .multipart(form, form, Map.of("text", withoutStandards("capital")));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("条件“capital”没有标准");

        var no = api.paired();
        refused(
                api.act("limin", no, "give-opinion", api.opinion(Api.STANDARDS.subList(1, 10))),
                "EVERY_STANDARD_TICKED");
        var more = Stream.concat(Api.STANDARDS.stream(), Stream.of("good-looks")).toList();
        refused(api.act("limin", no, "give-opinion", api.opinion(more)), "EVERY_STANDARD_TICKED");
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
    }

    @Test
    @Requirement(
            value = "D11",
            level = Level.API,
            fault = "TWO_INSPECTORS, then INSPECTION_LED_BY_PAIR taken out")
    void twoGoAndOneOfThemIsAOrB() {
        var no = api.reviewed();
        refused(
                api.act("limin", no, "record-inspection", Api.inspection("p-limin")),
                "TWO_INSPECTORS");
        refused(
                api.act(
                        "zhaojun",
                        no,
                        "record-inspection",
                        Api.inspection("p-zhaojun", "p-sunxiaolan")),
                "INSPECTION_LED_BY_PAIR");
        api.done("zhaojun", no, "record-inspection", Api.inspection("p-zhaojun", "p-limin"));
    }

    @Test
    void whereTheDeviceWasStandsInTheRecordAndWhatIsNoPlaceIsToldWithItsField() throws Exception {
        var no = api.reviewed();
        var visit = new LinkedHashMap<>(Api.inspection("p-zhaojun", "p-limin"));
        visit.put("position", "120.155100, 30.274100");
        var wrong = api.act("zhaojun", no, "record-inspection", visit);
        assertThat(wrong.status()).as("%s", wrong).isEqualTo(400);
        assertThat(wrong.body().toString()).contains("position", "not-a-position");
        visit.put("position", "30.2741，120.1551 ±12");
        api.done("zhaojun", no, "record-inspection", visit);
        assertThat(
                        Clerk.signedIn(port, "zhaojun")
                                .get("/desk/cases/" + no + "?tab=inspection")
                                .body())
                .contains("30.274100, 120.155100 ±12");
    }

    @Test
    @Requirement(
            value = "D12",
            level = Level.API,
            fault = "an inspection counts as done once recorded")
    void untilEveryInspectorHasSignedTheCaseStays() {
        var no = api.inspectionRecorded(api.reviewed());
        api.done(
                "limin",
                no,
                "tell-parties",
                Map.of("step", "tell-parties", "parties", "", "manner", "经核实无利害关系人"));
        assertThat(api.open(no)).containsExactly("inspect");
        refused(api.act("wuxiaodie", no, "archive", Map.of("step", "archive")), "STEP_OPEN");
        refused(
                api.act(
                        "luosiyuan",
                        no,
                        "record-meeting",
                        Api.minutes("section-meeting", "p-wangli", Api.SECTION, true)),
                "STEP_OPEN");
        refused(
                api.act("zhaojun", no, "sign-inspection", Map.of("step", "inspect")),
                "INSPECTION_SIGNED");
        api.done("limin", no, "sign-inspection", Map.of("step", "inspect"));
        assertThat(api.open(no)).containsExactly("section-meeting");
    }

    private long workingDays(LocalDate after, LocalDate through) {
        return after.plusDays(1)
                .datesUntil(through.plusDays(1))
                .filter(calendars.current()::isWorkingDay)
                .count();
    }

    @Test
    @Requirement(
            value = "C21",
            level = Level.API,
            fault =
                    "pauses left out of the count; then the notice left out of the applicant's page")
    void expertReviewMovesTheDueDateByItsDaysAndTheApplicantReadsTheNotice() throws Exception {
        var applied = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var no = applied.path("no").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        refused(
                api.act("limin", no, "pause", Map.of("ground", "busy", "notice", "忙")),
                "PAUSE_LISTED");
        var promise = due(no, "promise");
        var statute = due(no, "statute");
        var from = clock.today();
        api.done(
                "limin",
                no,
                "pause",
                Map.of("ground", "expert-review", "notice", "专家评审需十五个工作日，已书面告知"));
        var page = follower(no, applied.path("queryCode").asString()).get("/track/" + no);
        assertThat(page.body()).contains("专家评审需十五个工作日，已书面告知");
        TestClock.ahead(Duration.ofDays(9));
        api.done("limin", no, "resume", Map.of("result", "评审结束"));
        var days = workingDays(from, clock.today());
        assertThat(days).isPositive();
        assertThat(workingDays(promise, due(no, "promise"))).isEqualTo(days);
        assertThat(workingDays(statute, due(no, "statute"))).isEqualTo(days);
    }

    private LocalDate due(String no, String clock) {
        return LocalDate.parse(api.read(no).path(clock).path("due").asString());
    }

    @Test
    @Requirement(value = "D33", level = Level.API, fault = "rest days of the loaded notice ignored")
    void everyStageHasItsFirstDayLimitAndLastDayAndTheHolidaysMoveThem() throws Exception {
        // Four years on nothing is published yet and no other test has a calendar of its own.
        int year = clock.today().getYear() + 4;
        var eve = LocalDate.of(year, 9, 30);
        TestClock.ahead(
                Duration.between(clock.now(), eve.atTime(10, 0).atZone(OfficialClock.ZONE)));
        var no = api.accepted();
        var stages = api.read(no).path("stages");
        assertThat(stages).hasSize(2);
        for (var stage : stages) {
            assertThat(stage.path("from").asString()).isEqualTo(eve.toString());
            assertThat(stage.path("limit").asInt()).isEqualTo(1);
            assertThat(stage.path("unit").asString()).isEqualTo("working-day");
            assertThat(LocalDate.parse(stage.path("due").asString()))
                    .as("no holiday is published yet: the next weekday")
                    .isEqualTo(weekday(LocalDate.of(year, 10, 1)));
        }
        assertThat(stages.get(0).path("closedOn").asString()).isEqualTo(eve.toString());

        var days = new StringBuilder();
        for (int day = 1; day <= 12; day++) {
            days.append(day == 1 ? "" : ",")
                    .append(
                            "{\"name\": \"国庆节\", \"date\": \"%d-10-%02d\", \"isOffDay\": true}"
                                    .formatted(year, day));
        }
        var notice =
                "{\"year\": %d, \"published\": \"%d-01-02\", \"papers\": [], \"days\": [%s]}"
                        .formatted(year, year, days);
        var published =
                Clerk.signedIn(port, "zhengwenbo")
                        .multipart(
                                "/catalog/calendar", "/catalog/calendar", Map.of("text", notice));
        assertThat(published.statusCode()).isEqualTo(302);
        assertThat(api.read(no).path("stages").get(1).path("due").asString())
                .as("the notice gives twelve days off")
                .isEqualTo(weekday(LocalDate.of(year, 10, 13)).toString());
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
