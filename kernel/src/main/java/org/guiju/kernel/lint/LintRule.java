package org.guiju.kernel.lint;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 审查规则: one named value.
///
/// @param id stable, never used for another rule: `GJ-A01`
/// @param basis the article or the matrix row that asks for it
/// @param message what is wrong; facts stand in it as `{name}`
/// @param remedy what to do
/// @param check where the rule finds the text wanting
public record LintRule(
        String id,
        LintFamily family,
        LintSeverity severity,
        Article basis,
        Text message,
        Text remedy,
        Check check) {
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    /// Looks at one text.
    @FunctionalInterface
    public interface Check {
        Stream<Found> in(PowerDefinition power, LintFacts facts);
    }

    /// 一处.
    ///
    /// @param path in the words of the text: `situations[preparation].steps[decide]`
    /// @param facts what the sentence needs
    public record Found(String path, Map<String, String> facts) {
        public Found {
            facts = Map.copyOf(facts);
        }

        static Found at(String path, String... facts) {
            var named = new java.util.LinkedHashMap<String, String>();
            for (int i = 0; i + 1 < facts.length; i += 2) {
                named.put(facts[i], facts[i + 1]);
            }
            return new Found(path, named);
        }
    }

    /// A rule that the text alone answers.
    static LintRule onText(
            String id,
            LintFamily family,
            LintSeverity severity,
            Article basis,
            Text message,
            Text remedy,
            Function<PowerDefinition, Stream<Found>> wanting) {
        return new LintRule(
                id, family, severity, basis, message, remedy, (p, f) -> wanting.apply(p));
    }

    LintFinding finding(Found found) {
        return new LintFinding(
                id,
                family,
                severity,
                basis,
                found.path(),
                fill(message, found.facts()),
                fill(remedy, found.facts()));
    }

    private static Text fill(Text sentence, Map<String, String> facts) {
        var en = sentence.en();
        return new Text(fill(sentence.zh(), facts), en == null ? null : fill(en, facts));
    }

    private static String fill(String sentence, Map<String, String> facts) {
        return FACT.matcher(sentence)
                .replaceAll(m -> Matcher.quoteReplacement(facts.getOrDefault(m.group(1), "—")));
    }
}
