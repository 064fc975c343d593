package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The penalty on city roads by API: the ordinary course with each gate tried too early, by the same person and in the wrong
/// measure; the figures of the law just below, on and above.
@RunningGuiju
class PenaltyApiTest extends OnTheApi {
    private static final OrganId BUREAU = new OrganId("qinglan-chengguan");
    private static final Map<String, Object> FINE = Street.sanction("occupy", "ordinary", "3000");
    private Street street = new Street(api);

    @BeforeEach
    void inTheStreet() {
        street = new Street(api);
    }

    private Api.Answer act(String user, String no, String name, Map<String, ?> body) {
        return api.act(user, no, name, body);
    }

    // --- the ordinary course, gate by gate

    @Test
    void aCitizenReportsButDoesNotOpenAPenaltyCase() {
        var answer =
                api.post(
                        "citizen",
                        UUID.randomUUID(),
                        "/api/v1/clues",
                        Street.clue("ordinary", false));
        refused(answer, "CLUE_BY_OFFICER");
        refused(
                api.post(
                        "jiangning",
                        UUID.randomUUID(),
                        "/api/v1/clues",
                        Street.clue("ordinary", false)),
                "ROLE_HELD");
    }

    @Test
    void aCaseIsFiledByTheHeadAfterTheCheckWithTwoCertifiedOfficers() {
        var no = street.registered();
        refused(act("jiangning", no, "check-filing", Street.CHECK), "STEP_OPEN");
        refused(act("lujianhua", no, "file-case", Street.filing("p-caoyang")), "STEP_OPEN");
        refused(act("jiangning", no, "report-clue", Street.REPORT), "ROLE_HELD");
        api.done("caoyang", no, "report-clue", Street.REPORT);
        api.done("jiangning", no, "check-filing", Street.CHECK);
        refused(act("lujianhua", no, "file-case", Street.filing("p-caoyang")), "TWO_INVESTIGATORS");
        refused(
                act("lujianhua", no, "file-case", Street.filing("p-caoyang", "p-ouyangqian")),
                "INVESTIGATORS_QUALIFIED");
        refused(
                act("caoyang", no, "file-case", Street.filing("p-caoyang", "p-dengkai")),
                "ROLE_HELD");
        var late =
                Street.with(
                        Street.filing("p-caoyang", "p-dengkai"),
                        Map.of(
                                "conductEnded",
                                clock.today().minusYears(2).minusDays(1).toString()));
        refused(act("lujianhua", no, "file-case", late), "LIMITATION_NOT_RUN_OUT");
        api.done(
                "lujianhua",
                no,
                "file-case",
                Street.with(late, Map.of("conductEnded", clock.today().minusYears(2).toString())));
        assertThat(api.open(no)).containsExactly("investigate");
        var statute = api.read(no).path("statute");
        assertThat(statute.path("days").asInt()).isEqualTo(90);
        // A last day that is a rest day moves to the next working day.
        assertThat(statute.path("left").asInt()).isBetween(90, 99);
    }

