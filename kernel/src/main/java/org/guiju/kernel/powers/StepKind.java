package org.guiju.kernel.powers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// 环节类型: what can be done in a step. The rules of the decider belong to kinds, never to a power.
public enum StepKind {
    /// 受理: a window takes the application in, asks once for what is missing, or refuses in writing.
    ACCEPTANCE(
            "acceptance", Duty.RECEIVE, List.of("accepted"), Set.of("supplement", "not-accepted")),
    /// 一次性告知补正: waits for the applicant.
    ONE_OFF_NOTICE("one-off-notice", Duty.NONE, List.of("supplied"), Set.of("withdrawn")),
    /// 形式审查: one officer, only where the approved institution says so (D9).
    FORM_REVIEW("form-review", Duty.REVIEW, List.of("done"), Set.of()),
    /// A、B 角审查: two officers, blind to each other until both are in (B46).
    PAIRED_REVIEW("paired-review", Duty.REVIEW, List.of("done"), Set.of()),
    /// 现场核查: two or more officers, signed by each (行政许可法 34).
    SITE_INSPECTION("site-inspection", Duty.INSPECT, List.of("done"), Set.of()),
    /// 告知利害关系人: interested parties are told, may state their case and ask for a hearing (行政许可法 36, 47).
    PARTY_NOTICE("party-notice", Duty.REVIEW, List.of("over"), Set.of("hearing")),
    /// 听证 (行政许可法 46–48).
    HEARING("hearing", Duty.HEAR, List.of("held"), Set.of()),
    /// 征求意见: another organ says what it has to say, once.
    ORGAN_OPINION("organ-opinion", Duty.OPINE, List.of("given"), Set.of()),
    /// 集体审议: a meeting with quorum, votes, dissent; its resolution binds.
    DELIBERATION("deliberation", Duty.DELIBERATE, List.of("resolved"), Set.of()),
    /// 决定.
    DECISION("decision", Duty.DECIDE, List.of("granted", "refused"), Set.of()),
    /// 公示: made public for its period; an objection opens a correction.
    PUBLICITY("publicity", Duty.NONE, List.of("over"), Set.of("objection")),
    /// 异议复核: a meeting answers an objection.
    OBJECTION_REVIEW("objection-review", Duty.DELIBERATE, List.of("upheld", "corrected"), Set.of()),
    /// 送达.
    SERVICE("service", Duty.SERVE, List.of("served"), Set.of()),
    /// 归档.
    ARCHIVING("archiving", Duty.ARCHIVE, List.of("archived"), Set.of()),
    /// 线索核查: an officer looks into a clue and reports whether it meets the standard of filing (行政处罚法 54).
    CLUE_CHECK("clue-check", Duty.INVESTIGATE, List.of("file"), Set.of("no-case")),
    /// 立案审核: the legal post, or the office an older institution names (D19), checks before the head files.
    FILING_CHECK("filing-check", Duty.REVIEW_LAW, List.of("passed"), Set.of("returned")),
    /// 立案: the head in charge files the case and names the investigators; the 90 days begin (行政处罚法 54, 60).
    FILING("filing", Duty.FILE, List.of("filed"), Set.of("not-filed")),
    /// 调查取证: by two qualified officers at least (行政处罚法 42, 54, 55).
    INVESTIGATION("investigation", Duty.INVESTIGATE, List.of("punish"), Set.of("no-penalty")),
    /// 行政处罚事先告知: content, facts, reasons, basis and rights, before any decision (行政处罚法 44, 63).
    PENALTY_NOTICE(
            "penalty-notice", Duty.INVESTIGATE, List.of("over"), Set.of("stated", "hearing")),
    /// 复核: what the person concerned has brought forward is looked into; never to his harm (行政处罚法 45).
    RECHECK("recheck", Duty.INVESTIGATE, List.of("done"), Set.of()),
    /// 法制审核: by somebody qualified in law who did not investigate (行政处罚法 58).
    LEGAL_REVIEW("legal-review", Duty.REVIEW_LAW, List.of("passed"), Set.of("returned")),
    /// 行政处罚决定 (行政处罚法 57).
    PENALTY_DECISION(
            "penalty-decision",
            Duty.DECIDE,
            List.of("punished"),
            Set.of("not-punished", "transferred")),
    /// 当场处罚: the simple procedure, decided and handed over on the spot (行政处罚法 51, 52).
    ON_THE_SPOT("on-the-spot", Duty.INVESTIGATE, List.of("punished"), Set.of()),
    /// 收缴罚款: paid by code to the bank; whoever fined does not collect (行政处罚法 67).
    COLLECTION("collection", Duty.COLLECT, List.of("paid"), Set.of("unpaid")),
    /// 催告 before the court is asked (行政强制法 54).
    DEMAND("demand", Duty.ENFORCE, List.of("complied"), Set.of("defied")),
    /// 申请人民法院强制执行 (行政强制法 53).
    COURT_ENFORCEMENT("court-enforcement", Duty.ENFORCE, List.of("enforced"), Set.of()),
    /// 启动: the office begins of its own accord and says why: a plan of inspections, a report, a request to pay.
    INITIATION("initiation", Duty.FILE, List.of("begun"), Set.of("not-begun")),
    /// 批准、会签: one more person agrees before it goes on (行政强制法 18).
    APPROVAL("approval", Duty.DECIDE, List.of("approved"), Set.of("declined")),
    /// 现场实施: two or more officers on site; a record that the person concerned signs, or that says why not (行政强制法 18).
    ON_SITE("on-site", Duty.INSPECT, List.of("done"), Set.of()),
    /// 答辩: the other side is sent a copy and has its time to answer.
    REPLY("reply", Duty.REVIEW, List.of("over"), Set.of()),
    /// 调解: an agreement ends the matter; without one it goes on to the ruling.
    MEDIATION("mediation", Duty.REVIEW, List.of("failed", "settled"), Set.of()),
    /// 处理决定: of a matter that is no application for a grant: what is ordered, levied, awarded, or that nothing is.
    RULING("ruling", Duty.DECIDE, List.of("made"), Set.of("not-made")),
    /// 执行: what was decided is carried out and proved: money paid out or in, things given back, an honour presented.
    EXECUTION("execution", Duty.COLLECT, List.of("done"), Set.of("defied"));

