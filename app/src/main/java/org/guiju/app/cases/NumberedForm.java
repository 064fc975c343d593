package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 编有号码的决定书 (行政处罚法 52): one number, to whom it was issued, and the case in which it was used, why it is void or when it
/// was given back.
///
/// @param pad first number of the pad it is part of
public record NumberedForm(
        String number,
        String pad,
        PersonId person,
        LocalDate issuedOn,
        @Nullable String caseNo,
        @Nullable LocalDate usedOn,
        @Nullable String voidReason,
        @Nullable LocalDate voidedOn,
        @Nullable LocalDate returnedOn) {
    /// How many digits end every number.
    public static final int DIGITS = 6;

    /// `unused`, `used`, `void` or `returned`.
    public String state() {
        if (usedOn != null) {
            return "used";
        }
        return voidedOn != null ? "void" : returnedOn != null ? "returned" : "unused";
    }

    /// A number: the prefix and six digits.
    public static String number(String prefix, long n) {
        return prefix + String.format(Locale.ROOT, "%0" + DIGITS + "d", n);
    }

    /// Numbers of a pad, both ends included.
    public static List<String> numbers(String prefix, long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(n -> number(prefix, n)).toList();
    }
}
