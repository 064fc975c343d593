package org.guiju.app.meetings.application;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 填写内容 of a form or of the API: words by name, tidied. What cannot be read is named by its field.
public final class MeetingInput {
    private static final int LONGEST = 4000;
    private final Map<String, List<String>> fields;

    public MeetingInput(Map<String, List<String>> fields) {
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

    public String one(String name) {
        return all(name).stream().findFirst().orElse("");
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

    List<PersonId> people(String name) {
        return words(name).stream().map(PersonId::new).toList();
    }

    PersonId person(String name) {
        if (one(name).isEmpty()) {
            throw new Unreadable(name, "meetings.error.person");
        }
        return new PersonId(one(name));
    }

    boolean yes(String name) {
        var word = one(name);
        return word.equals("yes") || word.equals("true") || word.equals("是");
    }

    LocalDate day(String name) {
        var day = dayOrNull(name);
        if (day == null) {
            throw new Unreadable(name, "meetings.error.day");
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
                throw new Unreadable(name, "meetings.error.day");
            }
            return day;
        } catch (DateTimeException _) {
            throw new Unreadable(name, "meetings.error.day");
        }
    }

    int number(String name) {
        var typed = Normalizer.normalize(one(name), Normalizer.Form.NFKC);
        if (!typed.matches("[0-9]{1,6}")) {
            throw new Unreadable(name, "meetings.error.number");
        }
        return Integer.parseInt(typed);
    }

    /// A number, 0 where nothing is written.
    int count(String name) {
        return one(name).isEmpty() ? 0 : number(name);
    }

    /// 元 as typed, in fen; null where nothing is written.
    @Nullable Long fen(String name) {
        var typed = Normalizer.normalize(one(name), Normalizer.Form.NFKC).replace(",", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,13}(\\.[0-9]{1,2})?")) {
            throw new Unreadable(name, "meetings.error.amount");
        }
        return new BigDecimal(typed).movePointRight(2).longValueExact();
    }

    private static String tidy(String name, String value) {
        if (value.length() > LONGEST) {
            throw new Unreadable(name, "meetings.error.long");
        }
        if (value.chars().anyMatch(c -> c == 0 || c >= 0xFFFE || c >= 0xD800 && c <= 0xDFFF)) {
            throw new Unreadable(name, "meetings.error.letters");
        }
        return Normalizer.normalize(value, Normalizer.Form.NFC).replace("\r\n", "\n").strip();
    }
}
