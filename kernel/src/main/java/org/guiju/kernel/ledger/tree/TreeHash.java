package org.guiju.kernel.ledger.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// 树的哈希: how leaves and nodes are hashed. The tree of a log is SHA-256, as tlog-tiles fixes it; another algorithm (SM3)
/// is another log over the same entries, never a mixture.
///
/// Source: RFC 9162 §2.1.1: leaf = H(0x00 ‖ entry), node = H(0x01 ‖ left ‖ right), empty tree = H("").
public interface TreeHash {
    TreeHash SHA_256 =
            parts -> {
                try {
                    var digest = MessageDigest.getInstance("SHA-256");
                    for (byte[] part : parts) {
                        digest.update(part);
                    }
                    return digest.digest();
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException("every Java platform has SHA-256", e);
                }
            };

    /// The hash of the parts as if they were one text; 32 bytes.
    byte[] digest(byte[]... parts);

    default Hash empty() {
        return Hash.of(digest());
    }

    default Hash leaf(byte[] entry) {
        return Hash.of(digest(new byte[] {0}, entry));
    }

    /// The prefix keeps a node from passing as a leaf.
    default Hash node(Hash left, Hash right) {
        return Hash.of(digest(new byte[] {1}, left.bytes(), right.bytes()));
    }
}
