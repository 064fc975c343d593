package org.guiju.kernel.lint;

import org.guiju.kernel.shared.Text;

/// 审查方面: of what a rule speaks.
public enum LintFamily {
    /// 职权: whether the organ has the power at all.
    AUTHORITY("authority", new Text("职权", "authority")),
    /// 程序: whether the way is the law's and comes to an end.
    PROCEDURE("procedure", new Text("程序", "procedure")),
    /// 时限: whether the clocks are lawful and agree with each other.
    TIME("time", new Text("时限", "time")),
    /// 廉政: whether somebody could bend it unseen.
    INTEGRITY("integrity", new Text("廉政", "integrity")),
    /// 文本: whether the text can be read and what it names is there.
    TEXT("text", new Text("文本", "text"));

    private final String code;
    private final Text words;

    LintFamily(String code, Text words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public Text words() {
        return words;
    }
}
