package org.guiju.kernel.lint;

import static java.util.Map.entry;
import static org.guiju.kernel.powers.DefinitionCheckCode.ANNOUNCED_TEXT_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.ANNOUNCES_MISFIT;
import static org.guiju.kernel.powers.DefinitionCheckCode.ANNOUNCES_PERSONAL;
import static org.guiju.kernel.powers.DefinitionCheckCode.ANNUAL_CHECK_WITHOUT_LAW;
import static org.guiju.kernel.powers.DefinitionCheckCode.BAND_BACKWARDS;
import static org.guiju.kernel.powers.DefinitionCheckCode.BASIS_TOO_LOW;
import static org.guiju.kernel.powers.DefinitionCheckCode.BOUND_STEP_AVOIDABLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.BOUND_TO_NO_MEETING;
import static org.guiju.kernel.powers.DefinitionCheckCode.BRANCH_NOT_JOINED;
import static org.guiju.kernel.powers.DefinitionCheckCode.CONDITION_BASIS_TOO_LOW;
import static org.guiju.kernel.powers.DefinitionCheckCode.CONDITION_UNUSED;
import static org.guiju.kernel.powers.DefinitionCheckCode.CONDITION_WITHOUT_BASIS;
import static org.guiju.kernel.powers.DefinitionCheckCode.CONDITION_WITHOUT_STANDARD;
import static org.guiju.kernel.powers.DefinitionCheckCode.CONTROL_UNKNOWN;
import static org.guiju.kernel.powers.DefinitionCheckCode.COUNTS_FROM_NO_DECISION;
import static org.guiju.kernel.powers.DefinitionCheckCode.DECISION_UNBOUND;
import static org.guiju.kernel.powers.DefinitionCheckCode.ELEMENT_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.ENDS_BEFORE_IT_BEGINS;
import static org.guiju.kernel.powers.DefinitionCheckCode.END_UNREACHABLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.EXTENSION_NOT_BY_HEAD;
import static org.guiju.kernel.powers.DefinitionCheckCode.EXTENSION_TOO_LONG;
import static org.guiju.kernel.powers.DefinitionCheckCode.FEE_BASIS_TOO_LOW;
import static org.guiju.kernel.powers.DefinitionCheckCode.FIELD_NOT_PERSONAL;
import static org.guiju.kernel.powers.DefinitionCheckCode.FIELD_WITHOUT_CHOICES;
import static org.guiju.kernel.powers.DefinitionCheckCode.FIRST_STEP;
import static org.guiju.kernel.powers.DefinitionCheckCode.GRADES_OVERLAP;
import static org.guiju.kernel.powers.DefinitionCheckCode.GRADE_AS_WIDE_AS_LAW;
import static org.guiju.kernel.powers.DefinitionCheckCode.GRADE_OUTSIDE_BAND;
import static org.guiju.kernel.powers.DefinitionCheckCode.HEADS_UNKNOWN;
import static org.guiju.kernel.powers.DefinitionCheckCode.HEARING_REQUEST_TOO_SHORT;
import static org.guiju.kernel.powers.DefinitionCheckCode.HEARING_TOO_LATE;
import static org.guiju.kernel.powers.DefinitionCheckCode.HEARING_UNREACHABLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.LICENCE_DEED_MISFIT;
import static org.guiju.kernel.powers.DefinitionCheckCode.LIMIT_UNIT;
import static org.guiju.kernel.powers.DefinitionCheckCode.LINK_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.MATERIAL_NEEDLESSLY_ASKED;
import static org.guiju.kernel.powers.DefinitionCheckCode.MATERIAL_WITHOUT_BASIS;
import static org.guiju.kernel.powers.DefinitionCheckCode.MEETING_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.NODE_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.NODE_PRESCRIBED;
import static org.guiju.kernel.powers.DefinitionCheckCode.NODE_REACHED_ALL_THE_SAME;
import static org.guiju.kernel.powers.DefinitionCheckCode.NODE_WITHOUT_REASON;
import static org.guiju.kernel.powers.DefinitionCheckCode.NOTICE_TOO_LATE;
import static org.guiju.kernel.powers.DefinitionCheckCode.ORGAN_WITHOUT_LIMIT;
import static org.guiju.kernel.powers.DefinitionCheckCode.OUTCOME_MALFORMED;
import static org.guiju.kernel.powers.DefinitionCheckCode.OUTCOME_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.OUTCOME_UNKNOWN;
import static org.guiju.kernel.powers.DefinitionCheckCode.PARTS_AND_WHOLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.PART_OUTSIDE;
import static org.guiju.kernel.powers.DefinitionCheckCode.PART_UNIT;
import static org.guiju.kernel.powers.DefinitionCheckCode.PART_WITHOUT_LIMIT;
import static org.guiju.kernel.powers.DefinitionCheckCode.PAUSE_NOT_LISTED;
import static org.guiju.kernel.powers.DefinitionCheckCode.PENALTY_STATUTE_OVER_LAW;
import static org.guiju.kernel.powers.DefinitionCheckCode.PENALTY_WITHOUT_VIOLATIONS;
import static org.guiju.kernel.powers.DefinitionCheckCode.PERSONAL_NOT_WITHHELD;
import static org.guiju.kernel.powers.DefinitionCheckCode.PROMISE_NOT_COMPARABLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.PROMISE_OVER_STATUTE;
import static org.guiju.kernel.powers.DefinitionCheckCode.PUBLICITY_WITHOUT_PERIOD;
import static org.guiju.kernel.powers.DefinitionCheckCode.QUORUM_IMPOSSIBLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.REFERENCE;
import static org.guiju.kernel.powers.DefinitionCheckCode.REGIME_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.REMEDY_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.REMEDY_TOO_SHORT;
import static org.guiju.kernel.powers.DefinitionCheckCode.RENEWAL_WITHOUT_TERM;
import static org.guiju.kernel.powers.DefinitionCheckCode.RESPONSIBILITY_WITHOUT_BEARER;
import static org.guiju.kernel.powers.DefinitionCheckCode.RESPONSIBILITY_WITHOUT_FORM;
import static org.guiju.kernel.powers.DefinitionCheckCode.RETENTION_UNREADABLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.REVIEW_NOT_PAIRED;
import static org.guiju.kernel.powers.DefinitionCheckCode.SANCTION_BASIS_TOO_LOW;
import static org.guiju.kernel.powers.DefinitionCheckCode.SECTION_CHANNEL;
import static org.guiju.kernel.powers.DefinitionCheckCode.SEPARATION_OF_ONE;
import static org.guiju.kernel.powers.DefinitionCheckCode.SERVICE_NOT_FROM_DECISION;
import static org.guiju.kernel.powers.DefinitionCheckCode.SERVICE_TOO_LATE;
import static org.guiju.kernel.powers.DefinitionCheckCode.STANDARD_TWICE;
import static org.guiju.kernel.powers.DefinitionCheckCode.STATUTE_OVER_LAW;
import static org.guiju.kernel.powers.DefinitionCheckCode.STATUTORY_STEP_WITHOUT_ARTICLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.STEP_UNREACHABLE;
import static org.guiju.kernel.powers.DefinitionCheckCode.TOO_FEW_OFFICERS;
import static org.guiju.kernel.powers.DefinitionCheckCode.UNKNOWN_CHANNEL;
import static org.guiju.kernel.powers.DefinitionCheckCode.VIOLATION_WITHOUT_GRADE;
import static org.guiju.kernel.powers.DefinitionCheckCode.WORKING_STEP_UNLABELLED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.DefinitionCheckCode;
import org.guiju.kernel.shared.Article;

