package org.guiju.kernel.adjustments;

import java.time.LocalDate;
import org.guiju.kernel.shared.OrganId;

/// 调整命令: what somebody asks for.
public sealed interface AdjustmentCommand {

    /// Whoever holds the power asks for these, or an approved decision does.
    sealed interface Holders extends AdjustmentCommand {
        String basis();

        LocalDate from();
    }

    /// 取消.
    record Cancel(LocalDate from, String basis) implements Holders {}

    /// 合并: this item goes into another one.
    record Merge(String into, LocalDate from, String basis) implements Holders {}

    /// 下放.
    record Delegate(OrganId giver, OrganId receiver, LocalDate from, LocalDate due, String basis)
            implements Holders {}

    /// 委托受理.
    record Entrust(OrganId giver, OrganId receiver, LocalDate from, String basis)
            implements Holders {}

    /// 承接确认.
    record ConfirmTakeover() implements AdjustmentCommand {}

    /// 批准受委托机关的制度: by the organ that entrusts.
    record ApproveInstitution(OrganId of, String institution) implements AdjustmentCommand {}

    /// 后续监管方案.
    record PlanFollowUp(OrganId responsible, String measures) implements AdjustmentCommand {}
}
