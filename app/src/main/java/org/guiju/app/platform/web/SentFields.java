package org.guiju.app.platform.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 填写内容 of a form or of the API: words by name, tidied. What cannot be read is named by its field.
public class SentFields {
    private static final int LONGEST = 4000;
    private final Map<String, List<String>> fields;
    private final String errors;

    /// @param errors where the messages of what cannot be read stand: `clearing.error`
    public SentFields(Map<String, List<String>> fields, String errors) {
        this.fields = Map.copyOf(fields);
        this.errors = errors;
    }

    /// 填写有误.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final String key;

        public Unreadable(String field, String key) {
            super(field + ": " + key);
            this.field = field;
            this.key = key;
        }

        public String field() {
            return field;
        }

        /// Key of the message.
        public String key() {
            return key;
        }
    }

    public String one(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public boolean has(String name) {
        return !one(name).isEmpty();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(v -> tidy(name, v))
                .filter(v -> !v.isEmpty())
                .toList();
    }

    /// Several values, each on its own or parted by commas.
    public List<String> words(String name) {
        return all(name).stream()
                .flatMap(v -> Arrays.stream(v.split("[,，、\\s]+")))
                .filter(v -> !v.isEmpty())
                .toList();
    }

    public boolean yes(String name) {
        var word = one(name);
        return word.equals("yes") || word.equals("true") || word.equals("是");
    }

    public LocalDate day(String name) {
        var day = dayOrNull(name);
        if (day == null) {
            throw unreadable(name, "day");
        }
        return day;
    }

    public @Nullable LocalDate dayOrNull(String name) {
        var typed =
                Normalizer.normalize(one(name), Normalizer.Form.NFKC)
                        .replace('/', '-')
                        .replace('.', '-');
        if (typed.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(typed);
            if (day.getYear() < 2000 || day.getYear() > 2100) {
                throw unreadable(name, "day");
            }
            return day;
        } catch (DateTimeException _) {
            throw unreadable(name, "day");
        }
    }

    public int number(String name) {
        var typed = Normalizer.normalize(one(name), Normalizer.Form.NFKC);
        if (!typed.matches("[0-9]{1,6}")) {
            throw unreadable(name, "number");
        }
        return Integer.parseInt(typed);
    }

    /// What cannot be read, with the message that says so in the words of the capability.
    protected Unreadable unreadable(String name, String fault) {
        return new Unreadable(name, errors + "." + fault);
    }

    private String tidy(String name, String value) {
        if (value.length() > LONGEST) {
            throw unreadable(name, "long");
        }
        // Half a character is none; a rare one of two halves is.
        if (value.codePoints()
                .anyMatch(
                        c -> c == 0 || c == 0xFFFE || c == 0xFFFF || c >= 0xD800 && c <= 0xDFFF)) {
            throw unreadable(name, "letters");
        }
        return Normalizer.normalize(value, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }
}
