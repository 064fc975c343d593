package org.guiju.tools.ledger;

import java.util.Locale;

/// 超期原因: why a case counts as overdue.
public enum Overdue {
    /// The decision bears a day behind the last one.
    DECIDED_LATE("决定晚于法定期限", "decided after the statutory limit"),
    /// Nothing was decided by the day of asking.
    UNDECIDED("期满仍未决定", "still undecided after it");

    private final String zh;
    private final String en;

    Overdue(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /// For example `decided-late`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return zh + " / " + en;
    }
}
