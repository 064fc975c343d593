package org.guiju.kernel.administration;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// 动态口令: one-time codes from time, RFC 6238 over RFC 4226. Who reads a code and who checks it share a secret; the
/// step is thirty seconds, the code six digits, SHA-1 as every authenticator has it.
public final class Totp {
    /// 步长.
    public static final Duration STEP = Duration.ofSeconds(30);

    /// 位数 of the codes we ask for.
    public static final int DIGITS = 6;

    /// Octets of a secret: the length of the hash (RFC 4226, 4, R6).
    public static final int SECRET_BYTES = 20;

    /// A device may be one step before or behind us.
    private static final int WINDOW = 1;

    private static final int NIBBLE = 0xf;
    private static final int OCTET = 0xff;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;

    private Totp() {}

    /// The number of the step that the instant lies in.
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /// 某一步的口令.
    ///
    /// @param algorithm `HmacSHA1`, `HmacSHA256` or `HmacSHA512`
    /// @param digits 6 to 8
    public static String code(byte[] secret, long step, String algorithm, int digits) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            var hash = mac.doFinal(java.nio.ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & NIBBLE;
            int number = java.nio.ByteBuffer.wrap(hash).getInt(at) & Integer.MAX_VALUE;
            long bound = Math.round(Math.pow(10, digits));
            return String.format(Locale.ROOT, "%0" + digits + "d", number % bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }

    /// Which step the code belongs to: that of the instant, or one before or behind it.
    ///
    /// @return empty for any other code; whoever checks refuses a step that he has seen before
    public static OptionalLong accepted(byte[] secret, String typed, Instant at) {
        long now = step(at);
        var found = OptionalLong.empty();
        for (long s = now - WINDOW; s <= now + WINDOW; s++) {
            if (same(code(secret, s, "HmacSHA1", DIGITS), typed)) {
                found = OptionalLong.of(s);
            }
        }
        return found;
    }

    /// As RFC 4648 writes it, without padding: what is typed into an authenticator by hand.
    public static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = (held << Byte.SIZE) | (b & OCTET);
            bits += Byte.SIZE;
            while (bits >= BASE32_BITS) {
                bits -= BASE32_BITS;
                text.append(BASE32.charAt((held >> bits) & (BASE32.length() - 1)));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt((held << (BASE32_BITS - bits)) & (BASE32.length() - 1)));
        }
        return text.toString();
    }

    /// The bytes of a secret as it is typed, spaces and small letters allowed.
    ///
    /// @throws IllegalArgumentException for a letter that base32 has not
    public static byte[] bytes(String base32) {
        var text = base32.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        var bytes = new byte[text.length() * BASE32_BITS / Byte.SIZE];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = BASE32.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not base32: " + text.charAt(i));
            }
            held = (held << BASE32_BITS) | value;
            bits += BASE32_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    /// In a time that tells nothing of how much was right.
    private static boolean same(String one, String other) {
        return java.security.MessageDigest.isEqual(
                one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
