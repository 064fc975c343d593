package org.guiju.formats.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.NoteSignature;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;
import org.guiju.kernel.ledger.tree.Proofs;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 凭证码: the proof on a printed paper, small enough for a QR code. A `.tlog-proof` with all left out that the reader can
/// compute (the root) or has (names and keys, from the policy):
///
/// `https://<host>/v#` + base64url of `01 ‖ SHA-256(origin)[:4] ‖ uvarint index ‖ uvarint size ‖ n ‖ leaf[32] ‖ n × 32 ‖
/// log signature[64] ‖ w ‖ w × (key id[4] ‖ time[8] ‖ signature[64])`. The part behind `#` never reaches a server.
///
/// @param tag the first four bytes of SHA-256(origin)
/// @param signature of the log, Ed25519
/// @param cosignatures key id with time and signature, 76 bytes each
public record ReceiptQr(
        int tag,
        long index,
        long size,
        Hash leaf,
        List<Hash> path,
        List<Byte> signature,
        List<List<Byte>> cosignatures) {
    private static final int VERSION = 1;
    private static final int SIGNATURE = 64;
    private static final int TIMED = 72;
    private static final int LONGEST_PATH = 63;

    /// @param proof with a checkpoint signed by an Ed25519 key of its log; Ed25519 cosignatures are taken, others left out
    /// @throws LogException if the log did not sign so
    public static ReceiptQr of(TlogProof proof, Hash leaf, LogPolicy policy) {
        var checkpoint = Checkpoint.of(proof.checkpoint());
        var lines = proof.checkpoint().signatures();
        var own =
                lines.stream()
                        .filter(line -> by(line, logKeys(policy, checkpoint.origin())))
                        .findFirst()
                        .orElseThrow(() -> new LogException(LogFault.PROOF, "log signature"));
        var witnesses = witnessKeys(policy);
        return new ReceiptQr(
                tag(checkpoint.origin()),
                proof.index(),
                checkpoint.size(),
                leaf,
                proof.path(),
                boxed(own.signature()),
                lines.stream()
                        .filter(line -> by(line, witnesses))
                        .map(line ->
                                boxed(
                                        ByteBuffer.allocate(Integer.BYTES + TIMED)
                                                .putInt(line.keyId())
                                                .put(line.signature())
                                                .array()))
                        .toList());
    }

    /// The address to print.
    public String url(String host) {
        return link("https://" + host);
    }

    /// The address to print, of a server whose address says how it is reached.
    ///
    /// @param address such as `https://ledger.example.gov.cn`
    public String link(String address) {
        return address + "/v#" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.write(VERSION);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(tag).array());
        uvarint(out, index);
        uvarint(out, size);
        out.write(path.size());
        out.writeBytes(leaf.bytes());
        path.forEach(hash -> out.writeBytes(hash.bytes()));
        out.writeBytes(unboxed(signature));
        out.write(cosignatures.size());
        cosignatures.forEach(cosignature -> out.writeBytes(unboxed(cosignature)));
        return out.toByteArray();
    }

    /// @param text an address, or only what stands behind its `#`
    public static ReceiptQr parse(String text) {
        var code = text.strip();
        code = code.substring(code.indexOf('#') + 1);
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(code);
        } catch (IllegalArgumentException e) {
            throw new LogException(LogFault.BASE64, "code");
        }
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(code)) {
            throw new LogException(LogFault.BASE64, "code");
        }
        return new Reading(bytes).code();
    }

    /// What the code proves; the content of the paper is not in it.
    public ProofVerdict check(LogPolicy policy) {
        var root =
                Proofs.rootOf(TreeHash.SHA_256, leaf, index, size, path)
                        .orElseThrow(() -> new LogException(LogFault.PROOF, "path of the code"));
        var origin =
                policy.logs().stream()
                        .map(log -> log.key().name())
                        .filter(name -> tag(name) == tag)
                        .findFirst()
                        .orElseGet(() -> "sha256:" + HexFormat.of().toHexDigits(tag));
        var checkpoint = new Checkpoint(origin, size, root);
        var lines = new ArrayList<NoteSignature>();
        signer(policy, checkpoint)
                .ifPresent(key ->
                        lines.add(new NoteSignature(key.name(), key.id(), unboxed(signature))));
        for (var cosignature : cosignatures) {
            var bytes = ByteBuffer.wrap(unboxed(cosignature));
            int id = bytes.getInt();
            byte[] timed = new byte[TIMED];
            bytes.get(timed);
            witnessKeys(policy).stream()
                    .filter(key -> key.id() == id)
                    .forEach(key -> lines.add(new NoteSignature(key.name(), id, timed)));
        }
        return ProofVerdict.of(new TlogProof(index, path, checkpoint.signed(lines)), leaf, policy);
    }

    /// The code does not name the log's key: the one that verifies, or the first.
    private Optional<VerifierKey> signer(LogPolicy policy, Checkpoint checkpoint) {
        var keys = logKeys(policy, checkpoint.origin());
        return keys.stream()
                .filter(key -> key.verify(checkpoint.text(), unboxed(signature)).isPresent())
                .findFirst()
                .or(() -> keys.stream().findFirst());
    }

    private static List<VerifierKey> logKeys(LogPolicy policy, String origin) {
        return policy.logs().stream()
                .map(LogPolicy.Log::key)
                .filter(key -> key.type() == SignatureType.ED25519 && key.name().equals(origin))
                .toList();
    }

    private static List<VerifierKey> witnessKeys(LogPolicy policy) {
        return policy.witnesses().values().stream()
                .map(LogPolicy.Witness::key)
                .filter(key -> key.type() == SignatureType.ED25519_COSIGNATURE)
                .toList();
    }

    private static boolean by(NoteSignature line, List<VerifierKey> keys) {
        return keys.stream()
                .anyMatch(key -> key.id() == line.keyId() && key.name().equals(line.name()));
    }

    private static int tag(String origin) {
        return ByteBuffer.wrap(TreeHash.SHA_256.digest(origin.getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }

    private static void uvarint(ByteArrayOutputStream out, long n) {
        long rest = n;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /// Lists, because a record of arrays has no equality.
    private static List<Byte> boxed(byte[] bytes) {
        var list = new ArrayList<Byte>(bytes.length);
        for (byte b : bytes) {
            list.add(b);
        }
        return List.copyOf(list);
    }

    private static byte[] unboxed(List<Byte> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i);
        }
        return bytes;
    }

    /// 读取: from the left, nothing left over.
    private static final class Reading {
        private final byte[] bytes;
        private int at;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        ReceiptQr code() {
            if (one() != VERSION) {
                throw new LogException(LogFault.PROOF, "code of another version");
            }
            int tag = ByteBuffer.wrap(take(Integer.BYTES)).getInt();
            long index = uvarint();
            long size = uvarint();
            int n = one();
            var leaf = Hash.of(take(Hash.BYTES));
            if (n > LONGEST_PATH) {
                throw new LogException(LogFault.PROOF, "path of the code");
            }
            var path = new ArrayList<Hash>();
            for (int i = 0; i < n; i++) {
                path.add(Hash.of(take(Hash.BYTES)));
            }
            var signature = boxed(take(SIGNATURE));
            var cosignatures = new ArrayList<List<Byte>>();
            for (int w = one(); w > 0; w--) {
                cosignatures.add(boxed(take(Integer.BYTES + TIMED)));
            }
            if (at != bytes.length) {
                throw new LogException(LogFault.PROOF, "code with more behind it");
            }
            return new ReceiptQr(
                    tag,
                    index,
                    size,
                    leaf,
                    List.copyOf(path),
                    signature,
                    List.copyOf(cosignatures));
        }

        private int one() {
            return take(1)[0] & 0xFF;
        }

        private byte[] take(int n) {
            if (at + n > bytes.length) {
                throw new LogException(LogFault.PROOF, "code cut short");
            }
            at += n;
            return Arrays.copyOfRange(bytes, at - n, at);
        }

        /// Shortest form only, up to 2^63 − 1.
        private long uvarint() {
            long n = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                int b = one();
                if (shift == 63 && b > 0) {
                    break;
                }
                n |= (long) (b & 0x7F) << shift;
                if (b < 0x80) {
                    if (b == 0 && shift > 0) {
                        break;
                    }
                    return n;
                }
            }
            throw new LogException(LogFault.NUMBER, "number in the code");
        }
    }
}
