package org.guiju.kernel.experts;

import java.util.EnumSet;
import java.util.Set;
import org.guiju.kernel.shared.Article;

/// 专家评审规则, in order of precedence.
public enum ExpertRule {
    /// 管用分离: who uses the pool does not keep it.
    POOL_KEPT_APART("C34"),
    /// 管用分离: who keeps the pool does not use it.
    POOL_USED_APART("C34"),
    POOL_KEEPER("C34"),
    DRAW_SECTION("C34"),
    QUALIFICATION_RECORDED("C35"),
    EXPERT_ONCE("C35"),
    EXPERT_KNOWN("C39"),
    OUTSIDE_THIRD("C36"),
    POOL_ACTIVE("C36"),
    EXPERT_HIMSELF("C38"),
    TERMS_FIRST("C38"),
    DRAW_ONCE("C37"),
    DRAW_STAGE("C37"),
    DRAW_ANNOUNCED_WHOLE("C37"),
    SOURCES_AHEAD("C37"),
    POOL_LARGE_ENOUGH("C37"),
    ENTROPY_KNOWN("C37"),
    ENTROPY_FIGURES("C37"),
    ENTROPY_SECOND_PERSON("C37"),
    WITNESS_BEFORE_SOURCE("C37"),
    DRAW_WINDOW("C37"),
    ON_THE_PANEL("C40"),
    OPINION_ONCE("C40"),
    ENTRY_COMPLETE("C40"),
    OPINION_KNOWN("C83"),
    OPINION_ANSWERED_WHY("C83");

    /// 涉及廉政的规则: an attempt is recorded.
    public static final Set<ExpertRule> INTEGRITY =
            Set.copyOf(EnumSet.of(POOL_KEPT_APART, POOL_USED_APART));

    private final String row;

    ExpertRule(String row) {
        this.row = row;
    }

    /// 专家评审制度 (seed 001): the row of the requirements that the rule carries out.
    public Article basis() {
        return new Article("guiju", row);
    }
}
