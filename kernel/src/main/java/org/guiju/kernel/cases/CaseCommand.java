package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;

/// 办理动作: what somebody asks the decider to let happen. Who asks and when stands in {@link CaseFacts}.
public sealed interface CaseCommand {

    /// An act in a step of the flow.
    sealed interface InStep extends CaseCommand {
        String step();
    }

    /// An act that took place on a day which may lie before the day it is entered (先办后录 is thereby visible).
    sealed interface Dated extends InStep {
        LocalDate day();

        /// Why it is entered late; empty when it is not late.
        String lateReason();
    }

    /// 申请. The number is drawn by the shell from the organ's series.
    record SubmitApplication(
            String no,
            String power,
            String situation,
            String channel,
            Applicant applicant,
            Map<String, String> answers,
            List<Filing> filings,
            LocalDate receivedOn)
            implements CaseCommand {}

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

    /// 现场核查记录.
    record RecordInspection(
            String step,
            LocalDate day,
            Set<PersonId> inspectors,
            Map<String, Verdict> verdicts,
            Map<String, Long> measured,
            String report,
            List<Filing> filings,
            String lateReason)
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
    record ScheduleHearing(String step, LocalDate on, PersonId chair, String place)
            implements InStep {}

    /// 听证笔录.
    record HoldHearing(
            String step, LocalDate day, PersonId recorder, String record, String lateReason)
            implements Dated {}

    /// 其他机关意见.
    record GiveOrganOpinion(String step, boolean agrees, String opinion) implements InStep {}

    /// 会议纪要.
    record RecordMeeting(String step, Minutes minutes, String lateReason) implements Dated {
        @Override
        public LocalDate day() {
            return minutes.day();
        }
    }

    /// 签发会议纪要.
    record SignMinutes(String step) implements InStep {}

    /// 决定.
    record Decide(String step, boolean grant, Set<String> unmet, String reasons)
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

    /// 恢复计时.
    record Resume(String result) implements CaseCommand {}

    /// 延长期限: once, by the head of the organ.
    record Extend(int days, String reasons) implements CaseCommand {}

    /// 确认补录: a second officer vouches for an act that was entered late.
    record ConfirmLateEntry(String step, String confirmation) implements InStep {}

    /// 回避.
    record Recuse(PersonId person, String reason) implements CaseCommand {}

    /// 时间届满: silence, the end of a period, a cap; asked by the system and, before every other act, by the decider itself.
    record LetTimePass() implements CaseCommand {}
}
