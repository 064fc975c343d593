package org.guiju.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.store.CaseForms;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Papers of a penalty, from events as the decider writes them.
@RunningGuiju
class PenaltyPapersTest {
    private static final String POWER = "330899-CG-CF-0042";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final PersonId CAO = new PersonId("p-caoyang");
    private static final PersonId DENG = new PersonId("p-dengkai");
    private static final PersonId HEAD = new PersonId("p-niezhiyuan");
    private static final Sanction FINE =
            new Sanction("occupy", "serious", true, 800_000, "七日内拆除围挡，恢复路面");

    @Autowired Catalogue catalogue;
    @Autowired EventStore events;
    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;
    @Autowired Registrar registrar;
    @Autowired CasePapers papers;
    @Autowired TransactionTemplate transaction;
    @Autowired List<Projection> projections;

    /// Above what the desk's numbering reaches here; two cases never share a number.
    private static final AtomicInteger NUMBER = new AtomicInteger(9001);

    /// Lays the acts down, each in its step, and returns what papers came of them.
    private UUID lived(String situation, Map<String, List<CaseEvent>> acts) {
        var id = UUID.randomUUID();
        var power = catalogue.inForce(POWER, DAY).orElseThrow();
        var history = new ArrayList<CaseEvent>();
        history.add(clue(power, situation));
        for (var act : acts.entrySet()) {
            var step = power.situation(situation).orElseThrow().step(act.getKey()).orElseThrow();
            history.add(new CaseEvent.StepOpened(step.id(), step.kind(), DAY, null, false));
            history.addAll(act.getValue());
            history.add(new CaseEvent.StepClosed(step.id(), outcome(step), DAY));
        }
        transaction.executeWithoutResult(_ -> {
            events.append(
                    id,
                    0,
                    history.stream()
                            .map(e -> CaseForms.write(e, id, "party:" + id, POWER))
                            .toList(),
                    Stamp.own(Instant.parse("2026-11-02T02:00:00Z"), "tester", UUID.randomUUID()));
            // A case in the log that no projection knows would be found by whoever rebuilds them.
            var entries = events.read(id);
            projections.stream()
                    .filter(p -> p.reads().equals("case."))
                    .forEach(p -> p.project(entries));
        });
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
        return id;
    }

    private static String outcome(Step step) {
        return step.outcomes().keySet().iterator().next();
    }

    private static CaseEvent clue(PowerDefinition power, String situation) {
        return new CaseEvent.ClueRegistered(
                "2026-" + NUMBER.getAndIncrement(),
                POWER,
                power.version(),
                power.digest(),
                situation,
                power.organ(),
                "patrol",
                new Applicant("party", "", Applicant.Kind.ORGANISATION, "青岚县顺达建材经营部", "青岚县顺达建材经营部"),
                Map.of("found-at", "春山路10号"),
                List.of(),
                DAY,
                CAO,
                "");
    }

