package org.guiju.kernel.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.guiju.kernel.ledger.tree.Base64Text;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 签名行: `— <key name> base64(key id ‖ signature)` (C2SP signed-note).
public final class NoteSignature {
    private static final String DASH = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] signature;

    public NoteSignature(String name, int keyId, byte[] signature) {
        this.name = NoteText.keyName(name);
        this.keyId = keyId;
        this.signature = signature.clone();
        if (signature.length == 0) {
            throw new LogException(LogFault.SIGNATURE_LINE, name);
        }
    }

    /// @param line without its line feed
    public static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new LogException(LogFault.SIGNATURE_LINE, abridged(line));
        }
        var name = NoteText.keyName(line.substring(DASH.length(), space));
        byte[] bytes = Base64Text.parse(line.substring(space + 1), "signature of " + name);
        if (bytes.length < Integer.BYTES + 1) {
            throw new LogException(LogFault.SIGNATURE_LINE, abridged(line));
        }
        return new NoteSignature(
                name,
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    private static String abridged(String line) {
        return "\"" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "\"";
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    public byte[] signature() {
        return signature.clone();
    }

    /// With its line feed.
    public String line() {
        byte[] bytes =
                ByteBuffer.allocate(Integer.BYTES + signature.length)
                        .putInt(keyId)
                        .put(signature)
                        .array();
        return DASH + name + " " + Base64Text.of(bytes) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return line().strip();
    }
}
