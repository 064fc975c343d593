package org.guiju.kernel.cases;

/// 行政强制程序的条文: which article of the compulsion law carries a rule that licences take from the licensing law.
final class CompulsionArticles {
    private CompulsionArticles() {}

    /// The number of the article, or nothing where the law has none of its own for it.
    static String number(CaseRule rule) {
        return switch (rule) {
            case POWER_LISTED, POWER_IN_FORCE, POWER_NOT_MERGED, POWER_NOT_DELEGATED -> "第四条";
            case ENTRUSTED_INSTITUTION, ENTRUSTED_ACCEPTANCE_ONLY -> "第十七条第一款";
            case RECEIPT_FIRST, STEP_KNOWN, STEP_OPEN, ACT_FITS_STEP -> "第十八条";
            case TWO_INSPECTORS -> "第十八条第二项";
            case INSPECTORS_QUALIFIED -> "第十七条第三款";
            case INSPECTOR_RECORDS, INSPECTION_ONCE -> "第十八条第七项";
            case INSPECTION_SIGNED -> "第十八条第八项";
            case EXTENDED_ONCE_BY_HEAD, EXTENSION_WITHIN_CAP, EXTENDED_BEFORE_EXPIRY -> "第二十五条第一款";
            case PAUSE_LISTED,
                    PAUSE_ONE_AT_A_TIME,
                    PAUSE_AFTER_ACCEPTANCE,
                    PAUSE_NOTICE_GIVEN,
                    PAUSE_TO_END,
                    CLOCK_RUNNING ->
                    "第二十五条第三款";
            case SERVED_IN_TIME, SERVICE_PROVED -> "第三十八条";
            default -> "";
        };
    }
}
