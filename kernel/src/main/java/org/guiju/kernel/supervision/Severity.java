package org.guiju.kernel.supervision;

import java.util.Arrays;
import java.util.Optional;

/// 牌级: how grave a finding is. The order is the order of gravity.
public enum Severity {
    /// 预警: the limit is near.
    WARNING("warning", "预警"),
    /// 黄牌.
    YELLOW("yellow", "黄牌"),
    /// 红牌.
    RED("red", "红牌");

    private final String code;
    private final String zh;

    Severity(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public boolean above(Severity other) {
        return compareTo(other) > 0;
    }

    public static Optional<Severity> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
