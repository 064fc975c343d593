package org.guiju.formats.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.Base64Text;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 签名密钥文件: one line, `PRIVATE+KEY+<name>+<id, hex>+base64(type ‖ 32-byte seed)`, the form in which Go's note tools keep
/// theirs. The id binds the public key, so that a damaged seed is refused when it is read and not when it has signed.
public final class NoteKeyFile {
    private static final int SEED = 32;
    private static final Pattern FORM =
            Pattern.compile("PRIVATE\\+KEY\\+([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)\\s*");

    private NoteKeyFile() {}

    /// A new key's line. The caller keeps it outside the database and readable to one account alone.
    ///
    /// @param random the machine's secure source
    public static String create(String name, SignatureType type, SecureRandom random) {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return line(name, type, seed);
    }

    static String line(String name, SignatureType type, byte[] seed) {
        byte[] typed = new byte[SEED + 1];
        typed[0] = (byte) type.code();
        System.arraycopy(seed, 0, typed, 1, SEED);
        var key = verifier(name, type, pair(type, seed));
        return "PRIVATE+KEY+"
                + name
                + "+"
                + HexFormat.of().toHexDigits(key.id())
                + "+"
                + Base64Text.of(typed)
                + "\n";
    }

    /// @throws LogException that never quotes the file: it is secret
    public static NoteSigner read(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new LogException(LogFault.VERIFIER_KEY, "private key file");
        }
        var name = matcher.group(1);
        byte[] typed = Base64Text.parse(matcher.group(3), "private key of " + name);
        var type =
                Arrays.stream(SignatureType.values())
                        .filter(t -> t.code() == typed[0] && typed.length == SEED + 1)
                        .findFirst()
                        .orElseThrow(() -> new LogException(LogFault.KEY_TYPE, name));
        var pair = pair(type, Arrays.copyOfRange(typed, 1, typed.length));
        var key = verifier(name, type, pair);
        if (!HexFormat.of().toHexDigits(key.id()).equals(matcher.group(2))) {
            throw new LogException(LogFault.KEY_ID, "private key of " + name);
        }
        return new Signer(key, pair);
    }

    private static VerifierKey verifier(String name, SignatureType type, KeyPair pair) {
        return new VerifierKey(name, type, type.raw(pair.getPublic().getEncoded()));
    }

    /// The JDK makes a key pair from 32 bytes of chance, for Ed25519 as for ML-DSA: given the same 32 bytes, the same pair.
    private static KeyPair pair(SignatureType type, byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance(type.algorithm());
            generator.initialize(new NamedParameterSpec(type.algorithm()), new Seed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has " + type.algorithm(), e);
        }
    }

    private record Signer(VerifierKey key, KeyPair pair) implements NoteSigner {
        @Override
        public byte[] sign(byte[] message) {
            try {
                var signature = Signature.getInstance(key.type().algorithm());
                signature.initSign(pair.getPrivate());
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("signing with " + key.name() + " failed", e);
            }
        }

        /// Without the secret half.
        @Override
        public String toString() {
            return "Signer[" + key + "]";
        }
    }

    /// Gives its bytes once; a generator that wants more than a seed is not the one this was written for.
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException(bytes.length + " bytes of chance asked for");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
