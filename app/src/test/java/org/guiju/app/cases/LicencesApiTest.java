package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.app.cases.application.Timekeeper;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.licences.application.LicenceDesk;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.PrintedCode;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Licences by API and page: one licence across the cases that issue, change, renew and cancel it; its term, its quota, its end.
@RunningGuiju
class LicencesApiTest extends OnTheApi {
    private static final String DECIDER = "linshufen";
    private static int next = 8300;

    @Autowired Timekeeper timekeeper;

    @Autowired LicenceDesk licences;
    @Autowired Sequencer sequencer;
    @Autowired Sealer sealer;
    @Autowired Registrar registrar;
    @Autowired JdbcClient jdbc;

    /// The shipped text under a code of its own, with what the test says of its licence.
    private PowerDefinition power(String terms) throws Exception {
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("venue-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: 330899-WL-XK-" + next++)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today())
                        .replaceFirst("(?m)^  valid: .*$", terms);
        Publishing.publish(port, text);
        return switch (new DefinitionReader(CaseRule.ids()).read(text, "venue")) {
            case LoadResult.Loaded(var power) -> power;
            case LoadResult.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }

    private Course course(PowerDefinition power, String situation, String licence) {
        return new Course(
                        api,
                        power,
                        power.situation(situation).orElseThrow(),
                        clock::today,
                        Map.of())
                .filled(Map.of("licence-no", licence));
    }

    private String issued(PowerDefinition power) {
        var course = course(power, "setting-up", "").runTo("decide");
        course.workAt("decide");
        return of(course.no);
    }

    /// The licence that the case issued.
    private String of(String no) {
        var found = api.get(DECIDER, "/api/v1/licences?q=" + no).body();
        assertThat(found.size()).as("%s", found).isEqualTo(1);
        return found.get(0).path("number").asString();
    }

    private String state(String number) {
        return api.get(DECIDER, "/api/v1/licences/" + number)
                .body()
                .path("licence")
                .path("state")
                .asString();
    }

    private LocalDate day(String number, String field) {
        var body = api.get(DECIDER, "/api/v1/licences/" + number).body();
        var text =
                field.equals("renewalAskedBy")
                        ? body.path(field).asString()
                        : body.path("licence").path(field).asString();
        return LocalDate.parse(text);
    }

    private List<String> history(String number) {
        var kinds = new ArrayList<String>();
        api.get(DECIDER, "/api/v1/licences/" + number)
                .body()
                .path("history")
                .forEach(e -> kinds.add(e.path("kind").asString()));
        return kinds;
    }

    private void to(LocalDate day) {
        var ahead = ChronoUnit.DAYS.between(clock.today(), day);
        TestClock.ahead(Duration.ofDays(ahead + TestClock.ahead().toDays()));
        assertThat(clock.today()).isEqualTo(day);
    }

    private Api.Answer act(String user, String number, String act, Map<String, ?> fields) {
        return api.post(
                user, UUID.randomUUID(), "/api/v1/licences/" + number + "/commands/" + act, fields);
    }

    @Test
    @Requirement(
            value = "D22",
            level = Level.API,
            fault = "a renewal that was granted was not written on the licence")
    void changeAndRenewalAreCasesOfTheirOwnLinkedToTheFirstLicence() throws Exception {
        var power = power("  valid: { n: 6, unit: month, basis: ven-rule-17 }");
        var number = issued(power);
        var until = day(number, "until");
        assertThat(until).isEqualTo(clock.today().plusMonths(6).minusDays(1));
        refused(course(power, "change", "XX-2026-9999").apply(), "LICENCE_STANDS");
        refused(
                course(power, "change", number).applicant("青岚另一家商行").apply(),
                "LICENCE_OF_APPLICANT");
        var change = course(power, "change", number).run();
        assertThat(change.events)
                .contains("case.accepted", "case.opinion-given")
                .contains("case.minutes-signed", "case.decided");
        var renewal = course(power, "renewal", number).run();
        assertThat(renewal.events)
                .contains("case.accepted", "case.minutes-signed", "case.archived");
        assertThat(renewal.steps).contains("section-meeting", "joint-review");
        assertThat(renewal.no).isNotEqualTo(change.no);
        assertThat(history(number))
                .containsExactly("renewed", "asked.renew", "changed", "asked.change", "issued");
        assertThat(day(number, "until")).isEqualTo(until.plusDays(1).plusMonths(6).minusDays(1));
        var page = Clerk.signedIn(port, DECIDER).get("/desk/licences/" + number).body();
        assertThat(page).contains(change.no, renewal.no, "延续");
    }

