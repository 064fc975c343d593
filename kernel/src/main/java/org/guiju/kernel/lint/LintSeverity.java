package org.guiju.kernel.lint;

import org.guiju.kernel.shared.Text;

/// 审查结论的轻重.
public enum LintSeverity {
    /// 不得发布: unlawful or unworkable.
    ERROR("error", new Text("错误", "error")),
    /// 应当说明或者改正: lawful perhaps, and weak.
    WARNING("warning", new Text("警告", "warning")),
    /// 提示: what could not be analysed, or what the reader should know.
    NOTE("note", new Text("提示", "note"));

    private final String code;
    private final Text words;

    LintSeverity(String code, Text words) {
        this.code = code;
        this.words = words;
    }

    /// As SARIF 2.1.0 calls a level.
    public String code() {
        return code;
    }

    public Text words() {
        return words;
    }
}