    private final String code;
    private final Duty duty;
    private final List<String> required;
    private final Set<String> optional;

    StepKind(String code, Duty duty, List<String> required, Set<String> optional) {
        this.code = code;
        this.duty = duty;
        this.required = required;
        this.optional = optional;
    }

    public String code() {
        return code;
    }

    /// The duty a person takes on by acting in such a step; separation compares duties.
    public Duty duty() {
        return duty;
    }

    /// Outcomes that every step of the kind must lead on from.
    public List<String> required() {
        return required;
    }

    /// Outcomes that a step of the kind may lead on from.
    public Set<String> optional() {
        return optional;
    }

    /// Whether the step waits for somebody outside the office, so that its time is not the office's.
    public boolean waitsForApplicant() {
        return this == ONE_OFF_NOTICE;
    }

    /// Whether the step waits for a fine to be paid or enforced: its time runs from what the person received and when, as the
    /// law says, not from the day the step opened (行政处罚法 67, 行政强制法 53, 54).
    public boolean waitsForMoney() {
        return this == COLLECTION || this == DEMAND || this == COURT_ENFORCEMENT;
    }

    /// Whether a case under the office's own initiative may begin with such a step.
    public boolean beginsExOfficio() {
        return this == CLUE_CHECK || this == ON_THE_SPOT || this == INITIATION;
    }

    /// Whether the matter is decided in such a step: the promise ends here.
    public boolean decides() {
        return this == DECISION
                || this == PENALTY_DECISION
                || this == ON_THE_SPOT
                || this == RULING;
    }

    /// Whether the step lies before the acceptance or the filing, so that nothing has to be accepted yet.
    public boolean opensTheMatter() {
        return switch (this) {
            case ACCEPTANCE,
                    ONE_OFF_NOTICE,
                    CLUE_CHECK,
                    FILING_CHECK,
                    FILING,
                    ON_THE_SPOT,
                    INITIATION ->
                    true;
            default -> false;
        };
    }

    public boolean isCollective() {
        return this == DELIBERATION || this == OBJECTION_REVIEW;
    }

    public static Optional<StepKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
