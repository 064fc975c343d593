package org.guiju.kernel.adjustments;

import org.guiju.kernel.shared.Article;

/// 调整规则: what must hold before a power is adjusted, in order of precedence.
public enum AdjustmentRule {
    /// The code is on the list or in the inventory; what is nowhere cannot be adjusted.
    ITEM_KNOWN("guiju", "A25"),
    /// By hand, the catalogue clerk of the organ that holds the power adjusts it.
    CLERK_ADJUSTS("guiju", "A56"),
    /// What is cancelled is not adjusted any more (A25).
    NOT_CANCELLED("guiju", "A25"),
    /// What has gone into another item is adjusted there (A31).
    NOT_MERGED("guiju", "A31"),
    /// The surviving item is another one, known, and neither cancelled nor merged itself (A31).
    SURVIVOR_STANDS("guiju", "A31"),
    /// An organ gives up or lends only what it holds, and another organ takes it (行政许可法 24, A29).
    RECEIVER_STANDS("行政许可法", "第二十四条"),
    /// A delegation is on its way already; it is confirmed first (A85).
    DELEGATION_SETTLED("guiju", "A85"),
    /// Every adjustment names what it rests on.
    ADJUSTMENT_REASONED("guiju", "A25"),
    /// An adjustment takes effect today or later, never before it was decided.
    ADJUSTMENT_AHEAD("guiju", "J4"),
    /// The receiver has time: the last day of taking over is not before the day it takes effect (A85).
    TAKEOVER_AFTER_EFFECT("guiju", "A85"),
    /// There is a delegation that waits for its receiver (A85).
    DELEGATION_WAITS("guiju", "A85"),
    /// The receiver says that it has taken over: its catalogue clerk or its head (A85).
    RECEIVER_CONFIRMS("guiju", "A85"),
    /// There is an entrustment to this organ (A78).
    ENTRUSTMENT_STANDS("行政许可法", "第二十四条"),
    /// The entrusted organ's institution is named: agreement or rules, with its number (A78).
    INSTITUTION_NAMED("guiju", "A78"),
    /// Follow-up supervision belongs to a power that was cancelled, merged or delegated (A84).
    FOLLOW_UP_OWED("guiju", "A84"),
    /// The plan names an organ that is responsible (A84).
    RESPONSIBLE_NAMED("guiju", "A84"),
    /// The plan says what is done (A84).
    MEASURES_NAMED("guiju", "A84");

    private final Article basis;

    AdjustmentRule(String law, String number) {
        this.basis = new Article(law, number);
    }

    public Article basis() {
        return basis;
    }
}
