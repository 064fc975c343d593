package org.guiju.kernel.ledger.note;

import java.util.HexFormat;
import java.util.Optional;

/// 签名种类: the types of C2SP signed-note and tlog-cosignature that are in use here.
public enum SignatureType {
    /// A log's own signature over the note.
    ED25519(0x01, "Ed25519", 32, 64, "302a300506032b6570032100"),
    /// A witness's cosignature/v1 with its time.
    ED25519_COSIGNATURE(0x04, "Ed25519", 32, 64, "302a300506032b6570032100"),
    /// A log's or a witness's signature with its time, safe against quantum computers (FIPS 204).
    ML_DSA_44(0x06, "ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

    private final int code;
    private final String algorithm;
    private final int keyLength;
    private final int signatureLength;
    private final byte[] header;

    SignatureType(
            int code, String algorithm, int keyLength, int signatureLength, String headerHex) {
        this.code = code;
        this.algorithm = algorithm;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
        this.header = HexFormat.of().parseHex(headerHex);
    }

    /// The byte before the public key in a verifier key.
    public int code() {
        return code;
    }

    /// As the JDK calls it.
    public String algorithm() {
        return algorithm;
    }

    public int keyLength() {
        return keyLength;
    }

    int signatureLength() {
        return signatureLength;
    }

    boolean timed() {
        return this != ED25519;
    }

    /// The public key as the JDK reads it: SubjectPublicKeyInfo, whose header is the same for every key of a type.
    byte[] encoded(byte[] key) {
        byte[] encoded = new byte[header.length + key.length];
        System.arraycopy(header, 0, encoded, 0, header.length);
        System.arraycopy(key, 0, encoded, header.length, key.length);
        return encoded;
    }

    /// The raw public key from the JDK's encoding.
    public byte[] raw(byte[] encoded) {
        return java.util.Arrays.copyOfRange(encoded, header.length, encoded.length);
    }

    static Optional<SignatureType> of(int code) {
        for (SignatureType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
