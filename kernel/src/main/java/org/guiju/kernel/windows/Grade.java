package org.guiju.kernel.windows;

import java.util.Arrays;
import java.util.Optional;

/// 评价等级: the five grades of 好差评 (国办发〔2019〕51号); the last two are 差评.
public enum Grade {
    VERY_SATISFIED("very-satisfied", 5),
    SATISFIED("satisfied", 4),
    BARELY_SATISFIED("barely-satisfied", 3),
    DISSATISFIED("dissatisfied", 2),
    VERY_DISSATISFIED("very-dissatisfied", 1);

    private final String code;
    private final int stars;

    Grade(String code, int stars) {
        this.code = code;
        this.stars = stars;
    }

    public String code() {
        return code;
    }

    public int stars() {
        return stars;
    }

    /// 差评: somebody looks into it and calls back.
    public boolean bad() {
        return stars <= 2;
    }

    public static Optional<Grade> ofCode(String code) {
        return Arrays.stream(values()).filter(g -> g.code.equals(code)).findFirst();
    }
}
