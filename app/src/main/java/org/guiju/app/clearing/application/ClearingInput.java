package org.guiju.app.clearing.application;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 填写内容 of a form or of the API: words by name, tidied. What cannot be read is named by its field.
public final class ClearingInput {
    private static final int LONGEST = 4000;
    private final Map<String, List<String>> fields;

    public ClearingInput(Map<String, List<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    /// 填写有误.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final String key;

        Unreadable(String field, String key) {
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

    String one(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    boolean has(String name) {
        return !one(name).isEmpty();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(v -> tidy(name, v))
                .filter(v -> !v.isEmpty())
                .toList();
    }

    /// Several values, each on its own or parted by commas.
    List<String> words(String name) {
        return all(name).stream()
                .flatMap(v -> Arrays.stream(v.split("[,，、\\s]+")))
                .filter(v -> !v.isEmpty())
                .toList();
    }

    boolean yes(String name) {
        var word = one(name);
        return word.equals("yes") || word.equals("true") || word.equals("是");
    }

    LocalDate day(String name) {
        var day = dayOrNull(name);
        if (day == null) {
            throw new Unreadable(name, "clearing.error.day");
        }
        return day;
    }

    @Nullable LocalDate dayOrNull(String name) {
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
                throw new Unreadable(name, "clearing.error.day");
            }
            return day;
        } catch (DateTimeException _) {
            throw new Unreadable(name, "clearing.error.day");
        }
    }

    int number(String name) {
        var typed = Normalizer.normalize(one(name), Normalizer.Form.NFKC);
        if (!typed.matches("[0-9]{1,6}")) {
            throw new Unreadable(name, "clearing.error.number");
        }
        return Integer.parseInt(typed);
    }

    private static String tidy(String name, String value) {
        if (value.length() > LONGEST) {
            throw new Unreadable(name, "clearing.error.long");
        }
        if (value.chars().anyMatch(c -> c == 0 || c >= 0xFFFE)) {
            throw new Unreadable(name, "clearing.error.letters");
        }
        return Normalizer.normalize(value, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }
}
