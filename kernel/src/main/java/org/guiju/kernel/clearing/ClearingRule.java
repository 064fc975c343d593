package org.guiju.kernel.clearing;

import org.guiju.kernel.shared.Article;

/// 清理规则: what must hold, in order of precedence. The constant is the refusal's code and the key of its sentence.
public enum ClearingRule {
    /// An enterprise holds no administrative power.
    POWER_HOLDER("A76"),
    CLEARING_OPENED_ONCE("A8"),
    CLEARING_OPEN("A8"),
    /// 编办或者领导小组办公室开展清理.
    STAFFING_OFFICE_LEADS("A43"),
    /// 谁行使、谁清理.
    EXERCISER_CLEARS("A8"),
    HEAD_SIGNS("A39"),
    ANOTHER_ORGAN_REVIEWS("A48"),
    ASPECT_OF_THE_OFFICE("A40"),
    REVIEWER_CONFIRMS("A43"),
    COMMITTEE_APPROVES("A45"),
    /// 到这一步才能办.
    STAGE_REACHED("A48"),
    /// Publication stands behind the committee's decision.
    APPROVED_FIRST("A45"),
    CLEARING_ITEM_KNOWN("A7"),
    REASON_STATED("A34"),
    VALUE_OF_THE_LIST("A17"),
    OTHER_WITH_BASIS("A15"),
    PARTY_BASIS_WITHIN_PARTY("A88"),
    ABSTRACT_WITH_REASON("A10"),
    ABSTRACT_NOT_LISTED("A10"),
    DISGUISED_CANCELLED("A27"),
    WITHOUT_BASIS_ENDS("A26"),
    HIDDEN_MADE_PUBLIC("A83"),
    DISPOSITION_BASED("A34"),
    TARGET_STATED("A35"),
    SCOPE_STATED("A90"),
    ASPECT_STATED("A18"),
    FIELDS_STATED("A4"),
    RESPONSIBILITY_WHOLE("A64"),
    CATEGORY_IS_EMPTY("A17"),
    ITEMS_IDENTIFIED("A6"),
    POSTS_COVERED("A1"),
    STAFF_PLACED("A65"),
    CATEGORIES_ANSWERED("A17"),
    ITEMS_DISPOSED("A35"),
    OPINION_FOR_EACH("A36"),
    RESPONSIBILITY_FOR_EACH("A63"),
    LEADERSHIP_MET("A37"),
    LEGAL_PROFESSIONAL_TAKES_PART("A87"),
    REPORT_DISCUSSED("A39"),
    SELF_CHECK_SIGNED("A39"),
    THREE_OPINIONS("A40"),
    OPINIONS_FAVOURABLE("A40"),
    EXPERT_HEARD("A42"),
    ITEMS_CONFIRMED("A43"),
    REMARK_KNOWN("A44"),
    REVIEW_REMARKS_ANSWERED("A44"),
    MEETING_DAY_PAST("A45"),
    MEETING_STATED("A45");

    private final String row;

    ClearingRule(String row) {
        this.row = row;
    }

    /// The row of the requirements that it comes from; the institution is our own.
    public Article basis() {
        return new Article("guiju", row);
    }
}
