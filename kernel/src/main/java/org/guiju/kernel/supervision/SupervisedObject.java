package org.guiju.kernel.supervision;

import java.util.Arrays;
import java.util.Optional;

/// 监察对象: what a clock is about. A rule names the objects it watches.
public enum SupervisedObject {
    /// 办件: the case as a whole.
    CASE("case", "办件"),
    /// 环节: one round of one step.
    STEP("step", "环节"),
    /// 特别程序: time taken out of the limit, itself limited.
    SPECIAL_PROCEDURE("special-procedure", "特别程序"),
    /// 网上预受理.
    PRE_ACCEPTANCE("pre-acceptance", "网上预受理"),
    /// 电子证照出证.
    E_LICENCE("e-licence", "电子证照"),
    /// 咨询.
    ENQUIRY("enquiry", "咨询"),
    /// 投诉.
    COMPLAINT("complaint", "投诉");

    private final String code;
    private final String zh;

    SupervisedObject(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /// By code or by the Chinese word.
    public static Optional<SupervisedObject> parse(String word) {
        return Arrays.stream(values())
                .filter(o -> o.code.equals(word) || o.zh.equals(word))
                .findFirst();
    }
}
