package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.supervision.Findings;
import org.guiju.app.supervision.application.Watchman;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// 电子监察 from outside: cases that nobody moves, at moments just before and just after their limits.
@RunningGuiju
class SupervisionJourneyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SUPERVISOR = "yanzhengqing";

    @LocalServerPort int port;

    @Autowired Watchman watchman;
    @Autowired OfficialClock clock;
    @Autowired Rebuild rebuild;
    @Autowired Findings findings;
    @Autowired Calendars calendars;
    @Autowired CaseDesk desk;
    @Autowired CaseQuery cases;

    private Api api = new Api(0);

    @BeforeEach
    void connect() {
        api = new Api(port);
        // All tests share one server, and its supervision never looks back: begin where it has come
        // to.
        var reached = findings.asOf();
        if (reached.isAfter(clock.now())) {
            TestClock.ahead(Duration.between(Instant.now(), reached).plusHours(1));
        }
    }

    @AfterEach
    void now() {
        TestClock.ahead(Duration.ZERO);
    }

    /// Time passes until an hour of a day, and the watchman looks.
    private void at(LocalDate day, String time) {
        var target = day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
        TestClock.ahead(Duration.between(Instant.now(), target));
        watchman.pass(clock.now());
    }

    /// What the timekeeper does every minute, for this case alone: the others belong to other tests.
    private void letTimePass(String no) {
        desk.act(
                UUID.randomUUID(),
                new Actor.Time(),
                cases.byNo(no).orElseThrow(),
                new CaseCommand.LetTimePass(),
                clock.now());
    }

    private LocalDate due(String no, String which) {
        return LocalDate.parse(api.read(no).path(which).path("due").asString());
    }

    /// The cards of a case that are on the record now, as the supervisor reads them.
    private List<JsonNode> cards(String no, String state) {
        var found = new ArrayList<JsonNode>();
        for (int page = 1; ; page++) {
            var cards =
                    api.get(
                                    SUPERVISOR,
                                    "/api/v1/supervision/findings?size=100&state="
                                            + state
                                            + "&page="
                                            + page)
                            .body()
                            .path("cards");
            cards.forEach(c -> {
                if (c.path("no").asString().equals(no)) {
                    found.add(c);
                }
            });
            if (cards.size() < 100) {
                return found;
            }
        }
    }

    private List<String> rules(String no, String state) {
        return cards(no, state).stream().map(c -> c.path("rule").asString()).sorted().toList();
    }

    private JsonNode card(String no, String rule) {
        return cards(no, "all").stream()
                .filter(c -> c.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement(
            value = "F3",
            level = Level.API,
            fault = "the red card waits one more day; the yellow of a limit that is near left out")
    void nearTheLegalLimitIsYellowAndPastItsLastDayRedByUnitAndPost()
            throws IOException, InterruptedException {
        var no = api.paired();
        var promise = due(no, "promise");
        var statute = due(no, "statute");
        at(promise, "23:55:00");
        assertThat(rules(no, "lit")).contains("GJ-P1").doesNotContain("GJ-P2", "GJ-S2");
        at(promise.plusDays(1), "00:05:00");
        assertThat(rules(no, "lit")).contains("GJ-P2").doesNotContain("GJ-P1", "GJ-S2");
        at(statute, "23:55:00");
        assertThat(rules(no, "lit")).contains("GJ-S1").doesNotContain("GJ-S2");
        assertThat(card(no, "GJ-S1").path("colour").asString()).isEqualTo("yellow");
        at(statute.plusDays(1), "00:05:00");
        assertThat(rules(no, "lit")).contains("GJ-S2").doesNotContain("GJ-S1", "GJ-P2");
        var red = card(no, "GJ-S2");
        assertThat(red.path("colour").asString()).isEqualTo("red");
        assertThat(red.path("organ").asString()).isEqualTo("qinglan-culture");
        assertThat(red.path("post").asString()).isEqualTo("reviewer");
        assertThat(red.path("officer").asString()).isEqualTo("p-limin");
        assertThat(Instant.parse(red.path("first").asString()))
                .isEqualTo(statute.plusDays(1).atStartOfDay(ZONE).toInstant());
        var address = "/supervision?colour=red&from=" + statute.plusDays(1);
        var page = Clerk.signedIn(port, SUPERVISOR).get(address).body();
        assertThat(page).contains("按部门和岗位汇总", "青岚县文化和旅游局", "超法定时限", no).contains("李敏");
    }

    /// The licence as the office's own rule wants it (公示一周以后送达); the ten days still count from the decision (行政许可法 44).
    private static String publishedFirst(String today) {
        return Course.text("wangba-licence")
                .replaceFirst("(?m)^power: .*$", "power: 330899-WL-XK-9954")
                .replaceFirst("(?m)^version: .*$", "version: 1")
                .replaceFirst("(?m)^in-force: .*$", "in-force: " + today)
                .replace(
                        "{ granted: [serve, publish], refused: [serve, publish] }",
                        "{ granted: publish, refused: publish }")
                .replace(
                        "{ over: archive, objection: answer-objection }",
                        "{ over: serve, objection: answer-objection }")
                .replace(
                        "{ upheld: archive, corrected: decide }",
                        "{ upheld: serve, corrected: decide }")
                .replace("outcomes: { over: archive }", "outcomes: { over: serve }")
                .replaceAll("(- id: archive\n(?: +[^-\\s].*\n)*?) +join: true\n", "$1");
    }

    @Test
    @Requirement(
            value = "D27",
            level = Level.PAGE,
            fault =
                    "publicity ends a day early; then the archive of notices lists what is still up")
    @Requirement(
            value = "D28",
            level = Level.API,
            fault = "the statutory step limit lights a day later")
    void aDecisionIsUpForAWeekBeforeItIsServedAndServedByTheTenthDay() throws Exception {
        var text = publishedFirst(clock.today().toString());
        Publishing.publish(port, text);
        var power = Course.read(text);
        var licence = power.situation("preparation").orElseThrow();
        var early = new Course(api, power, licence, clock::today, Map.of()).runTo("publish").no;
        var late = new Course(api, power, licence, clock::today, Map.of()).runTo("publish").no;
        var decided = clock.today();
        refused(early);
        var citizen = new Browser(port);
        assertThat(citizen.get("/results?posted=now&q=" + early).body()).contains(early, "公示中");
        assertThat(citizen.get("/results?posted=past&q=" + early).body())
                .doesNotContain("/results/" + early);
        at(decided.plusDays(7), "23:50:00");
        letTimePass(early);
        refused(early);
        at(decided.plusDays(8), "08:30:00");
        List.of(early, late).forEach(this::letTimePass);
        assertThat(citizen.get("/results?posted=past&q=" + early).body()).contains(early, "公示期满存档");
        assertThat(citizen.get("/results?posted=now&q=" + early).body())
                .doesNotContain("/results/" + early);
        var tenth = calendars.current().plusWorkingDays(decided, 10);
        at(tenth, "23:00:00");
        assertThat(rules(late, "lit")).doesNotContain("GJ-E4");
        api.done("shenruoxi", early, "serve", Api.SERVED);
        at(tenth.plusDays(1), "00:05:00");
        assertThat(rules(early, "all")).doesNotContain("GJ-E4");
        assertThat(rules(late, "lit")).contains("GJ-E4");
    }

    private void refused(String no) {
        var answer = api.act("shenruoxi", no, "serve", Api.SERVED);
        assertThat(answer.code()).as("%s", answer).isEqualTo("STEP_OPEN");
    }

    @Test
    @Requirement(
            value = "D32",
            level = Level.API,
            fault = "what is promised on the spot has one more working day")
    void whatIsPromisedOnTheSpotIsOverdueWhenItsDayIsOver() throws Exception {
        var power = Course.shipped("performer-filing");
        var filing = power.situation("filing").orElseThrow();
        var no = new Course(api, power, filing, clock::today, Map.of()).runTo("decide").no;
        var day = calendars.current().nextWorkingDay(clock.today());
        assertThat(due(no, "promise")).isEqualTo(day);
        at(day, "23:55:00");
        assertThat(rules(no, "lit")).doesNotContain("GJ-P2");
        at(day.plusDays(1), "00:05:00");
        assertThat(rules(no, "lit")).contains("GJ-P2");
        var card = card(no, "GJ-P2").path("id").asString();
        var read = api.get(SUPERVISOR, "/api/v1/supervision/findings/" + card).body();
        assertThat(read.path("derivation").asString()).contains("当日", "当场办结");
        assertThat(read.path("derivationEn").asString()).contains("on the spot");
        var guide = new Browser(port).get("/powers/" + power.code().value()).body();
        assertThat(guide).contains("即办件", "当场办结").doesNotContain("0 个工作日", "承诺件");
    }

    @Test
    @Requirement(
            value = "D6",
            level = Level.API,
            fault =
                    "silence accepts a day later; the card on acceptance leaves out who took the application in")
    void silenceBeyondTheFiveDaysAcceptsAndIsARedCardThatNamesTheClerk()
            throws IOException, InterruptedException {
        var asked = api.received();
        var silent = api.received();
        var fifth = calendars.current().plusWorkingDays(clock.today(), 5);
        at(fifth, "22:00:00");
        assertThat(rules(silent, "lit")).doesNotContain("GJ-E4");
        api.done(
                "shenruoxi",
                asked,
                "request-supplement",
                Map.of("step", "accept", "items", List.of("title"), "reasons", "缺产权证明"));
        at(calendars.current().nextWorkingDay(fifth.plusDays(1)), "09:00:00");
        var late =
                api.act(
                        "shenruoxi",
                        silent,
                        "request-supplement",
                        Map.of("step", "accept", "items", List.of("title"), "reasons", "缺产权证明"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("STEP_OPEN");
        letTimePass(silent);
        var course = Clerk.signedIn(port, SUPERVISOR).get("/supervision/cases/" + silent).body();
        assertThat(course).contains("视为受理");
        assertThat(api.open(silent)).doesNotContain("accept");
        assertThat(api.open(asked)).containsExactly("await-applicant");
        var red = card(silent, "GJ-E4");
        assertThat(red.path("colour").asString()).isEqualTo("red");
        assertThat(red.path("officer").asString()).isEqualTo("p-shenruoxi");
        assertThat(red.path("basis").asString()).contains("行政许可法", "第三十二条第一款第四项");
        assertThat(rules(asked, "all")).doesNotContain("GJ-E4");
        var page =
                Clerk.signedIn(port, SUPERVISOR)
                        .get("/supervision/cards/" + red.path("id").asString())
                        .body();
        assertThat(page).contains("沈若溪", "超法定环节时限");
    }

    @Test
    void aCardShowsTheEventsItSawAndHowItWasCounted() throws IOException, InterruptedException {
        var no = api.accepted();
        at(due(no, "promise").plusDays(1), "09:00:00");
        var id = card(no, "GJ-P2").path("id").asString();
        var detail = api.get(SUPERVISOR, "/api/v1/supervision/findings/" + id).body();
        assertThat(detail.path("saw")).hasSize(2);
        assertThat(detail.path("saw").get(0).path("kind").asString())
                .isEqualTo("case.application-received");
        assertThat(detail.path("saw").get(1).path("kind").asString()).isEqualTo("case.accepted");
        assertThat(detail.path("calendarDigest").asString()).hasSize(64);
        assertThat(detail.path("derivation").asString())
                .contains("10 个工作日", "最后一日 " + due(no, "promise"), "24 时届满后亮牌");
        assertThat(detail.path("derivationEn").asString()).contains("10 working days");
        var clerk = Clerk.signedIn(port, SUPERVISOR);
        var page = clerk.get("/supervision/cards/" + id).body();
        assertThat(page)
                .contains("收到申请", "受理", "/supervision/cases/" + no + "#e0")
                .contains("最后一日 " + due(no, "promise"))
                .doesNotContain("青岚接口网咖", "0570-5550000");
        assertThat(clerk.get("/supervision/cases/" + no).body())
                .contains("id=\"e0\"", "收到申请", "沈若溪", "超承诺时限")
                .doesNotContain("青岚接口网咖");
        assertThat(clerk.get("/supervision/cards/" + id + "?lang=en").body())
                .contains("What it saw", "10 working days");
    }

    @Test
    void aServiceEnteredLateCancelsItsCardWithTheReason() {
        var no = api.toDecide(true);
        api.done("linshufen", no, "decide", Api.decision(true));
        var inTime = LocalDate.ofInstant(clock.now(), ZONE);
        at(inTime.plusDays(30), "09:00:00");
        assertThat(cards(no, "lit"))
                .anyMatch(c -> c.path("clock").asString().equals("step:serve:1"));
        api.done(
                "shenruoxi",
                no,
                "serve",
                Map.of(
                        "step", "serve",
                        "day", inTime.toString(),
                        "manner", "direct",
                        "recipient", "苏远航",
                        "proof", "送达回证 12 号",
                        "lateReason", "当日系统停机，凭证号 12"));
        api.done(
                "fengyinuo",
                no,
                "confirm-late-entry",
                Map.of("step", "serve", "confirmation", "核对回证原件"));
        var cancelled =
                cards(no, "cancelled").stream()
                        .filter(c -> c.path("clock").asString().equals("step:serve:1"))
                        .toList();
        assertThat(cancelled).isNotEmpty();
        assertThat(cancelled).allMatch(c -> c.path("reason").asString().equals("known-later"));
    }

    @Test
    void theBoardHasEveryRunningCaseWithItsDaysLeft() throws IOException, InterruptedException {
        var no = api.accepted();
        var board = Clerk.signedIn(port, SUPERVISOR);
        var rows = new ArrayList<String>();
        JsonNode found = null;
        int page = 0;
        while (++page < 20 && found == null) {
            for (var row :
                    api.get(SUPERVISOR, "/api/v1/supervision/board?page=" + page)
                            .body()
                            .path("cases")) {
                rows.add(row.path("no").asString());
                found = row.path("no").asString().equals(no) ? row : found;
            }
        }
        assertThat(rows).contains(no);
        assertThat(Objects.requireNonNull(found).path("promise").path("left").asInt())
                .isEqualTo(api.read(no).path("promise").path("left").asInt());
        assertThat(board.get("/supervision/board?page=" + (page - 1)).body())
                .contains("时限看板", "还剩", no);
        assertThat(board.get("/supervision/board?state=paused").body()).contains("停表");
    }

    @Test
    void whoDoesNotSuperviseSeesNothingAndAChiefSeesHisOwnOrgan()
            throws IOException, InterruptedException {
        for (var user : List.of("limin", "shenruoxi")) {
            assertThat(api.get(user, "/api/v1/supervision/findings").status()).isEqualTo(403);
            var clerk = Clerk.signedIn(port, user);
            assertThat(clerk.get("/supervision").statusCode()).isEqualTo(403);
            assertThat(clerk.get("/supervision/board").statusCode()).isEqualTo(403);
            assertThat(clerk.get("/supervision/cards.csv").statusCode()).isEqualTo(403);
        }
        assertThat(Clerk.signedIn(port, "wangli").get("/supervision").statusCode()).isEqualTo(200);
        var other = "/api/v1/supervision/findings?state=all&organ=qinglan-discipline";
        assertThat(api.get("wangli", other).body().path("total").asInt())
                .as("the organ of the chief, whatever he asks for")
                .isEqualTo(
                        api.get("wangli", "/api/v1/supervision/findings?state=all")
                                .body()
                                .path("total")
                                .asInt());
        assertThat(api.get(SUPERVISOR, other).body().path("total").asInt()).isZero();
    }

    @Test
    void filtersAndFilesSayTheSameAsThePage() throws IOException, InterruptedException {
        var no = api.paired();
        at(due(no, "promise").plusDays(1), "09:00:00");
        var clerk = Clerk.signedIn(port, SUPERVISOR);
        var query = "?state=all&colour=yellow&kind=licence&officer=p-limin";
        var csv = clerk.get("/supervision/cards.csv" + query).body();
        assertThat(csv).contains("牌级", "超承诺时限", no).doesNotContain("预警,");
        assertThat(clerk.get("/supervision/cards.csv" + query + "&from=2199-01-01").body())
                .doesNotContain(no);
        assertThat(clerk.get("/supervision/cards.csv?kind=penalty").body()).doesNotContain(no);
        assertThat(
                        clerk.get("/supervision/cards.xlsx" + query)
                                .headers()
                                .firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));
        assertThat(clerk.get("/supervision?officer=%3Cscript%3E&from=x&page=-1").statusCode())
                .isEqualTo(200);
        assertThat(clerk.get("/supervision/cards/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theWholeRecordReplayedGivesTheSameCardsByteForByte() {
        var no = api.accepted();
        at(due(no, "promise").plusDays(1), "09:00:00");
        api.done(
                "limin",
                no,
                "appoint-pair",
                Map.of("step", "review", "a", "p-limin", "b", "p-zhouqihang"));
        var before = cards(no, "all");
        assertThat(rebuild.run())
                .filteredOn(t -> t.table().equals("finding") || t.table().equals("watched"))
                .hasSize(2)
                .allMatch(Rebuild.Compared::same)
                .allMatch(t -> t.rows() > 0);
        assertThat(cards(no, "all")).isEqualTo(before);
    }

    @Test
    void thePublicGetsNumbersAndNothingElse() {
        var counts = api.get("citizen", "/api/v1/public/supervision").body();
        assertThat(counts.propertyNames())
                .containsExactlyInAnyOrder("asOf", "red", "yellow", "warning");
    }
}
