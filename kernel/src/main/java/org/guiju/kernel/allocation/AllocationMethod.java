package org.guiju.kernel.allocation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 配权方法: every change of the allocation says by which it was made (B45).
public enum AllocationMethod {
    /// 横向分权.
    HORIZONTAL,
    /// 纵向放权.
    VERTICAL,
    /// 确定标准.
    STANDARD,
    /// 规范流程.
    FLOW;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AllocationMethod> ofCode(String code) {
        return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
    }
}