/// 读取规则: to which family a rule belongs that keeps a text from loading, and what asks for it. Its id is its code; all of them are
/// errors.
public final class LoadingRules {
    private static final Map<LintFamily, Set<DefinitionCheckCode>> FAMILIES =
            Map.of(
                    LintFamily.TEXT,
                    setOf(
                            ELEMENT_MISSING,
                            REFERENCE,
                            FIELD_WITHOUT_CHOICES,
                            UNKNOWN_CHANNEL,
                            RETENTION_UNREADABLE,
                            STANDARD_TWICE,
                            CONDITION_UNUSED),
                    LintFamily.AUTHORITY,
                    setOf(
                            BASIS_TOO_LOW,
                            CONDITION_WITHOUT_BASIS,
                            CONDITION_BASIS_TOO_LOW,
                            MATERIAL_WITHOUT_BASIS,
                            MATERIAL_NEEDLESSLY_ASKED,
                            FEE_BASIS_TOO_LOW,
                            SANCTION_BASIS_TOO_LOW,
                            PENALTY_WITHOUT_VIOLATIONS,
                            ANNUAL_CHECK_WITHOUT_LAW,
                            ENDS_BEFORE_IT_BEGINS),
                    LintFamily.PROCEDURE,
                    setOf(
                            CONDITION_WITHOUT_STANDARD,
                            LICENCE_DEED_MISFIT,
                            SECTION_CHANNEL,
                            ANNOUNCES_MISFIT,
                            ANNOUNCED_TEXT_MISSING,
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
                            QUORUM_IMPOSSIBLE),
                    LintFamily.TIME,
                    setOf(
                            REMEDY_TOO_SHORT,
                            RENEWAL_WITHOUT_TERM,
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
                            PENALTY_STATUTE_OVER_LAW),
                    LintFamily.INTEGRITY,
                    setOf(
                            FIELD_NOT_PERSONAL,
                            PERSONAL_NOT_WITHHELD,
                            ANNOUNCES_PERSONAL,
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
                            HEADS_UNKNOWN));

