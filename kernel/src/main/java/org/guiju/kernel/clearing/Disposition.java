package org.guiju.kernel.clearing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 处置意见: what becomes of a power; the union of both institutions' words (X12), 退回 for what has no basis (A26) and 新增 (A33).
public enum Disposition {
    /// 保留.
    RETAIN(true, false),
    /// 整合: keeps the power and takes in others.
    INTEGRATE(true, false),
    /// 调整: keeps the power, changed.
    ADJUST(true, false),
    /// 新增.
    ADD(true, false),
    /// 合并 into another item of this clearing.
    MERGE(false, true),
    /// 下放 to an organ of a lower level.
    DELEGATE(false, true),
    /// 转移 to another organ.
    TRANSFER(false, true),
    /// 取消.
    CANCEL(false, false),
    /// 退回 to whoever set it.
    RETURN(false, false);

    private final boolean kept;
    private final boolean aimed;

    Disposition(boolean kept, boolean aimed) {
        this.kept = kept;
        this.aimed = aimed;
    }

    /// Whether the power stays on the unit's own list.
    public boolean kept() {
        return kept;
    }

    /// Whether it needs a target: another item, or an organ.
    public boolean aimed() {
        return aimed;
    }

    /// Whether the power ends altogether, which needs no basis of its own.
    public boolean ends() {
        return this == CANCEL || this == RETURN;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Disposition> ofCode(String code) {
        return Arrays.stream(values()).filter(d -> d.code().equals(code)).findFirst();
    }
}
