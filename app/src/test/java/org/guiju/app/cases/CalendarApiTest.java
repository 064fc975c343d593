package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Hearings, visits, meetings and last days stand on the calendars of those whom they concern, and on nobody else's.
@RunningGuiju
class CalendarApiTest extends OnTheApi {
    private static final String PAGE = "/desk/calendar";

    @Autowired Rebuild rebuild;

    /// A case in which a hearing is set for the day.
    private String heard(LocalDate day, String hour, String place) {
        var no = api.inspectionRecorded(api.reviewed());
        api.done("limin", no, "sign-inspection", Map.of("step", "inspect"));
        api.done(
                "limin",
                no,
                "tell-parties",
                Map.of("step", "tell-parties", "parties", "邻居甲\n邻居乙", "manner", "书面送达"));
        api.done("limin", no, "request-hearing", Map.of("step", "tell-parties", "party", "邻居甲"));
        api.done("hejingyi", no, "schedule-hearing", hearing(day, hour, place));
        return no;
    }

    private static Map<String, Object> hearing(LocalDate day, String hour, String place) {
        return Map.of(
                "step",
                "hold-hearing",
                "on",
                day.toString(),
                "hour",
                hour,
                "chair",
                "p-hejingyi",
                "place",
                place);
    }

    private List<JsonNode> calendar(
            String user, LocalDate day, String scope, String kind, String no) {
        var all = new ArrayList<JsonNode>();
        var answer =
                api.get(user, "/api/v1/calendar?from=" + day + "&to=" + day + "&scope=" + scope);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        answer.body()
                .forEach(e -> {
                    if (e.path("no").asString().equals(no)
                            && e.path("kind").asString().equals(kind)) {
                        all.add(e);
                    }
                });
        return all;
    }

    private JsonNode hearing(LocalDate day, String no) {
        return calendar("hejingyi", day, "own", "hearing", no).getFirst();
    }

    @Test
    void aHearingStandsWhereItConcernsSomebodyAndSaysWhatIsWrongWithItsHour() throws Exception {
        var day = clock.today().plusDays(14);
        var first = heard(day, "9:30", "三楼日程室");
        var own = hearing(day, first);
        assertThat(own.path("place").asString()).isEqualTo("三楼日程室");
        assertThat(own.path("hour").asString()).startsWith("09:30");
        assertThat(own.path("missed").asBoolean()).isFalse();
        assertThat(own.path("clash").asBoolean()).isFalse();
        assertThat(calendar("hejingyi", day.plusDays(1), "own", "hearing", first)).isEmpty();
        assertThat(calendar("limin", day, "own", "hearing", first))
                .as("he need not be there")
                .isEmpty();
        assertThat(calendar("limin", day, "organ", "hearing", first)).hasSize(1);
        assertThat(calendar("caoyang", day, "organ", "hearing", first))
                .as("another organ")
                .isEmpty();

        var second = heard(day, "11:29", "二楼");
        var clerk = Clerk.signedIn(port, "hejingyi");
        assertThat(hearing(day, first).path("clash").asBoolean()).isTrue();
        assertThat(clerk.get("/desk/cases/" + second).body())
                .contains("时间有重合，请核对", "何静怡在 " + day + " 09:30 还有", "/desk/cases/" + first);
        api.done("hejingyi", second, "schedule-hearing", hearing(day, "11:30", "二楼"));
        assertThat(hearing(day, first).path("clash").asBoolean()).isFalse();
        assertThat(clerk.get("/desk/cases/" + second).body())
                .contains(day + " 11:30")
                .doesNotContain("时间有重合");
        api.done("hejingyi", second, "schedule-hearing", hearing(day, "9:30", "二楼"));

        for (var view : List.of("month", "list", "week")) {
            var on = view.equals("week") ? day.toString() : YearMonth.from(day).toString();
            assertThat(clerk.get(PAGE + "?on=" + on + "&view=" + view).body())
                    .contains("/desk/cases/" + first, "三楼日程室", "09:30", "时间有重合")
                    .doesNotContain("青岚接口网咖", "邻居甲");
        }
        assertThat(rebuild.run()).allSatisfy(t -> assertThat(t.same()).as(t.table()).isTrue());

        TestClock.ahead(Duration.ofDays(15));
        assertThat(hearing(day, first).path("missed").asBoolean()).isTrue();
        TestClock.ahead(Duration.ofDays(14));
        api.done(
                "hejingyi",
                first,
                "hold-hearing",
                Map.of("step", "hold-hearing", "recorder", "p-wuxiaodie", "record", "双方陈述，笔录核对无误"));
        TestClock.ahead(Duration.ofDays(15));
        assertThat(hearing(day, first).path("missed").asBoolean()).isFalse();
    }

