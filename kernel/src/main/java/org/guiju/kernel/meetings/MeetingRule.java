package org.guiju.kernel.meetings;

import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.GateRule;

/// 会议规则: what must hold, in order of precedence. The constant is the refusal's code and the key of its sentence.
public enum MeetingRule implements GateRule {
    MEETING_KNOWN("C30", false),
    MEETING_CONVENED_ONCE("C30", false),
    /// 由本机关人员召集.
    MEETING_OF_OWN_ORGAN("C30", false),
    /// 议事规则须现行有效.
    PROCEDURE_IN_FORCE("C45", true),
    MEETING_STAGE("C30", false),
    CONVENOR_OR_CHAIR("C30", false),
    CHAIR_IS_MEMBER("C30", false),
    MEMBERS_NAMED("C30", false),
    NOTICE_GIVEN("C30", false),
    MEETING_DAY_COME("C30", false),
    POLICY_NOT_LAXER("C82", true),
    RULE_DATED("C45", false),
    /// 确定研究讨论和通报的事项.
    MATTER_OF_THE_KIND("C27", true),
    AGENDA_NOT_EMPTY("C27", false),
    AGENDA_ITEM_KNOWN("C27", false),
    AGENDA_ITEM_STATED("C27", false),
    MATTER_ONCE_ON_AGENDA("C27", false),
    AGENDA_ITEM_OPEN("C30", false),
    AGENDA_WHOLE_ORDER("C27", false),
    /// 决不能乱表态.
    CHIEF_SILENT_BEFORE("C78", true),
    ATTENDANCE_OF_MEMBERS("C30", false),
    MEETING_MEMBER_ACTS("C31", true),
    ABSENCE_EXPLAINED("C31", false),
    RECUSAL_REASON("C30", false),
    RECUSAL_BY_CHAIR("C30", true),
    RECUSAL_OPEN("C30", false),
    RECUSAL_SETTLED("C30", false),
    RECUSED_KEEPS_OUT("C30", true),
    HANDLER_DOES_NOT_VOTE("C30", true),
    MEETING_QUORUM("C30", true),
    STATEMENT_IN_WORDS("C31", false),
    STATED_ONCE("C31", false),
    STATEMENTS_FIRST("C31", false),
    /// 末位发言、末位表态.
    CHIEF_LAST("B27", true),
    ONE_VOTE_EACH("C82", true),
    VOTES_BY_HAND("C30", false),
    VOTES_COUNTED("C30", true),
    DISSENT_IN_WORDS("C31", false),
    CHECKLIST_ANSWERED("C28", false),
    /// 不得违背制度规定的裁量标准.
    RESOLUTION_WITHIN_BAND("C29", true),
    /// 以专家合规评审的结论为依据.
    EXPERT_CONCLUSION_BINDS("C41", true),
    AGENDA_ALL_SETTLED("C30", true),
    MINUTES_AS_SEEN("C31", false),
    MINUTES_SIGNED_ONCE("C31", false),
    MINUTES_NEED_ATTENDING("C31", true),
    REFUSAL_WITH_REASON("C31", false),
    SHEET_WITH_SIGNERS("C31", false);

    private final String row;
    private final boolean integrity;

    MeetingRule(String row, boolean integrity) {
        this.row = row;
        this.integrity = integrity;
    }

    /// The row of the requirements that it comes from.
    @Override
    public Article basis() {
        return new Article("guiju", row);
    }

    /// Whether trying it is to be seen by supervision (C29).
    @Override
    public boolean integrity() {
        return integrity;
    }
}
