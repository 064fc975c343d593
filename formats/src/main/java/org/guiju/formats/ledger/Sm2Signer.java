package org.guiju.formats.ledger;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.NoteSignature;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 国密签名密钥 of a log, from a file of one line, `SM2+<name>+<id, hex>+<secret, hex>`. For a trial: in production the secret stays in a certified
/// device (GM/T 0018) and this class gives way to one that asks the device.
public final class Sm2Signer {
    private static final int BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("SM2\\+([^+]+)\\+([0-9a-f]{8})\\+([0-9a-f]{64})\\s*");

    /// Order of the curve (GB/T 32918.5), of which a secret is a smaller number.
    private static final BigInteger ORDER =
            new BigInteger("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123", 16);

    private final Sm2Key key;
    private final BigInteger secret;
    private final SecureRandom random;

    private Sm2Signer(Sm2Key key, BigInteger secret, SecureRandom random) {
        this.key = key;
        this.secret = secret;
        this.random = random;
    }

    /// A new key's line. The caller keeps it outside the database and readable to one account alone.
    public static String create(String name, SecureRandom random) {
        // From 1 to the order less 2, each as likely as any other.
        BigInteger secret;
        do {
            secret = new BigInteger(BYTES * Byte.SIZE, random);
        } while (secret.signum() == 0 || secret.compareTo(ORDER.subtract(BigInteger.ONE)) >= 0);
        var hex = "%064x".formatted(secret);
        return "SM2+" + name + "+" + id(Sm2Key.of(name, secret)) + "+" + hex + "\n";
    }

    /// @throws LogException that never quotes the file: it is secret
    public static Sm2Signer read(String text, SecureRandom random) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new LogException(LogFault.VERIFIER_KEY, "SM2 key file");
        }
        var name = matcher.group(1);
        var secret = new BigInteger(matcher.group(3), 16);
        if (secret.signum() == 0 || secret.compareTo(ORDER.subtract(BigInteger.ONE)) >= 0) {
            throw new LogException(LogFault.VERIFIER_KEY, "SM2 key file of " + name);
        }
        var key = Sm2Key.of(name, secret);
        if (!id(key).equals(matcher.group(2))) {
            throw new LogException(LogFault.KEY_ID, "SM2 key file of " + name);
        }
        return new Sm2Signer(key, secret, random);
    }

    private static String id(Sm2Key key) {
        return HexFormat.of().toHexDigits(key.id());
    }

    public Sm2Key key() {
        return key;
    }

    /// The line under a checkpoint; plain, without a time, as a log's own Ed25519 line is.
    public NoteSignature sign(Checkpoint checkpoint) {
        return key.sign(checkpoint.text(), secret, random);
    }

    /// Without the secret half.
    @Override
    public String toString() {
        return "Sm2Signer[" + key + "]";
    }
}
