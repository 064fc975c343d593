package org.guiju.kernel.shared;

/// 门上的规则: a constant of a closed enum of rules; its name is the refusal's code and the key of its sentence.
public interface GateRule {
    /// The article, or the row of the office's own requirement.
    Article basis();

    /// 廉政规则: whether trying to break it is an attempt that stays on record (J12).
    boolean integrity();
}
