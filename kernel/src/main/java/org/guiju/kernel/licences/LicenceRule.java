package org.guiju.kernel.licences;

import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.GateRule;

/// 许可证规则: what must hold when an officer acts on a licence, in order of precedence. The constant is the refusal's code and
/// the key of its sentence.
public enum LicenceRule implements GateRule {
    LICENCE_OF_OWN_ORGAN("行政许可法", "第四十九条", false),
    /// 撤回、注销、吊销由有决定权的人员办理.
    LICENCE_DECIDER("行政许可法", "第七十条", true),
    LICENCE_STILL_STANDS("行政许可法", "第七十条", false),
    /// 注销 only on a ground that the licence has.
    CANCEL_ON_LISTED_GROUND("行政许可法", "第七十条", true),
    /// 吊销 by a penalty that was decided.
    TAKEN_BY_PENALTY("行政处罚法", "第九条第三项", true),
    /// 为了公共利益的需要撤回，造成财产损失的依法给予补偿: the loss is looked at, and no loss is said to be none.
    WITHDRAWN_WITH_COMPENSATION("行政许可法", "第八条第二款", true),
    ANNUAL_CHECK_IN_DEFINITION("行政许可法", "第六十二条", true),
    ANNUAL_CHECK_IN_WINDOW("行政许可法", "第六十二条", false),
    ANNUAL_CHECK_ONCE("行政许可法", "第六十二条", false),
    /// 制发、换发、补发 only for what happened to the licence since the last one.
    CERTIFICATE_FOR_A_REASON("行政许可法", "第三十九条", false),
    /// 审批表齐全: every form that the case's own acts brought about is on file, numbered, before the licence goes out.
    APPROVAL_FORMS_COMPLETE("行政许可法", "第三十八条", true),
    SUSPENDED_FOR_A_TIME("行政处罚法", "第九条第三项", false),
    LICENCE_REASONS("行政许可法", "第七条", false);

    private final Article basis;
    private final boolean integrity;

    LicenceRule(String law, String article, boolean integrity) {
        this.basis = new Article(law, article);
        this.integrity = integrity;
    }

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
