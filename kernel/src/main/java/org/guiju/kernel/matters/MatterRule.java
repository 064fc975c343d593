package org.guiju.kernel.matters;

import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.GateRule;

/// 事项规则: what must hold, in order of precedence. The constant is the refusal's code and the key of its sentence.
public enum MatterRule implements GateRule {
    MATTER_KNOWN("C50", false),
    MATTER_OPEN("C51", false),
    MATTER_OF_OWN_ORGAN("C50", false),
    /// 没有界限不得立项.
    SCOPE_DEFINED("C50", false),
    SCOPE_SOUND("C52", false),
    MATTER_STATED("C50", false),
    /// 由职能科室及分管副职提出.
    MOTION_NOT_BY_CHIEF("B11", true),
    DEPUTY_EXISTS("B62", false),
    /// 主要领导监督而不具体实施.
    CHIEF_SUPERVISES("B24", true),
    DEPUTY_IN_CHARGE("B60", true),
    CHIEF_COUNTERSIGNS("B13", true),
    SECTION_ACTS("B11", true),
    LEGAL_ORGAN_REVIEWS("C57", true),
    OVERSEER_INSPECTS("B24", false),
    LEADING_GROUP("B20", false),
    /// 不得跳过步骤.
    STEP_IN_ORDER("B61", true),
    STEP_ONCE("B61", false),
    /// 每个程序有实施细则.
    PROCEDURE_HAS_RULE("C58", true),
    /// 公开征求意见的期限一般不少于30日.
    PARTICIPATION_DAYS("重大行政决策程序暂行条例", "第十五条", true),
    PARTICIPATION_OPEN("C53", false),
    PARTICIPATION_OVER("重大行政决策程序暂行条例", "第十五条", true),
    COMMENT_KNOWN("C54", false),
    ANSWERED_WITH_REASON("C54", false),
    ARGUMENT_CONCLUDED("C53", true),
    /// 专家否定性结论不得突破 (X36).
    ARGUMENT_POSITIVE("X36", true),
    RISK_OPINION_HEARD("C83", true),
    RISK_OPINIONS_ANSWERED("C83", true),
    /// 未通过合法性审查不得提交讨论.
    LEGALITY_PASSED("重大行政决策程序暂行条例", "第二十五条", true),
    RESOLUTION_NEEDED("C51", true),
    RESOLUTION_OF_THE_KIND("B10", true),
    RESOLUTION_CARRIED("X26", true),
    RESOLUTION_AFTER_AGENDA("C57", true),
    RESOLUTION_AMOUNT("B14", true),
    OPINIONS_ANSWERED("C54", true),
    PERIOD_SOUND("B18", false),
    PERIOD_CLOSED("B18", false),
    REPORTED_ONCE("B18", false),
    FINDING_BY_OVERSIGHT("B16", true),
    /// 项目和资金事项经批准、应当集体决定的经集体决定后方可交易.
    TRADE_AFTER_APPROVAL("B21", true),
    /// 交易类别和方式 are those of the catalogue.
    TRADE_LISTED("公共资源交易平台管理暂行办法", "第八条", false),
    TRADE_NUMBER_ONCE("D36", false),
    TRADE_KNOWN("D36", false),
    TRADE_RESULT_STATED("D36", false);

    private final Article basis;
    private final boolean integrity;

    MatterRule(String row, boolean integrity) {
        this("guiju", row, integrity);
    }

    MatterRule(String law, String article, boolean integrity) {
        this.basis = new Article(law, article);
        this.integrity = integrity;
    }

    /// The article, or the row of the requirements.
    @Override
    public Article basis() {
        return basis;
    }

    /// Whether trying it is to be seen by supervision.
    @Override
    public boolean integrity() {
        return integrity;
    }
}
