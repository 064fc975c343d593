package org.guiju.kernel.cases;

/// 处罚程序的条文: which article of the penalty law (2021) carries a rule that licences take from the licensing law.
final class PenaltyArticles {
    private PenaltyArticles() {}

    /// The number of the article, or nothing where the law has none of its own for it.
    static String number(CaseRule rule) {
        return switch (rule) {
            case POWER_LISTED, POWER_IN_FORCE, POWER_NOT_MERGED, POWER_NOT_DELEGATED -> "第四条";
            case ENTRUSTED_INSTITUTION, ENTRUSTED_ACCEPTANCE_ONLY -> "第二十条";
            case SITUATION_OFFERED, CHANNEL_OFFERED, ANSWERS_FIT, ONLY_LISTED_MATERIALS -> "第五十四条";
            case RECEIPT_FIRST -> "第五十四条第二款";
            case STEP_KNOWN, STEP_OPEN, ACT_FITS_STEP -> "第三十八条第二款";
            case APPLICANT_ACTS -> "第四十五条";
            case NOT_RECUSED -> "第四十三条";
            case RECUSAL_BY_HEAD -> "第四十三条第二款";
            case RECUSAL_DECIDED_FIRST -> "第四十三条第三款";
            case CLOCK_RUNNING,
                    PAUSE_LISTED,
                    PAUSE_ONE_AT_A_TIME,
                    PAUSE_AFTER_ACCEPTANCE,
                    PAUSE_NOTICE_GIVEN,
                    PAUSE_TO_END,
                    EXTENDED_ONCE_BY_HEAD,
                    EXTENSION_WITHIN_CAP,
                    EXTENDED_BEFORE_EXPIRY ->
                    "第六十条";
            case REASONS_GIVEN, INTERESTED_PARTIES_TOLD, PARTIES_TOLD_ONCE -> "第四十四条";
            case HEARING_ASKED_IN_TIME -> "第六十四条第一项";
            case HEARING_NOTICE_IN_TIME, HEARING_SCHEDULED, HEARING_WITHIN_PERIOD -> "第六十四条第二项";
            case HEARING_CHAIR_APART -> "第六十四条第四项";
            case RESOLUTION_FIRST, BOUND_TO_RESOLUTION -> "第五十七条第二款";
            case CASE_OPEN, DECISION_NOT_MADE -> "第五十七条";
            case SERVED_IN_TIME -> "第六十一条";
            case PARTY_PERIOD_NOT_CUT, PARTY_HEARD -> "第四十五条";
            case BACK_TO_EARLIER_STEP, ACCEPTED_BEFORE_TERMINATED, DECISION_MADE -> "第五十四条";
            case DECISION_STANDS, REVOKED_ON_LISTED_GROUND -> "第七十五条第二款";
            default -> "";
        };
    }
}
