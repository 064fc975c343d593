package org.guiju.kernel.ledger;

/// 来源: whose act it is. Imported acts (影子办件) are judged and never refused.
public enum Source {
    /// 本系统办理: decided here, by our rules.
    OWN("own"),
    /// 业务系统导入: decided in a line system, recorded here.
    IMPORTED("imported");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    /// As it stands in the entry.
    public String word() {
        return word;
    }

    static Source of(String word) {
        for (Source source : values()) {
            if (source.word.equals(word)) {
                return source;
            }
        }
        throw EventForm.wrong("source", "is neither own nor imported");
    }
}
