package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 流转事实.
public sealed interface VerbEvent extends CaseEvent.Elsewhere {
    LocalDate on();

    /// An event of a case that may be over.
    sealed interface AfterEnd extends VerbEvent {}

    /// 退回.
    record SentBack(String step, String to, String reason, LocalDate on, PersonId by)
            implements VerbEvent {}

    /// 催办.
    /// @param by the officer; null where the applicant asked
    record Urged(String step, String note, LocalDate on, @Nullable PersonId by)
            implements VerbEvent {}

    /// 抄送.
    record Informed(PersonId person, String note, LocalDate on, PersonId by) implements VerbEvent {}

    /// 发起会签.
    record CountersignAsked(
            String step,
            Countersigning.Mode mode,
            List<PersonId> signatories,
            String question,
            LocalDate on,
            PersonId by)
            implements VerbEvent {
        public CountersignAsked {
            signatories = List.copyOf(signatories);
        }
    }

    /// 会签意见.
    /// @param actingFor the signatory for whom a deputy signs; null where he signs himself
    record Countersigned(
            String step,
            boolean agrees,
            String opinion,
            LocalDate on,
            PersonId by,
            @Nullable PersonId actingFor)
            implements VerbEvent {}

    /// 加签.
    record SignatoryAdded(String step, PersonId person, String reason, LocalDate on, PersonId by)
            implements VerbEvent {}

    /// 减签.
    record SignatoryRemoved(String step, PersonId person, String reason, LocalDate on, PersonId by)
            implements VerbEvent {}

    /// 所涉许可证: which licence the case changes, renews or cancels.
    ///
    /// @param until last day of its term as it stood; null where it has none
    record LicenceNamed(
            String number, LicenceTerms.Act act, @Nullable LocalDate until, LocalDate on)
            implements VerbEvent {}

    /// 视为准予延续: the term ended and nobody had decided (行政许可法 50). Nobody did it; time did.
    record Deemed(String step, String number, LocalDate on)
            implements VerbEvent, CaseEvent.Decision {
        private static final PersonId TIME = new PersonId("time");

        @Override
        public PersonId by() {
            return TIME;
        }

        @Override
        public String reasons() {
            return "有效期届满前未作决定，依照《行政许可法》第五十条第二款，视为准予延续。";
        }

        @Override
        public Set<String> cited() {
            return Set.of();
        }

        @Override
        public boolean granted() {
            return true;
        }

        @Override
        public String outcome() {
            return "granted";
        }
    }

    /// 当场收缴的罚款已上交.
    record MoneyHandedIn(
            LocalDate day,
            boolean atBank,
            String receipt,
            LocalDate on,
            PersonId by,
            String lateReason)
            implements AfterEnd {}

    /// 终止办理.
    record Terminated(VerbCommand.EndGround ground, String reasons, LocalDate on, PersonId by)
            implements VerbEvent {}

    /// 补正.
    record DecisionCorrected(
            VerbCommand.Slip slip,
            String reads,
            String shouldRead,
            String reasons,
            LocalDate on,
            PersonId by)
            implements AfterEnd {}

    /// 撤销.
    record DecisionRevoked(
            VerbCommand.RevocationGround ground,
            String heard,
            String reasons,
            LocalDate on,
            PersonId by)
            implements AfterEnd {}

    /// 重新办理. Both clocks run anew from this day.
    ///
    /// @param former outcome of the decision that the order set aside
    /// @param formerReasons its reasons: the same decision on the same reasons is no new one (行政诉讼法 71)
    record Reopened(
            String to,
            VerbCommand.Authority authority,
            String order,
            LocalDate orderedOn,
            String reasons,
            String former,
            String formerReasons,
            LocalDate on,
            PersonId by)
            implements AfterEnd {}
}
