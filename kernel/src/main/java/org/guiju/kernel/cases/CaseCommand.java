package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 办理动作: what somebody asks the decider to let happen. Who asks and when stands in {@link CaseFacts}.
public sealed interface CaseCommand {

    /// An act in a step of the flow; those of a family that has a file of its own are {@link OtherStep}.
    sealed interface InStep extends CaseCommand {
        String step();
    }

    non-sealed interface OtherStep extends InStep {}

    /// An act on a day which may lie before the day it is entered (先办后录); why it is late is empty when it is not.
    sealed interface Dated extends InStep {
        LocalDate day();

        String lateReason();
    }

    /// What begins a case; the shell draws the number.
    sealed interface Opening extends CaseCommand
            permits SubmitApplication, RegisterClue, IntakeCommand.Handed {
        String no();

        String power();

        String situation();

        String channel();

        Applicant applicant();

        Map<String, String> answers();

        List<Filing> filings();

        /// The day on which it came in or was found; before the day it is entered only by an officer.
        LocalDate receivedOn();

        String lateReason();
    }

    /// 申请.
    record SubmitApplication(
            String no,
            String power,
            String situation,
            String channel,
            Applicant applicant,
            Map<String, String> answers,
            List<Filing> filings,
            LocalDate receivedOn,
            String lateReason)
            implements Opening {}

    /// 线索登记: a case of the office's own accord begins; `applicant` is the person concerned (当事人), `channel` the source.
    record RegisterClue(
            String no,
            String power,
            String situation,
            String channel,
            Applicant applicant,
            Map<String, String> answers,
            List<Filing> filings,
            LocalDate receivedOn,
            String lateReason)
            implements Opening {}

    /// 受理.
    record Accept(String step) implements InStep {}

    /// 不予受理, in writing and with reasons (行政许可法 32).
    record RefuseAcceptance(String step, String ground, String reasons) implements InStep {}

    /// 一次性告知补正: everything that is missing, at once.
    record RequestSupplement(String step, List<String> items, String reasons) implements InStep {}

    /// 补正.
    record SupplyMaterials(String step, Map<String, String> answers, List<Filing> filings)
            implements InStep {}

    /// 撤回申请.
    record Withdraw(String reason) implements CaseCommand {}

    /// 确定 A、B 角.
    record AppointPair(String step, PersonId a, PersonId b) implements InStep {}

    /// 出具审查意见: one verdict for each standard, with the figure where the standard is measured.
    record GiveOpinion(
            String step, Map<String, Verdict> verdicts, Map<String, Long> measured, String note)
            implements InStep {}

    /// 处理不一致意见: role A settles one standard on which the two differ or doubt.
    record SettleDifference(String step, String standard, Verdict verdict, String reason)
            implements InStep {}

    /// 现场核查记录; again: the article by which another organ inspects what was inspected before, or empty.
    record RecordInspection(
            String step,
            LocalDate day,
            Set<PersonId> inspectors,
            Map<String, Verdict> verdicts,
            Map<String, Long> measured,
            String report,
            List<Filing> filings,
            String lateReason,
            String again,
            @Nullable Position position)
            implements Dated {}

    /// 核查报告署名.
    record SignInspection(String step) implements InStep {}

    /// 告知利害关系人; no parties means that there are none, and says why.
    record TellParties(
            String step, LocalDate day, List<String> parties, String manner, String lateReason)
            implements Dated {}

    /// 陈述申辩.
    record RecordStatement(String step, String party, String statement) implements InStep {}

    /// 申请听证.
    record RequestHearing(String step, String party, LocalDate day, String lateReason)
            implements Dated {}

    /// 放弃听证.
    record WaiveHearing(String step, String party) implements InStep {}

    /// 听证通知: time, place and chair.
    record ScheduleHearing(String step, Appointment when, PersonId chair) implements InStep {}

    /// 听证笔录.
    record HoldHearing(
            String step, LocalDate day, PersonId recorder, String record, String lateReason)
            implements Dated {}

    /// 其他机关意见.
    record GiveOrganOpinion(String step, boolean agrees, String opinion) implements InStep {}

    /// 会议纪要; in a penalty case with the sanction that was resolved, none where the meeting resolved not to punish.
    record RecordMeeting(
            String step, Minutes minutes, @Nullable Sanction sanction, String lateReason)
            implements Dated {
        public RecordMeeting(String step, Minutes minutes, String lateReason) {
            this(step, minutes, null, lateReason);
        }

        @Override
        public LocalDate day() {
            return minutes.day();
        }
    }

