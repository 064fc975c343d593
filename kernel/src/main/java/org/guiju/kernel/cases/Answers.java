package org.guiju.kernel.cases;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.CreditCode;
import org.guiju.kernel.shared.ResidentId;

/// 申请表答案: typed answers to the fields of a form. Loose input is accepted (spaces, full-width digits), wrong input is
/// named with its field.
public final class Answers {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9-]{5,19}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,4})?");

    /// Characters that a text field holds at most where the definition sets no smaller bound.
    public static final int LONGEST = 2000;

    private Answers() {}

    /// 字段错误: which field, and why, as a key of the message files.
    public record Problem(String field, Why why) {}

    /// 错误原因.
    public enum Why {
        REQUIRED,
        NOT_LISTED,
        TOO_LONG,
        TOO_SHORT,
        NOT_A_NUMBER,
        TOO_SMALL,
        TOO_LARGE,
        NOT_A_DATE,
        NOT_A_PHONE,
        NOT_AN_ID_NUMBER,
        NOT_A_CREDIT_CODE,
        NOT_A_CHOICE,
        CONTROL_CHARACTER
    }

    /// The answer as it is kept: NFC, outer space off; figures and codes in half-width form without spaces.
    public static String normal(Field.Type type, String raw) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        return switch (type) {
            case TEXT, LONG_TEXT, PERSON_NAME, CHOICE, CONFIRM -> text;
            case NUMBER, DECIMAL, MONEY, PHONE, ID_NUMBER, CREDIT_CODE, DATE ->
                    Normalizer.normalize(text, Normalizer.Form.NFKC)
                            .replaceAll("[\\s,，]", "")
                            .toUpperCase(java.util.Locale.ROOT);
        };
    }

    /// What is wrong with answers as kept; required fields that are empty are the office's matter (一次性告知), not an error.
    public static List<Problem> problems(
            Situation s, Map<String, String> answers, LocalDate today) {
        var found = new ArrayList<Problem>();
        answers.forEach((id, answer) ->
                s.field(id)
                        .map(f -> problem(f, answer, today))
                        .orElse(Optional.of(Why.NOT_LISTED))
                        .ifPresent(why -> found.add(new Problem(id, why))));
        return found;
    }

    /// What is wrong with one answer; an empty answer is no error here.
    public static Optional<Why> problem(Field field, String answer, LocalDate today) {
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        if (answer.codePoints()
                        .anyMatch(c ->
                                Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || answer.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            return Optional.of(Why.CONTROL_CHARACTER);
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT, PERSON_NAME -> text(field, answer);
            case NUMBER -> number(field, answer, NUMBER);
            case DECIMAL, MONEY -> number(field, answer, DECIMAL);
            case DATE -> date(answer);
            case PHONE -> unless(PHONE.matcher(answer).matches(), Why.NOT_A_PHONE);
            case ID_NUMBER ->
                    unless(ResidentId.of(answer, today).isPresent(), Why.NOT_AN_ID_NUMBER);
            case CREDIT_CODE -> unless(CreditCode.of(answer).isPresent(), Why.NOT_A_CREDIT_CODE);
            case CHOICE ->
                    unless(
                            field.choices().stream().anyMatch(c -> c.id().equals(answer)),
                            Why.NOT_A_CHOICE);
            case CONFIRM -> unless("yes".equals(answer), Why.NOT_A_CHOICE);
        };
    }

    /// Whether answers and files are for listed fields and materials alone.
    static boolean onlyListed(Situation s, Set<String> answered, Collection<Filing> filings) {
        var materials =
                s.materials().stream()
                        .filter(m -> m.source().uploaded())
                        .map(m -> m.id())
                        .collect(Collectors.toSet());
        return answered.stream().allMatch(id -> s.field(id).isPresent())
                && filings.stream().allMatch(f -> materials.contains(f.material()));
    }

    private static Optional<Why> text(Field field, String answer) {
        long length = answer.codePointCount(0, answer.length());
        long most = field.max() == null ? LONGEST : Math.min(field.max(), LONGEST);
        if (length > most) {
            return Optional.of(Why.TOO_LONG);
        }
        return unless(field.min() == null || length >= field.min(), Why.TOO_SHORT);
    }

    private static Optional<Why> number(Field field, String answer, Pattern form) {
        if (!form.matcher(answer).matches()) {
            return Optional.of(Why.NOT_A_NUMBER);
        }
        var figure = new BigDecimal(answer);
        if (field.min() != null && figure.compareTo(BigDecimal.valueOf(field.min())) < 0) {
            return Optional.of(Why.TOO_SMALL);
        }
        return unless(
                field.max() == null || figure.compareTo(BigDecimal.valueOf(field.max())) <= 0,
                Why.TOO_LARGE);
    }

    private static Optional<Why> date(String answer) {
        try {
            var day = LocalDate.parse(answer);
            return unless(day.getYear() >= 1900 && day.getYear() <= 2200, Why.NOT_A_DATE);
        } catch (DateTimeException _) {
            return Optional.of(Why.NOT_A_DATE);
        }
    }

    private static Optional<Why> unless(boolean fine, Why why) {
        return fine ? Optional.empty() : Optional.of(why);
    }
}
