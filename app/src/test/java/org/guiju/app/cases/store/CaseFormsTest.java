package org.guiju.app.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.Bringing;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Countersigning;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.IntakeEvent;
import org.guiju.kernel.cases.IssuedResult;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.OfficeCommand;
import org.guiju.kernel.cases.OfficeEvent;
import org.guiju.kernel.cases.Original;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Position;
import org.guiju.kernel.cases.RecusalEvent;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.VerbCommand;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.Disclosures;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Occurred;
import org.guiju.kernel.ledger.Source;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// Approved forms are never edited, only added: a stored event must read for ever.
class CaseFormsTest {
    private static final UUID STREAM = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final LocalDate D = LocalDate.of(2026, 3, 2);
    private static final PersonId P = new PersonId("p-one");
    private static final PersonId Q = new PersonId("p-two");
    private static final Filing FILE = new Filing("lease", "file-1", "commitment", "合同.pdf", 10);

    private static List<CaseEvent> samples() {
        return Stream.of(
                        commonSamples(),
                        penaltySamples(),
                        verbSamples(),
                        officeSamples(),
                        intakeSamples(),
                        visitSamples())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CaseEvent> visitSamples() {
        var when = new Appointment(D, LocalTime.of(9, 0), "经营场所");
        return List.of(
                new VisitPlanned("inspect", when, java.util.Set.of(P, Q), true, P),
                new VisitPlanned("inspect", when, java.util.Set.of(P, Q), false, Q));
    }

    private static List<CaseEvent> verbSamples() {
        return List.of(
                new VerbEvent.SentBack("decide", "review", "事实不清", D, P),
                new VerbEvent.Urged("review", "请抓紧", D, null),
                new VerbEvent.Urged("review", "请抓紧", D, P),
                new VerbEvent.Informed(Q, "请阅知", D, P),
                new VerbEvent.CountersignAsked(
                        "decide", Countersigning.Mode.ORDER, List.of(P, Q), "是否同意", D, P),
                new VerbEvent.Countersigned("decide", false, "租期不足", D, P, Q),
                new VerbEvent.Countersigned("decide", true, "", D, P, null),
                new VerbEvent.SignatoryAdded("decide", Q, "涉及核查", D, P),
                new VerbEvent.SignatoryRemoved("decide", Q, "不涉及", D, P),
                new VerbEvent.Terminated(VerbCommand.EndGround.PARTY_GONE, "企业已注销", D, P),
                new VerbEvent.DecisionCorrected(
                        VerbCommand.Slip.ADDRESS, "春山路1号", "春山路11号", "笔误", D, P),
                new VerbEvent.DecisionRevoked(
                        VerbCommand.RevocationGround.FRAUD, "没有意见", "材料虚假", D, P),
                new VerbEvent.Reopened(
                        "review",
                        VerbCommand.Authority.COURT,
                        "（2026）青0899行初1号",
                        D,
                        "主要证据不足",
                        "granted",
                        "符合条件",
                        D,
                        P));
    }

    private static List<CaseEvent> commonSamples() {
        var statements = new LinkedHashMap<PersonId, String>();
        statements.put(P, "同意=可以");
        statements.put(Q, "同意");
        var ballots = new LinkedHashMap<PersonId, Ballot>();
        ballots.put(P, Ballot.AGAINST);
        ballots.put(Q, Ballot.FOR);
        var minutes = new Minutes(D, Q, List.of(P, Q), statements, ballots, false, "不同意见", "纪要");
        return List.of(
                new CaseEvent.ApplicationReceived(
                        "2026-0001",
                        "123456-AB-XK-0001",
                        3,
                        "digest",
                        "new",
                        new OrganId("organ"),
                        "online",
                        new Applicant("subject", "account", Applicant.Kind.PERSON, "张小伟", "张*伟"),
                        Map.of("name", "a=b"),
                        List.of(FILE),
                        D,
                        P,
                        ""),
                new CaseEvent.ApplicationReceived(
                        "2026-0002",
                        "123456-AB-XK-0001",
                        3,
                        "digest",
                        "new",
                        new OrganId("organ"),
                        "window",
                        new Applicant("subject", "", Applicant.Kind.PERSON, "张小伟", "张*伟"),
                        Map.of(),
                        List.of(),
                        D,
                        P,
                        "停电"),
                new CaseEvent.StepOpened("accept", StepKind.ACCEPTANCE, D, D.plusDays(1), true),
                new CaseEvent.StepAwaited("archive", D),
                new CaseEvent.StepClosed("accept", "accepted", D),
                new CaseEvent.PeriodElapsed("publish", D),
                new CaseEvent.Accepted(
                        "accept", P, D, D.plusDays(28), D.plusDays(14), false, false),
                new CaseEvent.Accepted(
                        "accept", null, D, D.plusDays(28), D.plusDays(14), true, true),
                new CaseEvent.AcceptanceRefused("accept", P, "not-ours", "理由"),
                new CaseEvent.SupplementRequested("accept", P, List.of("lease"), "缺页"),
                new CaseEvent.SupplementSupplied("wait", Map.of("name", "某"), List.of(FILE), D),
                new CaseEvent.Withdrawn("不办了", D),
                new CaseEvent.PairAppointed("review", P, Q, P),
                new CaseEvent.OpinionGiven(
                        "review",
                        CaseEvent.Side.B,
                        Q,
                        P,
                        Map.of("s", Verdict.DOUBT),
                        Map.of("s", 12L),
                        "意见"),
                new CaseEvent.DifferenceSettled("review", "s", Verdict.UNMET, P, "核实"),
                new CaseEvent.InspectionRecorded(
                        "inspect",
                        D,
                        Set.of(P, Q),
                        Map.of("s", Verdict.MET),
                        Map.of("s", 250L),
                        "报告",
                        List.of(FILE),
                        P,
                        "停电",
                        "",
                        null),
                new CaseEvent.InspectionRecorded(
                        "inspect",
                        D,
                        Set.of(P, Q),
                        Map.of("s", Verdict.MET),
                        Map.of("s", 250L),
                        "报告",
                        List.of(FILE),
                        P,
                        "停电",
                        "road-31",
                        Position.of("30.2741,120.1551 ±12").orElseThrow()),
                new CaseEvent.InspectionSigned("inspect", Q),
                new CaseEvent.PartiesTold("tell", D, List.of("邻居"), "书面", D.plusDays(7), P, ""),
                new CaseEvent.StatementRecorded("tell", "邻居", "陈述", P),
                new CaseEvent.HearingRequested("tell", "邻居", D, D.plusDays(28), ""),
                new CaseEvent.HearingWaived("tell", "邻居"),
                new CaseEvent.HearingScheduled("hear", Appointment.on(D, "会议室"), P, Q),
                new CaseEvent.HearingScheduled(
                        "hear", new Appointment(D, LocalTime.of(9, 30), "会议室"), P, Q),
                new CaseEvent.HearingHeld("hear", D, P, Q, "笔录", ""),
                new CaseEvent.OrganOpinionGiven("opinion", new OrganId("other"), true, "同意", P),
                new CaseEvent.MeetingRecorded("joint", "joint", minutes, P, ""),
                new CaseEvent.MinutesSigned("joint", Q, "", ""),
                new CaseEvent.Decided("decide", false, Set.of("s", "t"), Set.of("s"), "理由", D, P),
                new CaseEvent.Decided(
                        "decide", false, Set.of("s"), Set.of("s"), "理由", D, P, "涉及商业秘密"),
                new CaseEvent.ObjectionRaised("publish", "居民", "电话", "异议", D),
                new CaseEvent.Served("serve", D, "direct", "某人", "回证", P, ""),
                new CaseEvent.Archived("archive", D, P),
                new CaseEvent.Paused("expert-review", "通知", D, D.plusDays(21), P),
                new CaseEvent.Resumed(
                        "expert-review", D, "结束", false, D.plusDays(30), D.plusDays(16), P),
                new CaseEvent.Resumed(
                        "expert-review", D, "", true, D.plusDays(30), D.plusDays(16), null),
                new CaseEvent.Extended(5, "情况复杂", D.plusDays(35), D.plusDays(21), P),
                new CaseEvent.LateEntryConfirmed("inspect", "属实", Q),
                new RecusalEvent.PersonRecused(P, "近亲属", Q),
                new RecusalEvent.RecusalSought(P, "利害关系", D, null),
                new RecusalEvent.RecusalSought(P, "利害关系", D, Q),
                new RecusalEvent.RecusalDecided(P, true, "属实", "", D, Q),
                new RecusalEvent.RecusalDecided(P, false, "不属实", "M2026-0001-2", D, Q),
                new CaseEvent.HandedOver(P, Q, D, "调任", Q),
                new CaseEvent.CaseClosed("granted", D));
    }

    private static List<CaseEvent> penaltySamples() {
        var sanction = new Sanction("occupy", "ordinary", true, 200_000, "三日内清除");
        return List.of(
                new CaseEvent.ClueRegistered(
                        "2026-0002",
                        "123456-AB-CF-0001",
                        1,
                        "digest",
                        "ordinary",
                        new OrganId("organ"),
                        "patrol",
                        new Applicant("subject", "", Applicant.Kind.ORGANISATION, "某公司", "某公司"),
                        Map.of("found-at", "路口"),
                        List.of(),
                        D,
                        P,
                        "停电"),
                new PenaltyEvent.ClueReported("check-clue", true, "属实", P),
                new PenaltyEvent.FilingChecked("check-filing", false, "主体不明", P),
                new PenaltyEvent.CaseFiled(
                        "file",
                        true,
                        Set.of(P, Q),
                        D.minusDays(3),
                        "立案",
                        D,
                        D.plusDays(90),
                        D.plusDays(60),
                        true,
                        P),
                new PenaltyEvent.CaseFiled(
                        "file", false, Set.of(), D, "超过时效", D, null, null, false, P),
                new PenaltyEvent.EvidenceTaken(
                        "investigate", D, Set.of(P, Q), "勘验笔录", "二十平方米", List.of(FILE), P, "停电"),
                new PenaltyEvent.InvestigationConcluded("investigate", "事实", sanction, "首次", P),
                new PenaltyEvent.InvestigationConcluded("investigate", "事实", null, "轻微", P),
                new PenaltyEvent.ReportSigned("investigate", Q),
                new PenaltyEvent.PenaltyNotified("notify", sanction, true, P),
                new PenaltyEvent.Rechecked("recheck", true, sanction, "采纳", P),
                new PenaltyEvent.LegalityReviewed("review-law", true, "合法", Q),
                new PenaltyEvent.SanctionResolved("committee", sanction, true),
                new PenaltyEvent.SanctionResolved("committee", null, false),
                new PenaltyEvent.PenaltyDecided(
                        "decide",
                        PenaltyEvent.Result.PUNISHED,
                        sanction,
                        Set.of("road-27-1", "road-42"),
                        "2026000219",
                        "理由",
                        D,
                        P),
                new PenaltyEvent.PenaltyDecided(
                        "decide", PenaltyEvent.Result.SPARED, null, Set.of(), "", "轻微", D, P),
                new PenaltyEvent.PunishedOnTheSpot(
                        "punish", D, Set.of(P, Q), "0001", "路口", "占道", "无异议", false, P, ""),
                new PenaltyEvent.FinePaid("collect", D, 200_000, "回单", true, Q, ""),
                new PenaltyEvent.PaymentDeferred("collect", D.plusDays(90), "困难", P),
                new PenaltyEvent.SurchargeSuspended("demand", "复议", D, P),
                new PenaltyEvent.SurchargeResumed("demand", "维持", D, P),
                new PenaltyEvent.Demanded("demand", D, "direct", D.plusDays(14), P, ""),
                new PenaltyEvent.CourtApplied("court", D, "法院", P, ""),
                new PenaltyEvent.EnforcementEnded("court", "执行完毕", D, P));
    }

    private static List<CaseEvent> officeSamples() {
        return List.of(
                new OfficeEvent.MatterBegun("begin", true, "年度计划", D, P),
                new OfficeEvent.ApprovalGiven("approve", false, "不必采取", D, Q),
                new OfficeEvent.SceneRecorded(
                        "seize",
                        D,
                        Set.of(P, Q),
                        OfficeCommand.Presence.ABSENT,
                        "邻居",
                        List.of("三轮车 1 辆", "纸箱 12 只"),
                        "笔录",
                        P,
                        "停电",
                        null),
                new OfficeEvent.SceneSigned("seize", Q),
                new OfficeEvent.MediationFailed("mediate", D, "一方不同意", P, ""),
                new OfficeEvent.Settled("mediate", D, "改名", P, ""),
                new OfficeEvent.Ruled("rule", true, "责令改正", "理由", D, P),
                new OfficeEvent.Executed("pay", D, true, "转账", 120_050, "凭证", Q, ""),
                new VerbEvent.LicenceNamed("WLXK0013-2026-0001", LicenceTerms.Act.RENEW, D, D),
                new VerbEvent.Deemed("decide", "WLXK0013-2026-0001", D),
                new PenaltyEvent.InstalmentsGranted(
                        "collect",
                        List.of(
                                new PenaltyEvent.Instalment(D, 50_000),
                                new PenaltyEvent.Instalment(D.plusDays(30), 50_000)),
                        "申请",
                        "理由",
                        Q),
                new VerbEvent.MoneyHandedIn(D, true, "票据", D, P, ""));
    }

    private static List<CaseEvent> intakeSamples() {
        var mandate =
                new Mandate(
                        "陈述人",
                        "110101199001011234",
                        Set.of(Mandate.Scope.APPLY, Mandate.Scope.RECEIVE),
                        D,
                        D.plusDays(30),
                        FILE,
                        true,
                        false);
        return List.of(
                new IntakeEvent.Brought(
                        new Bringing(Bringing.Way.AGENT, mandate, null, ""), D, null),
                new IntakeEvent.Brought(new Bringing(Bringing.Way.HELPER, null, Q, ""), D, P),
                new IntakeEvent.Brought(new Bringing(Bringing.Way.ORAL, null, null, "口述笔录"), D, P),
                new IntakeEvent.AgentNamed(mandate, D, P),
                new IntakeEvent.MandateEnded("居民取消委托", D, P),
                new IntakeEvent.AgentActed("陈述人", Mandate.Scope.APPLY, D, P),
                new IntakeEvent.ResultFetched(
                        new IssuedResult("licence", "青文旅许〔2026〕1号", "2026-0001", "organ"), D, P),
                new IntakeEvent.OriginalSeen("lease", Original.Handling.KEPT, D, P),
                new IntakeEvent.OriginalReturned("lease", "居民本人", D, Q),
                new IntakeEvent.OralSigned("邻居", D, P));
    }

    private static Stream<Class<?>> types(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(c -> c.isInterface() ? types(c) : Stream.of(c));
    }

    @Test
    void everyEventHasAFormAndASample() {
        var types = types(CaseEvent.class).collect(Collectors.toSet());
        assertThat(CaseForms.types()).isEqualTo(types);
        assertThat(samples().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(types);
    }

    @Test
    void whatIsWrittenReadsBack() {
        for (var event : samples()) {
            assertThat(CaseForms.read(entry(CaseForms.write(event, STREAM, "subject", "item"))))
                    .as("%s", event)
                    .isEqualTo(event);
        }
    }

    @Test
    void theFormsAreAsApproved() throws IOException {
        var text = new StringBuilder();
        for (var event : samples()) {
            var draft = CaseForms.write(event, STREAM, "subject", "item");
            text.append(draft.kind()).append('\n');
            new TreeMap<>(draft.open())
                    .forEach((k, v) ->
                            text.append("  open   ")
                                    .append(k)
                                    .append(" = ")
                                    .append(v)
                                    .append('\n'));
            draft.hidden()
                    .forEach(h ->
                            text.append("  hidden ")
                                    .append(
                                            h.subject().startsWith("case:")
                                                    ? "handling"
                                                    : "applicant")
                                    .append(' ')
                                    .append(h.name())
                                    .append(" = ")
                                    .append(h.value())
                                    .append('\n'));
            text.append("  day ")
                    .append(draft.day())
                    .append(", due ")
                    .append(draft.due())
                    .append('\n');
        }
        assertThat(text.toString()).isEqualTo(approved());
    }

    /// What belongs to the applicant, and what is blind between the two reviewers, is never in the open part.
    @Test
    void nothingPersonalStandsInTheOpen() {
        for (var event : samples()) {
            var open = CaseForms.write(event, STREAM, "subject", "item").open().toString();
            assertThat(open)
                    .doesNotContain("张小伟", "合同.pdf", "a=b", "电话", "居民", "邻居", "意见", "陈述", "笔录");
        }
        var opinion = CaseForms.write(samples().get(12), STREAM, "subject", "item");
        assertThat(opinion.open()).doesNotContainKeys("verdicts", "measured");
    }

    private static EventEntry entry(EventDraft draft) {
        var disclosures = new ArrayList<Disclosure>();
        draft.hidden()
                .forEach(h ->
                        disclosures.add(
                                new Disclosure("AAAAAAAAAAAAAAAAAAAAAA", h.name(), h.value())));
        var decoys = new ArrayList<String>();
        for (int i = 0; i < Disclosures.decoysNeeded(disclosures.size()); i++) {
            decoys.add("decoy-000000000000000000000000000000000000" + i);
        }
        var builder =
                EventEntry.builder(draft.kind())
                        .begins(STREAM.toString())
                        .at(Instant.EPOCH)
                        .by("p-one")
                        .command("c")
                        .source(Source.OWN);
        if (!disclosures.isEmpty()) {
            builder.digests(
                    Disclosures.digests(
                            disclosures, decoys.stream().map(CaseFormsTest::digest).toList()));
        }
        if (draft.day() != null) {
            builder.occurred(new Occurred.OnDay(draft.day()));
        }
        if (draft.due() != null) {
            builder.due(draft.due());
        }
        draft.open().forEach(builder::field);
        var entry = builder.build().entry();
        return disclosures.isEmpty() ? EventEntry.of(entry) : EventEntry.of(entry, disclosures);
    }

    private static String digest(String seed) {
        return new Disclosure(
                        "BBBBBBBBBBBBBBBBBBBBBA", seed, new org.guiju.kernel.ledger.Value.Str(seed))
                .digest();
    }

    private static String approved() throws IOException {
        try (var in = CaseFormsTest.class.getResourceAsStream("case-forms.approved.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