    private static Map<String, Object> visit(LocalDate day, boolean announced) {
        return Map.of(
                "step",
                "inspect",
                "on",
                day.toString(),
                "hour",
                "14:00",
                "place",
                "紫荆路核查点",
                "inspectors",
                List.of("p-zhaojun", "p-limin"),
                "announced",
                announced ? "yes" : "no");
    }

    /// 不事先告知: the ones who go and their head know of it, and nobody else, on no page and in no file.
    @Test
    void aVisitThatIsNotAnnouncedIsKnownToThoseWhoGoAndTheirHeadAlone() throws Exception {
        var day = clock.today().plusDays(3);
        var no = api.reviewed();
        refused(
                api.act("zhaojun", no, "plan-visit", visit(clock.today().minusDays(1), false)),
                "VISIT_AHEAD");
        api.done("zhaojun", no, "plan-visit", visit(day, false));
        for (var knows : List.of("zhaojun", "limin")) {
            assertThat(calendar(knows, day, "own", "visit", no)).as(knows).hasSize(1);
        }
        assertThat(calendar("wangli", day, "organ", "visit", no)).as("head of section").hasSize(1);
        assertThat(calendar("wangli", day, "own", "visit", no)).isEmpty();
        for (var ignorant : List.of("zhouqihang", "shenruoxi", "caoyang", "yanzhengqing")) {
            assertThat(calendar(ignorant, day, "organ", "visit", no)).as(ignorant).isEmpty();
        }
        var colleague = Clerk.signedIn(port, "zhouqihang");
        var inspector = Clerk.signedIn(port, "zhaojun");
        for (var tab : List.of("inspection", "log", "all")) {
            var page = "/desk/cases/" + no + "?tab=" + tab;
            assertThat(colleague.get(page).body()).as(tab).doesNotContain("紫荆路核查点", "14:00");
        }
        assertThat(api.get("zhouqihang", "/api/v1/cases/" + no).body().toString())
                .doesNotContain("紫荆路核查点", "14:00");
        assertThat(inspector.get("/desk/cases/" + no + "?tab=inspection").body())
                .contains("紫荆路核查点", day + " 14:00", "不事先告知");
        assertThat(inspector.get(PAGE + "?on=" + YearMonth.from(day)).body())
                .contains("紫荆路核查点", "不事先告知");
        assertThat(new Browser(port).get(made(inspector)).body())
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("现场核查 " + no);

        api.done("zhaojun", no, "plan-visit", visit(day, true));
        assertThat(calendar("zhouqihang", day, "organ", "visit", no)).hasSize(1);
        assertThat(colleague.get("/desk/cases/" + no + "?tab=inspection").body())
                .contains("紫荆路核查点");
        assertThat(new Browser(port).get(made(inspector)).body().replace("\r\n ", ""))
                .contains("SUMMARY:现场核查 " + no)
                .doesNotContain("紫荆路核查点");
    }

    /// Taken by something that the reader may not see: that he is taken, and no more.
    @Test
    void aClashWithWhatOneMayNotSeeSaysNothingOfIt() throws Exception {
        var day = clock.today().plusDays(4);
        var hidden = api.reviewed();
        api.done("zhaojun", hidden, "plan-visit", visit(day, false));
        var open = new HashMap<>(visit(day, true));
        open.put("inspectors", List.of("p-zhaojun", "p-zhouqihang"));
        open.put("hour", "15:30");
        var no = api.reviewed();
        api.done("zhouqihang", no, "plan-visit", open);
        assertThat(clashes("zhouqihang", no))
                .contains("赵军在 " + day + " 前后另有安排")
                .doesNotContain(hidden, "14:00", "核查");
        assertThat(clashes("zhaojun", no))
                .contains("赵军在 " + day + " 14:00 还有", "/desk/cases/" + hidden);
    }

    private String clashes(String user, String no) throws Exception {
        var page = Clerk.signedIn(port, user).get("/desk/cases/" + no).body();
        var note = Pattern.compile("(?s)id=\"clashes\".*?</section>").matcher(page);
        assertThat(note.find()).as(page).isTrue();
        return note.group().substring(0, note.group().indexOf("<section"));
    }

