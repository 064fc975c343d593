package org.guiju.kernel.ledger.note;

/// 签名端口: a secret key that stays where it is. It gets a message and gives a signature; it never sees what it is for.
public interface NoteSigner {
    VerifierKey key();

    /// @return the raw signature of [VerifierKey#type]
    byte[] sign(byte[] message);
}
