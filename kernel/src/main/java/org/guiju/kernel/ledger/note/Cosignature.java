package org.guiju.kernel.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 签署与会签: what is signed, and the line that says so (C2SP signed-note, tlog-cosignature).
public final class Cosignature {
    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NAME = 255;

    private Cosignature() {}

    /// The line of a log or a witness under a checkpoint.
    ///
    /// @param time when the signer saw it; a plain Ed25519 line does not carry it
    public static NoteSignature of(Checkpoint checkpoint, NoteSigner signer, Instant time) {
        var key = signer.key();
        var text = checkpoint.text();
        if (!key.type().timed()) {
            byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
            return new NoteSignature(key.name(), key.id(), signature);
        }
        long seconds = time.getEpochSecond();
        byte[] message =
                message(key, text, seconds)
                        .orElseThrow(() -> new LogException(LogFault.KEY_NAME, key.name()));
        byte[] signature = signer.sign(message);
        byte[] timed =
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array();
        return new NoteSignature(key.name(), key.id(), timed);
    }

    /// What a timed signature is over; empty if this text is no checkpoint and the type signs nothing else.
    static Optional<byte[]> message(VerifierKey key, String text, long seconds) {
        return switch (key.type()) {
            case ED25519 -> Optional.of(text.getBytes(StandardCharsets.UTF_8));
            case ED25519_COSIGNATURE ->
                    Optional.of(
                            ("cosignature/v1\ntime " + seconds + "\n" + text)
                                    .getBytes(StandardCharsets.UTF_8));
            case ML_DSA_44 -> subtree(key.name(), text, seconds);
        };
    }

    private static Optional<byte[]> subtree(String cosigner, String text, long seconds) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(text);
        } catch (LogException e) {
            return Optional.empty();
        }
        byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
        byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
        if (name.length > LONGEST_NAME || origin.length > LONGEST_NAME) {
            return Optional.empty();
        }
        byte[] hash = checkpoint.root().bytes();
        return Optional.of(
                ByteBuffer.allocate(
                                SUBTREE.length
                                        + 2
                                        + name.length
                                        + origin.length
                                        + 3 * Long.BYTES
                                        + hash.length)
                        .put(SUBTREE)
                        .put((byte) name.length)
                        .put(name)
                        .putLong(seconds)
                        .put((byte) origin.length)
                        .put(origin)
                        .putLong(0)
                        .putLong(checkpoint.size())
                        .put(hash)
                        .array());
    }
}
