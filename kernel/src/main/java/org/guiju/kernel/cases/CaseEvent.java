package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 办理事实: what has happened in a case. Events are never changed; a mistake is mended by a later event.
public sealed interface CaseEvent {
    /// What began the case: an application, or a clue that the office found.
    sealed interface Begun extends CaseEvent {
        String no();

        String power();

        int version();

        String digest();

        String situation();

        OrganId organ();

        String channel();

        Applicant applicant();

        Map<String, String> answers();

        List<Filing> filings();

        LocalDate receivedOn();

        @Nullable PersonId by();

        String lateReason();
    }

    /// 决定: what ended the two clocks of the case.
    sealed interface Decision extends CaseEvent
            permits Decided, PenaltyEvent.PenaltyDecided, OfficeEvent.Ending, VerbEvent.Deemed {
        String step();

        LocalDate on();

        PersonId by();

        String reasons();

        /// Standards, or in a penalty case articles, on which the decision rests.
        Set<String> cited();

        /// Standards that were not met, where something was refused.
        default Set<String> unmet() {
            return Set.of();
        }

        /// 不公开的理由: why nobody but the person concerned is told (D30); empty where the result is made public.
        default String withheld() {
            return "";
        }

        /// Whether what was applied for was granted.
        boolean granted();

        /// The outcome of the step, and of the case.
        String outcome();
    }

    sealed interface OfPenalty extends CaseEvent permits PenaltyEvent {}

    /// 收到申请.
    record ApplicationReceived(
            String no,
            String power,
            int version,
            String digest,
            String situation,
            OrganId organ,
            String channel,
            Applicant applicant,
            Map<String, String> answers,
            List<Filing> filings,
            LocalDate receivedOn,
            @Nullable PersonId by,
            String lateReason)
            implements Begun {}

    /// 线索登记: `applicant` is the person concerned, `channel` the source.
    record ClueRegistered(
            String no,
            String power,
            int version,
            String digest,
            String situation,
            OrganId organ,
            String channel,
            Applicant applicant,
            Map<String, String> answers,
            List<Filing> filings,
            LocalDate receivedOn,
            PersonId by,
            String lateReason)
            implements Begun {}

    /// 环节开始, with the step's own due date as it stood when the step opened.
    record StepOpened(
            String step, StepKind kind, LocalDate on, @Nullable LocalDate due, boolean provisional)
            implements CaseEvent {}

    /// 等待汇合: a branch has reached a join that waits for the others.
    record StepAwaited(String step, LocalDate on) implements CaseEvent {}

    /// 期间届满: the period of a step (publicity, the time to ask for a hearing) ran out without anybody moving.
    record PeriodElapsed(String step, LocalDate on) implements CaseEvent {}

    /// 环节结束.
    record StepClosed(String step, String outcome, LocalDate on) implements CaseEvent {}

    /// 受理; deemed where the office kept silent (行政许可法 32).
    record Accepted(
            String step,
            @Nullable PersonId by,
            LocalDate on,
            LocalDate statuteDue,
            LocalDate promiseDue,
            boolean provisional,
            boolean deemed)
            implements CaseEvent {}

    record AcceptanceRefused(String step, PersonId by, String ground, String reasons)
            implements CaseEvent {}

    record SupplementRequested(String step, PersonId by, List<String> items, String reasons)
            implements CaseEvent {}

    record SupplementSupplied(
            String step, Map<String, String> answers, List<Filing> filings, LocalDate on)
            implements CaseEvent {}

    record Withdrawn(String reason, LocalDate on) implements CaseEvent {}

    record PairAppointed(String step, PersonId a, PersonId b, PersonId by) implements CaseEvent {}

    record OpinionGiven(
            String step,
            Side side,
            PersonId by,
            @Nullable PersonId actingFor,
            Map<String, Verdict> verdicts,
            Map<String, Long> measured,
            String note)
            implements CaseEvent {}

