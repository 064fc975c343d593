package org.guiju.kernel.cases;

import java.util.Arrays;
import java.util.Optional;

/// 表决: one member's vote.
public enum Ballot {
    FOR("for"),
    AGAINST("against"),
    ABSTAIN("abstain");

    private final String code;

    Ballot(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Ballot> ofCode(String code) {
        return Arrays.stream(values()).filter(b -> b.code.equals(code)).findFirst();
    }
}
