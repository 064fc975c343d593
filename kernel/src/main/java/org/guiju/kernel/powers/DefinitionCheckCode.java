package org.guiju.kernel.powers;

/// 检查结果代码: what the check of a definition can find. Codes never change once published; sentences and remedies stand
/// in the message files.
public enum DefinitionCheckCode {
    /// One of the eleven elements is empty (C2).
    ELEMENT_MISSING,
    /// An id that names nothing.
    REFERENCE,
    /// A licence on a basis that cannot carry one (A71).
    BASIS_TOO_LOW,
    /// A condition without an article (C4).
    CONDITION_WITHOUT_BASIS,
    /// A condition that rests on less than law, regulation or rule (C4).
    CONDITION_BASIS_TOO_LOW,
    /// A condition without a yardstick (C5).
    CONDITION_WITHOUT_STANDARD,
    /// A standard whose id another condition uses too: reviewers tick standards by id.
    STANDARD_TWICE,
    /// A condition that no situation applies.
    CONDITION_UNUSED,
    /// A word that is no channel of acceptance (C18).
    UNKNOWN_CHANNEL,
    /// The section receives itself although another channel is open, or the matter is not closed on the spot (C19).
    SECTION_CHANNEL,
    /// A material that must be handed in without an article that lets the office ask for it (行政许可法 31).
    MATERIAL_WITHOUT_BASIS,
    /// A material that the office can look up is asked for.
    MATERIAL_NEEDLESSLY_ASKED,
    /// A licence fee on less than a law or an administrative regulation (行政许可法 58).
    FEE_BASIS_TOO_LOW,
    /// A choice without answers to choose from.
    FIELD_WITHOUT_CHOICES,
    /// A field that identifies or reaches a person is not marked as personal.
    FIELD_NOT_PERSONAL,
    /// A personal kind of answer is not on the list of what is never published.
    PERSONAL_NOT_WITHHELD,
    /// A responsibility whose bearer has no step (A63).
    RESPONSIBILITY_WITHOUT_BEARER,
    /// A responsibility without a form of accountability (A64).
    RESPONSIBILITY_WITHOUT_FORM,
    /// No way of redress is named, or only one of the two.
    REMEDY_MISSING,
    /// The period for redress is shorter than the law gives.
    REMEDY_TOO_SHORT,
    /// The last day lies before the first.
    ENDS_BEFORE_IT_BEGINS,
    /// The retention is neither a number of years nor permanent.
    RETENTION_UNREADABLE,
    /// A quorum of more than all.
    QUORUM_IMPOSSIBLE,
    /// Two duties kept apart that are one and the same.
    SEPARATION_OF_ONE,

    /// A link of the flow before its reengineering was changed, and nothing says why (A61).
    FORMER_LINK_WITHOUT_REASON,
    /// A former link was not cancelled, and no step carries it on.
    FORMER_LINK_LOST,
    /// A former link was cancelled and is said to go on in a step.
    CANCELLED_LINK_GOES_ON,
    /// A merger of one link.
    MERGE_OF_ONE,
    /// Several former links became one step, and one of them names none of the four ways (A61).
    CHANGED_WITHOUT_WAY,

    /// The flow does not begin with acceptance.
    FIRST_STEP,
    /// A kind of step that the flow must have is missing.
    LINK_MISSING,
    /// One of the six nodes is reached by no step and not marked as not applicable (A52).
    NODE_MISSING,
    /// A node is not applicable, and nobody says why (A52).
    NODE_WITHOUT_REASON,
    /// A node is marked as not applicable although a step reaches it.
    NODE_REACHED_ALL_THE_SAME,
    /// A node that law prescribes is marked as not applicable.
    NODE_PRESCRIBED,
    /// The flow does not say whether it is a statutory or a working procedure (A55).
    REGIME_MISSING,
    /// A step of a statutory procedure names no article of law, regulation or rule (A53).
    STATUTORY_STEP_WITHOUT_ARTICLE,
    /// A required outcome leads nowhere.
    OUTCOME_MISSING,
    /// An outcome that the kind of step does not have.
    OUTCOME_UNKNOWN,
    /// An outcome that names no step and no end, the end beside a step, or one step twice.
    OUTCOME_MALFORMED,
    /// A step that no path comes to.
    STEP_UNREACHABLE,
    /// A step from which no path comes to an end.
    END_UNREACHABLE,
    /// Two branches of a fork meet in a step that does not wait for both.
    BRANCH_NOT_JOINED,
    /// A decision that no collective step binds, without form-only review.
    DECISION_UNBOUND,
    /// The binding step is none of a collective kind.
    BOUND_TO_NO_MEETING,
    /// A path comes to the decision around the binding step.
    BOUND_STEP_AVOIDABLE,
    /// A collective step without a meeting kind.
    MEETING_MISSING,
    /// One reviewer alone, without form-only review (D9).
    REVIEW_NOT_PAIRED,
    /// A site inspection by fewer officers than the law wants (行政许可法 34).
    TOO_FEW_OFFICERS,
    /// A hearing that the notice to interested parties cannot lead to (行政许可法 47).
    HEARING_UNREACHABLE,
    /// A control that is no rule of the decider.
    CONTROL_UNKNOWN,
    /// A step of a working procedure lacks one of its five labels (A54).
    WORKING_STEP_UNLABELLED,

