package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Countersigning;
import org.guiju.kernel.cases.IntakeCommand;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.OfficeCommand;
import org.guiju.kernel.cases.Original;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.PlanVisit;
import org.guiju.kernel.cases.RecusalCommand;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.VerbCommand;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 办理事项: every act that an officer has a form for, where it belongs, and a bare command with which the decider can be
/// asked in advance whether it could happen. What the form will still ask for is left empty in it.
enum DeskAct {
    REPORT_CLUE(
            "report-clue", (s, _) -> new CaseCommand.ReportClue(s, true, ""), StepKind.CLUE_CHECK),
    CHECK_FILING(
            "check-filing",
            (s, _) -> new CaseCommand.CheckFiling(s, true, ""),
            StepKind.FILING_CHECK),
    FILE_CASE(
            "file-case",
            (s, w) -> new CaseCommand.FileCase(s, false, Set.of(), w.today(), false, ""),
            StepKind.FILING),
    TAKE_EVIDENCE(
            "take-evidence",
            (s, w) ->
                    new CaseCommand.TakeEvidence(
                            s, w.today(), Set.of(w.person()), "", "", List.of(), ""),
            StepKind.INVESTIGATION),
    CONCLUDE_INVESTIGATION(
            "conclude-investigation",
            (s, _) -> new CaseCommand.ConcludeInvestigation(s, "", null, ""),
            StepKind.INVESTIGATION),
    SIGN_REPORT("sign-report", (s, _) -> new CaseCommand.SignReport(s), StepKind.INVESTIGATION),
    NOTIFY_PENALTY(
            "notify-penalty",
            (s, w) -> new CaseCommand.NotifyPenalty(s, w.today(), "", ""),
            StepKind.PENALTY_NOTICE),
    RECHECK(
            "recheck",
            (s, w) -> new CaseCommand.Recheck(s, true, w.sanction(), ""),
            StepKind.RECHECK),
    REVIEW_LEGALITY(
            "review-legality",
            (s, _) -> new CaseCommand.ReviewLegality(s, true, ""),
            StepKind.LEGAL_REVIEW),
    DECIDE_PENALTY(
            "decide-penalty",
            (s, w) ->
                    new CaseCommand.DecidePenalty(
                            s,
                            w.onTable() == null
                                    ? PenaltyEvent.Result.UNPROVED
                                    : PenaltyEvent.Result.PUNISHED,
                            w.onTable(),
                            ""),
            StepKind.PENALTY_DECISION),
    PUNISH_ON_THE_SPOT(
            "punish-on-the-spot",
            (s, w) ->
                    new CaseCommand.PunishOnTheSpot(
                            s,
                            w.today(),
                            Set.of(w.person()),
                            "",
                            "",
                            "",
                            "",
                            w.sanction(),
                            true,
                            0,
                            "",
                            ""),
            StepKind.ON_THE_SPOT),
    RECORD_PAYMENT(
            "record-payment",
            (s, w) -> new CaseCommand.RecordPayment(s, w.today(), 0, "", ""),
            StepKind.COLLECTION,
            StepKind.DEMAND,
            StepKind.COURT_ENFORCEMENT),
    DEMAND("demand", (s, w) -> new CaseCommand.Demand(s, w.today(), "", ""), StepKind.DEMAND),
    APPLY_TO_COURT(
            "apply-to-court",
            (s, w) -> new CaseCommand.ApplyToCourt(s, w.today(), "", ""),
            StepKind.COURT_ENFORCEMENT),
    END_ENFORCEMENT(
            "end-enforcement",
            (s, _) -> new CaseCommand.EndEnforcement(s, ""),
            StepKind.COURT_ENFORCEMENT),
    DEFER_PAYMENT(
            "defer-payment",
            (s, w) -> new CaseCommand.DeferPayment(s, w.today(), ""),
            StepKind.COLLECTION),
    GRANT_INSTALMENTS(
            "grant-instalments",
            (s, _) -> new VerbCommand.GrantInstalments(s, List.of(), "", ""),
            StepKind.COLLECTION),
    SUSPEND_SURCHARGE(
            "suspend-surcharge",
            (s, _) -> new CaseCommand.SuspendSurcharge(s, ""),
            StepKind.COLLECTION,
            StepKind.DEMAND,
            StepKind.COURT_ENFORCEMENT),
    RESUME_SURCHARGE(
            "resume-surcharge",
            (s, _) -> new CaseCommand.ResumeSurcharge(s, ""),
            StepKind.COLLECTION,
            StepKind.DEMAND,
            StepKind.COURT_ENFORCEMENT),
    BEGIN_MATTER(
            "begin-matter",
            (s, w) -> new OfficeCommand.BeginMatter(s, w.today(), true, ""),
            StepKind.INITIATION),
    APPROVE(
            "approve",
            (s, w) -> new OfficeCommand.Approve(s, w.today(), true, ""),
            StepKind.APPROVAL),
    RECORD_SCENE(
            "record-scene",
            (s, w) ->
                    new OfficeCommand.RecordScene(
                            s,
                            w.today(),
                            Set.of(w.person()),
                            OfficeCommand.Presence.ABSENT,
                            "",
                            List.of(),
                            false,
                            "",
                            "",
                            null),
            StepKind.ON_SITE),
    SIGN_SCENE("sign-scene", (s, w) -> new OfficeCommand.SignScene(s, w.today()), StepKind.ON_SITE),
    RECORD_MEDIATION(
            "record-mediation",
            (s, w) -> new OfficeCommand.RecordMediation(s, w.today(), true, "", ""),
            StepKind.MEDIATION),
    RULE("rule", (s, w) -> new OfficeCommand.Rule(s, w.today(), true, "", ""), StepKind.RULING),
    RECORD_EXECUTION(
            "record-execution",
            (s, w) -> new OfficeCommand.RecordExecution(s, w.today(), true, "", 0, "", ""),
            StepKind.EXECUTION),
    ACCEPT("accept", (s, _) -> new CaseCommand.Accept(s), StepKind.ACCEPTANCE),
    REQUEST_SUPPLEMENT(
            "request-supplement",
            (s, _) -> new CaseCommand.RequestSupplement(s, List.of(), ""),
            StepKind.ACCEPTANCE),
    REFUSE_ACCEPTANCE(
            "refuse-acceptance",
            (s, _) -> new CaseCommand.RefuseAcceptance(s, "", ""),
            StepKind.ACCEPTANCE),
    SUPPLY_MATERIALS(
            "supply-materials",
            (s, _) -> new CaseCommand.SupplyMaterials(s, Map.of(), List.of()),
            StepKind.ONE_OFF_NOTICE),
    APPOINT_PAIR(
            "appoint-pair",
            (s, w) -> new CaseCommand.AppointPair(s, w.person(), w.person()),
            StepKind.PAIRED_REVIEW),
    GIVE_OPINION(
            "give-opinion",
            (s, _) -> new CaseCommand.GiveOpinion(s, Map.of(), Map.of(), ""),
            StepKind.PAIRED_REVIEW,
            StepKind.FORM_REVIEW),
    SETTLE_DIFFERENCE(
            "settle-difference",
            (s, _) -> new CaseCommand.SettleDifference(s, "", Verdict.MET, ""),
            StepKind.PAIRED_REVIEW),
    RECORD_INSPECTION(
            "record-inspection",
            (s, w) ->
                    new CaseCommand.RecordInspection(
                            s,
                            w.today(),
                            Set.of(w.person()),
                            Map.of(),
                            Map.of(),
                            "",
                            List.of(),
                            "",
                            "",
                            null),
            StepKind.SITE_INSPECTION),
    PLAN_VISIT(
            "plan-visit",
            (s, w) -> new PlanVisit(s, Appointment.on(w.today(), ""), Set.of(w.person()), false),
            StepKind.SITE_INSPECTION,
            StepKind.ON_SITE),
    SIGN_INSPECTION(
            "sign-inspection",
            (s, _) -> new CaseCommand.SignInspection(s),
            StepKind.SITE_INSPECTION),
    TELL_PARTIES(
            "tell-parties",
            (s, w) -> new CaseCommand.TellParties(s, w.today(), List.of(), "", ""),
            StepKind.PARTY_NOTICE,
            StepKind.REPLY),
    RECORD_STATEMENT(
            "record-statement",
            (s, _) -> new CaseCommand.RecordStatement(s, "", ""),
            StepKind.PARTY_NOTICE,
            StepKind.PENALTY_NOTICE,
            StepKind.REPLY),
    REQUEST_HEARING(
            "request-hearing",
            (s, w) -> new CaseCommand.RequestHearing(s, "", w.today(), ""),
            StepKind.PARTY_NOTICE,
            StepKind.PENALTY_NOTICE),
    WAIVE_HEARING(
            "waive-hearing",
            (s, _) -> new CaseCommand.WaiveHearing(s, ""),
            StepKind.PARTY_NOTICE,
            StepKind.PENALTY_NOTICE),
    SCHEDULE_HEARING(
            "schedule-hearing",
            (s, w) -> new CaseCommand.ScheduleHearing(s, Appointment.on(w.today(), ""), w.person()),
            StepKind.HEARING),
    HOLD_HEARING(
            "hold-hearing",
            (s, w) -> new CaseCommand.HoldHearing(s, w.today(), w.person(), "", ""),
            StepKind.HEARING),
    GIVE_ORGAN_OPINION(
            "give-organ-opinion",
            (s, _) -> new CaseCommand.GiveOrganOpinion(s, true, ""),
            StepKind.ORGAN_OPINION),
    RECORD_MEETING(
            "record-meeting",
            (s, w) ->
                    new CaseCommand.RecordMeeting(
                            s,
                            new Minutes(
                                    w.today(),
                                    w.person(),
                                    List.of(),
                                    new LinkedHashMap<>(),
                                    Map.of(),
                                    false,
                                    "",
                                    ""),
                            ""),
            StepKind.DELIBERATION,
            StepKind.OBJECTION_REVIEW),
    TAKE_RESOLUTION(
            "take-resolution",
            (s, _) -> new CaseCommand.TakeResolution(s, "", null),
            StepKind.DELIBERATION,
            StepKind.OBJECTION_REVIEW),
    SIGN_MINUTES(
            "sign-minutes",
            (s, _) -> new CaseCommand.SignMinutes(s),
            StepKind.DELIBERATION,
            StepKind.OBJECTION_REVIEW),
    DECIDE(
            "decide",
            (s, _) -> new CaseCommand.Decide(s, false, Set.of(), "", ""),
            StepKind.DECISION),
    RAISE_OBJECTION(
            "raise-objection",
            (s, _) -> new CaseCommand.RaiseObjection(s, "", "", ""),
            StepKind.PUBLICITY),
    SERVE("serve", (s, w) -> new CaseCommand.Serve(s, w.today(), "", "", "", ""), StepKind.SERVICE),
    ARCHIVE("archive", (s, _) -> new CaseCommand.Archive(s), StepKind.ARCHIVING),
    CONFIRM_LATE_ENTRY(
            "confirm-late-entry",
            (s, _) -> new CaseCommand.ConfirmLateEntry(s, ""),
            StepKind.values()),
    PAUSE("pause", (_, _) -> new CaseCommand.Pause("", "")),
    RESUME("resume", (_, _) -> new CaseCommand.Resume("")),
    EXTEND("extend", (_, _) -> new CaseCommand.Extend(1, "")),
    RECUSE("recuse", (_, w) -> new RecusalCommand.Recuse(w.person(), "")),
    SEEK_RECUSAL("seek-recusal", (_, w) -> new RecusalCommand.SeekRecusal(w.person(), "")),
    DECIDE_RECUSAL(
            "decide-recusal",
            (_, _) ->
                    new RecusalCommand.DecideRecusal(
                            new PersonId("somebody"), false, "", null, "")),
    WITHDRAW("withdraw", (_, _) -> new CaseCommand.Withdraw("")),
    READ_BACK("read-back", (_, _) -> new IntakeCommand.ReadBack("")),
    NAME_AGENT("name-agent", (_, w) -> new IntakeCommand.NameAgent(w.mandate())),
    END_MANDATE("end-mandate", (_, _) -> new IntakeCommand.EndMandate("")),
    SEE_ORIGINAL(
            "see-original",
            (_, _) -> new IntakeCommand.SeeOriginal("", Original.Handling.RETURNED)),
    RETURN_ORIGINAL("return-original", (_, _) -> new IntakeCommand.ReturnOriginal("", "")),
    SEND_BACK("send-back", (s, w) -> new VerbCommand.SendBack(s, w.to(), ""), StepKind.values()),
    URGE("urge", (s, _) -> new VerbCommand.Urge(s, ""), StepKind.values()),
    ASK_COUNTERSIGN(
            "ask-countersign",
            (s, _) -> new VerbCommand.AskCountersign(s, Countersigning.Mode.ALL, List.of(), ""),
            StepKind.values()),
    COUNTERSIGN(
            "countersign", (s, _) -> new VerbCommand.Countersign(s, true, ""), StepKind.values()),
    ADD_SIGNATORY(
            "add-signatory",
            (s, w) -> new VerbCommand.AddSignatory(s, w.person(), ""),
            StepKind.values()),
    REMOVE_SIGNATORY(
            "remove-signatory",
            (s, w) -> new VerbCommand.RemoveSignatory(s, w.person(), ""),
            StepKind.values()),
    INFORM("inform", (_, w) -> new VerbCommand.Inform(w.person(), "")),
    TERMINATE(
            "terminate", (_, _) -> new VerbCommand.Terminate(VerbCommand.EndGround.PARTY_GONE, "")),
    CORRECT_DECISION(
            "correct-decision",
            (_, _) -> new VerbCommand.CorrectDecision(VerbCommand.Slip.NAME, "", "", "")),
    REVOKE(
            "revoke",
            (_, _) -> new VerbCommand.Revoke(VerbCommand.RevocationGround.PROCEDURE, "", "")),
    REOPEN(
            "reopen",
            (_, w) ->
                    new VerbCommand.Reopen(
                            w.to(), VerbCommand.Authority.RECONSIDERATION, "", w.today(), "")),
    HAND_IN_MONEY("hand-in-money", (_, w) -> new VerbCommand.HandInMoney(w.today(), false, "", ""));

