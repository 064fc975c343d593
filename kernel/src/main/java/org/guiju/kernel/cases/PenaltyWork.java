package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.PersonId;

/// 处罚环节工作的推进: who did what by an event of a penalty case, and what becomes of the step's work.
final class PenaltyWork {
    private PenaltyWork() {}

    /// 补录.
    record Late(String reason, PersonId by) {}

    /// The duty that each person took on.
    static Map<PersonId, Duty> doers(PenaltyEvent event) {
        return switch (event) {
            case PenaltyEvent.ClueReported e -> Map.of(e.by(), Duty.INVESTIGATE);
            case PenaltyEvent.FilingChecked e -> Map.of(e.by(), Duty.REVIEW_LAW);
            case PenaltyEvent.CaseFiled e -> Map.of(e.by(), Duty.FILE);
            case PenaltyEvent.EvidenceTaken e -> all(e.officers(), Duty.INVESTIGATE);
            case PenaltyEvent.InvestigationConcluded e -> Map.of(e.by(), Duty.INVESTIGATE);
            case PenaltyEvent.ReportSigned e -> Map.of(e.by(), Duty.INVESTIGATE);
            case PenaltyEvent.PenaltyNotified e -> Map.of(e.by(), Duty.INVESTIGATE);
            case PenaltyEvent.Rechecked e -> Map.of(e.by(), Duty.INVESTIGATE);
            case PenaltyEvent.LegalityReviewed e -> Map.of(e.by(), Duty.REVIEW_LAW);
            case PenaltyEvent.PenaltyDecided e -> Map.of(e.by(), Duty.DECIDE);
            case PenaltyEvent.PunishedOnTheSpot e -> all(e.officers(), Duty.INVESTIGATE);
            case PenaltyEvent.FinePaid e -> Map.of(e.by(), Duty.COLLECT);
            case PenaltyEvent.Demanded e -> Map.of(e.by(), Duty.ENFORCE);
            case PenaltyEvent.CourtApplied e -> Map.of(e.by(), Duty.ENFORCE);
            case PenaltyEvent.EnforcementEnded e -> Map.of(e.by(), Duty.ENFORCE);
            case PenaltyEvent.SanctionResolved _,
                    PenaltyEvent.PaymentDeferred _,
                    PenaltyEvent.InstalmentsGranted _,
                    PenaltyEvent.SurchargeSuspended _,
                    PenaltyEvent.SurchargeResumed _ ->
                    Map.of();
        };
    }

    private static Map<PersonId, Duty> all(Set<PersonId> officers, Duty duty) {
        return officers.stream().collect(Collectors.toUnmodifiableMap(p -> p, _ -> duty));
    }

    static Optional<Late> late(PenaltyEvent event) {
        return switch (event) {
            case PenaltyEvent.EvidenceTaken e -> Optional.of(new Late(e.lateReason(), e.by()));
            case PenaltyEvent.PunishedOnTheSpot e -> Optional.of(new Late(e.lateReason(), e.by()));
            case PenaltyEvent.FinePaid e -> Optional.of(new Late(e.lateReason(), e.by()));
            case PenaltyEvent.Demanded e -> Optional.of(new Late(e.lateReason(), e.by()));
            case PenaltyEvent.CourtApplied e -> Optional.of(new Late(e.lateReason(), e.by()));
            default -> Optional.empty();
        };
    }

    /// What becomes of the work of the step in which the event happened.
    static StepWork after(StepWork work, PenaltyEvent event, PenaltyFile file) {
        return switch (event) {
            case PenaltyEvent.ClueReported e -> single(e.worthFiling() ? "file" : "no-case");
            case PenaltyEvent.FilingChecked e -> single(e.passes() ? "passed" : "returned");
            case PenaltyEvent.CaseFiled e -> single(e.filed() ? "filed" : "not-filed");
            case PenaltyEvent.EvidenceTaken e -> evidence(investigation(work, e), e);
            case PenaltyEvent.InvestigationConcluded e -> {
                var w = investigation(work, e);
                yield new StepWork.Investigation(
                        w.evidence(), e, Set.of(e.by()), file.investigators());
            }
            case PenaltyEvent.ReportSigned e -> {
                var w = investigation(work, e);
                var signed = new LinkedHashSet<>(w.signed());
                signed.add(e.by());
                yield new StepWork.Investigation(w.evidence(), w.report(), signed, w.due());
            }
            case PenaltyEvent.Rechecked _ -> single("done");
            case PenaltyEvent.LegalityReviewed e -> single(e.passes() ? "passed" : "returned");
            case PenaltyEvent.PenaltyDecided e -> single(e.outcome());
            case PenaltyEvent.FinePaid e when !(work instanceof StepWork.Dues) -> work;
            case PenaltyEvent.FinePaid _,
                    PenaltyEvent.Demanded _,
                    PenaltyEvent.EnforcementEnded _ ->
                    owing(dues(work, event), event);
            case PenaltyEvent.PenaltyNotified _,
                    PenaltyEvent.SanctionResolved _,
                    PenaltyEvent.PunishedOnTheSpot _,
                    PenaltyEvent.PaymentDeferred _,
                    PenaltyEvent.InstalmentsGranted _,
                    PenaltyEvent.SurchargeSuspended _,
                    PenaltyEvent.SurchargeResumed _,
                    PenaltyEvent.CourtApplied _ ->
                    work;
        };
    }

    private static StepWork owing(StepWork.Dues w, PenaltyEvent event) {
        return switch (event) {
            case PenaltyEvent.FinePaid e ->
                    new StepWork.Dues(w.kind(), e.settled(), w.demanded(), w.ended(), w.over());
            case PenaltyEvent.Demanded e ->
                    new StepWork.Dues(w.kind(), w.settled(), e, w.ended(), w.over());
            case PenaltyEvent.EnforcementEnded e ->
                    new StepWork.Dues(w.kind(), w.settled(), w.demanded(), e, w.over());
            default -> w;
        };
    }

    private static StepWork evidence(StepWork.Investigation w, PenaltyEvent.EvidenceTaken e) {
        var all = new ArrayList<>(w.evidence());
        all.add(e);
        return new StepWork.Investigation(all, w.report(), w.signed(), w.due());
    }

    private static StepWork single(String outcome) {
        return new StepWork.Single(outcome);
    }

    private static StepWork.Investigation investigation(StepWork work, PenaltyEvent event) {
        if (work instanceof StepWork.Investigation w) {
            return w;
        }
        throw new CorruptHistory("no investigation", event);
    }

    private static StepWork.Dues dues(StepWork work, PenaltyEvent event) {
        if (work instanceof StepWork.Dues w) {
            return w;
        }
        throw new CorruptHistory("nothing to pay", event);
    }
}
