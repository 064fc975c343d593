package org.guiju.kernel.cases;

import java.math.BigInteger;

/// 缴款码: the digits by which a fine is paid at the bank, made from the case number so that nobody types it twice; two check
/// digits after ISO 7064 MOD 97-10, so that a slip of the pen pays nobody else's fine.
public final class PaymentCode {
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private PaymentCode() {}

    /// The code of a case; letters count as two digits (A = 10 … Z = 35), other characters fall out.
    static String of(String no) {
        var digits = new StringBuilder();
        no.toUpperCase(java.util.Locale.ROOT)
                .chars()
                .filter(c -> c < 128 && Character.isLetterOrDigit(c))
                .forEach(c -> digits.append(Character.digit(c, 36)));
        var value = new BigInteger(digits.isEmpty() ? "0" : digits.toString());
        int check = 98 - value.multiply(BigInteger.valueOf(100)).mod(MODULUS).intValue();
        return digits + (check < 10 ? "0" : "") + check;
    }

    /// Whether the check digits agree.
    public static boolean valid(String code) {
        return code.matches("[0-9]{4,40}")
                && new BigInteger(code).mod(MODULUS).equals(BigInteger.ONE);
    }
}