    record DifferenceSettled(
            String step, String standard, Verdict verdict, PersonId by, String reason)
            implements CaseEvent {}

    record InspectionRecorded(
            String step,
            LocalDate day,
            Set<PersonId> inspectors,
            Map<String, Verdict> verdicts,
            Map<String, Long> measured,
            String report,
            List<Filing> filings,
            PersonId by,
            String lateReason,
            String again,
            @Nullable Position position)
            implements CaseEvent {}

    record InspectionSigned(String step, PersonId by) implements CaseEvent {}

    record PartiesTold(
            String step,
            LocalDate day,
            List<String> parties,
            String manner,
            LocalDate until,
            PersonId by,
            String lateReason)
            implements CaseEvent {}

    record StatementRecorded(String step, String party, String statement, PersonId by)
            implements CaseEvent {}

    record HearingRequested(
            String step, String party, LocalDate day, LocalDate latest, String lateReason)
            implements CaseEvent {}

    record HearingWaived(String step, String party) implements CaseEvent {}

    record HearingScheduled(String step, Appointment when, PersonId chair, PersonId by)
            implements CaseEvent {}

    record HearingHeld(
            String step,
            LocalDate day,
            PersonId chair,
            PersonId recorder,
            String record,
            String lateReason)
            implements CaseEvent {}

    record OrganOpinionGiven(
            String step, OrganId organ, boolean agrees, String opinion, PersonId by)
            implements CaseEvent {}

    record MeetingRecorded(
            String step, String meeting, Minutes minutes, PersonId by, String lateReason)
            implements CaseEvent {}

    /// @param resolution id of the resolution of a meeting of many cases, with the digest of its minutes; both empty otherwise
    record MinutesSigned(String step, PersonId by, String resolution, String digest)
            implements CaseEvent {}

    record Decided(
            String step,
            boolean granted,
            Set<String> cited,
            Set<String> unmet,
            String reasons,
            LocalDate on,
            PersonId by,
            String withheld)
            implements Decision {
        public Decided(
                String step,
                boolean granted,
                Set<String> cited,
                Set<String> unmet,
                String reasons,
                LocalDate on,
                PersonId by) {
            this(step, granted, cited, unmet, reasons, on, by, "");
        }

        @Override
        public String outcome() {
            return granted ? "granted" : "refused";
        }
    }

    record ObjectionRaised(
            String step, String objector, String contact, String objection, LocalDate on)
            implements CaseEvent {}

    record Served(
            String step,
            LocalDate day,
            String manner,
            String recipient,
            String proof,
            PersonId by,
            String lateReason)
            implements CaseEvent {}

    record Archived(String step, LocalDate on, PersonId by) implements CaseEvent {}

    record Paused(String ground, String notice, LocalDate on, LocalDate capEnd, PersonId by)
            implements CaseEvent {}

    /// 恢复计时; lapsed when the cap ran out before anybody resumed.
    record Resumed(
            String ground,
            LocalDate on,
            String result,
            boolean lapsed,
            LocalDate statuteDue,
            LocalDate promiseDue,
            @Nullable PersonId by)
            implements CaseEvent {}

    record Extended(
            int days, String reasons, LocalDate statuteDue, LocalDate promiseDue, PersonId by)
            implements CaseEvent {}

    record LateEntryConfirmed(String step, String confirmation, PersonId by) implements CaseEvent {}

    /// 移交: what one person had in hand went to another; opinions that were given stay their givers'.
    record HandedOver(PersonId from, PersonId to, LocalDate on, String reason, PersonId by)
            implements CaseEvent {}

    sealed interface Elsewhere extends CaseEvent
            permits RecusalEvent, VerbEvent, OfficeEvent, IntakeEvent, VisitPlanned {}

    /// 办结: no step is open any more.
    record CaseClosed(String outcome, LocalDate on) implements CaseEvent {}

    /// A、B 角.
    enum Side {
        A,
        B
    }
}
