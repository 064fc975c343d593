package org.guiju.formats.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// 印章密钥 of an organ with its certificate (电子签名法 13, 16): from a PKCS #12 file that a certification service gave it, or made by the installation
/// itself, which proves no more than that this installation signed.
///
/// @param chain the certificate first, then those who issued it
public record SealKey(PrivateKey key, List<X509Certificate> chain) {
    private static final String ALIAS = "seal";
    private static final int YEARS = 10;
    private static final int SERIAL_BITS = 120;

    public SealKey {
        chain = List.copyOf(chain);
    }

    /// 密钥文件不可用: not PKCS #12, another password, no key in it, or a key of a kind that is not signed with here.
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why);
        }

        Unusable(String why, Throwable cause) {
            super(why, cause);
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /// Whether nobody but the holder vouches for it.
    public boolean ownMade() {
        var own = certificate();
        return own.getSubjectX500Principal().equals(own.getIssuerX500Principal());
    }

    /// SHA-256 or better, by the key's kind: RSA or a curve of NIST's.
    String algorithm() {
        return key instanceof RSAKey ? "SHA256withRSA" : "SHA256withECDSA";
    }

    /// @throws Unusable naming why
    public static SealKey read(byte[] pkcs12, char[] password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password);
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    if (!List.of("RSA", "EC").contains(key.getAlgorithm())) {
                        throw new Unusable("a key of kind " + key.getAlgorithm());
                    }
                    var chain = store.getCertificateChain(alias);
                    if (chain == null || chain.length == 0) {
                        throw new Unusable("a private key without its certificate");
                    }
                    return new SealKey(
                            key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
                }
            }
            throw new Unusable("no private key in the file");
        } catch (GeneralSecurityException | IOException e) {
            throw new Unusable("no PKCS #12 file, or another password", e);
        }
    }

    /// 自制: a fresh key on P-256 with a certificate of its own over the name on the seal, as PKCS #12; in force ten years on either side of the day it was
    /// made, as the clock of that day may have stood wrong.
    public static byte[] made(String name, Instant from, char[] password) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
            var until = from.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
            var builder =
                    new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                            Date.from(from.atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant()),
                            Date.from(until),
                            subject,
                            pair.getPublic());
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            var certificate =
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(
                                            new JcaContentSignerBuilder("SHA256withECDSA")
                                                    .build(pair.getPrivate())));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate});
            var out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
