package org.guiju.kernel.discretion;

/// 裁量方向 (C9): which way a circumstance weighs.
public enum Direction {
    /// 从重: still within the band of the law.
    HEAVIER("heavier"),
    /// 从轻: still within the band of the law.
    LIGHTER("lighter"),
    /// 减轻: below the band of the law.
    MITIGATED("mitigated"),
    /// 不予处罚.
    EXEMPT("exempt");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
