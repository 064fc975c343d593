package org.guiju.kernel.ledger;

import java.security.MessageDigest;

/// 叶哈希: the name of an entry in the tree and in `prev`.
///
/// Source: RFC 9162 §2.1.1 (as RFC 6962 §2.1): SHA-256(0x00 ‖ entry). The prefix keeps a leaf from passing as a node.
public final class LeafHash {
    private LeafHash() {}

    /// @return 32 bytes
    public static byte[] of(byte[] entry) {
        MessageDigest digest = Bytes.sha256();
        digest.update((byte) 0x00);
        return digest.digest(entry);
    }

    /// base64url without padding (RFC 4648 §5), 43 characters for a hash.
    public static String base64url(byte[] bytes) {
        return Bytes.base64url(bytes);
    }
}
