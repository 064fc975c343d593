package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 办理效能: two cases decided on a day on which nobody else decides, and what the report says of that day.
@RunningGuiju
class EfficiencyApiTest extends OnTheApi {
    @Autowired Calendars calendars;

    /// Moves to the first working day that lies at least so many days ahead.
    private LocalDate workingDay(int ahead) {
        TestClock.ahead(Duration.ofDays(ahead));
        while (!calendars.current().isWorkingDay(clock.today())) {
            TestClock.ahead(TestClock.ahead().plusDays(1));
        }
        return clock.today();
    }

    /// Received without two of its papers, asked for them once, and accepted when they had come.
    private String acceptedAfterNotice() {
        var no =
                api.apply("shenruoxi", Api.POWER, List.of("charter", "identity"))
                        .path("no")
                        .asString();
        api.done(
                "shenruoxi",
                no,
                "request-supplement",
                Map.of("step", "accept", "items", List.of("title", "funds"), "reasons", "缺少材料"));
        api.done(
                "shenruoxi",
                no,
                "supply-materials",
                Map.of(
                        "step",
                        "await-applicant",
                        "files",
                        List.of(Api.file("title"), Api.file("funds"))));
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        return no;
    }

    @Test
    void whoHadAHandInAStepFindsItInHisOwnCountWithWhetherItsLimitWasKept() throws Exception {
        var day = workingDay(61);
        var no = api.accepted();
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        var slow = api.accepted();
        api.done("limin", slow, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        var due = reviewed(no, day);
        assertThat(due).isAfter(day);
        TestClock.ahead(
                TestClock.ahead()
                        .plusDays(java.time.temporal.ChronoUnit.DAYS.between(clock.today(), due)));
        assertThat(clock.today()).isEqualTo(due);
        TestClock.ahead(TestClock.ahead().plusDays(1));
        api.done("limin", slow, "give-opinion", api.opinion(Api.STANDARDS));
        api.done("zhouqihang", slow, "give-opinion", api.opinion(Api.STANDARDS));
        var span = "?from=" + day + "&until=" + clock.today();
        var own = api.get("zhouqihang", "/api/v1/performance" + span).body();
        assertThat(own.path("cases").asInt()).as("%s", own).isEqualTo(2);
        assertThat(own.path("kinds")).hasSize(1);
        var kind = own.path("kinds").path(0);
        assertThat(kind.path("kind").asString()).isEqualTo("paired-review");
        assertThat(kind.path("closed").asInt()).isEqualTo(2);
        assertThat(kind.path("within").asInt()).isEqualTo(1);
        assertThat(kind.path("share").asInt()).isEqualTo(50);
        assertThat(kind.path("organ").asInt()).isEqualTo(50);
        assertThat(own.path("done").path(0).path("kept").asString()).isEqualTo("no");
        var page = Clerk.signedIn(port, "zhouqihang").get("/desk/performance" + span).body();
        assertThat(page).contains(no, slow, "50%", "超时");
        assertThat(page).doesNotContain("A、B 角审查</th><td class=\"num\">3");
        var sheet = Clerk.signedIn(port, "zhouqihang").get("/desk/performance.csv" + span).body();
        assertThat(sheet).contains(no + ",", slow + ",", "超时", "按时");
        // Nobody else's count has them.
        assertThat(api.get("caoyang", "/api/v1/performance" + span).body().path("done"))
                .noneMatch(d -> d.path("no").asString().equals(no));
    }

    /// The first case is reviewed on the day; the limit of its step.
    private LocalDate reviewed(String no, LocalDate day) {
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
        api.done("zhouqihang", no, "give-opinion", api.opinion(Api.STANDARDS));
        var own = api.get("zhouqihang", "/api/v1/performance?from=" + day + "&until=" + day).body();
        assertThat(own.path("done")).as("%s", own).hasSize(1);
        assertThat(own.path("done").path(0).path("kept").asString()).isEqualTo("yes");
        return LocalDate.parse(own.path("done").path(0).path("due").asString());
    }

    @Test
    @Requirement(
            value = "D49",
            level = Level.API,
            fault =
                    "a notice of what is missing not counted; then the day of acceptance counted in")
    void theReportSaysDaysShareNoticesAndVisitsOfEachPower() throws Exception {
        var accepted = workingDay(37);
        var slow = acceptedAfterNotice();
        api.done("limin", slow, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        api.done("limin", slow, "give-opinion", api.opinion(Api.STANDARDS));
        api.done("zhouqihang", slow, "give-opinion", api.opinion(Api.STANDARDS));
        var decided = workingDay((int) TestClock.ahead().toDays() + 6);
        api.done("linshufen", api.toDecide(slow, true), "decide", Api.decision(true));
        api.done("linshufen", api.toDecide(true), "decide", Api.decision(true));
        var span = "?from=" + decided + "&until=" + decided;
        var rows = api.get("limin", "/api/v1/efficiency" + span).body();
        assertThat(rows).as("%s", rows).hasSize(1);
        var row = rows.path(0);
        int took = calendars.current().workingDaysAfter(accepted, decided);
        assertThat(took).isGreaterThan(2);
        assertThat(row.path("power").asString()).isEqualTo(Api.POWER);
        assertThat(row.path("decided").asInt()).isEqualTo(2);
        assertThat(row.path("days").asDouble()).isEqualTo(took / 2.0);
        assertThat(row.path("share").asInt()).isEqualTo(100);
        assertThat(row.path("supplements").asInt()).isEqualTo(1);
        assertThat(row.path("visits").asDouble()).isEqualTo(1.5);
        assertThat(Clerk.signedIn(port, "limin").get("/desk/efficiency" + span).body())
                .contains("筹建审批", "100%", "1.5");
        assertThat(api.get("caoyang", "/api/v1/efficiency" + span).body()).isEmpty();
    }
}
