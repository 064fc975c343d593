package org.guiju.app.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.app.matters.Bureau.SECTION;
import static org.guiju.app.matters.Bureau.done;
import static org.guiju.app.matters.Bureau.refused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.experts.application.ExpertDesk;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.experts.DrawCommand;
import org.guiju.kernel.experts.DrawEvent;
import org.guiju.kernel.experts.ReviewForm;
import org.guiju.kernel.experts.Share;
import org.guiju.kernel.shared.PersonId;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A major decision from its proposal to the record of responsibility; at each procedure somebody tries to do without it.
@RunningGuiju
class MajorDecisionTest extends OnMatters {
    private static final String DEPUTY = "linshufen";
    private static final String LEGAL = "xiangnan";
    private static final List<String> FIVE =
            List.of("participation", "experts", "risk", "legality", "decision");
    @Autowired ExpertDesk experts;

    private String proposed() {
        var id =
                bureau.filed(
                        SECTION,
                        Map.of(
                                "item",
                                "plan",
                                "title",
                                "公共停车收费方案",
                                "text",
                                "说明",
                                "deputy",
                                "p-" + DEPUTY));
        bureau.acted(DEPUTY, id, "endorse");
        return id;
    }

    private void rule(String id, String procedure) {
        done(
                bureau.act(
                        SECTION,
                        id,
                        "rule",
                        Map.of(
                                "procedure",
                                procedure,
                                "title",
                                "实施细则",
                                "number",
                                "12 号",
                                "from",
                                clock.today().toString())));
    }

    private Bureau.Answer drafted(String id, int days) {
        var until = clock.today().plusDays(days).toString();
        return bureau.act(SECTION, id, "draft", Map.of("text", "草案全文", "until", until));
    }

    private String commented(String id, String text) {
        return done(bureau.post(
                        "", "/api/v1/public/decisions/" + id + "/comments", Map.of("text", text)))
                .path("receipt")
                .asString();
    }

    private void answered(String id, String receipt, String adopted, String reason) {
        done(
                bureau.act(
                        SECTION,
                        id,
                        "answer",
                        Map.of("receipt", receipt, "adopted", adopted, "reason", reason)));
    }

    /// The draft has been out for its thirty days.
    private String heard() {
        var id = proposed();
        FIVE.forEach(p -> rule(id, p));
        done(drafted(id, 30));
        TestClock.ahead(Duration.ofDays(31));
        bureau.acted(SECTION, id, "participation");
        return id;
    }

    private String argued() {
        var id = heard();
        concluded(id);
        bureau.acted(SECTION, id, "experts");
        return id;
    }

    private String assessed() {
        var id = argued();
        opinion(id);
        done(bureau.act(SECTION, id, "reply", REPLY));
        done(bureau.act(SECTION, id, "risk", RISK));
        return id;
    }

    private String decided() {
        var id = assessed();
        bureau.acted(LEGAL, id, "legality");
        bureau.acted(SECTION, id, "agenda");
        bureau.resolved("leadership", "decision", id, "", "for", clock.today().toString());
        bureau.acted(SECTION, id, "decide");
        return id;
    }

    private static final Map<String, String> REPLY =
            Map.of("no", "1", "adopted", "yes", "reason", "增加错时停车");
    private static final Map<String, String> RISK =
            Map.of(
                    "legality",
                    "不抵触上位法",
                    "rationality",
                    "与成本相当",
                    "feasibility",
                    "设施具备",
                    "controllability",
                    "可以分步实施",
                    "level",
                    "low");

    private void opinion(String id) {
        done(bureau.act(SECTION, id, "opinion", Map.of("expert", "童伯雅", "text", "高峰时段可能外溢")));
    }

