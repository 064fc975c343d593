package org.guiju.kernel.fees;

import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.GateRule;

/// 收费规则: what must hold, in order of precedence. The constant is the refusal's code and the key of its sentence.
public enum FeeRule implements GateRule {
    /// 由办理机关收取.
    FEE_OF_OWN_ORGAN("C24", false),
    /// 没有收费标准的，不得收费.
    FEE_IN_DEFINITION("行政许可法", "第五十八条", true),
    /// 按照公布的法定项目和标准收费: no more and no less.
    FEE_IS_THE_STANDARD("行政许可法", "第五十九条", true),
    FEE_ONCE("C24", false),
    FEE_CASE_OPEN("C24", false),
    FEE_CHARGED("C24", false),
    /// 减免、退付由有决定权的人员办理，开具应收的人员除外.
    FEE_DECIDER("C24", true),
    FEE_OTHER_PERSON("C24", true),
    /// Nothing is owed any more.
    FEE_OWED("C24", false),
    FEE_DAY("C24", false),
    FEE_RECEIPT("行政许可法", "第五十九条", false),
    FEE_RECEIPT_ONCE("C24", true),
    /// 减免须有法律、法规依据.
    WAIVER_HAS_BASIS("C24", true),
    REFUND_OF_WHAT_WAS_PAID("C24", true),
    FEE_REASON("C24", false);

    private final Article basis;
    private final boolean integrity;

    FeeRule(String row, boolean integrity) {
        this("guiju", row, integrity);
    }

    FeeRule(String law, String article, boolean integrity) {
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
