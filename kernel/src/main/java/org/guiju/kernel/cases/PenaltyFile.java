package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 处罚卷: what a penalty case holds across its steps. Empty in every other case.
///
/// @param investigators named when the case was filed, or those who punished on the spot
/// @param onTable the sanction as it stands: proposed, rechecked, resolved
/// @param told the notice that precedes the decision; a new investigation voids it
/// @param reviewed whether the legality review has passed what is on the table
public record PenaltyFile(
        Set<PersonId> investigators,
        PenaltyEvent.@Nullable InvestigationConcluded report,
        @Nullable Sanction onTable,
        PenaltyEvent.@Nullable PenaltyNotified told,
        boolean reviewed,
        PenaltyEvent.@Nullable SanctionResolved resolved,
        PenaltyEvent.@Nullable PenaltyDecided decided,
        Dues dues) {
    static final PenaltyFile EMPTY =
            new PenaltyFile(
                    Set.of(),
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    new Dues(List.of(), null, List.of(), List.of(), null, null, null));

    public PenaltyFile {
        investigators = Set.copyOf(investigators);
    }

    /// 缴款情况.
    ///
    /// @param plan 分期; empty where all is due on one day
    /// @param stops spans in which the surcharge does not grow
    /// @param stopped the span that has not ended
    public record Dues(
            List<PenaltyEvent.FinePaid> payments,
            @Nullable LocalDate deferredUntil,
            List<PenaltyEvent.Instalment> plan,
            List<Stop> stops,
            PenaltyEvent.@Nullable SurchargeSuspended stopped,
            PenaltyEvent.@Nullable Demanded demanded,
            PenaltyEvent.@Nullable CourtApplied court) {
        public Dues {
            payments = List.copyOf(payments);
            plan = List.copyOf(plan);
            stops = List.copyOf(stops);
        }

        public boolean settled() {
            return !payments.isEmpty() && payments.getLast().settled();
        }
    }

    /// 停止计算的期间, both days included.
    public record Stop(LocalDate from, LocalDate to) {}

    /// Whether there is nothing to pay, or all is paid.
    boolean nothingOwed() {
        var sanction = decided == null ? null : decided.sanction();
        return sanction == null || sanction.fine() == 0 || dues.settled();
    }

    /// 重新办理: the case is investigated again by those who did; nothing told, reviewed, resolved or decided counts any more.
    PenaltyFile reopened() {
        return new PenaltyFile(investigators, null, null, null, false, null, null, EMPTY.dues());
    }

    PenaltyFile after(PenaltyEvent event) {
        return switch (event) {
            case PenaltyEvent.CaseFiled e -> investigatedBy(e.investigators());
            case PenaltyEvent.PunishedOnTheSpot e -> investigatedBy(e.officers());
            case PenaltyEvent.InvestigationConcluded e ->
                    new PenaltyFile(investigators, e, e.sanction(), null, false, null, null, dues);
            case PenaltyEvent.PenaltyNotified e -> table(e.sanction(), e, reviewed, resolved);
            case PenaltyEvent.Rechecked e -> table(e.sanction(), told, false, null);
            case PenaltyEvent.LegalityReviewed e -> table(onTable, told, e.passes(), resolved);
            case PenaltyEvent.SanctionResolved e -> table(e.sanction(), told, reviewed, e);
            case PenaltyEvent.PenaltyDecided e ->
                    new PenaltyFile(
                            investigators, report, e.sanction(), told, reviewed, resolved, e, dues);
            case PenaltyEvent.FinePaid _,
                    PenaltyEvent.PaymentDeferred _,
                    PenaltyEvent.InstalmentsGranted _,
                    PenaltyEvent.SurchargeSuspended _,
                    PenaltyEvent.SurchargeResumed _,
                    PenaltyEvent.Demanded _,
                    PenaltyEvent.CourtApplied _ ->
                    owing(event);
            case PenaltyEvent.ClueReported _,
                    PenaltyEvent.FilingChecked _,
                    PenaltyEvent.EvidenceTaken _,
                    PenaltyEvent.ReportSigned _,
                    PenaltyEvent.EnforcementEnded _ ->
                    this;
        };
    }

    private PenaltyFile investigatedBy(Set<PersonId> officers) {
        return new PenaltyFile(officers, report, onTable, told, reviewed, resolved, decided, dues);
    }

    private PenaltyFile table(
            @Nullable Sanction sanction,
            PenaltyEvent.@Nullable PenaltyNotified notice,
            boolean passed,
            PenaltyEvent.@Nullable SanctionResolved resolution) {
        return new PenaltyFile(
                investigators, report, sanction, notice, passed, resolution, decided, dues);
    }

    private PenaltyFile owing(PenaltyEvent event) {
        var more =
                switch (event) {
                    case PenaltyEvent.FinePaid e -> {
                        var payments = new ArrayList<>(dues.payments());
                        payments.add(e);
                        yield dues(payments, dues.deferredUntil(), dues.plan());
                    }
                    case PenaltyEvent.PaymentDeferred e ->
                            dues(dues.payments(), e.until(), List.of());
                    case PenaltyEvent.InstalmentsGranted e ->
                            dues(dues.payments(), e.plan().getLast().day(), e.plan());
                    case PenaltyEvent.SurchargeSuspended e -> stops(dues.stops(), e);
                    case PenaltyEvent.SurchargeResumed e -> {
                        var on = dues.stopped();
                        if (on == null) {
                            throw new CorruptHistory("a growing surcharge", e);
                        }
                        var stops = new ArrayList<>(dues.stops());
                        stops.add(new Stop(on.on(), e.on()));
                        yield stops(stops, null);
                    }
                    case PenaltyEvent.Demanded e -> demands(e, dues.court());
                    case PenaltyEvent.CourtApplied e -> demands(dues.demanded(), e);
                    default -> throw new CorruptHistory("dues", event);
                };
        return new PenaltyFile(
                investigators, report, onTable, told, reviewed, resolved, decided, more);
    }

    private Dues dues(
            List<PenaltyEvent.FinePaid> payments,
            @Nullable LocalDate until,
            List<PenaltyEvent.Instalment> plan) {
        return new Dues(
                payments, until, plan, dues.stops(), dues.stopped(), dues.demanded(), dues.court());
    }

    private Dues stops(List<Stop> stops, PenaltyEvent.@Nullable SurchargeSuspended on) {
        return new Dues(
                dues.payments(),
                dues.deferredUntil(),
                dues.plan(),
                stops,
                on,
                dues.demanded(),
                dues.court());
    }

    private Dues demands(
            PenaltyEvent.@Nullable Demanded demanded, PenaltyEvent.@Nullable CourtApplied court) {
        return new Dues(
                dues.payments(),
                dues.deferredUntil(),
                dues.plan(),
                dues.stops(),
                dues.stopped(),
                demanded,
                court);
    }
}