    @Test
    @Requirement(
            value = "D19",
            level = Level.API,
            fault = "a case is filed while its check is still open")
    void whereTheTextSaysSoTheSupervisionOfficeReviewsBeforeTheDirectorFiles() throws Exception {
        var code = "330899-CG-CF-9953";
        var text =
                Course.text("road-penalty-v1")
                        .replaceFirst("(?m)^power: .*$", "power: " + code)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today())
                        .replaceFirst("(?m)^until: .*$", "");
        Publishing.publish(port, text, "panwenjing", "jiangning");
        var clue = new java.util.HashMap<>(Street.clue("ordinary", false));
        clue.put("power", code);
        var no =
                api.post("caoyang", UUID.randomUUID(), "/api/v1/clues", clue)
                        .body()
                        .path("no")
                        .asString();
        api.done("caoyang", no, "report-clue", Street.REPORT);
        var filing = Street.filing("p-caoyang", "p-dengkai");
        refused(act("lujianhua", no, "file-case", filing), "STEP_OPEN");
        refused(act("jiangning", no, "check-filing", Street.CHECK), "ROLE_HELD");
        api.done("duguqing", no, "check-filing", Street.CHECK);
        api.done("lujianhua", no, "file-case", filing);
        assertThat(api.open(no)).containsExactly("investigate");
        // X6: whoever reviewed the filing does not supervise the same case as its officer.
        refused(
                act("duguqing", no, "take-evidence", Street.evidence("p-duguqing", "p-dengkai")),
                "ROLE_HELD");
    }

    @Test
    void theNinetiethDayIsStillInTimeAndTheDayAfterIsNot() {
        var no = street.filed();
        var due = LocalDate.parse(api.read(no).path("statute").path("due").asString());
        TestClock.ahead(Duration.ofDays(ChronoUnit.DAYS.between(clock.today(), due)));
        assertThat(clock.today()).isEqualTo(due);
        assertThat(api.read(no).path("statute").path("left").asInt()).isZero();
        TestClock.ahead(TestClock.ahead().plusDays(1));
        assertThat(api.read(no).path("statute").path("left").asInt()).isNegative();
    }

    @Test
    void evidenceIsTakenByTwoOfTheInvestigatorsAndComesBeforeAnyProposalToPunish() {
        var no = street.filed();
        refused(
                act("caoyang", no, "take-evidence", Street.evidence("p-caoyang")),
                "TWO_INVESTIGATORS");
        refused(
                act("fanxue", no, "take-evidence", Street.evidence("p-fanxue", "p-hanlei")),
                "INVESTIGATOR_ACTS");
        refused(
                act("caoyang", no, "conclude-investigation", Street.conclusion(FINE)),
                "EVIDENCE_FIRST");
        street.proposed(no, FINE);
        refused(
                act("caoyang", no, "take-evidence", Street.evidence("p-caoyang", "p-dengkai")),
                "STEP_OPEN");
    }

    @Test
    void theReportGoesOnOnlyWhenEveryInvestigatorHasSignedIt() {
        var no = street.filed();
        api.done("caoyang", no, "take-evidence", Street.evidence("p-caoyang", "p-dengkai"));
        api.done("caoyang", no, "conclude-investigation", Street.conclusion(FINE));
        refused(act("caoyang", no, "notify-penalty", Street.NOTICE), "STEP_OPEN");
        refused(act("fanxue", no, "sign-report", Map.of("step", "investigate")), "REPORT_SIGNED");
        refused(act("caoyang", no, "sign-report", Map.of("step", "investigate")), "REPORT_SIGNED");
        api.done("dengkai", no, "sign-report", Map.of("step", "investigate"));
        assertThat(api.open(no)).containsExactly("notify");
    }

    @ParameterizedTest
    @CsvSource({
        "occupy, ordinary, 499.99, SANCTION_WITHIN_GRADE",
        "occupy, ordinary, 500, ''",
        "occupy, ordinary, 5000, ''",
        "occupy, ordinary, 5000.01, SANCTION_WITHIN_GRADE",
        "dig, grave, 20000, ''",
        "dig, grave, 20000.01, SANCTION_WITHIN_BAND",
        "burn, grave, 1000, VIOLATION_LISTED",
        "occupy, ordinary, 0, SANCTION_PROVIDED"
    })
    void aFineLiesInTheBandOfTheLawAndOfTheGrade(
            String conduct, String grade, String yuan, String refusal) {
        var no = street.filed();
        api.done("caoyang", no, "take-evidence", Street.evidence("p-caoyang", "p-dengkai"));
        var answer =
                act(
                        "caoyang",
                        no,
                        "conclude-investigation",
                        Street.conclusion(Street.sanction(conduct, grade, yuan)));
        if (refusal.isEmpty()) {
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        } else {
            refused(answer, refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, 9999.99, false",
        "false, 10000, true",
        "true, 1999.99, false",
        "true, 2000, true"
    })
    void aHearingMayBeAskedForFromTheThresholdOn(boolean citizen, String yuan, boolean due) {
        var sanction =
                citizen
                        ? Street.sanction("occupy", "ordinary", yuan)
                        : Street.sanction("dig", "serious", yuan);
        var no =
                street.noticed(
                        street.filed(street.register("ordinary", citizen).path("no").asString()),
                        sanction);
        var asked =
                act(
                        "caoyang",
                        no,
                        "request-hearing",
                        Map.of("step", "notify", "party", street.party(no)));
        if (due) {
            assertThat(asked.status()).as("%s", asked).isEqualTo(200);
            assertThat(api.open(no)).containsExactly("hold-hearing");
        } else {
            refused(asked, "HEARING_DUE");
        }
    }

    @Test
    void aHearingIsAskedForOnTheLastDayAndNotOnTheDayAfter() throws Exception {
        var sanction = Street.sanction("dig", "serious", "10000");
        var inTime = street.noticed(street.filed(), sanction);
        var late = street.noticed(street.filed(), sanction);
        var until = until(inTime);
        ahead(until);
        assertThat(
                        act(
                                        "caoyang",
                                        inTime,
                                        "request-hearing",
                                        Map.of("step", "notify", "party", Street.COMPANY))
                                .status())
                .isEqualTo(200);
        ahead(until.plusDays(1));
        refused(
                act(
                        "caoyang",
                        late,
                        "request-hearing",
                        Map.of("step", "notify", "party", Street.COMPANY)),
                "STEP_OPEN");
        // Nobody asked in time: the case has gone on by itself.
        api.done("jiangning", late, "review-legality", Street.REVIEW);
    }

    private void ahead(LocalDate day) {
        TestClock.ahead(Duration.ZERO);
        TestClock.ahead(Duration.ofDays(ChronoUnit.DAYS.between(clock.today(), day)));
    }

    /// The last day to answer, as the printed notice says it.
    private LocalDate until(String no) throws Exception {
        var page = Clerk.signedIn(port, "caoyang").get("/desk/cases/" + no + "/notice").body();
        var found = Pattern.compile("在 ([0-9-]{10}) 前可以要求听证").matcher(page);
        assertThat(found.find()).isTrue();
        return LocalDate.parse(found.group(1));
    }

    @Test
    void whatIsAnsweredIsRecheckedAndNothingBecomesHeavierByIt() {
        var no = street.noticed(street.filed(), FINE);
        var answer = Map.of("step", "notify", "party", Street.COMPANY, "statement", "面积没有二十二平方米");
        api.done("caoyang", no, "record-statement", answer);
        api.done("caoyang", no, "waive-hearing", Map.of("step", "notify", "party", Street.COMPANY));
        assertThat(api.open(no)).containsExactly("recheck");
        refused(act("jiangning", no, "review-legality", Street.REVIEW), "STEP_OPEN");
        refused(act("caoyang", no, "recheck", recheck("3000.01")), "NOT_HEAVIER_FOR_DEFENCE");
        refused(act("fanxue", no, "recheck", recheck("2500")), "INVESTIGATOR_ACTS");
        api.done("caoyang", no, "recheck", recheck("2500"));
        api.done("jiangning", no, "review-legality", Street.REVIEW);
        refused(
                act(
                        "panwenjing",
                        no,
                        "record-meeting",
                        Street.minutes(Street.sanction("occupy", "ordinary", "3000.01"))),
                "NOT_HEAVIER_FOR_DEFENCE");
    }

    private static Map<String, Object> recheck(String yuan) {
        return Street.with(
                Map.of("step", "recheck", "adopted", "yes", "reasons", "重新测量"),
                Street.sanction("occupy", "ordinary", yuan));
    }

    @Test
    @Requirement(
            value = "D17",
            level = Level.API,
            fault =
                    "an authorisation without a document taken; then its document left off the paper")
    void anotherLeaderDecidesOnlyWithAnAuthorisationWhoseDocumentTheDecisionNames()
            throws Exception {
        // On a day of its own, so that no other test meets the delegation.
        TestClock.ahead(Duration.ofDays(47));
        var no = street.resolved(street.filed(), FINE);
        refused(act("maxiulan", no, "decide-penalty", Street.decision(FINE)), "ROLE_HELD");
        var given = new java.util.HashMap<String, Object>();
        given.put("method", "horizontal");
        given.put("by", "p-niezhiyuan");
        given.put("to", "p-maxiulan");
        given.put("roles", "head-of-organ");
        given.put("from", clock.today().toString());
        given.put("until", clock.today().toString());
        var address = "/api/v1/organs/" + BUREAU + "/posts/commands/delegate-signing";
        var bare = api.post("zhongyuling", UUID.randomUUID(), address, given);
        assertThat(bare.status()).as("no paper, no authorisation: %s", bare).isEqualTo(422);
        assertThat(bare.body().toString()).contains("document");
        var document = "青城管〔2026〕7号《关于授权审批行政处罚决定的通知》";
        given.put("document", document);
        var answer = api.post("zhongyuling", UUID.randomUUID(), address, given);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        api.done("maxiulan", no, "decide-penalty", Street.decision(FINE));
        var page = Clerk.signedIn(port, "caoyang").get("/desk/cases/" + no).body();
        assertThat(page).contains("马秀兰（代聂志远，依据" + document + "）");
        assertThat(
                        api.get("caoyang", "/api/v1/organs/" + BUREAU + "/posts")
                                .body()
                                .path("delegations")
                                .toString())
                .contains(document);
    }

    @Test
    @Requirement(
            value = "D16",
            level = Level.API,
            fault = "BOUND_TO_RESOLUTION taken out of the penalty's decision")
    void theDecisionIsTheResolvedOneByTheHeadAfterTheMinutesAreSigned() {
        var no = street.reviewed(street.filed(), FINE);
        refused(act("niezhiyuan", no, "decide-penalty", Street.decision(FINE)), "STEP_OPEN");
        api.done("panwenjing", no, "record-meeting", Street.minutes(FINE));
        refused(act("niezhiyuan", no, "decide-penalty", Street.decision(FINE)), "STEP_OPEN");
        refused(
                act("maxiulan", no, "sign-minutes", Map.of("step", "committee")),
                "MINUTES_BY_CHAIR");
        api.done("niezhiyuan", no, "sign-minutes", Map.of("step", "committee"));
        refused(act("maxiulan", no, "decide-penalty", Street.decision(FINE)), "ROLE_HELD");
        refused(
                act(
                        "niezhiyuan",
                        no,
                        "decide-penalty",
                        Street.decision(Street.sanction("occupy", "ordinary", "2999"))),
                "BOUND_TO_RESOLUTION");
        refused(
                act(
                        "niezhiyuan",
                        no,
                        "decide-penalty",
                        Map.of("step", "decide", "result", "spared", "reasons", "轻微")),
                "BOUND_TO_RESOLUTION");
        api.done("niezhiyuan", no, "decide-penalty", Street.decision(FINE));
        refused(act("dengkai", no, "archive", Map.of("step", "archive")), "STEP_OPEN");
    }

    @Test
    void whoHoldsEveryKeyStillCannotUseTwoOfThem() {
        var all = allKeysOfTheBureau();
        var no = street.registered();
        api.done("caoyang", no, "report-clue", Street.REPORT);
        api.done("jiangning", no, "check-filing", Street.CHECK);
        api.done("lujianhua", no, "file-case", Street.filing("p-streetkeys", "p-dengkai"));
        api.done(all, no, "take-evidence", Street.evidence("p-streetkeys", "p-dengkai"));
        api.done(all, no, "conclude-investigation", Street.conclusion(FINE));
        api.done("dengkai", no, "sign-report", Map.of("step", "investigate"));
        api.done(all, no, "notify-penalty", Street.NOTICE);
        api.done(all, no, "waive-hearing", Map.of("step", "notify", "party", Street.COMPANY));
        refused(act(all, no, "review-legality", Street.REVIEW), "TWO_KEYS_APART");
        // Without the legal qualification the role alone is not enough.
        refused(
                act("unqualified", no, "review-legality", Street.REVIEW),
                "LEGAL_REVIEWER_QUALIFIED");
        api.done("jiangning", no, "review-legality", Street.REVIEW);
        api.done("panwenjing", no, "record-meeting", Street.minutes(FINE));
        api.done("niezhiyuan", no, "sign-minutes", Map.of("step", "committee"));
        api.done("niezhiyuan", no, "decide-penalty", Street.decision(FINE));
        api.done("dengkai", no, "serve", Street.SERVED);
        refused(act(all, no, "record-payment", Street.payment("3000")), "TWO_KEYS_APART");
    }

    /// Investigates, reviews and collects by role; and another who reviews without being qualified.
    private String allKeysOfTheBureau() {
        var person = new PersonId("p-streetkeys");
        if (allocation.officer(person).isEmpty()) {
            join(person, "streetkeys", List.of("enforcer", "legal-officer", "collector"));
            for (var kind : List.of("city-enforcement", "legal-profession")) {
                appointments.qualify(
                        BUREAU,
                        new Roster.Qualification(person, kind, LocalDate.of(2024, 1, 1), null),
                        Stamp.own(clock.now(), "demo", UUID.randomUUID()));
            }
            join(new PersonId("p-unqualified"), "unqualified", List.of("legal-officer"));
        }
        return "streetkeys";
    }

    private void join(PersonId person, String username, List<String> roles) {
        appointments.appoint(
                new Officer(person, BUREAU, username, new Text("借调人员", "On loan")),
                "法制科",
                roles,
                LocalDate.of(2026, 1, 5),
                Stamp.own(clock.now(), "demo", UUID.randomUUID()));
        accounts.addOfficer(username, "qinglan-2026", person, username);
    }

    // --- what is owed

    @Test
    void theFifteenthDayIsInTimeAndTheSixteenthCostsThreePercent() {
        var no = street.served(street.filed(), FINE);
        var payment = api.read(no).path("payment");
        var last = LocalDate.parse(payment.path("lastDay").asString());
        assertThat(last).isAfterOrEqualTo(clock.today().plusDays(15));
        refused(act("caoyang", no, "record-payment", Street.payment("3000")), "ROLE_HELD");
        ahead(last);
        assertThat(owed(no)).isEqualTo("3000");
        refused(act("ouyangqian", no, "record-payment", Street.payment("3000.01")), "FINE_OWED");
        ahead(last.plusDays(1));
        assertThat(api.read(no).path("payment").path("surcharge").asString()).isEqualTo("90");
        assertThat(owed(no)).isEqualTo("3090");
        // Time has passed: what was to be collected is demanded now.
        refused(act("ouyangqian", no, "record-payment", Street.payment("3090")), "STEP_OPEN");
        api.done(
                "ouyangqian",
                no,
                "record-payment",
                Street.with(Street.payment("3090"), Map.of("step", "demand")));
        assertThat(owed(no)).isEqualTo("0");
    }

    private String owed(String no) {
        return api.read(no).path("payment").path("owed").asString();
    }

    @Test
    void thePaymentPageTellsWhatIsOwedToWhoeverHasTheCodeAndNoName() throws Exception {
        var no = street.served(street.filed(), FINE);
        var code = api.read(no).path("payment").path("code").asString();
        var browser = new Browser(port);
        var token = Browser.token(browser.get("/pay"));
        var page = browser.post("/pay", Map.of("code", code, "_csrf", token));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("3,000 元").doesNotContain(Street.COMPANY);
        var slip = code.substring(0, code.length() - 1) + (code.endsWith("1") ? "2" : "1");
        var wrong = browser.post("/pay", Map.of("code", slip, "_csrf", token));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("缴款码有误");
    }

    // --- on the spot

    @ParameterizedTest
    @CsvSource({
        "true, slight, 200, ''",
        "true, slight, 200.01, ON_THE_SPOT_CAP",
        "false, ordinary, 3000, ''",
        "false, ordinary, 3000.01, ON_THE_SPOT_CAP"
    })
    void onTheSpotTheFineIsCapped(boolean citizen, String grade, String yuan, String refusal) {
        var no = street.register("on-the-spot", citizen).path("no").asString();
        var pad = street.unusedForm();
        var answer = act("caoyang", no, "punish-on-the-spot", street.onTheSpot(grade, yuan, pad));
        if (refusal.isEmpty()) {
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            assertThat(street.unusedForm()).isNotEqualTo(pad);
        } else {
            refused(answer, refusal);
            assertThat(street.unusedForm()).isEqualTo(pad);
        }
    }

    @Test
    void aNumberIsUsedOnceByTheOfficerItWasIssuedTo() {
        var first = street.register("on-the-spot", true).path("no").asString();
        var pad = street.unusedForm();
        refused(
                act(
                        "caoyang",
                        first,
                        "punish-on-the-spot",
                        street.onTheSpot("slight", "100", "X1")),
                "NUMBERED_FORM_USED");
        refused(
                act("dengkai", first, "punish-on-the-spot", street.onTheSpot("slight", "100", pad)),
                "NUMBERED_FORM_USED");
        api.done("caoyang", first, "punish-on-the-spot", street.onTheSpot("slight", "100", pad));
        var second = street.register("on-the-spot", true).path("no").asString();
        refused(
                act(
                        "caoyang",
                        second,
                        "punish-on-the-spot",
                        street.onTheSpot("slight", "100", pad)),
                "NUMBERED_FORM_USED");
    }

    @Test
    void ofTwoWhoUseANumberAtTheSameMomentOneIsRefused() throws Exception {
        var one = street.register("on-the-spot", true).path("no").asString();
        var two = street.register("on-the-spot", true).path("no").asString();
        var body = street.onTheSpot("slight", "100", street.unusedForm());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers =
                    threads.invokeAll(
                            List.<Callable<Api.Answer>>of(
                                    () -> act("caoyang", one, "punish-on-the-spot", body),
                                    () -> act("caoyang", two, "punish-on-the-spot", body)));
            var statuses = List.of(answers.get(0).get().status(), answers.get(1).get().status());
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void ofTwoOfficersWithTheSameFormAtTheSameMomentTheOneWhoDoesNotHoldItIsRefused()
            throws Exception {
        var one = street.register("on-the-spot", true).path("no").asString();
        var two = street.register("on-the-spot", true).path("no").asString();
        var body = street.onTheSpot("slight", "100", street.unusedForm());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers =
                    threads.invokeAll(
                            List.<Callable<Api.Answer>>of(
                                    () -> act("caoyang", one, "punish-on-the-spot", body),
                                    () -> act("dengkai", two, "punish-on-the-spot", body)));
            assertThat(answers.get(0).get().status()).isEqualTo(200);
            refused(answers.get(1).get(), "NUMBERED_FORM_USED");
        }
    }

    @Test
    void whoSupervisesSeesWhatBecameOfEveryPadAndNumber() throws Exception {
        var office = Clerk.signedIn(port, "panwenjing");
        var prefix = "R" + UUID.randomUUID().toString().substring(0, 4);
        assertThat(issue(office, prefix)).isEqualTo(302);
        assertThat(voided(office, prefix + "000001")).isEqualTo(302);
        assertThat(givenBack(Clerk.signedIn(port, "caoyang"), prefix + "000001")).isEqualTo(422);
        assertThat(office.get("/desk/pads/" + prefix + "000001").body())
                .contains("发放 3 份＝使用 0 份＋作废 1 份＋交回 0 份＋在外 2 份")
                .contains("收回余号");
        assertThat(givenBack(office, prefix + "000001")).isEqualTo(302);
        assertThat(givenBack(office, prefix + "000001")).isEqualTo(422);
        var inspector = Clerk.signedIn(port, "yanzhengqing");
        assertThat(inspector.allPages("/supervision/pads?organ=qinglan-chengguan"))
                .contains(prefix + "000001 – " + prefix + "000003")
                .contains("没有空号")
                .doesNotContain("缺 ");
        assertThat(inspector.get("/supervision/pads/qinglan-chengguan/" + prefix + "000001").body())
                .contains("发放 3 份＝使用 0 份＋作废 1 份＋交回 2 份＋在外 0 份")
                .contains("已核销")
                .contains("写坏");
        assertThat(inspector.get("/supervision/pads/qinglan-culture/" + prefix + "000001"))
                .extracting(java.net.http.HttpResponse::statusCode)
                .isEqualTo(404);
        assertThat(Clerk.signedIn(port, "caoyang").get("/supervision/pads").statusCode())
                .isEqualTo(403);
        assertThat(Clerk.signedIn(port, "linshufen").get("/supervision/pads").body())
                .as("another organ's leader sees his own organ")
                .contains("文凭000001")
                .doesNotContain(prefix + "000001");
        assertThat(api.get("caoyang", "/api/v1/numbered-forms/pads").body().toString())
                .contains("\"first\":\"%s000001\"".formatted(prefix));
    }

    private static int givenBack(Clerk clerk, String pad) throws Exception {
        var fields = Map.of("command", UUID.randomUUID().toString(), "pad", pad);
        return clerk.post("/desk/pads", "/desk/pads/return", fields).statusCode();
    }

    @Test
    void theOfficeIssuesAPadOnceAndDeclaresOnlyUnusedNumbersVoid() throws Exception {
        var office = Clerk.signedIn(port, "panwenjing");
        var page = office.get("/desk/pads");
        assertThat(page.body()).contains("A000001");
        var prefix = "T" + UUID.randomUUID().toString().substring(0, 4);
        assertThat(issue(office, prefix)).isEqualTo(302);
        assertThat(issue(office, prefix)).isEqualTo(422);
        assertThat(issue(Clerk.signedIn(port, "caoyang"), prefix + "x")).isEqualTo(422);
        assertThat(voided(office, prefix + "000002")).isEqualTo(302);
        assertThat(voided(office, prefix + "000002")).isEqualTo(422);
        assertThat(office.get("/desk/pads?page=1").body()).contains(prefix + "000001");
    }

    private static int issue(Clerk clerk, String prefix) throws Exception {
        var fields =
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "person",
                        "p-hanlei",
                        "prefix",
                        prefix,
                        "from",
                        "1",
                        "to",
                        "3");
        return clerk.post("/desk/pads", "/desk/pads", fields).statusCode();
    }

    private static int voided(Clerk clerk, String number) throws Exception {
        var fields =
                Map.of("command", UUID.randomUUID().toString(), "number", number, "reason", "写坏");
        return clerk.post("/desk/pads", "/desk/pads/void", fields).statusCode();
    }

    // --- the person concerned, online

    @Test
    void thePersonConcernedReadsWhatIsGoingToBeDecidedAndAnswersOnline() throws Exception {
        var registered = street.register("ordinary", true);
        var no = registered.path("no").asString();
        street.noticed(street.filed(no), Street.sanction("occupy", "ordinary", "2000"));
        var browser = follower(no, registered.path("queryCode").asString());
        var page = browser.get("/track/" + no);
        assertThat(page.body()).contains("拟作出的处罚", "2,000 元", "陈述、申辩", "申请听证");
        var token = Browser.token(page);
        assertThat(
                        browser.post(
                                        "/track/" + no + "/statement",
                                        Map.of("statement", "", "_csrf", token))
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        browser.post(
                                        "/track/" + no + "/statement",
                                        Map.of("statement", "当时已经办理批准。", "_csrf", token))
                                .statusCode())
                .isEqualTo(302);
        assertThat(browser.post("/track/" + no + "/hearing", Map.of("_csrf", token)).statusCode())
                .isEqualTo(302);
        assertThat(api.open(no)).containsExactly("hold-hearing");
        assertThat(Clerk.signedIn(port, "caoyang").get("/desk/cases/" + no + "?tab=notices").body())
                .contains("当时已经办理批准。");
    }

    @Test
    void aPublishedPenaltyNamesTheConductAndMasksTheCitizen() throws Exception {
        var no =
                street.served(
                        street.filed(street.register("ordinary", true).path("no").asString()),
                        Street.sanction("occupy", "ordinary", "800"));
        var page = new Browser(port).get("/results/" + no);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("给予处罚", "擅自占用城市道路", "800 元").doesNotContain("宁静远");
    }
}