    /// The experts' review of the matter, as the expert desk keeps it: drawn from the county's pool, in favour.
    private void concluded(String matter) {
        var now = clock.now();
        var known = now.minus(Duration.ofHours(30));
        var field = "文化场馆安全";
        var form =
                new ReviewForm(
                        ReviewForm.Kind.VOTE,
                        new Share(2, 3),
                        BigDecimal.valueOf(60),
                        0,
                        List.of());
        var id =
                experts.announce(
                        new DrawEvent.Announced(
                                matter,
                                "停车方案论证",
                                field,
                                3,
                                Share.THIRD.of(3),
                                OfficialClock.dayOf(now),
                                OfficialClock.dayOf(now).plusDays(5),
                                new DrawEvent.Source("welfare-lottery", "一期", known),
                                new DrawEvent.Source("sse-close", "收盘", known.plusSeconds(3600)),
                                form,
                                "方案文本"),
                        at("ruanzhiheng", now.minus(Duration.ofHours(50))));
        drew(id, new DrawCommand.Freeze("0f4c1d2b3a59687706152433425160ff"), "ruanzhiheng", 49);
        drew(
                id,
                new DrawCommand.Witness(
                        now.minus(Duration.ofHours(40)), List.of("demo.example/simulated")),
                "ruanzhiheng",
                40);
        var figures = List.of("03", "08", "15", "21", "27", "32", "11");
        drew(id, new DrawCommand.Enter(false, figures, "官方网站"), "ruanzhiheng", 20);
        drew(id, new DrawCommand.Confirm(figures), "fanwenqian", 20);
        drew(id, new DrawCommand.Draw(), "ruanzhiheng", 0);
        for (var number : experts.draw(id).orElseThrow().state().panel()) {
            var person =
                    number.equals("ZJ-01")
                            ? new PersonId("p-tongboya")
                            : new PersonId("expert:" + number);
            experts.act(
                    id,
                    new DrawCommand.GiveOpinion(new ReviewForm.Entry(number, true, Map.of(), "可行")),
                    Stamp.own(now, person.value(), UUID.randomUUID()));
        }
    }

    private void drew(String id, DrawCommand command, String user, int hours) {
        experts.act(id, command, at(user, clock.now().minus(Duration.ofHours(hours))));
    }

    private static Stamp at(String user, Instant at) {
        return Stamp.own(at, "p-" + user, UUID.randomUUID());
    }

    @Test
    @Requirement(value = "C53", level = Level.API, fault = "the experts' argument left out")
    @Requirement(value = "C58", level = Level.API, fault = "a procedure without its rule passes")
    void eachProcedureNeedsItsRuleAndTheOneBeforeIt() {
        var id = proposed();
        refused(drafted(id, 30), "PROCEDURE_HAS_RULE");
        rule(id, "participation");
        refused(drafted(id, 29), "PARTICIPATION_DAYS");
        done(drafted(id, 30));
        TestClock.ahead(Duration.ofDays(30));
        refused(bureau.act(SECTION, id, "participation"), "PARTICIPATION_OVER");
        refused(bureau.act(SECTION, id, "experts"), "STEP_IN_ORDER");
        TestClock.ahead(Duration.ofDays(31));
        bureau.acted(SECTION, id, "participation");
        refused(bureau.act(SECTION, id, "risk", RISK), "STEP_IN_ORDER");
        refused(bureau.act(SECTION, id, "decide"), "STEP_IN_ORDER");
        for (var p : FIVE.subList(1, 5)) {
            rule(id, p);
        }
        refused(bureau.act(SECTION, id, "experts"), "ARGUMENT_CONCLUDED");
        concluded(id);
        bureau.acted(SECTION, id, "experts");
        refused(bureau.act(LEGAL, id, "legality"), "STEP_IN_ORDER");
        opinion(id);
        done(bureau.act(SECTION, id, "reply", REPLY));
        done(bureau.act(SECTION, id, "risk", RISK));
        refused(bureau.act(SECTION, id, "decide"), "STEP_IN_ORDER");
        bureau.acted(LEGAL, id, "legality");
        bureau.acted(SECTION, id, "agenda");
        refused(bureau.act(SECTION, id, "decide"), "RESOLUTION_NEEDED");
        bureau.resolved("leadership", "decision", id, "", "for", clock.today().toString());
        bureau.acted(SECTION, id, "decide");
    }

