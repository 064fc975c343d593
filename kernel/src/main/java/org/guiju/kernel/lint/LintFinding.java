package org.guiju.kernel.lint;

import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 审查发现: one place where a rule finds the text wanting, in words.
///
/// @param rule id of the rule
/// @param path in the words of the text; empty for the text as a whole
public record LintFinding(
        String rule,
        LintFamily family,
        LintSeverity severity,
        Article basis,
        String path,
        Text message,
        Text remedy) {}
