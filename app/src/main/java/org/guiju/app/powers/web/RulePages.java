package org.guiju.app.powers.web;

import java.util.Arrays;
import java.util.List;
import org.guiju.formats.definition.DefinitionLint;
import org.guiju.formats.definition.DefinitionLint.Described;
import org.guiju.kernel.lint.LintFamily;
import org.guiju.kernel.lint.LintSeverity;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// 审查规则公开: every rule by which a text is judged, with its article and its remedy, so that a jurist can hold each against the law.
@Controller
class RulePages {
    private static final List<Described> ALL = DefinitionLint.rules();

    /// 一个方面的规则.
    record Family(LintFamily family, List<Described> rules) {}

    /// 多少条规则 of a severity.
    record Count(LintSeverity severity, long rules) {}

    /// 公开数据: one rule.
    ///
    /// @param basis the article, as cited; a row of our own requirements as `guiju A57`
    record Published(
            String id, String family, String severity, String basis, Text message, Text remedy) {}

    @GetMapping("/rules")
    String page(Model model) {
        model.addAttribute("total", ALL.size());
        model.addAttribute(
                "counts",
                Arrays.stream(LintSeverity.values())
                        .map(s -> new Count(s, ALL.stream().filter(r -> r.severity() == s).count()))
                        .toList());
        model.addAttribute(
                "families",
                Arrays.stream(LintFamily.values())
                        .map(f -> new Family(f, ALL.stream().filter(r -> r.family() == f).toList()))
                        .toList());
        return "catalog/rules";
    }

    @GetMapping("/api/v1/public/lint-rules")
    @ResponseBody
    List<Published> published() {
        return ALL.stream()
                .map(r ->
                        new Published(
                                r.id(),
                                r.family().code(),
                                r.severity().code(),
                                r.basis().law() + " " + r.basis().number(),
                                r.message(),
                                r.remedy()))
                .toList();
    }
}
