package org.guiju.kernel.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One-time codes: the published vectors, the window, base32.
class TotpTest {
    private static final String TWENTY = "12345678901234567890";

    /// RFC 6238, appendix B, with the secrets of its reference implementation.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void theVectorsOfTheStandard(long second, String sha1, String sha256, String sha512) {
        var step = Totp.step(Instant.ofEpochSecond(second));
        assertThat(Totp.code(seed(20), step, "HmacSHA1", 8)).isEqualTo(sha1);
        assertThat(Totp.code(seed(32), step, "HmacSHA256", 8)).isEqualTo(sha256);
        assertThat(Totp.code(seed(64), step, "HmacSHA512", 8)).isEqualTo(sha512);
    }

    /// RFC 4226, appendix D: the first ten codes of six digits.
    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void theVectorsOfTheStandardBelow(long counter, String code) {
        assertThat(Totp.code(seed(20), counter, "HmacSHA1", Totp.DIGITS)).isEqualTo(code);
    }

    @Test
    void oneStepBeforeAndBehindIsAcceptedAndNoneBeyond() {
        var now = Instant.ofEpochSecond(1_790_000_010L);
        long step = Totp.step(now);
        for (long off = -3; off <= 3; off++) {
            var code = Totp.code(seed(20), step + off, "HmacSHA1", Totp.DIGITS);
            var accepted = Totp.accepted(seed(20), code, now);
            if (Math.abs(off) <= 1) {
                assertThat(accepted).as("%d steps off", off).hasValue(step + off);
            } else {
                assertThat(accepted).as("%d steps off", off).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "12345", "1234567", "abcdef", "'12 456'"})
    void whatIsNoCodeIsNotAccepted(String typed) {
        assertThat(Totp.accepted(seed(20), typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void stepsChangeAtTheHalfMinute() {
        assertThat(Totp.step(Instant.ofEpochSecond(29))).isZero();
        assertThat(Totp.step(Instant.ofEpochSecond(30))).isEqualTo(1);
        assertThat(Totp.step(Instant.ofEpochSecond(-1))).isEqualTo(-1);
    }

    /// RFC 4648, section 10, without its padding.
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void theVectorsOfBase32(String plain, String written) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
        assertThat(new String(Totp.bytes(written), StandardCharsets.US_ASCII)).isEqualTo(plain);
    }

    @Test
    void aSecretMayBeTypedInGroupsAndSmall() {
        assertThat(Totp.bytes("mzxw 6ytb oi==")).isEqualTo(Totp.bytes("MZXW6YTBOI"));
        assertThatThrownBy(() -> Totp.bytes("MZX1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1");
    }

    private static byte[] seed(int length) {
        return TWENTY.repeat(4).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
