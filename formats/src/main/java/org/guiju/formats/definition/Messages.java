package org.guiju.formats.definition;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guiju.kernel.shared.Text;

/// 提示文字: the sentence and the remedy of every code, Chinese and English side by side.
final class Messages {
    private static final Pattern FACT = Pattern.compile("\\{([a-z-]+)}");
    private static final int LONGEST_FACT = 120;
    static final Properties ZH = load("problems_zh.properties");
    static final Properties EN = load("problems_en.properties");

    private Messages() {}

    static Text message(String code, Map<String, String> facts) {
        return both(code, facts);
    }

    static Text remedy(String code, Map<String, String> facts) {
        return both(code + ".remedy", facts);
    }

    /// The sentence and the remedy with what a text would fill in left open.
    static Text open(String key) {
        return new Text(
                FACT.matcher(ZH.getProperty(key, key)).replaceAll("…"),
                FACT.matcher(EN.getProperty(key, key)).replaceAll("…"));
    }

    private static Text both(String key, Map<String, String> facts) {
        return new Text(
                fill(ZH.getProperty(key, key), facts), fill(EN.getProperty(key, key), facts));
    }

    private static String fill(String sentence, Map<String, String> facts) {
        return FACT.matcher(sentence)
                .replaceAll(found ->
                        Matcher.quoteReplacement(shorten(facts.getOrDefault(found.group(1), ""))));
    }

    /// What a stranger wrote into the text is shown, but not at any length.
    private static String shorten(String fact) {
        var line = fact.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_FACT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_FACT)) + "…";
    }

    private static Properties load(String name) {
        var all = new Properties();
        try (var in = Messages.class.getResourceAsStream(name)) {
            all.load(
                    new InputStreamReader(
                            Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
