package org.guiju.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.guiju.formats.ledger.NoteKeyFile;
import org.guiju.formats.ledger.ReceiptHtml;
import org.guiju.formats.ledger.ReceiptQr;
import org.guiju.formats.ledger.Sm2Key;
import org.guiju.formats.ledger.Sm2Signer;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.note.AddCheckpoint;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.Split;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.EntryBundle;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.params.provider.MethodSource;

/// What proves something, and so comes from people who may want to prove something else: notes, proofs, codes, receipts, entries, keys.
class ProofsFuzzTest {
    private static final LogPolicy POLICY = LogPolicy.parse(vector("policy"));

    private static byte[] vector(String name) {
        return Seeds.file("ledger/vector1/" + name);
    }

    static Stream<byte[]> notes() {
        return Stream.of(vector("checkpoint"));
    }

    @MethodSource("notes")
    @Fuzzed({SignedNote.class, Checkpoint.class})
    void note(byte[] bytes) {
        try {
            var note = SignedNote.parse(bytes);
            assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
            POLICY.judge(note);
            var checkpoint = Checkpoint.of(note);
            assertThat(Checkpoint.parse(checkpoint.text()).root()).isEqualTo(checkpoint.root());
        } catch (LogException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        Seeds.mayRefuse(() -> SignedNote.lines(Seeds.text(bytes)), LogException.class);
        Seeds.mayRefuse(() -> Checkpoint.parse(Seeds.text(bytes)), LogException.class);
    }

    static Stream<byte[]> proofs() {
        return Stream.of(vector("leaf3.tlog-proof"));
    }

    /// What was accepted is the very text that it writes.
    @MethodSource("proofs")
    @Fuzzed({TlogProof.class, ProofVerdict.class})
    void proof(byte[] bytes) {
        try {
            var proof = TlogProof.parse(bytes);
            assertThat(proof.toString()).isEqualTo(Seeds.text(bytes));
            ProofVerdict.of(proof, TreeHash.SHA_256.leaf(bytes), POLICY);
        } catch (LogException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    static Stream<byte[]> requests() {
        var note = Seeds.text(vector("checkpoint"));
        return Stream.of("old 0\n\n" + note, note + "\nold 1\n\n" + note).map(Seeds::utf8);
    }

    /// What a witness is asked, and what is brought against a log.
    @MethodSource("requests")
    @Fuzzed({AddCheckpoint.class, Split.class})
    void request(byte[] bytes) {
        Seeds.mayRefuse(() -> AddCheckpoint.parse(bytes), LogException.class);
        Seeds.mayRefuse(
                () ->
                        Split.parse(bytes)
                                .convicts(POLICY.logs().stream().map(LogPolicy.Log::key).toList()),
                LogException.class);
    }

    static Stream<byte[]> policies() {
        return Stream.of(vector("policy"));
    }

    @MethodSource("policies")
    @Fuzzed(LogPolicy.class)
    void policy(byte[] bytes) {
        Seeds.mayRefuse(
                () -> LogPolicy.parse(bytes).judge(SignedNote.parse(vector("checkpoint"))),
                LogException.class);
    }

    static Stream<byte[]> keys() {
        var policy = Seeds.text(vector("policy"));
        var signer = NoteKeyFile.read(KEY);
        return Stream.of(
                Seeds.utf8(policy.lines().findFirst().orElse("").replaceFirst("^log ", "")),
                Seeds.utf8(signer.key().toString()),
                Seeds.utf8(KEY),
                Seeds.utf8(Sm2Key.of("a.example", java.math.BigInteger.valueOf(4711)).toString()));
    }

    private static final String KEY = key();

    private static String key() {
        return NoteKeyFile.create(
                "a.example",
                org.guiju.kernel.ledger.note.SignatureType.ED25519,
                new SecureRandom());
    }

    @MethodSource("keys")
    @Fuzzed({VerifierKey.class, NoteKeyFile.class, Sm2Key.class, Sm2Signer.class})
    void key(byte[] bytes) {
        var text = Seeds.text(bytes);
        Seeds.mayRefuse(() -> VerifierKey.parse(text), LogException.class);
        Seeds.mayRefuse(() -> NoteKeyFile.read(text), LogException.class);
        Seeds.mayRefuse(() -> Sm2Key.looksLike(text), LogException.class);
        Seeds.mayRefuse(() -> Sm2Key.parse(text), LogException.class);
        Seeds.mayRefuse(() -> Sm2Signer.read(text, new SecureRandom()), LogException.class);
    }

    static Stream<byte[]> codes() {
        return Stream.of(vector("qr.txt"));
    }

    /// The code on a paper, as text and as the bytes that the text stands for, which a fuzzer changes more easily.
    @MethodSource("codes")
    @Fuzzed(ReceiptQr.class)
    void code(byte[] bytes) {
        var packed = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        for (var text : List.of(Seeds.text(bytes), packed)) {
            try {
                var code = ReceiptQr.parse(text);
                assertThat(ReceiptQr.parse(code.link("https://a.example"))).isEqualTo(code);
                code.check(POLICY);
            } catch (LogException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    static Stream<byte[]> receipts() {
        return Stream.of(
                Seeds.utf8(
                        Stream.of(
                                        "entry:entry3.json",
                                        "disclosures:disclosures3.txt",
                                        "proof:leaf3.tlog-proof",
                                        "policy:policy")
                                .map(p -> p.split(":", -1))
                                .map(p ->
                                        "<pre id=\"guiju-%s\">%s</pre>\n"
                                                .formatted(p[0], Seeds.text(vector(p[1]))))
                                .collect(java.util.stream.Collectors.joining())));
    }

    /// As `verify` reads it: with the reader's list, and with its own.
    @MethodSource("receipts")
    @Fuzzed(ReceiptHtml.class)
    void receipt(byte[] bytes) {
        Seeds.mayRefuse(
                () -> {
                    var receipt = ReceiptHtml.read(bytes);
                    receipt.check(POLICY);
                    return receipt.check(LogPolicy.parse(Seeds.utf8(receipt.policy())));
                },
                LogException.class);
        ReceiptHtml.looksLike(bytes);
    }

    static Stream<byte[]> entries() {
        return Stream.of(vector("entry3.json"));
    }

    /// Canonical JSON: what is read is what would be written, byte for byte.
    @MethodSource("entries")
    @Fuzzed({EntryReader.class, EventEntry.class})
    void entry(byte[] bytes) {
        try {
            var entry = EntryReader.read(bytes);
            assertThat(entry.bytes()).isEqualTo(bytes);
            EventEntry.of(entry);
        } catch (EntryException e) {
            assertThat(e.remedy()).isNotBlank();
        }
    }

    static Stream<byte[]> disclosures() {
        return Seeds.text(vector("disclosures3.txt")).lines().map(Seeds::utf8);
    }

    @MethodSource("disclosures")
    @Fuzzed(Disclosure.class)
    void disclosure(byte[] bytes) {
        var packed = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        for (var text : List.of(Seeds.text(bytes), packed)) {
            try {
                assertThat(Disclosure.parse(text).encoded()).isEqualTo(text);
            } catch (EntryException e) {
                assertThat(e.remedy()).isNotBlank();
            }
        }
    }

    static Stream<byte[]> bundles() {
        return Stream.of(vector("entries.bundle"), Seeds.utf8("tile/entries/x001/067.p/8"));
    }

    /// What a log serves: bundles of entries, tiles and their names.
    @MethodSource("bundles")
    @Fuzzed({EntryBundle.class, Tile.class})
    void bundle(byte[] bytes) {
        Seeds.mayRefuse(() -> EntryBundle.read(bytes, 4, "b"), LogException.class);
        Seeds.mayRefuse(() -> new Tile(0, 0, 3).hashes(bytes), LogException.class);
        Seeds.mayRefuse(
                () -> {
                    var tile = Tile.parse(Seeds.text(bytes));
                    assertThat(tile.path()).isEqualTo(Seeds.text(bytes));
                    return tile;
                },
                LogException.class);
    }
}
