package org.guiju.kernel.ledger.tree;

import java.util.Arrays;
import java.util.HexFormat;

/// 哈希: 32 bytes and never another number of them, so that no proof has to be asked how long its hashes are.
public final class Hash {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws LogException with [LogFault#HASH_LENGTH]
    public static Hash of(byte[] bytes) {
        return new Hash(checked(bytes.clone()));
    }

    /// The `n`-th hash of a tile.
    static Hash at(byte[] tile, int n) {
        return new Hash(Arrays.copyOfRange(tile, n * BYTES, (n + 1) * BYTES));
    }

    /// Standard Base64, as in checkpoints and proofs.
    public static Hash parse(String base64) {
        return new Hash(checked(Base64Text.parse(base64, "hash")));
    }

    private static byte[] checked(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new LogException(LogFault.HASH_LENGTH, bytes.length + " bytes");
        }
        return bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64Text.of(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