    private static final Map<DefinitionCheckCode, Article> ARTICLES =
            Map.ofEntries(
                    entry(MATERIAL_WITHOUT_BASIS, licence("第三十一条")),
                    entry(MATERIAL_NEEDLESSLY_ASKED, licence("第三十一条")),
                    entry(NOTICE_TOO_LATE, licence("第三十二条")),
                    entry(TOO_FEW_OFFICERS, licence("第三十四条")),
                    entry(STATUTE_OVER_LAW, licence("第四十二条")),
                    entry(EXTENSION_TOO_LONG, licence("第四十二条")),
                    entry(EXTENSION_NOT_BY_HEAD, licence("第四十二条")),
                    entry(SERVICE_TOO_LATE, licence("第四十四条")),
                    entry(SERVICE_NOT_FROM_DECISION, licence("第四十四条")),
                    entry(PAUSE_NOT_LISTED, licence("第四十五条")),
                    entry(HEARING_UNREACHABLE, licence("第四十七条")),
                    entry(HEARING_REQUEST_TOO_SHORT, licence("第四十七条")),
                    entry(HEARING_TOO_LATE, licence("第四十七条")),
                    entry(FEE_BASIS_TOO_LOW, licence("第五十八条")),
                    entry(LICENCE_DEED_MISFIT, row("D22")),
                    entry(RENEWAL_WITHOUT_TERM, licence("第五十条")),
                    entry(ANNUAL_CHECK_WITHOUT_LAW, licence("第十七条")),
                    entry(LIMIT_UNIT, licence("第八十二条")),
                    entry(PART_UNIT, licence("第八十二条")),
                    entry(VIOLATION_WITHOUT_GRADE, penalty("第三十四条")),
                    entry(GRADE_OUTSIDE_BAND, penalty("第三十四条")),
                    entry(GRADE_AS_WIDE_AS_LAW, penalty("第三十四条")),
                    entry(GRADES_OVERLAP, penalty("第三十四条")),
                    entry(BAND_BACKWARDS, penalty("第三十四条")),
                    entry(SANCTION_BASIS_TOO_LOW, penalty("第十条至第十六条")),
                    entry(HEADS_UNKNOWN, penalty("第五十七条第二款")),
                    entry(PENALTY_STATUTE_OVER_LAW, penalty("第六十条")),
                    entry(BASIS_TOO_LOW, row("A71")),
                    entry(CONDITION_WITHOUT_BASIS, row("C4")),
                    entry(CONDITION_BASIS_TOO_LOW, row("C4")),
                    entry(CONDITION_UNUSED, row("C4")),
                    entry(CONDITION_WITHOUT_STANDARD, row("C5")),
                    entry(STANDARD_TWICE, row("C5")),
                    entry(UNKNOWN_CHANNEL, row("C18")),
                    entry(SECTION_CHANNEL, row("C19")),
                    entry(PARTS_AND_WHOLE, row("C20")),
                    entry(PART_WITHOUT_LIMIT, row("C20")),
                    entry(PART_OUTSIDE, row("C20")),
                    entry(PROMISE_OVER_STATUTE, row("C21")),
                    entry(PROMISE_NOT_COMPARABLE, row("C21")),
                    entry(RESPONSIBILITY_WITHOUT_BEARER, row("A63")),
                    entry(RESPONSIBILITY_WITHOUT_FORM, row("A64")),
                    entry(PENALTY_WITHOUT_VIOLATIONS, row("A47")),
                    entry(NODE_MISSING, row("A52")),
                    entry(NODE_WITHOUT_REASON, row("A52")),
                    entry(NODE_REACHED_ALL_THE_SAME, row("A52")),
                    entry(NODE_PRESCRIBED, row("A52")),
                    entry(STATUTORY_STEP_WITHOUT_ARTICLE, row("A53")),
                    entry(WORKING_STEP_UNLABELLED, row("A54")),
                    entry(REGIME_MISSING, row("A55")),
                    entry(ORGAN_WITHOUT_LIMIT, row("A58")),
                    entry(REVIEW_NOT_PAIRED, row("D9")),
                    entry(DECISION_UNBOUND, row("C1")),
                    entry(BOUND_TO_NO_MEETING, row("C1")),
                    entry(BOUND_STEP_AVOIDABLE, row("C1")));

    /// 其余的规则 ask for what every institution has to say (C2).
    private static final Article ELEMENTS = row("C2");

    private LoadingRules() {}

    public static LintFamily family(DefinitionCheckCode code) {
        return FAMILIES.entrySet().stream()
                .filter(e -> e.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(LintFamily.TEXT);
    }

    public static Article basis(DefinitionCheckCode code) {
        return ARTICLES.getOrDefault(code, ELEMENTS);
    }

    private static Set<DefinitionCheckCode> setOf(
            DefinitionCheckCode first, DefinitionCheckCode... rest) {
        return EnumSet.of(first, rest);
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
