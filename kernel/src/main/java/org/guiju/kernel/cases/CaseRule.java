package org.guiju.kernel.cases;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Article;

/// 办案规则: what must hold, in order of precedence: if several are broken, the first listed is answered. The constant is
/// the rule's id in a definition's `risk.control`, the refusal's code, and the key of its sentence.
public enum CaseRule {
    /// The power is on the list, by its code (法无授权不可为, A46).
    POWER_LISTED(true, "行政许可法", "第四条"),
    /// The power is in force on the day: not a draft, not mere inventory, not cancelled, not yet, no longer.
    POWER_IN_FORCE(true, "行政许可法", "第四条"),
    /// The power has not gone into another one (A31).
    POWER_NOT_MERGED(true, "行政许可法", "第四条"),
    /// The power has not been delegated away (A29).
    POWER_NOT_DELEGATED(true, "行政许可法", "第四条"),
    /// After a merger the institution is written anew before anything begins under it (A32).
    INSTITUTION_REVISED(true, "guiju", "A32"),
    SITUATION_OFFERED(false, "行政许可法", "第三十条"),
    /// An application comes in by a listed channel (C18).
    CHANNEL_OFFERED(false, "行政许可法", "第二十九条"),
    /// Only listed materials are asked for and taken (C17, D8).
    ONLY_LISTED_MATERIALS(true, "行政许可法", "第三十一条"),
    ANSWERS_FIT(false, "行政许可法", "第三十一条"),
    /// Only a licence of this power that stands is changed, renewed or cancelled (D22).
    LICENCE_STANDS(true, "行政许可法", "第七十条"),
    LICENCE_OF_APPLICANT(true, "行政许可法", "第四十九条"),
    /// 有效期届满三十日前提出延续申请, once.
    RENEWAL_ASKED_IN_TIME(false, "行政许可法", "第五十条"),
    CASE_OPEN(false, "行政许可法", "第四十四条"),
    STEP_KNOWN(false, "行政许可法", "第五条"),
    STEP_OPEN(true, "行政许可法", "第五条"),
    ACT_FITS_STEP(true, "行政许可法", "第五条"),
    /// Nothing is examined before it is accepted, with a dated receipt (D3, D5).
    RECEIPT_FIRST(true, "行政许可法", "第三十二条"),
    APPLICANT_ACTS(true, "行政许可法", "第二十九条"),
    /// 依法应当由申请人到行政机关办公场所提出: what has to be applied for in person no agent applies for.
    APPEARS_IN_PERSON(true, "行政许可法", "第二十九条"),
    /// A mandate names the agent, what he may do and until when, and is on paper (民法典 165).
    MANDATE_COMPLETE(false, "民法典", "第一百六十五条"),
    MANDATE_STANDS(false, "民法典", "第一百六十五条"),
    /// The agent's power ends with the mandate (民法典 173).
    MANDATE_RUNS(true, "民法典", "第一百七十三条"),
    MANDATE_COVERS(true, "民法典", "第一百六十五条"),
    HELPER_KNOWN(false, "guiju", "B34"),
    /// Whoever filled it in for the applicant neither examines nor decides it.
    HELPER_STAYS_OUT(true, "guiju", "B34"),
    /// What somebody said is written down by an officer, and only what was said is read back.
    ORAL_TAKEN_DOWN(false, "guiju", "D2"),
    /// Nothing is accepted on what somebody said before it was read back to him and signed.
    ORAL_SIGNED_FIRST(true, "guiju", "D2"),
    ORIGINAL_SEEN_BY_OFFICER(true, "guiju", "C17"),
    ORIGINAL_RETURNED_FIRST(false, "guiju", "C17"),
    ORIGINAL_HELD(false, "guiju", "C17"),
    /// Only what this office issued itself is taken in by reference.
    RESULT_OF_THIS_OFFICE(true, "guiju", "D8"),
    /// An entrusted organ accepts only when its institution is approved (A78).
    ENTRUSTED_INSTITUTION(true, "行政许可法", "第二十四条"),
    /// An entrusted organ accepts, and does nothing else (行政许可法 24, A78).
    ENTRUSTED_ACCEPTANCE_ONLY(true, "行政许可法", "第二十四条"),
    /// Whoever acts holds the role in the organ, or deputises for one who is away (B36).
    ROLE_HELD(true, "公务员法", "第五十九条"),
    NOT_RECUSED(true, "公务员法", "第七十六条"),
    /// Until the head has spoken, whoever is asked to step back goes on with what he does, and decides nothing (行政处罚法 43).
    RECUSAL_DECIDED_FIRST(true, "公务员法", "第七十七条"),
    /// No person holds two keys of one matter (invariant 4; B28, B30, B34).
    TWO_KEYS_APART(true, "guiju", "B28"),
    /// What others were asked to sign waits for their signatures (会签).
    COUNTERSIGNED_FIRST(true, "guiju", "B13"),
    /// While the clock stands still the office does not go on as if it ran (C21, D41).
    CLOCK_RUNNING(true, "行政许可法", "第四十五条"),
    DAY_NOT_AHEAD(true, "guiju", "J4"),
    DAY_NOT_BEFORE_STEP(true, "guiju", "J4"),
    /// What is entered late is entered with its reason, and a second officer vouches for it.
    LATE_ENTRY_EXPLAINED(true, "guiju", "J4"),
    SECOND_OFFICER_CONFIRMS(true, "guiju", "J4"),
    REASONS_GIVEN(false, "行政许可法", "第三十八条"),
    MATERIALS_COMPLETE(true, "行政许可法", "第三十二条"),
    /// Everything that is missing is asked for once (D7).
    ONE_OFF_NOTICE_ONCE(true, "行政许可法", "第三十二条"),
    ONE_OFF_NOTICE_COMPLETE(true, "行政许可法", "第三十二条"),
    A_AND_B_DIFFER(true, "guiju", "B46"),
    PAIR_IN_SECTION(true, "guiju", "B46"),
    PAIR_NOT_REPLACED(true, "guiju", "B46"),
    PAIR_APPOINTED(true, "guiju", "B46"),
    OWN_OPINION_ONCE(true, "guiju", "B46"),
    EVERY_STANDARD_TICKED(true, "行政许可法", "第三十四条"),
    MEASURED_WHERE_DUE(true, "guiju", "C5"),
    BOTH_OPINIONS_IN(true, "guiju", "B46"),
    DIFFERENCES_SETTLED(true, "guiju", "B46"),
    /// Two or more officers inspect on site (行政许可法 34).
    TWO_INSPECTORS(true, "行政许可法", "第三十四条"),
    INSPECTORS_QUALIFIED(true, "行政许可法", "第三十四条"),
    /// Role A or B is among them (D11).
    INSPECTION_LED_BY_PAIR(true, "guiju", "D11"),
    INSPECTOR_RECORDS(true, "行政许可法", "第三十四条"),
    INSPECTION_ONCE(true, "行政许可法", "第三十四条"),
    /// A visit is planned for today or later: what has been is recorded, not planned.
    VISIT_AHEAD(false, "guiju", "D11"),
    /// 下级已经现场核查的，上级不再重复进行: what one organ inspected another inspects again only by an article that says so (D25).
    INSPECTION_NOT_REPEATED(true, "guiju", "D25"),
    INSPECTION_SIGNED(true, "guiju", "D12"),
    PARTIES_TOLD_ONCE(false, "行政许可法", "第三十六条"),
    INTERESTED_PARTIES_TOLD(true, "行政许可法", "第三十六条"),
    HEARING_ASKED_IN_TIME(false, "行政许可法", "第四十七条"),
    HEARING_NOTICE_IN_TIME(true, "行政许可法", "第四十八条"),
    HEARING_WITHIN_PERIOD(true, "行政许可法", "第四十七条"),
    /// The one who presides has not examined the application (行政许可法 48).
    HEARING_CHAIR_APART(true, "行政许可法", "第四十八条"),
    HEARING_SCHEDULED(true, "行政许可法", "第四十八条"),
    CHAIR_PRESIDES(true, "guiju", "C30"),
    ONLY_MEMBERS_ATTEND(true, "guiju", "C30"),
    QUORUM_MET(true, "guiju", "C30"),
    EVERY_MEMBER_SPEAKS(true, "guiju", "C31"),
    CHIEF_SPEAKS_LAST(true, "重大行政决策程序暂行条例", "第三十条"),
    EVERY_MEMBER_VOTES(true, "guiju", "C30"),
    RESOLUTION_FOLLOWS_VOTES(true, "guiju", "C30"),
    DISSENT_RECORDED(true, "guiju", "C31"),
    MEETING_ONCE(true, "guiju", "C30"),
    MINUTES_BY_CHAIR(true, "guiju", "C31"),
    /// What is taken in is the newest signed resolution on the case, and no other step has taken it (C32).
    RESOLUTION_GOVERNS(true, "guiju", "C32"),
    /// 决不能乱表态: the chief is silent while the case waits for the meeting that he chairs.
    CHIEF_AWAITS_MEETING(true, "guiju", "C78"),
    /// Matters that need it are decided with an expert conclusion at hand (C33).
    EXPERTS_CONCLUDED(true, "guiju", "C33"),
    /// A negative expert conclusion is not decided against (C29, C41).
    EXPERT_CONCLUSION_FOLLOWED(true, "guiju", "C41"),
    /// 所有处罚决定一律提交会审会审议, where the organ has adopted that.
    JOINT_REVIEW_FIRST(true, "guiju", "D18"),
    /// No decision before the meeting has resolved (D14, D15, D20).
    RESOLUTION_FIRST(true, "guiju", "D15"),
    /// A decision rests on the standards that were examined (D43).
    DECISION_CITES_STANDARDS(true, "行政许可法", "第三十八条"),
    BOUND_TO_RESOLUTION(true, "guiju", "D20"),
    /// With quota n no licence n+1 (D45).
    QUOTA_LEFT(true, "行政许可法", "第五十七条"),
    /// 根据受理行政许可申请的先后顺序 where there are fewer places than applicants.
    ORDER_OF_RECEIPT(true, "行政许可法", "第五十七条"),
    /// A refusal names at least one unmet standard, and only standards of the definition (D31).
    UNMET_STANDARD_NAMED(true, "行政许可法", "第三十八条"),
    PUBLICITY_RUN_OUT(true, "guiju", "D27"),
    /// Service later than ten working days from the decision says why (行政许可法 44, D28).
    SERVED_IN_TIME(true, "行政许可法", "第四十四条"),
    SERVICE_PROVED(true, "guiju", "D29"),
    SIGNATURES_COMPLETE(true, "guiju", "J3"),
    PAUSE_LISTED(true, "行政许可法", "第四十五条"),
    PAUSE_ONE_AT_A_TIME(false, "行政许可法", "第四十五条"),
    PAUSE_AFTER_ACCEPTANCE(true, "行政许可法", "第四十五条"),
    PAUSE_NOTICE_GIVEN(true, "行政许可法", "第四十五条"),
    PAUSE_TO_END(false, "行政许可法", "第四十五条"),
    /// 没有法律、法规、规章的规定: the organ does not lengthen the limit that others hold it to.
    EXTENSION_BY_LAW(true, "全面推进依法行政实施纲要", "第五条"),
    EXTENDED_ONCE_BY_HEAD(true, "行政许可法", "第四十二条"),
    EXTENSION_WITHIN_CAP(true, "行政许可法", "第四十二条"),
    EXTENDED_BEFORE_EXPIRY(true, "行政许可法", "第四十二条"),
    /// An act of the office's own accord is an officer's; a citizen reports, but does not open a penalty case.
    CLUE_BY_OFFICER(true, "行政处罚法", "第五十四条"),
    LIMITATION_NOT_RUN_OUT(true, "行政处罚法", "第三十六条"),
    TWO_INVESTIGATORS(true, "行政处罚法", "第四十二条"),
    INVESTIGATORS_QUALIFIED(true, "行政处罚法", "第四十二条"),
    INVESTIGATOR_ACTS(true, "行政处罚法", "第四十二条"),
    /// 违法事实不清、证据不足的，不得给予行政处罚.
    EVIDENCE_FIRST(true, "行政处罚法", "第四十条"),
    REPORT_SIGNED(true, "行政处罚法", "第四十二条"),
    /// The conduct is one that the definition lists: what no law forbids nobody punishes (A47).
    VIOLATION_LISTED(true, "行政处罚法", "第四条"),
    SANCTION_PROVIDED(true, "行政处罚法", "第三十八条"),
    SANCTION_WITHIN_BAND(true, "行政处罚法", "第五条"),
    /// The fine lies in the grade that the circumstances call for (C6).
    SANCTION_WITHIN_GRADE(true, "行政处罚法", "第三十四条"),
    /// Heavier or lighter than the computed grade only on a circumstance that law or standard names (C9).
    DIRECTION_GROUNDED(true, "行政处罚法", "第三十二条"),
    /// Off the computed grade only by collective resolution (C12).
    GRADE_FOLLOWED(true, "行政处罚法", "第三十四条"),
    RIGHTS_TOLD(true, "行政处罚法", "第四十四条"),
    HEARING_DUE(false, "行政处罚法", "第六十三条"),
    DEFENCE_HEARD(true, "行政处罚法", "第四十五条"),
    NOT_HEAVIER_FOR_DEFENCE(true, "行政处罚法", "第四十五条"),
    LEGAL_REVIEWER_QUALIFIED(true, "行政处罚法", "第五十八条"),
    LEGAL_REVIEW_PASSED(true, "行政处罚法", "第五十八条"),
    /// A grave penalty is discussed by the heads of the organ, not by whoever sits on a committee.
    HEADS_DISCUSSED(true, "行政处罚法", "第五十七条"),
    ON_THE_SPOT_CAP(true, "行政处罚法", "第五十一条"),
    NUMBERED_FORM_USED(true, "行政处罚法", "第五十二条"),
    COLLECTED_ON_THE_SPOT_CAP(true, "行政处罚法", "第六十八条"),
    FINE_OWED(false, "行政处罚法", "第六十七条"),
    RECEIPT_ISSUED(true, "行政处罚法", "第七十条"),
    DEFERRAL_AHEAD(false, "行政处罚法", "第六十六条"),
    /// 分期: dated parts that make up what is unpaid, the last beyond the present last day to pay.
    INSTALMENTS_COVER_FINE(false, "行政处罚法", "第六十六条"),
    /// 当场收缴的罚款 goes to the organ in two days, from there to the bank in two more, each once.
    MONEY_HANDED_IN_ORDER(false, "行政处罚法", "第七十一条"),
    MONEY_HANDED_IN_TIME(true, "行政处罚法", "第七十一条"),
    SURCHARGE_GROWS(false, "行政处罚法", "第七十三条"),
    SURCHARGE_STOPPED(false, "行政处罚法", "第七十三条"),
    DEMANDED_ONCE(false, "行政强制法", "第五十四条"),
    COURT_AFTER_REMEDIES(true, "行政强制法", "第五十三条"),
    COURT_WITHIN_THREE_MONTHS(true, "行政强制法", "第五十三条"),
    COURT_ASKED_FIRST(false, "行政强制法", "第五十三条"),
    /// Cases are handed over by the one who has them in hand, by the head of his section or of the organ (B48).
    HANDED_BY_HOLDER_OR_HEAD(true, "guiju", "B48"),
    HANDED_TO_ANOTHER(false, "guiju", "B48"),
    SOMETHING_IN_HAND(false, "guiju", "B48"),
    /// A signature, or the chair of a hearing that the parties were told of, cannot be handed over.
    PERSONAL_ACT_FIRST(false, "guiju", "B48"),
    TAKER_HOLDS_ROLE(true, "公务员法", "第五十九条"),
    /// Nothing registered speaks against the one who takes the case over.
    TAKER_WITHOUT_GROUNDS(true, "公务员法", "第七十六条"),
    /// The head of the organ decides on recusals (公务员法 77, 行政处罚法 43).
    RECUSAL_BY_HEAD(true, "公务员法", "第七十七条"),
    NOT_ON_ONESELF(true, "公务员法", "第七十七条"),
    /// On the head himself a meeting decides, without him.
    RECUSAL_OF_HEAD_BY_MEETING(true, "guiju", "B63"),
    RECUSAL_OF_OFFICER(false, "公务员法", "第七十六条"),
    /// One request against a person is answered once; then the case goes on.
    RECUSAL_ASKED_ONCE(false, "公务员法", "第七十七条"),
    SUCCESSOR_NAMED(false, "guiju", "B48"),
    /// The case goes back only to work of the office that it has gone through; what was accepted stays accepted.
    BACK_TO_EARLIER_STEP(false, "行政许可法", "第三十二条"),
    /// A period in which a party may speak, or the public object, is not cut short.
    PARTY_PERIOD_NOT_CUT(true, "行政许可法", "第七条"),
    URGED_ONCE_A_DAY(false, "guiju", "H38"),
    COLLEAGUE_INFORMED(false, "guiju", "B2"),
    INFORMED_ONCE(false, "guiju", "B2"),
    /// Nobody is added to or taken out of a collective decision (C30).
    COLLECTIVE_STAYS_WHOLE(true, "guiju", "C30"),
    COUNTERSIGN_ONE_AT_A_TIME(false, "guiju", "B13"),
    COUNTERSIGN_ASKED(false, "guiju", "B13"),
    SIGNATORIES_FIT(false, "guiju", "B13"),
    SIGNED_IN_TURN(true, "guiju", "B13"),
    /// What somebody has signed is not undone by taking him out.
    SIGNED_STAYS(true, "guiju", "B13"),
    ACCEPTED_BEFORE_TERMINATED(false, "行政许可法", "第三十二条"),
    TERMINATED_ONCE(false, "guiju", "J4"),
    DECISION_MADE(false, "行政许可法", "第三十八条"),
    DECISION_STANDS(false, "行政许可法", "第六十九条"),
    SLIP_NAMED(false, "guiju", "J4"),
    /// Revoked only where the law lets a decision of this kind be revoked (行政许可法 69, 行政处罚法 75).
    REVOKED_ON_LISTED_GROUND(true, "行政许可法", "第六十九条"),
    PARTY_HEARD(true, "行政许可法", "第七条"),
    REOPENED_BY_ORDER(true, "行政复议法", "第六十四条"),
    ORDERED_AFTER_DECISION(false, "行政复议法", "第六十四条"),
    REOPENED_AT_WORK(false, "行政复议法", "第六十四条"),
    /// Not the same decision again on the same reasons (行政诉讼法 71, 行政复议法 64).
    NOT_THE_SAME_AGAIN(true, "行政诉讼法", "第七十一条"),
    DECISION_NOT_MADE(false, "行政许可法", "第四十四条"),
    /// The record of what was done on site is signed by the person concerned, or says that he refused, or names a witness.
    SCENE_SIGNED_OR_NOTED(true, "行政强制法", "第十八条"),
    /// What is sealed, seized or taken over is listed (行政强制法 24).
    INVENTORY_MADE(true, "行政强制法", "第二十四条"),
    /// 不得查封、扣押公民个人及其所扶养家属的生活必需品.
    NECESSITIES_SPARED(true, "行政强制法", "第二十三条"),
    /// What a decision orders is carried out, and the proof of it is kept.
    EXECUTION_PROVED(true, "guiju", "D29"),
    SYSTEM_ONLY(true, "guiju", "J4");

    private final boolean integrity;
    private final Article basis;

    CaseRule(boolean integrity, String law, String number) {
        this.integrity = integrity;
        this.basis = new Article(law, number);
    }

    /// Whether an official who submits an act against the rule has tried something that supervision wants to know (J12).
    public boolean integrity() {
        return integrity;
    }

    public Article basis() {
        return basis;
    }

    /// The article that asks for it in a matter of this kind: what the licensing law says of licences, the penalty law
    /// says of penalties in an article of its own.
    public Article basis(PowerKind kind) {
        return switch (kind) {
            case PENALTY -> of("行政处罚法", PenaltyArticles.number(this));
            case COMPULSION -> of("行政强制法", CompulsionArticles.number(this));
            default -> basis;
        };
    }

    private Article of(String law, String number) {
        return number.isEmpty() ? basis : new Article(law, number);
    }

    /// Ids that a definition may name as the control of a risk point.
    public static Set<String> ids() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
