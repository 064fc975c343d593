package org.guiju.kernel.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiju.kernel.ledger.tree.Base64Text;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 公钥: `<name>+<id, hex>+base64(type ‖ public key)` (C2SP signed-note, "Verifier keys").
public final class VerifierKey implements NoteKey {
    private static final Pattern FORM =
            Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");

    private final String name;
    private final SignatureType type;
    private final byte[] key;

    public VerifierKey(String name, SignatureType type, byte[] key) {
        this.name = NoteText.keyName(name);
        this.type = type;
        this.key = key.clone();
        if (key.length != type.keyLength()) {
            throw new LogException(
                    LogFault.VERIFIER_KEY, name + ", key of " + key.length + " bytes");
        }
    }

    public static VerifierKey parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new LogException(
                    LogFault.VERIFIER_KEY, text.length() > 90 ? text.substring(0, 90) : text);
        }
        var name = matcher.group(1);
        byte[] typed = Base64Text.parse(matcher.group(3), "key of " + name);
        var type =
                SignatureType.of(typed[0])
                        .orElseThrow(() -> new LogException(LogFault.KEY_TYPE, name));
        var key = new VerifierKey(name, type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!hex(key.id()).equals(matcher.group(2))) {
            throw new LogException(LogFault.KEY_ID, name + "+" + matcher.group(2));
        }
        return key;
    }

    @Override
    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    /// The raw public key.
    public byte[] key() {
        return key.clone();
    }

    @Override
    public int id() {
        return id(name, type.code(), key);
    }

    /// SHA-256(name ‖ 0x0A ‖ type ‖ material)[:4].
    public static int id(String name, int type, byte[] material) {
        byte[] hash =
                TreeHash.SHA_256.digest(
                        name.getBytes(StandardCharsets.UTF_8),
                        new byte[] {'\n', (byte) type},
                        material);
        return ByteBuffer.wrap(hash).getInt();
    }

    /// Whether both stand for the same secret, under whatever names.
    boolean samePublicKey(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    @Override
    public Optional<Signed> verify(String text, byte[] signature) {
        if (!type.timed()) {
            byte[] message = text.getBytes(StandardCharsets.UTF_8);
            return verifies(message, signature)
                    ? Optional.of(new Signed(this, Optional.empty()))
                    : Optional.empty();
        }
        if (signature.length != Long.BYTES + type.signatureLength()) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        // A checkpoint is witnessed at a time; a line without one says less than a cosignature
        // must.
        if (seconds <= 0 || seconds > Instant.MAX.getEpochSecond()) {
            return Optional.empty();
        }
        byte[] rest = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
        return Cosignature.message(this, text, seconds)
                .filter(message -> verifies(message, rest))
                .map(_ -> new Signed(this, Optional.of(Instant.ofEpochSecond(seconds))));
    }

    private boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != type.signatureLength()) {
            return false;
        }
        try {
            var publicKey =
                    KeyFactory.getInstance(type.algorithm())
                            .generatePublic(new X509EncodedKeySpec(type.encoded(key)));
            var verifier = Signature.getInstance(type.algorithm());
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        byte[] typed = new byte[key.length + 1];
        typed[0] = (byte) type.code();
        System.arraycopy(key, 0, typed, 1, key.length);
        return name + "+" + hex(id()) + "+" + Base64Text.of(typed);
    }
}
