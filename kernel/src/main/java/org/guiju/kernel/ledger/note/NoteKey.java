package org.guiju.kernel.ledger.note;

import java.time.Instant;
import java.util.Optional;

/// 验签密钥: whoever can say whether a signature line on a note is its own. [VerifierKey] is what C2SP assigns; another
/// algorithm brings its own.
public interface NoteKey {
    String name();

    int id();

    /// @param text of the note, with its last line feed
    /// @param signature as in the line, without the key id
    /// @return empty if the signature is not good
    Optional<Signed> verify(String text, byte[] signature);

    /// 有效签名.
    ///
    /// @param time when the signer says it saw the note, in seconds; empty of a log's own signature
    record Signed(NoteKey key, Optional<Instant> time) {}
}
