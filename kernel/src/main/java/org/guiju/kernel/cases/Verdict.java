package org.guiju.kernel.cases;

import java.util.Arrays;
import java.util.Optional;

/// 审查结论: what a reviewer finds on one standard.
public enum Verdict {
    MET("met"),
    UNMET("unmet"),
    DOUBT("doubt");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Verdict> ofCode(String code) {
        return Arrays.stream(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
