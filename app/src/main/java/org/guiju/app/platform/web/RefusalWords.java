package org.guiju.app.platform.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 不予办理的说明: the sentence and the remedy that belong to a refusal, from `messages/refusals`: `refusal.<CODE>.title`
/// and `refusal.<CODE>.remedy`. A fact of the refusal stands in them as `{name}`.
@Component
public class RefusalWords {

    private static final String HOUSE = "guiju";
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private static final String PENALTY_LAW = "行政处罚法";
    private final MessageSource messages;

    RefusalWords(MessageSource messages) {
        this.messages = messages;
    }

    /// @param code stable name, for programs
    /// @param article the citation, `《行政许可法》第三十二条`, or the number of a rule of the platform
    /// @param remedy what to do so that the act becomes possible
    public record Said(String code, String title, String article, String remedy) {}

    public Said of(Refusal refusal, Locale locale) {
        var code = refusal.code().name();
        return new Said(
                code,
                say(code, "title", refusal, locale),
                cite(refusal.basis(), locale),
                say(code, "remedy", refusal, locale));
    }

    /// A rule of this platform has a number of its own and no law around it.
    private String cite(Article basis, Locale locale) {
        return basis.law().equals(HOUSE)
                ? messages.getMessage("error.article.house", new Object[] {basis.number()}, locale)
                : basis.cite();
    }

    /// A code without words of its own is still answered in words: the code then stands beside them.
    /// Under the penalty law some rules have other words, for its figures and its persons are others.
    private String say(String code, String part, Refusal refusal, Locale locale) {
        var general =
                messages.getMessage(
                        "error.409." + (part.equals("title") ? "title" : "next"), null, locale);
        var key = "refusal." + code + "." + part;
        var plain = messages.getMessage(key, null, general, locale);
        var sentence =
                refusal.basis().law().equals(PENALTY_LAW)
                        ? messages.getMessage(key + ".penalty", null, plain, locale)
                        : plain;
        return fill(sentence == null ? general : sentence, refusal.facts());
    }

    /// A fact that the refusal does not carry shows as a dash: half a sentence is better than none.
    static String fill(String sentence, Map<String, String> facts) {
        return FACT.matcher(sentence)
                .replaceAll(
                        match -> Matcher.quoteReplacement(facts.getOrDefault(match.group(1), "—")));
    }
}
