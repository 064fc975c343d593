package org.guiju.formats.tables;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 语句: sentences by code from a pair of message files beside a class, Chinese and English, with `{fact}` filled in.
/// `CODE.REASON` goes before `CODE` where the facts hold a `reason`.
public final class Sentences {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final int LONGEST_FACT = 80;

    private final Properties zh;
    private final Properties en;

    private Sentences(Properties zh, Properties en) {
        this.zh = zh;
        this.en = en;
    }

    /// Reads `<name>.properties` (Chinese, the original) and `<name>_en.properties` beside the class.
    public static Sentences load(Class<?> beside, String name) {
        return new Sentences(
                read(beside, name + ".properties"), read(beside, name + "_en.properties"));
    }

    private static Properties read(Class<?> beside, String file) {
        var sentences = new Properties();
        try (var in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing message file " + file);
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The sentence, or an error of ours when the message file has none. A fact is shortened when it would drown the
    /// sentence: it may be a whole cell.
    public String say(String code, Map<String, String> facts, Locale locale) {
        var messages = of(locale);
        var reason = facts.get("reason");
        var template = reason == null ? null : messages.getProperty(code + "." + reason);
        if (template == null) {
            template = messages.getProperty(code);
        }
        if (template == null) {
            throw new IllegalArgumentException("no sentence for " + code);
        }
        return PLACE.matcher(template)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                shortened(facts.getOrDefault(place.group(1), "?"))));
    }

    /// The codes that have a sentence in the language; for tests that nothing is missing.
    public Set<String> codes(Locale locale) {
        return of(locale).stringPropertyNames();
    }

    private Properties of(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }

    private static String shortened(String fact) {
        if (fact.codePointCount(0, fact.length()) <= LONGEST_FACT) {
            return fact;
        }
        return fact.substring(0, fact.offsetByCodePoints(0, LONGEST_FACT)) + "…";
    }
}