    private String text(UUID caseId, String kind) throws IOException {
        var paper =
                papers.of(caseId).stream()
                        .filter(p -> p.kind().equals(kind))
                        .findFirst()
                        .orElseThrow();
        try (var document =
                Loader.loadPDF(
                        papers.open(caseId, paper.id(), org.guiju.app.cases.CasePapers.Form.PDF)
                                .bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static Map<String, List<CaseEvent>> course(PenaltyEvent.PenaltyDecided decided) {
        var acts = new LinkedHashMap<String, List<CaseEvent>>();
        acts.put(
                "check-clue",
                List.of(new PenaltyEvent.ClueReported("check-clue", true, "占道堆放建材约40平方米", CAO)));
        acts.put(
                "file",
                List.of(
                        new PenaltyEvent.CaseFiled(
                                "file",
                                true,
                                Set.of(CAO, DENG),
                                DAY,
                                "符合立案条件",
                                DAY,
                                LocalDate.of(2027, 1, 31),
                                LocalDate.of(2027, 1, 1),
                                false,
                                new PersonId("p-lujianhua"))));
        acts.put(
                "investigate",
                List.of(
                        new PenaltyEvent.InvestigationConcluded(
                                "investigate", "未经批准占用人行道堆放建材40平方米", FINE, "当事人配合调查。", CAO)));
        acts.put("notify", List.of(new PenaltyEvent.PenaltyNotified("notify", FINE, true, CAO)));
        acts.put("decide", List.of(decided));
        return acts;
    }

    private static PenaltyEvent.PenaltyDecided decided(PenaltyEvent.Result result) {
        boolean punished = result == PenaltyEvent.Result.PUNISHED;
        return new PenaltyEvent.PenaltyDecided(
                "decide",
                result,
                punished ? FINE : null,
                Set.of("conduct-on-road"),
                punished ? "3308 9926 0000 0017" : "",
                punished ? "逾期未改正。" : "违法行为轻微并及时改正，没有造成危害后果。",
                DAY,
                HEAD);
    }

    @Test
    void aPenaltyHasItsPapersFromFilingToDecisionAndDemand() throws Exception {
        var acts = course(decided(PenaltyEvent.Result.PUNISHED));
        acts.put(
                "serve",
                List.of(new CaseEvent.Served("serve", DAY, "direct", "顺达经营部", "回证", CAO, "")));
        acts.put(
                "demand",
                List.of(
                        new PenaltyEvent.Demanded(
                                "demand", DAY.plusDays(20), "direct", DAY.plusDays(34), CAO, "")));
        var id = lived("ordinary", acts);
        assertThat(papers.of(id))
                .extracting(CasePapers.Issued::kind)
                .containsExactly(
                        "filing-approval",
                        "hearing-notice",
                        "penalty-notice",
                        "penalty-decision",
                        "proof-of-service",
                        "demand-letter");
        assertThat(text(id, "filing-approval"))
                .contains("占道堆放建材约40平方米（核查人：曹扬）", "同意立案。符合立案条件", "陆建华", "邓凯", "2027年1月31日");
        assertThat(text(id, "penalty-notice"))
                .contains(
                        "涉嫌擅自占用城市道路",
                        "未经批准占用人行道",
                        "《城市道路管理条例》第四十二条",
                        "8000元（人民币捌仟元整）",
                        "警告。",
                        "陈述和申辩");
        assertThat(text(id, "hearing-notice")).contains("要求听证的权利", "五个工作日", "不承担");
        assertThat(text(id, "penalty-decision"))
                .contains("青城管罚〔2026〕", "当事人：青岚县顺达建材经营部", "《城市道路管理条例》第二十七条第一项", "较重")
                .contains("人民币捌仟元整", "七日内拆除围挡", "缴款码3308992600000017", "十五日内", "加处罚款")
                .contains("行政复议", "行政诉讼", "逾期未改正");
        assertThat(text(id, "demand-letter")).contains("催告", "尚欠人民币", "人民法院强制执行");
    }

    /// What the investigators propose, what is said at the hearing and what the reviewer thinks: each bound to its own act, in the words of its data.
    private static Map<String, List<CaseEvent>> heardAndReviewed() {
        var acts = course(decided(PenaltyEvent.Result.PUNISHED));
        acts.remove("decide");
        var investigation = new ArrayList<CaseEvent>();
        investigation.add(
                new PenaltyEvent.EvidenceTaken(
                        "investigate",
                        DAY.plusDays(1),
                        Set.of(CAO, DENG),
                        "现场勘验笔录",
                        "占用长10米、宽4米",
                        List.of(),
                        CAO,
                        ""));
        investigation.addAll(acts.getOrDefault("investigate", List.of()));
        investigation.add(new PenaltyEvent.ReportSigned("investigate", CAO));
        investigation.add(new PenaltyEvent.ReportSigned("investigate", DENG));
        acts.put("investigate", investigation);
        acts.put(
                "notify",
                List.of(
                        new PenaltyEvent.PenaltyNotified("notify", FINE, true, CAO),
                        new CaseEvent.HearingRequested("notify", "p1", DAY.plusDays(3), DAY, "")));
        acts.put(
                "hold-hearing",
                List.of(
                        new CaseEvent.HearingScheduled(
                                "hold-hearing",
                                new Appointment(DAY.plusDays(12), LocalTime.of(9, 30), "局三楼会议室"),
                                HEAD,
                                HEAD),
                        new CaseEvent.HearingHeld(
                                "hold-hearing",
                                DAY.plusDays(12),
                                HEAD,
                                new PersonId("p-lujianhua"),
                                "主持人核对身份，宣布听证开始。\n当事人：占道是为了卸货。",
                                "")));
        acts.put(
                "review-law",
                List.of(
                        new PenaltyEvent.LegalityReviewed(
                                "review-law",
                                true,
                                "事实清楚，证据确凿，适用法律正确",
                                new PersonId("p-lujianhua"))));
        return acts;
    }

    @Test
    void theInvestigationTheHearingAndTheReviewOfLawEachHaveTheirPaper() throws Exception {
        var id = lived("ordinary", heardAndReviewed());
        assertThat(papers.of(id))
                .extracting(CasePapers.Issued::kind)
                .containsExactly(
                        "filing-approval",
                        "investigation-report",
                        "hearing-notice",
                        "penalty-notice",
                        "hearing-summons",
                        "hearing-record",
                        "legality-opinion");
        assertThat(text(id, "hearing-summons")).contains("听证通知书", "局三楼会议室", "2026年11月14日", "聂志远");
        assertThat(papers.of(id))
                .filteredOn(p -> p.kind().endsWith("report") || p.kind().endsWith("opinion"))
                .hasSize(2)
                .noneMatch(CasePapers.Issued::applicant);
        assertThat(text(id, "investigation-report"))
                .contains("案件调查终结报告", "案件来源巡查发现", "未经批准占用人行道堆放建材40平方米")
                .contains("1．2026年11月3日，现场勘验笔录（取证人员：", "：占用长10米、宽4米。")
                .contains("《城市道路管理条例》第二十七条第一项", "建议罚款人民币8000元（人民币捌仟元整）", "建议给予警告")
                .contains("建议责令改正：七日内拆除围挡，恢复路面。", "曹扬、邓凯")
                .doesNotContain("不予行政处罚");
        assertThat(text(id, "hearing-record"))
                .contains("行政处罚听证笔录", "局三楼会议室", "2026年11月14日", "聂志远", "陆建华")
                .contains("宣布听证开始。当事人：占道是为了卸货。", "第六十四条第八项", "核对无误后签字或者盖章")
                .contains("拒签说明", "当事人或者其代理人核对无误");
        assertThat(text(id, "legality-opinion"))
                .contains("事实清楚，证据确凿，适用法律正确", "通过，可以提请作出决定", "第五十八条")
                .contains("罚款人民币8000元", "2026年11月14日举行听证，主持人聂志远");
    }

    @Test
    void aProposalNotToPunishIsWrittenAsOne() throws Exception {
        var acts = course(decided(PenaltyEvent.Result.SPARED));
        acts.remove("decide");
        acts.remove("notify");
        acts.put(
                "investigate",
                List.of(
                        new PenaltyEvent.InvestigationConcluded(
                                "investigate", "已自行清理", null, "情节轻微", CAO),
                        new PenaltyEvent.ReportSigned("investigate", CAO),
                        new PenaltyEvent.ReportSigned("investigate", DENG)));
        assertThat(text(lived("ordinary", acts), "investigation-report"))
                .contains("建议不予行政处罚", "没有登记证据", "情节轻微。")
                .doesNotContain("建议罚款", "裁量阶次");
    }

    @Test
    void sparingIsADecisionOfItsOwnAndASuspectedCrimeIsTransferred() throws Exception {
        var spared = lived("ordinary", course(decided(PenaltyEvent.Result.SPARED)));
        assertThat(papers.of(spared))
                .extracting(CasePapers.Issued::kind)
                .contains("no-penalty-decision")
                .doesNotContain("penalty-decision", "crime-transfer");
        assertThat(text(spared, "no-penalty-decision")).contains("决定不予行政处罚", "违法行为轻微");
        var crime = lived("ordinary", course(decided(PenaltyEvent.Result.TRANSFERRED)));
        assertThat(text(crime, "crime-transfer")).contains("现予移送");
        assertThat(papers.of(crime))
                .filteredOn(p -> p.kind().equals("crime-transfer"))
                .noneMatch(CasePapers.Issued::applicant);
    }

    @Test
    void aPenaltyOnTheSpotHasTheNumberedFormAndNoOther() throws Exception {
        var small = new Sanction("occupy", "slight", false, 10_000, "");
        var id =
                lived(
                        "on-the-spot",
                        Map.of(
                                "punish",
                                List.of(
                                        new PenaltyEvent.PunishedOnTheSpot(
                                                "punish",
                                                DAY,
                                                Set.of(CAO, DENG),
                                                "CG2026-000123",
                                                "春山路10号",
                                                "占道摆摊3平方米",
                                                "没有异议",
                                                true,
                                                CAO,
                                                ""),
                                        new PenaltyEvent.PenaltyDecided(
                                                "punish",
                                                PenaltyEvent.Result.PUNISHED,
                                                small,
                                                Set.of(),
                                                "",
                                                "占道摆摊3平方米",
                                                DAY,
                                                CAO))));
        assertThat(papers.of(id))
                .extracting(CasePapers.Issued::kind)
                .containsExactly("on-the-spot-decision");
        assertThat(text(id, "on-the-spot-decision"))
                .contains(
                        "CG2026-000123", "春山路10号", "占道摆摊3平方米", "100元（人民币壹佰元整）", "没有异议", "曹扬", "邓凯");
        // 行政复议法 23: a fine on the spot goes to reconsideration first, and the paper says so.
        assertThat(text(id, "on-the-spot-decision").replaceAll("\\s", ""))
                .contains("应当自知道本决定之日起60日内先向青岚县人民政府申请行政复议")
                .contains("对复议决定不服的，可以自收到复议决定书之日起15日内向青岚县人民法院提起行政诉讼")
                .doesNotContain("6个月");
    }
}
