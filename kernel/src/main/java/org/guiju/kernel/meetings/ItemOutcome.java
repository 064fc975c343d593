package org.guiju.kernel.meetings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 表决结果, computed from the votes and never typed.
public enum ItemOutcome {
    /// 通过.
    CARRIED,
    /// 未通过.
    NOT_CARRIED,
    /// 赞成与反对票数相等, and so not carried.
    TIE,
    /// 已通报: only reported, nothing to vote on (C27).
    REPORTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ItemOutcome> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
