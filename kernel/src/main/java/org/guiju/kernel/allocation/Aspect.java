package org.guiju.kernel.allocation;

import java.util.Optional;
import org.guiju.kernel.powers.Duty;

/// 权力的三个方面: decision, execution, supervision; they restrain each other only while different hands hold them (B1, B63).
public enum Aspect {
    /// 决策.
    DECISION,
    /// 执行.
    EXECUTION,
    /// 监督.
    SUPERVISION;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The aspect to which a duty belongs; empty for steps in which nobody acts.
    public static Optional<Aspect> of(Duty duty) {
        return switch (duty) {
            case NONE -> Optional.empty();
            case DECIDE, DELIBERATE, FILE -> Optional.of(DECISION);
            case SUPERVISE -> Optional.of(SUPERVISION);
            case RECEIVE,
                    REVIEW,
                    INSPECT,
                    HEAR,
                    OPINE,
                    SERVE,
                    ARCHIVE,
                    INVESTIGATE,
                    REVIEW_LAW,
                    COLLECT,
                    ENFORCE ->
                    Optional.of(EXECUTION);
        };
    }
}
