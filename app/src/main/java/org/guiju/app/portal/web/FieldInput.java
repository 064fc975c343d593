package org.guiju.app.portal.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.platform.i18n.Language;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.kernel.cases.Answers;
import org.guiju.kernel.powers.Field;
import org.jspecify.annotations.Nullable;

/// 表单字段读取: typed answers from a posted form. What was typed is shown again as it was typed; only what is right is kept.
///
/// @param typed as it came, for showing again
/// @param good by field, in the form that is kept; an empty answer is left out
record FieldInput(Map<String, String> typed, Map<String, String> good, FormErrors errors) {
    /// Longer than any field; a longer value is not looked at, only told.
    private static final int LONGEST = 20_000;

    static String inputId(Field field) {
        return "f-" + field.id();
    }

    /// @param insist whether an empty required field is an error
    static FieldInput read(
            List<Field> fields,
            Map<String, String> form,
            LocalDate today,
            Language language,
            boolean insist) {
        var input = new FieldInput(new LinkedHashMap<>(), new LinkedHashMap<>(), new FormErrors());
        for (var field : fields) {
            var raw = form.getOrDefault(field.id(), "");
            input.typed.put(field.id(), raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
            var answer = raw.length() > LONGEST ? raw : normal(field, raw);
            var why = raw.length() > LONGEST ? "too-long" : problem(field, answer, today, insist);
            if (why != null) {
                input.errors.add(
                        inputId(field), "apply.fault." + why, arguments(field, why, language));
            } else if (!answer.isEmpty()) {
                input.good.put(field.id(), answer);
            }
        }
        return input;
    }

    private static String normal(Field field, String raw) {
        var answer = Answers.normal(field.type(), raw.replace("\r\n", "\n"));
        return field.type() == Field.Type.DATE ? date(answer) : answer;
    }

    /// 2026/1/5, 2026.1.5 and 2026年1月5日 are dates too.
    private static String date(String answer) {
        var parts =
                Normalizer.normalize(answer, Normalizer.Form.NFKC)
                        .replace("日", "")
                        .split("[-/.年月]");
        boolean dated =
                parts.length == 3
                        && parts[0].matches("[0-9]{4}")
                        && parts[1].matches("[0-9]{1,2}")
                        && parts[2].matches("[0-9]{1,2}");
        return dated
                ? "%s-%02d-%02d"
                        .formatted(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                : answer;
    }

    private static @Nullable String problem(
            Field field, String answer, LocalDate today, boolean insist) {
        if (answer.isEmpty()) {
            return insist && field.required() ? required(field) : null;
        }
        if (!CommandInput.storable(answer)) {
            return "control-character";
        }
        return Answers.problem(field, answer, today)
                .map(w -> w.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(null);
    }

    static String required(Field field) {
        return switch (field.type()) {
            case CONFIRM -> "not-confirmed";
            case CHOICE -> "not-chosen";
            default -> "required";
        };
    }

    private static Object[] arguments(Field field, String why, Language language) {
        var label = language.of(field.label()).text();
        var max = field.max();
        var bound =
                switch (why) {
                    case "too-long" ->
                            Long.toString(
                                    max == null ? Answers.LONGEST : Math.min(max, Answers.LONGEST));
                    case "too-large" -> String.valueOf(max);
                    case "too-short", "too-small" -> String.valueOf(field.min());
                    default -> "";
                };
        return new Object[] {label, bound};
    }
}
