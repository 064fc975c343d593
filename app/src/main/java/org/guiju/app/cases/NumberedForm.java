package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 编有号码的决定书 (行政处罚法 52): one number, to whom it was issued, and the case in which it was used, why it is void or when it
/// was given back.
///
/// @param pad first number of the pad it is part of
/// @param givenOn day on which a voucher was handed over; null for a form and for a voucher that is not entered
/// @param act kind of the event that was entered on a voucher
public record NumberedForm(
        Kind kind,
        String number,
        String pad,
        PersonId person,
        LocalDate issuedOn,
        @Nullable String caseNo,
        @Nullable LocalDate usedOn,
        @Nullable String voidReason,
        @Nullable LocalDate voidedOn,
        @Nullable LocalDate returnedOn,
        @Nullable LocalDate givenOn,
        @Nullable String act) {

    /// 种类.
    public enum Kind {
        /// 当场处罚决定书 (行政处罚法 52).
        ON_THE_SPOT("on-the-spot"),
        /// 应急凭证: handed out in place of a numbered paper while the system gives out no numbers.
        VOUCHER("voucher");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// The stable form in entries and interfaces.
        public String code() {
            return code;
        }

        /// Pads issued before there were kinds are forms for fines on the spot.
        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(k -> k.code.equals(code))
                    .findFirst()
                    .orElse(ON_THE_SPOT);
        }
    }

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