    /// Rules about what the form has yet to say; everything else stands in the way already.
    private static final Set<StepKind> PENAL =
            EnumSet.range(StepKind.CLUE_CHECK, StepKind.COURT_ENFORCEMENT);

    private static final Set<DeskAct> MOVES =
            EnumSet.of(
                    NAME_AGENT,
                    END_MANDATE,
                    SEE_ORIGINAL,
                    SEND_BACK,
                    URGE,
                    ASK_COUNTERSIGN,
                    ADD_SIGNATORY,
                    REMOVE_SIGNATORY,
                    INFORM,
                    TERMINATE,
                    CORRECT_DECISION,
                    REVOKE,
                    REOPEN,
                    HAND_IN_MONEY);

    private static final Set<CaseRule> LEFT_TO_THE_FORM =
            EnumSet.of(
                    CaseRule.ONLY_LISTED_MATERIALS,
                    CaseRule.ANSWERS_FIT,
                    CaseRule.MANDATE_COMPLETE,
                    CaseRule.ORIGINAL_HELD,
                    CaseRule.ORIGINAL_RETURNED_FIRST,
                    CaseRule.DAY_NOT_BEFORE_STEP,
                    CaseRule.LATE_ENTRY_EXPLAINED,
                    CaseRule.REASONS_GIVEN,
                    CaseRule.INSTALMENTS_COVER_FINE,
                    CaseRule.MONEY_HANDED_IN_TIME,
                    CaseRule.ONE_OFF_NOTICE_COMPLETE,
                    CaseRule.A_AND_B_DIFFER,
                    CaseRule.PAIR_IN_SECTION,
                    CaseRule.EVERY_STANDARD_TICKED,
                    CaseRule.MEASURED_WHERE_DUE,
                    CaseRule.DIFFERENCES_SETTLED,
                    CaseRule.TWO_INSPECTORS,
                    CaseRule.INSPECTORS_QUALIFIED,
                    CaseRule.INSPECTION_LED_BY_PAIR,
                    CaseRule.INSPECTOR_RECORDS,
                    CaseRule.HEARING_NOTICE_IN_TIME,
                    CaseRule.HEARING_WITHIN_PERIOD,
                    CaseRule.HEARING_CHAIR_APART,
                    CaseRule.CHAIR_PRESIDES,
                    CaseRule.ONLY_MEMBERS_ATTEND,
                    CaseRule.QUORUM_MET,
                    CaseRule.EVERY_MEMBER_SPEAKS,
                    CaseRule.CHIEF_SPEAKS_LAST,
                    CaseRule.EVERY_MEMBER_VOTES,
                    CaseRule.RESOLUTION_FOLLOWS_VOTES,
                    CaseRule.RESOLUTION_GOVERNS,
                    CaseRule.DISSENT_RECORDED,
                    CaseRule.BOUND_TO_RESOLUTION,
                    CaseRule.UNMET_STANDARD_NAMED,
                    CaseRule.SERVED_IN_TIME,
                    CaseRule.SERVICE_PROVED,
                    CaseRule.PAUSE_LISTED,
                    CaseRule.TWO_INVESTIGATORS,
                    CaseRule.INVESTIGATORS_QUALIFIED,
                    CaseRule.LIMITATION_NOT_RUN_OUT,
                    CaseRule.VIOLATION_LISTED,
                    CaseRule.SANCTION_PROVIDED,
                    CaseRule.SANCTION_WITHIN_BAND,
                    CaseRule.SANCTION_WITHIN_GRADE,
                    CaseRule.NOT_HEAVIER_FOR_DEFENCE,
                    CaseRule.ON_THE_SPOT_CAP,
                    CaseRule.NUMBERED_FORM_USED,
                    CaseRule.COLLECTED_ON_THE_SPOT_CAP,
                    CaseRule.FINE_OWED,
                    CaseRule.RECEIPT_ISSUED,
                    CaseRule.DEFERRAL_AHEAD,
                    CaseRule.PAUSE_NOTICE_GIVEN,
                    CaseRule.SCENE_SIGNED_OR_NOTED,
                    CaseRule.INVENTORY_MADE,
                    CaseRule.NECESSITIES_SPARED,
                    CaseRule.EXECUTION_PROVED,
                    CaseRule.RECUSAL_OF_OFFICER,
                    CaseRule.RECUSAL_ASKED_ONCE,
                    CaseRule.RECUSAL_OF_HEAD_BY_MEETING,
                    CaseRule.SIGNATORIES_FIT,
                    CaseRule.SIGNED_STAYS,
                    CaseRule.COLLEAGUE_INFORMED,
                    CaseRule.INFORMED_ONCE,
                    CaseRule.SLIP_NAMED,
                    CaseRule.PARTY_HEARD,
                    CaseRule.REVOKED_ON_LISTED_GROUND,
                    CaseRule.REOPENED_BY_ORDER,
                    CaseRule.EXTENSION_WITHIN_CAP);

