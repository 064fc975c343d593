package org.guiju.kernel.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;

/// Signers for tests; the key follows from its number, so that a failure can be repeated.
final class TestKeys implements NoteSigner {
    private final VerifierKey key;
    private final PrivateKey secret;

    private TestKeys(VerifierKey key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    static TestKeys log(String name, int number) {
        return of(name, SignatureType.ED25519, number);
    }

    static TestKeys witness(String name, int number) {
        return of(name, SignatureType.ED25519_COSIGNATURE, number);
    }

    static TestKeys of(String name, SignatureType type, int number) {
        try {
            var generator = KeyPairGenerator.getInstance(type.algorithm());
            if (type != SignatureType.ML_DSA_44) {
                generator.initialize(255, new Fixed(number));
            }
            var pair = generator.generateKeyPair();
            var key = new VerifierKey(name, type, type.raw(pair.getPublic().getEncoded()));
            return new TestKeys(key, pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(key.type().algorithm());
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final int number;

        Fixed(int number) {
            this.number = number;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            java.util.Arrays.fill(bytes, (byte) number);
        }
    }
}
