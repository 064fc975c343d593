package org.guiju.kernel.supervision;

/// 时限性质: whose limit a clock counts against.
public enum Measure {
    /// 承诺时限: what the organ has promised.
    PROMISE("promise", "承诺时限"),
    /// 法定时限: what the law sets.
    STATUTE("statute", "法定时限"),
    /// 规定时限: what the institution or the rule of supervision sets for a step or another object.
    LIMIT("limit", "规定时限");

    private final String code;
    private final String zh;

    Measure(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }
}
