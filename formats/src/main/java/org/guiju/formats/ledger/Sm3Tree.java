package org.guiju.formats.ledger;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 国密树: the tree of a log hashed with SM3 (GB/T 32905—2016). tlog-tiles fixes SHA-256, so this is a second log over the
/// same entries under an origin of its own, `<origin>/sm3`; off unless a deployment asks for it.
public final class Sm3Tree implements TreeHash {
    /// 国密日志名: the origin of the second log.
    public static String origin(String origin) {
        return origin + "/sm3";
    }

    @Override
    public byte[] digest(byte[]... parts) {
        var digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
