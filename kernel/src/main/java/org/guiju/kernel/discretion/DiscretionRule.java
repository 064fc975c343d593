package org.guiju.kernel.discretion;

import org.guiju.kernel.shared.Article;

/// 裁量基准制定规则, in order of precedence.
public enum DiscretionRule {
    /// 只有监察室可以送审 (C13).
    DISCRETION_SUBMITTED_BY_SUPERVISION("C13"),
    /// Each step has its role.
    DISCRETION_ROLE("X7"),
    /// 起草、审核、备案送审、批准 one after the other.
    DISCRETION_ORDER("X7"),
    /// No person does two of the steps of one version.
    DISCRETION_OTHER_PERSON("X7"),
    /// 审查意见未消除 (C6, C8, C11).
    DISCRETION_CLEAN("C8"),
    /// It comes into force on the day of its approval or later, and after the version before it.
    DISCRETION_DAY("C12"),
    /// One version at a time is under way.
    DISCRETION_UNDER_WAY("X7");

    private final String row;

    DiscretionRule(String row) {
        this.row = row;
    }

    public Article basis() {
        return new Article("guiju", row);
    }
}