    @Test
    @Requirement(
            value = "D45",
            level = Level.API,
            fault = "the quota's gate let every grant through")
    void withQuotaNoLicenceMoreIsIssuedAndWhatIsLeftIsShown() throws Exception {
        var power =
                power(
                        "  quota: { n: 1, basis: ven-reg-7 }\n  valid: { n: 24, unit: month, basis: ven-rule-17 }");
        var code = power.code().value();
        var first = course(power, "setting-up", "").runTo("decide");
        var second = course(power, "setting-up", "").applicant("青岚后到商行").runTo("decide");
        assertThat(left(code)).isEqualTo(1);
        var grant = Map.of("step", "decide", "grant", "yes", "reasons", "符合条件");
        refused(api.act(DECIDER, second.no, "decide", grant), "ORDER_OF_RECEIPT");
        first.workAt("decide");
        assertThat(left(code)).isZero();
        refused(api.act(DECIDER, second.no, "decide", grant), "QUOTA_LEFT");
        var page = Clerk.signedIn(port, DECIDER).get("/desk/licences").body();
        assertThat(page).contains(code, "剩余");
        var number = of(first.no);
        assertThat(
                        act(
                                        DECIDER,
                                        number,
                                        "cancel",
                                        Map.of("ground", "other", "reasons", "持证人申请"))
                                .status())
                .isEqualTo(200);
        assertThat(left(code)).isEqualTo(1);
        second.workAt("decide");
        assertThat(left(code)).isZero();
    }

    private long left(String code) {
        return api.get(DECIDER, "/api/v1/public/quotas/" + code).body().path("left").asLong();
    }

    @Test
    void aRenewalIsAskedForThirtyWorkingDaysBeforeTheEndAndSilenceRenews() throws Exception {
        var power = power("  valid: { n: 4, unit: month, basis: ven-rule-17 }");
        var inTime = issued(power);
        var late = issued(power);
        var until = day(inTime, "until");
        var last = day(inTime, "renewalAskedBy");
        to(last);
        var renewal = course(power, "renewal", inTime).runTo("review");
        refused(course(power, "renewal", inTime).apply(), "RENEWAL_ASKED_IN_TIME");
        to(last.plusDays(1));
        refused(course(power, "renewal", late).apply(), "RENEWAL_ASKED_IN_TIME");
        to(until);
        timekeeper.pass(clock.now());
        licences.pass(clock.now());
        assertThat(api.open(renewal.no)).contains("review");
        assertThat(state(inTime)).isEqualTo("in-force");
        to(until.plusDays(1));
        timekeeper.pass(clock.now());
        licences.pass(clock.now());
        assertThat(api.open(renewal.no)).contains("serve", "publish").doesNotContain("review");
        assertThat(history(inTime)).startsWith("renewed.deemed");
        assertThat(day(inTime, "until")).isEqualTo(until.plusDays(1).plusMonths(4).minusDays(1));
        assertThat(state(late)).isEqualTo("expired");
        assertThat(history(late)).startsWith("expired");
        var clerk = Clerk.signedIn(port, DECIDER);
        assertThat(clerk.get("/desk/cases/" + renewal.no).body()).contains("视为准予延续");
        for (var page :
                List.of(
                        "/desk/cases/" + renewal.no,
                        "/desk/cases/" + renewal.no + "/decision",
                        "/results/" + renewal.no,
                        "/results",
                        "/licences/" + inTime)) {
            assertThat(clerk.get(page).statusCode()).as(page).isEqualTo(200);
        }
        refused(
                act(DECIDER, late, "cancel", Map.of("ground", "holder-gone", "reasons", "不在")),
                "CANCEL_ON_LISTED_GROUND");
        assertThat(
                        act(DECIDER, late, "cancel", Map.of("ground", "expired", "reasons", "届满"))
                                .status())
                .isEqualTo(200);
        assertThat(state(late)).isEqualTo("cancelled");
    }