    /// 签发会议纪要.
    record SignMinutes(String step) implements InStep {}

    /// 采用会议决议: what a meeting of many matters resolved on this case, with its sanction where there is one.
    record TakeResolution(String step, String resolution, @Nullable Sanction sanction)
            implements InStep {}

    /// 决定; `withheld` says why the result is told to the applicant alone (D30), and is empty where it is published.
    record Decide(String step, boolean grant, Set<String> unmet, String reasons, String withheld)
            implements InStep {}

    /// 公示期间提出异议.
    record RaiseObjection(String step, String objector, String contact, String objection)
            implements InStep {}

    /// 送达.
    record Serve(
            String step,
            LocalDate day,
            String manner,
            String recipient,
            String proof,
            String lateReason)
            implements Dated {}

    /// 归档.
    record Archive(String step) implements InStep {}

    /// 停表: on a listed ground, with written notice.
    record Pause(String ground, String notice) implements CaseCommand {}

    record Resume(String result) implements CaseCommand {}

    /// 延长期限: once, by the head of the organ.
    record Extend(int days, String reasons) implements CaseCommand {}

    /// 确认补录: a second officer vouches for an act that was entered late.
    record ConfirmLateEntry(String step, String confirmation) implements InStep {}

    /// 各动作族: 回避; 退回、会签、终止、撤销等流转动作.
    sealed interface Elsewhere extends CaseCommand
            permits RecusalCommand, VerbCommand, IntakeCommand {}

    sealed interface OfOffice extends Dated permits OfficeCommand {}

    /// 移交: what the person has in hand in this case goes to a colleague.
    record HandOver(PersonId from, PersonId to, String reason) implements CaseCommand {}

    /// 时间届满: silence, the end of a period, a cap; asked by the system and, before every other act, by the decider itself.
    record LetTimePass() implements CaseCommand {}

    /// 线索核查报告.
    record ReportClue(String step, boolean worthFiling, String report) implements InStep {}

    /// 立案审核.
    record CheckFiling(String step, boolean passes, String opinion) implements InStep {}

    /// 立案或者不予立案; from conductEnded runs the limitation, five years where `grave`: life, health, finance harmed (36).
    record FileCase(
            String step,
            boolean file,
            Set<PersonId> investigators,
            LocalDate conductEnded,
            boolean grave,
            String reasons)
            implements InStep {}

    /// 取证: an inquiry, an inspection, a photograph, a document.
    record TakeEvidence(
            String step,
            LocalDate day,
            Set<PersonId> officers,
            String type,
            String record,
            List<Filing> filings,
            String lateReason)
            implements Dated {}

    /// 调查终结; no sanction proposes not to punish.
    record ConcludeInvestigation(
            String step, String facts, @Nullable Sanction sanction, String reasons)
            implements InStep {}

    /// 调查报告署名.
    record SignReport(String step) implements InStep {}

    /// 事先告知: of what is on the table.
    record NotifyPenalty(String step, LocalDate day, String manner, String lateReason)
            implements Dated {}

    /// 复核.
    record Recheck(String step, boolean adopted, Sanction sanction, String reasons)
            implements InStep {}

    /// 法制审核.
    record ReviewLegality(String step, boolean passes, String opinion) implements InStep {}

    /// 处罚决定.
    record DecidePenalty(
            String step, PenaltyEvent.Result result, @Nullable Sanction sanction, String reasons)
            implements InStep {}

    /// 当场处罚, on the pre-printed form `pad`; `collected` on the spot in fen, beyond the small sum for the reason `hard`.
    record PunishOnTheSpot(
            String step,
            LocalDate day,
            Set<PersonId> officers,
            String pad,
            String place,
            String facts,
            String statement,
            Sanction sanction,
            boolean signed,
            long collected,
            String hard,
            String lateReason)
            implements Dated {}

    /// 缴款入账.
    record RecordPayment(String step, LocalDate day, long fen, String receipt, String lateReason)
            implements Dated {}

    /// 批准暂缓或者分期缴纳.
    record DeferPayment(String step, LocalDate until, String reasons) implements InStep {}

    /// 复议或者诉讼期间停止计算加处罚款.
    record SuspendSurcharge(String step, String ground) implements InStep {}

    record ResumeSurcharge(String step, String result) implements InStep {}

    /// 催告.
    record Demand(String step, LocalDate day, String manner, String lateReason) implements Dated {}

    /// 申请法院强制执行.
    record ApplyToCourt(String step, LocalDate day, String court, String lateReason)
            implements Dated {}

    /// 强制执行结果.
    record EndEnforcement(String step, String result) implements InStep {}
}
