package org.guiju.kernel.powers;

import java.util.Arrays;
import java.util.Optional;

/// 权力类别: the ten kinds of administrative power (matrix A17) and public service, which the national item table counts
/// apart; and the inner powers of an organ (内部权力), which no such list counts.
public enum PowerKind {
    LICENCE("licence", "行政许可"),
    PENALTY("penalty", "行政处罚"),
    COMPULSION("compulsion", "行政强制"),
    LEVY("levy", "行政征收"),
    REQUISITION("requisition", "行政征用"),
    PAYMENT("payment", "行政给付"),
    INSPECTION("inspection", "行政检查"),
    CONFIRMATION("confirmation", "行政确认"),
    REWARD("reward", "行政奖励"),
    ADJUDICATION("adjudication", "行政裁决"),
    OTHER("other", "其他行政权力"),
    PUBLIC_SERVICE("public-service", "公共服务"),
    /// 管人、管钱、管物: exercised inside the organ, over nobody outside it.
    INNER("inner", "内部权力");

    private final String code;
    private final String zh;

    PowerKind(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    /// The Chinese label as the lists print it; also the second half of a power's name (C3).
    public String zh() {
        return zh;
    }

    public static Optional<PowerKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }

    public static Optional<PowerKind> ofLabel(String zh) {
        return Arrays.stream(values()).filter(k -> k.zh.equals(zh)).findFirst();
    }
}