    private final String code;
    private final BiFunction<String, Who, CaseCommand> bare;
    private final Set<StepKind> kinds;

    DeskAct(String code, BiFunction<String, Who, CaseCommand> bare, StepKind... kinds) {
        this.code = code;
        this.bare = bare;
        this.kinds = Set.of(kinds);
    }

    /// Who asks, on which day, and of which sanction, where one is on the table.
    ///
    /// @param to a step that the case can go back to; empty where there is none
    record Who(PersonId person, LocalDate today, @Nullable Sanction onTable, String to) {
        /// A mandate with nothing in it yet.
        Mandate mandate() {
            return new Mandate("", "", Set.of(), today, today, null, false, false);
        }

        Sanction sanction() {
            return onTable == null ? new Sanction("", "", false, 0, "") : onTable;
        }
    }

    /// The name in addresses, in the API and in messages: `act.<code>`.
    String code() {
        return code;
    }

    /// An act on the case as a whole, whatever step is open.
    boolean wholeCase() {
        return kinds.isEmpty();
    }

    /// 流转动作: what moves the case besides its flow, shown apart from the work of the step.
    boolean moves() {
        return MOVES.contains(this);
    }

    /// 决定之后的动作, which a case that is over still takes.
    boolean afterEnd() {
        return this == CORRECT_DECISION || this == REVOKE || this == REOPEN;
    }

    /// 收件事项: about who acts for the applicant and about originals, offered where there is something to do.
    boolean intake() {
        return this == READ_BACK
                || this == NAME_AGENT
                || this == END_MANDATE
                || this == SEE_ORIGINAL
                || this == RETURN_ORIGINAL;
    }

    /// Whether only a penalty has steps for it.
    boolean ofPenalty() {
        return !kinds.isEmpty() && PENAL.containsAll(kinds);
    }

    boolean fits(StepKind kind) {
        return kinds.contains(kind);
    }

    CaseCommand bare(String step, Who who) {
        return bare.apply(step, who);
    }

    /// Whether a rule that the bare command breaks would be broken by the filled form too.
    boolean standsInTheWay(Enum<?> rule) {
        // The form for what was missing is where it comes from.
        boolean comes = this == SUPPLY_MATERIALS && rule == CaseRule.MATERIALS_COMPLETE;
        return !comes && (!(rule instanceof CaseRule r) || !LEFT_TO_THE_FORM.contains(r));
    }

    static Optional<DeskAct> of(String code) {
        return Arrays.stream(values()).filter(a -> a.code.equals(code)).findFirst();
    }
}
