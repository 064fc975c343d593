package org.guiju.kernel.linesystems;

import java.util.Arrays;
import java.util.Optional;

/// 要素: what Guiju asks of a record; a column of the other system, or a value that stands for the whole file, answers it.
public enum Target {
    /// 对方办件编号.
    CASE_NO("case-no", true),
    /// 对方记录编号; without it the record is known by its own hash.
    RECORD_NO("record-no", false),
    /// 权力编码.
    POWER("power", true),
    /// 情形; asked only where the power has several.
    SITUATION("situation", false),
    /// 环节.
    STEP("step", true),
    /// 结果.
    OUTCOME("outcome", false),
    /// 发生时间.
    HAPPENED("happened", true),
    /// 申请收到之日.
    RECEIVED("received", false),
    /// 对方系统的录入时间.
    ENTERED("entered", false),
    /// 经办人.
    OFFICER("officer", false),
    /// 说明.
    NOTE("note", false);

    private final String code;
    private final boolean needed;

    Target(String code, boolean needed) {
        this.code = code;
        this.needed = needed;
    }

    public String code() {
        return code;
    }

    /// Whether no record can be read without it.
    public boolean needed() {
        return needed;
    }

    /// Whether its words are translated one by one.
    public boolean hasValues() {
        return this == POWER || this == SITUATION || this == STEP || this == OUTCOME;
    }

    public static Optional<Target> ofCode(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }
}
