package org.guiju.kernel.lists;

import org.guiju.kernel.shared.Article;

/// 手册规则: what must hold before a booklet is bound or its receipt confirmed, in order of precedence (A80, A81).
public enum BookletRule {
    /// The unit's own catalogue clerk binds.
    BOOKLET_CLERK("A80"),
    /// The unit has something that was determined: a list or an institution in force.
    BOOKLET_CONTENT("A80"),
    /// There is such a booklet.
    BOOKLET_ISSUED("A81"),
    /// The personal copy is that of an officer of the unit, who confirms it himself.
    BOOKLET_OWN_OFFICER("A81");

    private final String row;

    BookletRule(String row) {
        this.row = row;
    }

    /// 汇编成册、人手一册: the row of the seed documents.
    public Article basis() {
        return new Article("guiju", row);
    }
}
