package org.guiju.app.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.CommandReader;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The desk as an officer's browser meets it, on the demo county.
@RunningGuiju
class DeskTest {
    private static final String PASSWORD = "three calm herons";
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\"");
    private static final Pattern COMMAND = Pattern.compile("name=\"command\" value=\"([^\"]+)\"");
    private static final String HOSTILE =
            "\"><script>alert(1)</script>${7*7}' or 1=1 -- \u202e👨‍👩‍👧";

    private static final OrganId CULTURE = new OrganId("qinglan-culture");

    @LocalServerPort int port;
    @Autowired Allocation allocation;
    @Autowired Accounts accounts;
    @Autowired CaseQuery cases;
    @Autowired CaseDesk desk;
    @Autowired CommandReader reader;
    @Autowired OfficialClock clock;

    @Test
    void untilBothOpinionsAreInNobodyReadsTheOneThatIs() throws Exception {
        var blind = where(f -> reviews(f).anyMatch(w -> w.paired() && w.opinions().size() == 1));
        var note =
                reviews(blind)
                        .flatMap(w -> w.opinions().values().stream())
                        .map(o -> o.note())
                        .findFirst()
                        .orElseThrow();
        for (var officer : List.of("limin", "zhouqihang", "linshufen")) {
            var page = signedIn(officer).get("/desk/cases/" + no(blind) + "?tab=all");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("已提交", "未提交").doesNotContain(note);
        }
        var open = where(f -> reviews(f).anyMatch(w -> w.paired() && w.bothIn()));
        var both = reviews(open).filter(w -> w.bothIn()).findFirst().orElseThrow();
        var page = signedIn("limin").get("/desk/cases/" + no(open) + "?tab=all").body();
        assertThat(page).contains(both.opinions().firstEntry().getValue().note());
    }

    @Test
    void everyActHasAFormForACaseInItsStage() throws Exception {
        assertThat(reader.names())
                .isEqualTo(
                        java.util.Arrays.stream(DeskAct.values())
                                .map(DeskAct::code)
                                .collect(Collectors.toSet()));
        for (var act : DeskAct.values()) {
            var form = handler(address(act)).get(address(act));
            assertThat(form.statusCode()).as(act.code()).isEqualTo(200);
            assertThat(form.body())
                    .as(act.code())
                    .contains("name=\"command\"", "<button")
                    .doesNotContain("??");
        }
    }

    @Test
    void aFormSentTwiceIsOneEvent() throws Exception {
        var file =
                where(f ->
                        f.situation().onApplication()
                                && f.state().open().stream()
                                        .anyMatch(r -> r.kind() == StepKind.DELIBERATION));
        var browser = signedIn("sunxiaolan");
        var address = "/desk/cases/" + no(file) + "/acts/recuse";
        var form = filled(browser.get(address));
        form.put("person", "p-sunxiaolan");
        form.put("reason", "与申请人有亲属关系");
        int before = events(file);
        var first = browser.post(address, form);
        assertThat(browser.get("/desk/cases/" + no(file)).body()).contains("已办理：登记回避");
        var again = browser.post(address, form);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(events(file)).isEqualTo(before + 1);
        assertThat(browser.get("/desk/cases/" + no(file)).body()).contains("没有重复办理");
    }

    @Test
    void aRefusalSaysWhatWhyAndHowToMendIt() throws Exception {
        var file = at(StepKind.DECISION);
        var browser = signedIn("limin");
        var address = "/desk/cases/" + no(file) + "/acts/decide";
        var form = filled(browser.get(address));
        form.put("grant", "yes");
        form.put("reasons", "符合条件");
        form.remove("unmet");
        var answer = browser.post(address, form);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("ROLE_HELD", "《公务员法》第五十九条", "当前人员不担任办理这件事的岗位", "请由担任该岗位的人员办理")
                .contains("符合条件</textarea>");
        assertThat(filled(answer).get("command")).isNotEqualTo(form.get("command"));
    }

    @Test
    void hostileTextInEveryFieldIsTextAndNothingMore() throws Exception {
        for (var act : DeskAct.values()) {
            var address = address(act);
            var browser = handler(address);
            var form = filled(browser.get(address));
            form.replaceAll((name, value) ->
                    name.equals("_csrf") || name.equals("command") || name.equals("step")
                            ? value
                            : HOSTILE);
            form.put("verdicts." + HOSTILE.hashCode(), HOSTILE);
            form.put("ballots.", "for");
            var answer = browser.post(address.replaceFirst("\\?.*", ""), form);
            assertThat(answer.statusCode()).as(act.code()).isIn(302, 409, 422);
            assertThat(answer.body())
                    .as(act.code())
                    .doesNotContain("<script>alert")
                    .doesNotContain("49' or");
            var page = browser.get(address.replaceFirst("/acts/.*", "?tab=all"));
            assertThat(page.statusCode()).as(act.code()).isEqualTo(200);
            assertThat(page.body()).as(act.code()).doesNotContain("<script>alert");
        }
        var browser = handler(address(DeskAct.RECUSE));
        var odd = filled(browser.get(address(DeskAct.RECUSE)));
        odd.put("command", "not an id");
        assertThat(browser.post(address(DeskAct.RECUSE), odd).statusCode()).isEqualTo(400);
        assertThat(
                        browser.get(
                                        "/desk/cases?state=%27&page=-1&q=%25_%5C%22%3E%3Cscript%3Ealert(1)")
                                .body())
                .doesNotContain("<script>alert");
        assertThat(browser.get("/desk/cases/2026-9999").statusCode()).isEqualTo(404);
    }

    @Test
    void aTextThatIsTooLongIsAFaultOfItsFieldAndIsKept() throws Exception {
        var file = where(f -> !f.state().isClosed());
        var address = "/desk/cases/" + no(file) + "/acts/recuse";
        var browser = handler(address);
        var form = filled(browser.get(address));
        form.put("person", "p-wuxiaodie");
        form.put("reason", "长".repeat(6000));
        var answer = browser.post(address, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("错误：", "href=\"#reason\"", "“理由”太长", "长".repeat(6000));
    }

    @Test
    void everyCaseAndEveryPaperIsDrawnInBothLanguages() throws Exception {
        for (var row : all()) {
            var browser = handler("/desk/cases/" + row.no());
            for (var language : List.of("zh", "en")) {
                var page = browser.get("/desk/cases/" + row.no() + "?tab=all&lang=" + language);
                assertThat(page.statusCode()).as(row.no()).isEqualTo(200);
                assertThat(page.body()).as(row.no()).doesNotContain("??");
            }
            // Nothing is received where the office acts of its own accord.
            assertThat(browser.get("/desk/cases/" + row.no() + "/receipt").statusCode())
                    .isEqualTo(onApplication(row.caseId()) ? 200 : 404);
            for (var paper : List.of("notice", "demand")) {
                assertThat(browser.get("/desk/cases/" + row.no() + "/" + paper).statusCode())
                        .isIn(200, 404);
            }
            assertThat(browser.get("/desk/cases/" + row.no() + "/decision").statusCode())
                    .as(row.no())
                    .isEqualTo(row.decidedOn() == null ? 404 : 200);
        }
    }

    @Test
    void whatIsDecidedIsNoLongerDueByThePromiseAndComesBehindWhatStillRuns() throws Exception {
        var decided = Pattern.compile("准予|不予|给予处罚|不予处罚|已决定|不作处理|已调解|已移送");
        var row = Pattern.compile("<tr>\\s*<th scope=\"row\">.*?</tr>", Pattern.DOTALL);
        var due = Pattern.compile("datetime=\"(\\d{4}-\\d\\d-\\d\\d)\"");
        for (var officer : List.of("caoyang", "limin")) {
            var clerk = Clerk.signedIn(port, officer);
            boolean behind = false;
            int shown = 0;
            for (var r : row.matcher(clerk.allPages("/desk/cases?state=open")).results().toList()) {
                // A step may be called after what it decides.
                var said = r.group().replaceAll("(?s)<td data-l=\"环节\">.*?</td>", "");
                boolean isDecided = decided.matcher(said).find();
                assertThat(behind && !isDecided).as("%s: %s", officer, r.group()).isFalse();
                assertThat(isDecided && due.matcher(r.group()).find())
                        .as("%s: %s", officer, r.group())
                        .isFalse();
                behind |= isDecided;
                shown++;
            }
            assertThat(behind && shown > 5).isTrue();
            for (var r : row.matcher(clerk.allPages("/desk")).results().toList()) {
                var day = due.matcher(r.group());
                if (day.find() && LocalDate.parse(day.group(1)).isBefore(clock.today())) {
                    assertThat(r.group()).containsAnyOf("逾期", "停表");
                }
            }
        }
    }

    @Test
    void whereThereIsNothingToPunishNoFormPunishes() throws Exception {
        var licence = where(f -> f.definition().penalty() == null && !f.state().isClosed());
        var browser = signedIn("limin");
        for (var act : DeskAct.values()) {
            var status =
                    browser.get("/desk/cases/%s/acts/%s".formatted(no(licence), act.code()))
                            .statusCode();
            assertThat(status).as(act.code()).isEqualTo(act.ofPenalty() ? 404 : 200);
        }
    }

    @Test
    void aCountInTheListIsTheNumberOfRowsBehindIt() throws Exception {
        var browser = signedIn("limin");
        for (var state :
                List.of(
                        "open",
                        "overdue",
                        "due-soon",
                        "paused",
                        "granted",
                        "refused",
                        "closed",
                        "all")) {
            var page = browser.get("/desk/cases?lang=zh&state=" + state).body();
            var count =
                    Pattern.compile(
                                    "href=\"/desk/cases\\?state="
                                            + state
                                            + "\"[^>]*>[^<]*<b>(\\d+)</b>")
                            .matcher(page);
            assertThat(count.find()).as(state).isTrue();
            long rows = Pattern.compile("<th scope=\"row\">").matcher(page).results().count();
            assertThat(rows).as(state).isEqualTo(Math.min(20, Integer.parseInt(count.group(1))));
        }
    }

    private static java.util.stream.Stream<StepWork.Review> reviews(CaseFile file) {
        return file.state().rounds().stream()
                .map(r -> r.work())
                .filter(StepWork.Review.class::isInstance)
                .map(StepWork.Review.class::cast);
    }

    private List<org.guiju.app.cases.CaseRow> all() {
        return cases.find(new CaseQuery.Filter("", "", "", "", 1, 200)).rows();
    }

    private CaseFile where(Predicate<CaseFile> what) {
        return all().stream()
                .map(row -> desk.file(row.caseId()).orElseThrow())
                .filter(what)
                .findFirst()
                .orElseThrow();
    }

    private CaseFile at(StepKind kind) {
        return where(f -> f.state().open().stream().anyMatch(r -> r.kind() == kind));
    }

    private static String no(CaseFile file) {
        return file.state().opening().no();
    }

    /// A case whose open step the act belongs to; any open case for the others.
    private String address(DeskAct act) {
        for (var row : all()) {
            var file = desk.file(row.caseId()).orElseThrow();
            for (var round : file.state().open()) {
                if (act.fits(round.kind())) {
                    return "/desk/cases/%s/acts/%s?step=%s"
                            .formatted(no(file), act.code(), round.step());
                }
            }
        }
        return "/desk/cases/%s/acts/%s"
                .formatted(
                        no(
                                where(f ->
                                        !f.state().isClosed()
                                                && (f.definition().penalty() != null
                                                        || !act.ofPenalty()))),
                        act.code());
    }

    private boolean onApplication(UUID id) {
        return desk.file(id).orElseThrow().situation().onApplication();
    }

    private int events(CaseFile file) {
        return desk.file(file.id()).orElseThrow().traces().size();
    }

    /// Every field of the act's form, with the token and the command it carries.
    private static Map<String, String> filled(HttpResponse<String> page) {
        var form = new LinkedHashMap<String, String>();
        var body = page.body().substring(page.body().indexOf("<main"));
        FIELD.matcher(body).results().forEach(m -> form.put(m.group(1), ""));
        form.put("_csrf", Browser.token(page));
        var command = COMMAND.matcher(body);
        assertThat(command.find()).isTrue();
        form.put("command", command.group(1));
        var step = Pattern.compile("name=\"step\" value=\"([^\"]*)\"").matcher(body);
        form.put("step", step.find() ? step.group(1) : "");
        return form;
    }

    private final Map<String, Browser> handlers = new java.util.HashMap<>();

    /// An officer of the organ whose case the address names, at his browser.
    private Browser handler(String address) throws Exception {
        var officer =
                all().stream()
                        .filter(r -> address.contains(r.no()))
                        .findFirst()
                        .filter(r -> !r.organ().equals(CULTURE.value()))
                        // Other tests appoint people to its organ who serve at other times.
                        .flatMap(r ->
                                allocation.officers(new OrganId(r.organ())).stream()
                                        .map(o -> o.person())
                                        .filter(desk.file(r.caseId()).orElseThrow()::readableBy)
                                        .findFirst())
                        .map(person -> person.value().substring("p-".length()))
                        .orElse("limin");
        if (!handlers.containsKey(officer)) {
            handlers.put(officer, signedIn(officer));
        }
        return java.util.Objects.requireNonNull(handlers.get(officer));
    }

    private Browser signedIn(String officer) throws Exception {
        var username = officer + "-" + UUID.randomUUID();
        accounts.addOfficer(username, PASSWORD, new PersonId("p-" + officer), officer);
        var browser = new Browser(port);
        var answer =
                browser.post(
                        "/login",
                        Map.of(
                                "_csrf",
                                Browser.token(browser.get("/login")),
                                "username",
                                username,
                                "password",
                                PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(302);
        return browser;
    }
}
