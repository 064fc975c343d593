package org.guiju.kernel.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// 字节: SHA-256 and base64url without padding, each in the only form the ledger accepts.
final class Bytes {
    static final int HASH = 32;
    static final int SALT = 16;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Bytes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String base64url(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// Refuses padding and stray bits, which the JDK would let pass: one value, one text.
    static byte[] fromBase64url(String text, EntryFault fault) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new EntryException(fault, "not base64url, " + text.length() + " characters");
        }
        if (!base64url(bytes).equals(text)) {
            throw new EntryException(
                    fault, "not canonical base64url, " + text.length() + " characters");
        }
        return bytes;
    }

    static byte[] fromBase64url(String text, int length, EntryFault fault) {
        byte[] bytes = fromBase64url(text, fault);
        if (bytes.length != length) {
            throw new EntryException(fault, bytes.length + " bytes instead of " + length);
        }
        return bytes;
    }
}
