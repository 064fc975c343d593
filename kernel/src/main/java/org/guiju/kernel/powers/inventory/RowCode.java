package org.guiju.kernel.powers.inventory;

/// 行问题: everything that can be wrong with a row, in order of precedence: first what refuses the row, then what
/// must be put right, then what is odd, then what is only told. The sentences stand in the message files under the name.
///
/// Where the line runs between refusing and flagging: an item exists in law whether or not its code is well written, so
/// a wrong body code is published with the mark 待更正 and not left out. Refused is only what cannot be an item of the
/// list (no name, no code, no kind, no department, a placeholder typed to satisfy a form) or cannot be told apart.
public enum RowCode {
    /// 列错位: filled cells to the right of the header, mostly an unquoted comma; every later cell is under a wrong name.
    ROW_TOO_WIDE(Severity.REFUSED),
    NAME_MISSING(Severity.REFUSED),
    CODE_MISSING(Severity.REFUSED),
    KIND_MISSING(Severity.REFUSED),
    DEPARTMENT_MISSING(Severity.REFUSED),
    /// Longer than any name of an item can be: another column's text.
    NAME_TOO_LONG(Severity.REFUSED),
    /// None of the ten kinds, nor public service (`PowerKind`).
    KIND_UNKNOWN(Severity.REFUSED),
    /// 编码被表格软件改成了数字: digits after the fifteenth are lost and cannot be recovered.
    CODE_BECAME_NUMBER(Severity.REFUSED),
    /// A character that no code of any scheme has, after the tolerated ways of writing were set right.
    CODE_CHARACTERS(Severity.REFUSED),
    /// The place of the body code is empty: nobody answers for the item.
    BODY_CODE_MISSING(Severity.REFUSED),
    /// 占位编码: 1111…, 2222…, 1234567890…: typed to get past a form.
    BODY_CODE_DUMMY(Severity.REFUSED),
    /// The same code stands in a row above; the first one counts.
    CODE_TWICE_IN_FILE(Severity.REFUSED),
    CODE_IN_INVENTORY(Severity.REFUSED),

    /// The body code is no valid 统一社会信用代码 (GB 32100-2015) as written.
    BODY_CODE_INVALID(Severity.CORRECTION),
    /// The body code in its column is another than in the item code.
    BODY_CODE_DIFFERS(Severity.CORRECTION),
    /// The code has not the six parts of a national implementing code and follows no other known scheme.
    SEGMENTS_NOT_SIX(Severity.CORRECTION),
    /// Six parts, but one besides the body code has not its form.
    CODE_FORM_ODD(Severity.CORRECTION),
    /// The type letter of the basic code says another kind than the label. The label counts: the letter is used
    /// loosely in practice (`513A` mixes three kinds).
    KIND_LETTER_DIFFERS(Severity.CORRECTION),
    /// The national number says another kind than the label.
    KIND_NUMBER_DIFFERS(Severity.CORRECTION),
    /// Written with small or full-width letters or with blanks; kept as written beside the normal form, which is the key.
    CODE_NORMALISED(Severity.CORRECTION),
    /// Control or direction characters in a text; replaced by a blank, since they can make a name read otherwise.
    CONTROL_CHARACTERS(Severity.CORRECTION),

    /// Begins with a sign that a spreadsheet takes for a formula; kept as it is, made harmless in every export.
    FORMULA_START(Severity.WARNING),
    /// Longer than 200 characters.
    NAME_LONG(Severity.WARNING),
    /// The same department has the same name in a row above, under another code.
    NAME_TWICE(Severity.WARNING),
    /// The region in the body code stands in no edition of GB/T 2260; true of central bodies, so a warning only.
    BODY_REGION_UNKNOWN(Severity.WARNING),

    /// The department's code in the source system is not the body code: the system's own habit, told for completeness.
    DEPARTMENT_CODE_DIFFERS(Severity.NOTE);

    /// 轻重.
    public enum Severity {
        /// 拒绝: the row is not imported.
        REFUSED,
        /// 待更正: imported, publicly marked until it is put right.
        CORRECTION,
        /// 提醒: imported, shown to the clerk.
        WARNING,
        /// 说明: imported, counted.
        NOTE
    }

    private final Severity severity;

    RowCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
