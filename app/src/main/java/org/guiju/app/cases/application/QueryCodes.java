package org.guiju.app.cases.application;

import java.util.UUID;
import org.guiju.app.ledger.store.KeyRing;
import org.springframework.stereotype.Component;

/// 查询码: thirteen characters without I, L, O and U (65 bits), made from the case and the installation's key, so that it
/// stands nowhere and can be printed again.
@Component
public class QueryCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;
    private final KeyRing ring;

    QueryCodes(KeyRing ring) {
        this.ring = ring;
    }

    public String of(UUID caseId) {
        var mac = ring.mac("query-code:" + caseId);
        var code = new StringBuilder(LENGTH);
        int bits = 0;
        long pool = 0;
        for (int i = 0; code.length() < LENGTH; ) {
            if (bits < 5) {
                pool = (pool << 8) | (mac[i++] & 0xFF);
                bits += 8;
            }
            bits -= 5;
            code.append(ALPHABET.charAt((int) (pool >> bits) & 31));
        }
        return code.toString();
    }

    /// Loose in writing (lower case, spaces, dashes, I for 1, O for 0), exact in comparing; takes the same time either way.
    public boolean matches(UUID caseId, String typed) {
        var plain =
                java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                        .toUpperCase(java.util.Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return java.security.MessageDigest.isEqual(
                plain.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                of(caseId).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
