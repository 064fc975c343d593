package org.guiju.tools.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.formats.ledger.Sm2Key;
import org.guiju.formats.ledger.Sm3Tree;
import org.guiju.formats.ledger.VerdictJson;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.note.ProofVerdict.Missing;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.Base64Text;
import org.guiju.kernel.ledger.tree.Proofs;
import org.jspecify.annotations.Nullable;

/// 国密证明: a `.tlog-proof` whose checkpoint is that of a second log: its path is hashed with SM3, its line signed with SM2. The file's form is C2SP's;
/// that it may hold these algorithms is ours.
public final class DomesticProof {
    private static final Sm3Tree SM3 = new Sm3Tree();

    private DomesticProof() {}

    /// Empty if the file is none of that log's.
    ///
    /// @param entry file with the bytes of the entry; else the proof's line extra holds them
    public static Optional<ProofFile.Answer> check(
            String file, Optional<Sm2Key> key, @Nullable String entry) throws UnusableInput {
        if (key.isEmpty() || file.startsWith("https://")) {
            return Optional.empty();
        }
        byte[] bytes = Input.bytes(file);
        if (!new String(bytes, StandardCharsets.UTF_8).startsWith("c2sp.org/tlog-proof@")) {
            return Optional.empty();
        }
        var proof = TlogProof.parse(bytes);
        if (!Checkpoint.of(proof.checkpoint()).origin().equals(key.get().name())) {
            return Optional.empty();
        }
        byte[] content =
                entry != null
                        ? Input.bytes(entry)
                        : Base64Text.parse(
                                proof.extra()
                                        .orElseThrow(() ->
                                                new UnusableInput(
                                                        "证明里没有条目，请用 --entry 给出。",
                                                        "The proof does not carry its entry: give it with --entry.")),
                                "extra");
        return Optional.of(answer(proof, content, key.get()));
    }

    private static ProofFile.Answer answer(TlogProof proof, byte[] entry, Sm2Key key) {
        var checkpoint = Checkpoint.of(proof.checkpoint());
        var checked = proof.checkpoint().check(List.of(key));
        var leaf = SM3.leaf(entry);
        var missing = new ArrayList<Missing>();
        try {
            EntryReader.read(entry);
        } catch (EntryException e) {
            missing.add(Missing.ENTRY_FORM);
        }
        if (!checked.bad().isEmpty()) {
            missing.add(Missing.BAD_SIGNATURE);
        }
        if (checked.by(key).isEmpty()) {
            missing.add(Missing.LOG_SIGNATURE);
        }
        if (!Proofs.included(
                SM3, leaf, proof.index(), checkpoint.size(), proof.path(), checkpoint.root())) {
            missing.add(Missing.INCLUSION);
        }
        var verdict = new ProofVerdict(checkpoint, proof.index(), Map.of(), missing);
        var words = new ArrayList<>(VerdictWords.of(verdict, true));
        words.add(
                "  · 国密日志：SM3 杂凑、SM2 签名；类型 0xff 与名称 gm-sm2-sm3/v1 是本项目自定的。"
                        + " Hashed with SM3, signed with SM2; the type 0xff and its name are our own.");
        var none = new java.util.TreeMap<String, org.guiju.kernel.ledger.Value>();
        return new ProofFile.Answer(verdict.proved(), words, VerdictJson.of(verdict, leaf, none));
    }
}
