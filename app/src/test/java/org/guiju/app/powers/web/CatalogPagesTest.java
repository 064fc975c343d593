package org.guiju.app.powers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The catalogue clerk, the calendar clerk and the window at their pages, on the server as it runs. What a test publishes is of
/// its own code or year, since what has happened cannot be taken back and other tests share the server.
@RunningGuiju
class CatalogPagesTest {
    private static final String POWER = "330899-WL-XK-0012";
    private static final String HOSTILE = "<script>alert(1)</script>'\"${7*7} 𠮷\u202e";

    @LocalServerPort int port;

    @Autowired Catalogue catalogue;

    @Autowired Calendars calendars;

    @Autowired Allocation allocation;

    @Autowired CaseQuery cases;

    @Autowired CaseDesk desk;

    @Autowired OfficialClock clock;

    private static String shipped() {
        return java.util.Objects.requireNonNull(
                ShippedDefinitions.texts().get("wangba-licence.yaml"));
    }

    private static String nextVersion(int version, LocalDate inForce) {
        return shipped()
                .replaceFirst("(?m)^version: .*$", "version: " + version)
                .replaceFirst("(?m)^in-force: .*$", "in-force: " + inForce);
    }

    @Test
    void aBrokenTextComesBackWithLineAndRemedyAndAsItWas() throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var text = shipped().replaceFirst("(?m)^kind: licence$", "knid: licence");
        int line = text.substring(0, text.indexOf("knid:")).split("\n", -1).length;
        var page =
                clerk.multipart("/catalog/powers/new", "/catalog/powers/new", Map.of("text", text));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("第 " + line + " 行第 1 列")
                .contains("knid: licence")
                .contains("kind");
        var english =
                clerk.multipart(
                        "/catalog/powers/new", "/catalog/powers/new?lang=en", Map.of("text", text));
        assertThat(english.body()).contains("Line " + line + ", column 1");
    }

    @Test
    void aCleanNewVersionIsPublishedOnceAndOldCasesKeepTheirs() throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var before = catalogue.versions(POWER).getFirst();
        var old = cases.find(new CaseQuery.Filter("open", POWER, "", "", 1, 1)).rows().getFirst();
        var inForce = clock.today().plusYears(1);
        var text = nextVersion(before.version() + 1, inForce);
        var preview =
                clerk.multipart("/catalog/powers/new", "/catalog/powers/new", Map.of("text", text));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("提交前核对", "筹建审批")
                .contains("审查发现", "GJ-P08", "没有告知利害关系人的环节", "《行政许可法》第三十六条")
                .doesNotContain("GJ-I06");
        for (int sent = 0; sent < 2; sent++) {
            var answer =
                    clerk.multipart(
                            "/catalog/powers/new", "/catalog/powers/submit", Map.of("text", text));
            assertThat(answer.statusCode()).isEqualTo(302);
        }
        Publishing.confirm(port, text);
        assertThat(catalogue.versions(POWER).getFirst().version()).isEqualTo(before.version() + 1);
        assertThat(catalogue.inForce(POWER, clock.today()))
                .hasValueSatisfying(d -> assertThat(d.version()).isEqualTo(3));
        assertThat(desk.file(old.caseId()).orElseThrow().definition().version())
                .isEqualTo(old.version());
        var list = clerk.get("/catalog/powers").body();
        assertThat(list)
                .contains("第 " + (before.version() + 1) + " 版")
                .contains("尚未施行")
                .contains("施行中");
        var other =
                clerk.multipart(
                        "/catalog/powers/new",
                        "/catalog/powers/submit",
                        Map.of("text", nextVersion(before.version() + 1, inForce.plusDays(1))));
        assertThat(other.statusCode())
                .as("another text under a version already published")
                .isEqualTo(400);
        assertThat(other.body()).contains("公布过的版本不能改变");
        var backdated =
                clerk.multipart(
                        "/catalog/powers/new",
                        "/catalog/powers/new",
                        Map.of(
                                "text",
                                nextVersion(before.version() + 2, clock.today().minusDays(1))));
        assertThat(backdated.body()).contains("施行日期不能早于今天");
    }

    @Test
    void onlyTheCatalogueClerkOfTheOrganPublishesAndCancels() throws Exception {
        var reviewer = Clerk.signedIn(port, "limin");
        var text = nextVersion(90, clock.today().plusYears(2));
        var publish =
                reviewer.multipart(
                        "/catalog/powers/new", "/catalog/powers/submit", Map.of("text", text));
        assertThat(publish.statusCode()).isEqualTo(403);
        assertThat(publish.body()).contains("目录管理员").contains("郑文博");
        var cancel =
                reviewer.post(
                        "/catalog/powers/new",
                        "/catalog/powers/" + POWER + "/cancel",
                        Map.of(
                                "day",
                                "2099-01-01",
                                "basis",
                                "无",
                                "command",
                                UUID.randomUUID().toString()));
        assertThat(cancel.statusCode()).isEqualTo(403);
        assertThat(catalogue.version(POWER, 90)).isEmpty();
    }

    @Test
    void aPowerIsCancelledFromADayOnAndOnlyOnce() throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var code = "330899-WL-XK-9901";
        var text = nextVersion(1, clock.today()).replaceFirst("(?m)^power: .*$", "power: " + code);
        Publishing.publish(port, text);
        assertThat(catalogue.inForce(code, clock.today())).isPresent();
        var address = "/catalog/powers/" + code + "/cancel";
        var page = clerk.get(address);
        var late =
                clerk.post(
                        address,
                        address,
                        Map.of("day", "2020-01-01", "basis", "", "command", Clerk.command(page)));
        assertThat(late.body()).contains("取消日期不能早于今天").contains("请填写取消依据");
        var day = clock.today().plusDays(1);
        var fields =
                Map.of("day", day.toString(), "basis", "县政府令第 1 号", "command", Clerk.command(page));
        assertThat(clerk.post(address, address, fields).statusCode()).isEqualTo(302);
        assertThat(clerk.post(address, address, fields).statusCode()).isEqualTo(302);
        assertThat(catalogue.inForce(code, clock.today())).isPresent();
        assertThat(catalogue.inForce(code, day)).isEmpty();

        TestClock.ahead(Duration.ofDays(1));
        try {
            var gone = clerk.get("/powers/" + code);
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.body())
                    .contains("这项权力已经停止行使", "接替它的事项", "href=\"/powers/" + POWER + "\"")
                    .doesNotContain("??");
        } finally {
            TestClock.ahead(Duration.ZERO);
        }
    }

    private static String notice(int year, int daysIn) {
        return """
        {"year": %d, "published": "2026-11-05", "papers": [],
         "days": [{"name": "元旦", "date": "%d-01-01", "isOffDay": true},
                  {"name": "元旦", "date": "%d-01-04", "isOffDay": true}]}
        """
                .formatted(year, daysIn, daysIn);
    }

    @Test
    void aNoticeOfTheWrongYearIsRefusedAndTheRightOneSettlesWhatWasProvisional() throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var sum = "/catalog/calendar?day=2026-12-25&n=10&unit=working-day";
        assertThat(clerk.get(sum).body()).contains("暂定（2027 年放假通知尚未公布）");
        var wrong =
                clerk.multipart(
                        "/catalog/calendar",
                        "/catalog/calendar",
                        Map.of("text", notice(2028, 2027)));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("第 1 行").contains("year 写的是 2028").contains("请改正 year");
        assertThat(calendars.current().isPublished(2028)).isFalse();
        var mine =
                Clerk.signedIn(port, "limin")
                        .multipart(
                                "/catalog/calendar",
                                "/catalog/calendar",
                                Map.of("text", notice(2027, 2027)));
        assertThat(mine.statusCode()).isEqualTo(403);
        var open = new CaseQuery.Filter("open", "", "", "", 1, 500);
        var right =
                clerk.multipart(
                        "/catalog/calendar",
                        "/catalog/calendar",
                        Map.of("text", notice(2027, 2027)));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(calendars.current().isPublished(2027)).isTrue();
        // 28 to 31 December, 5 to 8 January (1 and 4 are rest days), 11 and 12 January
        assertThat(clerk.get(sum).body()).contains("最后一日：2027-01-12").doesNotContain("尚未公布");
        // What reaches beyond 2027 waits for the notice of a later year.
        assertThat(cases.find(open).rows())
                .filteredOn(r -> r.statuteDue() != null && r.statuteDue().getYear() <= 2027)
                .noneMatch(r -> r.provisional());
        var again =
                clerk.multipart(
                        "/catalog/calendar",
                        "/catalog/calendar",
                        Map.of("text", notice(2027, 2027)));
        assertThat(again.statusCode()).isEqualTo(302);
        var changed = notice(2027, 2027).replace("01-04", "01-05");
        assertThat(
                        clerk.multipart(
                                        "/catalog/calendar",
                                        "/catalog/calendar",
                                        Map.of("text", changed))
                                .body())
                .contains("请把 edition 加 1");
    }

    @Test
    void anAbsenceWithoutADeputyIsRefused() throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var from = clock.today().plusYears(3);
        var fields =
                new HashMap<String, String>(
                        Map.of(
                                "person", "p-gaojianye",
                                "deputy", "",
                                "from", from.toString(),
                                "until", from.plusDays(2).toString(),
                                "command", UUID.randomUUID().toString()));
        var refused = clerk.post("/catalog/organs", "/catalog/organs/absences", fields);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("请指定职位代理人").contains(from.toString());
        var away = new PersonId("p-gaojianye");
        assertThat(allocation.roster().absent(away, from)).isFalse();
        fields.put("deputy", "p-gaojianye");
        assertThat(clerk.post("/catalog/organs", "/catalog/organs/absences", fields).body())
                .contains("代理人不能是外出人员本人");
        fields.put("deputy", "p-chenyuanshan");
        for (int sent = 0; sent < 2; sent++) {
            assertThat(
                            clerk.post("/catalog/organs", "/catalog/organs/absences", fields)
                                    .statusCode())
                    .isEqualTo(302);
        }
        assertThat(allocation.roster().deputyOf(away, from.plusDays(2)))
                .contains(new PersonId("p-chenyuanshan"));
        assertThat(allocation.roster().absent(away, from.plusDays(3))).isFalse();
        assertThat(clerk.get("/catalog/organs").body()).contains("由陈远山代理");
        fields.put("person", "p-chenyuanshan");
        fields.put("deputy", "p-gaojianye");
        assertThat(clerk.post("/catalog/organs", "/catalog/organs/absences", fields).body())
                .contains("代理人这几天也外出");
        assertThat(
                        Clerk.signedIn(port, "limin")
                                .post("/catalog/organs", "/catalog/organs/absences", fields)
                                .statusCode())
                .as("a colleague who is no clerk")
                .isEqualTo(403);
    }

    @Test
    void whatTheWindowTakesInIsACaseOfTheWindowOnceOnly() throws Exception {
        var clerk = Clerk.signedIn(port, "shenruoxi");
        var address = "/desk/intake/new?power=" + POWER + "&situation=preparation";
        assertThat(clerk.get("/desk/intake/new?q=筹建".replace("筹建", "%E7%AD%B9%E5%BB%BA")).body())
                .contains("situation=preparation");
        var page = clerk.get(address);
        var material = Pattern.compile("name=\"m-([^\"]+)\"").matcher(page.body());
        assertThat(material.find()).isTrue();
        var fields =
                new HashMap<String, String>(
                        Map.of(
                                "command",
                                Clerk.command(page),
                                "power",
                                POWER,
                                "situation",
                                "preparation",
                                "kind",
                                "organisation",
                                "applicant",
                                "青岚窗口测试网咖",
                                "received",
                                clock.today().plusDays(1).toString(),
                                "a-phone",
                                "不是电话",
                                "a-area",
                                "１２０",
                                "m-" + material.group(1),
                                "yes"));
        var wrong = clerk.multipart(address, "/desk/intake/new", fields);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("不能晚于今天")
                .contains("“联系电话”不是有效的电话号码")
                .contains("不是电话")
                .contains("青岚窗口测试网咖");
        fields.put("received", clock.today().minusDays(1).toString());
        fields.put("a-phone", "0570-1234567");
        var first = clerk.multipart(address, "/desk/intake/new", fields);
        assertThat(first.statusCode()).isEqualTo(302);
        var receipt = first.headers().firstValue("location").orElseThrow();
        assertThat(
                        clerk.multipart(address, "/desk/intake/new", fields)
                                .headers()
                                .firstValue("location"))
                .contains(receipt);
        var no = receipt.substring(receipt.lastIndexOf('/') + 1);
        var file = desk.file(cases.byNo(no).orElseThrow()).orElseThrow();
        assertThat(file.state().opening().channel()).isEqualTo("window");
        assertThat(file.state().opening().receivedOn()).isEqualTo(clock.today().minusDays(1));
        assertThat(file.state().answers()).containsEntry("area", "120");
        assertThat(file.state().filings()).hasSize(1);
        var shown = clerk.get("/desk/intake/" + no).body();
        assertThat(shown)
                .contains(no)
                .contains("指定窗口")
                .contains("未收")
                .contains("一次性书面告知")
                .contains("补录");
        assertThat(Clerk.signedIn(port, "limin").get("/desk/intake/" + no).statusCode())
                .isEqualTo(403);
        assertThat(Clerk.signedIn(port, "limin").get(address).statusCode()).isEqualTo(403);
    }

    @Test
    void hostileInputIsAnsweredAndNeverRun() throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var window = Clerk.signedIn(port, "shenruoxi");
        var form = "/desk/intake/new?power=" + POWER + "&situation=preparation";
        var id = UUID.randomUUID().toString();
        for (var text :
                List.of(
                        HOSTILE,
                        "\u0000",
                        "a: &a [*a, *a]",
                        "{\"year\": 1e999}",
                        "[".repeat(20_000),
                        "９".repeat(9_000))) {
            for (var page :
                    List.of(
                            clerk.multipart(
                                    "/catalog/powers/new",
                                    "/catalog/powers/new",
                                    Map.of("text", text)),
                            clerk.multipart(
                                    "/catalog/powers/new",
                                    "/catalog/powers/submit",
                                    Map.of("text", text)),
                            clerk.multipart(
                                    "/catalog/calendar", "/catalog/calendar", Map.of("text", text)),
                            clerk.post(
                                    "/catalog/organs",
                                    "/catalog/organs/absences",
                                    Map.of(
                                            "person", text, "deputy", text, "from", text, "until",
                                            text, "command", id)),
                            clerk.post(
                                    "/catalog/organs",
                                    "/catalog/powers/" + POWER + "/cancel",
                                    Map.of("day", text, "basis", text, "command", id)),
                            window.multipart(
                                    form,
                                    "/desk/intake/new",
                                    Map.of(
                                            "command",
                                            id,
                                            "power",
                                            POWER,
                                            "situation",
                                            "preparation",
                                            "received",
                                            text,
                                            "applicant",
                                            text,
                                            "a-company-name",
                                            text,
                                            "a-area",
                                            text,
                                            "kind",
                                            text)),
                            window.multipart(
                                    form,
                                    "/desk/intake/new",
                                    Map.of("command", id, "power", text, "situation", text)))) {
                assertThat(page.statusCode())
                        .as(page.uri() + " " + text.substring(0, 1))
                        .isBetween(400, 499);
                assertThat(page.body()).doesNotContain("<script>alert(1)");
            }
        }
        for (var address :
                List.of(
                        "/catalog/powers/%00/1.yaml",
                        "/catalog/powers/x/cancel",
                        "/catalog/powers/" + POWER + "/999999.yaml",
                        "/desk/intake/%F0%9F%90%AC",
                        "/desk/intake/new?power=x&situation=y",
                        "/desk/intake/2026-999999999")) {
            assertThat(clerk.get(address).statusCode()).as(address).isBetween(400, 499);
        }
        var sum = clerk.get("/catalog/calendar?day=2100-12-31&n=3650&unit=month");
        assertThat(sum.statusCode()).isEqualTo(200);
        assertThat(allocation.officers(new OrganId("qinglan-culture"))).isNotEmpty();
    }
}