    @Test
    @Requirement(value = "C56", level = Level.API, fault = "controllability not asked for")
    @Requirement(value = "C83", level = Level.API, fault = "a risk assessed without an expert")
    void theRiskIsAssessedInFourWaysAfterAnExpertWasHeardAndAnswered() {
        var id = argued();
        refused(bureau.act(SECTION, id, "risk", RISK), "RISK_OPINION_HEARD");
        opinion(id);
        refused(bureau.act(SECTION, id, "risk", RISK), "RISK_OPINIONS_ANSWERED");
        done(bureau.act(SECTION, id, "reply", REPLY));
        for (var finding : List.of("legality", "rationality", "feasibility", "controllability")) {
            var three = new java.util.HashMap<>(RISK);
            three.remove(finding);
            refused(bureau.act(SECTION, id, "risk", three), "MATTER_STATED");
        }
        done(bureau.act(SECTION, id, "risk", RISK));
    }

    @Test
    @Requirement(value = "C57", level = Level.API, fault = "a negative review passes")
    void nothingComesBeforeTheMeetingThatTheLegalOrganHasNotPassed() {
        var id = assessed();
        refused(bureau.act(SECTION, id, "agenda"), "LEGALITY_PASSED");
        refused(bureau.act(DEPUTY, id, "legality"), "LEGAL_ORGAN_REVIEWS");
        done(bureau.act(LEGAL, id, "legality", Map.of("approved", "no", "opinion", "收费没有法定依据")));
        refused(bureau.act(SECTION, id, "agenda"), "LEGALITY_PASSED");
        bureau.acted(LEGAL, id, "legality");
        bureau.acted(SECTION, id, "agenda");
    }

    @Test
    @Requirement(value = "C54", level = Level.PAGE, fault = "announced with an open comment")
    @Requirement(value = "C84", level = Level.API, fault = "closed without the file check")
    void everyOpinionIsAnsweredBeforeTheDecisionIsPublishedAndTheFileIsCheckedBeforeItCloses()
            throws Exception {
        var id = proposed();
        FIVE.forEach(p -> rule(id, p));
        done(drafted(id, 30));
        var first = commented(id, "请保留免费时段");
        var second = commented(id, "建议设残疾人车位");
        answered(id, first, "no", "与成本不符");
        TestClock.ahead(Duration.ofDays(31));
        bureau.acted(SECTION, id, "participation");
        concluded(id);
        bureau.acted(SECTION, id, "experts");
        opinion(id);
        done(bureau.act(SECTION, id, "reply", REPLY));
        done(bureau.act(SECTION, id, "risk", RISK));
        bureau.acted(LEGAL, id, "legality");
        bureau.acted(SECTION, id, "agenda");
        bureau.resolved("leadership", "decision", id, "", "for", clock.today().toString());
        bureau.acted(SECTION, id, "decide");
        refused(bureau.act(SECTION, id, "announce"), "OPINIONS_ANSWERED");
        refused(
                bureau.act(SECTION, id, "answer", Map.of("receipt", second, "adopted", "yes")),
                "MATTER_STATED");
        answered(id, second, "yes", "每个车场设两个");
        bureau.acted(SECTION, id, "announce");
        var page = new Browser(port).get("/decisions/" + id).body();
        assertThat(page).contains("请保留免费时段", "与成本不符", "不予采纳", "建议设残疾人车位", "每个车场设两个");
        bureau.acted(DEPUTY, id, "implement");
        refused(bureau.act(SECTION, id, "close"), "STEP_IN_ORDER");
        var check = Map.of("scientific", "论证结论", "due", "五个程序", "open", "公布页", "clear", "责任记录");
        for (var evidence : check.keySet()) {
            var three = new java.util.HashMap<>(check);
            three.remove(evidence);
            refused(bureau.act(SECTION, id, "check", three), "MATTER_STATED");
        }
        done(bureau.act(SECTION, id, "check", check));
        bureau.acted(SECTION, id, "close");
    }

    @Test
    void whoVotedHowStaysWithTheDecisionForLife() {
        var id = decided();
        var record =
                bureau.get(SECTION, "/api/v1/matters/" + id).body().path("responsible").toString();
        assertThat(record).contains("\"part\":\"vote\"", "p-chenyuanshan", "\"position\":\"FOR\"");
        assertThat(record).contains("p-" + LEGAL, "p-" + DEPUTY);
    }
}
