package org.guiju.kernel.adjustments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;

/// 权力现状: how a power stands after all its adjustments, as its events tell it.
///
/// @param absorbed items that have come into it, the oldest first
/// @param entrustments organs that may accept for it, in the order in which they were entrusted
/// @param followUp the latest plan, for the latest of cancellation, merger and delegation; an earlier plan lapses with the next adjustment
public record PowerStanding(
        AdjustmentEvent.@Nullable Cancelled cancelled,
        AdjustmentEvent.@Nullable MergedInto merged,
        List<AdjustmentEvent.Absorbed> absorbed,
        @Nullable Delegation delegation,
        List<Entrustment> entrustments,
        AdjustmentEvent.@Nullable FollowUpPlanned followUp) {
    public PowerStanding {
        absorbed = List.copyOf(absorbed);
        entrustments = List.copyOf(entrustments);
    }

    /// As it stands before anything happened to it.
    public static final PowerStanding UNTOUCHED =
            new PowerStanding(null, null, List.of(), null, List.of(), null);

    /// 下放.
    ///
    /// @param takenOverOn day on which the receiver confirmed; null while the delegation is not in place (未到位)
    public record Delegation(AdjustmentEvent.Delegated decision, @Nullable LocalDate takenOverOn) {

        public boolean inPlace() {
            return takenOverOn != null;
        }

        /// 逾期未承接: the last day has passed and the receiver has not confirmed.
        public boolean overdueOn(LocalDate day) {
            return takenOverOn == null && day.isAfter(decision.due());
        }
    }

    /// 委托.
    ///
    /// @param institution what was approved; "" while nothing was
    public record Entrustment(
            AdjustmentEvent.Entrusted decision,
            String institution,
            @Nullable LocalDate approvedOn) {

        /// First day on which the entrusted organ may accept; null while its institution is not approved.
        public @Nullable LocalDate from() {
            return approvedOn == null || approvedOn.isAfter(decision.effective())
                    ? approvedOn
                    : decision.effective();
        }
    }

    /// The standing that the events tell of, the oldest first.
    public static PowerStanding of(List<AdjustmentEvent> history) {
        var standing = UNTOUCHED;
        for (var event : history) {
            standing = standing.after(event);
        }
        return standing;
    }

    /// Whether there was any adjustment at all.
    public boolean touched() {
        return !equals(UNTOUCHED);
    }

    /// 须有后续监管方案: cancelled, merged or delegated, and no plan since (A84).
    public boolean owesFollowUp() {
        return followUp == null && (cancelled != null || merged != null || delegation != null);
    }

    public Optional<Entrustment> entrustment(OrganId organ) {
        return entrustments.stream().filter(e -> e.decision().to().equals(organ)).findFirst();
    }

    private PowerStanding after(AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentEvent.Cancelled e ->
                    new PowerStanding(e, merged, absorbed, delegation, entrustments, null);
            case AdjustmentEvent.MergedInto e ->
                    new PowerStanding(cancelled, e, absorbed, delegation, entrustments, null);
            case AdjustmentEvent.Absorbed e -> {
                var all = new ArrayList<>(absorbed);
                all.add(e);
                yield new PowerStanding(cancelled, merged, all, delegation, entrustments, followUp);
            }
            case AdjustmentEvent.Delegated e ->
                    new PowerStanding(
                            cancelled,
                            merged,
                            absorbed,
                            new Delegation(e, null),
                            entrustments,
                            null);
            case AdjustmentEvent.TakenOver e ->
                    new PowerStanding(
                            cancelled,
                            merged,
                            absorbed,
                            delegation == null
                                    ? null
                                    : new Delegation(delegation.decision(), e.on()),
                            entrustments,
                            followUp);
            case AdjustmentEvent.Entrusted e -> with(new Entrustment(e, "", null));
            case AdjustmentEvent.InstitutionApproved e ->
                    entrustment(e.of())
                            .map(x -> with(new Entrustment(x.decision(), e.institution(), e.on())))
                            .orElse(this);
            case AdjustmentEvent.FollowUpPlanned e ->
                    new PowerStanding(cancelled, merged, absorbed, delegation, entrustments, e);
        };
    }

    private PowerStanding with(Entrustment changed) {
        var all = new ArrayList<>(entrustments);
        all.removeIf(e -> e.decision().to().equals(changed.decision().to()));
        all.add(changed);
        return new PowerStanding(cancelled, merged, absorbed, delegation, all, followUp);
    }
}