    @Test
    void aLicenceEndsByApplicationByRevocationByWithdrawalAndByAPenaltyAndEverybodySeesIt()
            throws Exception {
        var power = power("  valid: { n: 24, unit: month, basis: ven-rule-17 }");
        var given = issued(power);
        var up =
                course(power, "cancellation", given)
                        .filled(new HashMap<>(Map.of("licence-no", given)))
                        .runTo("decide");
        up.workAt("decide");
        assertThat(state(given)).isEqualTo("cancelled");
        refused(course(power, "change", given).apply(), "LICENCE_STANDS");

        var withdrawn = issued(power);
        var why =
                new HashMap<String, String>(
                        Map.of("reasons", "规划调整", "loss", "", "compensation", "0"));
        refused(act(DECIDER, withdrawn, "withdraw", why), "WITHDRAWN_WITH_COMPENSATION");
        why.put("loss", "装修损失");
        why.put("compensation", "12000.50");
        refused(act("limin", withdrawn, "withdraw", why), "LICENCE_DECIDER");
        assertThat(act(DECIDER, withdrawn, "withdraw", why).status()).isEqualTo(200);
        assertThat(state(withdrawn)).isEqualTo("withdrawn");
        refused(act(DECIDER, withdrawn, "withdraw", why), "LICENCE_STILL_STANDS");

        var taken = issued(power);
        refused(
                act(DECIDER, taken, "take-away", Map.of("penalty", "2026-9999")),
                "TAKEN_BY_PENALTY");

        var revoked = course(power, "setting-up", "").runTo("decide");
        revoked.workAt("decide");
        var number = of(revoked.no);
        api.done(
                "chenyuanshan",
                revoked.no,
                "revoke",
                Map.of("ground", "fraud", "heard", "没有意见", "reasons", "材料虚假"));
        assertThat(state(number)).isEqualTo("revoked");
        var stranger = new Browser(port);
        assertThat(stranger.get("/licences/" + number).body()).contains("已撤销", "没有效力");
        assertThat(stranger.get("/results?q=" + revoked.no).body()).contains(number, "已撤销");
        assertThat(stranger.get("/licences?number=NOPE-1").statusCode()).isEqualTo(422);
        assertThat(stranger.get("/licences/NOPE-1").statusCode()).isEqualTo(404);
        assertThat(api.get("caoyang", "/api/v1/licences/" + number).status()).isEqualTo(403);
        var wrong =
                Clerk.signedIn(port, DECIDER)
                        .post(
                                "/desk/licences/" + taken,
                                "/desk/licences/" + taken + "/withdraw",
                                Map.of(
                                        "reasons", "规划调整",
                                        "loss", "无",
                                        "compensation", "很多",
                                        "command", UUID.randomUUID().toString()));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("很多", "规划调整");
        assertThat(
                        Clerk.signedIn(port, DECIDER)
                                .get("/desk/licences/export.csv?q=" + number)
                                .body())
                .contains(number, "revoked");
    }

    @Test
    void anAnnualCheckIsHeldOnlyWhereTheTextAsksForItInItsMonthsAndOnce() throws Exception {
        var none = issued(power("  valid: { n: 36, unit: month, basis: ven-rule-17 }"));
        var year = clock.today().getYear() + 1;
        refused(act(DECIDER, none, "check", check(year)), "ANNUAL_CHECK_IN_DEFINITION");
        var asked =
                issued(
                        power(
                                "  annual-check: { from-month: 3, until-month: 4, basis: ven-rule-17 }\n"
                                        + "  valid: { n: 36, unit: month, basis: ven-rule-17 }"));
        refused(
                act(DECIDER, asked, "check", check(clock.today().getYear())),
                "ANNUAL_CHECK_IN_DEFINITION");
        to(LocalDate.of(year, 2, 28));
        refused(act(DECIDER, asked, "check", check(year)), "ANNUAL_CHECK_IN_WINDOW");
        to(LocalDate.of(year, 3, 1));
        assertThat(Clerk.signedIn(port, DECIDER).get("/desk/licences/" + asked).body())
                .contains("记录年检");
        assertThat(act(DECIDER, asked, "check", check(year)).status()).isEqualTo(200);
        refused(act(DECIDER, asked, "check", check(year)), "ANNUAL_CHECK_ONCE");
        to(LocalDate.of(year + 1, 5, 1));
        refused(act(DECIDER, asked, "check", check(year + 1)), "ANNUAL_CHECK_IN_WINDOW");
    }

