package org.guiju.kernel.shared;

import java.util.Optional;

/// 统一社会信用代码: the one code of an organ, company or body (GB 32100-2015): 18 capital letters and digits, the last
/// of which checks the others. A code in capitals only: small letters are another writing and are not repaired here.
///
/// The check digit finds typing errors, not inventions: `123456789012345678` passes it. Whether the [#region()] exists
/// is for the caller to ask, and to warn about only, because codes of central bodies (991000) stand in no region table.
public record CreditCode(String value) {
    /// 31 signs; I, O, S, V and Z are left out because they are misread (GB 32100-2015, table 2).
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;

    /// What is wrong with a would-be code, in order of precedence.
    public enum Fault {
        /// Not 18 characters long.
        LENGTH,
        /// A character outside the alphabet.
        CHARACTER,
        /// The last character does not check the others.
        CHECK_DIGIT
    }

    public CreditCode {
        var fault = faultOf(value);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("not a unified social credit code: " + fault.get());
        }
    }

    /// The code, or empty when there is a fault; [#faultOf(String)] tells which.
    public static Optional<CreditCode> of(String value) {
        return faultOf(value).isEmpty() ? Optional.of(new CreditCode(value)) : Optional.empty();
    }

    /// The first fault of the text, judged exactly as written; empty for a valid code.
    public static Optional<Fault> faultOf(String value) {
        if (value.length() != LENGTH) {
            return Optional.of(Fault.LENGTH);
        }
        if (value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.of(Fault.CHARACTER);
        }
        return checkDigit(value) == value.charAt(LENGTH - 1)
                ? Optional.empty()
                : Optional.of(Fault.CHECK_DIGIT);
    }

    /// 登记管理机关行政区划码: characters 3 to 8, the six-digit region of the registering authority.
    public String region() {
        return value.substring(2, 8);
    }

    /// 校验码: weights 3^(i-1) mod 31, check = (31 - sum mod 31) mod 31 (GB 32100-2015, 4.5).
    private static char checkDigit(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