    /// The parts do not add up to the promise (C20).
    PARTS_AND_WHOLE,
    /// A part is counted in another unit than the promise.
    PART_UNIT,
    /// A step counts but has no limit.
    PART_WITHOUT_LIMIT,
    /// A step counts that lies before the promise begins or after it ends.
    PART_OUTSIDE,
    /// The promise is longer than the statute.
    PROMISE_OVER_STATUTE,
    /// The promise is counted in another unit, or from a later day, than the statute: they cannot be compared.
    PROMISE_NOT_COMPARABLE,
    /// The statute is longer than the general limit allows (行政许可法 42).
    STATUTE_OVER_LAW,
    /// A limit of the Licensing Law that is not counted in working days (行政许可法 82).
    LIMIT_UNIT,
    /// Service later than the law allows (行政许可法 44).
    SERVICE_TOO_LATE,
    /// Service that is not counted from the decision (行政许可法 44).
    SERVICE_NOT_FROM_DECISION,
    /// The one-off notice later than the law allows (行政许可法 32).
    NOTICE_TOO_LATE,
    /// A longer extension than the law allows (行政许可法 42).
    EXTENSION_TOO_LONG,
    /// An extension that somebody else than the head may grant (行政许可法 42).
    EXTENSION_NOT_BY_HEAD,
    /// Less time to ask for a hearing than the law gives (行政许可法 47).
    HEARING_REQUEST_TOO_SHORT,
    /// The hearing later than the law allows (行政许可法 47).
    HEARING_TOO_LATE,
    /// A ground of pause that the law does not list (行政许可法 45).
    PAUSE_NOT_LISTED,
    /// Publicity without a period.
    PUBLICITY_WITHOUT_PERIOD,
    /// A step by another organ without a limit of its own (A58).
    ORGAN_WITHOUT_LIMIT,
    /// The step counts from the decision although none has been taken before it.
    COUNTS_FROM_NO_DECISION,

    /// A penalty that lists no conduct, or a list of conducts on a power that is no penalty (A47).
    PENALTY_WITHOUT_VIOLATIONS,
    /// A penalty that rests on less than a rule (行政处罚法 10–14, 16).
    SANCTION_BASIS_TOO_LOW,
    /// A conduct without a grade of the discretion standard (行政处罚法 34, C6).
    VIOLATION_WITHOUT_GRADE,
    /// A grade that leaves the band of the law.
    GRADE_OUTSIDE_BAND,
    /// A grade as wide as the whole band: no discretion has been narrowed (C6).
    GRADE_AS_WIDE_AS_LAW,
    /// Two grades that overlap by more than their common border: one conduct, two measures.
    GRADES_OVERLAP,
    /// A band or a threshold that ends below its beginning, or below zero.
    BAND_BACKWARDS,
    /// The decision on a penalty later than the law allows (行政处罚法 60).
    PENALTY_STATUTE_OVER_LAW,
    /// The role of the heads is nobody's in this institution.
    HEADS_UNKNOWN,

    /// What the text says of its licence does not fit its situations: nothing issues it, or a deed does not name which one.
    LICENCE_DEED_MISFIT,
    /// A renewal of a licence that never ends (行政许可法 50).
    RENEWAL_WITHOUT_TERM,
    /// An annual check that no law, regulation or rule asks for, or whose window ends before it begins.
    ANNUAL_CHECK_WITHOUT_LAW,

    /// Something to put up on a step that is no publicity.
    ANNOUNCES_MISFIT,
    /// A personal answer among what is put up for everybody.
    ANNOUNCES_PERSONAL,
    /// A step among what is put up whose act is no text, or that comes after.
    ANNOUNCED_TEXT_MISSING
}
