package org.guiju.kernel.powers;

import java.util.Arrays;
import java.util.Optional;

/// 职责: what a person has done in a matter, so that nobody holds two keys of it (invariant 4).
public enum Duty {
    NONE("none"),
    RECEIVE("receive"),
    REVIEW("review"),
    INSPECT("inspect"),
    HEAR("hear"),
    OPINE("opine"),
    DELIBERATE("deliberate"),
    DECIDE("decide"),
    SERVE("serve"),
    ARCHIVE("archive"),
    SUPERVISE("supervise"),
    INVESTIGATE("investigate"),
    FILE("file"),
    REVIEW_LAW("review-law"),
    COLLECT("collect"),
    ENFORCE("enforce");

    private final String code;

    Duty(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Duty> ofCode(String code) {
        return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
    }
}
