package org.guiju.kernel.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// 公民身份号码: the number of a resident identity card (GB 11643-1999): region 6, date of birth 8, sequence 3, check 1.
/// Personal data: [#toString()] masks it, so that a log or an error message never carries a number.
///
/// The region is checked by province only: a county code that was abolished long ago is right for those born before.
public record ResidentId(String value) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    /// The first two digits of GB/T 2260, and 81–83 for residents from Hong Kong, Macao and Taiwan
    /// (《港澳台居民居住证申领发放办法》第八条).
    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /// What is wrong with a would-be number, in order of precedence.
    public enum Fault {
        /// Not 17 digits and a digit or X; the 15-digit numbers of before 1999 are no longer issued or valid.
        FORMAT,
        /// No province has these first two digits.
        REGION,
        /// No such day in the calendar.
        DATE,
        /// A birth after the given day.
        FUTURE,
        /// The last character does not check the others.
        CHECK_DIGIT
    }

    public ResidentId {
        var fault = faultOf(value, LocalDate.MAX);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("not a resident id number: " + fault.get());
        }
    }

    /// The number, with a small x made capital, or empty when there is a fault.
    ///
    /// @param today the day on which it is entered: nobody is born later
    public static Optional<ResidentId> of(String value, LocalDate today) {
        var capital = value.replace('x', 'X');
        return faultOf(capital, today).isEmpty()
                ? Optional.of(new ResidentId(capital))
                : Optional.empty();
    }

    /// The first fault of the text; empty for a valid number.
    public static Optional<Fault> faultOf(String value, LocalDate today) {
        if (!FORM.matcher(value).matches()) {
            return Optional.of(Fault.FORMAT);
        }
        if (!PROVINCES.contains(value.substring(0, 2))) {
            return Optional.of(Fault.REGION);
        }
        var born = dateIn(value);
        if (born.isEmpty()) {
            return Optional.of(Fault.DATE);
        }
        if (born.get().isAfter(today)) {
            return Optional.of(Fault.FUTURE);
        }
        return checkDigit(value) == value.charAt(17)
                ? Optional.empty()
                : Optional.of(Fault.CHECK_DIGIT);
    }

    /// 出生日期.
    public LocalDate birthDate() {
        return dateIn(value).orElseThrow();
    }

    /// 掩码: the first three and the last two characters, for paper and pages.
    public String masked() {
        return value.substring(0, 3) + "*".repeat(13) + value.substring(16);
    }

    /// Always masked.
    @Override
    public String toString() {
        return masked();
    }

    private static Optional<LocalDate> dateIn(String value) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(value.substring(6, 10)),
                            Integer.parseInt(value.substring(10, 12)),
                            Integer.parseInt(value.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static char checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % CHECK.length());
    }
}
