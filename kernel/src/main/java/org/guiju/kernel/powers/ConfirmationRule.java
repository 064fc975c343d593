package org.guiju.kernel.powers;

import org.guiju.kernel.shared.Article;

/// 审核确认规则: what must hold before a submitted text comes into the catalogue, in order of precedence (A56).
public enum ConfirmationRule {
    /// There is a text of this version that waits.
    DRAFT_WAITS,
    /// The text that waits is the one that was looked at: another may have been submitted in its place meanwhile.
    DRAFT_AS_SEEN,
    /// Whoever submitted does not confirm: by person, not by account.
    SECOND_PERSON_CONFIRMS,
    /// The examination of the text finds no error: an unlawful power does not come onto the list, whoever confirms it.
    NO_ERROR_FOUND,
    /// The organ may enforce at all: a penalty or a compulsion is given to no unit without that qualification (行政处罚法 17–19, B25).
    ORGAN_MAY_ENFORCE,
    /// Nobody holds every step of a power alone (防止个人专断, B58).
    NOT_ONE_PERSON,
    /// A text that is sent back says what is to be mended.
    REMARKS_GIVEN,
    /// Every remark is answered before the text is submitted again (A44).
    REMARKS_ANSWERED;

    /// 审核确认程序.
    public Article basis() {
        return switch (this) {
            case ORGAN_MAY_ENFORCE -> new Article("行政处罚法", "第十七条");
            case NOT_ONE_PERSON -> new Article("guiju", "B58");
            case REMARKS_ANSWERED -> new Article("guiju", "A44");
            default -> new Article("guiju", "A56");
        };
    }
}