    @Test
    void aSubscribedAddressOpensWithoutSignInUntilItIsTakenBack() throws Exception {
        var day = clock.today().plusDays(14);
        var no = heard(day, "15:30", "订阅室");
        var clerk = Clerk.signedIn(port, "hejingyi");
        var stranger = new Browser(port);
        var first = made(clerk);
        var seen = stranger.get(first);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("content-type").orElse(""))
                .startsWith("text/calendar");
        assertThat(seen.body().replace("\r\n ", ""))
                .contains(
                        "SUMMARY:听证 " + no,
                        "DTSTART;TZID=Asia/Shanghai:" + day.toString().replace("-", "") + "T153000")
                .doesNotContain("订阅室", "青岚接口网咖", "邻居甲", "网吧");
        var read = new CalendarBuilder().build(new StringReader(seen.body()));
        assertThat(read.validate(true).hasErrors()).isFalse();
        var tag = seen.headers().firstValue("etag").orElseThrow();
        assertThat(stranger.get(first, "If-None-Match", tag).statusCode()).isEqualTo(304);
        api.done("hejingyi", no, "schedule-hearing", hearing(day, "16:00", "订阅室"));
        assertThat(stranger.get(first, "If-None-Match", tag).statusCode()).isEqualTo(200);

        assertThat(clerk.get(PAGE).body()).as("once").doesNotContain(first);
        var second = made(clerk);
        assertThat(stranger.get(first).statusCode()).isEqualTo(404);
        assertThat(stranger.get(second).statusCode()).isEqualTo(200);
        assertThat(clerk.post(PAGE, PAGE + "/feed/revoke", Map.of()).statusCode()).isEqualTo(302);
        assertThat(stranger.get(second).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/calendar/short.ics").statusCode()).isEqualTo(404);
    }

    private static String made(Clerk clerk) throws Exception {
        assertThat(clerk.post(PAGE, PAGE + "/feed", Map.of()).statusCode()).isEqualTo(302);
        var shown =
                Pattern.compile("id=\"agenda-address\"[^>]*>([^<]+)<")
                        .matcher(clerk.get(PAGE).body());
        assertThat(shown.find()).isTrue();
        return URI.create(shown.group(1)).getPath();
    }

    @Test
    void freeDaysAndDaysWorkedInExchangeAreMarkedAndWhatIsNoSpanIsSaidSo() throws Exception {
        var clerk = Clerk.signedIn(port, "limin");
        assertThat(clerk.get(PAGE + "?on=2026-10").body())
                .contains(">休<")
                .contains(">班<")
                .contains("on=2026-09")
                .contains("on=2026-11");
        assertThat(clerk.get(PAGE + "?on=2026-10-01&view=week").body())
                .contains("2026-09-28 – 2026-10-04", "on=2026-09-24", "on=2026-10-08");
        for (var odd : List.of("", "2026-13", "soon", "1900-01", "9999-99")) {
            var page = clerk.get(PAGE + "?on=" + odd + "&view=" + odd + "&scope=" + odd);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(YearMonth.from(clock.today()).toString());
        }
        var due = api.accepted();
        var last = LocalDate.parse(api.read(due).path("stages").path(1).path("due").asString());
        var month = PAGE + "?on=" + YearMonth.from(last);
        assertThat(calendar("limin", last, "own", "due", due)).hasSize(1);
        assertThat(clerk.get(month).body()).contains("/desk/cases/" + due);
        assertThat(clerk.get(month + "&dues=hidden").body()).doesNotContain("/desk/cases/" + due);

        var api1 = "/api/v1/calendar?from=";
        assertThat(api.get("limin", api1 + "2026-01-01&to=2027-01-02").status()).isEqualTo(200);
        for (var odd :
                List.of(
                        "2026-01-01&to=2027-01-03",
                        "2026-01-02&to=2026-01-01",
                        "soon&to=2026-01-01",
                        "2026-01-01",
                        "2026-01-01&to=2026-01-02&scope=all")) {
            var answer = api.get("limin", api1 + odd);
            assertThat(answer.status()).as(odd).isEqualTo(422);
            assertThat(answer.body().path("title").asString()).as(odd).isNotBlank();
        }
    }
}
