package org.guiju.formats.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// 推送签名: the symmetric scheme of Standard Webhooks 1.0.0, `v1` by HMAC-SHA256 over id, time and body.
public final class WebhookSignature {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /// Octets of a secret that we make; the specification asks for 24 to 64.
    public static final int SECRET_BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /// The secret as its receiver is given it.
    public static String secret(byte[] bytes) {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /// What stands in `webhook-signature`: one signature a secret, the newest secret's first.
    ///
    /// @param secrets as their receiver was given them
    /// @param id without a full stop
    /// @param seconds of the attempt, since 1970
    public static String header(List<String> secrets, String id, long seconds, byte[] body) {
        if (id.indexOf('.') >= 0) {
            throw new IllegalArgumentException(
                    "an id with a full stop could be another id and time");
        }
        return secrets.stream()
                .map(s -> VERSION + of(s, id, seconds, body))
                .collect(Collectors.joining(" "));
    }

    /// Whether one of the header's signatures is that of the secret; for receivers and for tests.
    public static boolean holds(
            String header, String secret, String id, long seconds, byte[] body) {
        var expected = (VERSION + of(secret, id, seconds, body)).getBytes(StandardCharsets.UTF_8);
        for (var one : header.split(" ", -1)) {
            if (MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private static String of(String secret, String id, long seconds, byte[] body) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(
                    new SecretKeySpec(
                            Base64.getDecoder().decode(secret.substring(PREFIX.length())),
                            ALGORITHM));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
