package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Every pack carried through by API: what happens, which papers come of it, and that nobody gets stuck.
@RunningGuiju
class PacksApiTest extends OnTheApi {
    private static final String HEAD = "shentuyue";

    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;

    @Autowired Registrar registrar;

    /// `choices` are `step=answer` where the course leaves the main way; the rest is what must have happened.
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "relief-payment|relief||granted|case.inspection-signed case.decided case.executed|site-visit-record decision-grant execution-record proof-of-service",
                "relief-payment|relief|panel=no decide=refused|refused|case.decided case.served|decision-refusal proof-of-service",
                "injury-confirmation|ordinary||granted|case.inspection-signed case.parties-told case.decided|site-visit-record decision-grant proof-of-service",
                "injury-confirmation|clear|panel=no decide=refused|refused|case.decided case.served|decision-refusal",
                "name-adjudication|dispute||made|case.parties-told case.statement-recorded case.mediation-failed case.ruled|reply-notice adjudication-decision proof-of-service",
                "name-adjudication|dispute|mediate=settled|settled|case.settled case.served|settlement",
                "name-adjudication|dispute|panel=no rule=not-made|not-made|case.ruled|ruling-refusal",
                "report-reward|reward||granted|case.decided case.executed|decision-grant execution-record",
                "register-inspection|random||made|case.matter-begun case.scene-signed case.ruled|scene-record inspection-result",
                "register-inspection|random|result=not-made|not-made|case.scene-recorded case.ruled|clear-result",
                "register-inspection|random|begin=not-begun|not-begun|case.matter-begun|",
                "seizure-compulsion|ordinary||made|case.approval-given case.scene-signed case.ruled|approval-form scene-record seizure-decision disposal-decision",
                "seizure-compulsion|ordinary|rule=not-made|not-made|case.executed|lifting-decision execution-record",
                "seizure-compulsion|ordinary|approve=declined|declined|case.approval-given|approval-form",
                "seizure-compulsion|urgent||made|case.scene-signed case.approval-given case.ruled|seizure-decision approval-form disposal-decision",
                "seizure-compulsion|urgent|report=declined rule=not-made|not-made|case.executed|lifting-decision",
                "road-levy|levy||made|case.scene-signed case.ruled case.executed|levy-decision execution-record",
                "road-levy|levy|collect=defied demand=defied|made|case.executed|levy-decision execution-record",
                "road-levy|levy|rule=not-made|not-made|case.served|ruling-refusal",
                "land-expropriation|expropriation||made|case.scene-signed case.approval-given case.ruled case.executed|levy-decision execution-record",
                "land-expropriation|expropriation|plan=declined|declined|case.approval-given|approval-form",
                "land-expropriation|expropriation|rule=not-made|not-made|case.ruled case.served|ruling-refusal",
                "emergency-requisition|requisition||made|case.approval-given case.scene-signed case.executed|requisition-list requisition-decision execution-record",
                "emergency-requisition|requisition|rule=not-made|not-made|case.executed|ruling-refusal",
                "performer-filing|filing||granted|case.opinion-given case.decided|decision-grant",
                "inner-powers|large-sum||made|case.minutes-signed case.ruled case.approval-given case.executed|meeting-decision approval-form execution-record",
                "inner-powers|large-sum|opinion=declined|declined|case.approval-given|approval-form",
                "inner-powers|appointment||made|case.ruled case.executed|meeting-decision",
                "inner-powers|project||made|case.scene-signed case.approval-given case.executed|scene-record execution-record",
            })
    void aCaseRunsFromItsFirstActToTheArchive(
            String file,
            String situation,
            @Nullable String choices,
            String outcome,
            String happened,
            @Nullable String papers) {
        var power = Course.shipped(file);
        var course =
                new Course(
                                api,
                                power,
                                power.situation(situation).orElseThrow(),
                                clock::today,
                                answers(choices))
                        .run();
        var read = api.read(course.no);
        assertThat(read.path("outcome").asString()).as("%s", read).isEqualTo(outcome);
        assertThat(course.events).contains(happened.split(" ")).contains("case.closed");
        var events = List.copyOf(course.events);
        assertThat(events.contains("case.archived"))
                .as("%s", course.steps)
                .isEqualTo(!Set.of("not-begun", "declined").contains(outcome));
        if (!outcome.equals("not-begun")) {
            var promise = read.path("promise").path("due").asString();
            assertThat(promise).matches("\\d{4}-\\d\\d-\\d\\d");
            assertThat(read.path("statute").path("due").asString()).isGreaterThanOrEqualTo(promise);
        }
        assertThat(papers(course.no)).contains(papers == null ? new String[0] : papers.split(" "));
    }

    @Test
    void aLevyThatAnOrderSetAsideIsRuledAnewAndNotTheSame() {
        var power = Course.shipped("road-levy");
        var levy = power.situation("levy").orElseThrow();
        var no = new Course(api, power, levy, clock::today, Map.of()).run().no;
        var order =
                Map.of(
                        "to", "rule",
                        "authority", "reconsideration",
                        "orderNo", "青政复决〔2026〕9号",
                        "orderedOn", clock.today().toString(),
                        "reasons", "适用标准有误，责令重新作出");
        api.done("niezhiyuan", no, "reopen", order);
        assertThat(api.open(no)).containsExactly("rule");
        var ruled = Map.of("step", "rule", "made", "yes", "content", "决定内容");
        var same = new java.util.HashMap<>(ruled);
        same.put("reasons", "事实清楚，依据充分");
        refused(api.act("niezhiyuan", no, "rule", same), "NOT_THE_SAME_AGAIN");
        same.put("reasons", "改按二级道路标准核定");
        api.done("niezhiyuan", no, "rule", same);
    }

    @Test
    void aLimitOfLawIsNotLengthenedWhereNoLawSaysSo() throws Exception {
        var power = Course.shipped("injury-confirmation");
        var ordinary = power.situation("ordinary").orElseThrow();
        var no = new Course(api, power, ordinary, clock::today, Map.of()).to("decide").no;
        var more = Map.of("days", "1", "reasons", "情况复杂");
        refused(api.act(HEAD, no, "extend", more), "EXTENSION_BY_LAW");
        assertThat(Clerk.signedIn(port, HEAD).get("/desk/cases/" + no).body())
                .contains("没有法律规定可以延长");
        assertThat(new Browser(port).get("/powers/" + power.code().value()).body())
                .contains("不得延长");
    }

    @Test
    void aFactIsConfirmedInItsOwnWordsAndNotLicensed() throws Exception {
        var power = Course.shipped("injury-confirmation");
        var ordinary = power.situation("ordinary").orElseThrow();
        var no = new Course(api, power, ordinary, clock::today, Map.of()).to("serve").no;
        var clerk = Clerk.signedIn(port, "zhugean");
        assertThat(clerk.get("/desk/cases/" + no).body())
                .contains("决定予以确认")
                .doesNotContain("准予许可", "不予许可");
        assertThat(clerk.get("/desk/cases/" + no + "/decision").body())
                .contains("行政确认决定书")
                .doesNotContain("行政许可决定书");
    }

    @Test
    @Requirement(
            value = "D35",
            level = Level.API,
            fault = "a step of the volume without the persons who did it here")
    void fromTheApplicationToDeliveryNothingStandsOnPaperAlone() {
        var power = Course.shipped("relief-payment");
        var relief = power.situation("relief").orElseThrow();
        var course = new Course(api, power, relief, clock::today, Map.of()).run();
        assertThat(course.events).contains("case.accepted", "case.decided", "case.served");
        // Every step that was passed has somebody on record who did it here.
        var steps =
                api.get("yanzhengqing", "/api/v1/cases/" + course.no + "/dossier")
                        .body()
                        .path("steps");
        assertThat(steps).hasSizeGreaterThan(6).noneMatch(s -> s.path("persons").isEmpty());
        assertThat(papers(course.no)).contains("decision-grant", "proof-of-service");
        api.get("yanzhengqing", "/api/v1/cases/" + course.no + "/documents")
                .body()
                .forEach(p ->
                        assertThat(api.file("yanzhengqing", p.path("pdf").asString()))
                                .as(p.toString())
                                .startsWith('%', 'P', 'D', 'F'));
    }

    @Test
    void anActWithTwoPapersShowsBothBeforeItIsSigned() throws Exception {
        var power = Course.shipped("seizure-compulsion");
        var ordinary = power.situation("ordinary").orElseThrow();
        var no = new Course(api, power, ordinary, clock::today, Map.of()).to("seize").no;
        var pair = List.of("qiangzhiyuan", "xiangfeiyun");
        var scene =
                Map.of(
                        "step", "seize",
                        "officers", pair.stream().map(p -> "p-" + p).toList(),
                        "presence", "refused",
                        "inventory", "电动三轮车 1 辆",
                        "spared", "yes",
                        "record", "出示证件，告知权利",
                        "position", "30.274100, 120.155100 ±12");
        api.done(pair.getFirst(), no, "record-scene", scene);
        var shown = api.preview(pair.getLast(), no, "sign-scene", Map.of("step", "seize"));
        try (var document = Loader.loadPDF(shown)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("现场笔录", "查封", "决定书", "现场定位", "30.274100,120.155100±12")
                    .contains("预览，未编号、未用印，不作为文书");
        }
    }

    private static Map<String, String> answers(@Nullable String choices) {
        var answers = new java.util.HashMap<String, String>();
        for (var choice : choices == null ? new String[0] : choices.split(" ")) {
            answers.put(choice.split("=")[0], choice.split("=")[1]);
        }
        return answers;
    }

    private List<String> papers(String no) {
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
        var found = new ArrayList<String>();
        api.get("yanzhengqing", "/api/v1/cases/" + no + "/documents")
                .body()
                .forEach(p -> found.add(p.path("kind").asString()));
        return found;
    }
}
