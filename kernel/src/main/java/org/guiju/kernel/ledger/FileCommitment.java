package org.guiju.kernel.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// 附件承诺: binds an entry to the content of a file without telling the content's hash, which would let anyone who
/// guesses the content confirm it. Destroying the salt unbinds nobody who holds a proof and tells nobody else anything.
///
/// Form: base64url(SHA-256(`guiju-file-commitment/v1` 0x0A ‖ salt[16] ‖ SHA-256 of the content[32])). The lengths are
/// fixed, so no two pairs share one input; the first line keeps it apart from leaves, nodes and disclosures.
public final class FileCommitment {
    private static final byte[] DOMAIN =
            "guiju-file-commitment/v1\n".getBytes(StandardCharsets.US_ASCII);

    private FileCommitment() {}

    /// @param salt 128 random bits, given by the shell, kept with the encrypted file
    /// @param sha256OfContent 32 bytes
    /// @return 43 characters
    public static String of(byte[] salt, byte[] sha256OfContent) {
        if (salt.length != Bytes.SALT) {
            throw new EntryException(
                    EntryFault.SALT, salt.length + " bytes instead of " + Bytes.SALT);
        }
        if (sha256OfContent.length != Bytes.HASH) {
            throw new EntryException(
                    EntryFault.DIGEST_FORM,
                    sha256OfContent.length + " bytes instead of " + Bytes.HASH);
        }
        MessageDigest digest = Bytes.sha256();
        digest.update(DOMAIN);
        digest.update(salt);
        return Bytes.base64url(digest.digest(sha256OfContent));
    }
}
