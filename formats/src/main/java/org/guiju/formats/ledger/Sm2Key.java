package org.guiju.formats.ledger;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.guiju.kernel.ledger.note.NoteKey;
import org.guiju.kernel.ledger.note.NoteSignature;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.Base64Text;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 国密签名行: SM2 over a note (GB/T 32918.2—2016, with SM3 and the user id of GB/T 35276). signed-note leaves type 0xff to
/// types without a byte of their own, followed by a longer name: here `gm-sm2-sm3/v1` and the 65-byte point.
public final class Sm2Key implements NoteKey {
    private static final int TYPE = 0xff;
    private static final byte[] ALGORITHM = "gm-sm2-sm3/v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int POINT = 65;
    private static final Pattern FORM =
            Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");
    private static final ECDomainParameters CURVE =
            new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private final String name;
    private final byte[] point;
    private final ECPublicKeyParameters key;

    /// @param point uncompressed, 65 bytes
    public Sm2Key(String name, byte[] point) {
        this.name = name;
        this.point = point.clone();
        if (point.length != POINT) {
            throw new LogException(LogFault.VERIFIER_KEY, name + ", " + point.length + " bytes");
        }
        try {
            this.key = new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE);
        } catch (IllegalArgumentException e) {
            throw new LogException(LogFault.VERIFIER_KEY, name + ", not a point of the curve");
        }
    }

    /// 公钥文本: `<name>+<id, hex>+base64(0xff ‖ "gm-sm2-sm3/v1" ‖ point)`, put together as signed-note has it for types without a byte of their own.
    ///
    /// @throws LogException if it is none, or its id is not its own
    public static Sm2Key parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new LogException(
                    LogFault.VERIFIER_KEY, text.length() > 90 ? text.substring(0, 90) : text);
        }
        byte[] typed = Base64Text.parse(matcher.group(3), "key of " + matcher.group(1));
        int head = ALGORITHM.length + 1;
        if (!isOne(typed)) {
            throw new LogException(LogFault.KEY_TYPE, matcher.group(1));
        }
        var key = new Sm2Key(matcher.group(1), Arrays.copyOfRange(typed, head, typed.length));
        if (!HexFormat.of().toHexDigits(key.id()).equals(matcher.group(2))) {
            throw new LogException(LogFault.KEY_ID, matcher.group(1) + "+" + matcher.group(2));
        }
        return key;
    }

    /// Whether a key's text is of this type; of no other text anything is said.
    public static boolean looksLike(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() && isOne(Base64Text.parse(matcher.group(3), "key"));
    }

    private static boolean isOne(byte[] typed) {
        return typed.length > ALGORITHM.length
                && typed[0] == (byte) TYPE
                && Arrays.equals(typed, 1, ALGORITHM.length + 1, ALGORITHM, 0, ALGORITHM.length);
    }

    private byte[] material() {
        byte[] material = Arrays.copyOf(ALGORITHM, ALGORITHM.length + POINT);
        System.arraycopy(point, 0, material, ALGORITHM.length, POINT);
        return material;
    }

    @Override
    public String toString() {
        byte[] material = material();
        byte[] typed = new byte[material.length + 1];
        typed[0] = (byte) TYPE;
        System.arraycopy(material, 0, typed, 1, material.length);
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Base64Text.of(typed);
    }

    /// The public half of a secret number; for a trial only, where no certified device holds the key (GM/T 0018).
    public static Sm2Key of(String name, BigInteger secret) {
        return new Sm2Key(name, CURVE.getG().multiply(secret).normalize().getEncoded(false));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int id() {
        return VerifierKey.id(name, TYPE, material());
    }

    @Override
    public Optional<Signed> verify(String text, byte[] signature) {
        return verifies(text.getBytes(StandardCharsets.UTF_8), USER, signature)
                ? Optional.of(new Signed(this, Optional.empty()))
                : Optional.empty();
    }

    boolean verifies(byte[] message, byte[] user, byte[] signature) {
        if (signature.length != 64) {
            return false;
        }
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(false, new ParametersWithID(key, user));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    /// The line of this key under a note.
    ///
    /// @param random the machine's secure source: SM2 needs chance for every signature
    public NoteSignature sign(String text, BigInteger secret, java.security.SecureRandom random) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        var own = new ParametersWithRandom(new ECPrivateKeyParameters(secret, CURVE), random);
        signer.init(true, new ParametersWithID(own, USER));
        signer.update(message, 0, message.length);
        try {
            return new NoteSignature(name, id(), signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("signing with " + name + " failed", e);
        }
    }
}
