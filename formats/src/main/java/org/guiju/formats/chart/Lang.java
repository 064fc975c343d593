package org.guiju.formats.chart;

import org.guiju.kernel.shared.Text;

/// 语言: in which words a chart speaks.
public enum Lang {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Lang(String tag) {
        this.tag = tag;
    }

    /// The BCP 47 tag, for `lang` attributes.
    public String tag() {
        return tag;
    }

    /// The words in this language; the Chinese original where the organ has approved no English.
    public String of(Text text) {
        var en = text.en();
        return this == ZH || en == null || en.isBlank() ? text.zh() : en;
    }

    /// Whether the words are Chinese although English was asked for, so that a screen reader must be told.
    boolean lacks(Text text) {
        var en = text.en();
        return this == EN && (en == null || en.isBlank());
    }
}
