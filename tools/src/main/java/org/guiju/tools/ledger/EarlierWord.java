package org.guiju.tools.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.ledger.ReceiptHtml;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.TlogProof;

/// 旧凭据: what a log once told somebody. Receipts in many hands are what it cannot take back.
public final class EarlierWord {
    private EarlierWord() {}

    /// @param files receipts, proofs or bare checkpoints
    /// @throws org.guiju.kernel.ledger.tree.LogException if one cannot be read
    public static List<SignedNote> read(List<String> files) throws UnusableInput {
        var notes = new ArrayList<SignedNote>();
        for (String file : files) {
            byte[] bytes = Input.bytes(file);
            SignedNote note;
            if (ReceiptHtml.looksLike(bytes)) {
                var proof = ReceiptHtml.read(bytes).proof();
                note = TlogProof.parse(proof.getBytes(StandardCharsets.UTF_8)).checkpoint();
            } else if (new String(bytes, StandardCharsets.UTF_8)
                    .startsWith("c2sp.org/tlog-proof@")) {
                note = TlogProof.parse(bytes).checkpoint();
            } else {
                note = SignedNote.parse(bytes);
            }
            Checkpoint.of(note);
            notes.add(note);
        }
        return notes;
    }
}
