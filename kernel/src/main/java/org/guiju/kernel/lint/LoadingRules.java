package org.guiju.kernel.lint;

import org.guiju.kernel.powers.DefinitionCheckCode;
import org.guiju.kernel.shared.Article;

/// 读取规则: to which family a rule belongs that keeps a text from loading, and what asks for it. Its id is its code; all of them are
/// errors.
public final class LoadingRules {
    private LoadingRules() {}

    public static LintFamily family(DefinitionCheckCode code) {
        return switch (code) {
            case ELEMENT_MISSING,
                    REFERENCE,
                    FIELD_WITHOUT_CHOICES,
                    UNKNOWN_CHANNEL,
                    RETENTION_UNREADABLE,
                    STANDARD_TWICE,
                    CONDITION_UNUSED ->
                    LintFamily.TEXT;
            case BASIS_TOO_LOW,
                    CONDITION_WITHOUT_BASIS,
                    CONDITION_BASIS_TOO_LOW,
                    MATERIAL_WITHOUT_BASIS,
                    MATERIAL_NEEDLESSLY_ASKED,
                    FEE_BASIS_TOO_LOW,
                    SANCTION_BASIS_TOO_LOW,
                    PENALTY_WITHOUT_VIOLATIONS,
                    ENDS_BEFORE_IT_BEGINS ->
                    LintFamily.AUTHORITY;
            case CONDITION_WITHOUT_STANDARD,
                    SECTION_CHANNEL,
                    REMEDY_MISSING,
                    FIRST_STEP,
                    LINK_MISSING,
                    NODE_MISSING,
                    NODE_WITHOUT_REASON,
                    NODE_REACHED_ALL_THE_SAME,
                    NODE_PRESCRIBED,
                    REGIME_MISSING,
                    STATUTORY_STEP_WITHOUT_ARTICLE,
                    OUTCOME_MISSING,
                    OUTCOME_UNKNOWN,
                    OUTCOME_MALFORMED,
                    STEP_UNREACHABLE,
                    END_UNREACHABLE,
                    BRANCH_NOT_JOINED,
                    DECISION_UNBOUND,
                    BOUND_TO_NO_MEETING,
                    BOUND_STEP_AVOIDABLE,
                    MEETING_MISSING,
                    HEARING_UNREACHABLE,
                    WORKING_STEP_UNLABELLED,
                    QUORUM_IMPOSSIBLE ->
                    LintFamily.PROCEDURE;
            case REMEDY_TOO_SHORT,
                    PARTS_AND_WHOLE,
                    PART_UNIT,
                    PART_WITHOUT_LIMIT,
                    PART_OUTSIDE,
                    PROMISE_OVER_STATUTE,
                    PROMISE_NOT_COMPARABLE,
                    STATUTE_OVER_LAW,
                    LIMIT_UNIT,
                    SERVICE_TOO_LATE,
                    SERVICE_NOT_FROM_DECISION,
                    NOTICE_TOO_LATE,
                    EXTENSION_TOO_LONG,
                    EXTENSION_NOT_BY_HEAD,
                    HEARING_REQUEST_TOO_SHORT,
                    HEARING_TOO_LATE,
                    PAUSE_NOT_LISTED,
                    PUBLICITY_WITHOUT_PERIOD,
                    ORGAN_WITHOUT_LIMIT,
                    COUNTS_FROM_NO_DECISION,
                    PENALTY_STATUTE_OVER_LAW ->
                    LintFamily.TIME;
            case FIELD_NOT_PERSONAL,
                    PERSONAL_NOT_WITHHELD,
                    RESPONSIBILITY_WITHOUT_BEARER,
                    RESPONSIBILITY_WITHOUT_FORM,
                    SEPARATION_OF_ONE,
                    REVIEW_NOT_PAIRED,
                    TOO_FEW_OFFICERS,
                    CONTROL_UNKNOWN,
                    VIOLATION_WITHOUT_GRADE,
                    GRADE_OUTSIDE_BAND,
                    GRADE_AS_WIDE_AS_LAW,
                    GRADES_OVERLAP,
                    BAND_BACKWARDS,
                    HEADS_UNKNOWN ->
                    LintFamily.INTEGRITY;
        };
    }

    public static Article basis(DefinitionCheckCode code) {
        return switch (code) {
            case MATERIAL_WITHOUT_BASIS, MATERIAL_NEEDLESSLY_ASKED -> licence("第三十一条");
            case NOTICE_TOO_LATE -> licence("第三十二条");
            case TOO_FEW_OFFICERS -> licence("第三十四条");
            case STATUTE_OVER_LAW, EXTENSION_TOO_LONG, EXTENSION_NOT_BY_HEAD -> licence("第四十二条");
            case SERVICE_TOO_LATE, SERVICE_NOT_FROM_DECISION -> licence("第四十四条");
            case PAUSE_NOT_LISTED -> licence("第四十五条");
            case HEARING_UNREACHABLE, HEARING_REQUEST_TOO_SHORT, HEARING_TOO_LATE ->
                    licence("第四十七条");
            case FEE_BASIS_TOO_LOW -> licence("第五十八条");
            case LIMIT_UNIT, PART_UNIT -> licence("第八十二条");
            case VIOLATION_WITHOUT_GRADE,
                    GRADE_OUTSIDE_BAND,
                    GRADE_AS_WIDE_AS_LAW,
                    GRADES_OVERLAP,
                    BAND_BACKWARDS ->
                    penalty("第三十四条");
            case SANCTION_BASIS_TOO_LOW -> penalty("第十条至第十六条");
            case HEADS_UNKNOWN -> penalty("第五十七条第二款");
            case PENALTY_STATUTE_OVER_LAW -> penalty("第六十条");
            case BASIS_TOO_LOW -> row("A71");
            case CONDITION_WITHOUT_BASIS, CONDITION_BASIS_TOO_LOW, CONDITION_UNUSED -> row("C4");
            case CONDITION_WITHOUT_STANDARD, STANDARD_TWICE -> row("C5");
            case UNKNOWN_CHANNEL -> row("C18");
            case SECTION_CHANNEL -> row("C19");
            case PARTS_AND_WHOLE, PART_WITHOUT_LIMIT, PART_OUTSIDE -> row("C20");
            case PROMISE_OVER_STATUTE, PROMISE_NOT_COMPARABLE -> row("C21");
            case RESPONSIBILITY_WITHOUT_BEARER -> row("A63");
            case RESPONSIBILITY_WITHOUT_FORM -> row("A64");
            case PENALTY_WITHOUT_VIOLATIONS -> row("A47");
            case NODE_MISSING, NODE_WITHOUT_REASON, NODE_REACHED_ALL_THE_SAME, NODE_PRESCRIBED ->
                    row("A52");
            case STATUTORY_STEP_WITHOUT_ARTICLE -> row("A53");
            case WORKING_STEP_UNLABELLED -> row("A54");
            case REGIME_MISSING -> row("A55");
            case ORGAN_WITHOUT_LIMIT -> row("A58");
            case REVIEW_NOT_PAIRED -> row("D9");
            case DECISION_UNBOUND, BOUND_TO_NO_MEETING, BOUND_STEP_AVOIDABLE -> row("C1");
            default -> row("C2");
        };
    }

    private static Article licence(String number) {
        return new Article("行政许可法", number);
    }

    private static Article penalty(String number) {
        return new Article("行政处罚法", number);
    }

    private static Article row(String number) {
        return new Article("guiju", number);
    }
}