    /// 审批表齐全: what the case's acts brought about and was signed is on file, or no licence goes out.
    @Test
    @Requirement(
            value = "D21",
            level = Level.API,
            fault = "the number of missing forms was always said to be none")
    void aLicenceGoesOutAsAPaperOnlyWithACompleteSetOfFormsAndItsCodeTellsWhatItIsWorth()
            throws Exception {
        var number = issued(power("  valid: { n: 24, unit: month, basis: ven-rule-17 }"));
        var no =
                api.get(DECIDER, "/api/v1/licences/" + number)
                        .body()
                        .path("licence")
                        .path("caseNo")
                        .asString();
        settled();
        var form =
                jdbc.sql(
                                """
                                delete from projection.document d using projection.case_row c
                                where c.no = ? and d.case_id = c.case_id and d.kind = 'inspection-record'
                                returning to_jsonb(d)::text
                                """)
                        .param(no)
                        .query(String.class)
                        .single();
        var first = Map.of("why", "issue", "declared", "");
        refused(act("shenruoxi", number, "certify", first), "APPROVAL_FORMS_COMPLETE");
        var clerk = Clerk.signedIn(port, "shenruoxi");
        assertThat(clerk.get("/desk/licences/" + number).body()).contains("现场核查笔录");
        jdbc.sql(
                        "insert into projection.document select * from jsonb_populate_record(null::projection.document, ?::jsonb)")
                .param(form)
                .update();
        refused(
                act("shenruoxi", number, "certify", Map.of("why", "change", "declared", "")),
                "CERTIFICATE_FOR_A_REASON");
        assertThat(act("shenruoxi", number, "certify", first).status()).isEqualTo(200);
        refused(act("shenruoxi", number, "certify", first), "CERTIFICATE_FOR_A_REASON");
        refused(
                act("shenruoxi", number, "certify", Map.of("why", "loss", "declared", "")),
                "LICENCE_REASONS");

        var base = "/desk/licences/" + number + "/certificates/1/";
        var pdf = file(number, "original.pdf").body();
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", ""))
                    .contains("娱乐经营许可证（正本）", number, "青岚程序样例商行", "营业场所地址", "有效期限", "第1版（首次核发）");
        }
        assertThat(PrintedCode.read(pdf)).endsWith("/licences/" + number + "?edition=1");
        var ofd = file(number, "duplicate.ofd");
        assertThat(ofd.headers().firstValue("Content-Type")).contains("application/ofd");
        assertThat(new String(ofd.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(clerk.get(base + "original.pdf").statusCode()).isEqualTo(200);
        assertThat(clerk.get(base + "third.pdf").statusCode()).isEqualTo(404);
        assertThat(
                        api.get(
                                        "caoyang",
                                        "/api/v1/licences/"
                                                + number
                                                + "/certificates/1/original.pdf")
                                .status())
                .isEqualTo(403);

        assertThat(
                        act(
                                        "shenruoxi",
                                        number,
                                        "certify",
                                        Map.of("why", "loss", "declared", "在汽车站遗失，已登报"))
                                .status())
                .isEqualTo(200);
        var stranger = new Browser(port);
        assertThat(stranger.get("/licences/" + number + "?edition=2").body())
                .contains("有效", "现行第 2 版")
                .doesNotContain("已经作废", "汽车站", "营业场所地址");
        assertThat(stranger.get("/licences/" + number + "?edition=1").body()).contains("第 1 版已经作废");
        assertThat(stranger.get("/licences/" + number + "?edition=7").body())
                .contains("没有制发过第 7 版");
        assertThat(stranger.get("/licences/" + number + "?edition=x").statusCode()).isEqualTo(200);
        refused(
                act(
                        DECIDER,
                        number,
                        "suspend",
                        Map.of("penalty", "2026-9999", "until", clock.today().toString())),
                "TAKEN_BY_PENALTY");
    }

    private HttpResponse<byte[]> file(String number, String name) throws Exception {
        var who = "shenruoxi:qinglan-2026".getBytes(StandardCharsets.UTF_8);
        var path = "/api/v1/licences/" + number + "/certificates/1/" + name;
        return new Browser(port)
                .bytes(
                        HttpRequest.newBuilder(new Browser(port).at(path))
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString(who)));
    }

    private void settled() {
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
    }

    private static Map<String, Object> check(int year) {
        return Map.of("year", year, "passed", "yes", "note", "");
    }
}
