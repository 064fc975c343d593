package org.guiju.kernel.adjustments;

import java.time.LocalDate;
import org.guiju.kernel.shared.OrganId;

/// 调整事实: what became true of a power.
public sealed interface AdjustmentEvent {

    /// 取消: from the day on, no case begins.
    record Cancelled(LocalDate from, String basis) implements AdjustmentEvent {}

    /// 并入: the power has gone into another one.
    record MergedInto(String into, LocalDate from, String basis) implements AdjustmentEvent {}

    /// 吸收: another power has come into this one, whose institution is outdated from that day (A32).
    record Absorbed(String absorbed, LocalDate from, String basis) implements AdjustmentEvent {}

    /// 下放.
    ///
    /// @param due last day on which the receiver should have taken over
    record Delegated(OrganId from, OrganId to, LocalDate effective, LocalDate due, String basis)
            implements AdjustmentEvent {}

    /// 承接确认: the receiver has taken over.
    record TakenOver(OrganId by, LocalDate on) implements AdjustmentEvent {}

    /// 委托: the organ may run the acceptance step.
    record Entrusted(OrganId from, OrganId to, LocalDate effective, String basis)
            implements AdjustmentEvent {}

    /// 委托制度批准.
    ///
    /// @param institution agreement or rules, with their number
    record InstitutionApproved(OrganId of, String institution, LocalDate on)
            implements AdjustmentEvent {}

    /// 后续监管方案.
    record FollowUpPlanned(OrganId responsible, String measures, LocalDate on)
            implements AdjustmentEvent {}
}
