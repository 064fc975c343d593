package org.guiju.kernel.licences;

import org.guiju.kernel.licences.LicenceEvent.CancelGround;

/// 经办人员对许可证的动作; what cases decide about it comes from the cases.
public sealed interface LicenceCommand {
    /// 依职权注销.
    record Cancel(CancelGround ground, String reasons) implements LicenceCommand {}

    /// 撤回; `compensation` in fen.
    ///
    /// @param loss what was found on the loss of the holder, also where there is none
    record Withdraw(String reasons, String loss, long compensation) implements LicenceCommand {}

    /// 吊销, by the decision of the penalty case.
    record TakeAway(String penalty) implements LicenceCommand {}

    /// 暂扣 until the day, by the decision of the penalty case.
    record Suspend(String penalty, java.time.LocalDate until) implements LicenceCommand {}

    /// 制发证件; `declared` what the holder says of a lost or damaged one.
    record Certify(LicenceEvent.Why why, String declared) implements LicenceCommand {}

    /// 年检.
    record Check(int year, boolean passed, String note) implements LicenceCommand {}
}
