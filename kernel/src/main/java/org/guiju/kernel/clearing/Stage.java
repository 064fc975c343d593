package org.guiju.kernel.clearing;

import java.util.Locale;

/// 清理阶段 of one unit, in order.
public enum Stage {
    /// 摸底清理: items are listed, disposed and given their responsibilities.
    INVENTORY,
    /// 自查: the inventory is closed, the report goes to the meeting and to the head.
    SELF_CHECK,
    /// 审查论证: three opinions, appraisals, experts; the staffing office confirms.
    REVIEW,
    /// 提请审定: with the Party committee.
    FINAL,
    /// 已审定.
    APPROVED,
    /// 已公布.
    PUBLISHED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
