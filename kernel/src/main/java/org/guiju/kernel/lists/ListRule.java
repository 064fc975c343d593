package org.guiju.kernel.lists;

import org.guiju.kernel.shared.Article;

/// 清单规则: what must hold before a list is changed, examined or published, in order of precedence.
public enum ListRule {
    /// There is such a kind of list.
    LIST_KIND_KNOWN("A67"),
    /// A version that was approved is never edited: a new draft is opened (A2).
    LIST_VERSION_FIXED("A2"),
    /// The power list and the responsibility list change by a campaign of clearing or an adjustment, not by a draft of the unit.
    LIST_BY_CAMPAIGN("A48"),
    /// The unit's own catalogue clerk writes.
    LIST_CLERK("A48"),
    /// A draft is there to be worked on or examined, and it is the turn of who asks.
    LIST_DRAFT_WAITS("A48"),
    /// What is submitted, examined or brought in is what was looked at.
    LIST_AS_SEEN("A48"),
    /// A list that is submitted has rows.
    LIST_HAS_ROWS("A7"),
    /// Every row has an id of its own.
    LIST_ROW_UNIQUE("A7"),
    /// No required cell is empty.
    LIST_CELL_FILLED("A5"),
    /// A responsibility entry says its basis and its form, and all else that is asked (A63, A64).
    RESPONSIBILITY_COMPLETE("A64"),
    /// A cell with a choice holds one of its words.
    LIST_CELL_CHOICE("A7"),
    /// A cell under a heading that the kind does not have.
    LIST_COLUMN_KNOWN("A67"),
    /// Whoever examines holds the office of a reviewer.
    LIST_REVIEWER("A48"),
    /// The examination is another organisation's.
    LIST_OTHER_ORGAN("A48"),
    /// Sending back says why.
    LIST_RETURN_SAYS_WHY("A48"),
    /// It comes into force neither in the past nor before the version that it follows.
    LIST_EFFECTIVE("A69"),
    /// Every power has its responsibility (A63, A92).
    POWER_WITHOUT_RESPONSIBILITY("A92"),
    /// Every responsibility has its power (A92).
    RESPONSIBILITY_WITHOUT_POWER("A92");

    private final String row;

    ListRule(String row) {
        this.row = row;
    }

    /// 清单管理规定: the row of the seed documents.
    public Article basis() {
        return new Article("guiju", row);
    }
}
