package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 处罚事实: what happens in a penalty case besides what happens in any case (行政处罚法 2021).
public sealed interface PenaltyEvent extends CaseEvent.OfPenalty {
    String step();

    /// 线索核查.
    record ClueReported(String step, boolean worthFiling, String report, PersonId by)
            implements PenaltyEvent {}

    /// 立案审核.
    record FilingChecked(String step, boolean passes, String opinion, PersonId by)
            implements PenaltyEvent {}

    /// 立案, or the decision not to; the due dates as they stood on the day, null where nothing was filed.
    record CaseFiled(
            String step,
            boolean filed,
            Set<PersonId> investigators,
            LocalDate conductEnded,
            String reasons,
            LocalDate on,
            @Nullable LocalDate statuteDue,
            @Nullable LocalDate promiseDue,
            boolean provisional,
            PersonId by)
            implements PenaltyEvent {}

    /// 取证.
    record EvidenceTaken(
            String step,
            LocalDate day,
            Set<PersonId> officers,
            String type,
            String record,
            List<Filing> filings,
            PersonId by,
            String lateReason)
            implements PenaltyEvent {}

    /// 调查终结报告; no sanction proposes not to punish.
    record InvestigationConcluded(
            String step, String facts, @Nullable Sanction sanction, String reasons, PersonId by)
            implements PenaltyEvent {}

    record ReportSigned(String step, PersonId by) implements PenaltyEvent {}

    /// 事先告知: what is about to be decided, and whether a hearing may be asked for.
    record PenaltyNotified(String step, Sanction sanction, boolean hearing, PersonId by)
            implements PenaltyEvent {}

    /// 复核意见.
    record Rechecked(String step, boolean adopted, Sanction sanction, String reasons, PersonId by)
            implements PenaltyEvent {}

    /// 法制审核意见.
    record LegalityReviewed(String step, boolean passes, String opinion, PersonId by)
            implements PenaltyEvent {}

    /// 集体讨论的处理意见, with the minutes that say who voted how; no sanction resolves not to punish.
    record SanctionResolved(String step, @Nullable Sanction sanction, boolean byHeads)
            implements PenaltyEvent {}

    /// 处罚决定 or the decision not to punish.
    ///
    /// @param code 缴款码; empty where there is nothing to pay
    record PenaltyDecided(
            String step,
            Result result,
            @Nullable Sanction sanction,
            Set<String> cited,
            String code,
            String reasons,
            LocalDate on,
            PersonId by)
            implements PenaltyEvent, CaseEvent.Decision {
        @Override
        public boolean granted() {
            return false;
        }

        @Override
        public String outcome() {
            return result.outcome();
        }
    }

    /// 当场处罚: place, facts and what the person said; the numbered form was handed over at once.
    record PunishedOnTheSpot(
            String step,
            LocalDate day,
            Set<PersonId> officers,
            String pad,
            String place,
            String facts,
            String statement,
            boolean signed,
            PersonId by,
            String lateReason)
            implements PenaltyEvent {}

    /// 缴款: what came in, in fen, and whether all that was owed on the day is paid.
    record FinePaid(
            String step,
            LocalDate day,
            long fen,
            String receipt,
            boolean settled,
            PersonId by,
            String lateReason)
            implements PenaltyEvent {}

    /// 暂缓或者分期缴纳 (行政处罚法 66).
    record PaymentDeferred(String step, LocalDate until, String reasons, PersonId by)
            implements PenaltyEvent {}

    /// 批准分期缴纳 (行政处罚法 66).
    record InstalmentsGranted(
            String step, List<Instalment> plan, String asked, String reasons, PersonId by)
            implements PenaltyEvent {
        public InstalmentsGranted {
            plan = List.copyOf(plan);
        }
    }

    /// 一期: so much by that day, in fen.
    record Instalment(LocalDate day, long fen) {}

    /// 加处罚款停止计算: reconsideration or suit is pending (行政处罚法 73).
    record SurchargeSuspended(String step, String ground, LocalDate on, PersonId by)
            implements PenaltyEvent {}

    record SurchargeResumed(String step, String result, LocalDate on, PersonId by)
            implements PenaltyEvent {}

    /// 催告.
    record Demanded(
            String step,
            LocalDate day,
            String manner,
            LocalDate until,
            PersonId by,
            String lateReason)
            implements PenaltyEvent {}

    /// 申请法院强制执行.
    record CourtApplied(String step, LocalDate day, String court, PersonId by, String lateReason)
            implements PenaltyEvent {}

    /// 强制执行结果.
    record EnforcementEnded(String step, String result, LocalDate on, PersonId by)
            implements PenaltyEvent {}

    /// 处理结果 (行政处罚法 57).
    enum Result {
        /// 给予行政处罚.
        PUNISHED("punished", "punished"),
        /// 违法行为轻微, 不予处罚 (行政处罚法 33).
        SPARED("spared", "not-punished"),
        /// 违法事实不能成立.
        UNPROVED("unproved", "not-punished"),
        /// 涉嫌犯罪, 移送司法机关 (行政处罚法 27).
        TRANSFERRED("transferred", "transferred");

        private final String code;
        private final String outcome;

        Result(String code, String outcome) {
            this.code = code;
            this.outcome = outcome;
        }

        public String code() {
            return code;
        }

        /// The outcome of the step.
        public String outcome() {
            return outcome;
        }

        public static java.util.Optional<Result> ofCode(String code) {
            return java.util.Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
        }
    }
}
