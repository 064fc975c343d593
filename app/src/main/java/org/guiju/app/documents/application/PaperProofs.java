package org.guiju.app.documents.application;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.documents.store.NumberedForm;
import org.guiju.app.ledger.Receipts;
import org.guiju.app.ledger.Seals;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.documents.Paper;
import org.guiju.formats.ledger.ReceiptQr;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.note.ProofVerdict.Missing;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.springframework.stereotype.Component;

/// 文书凭证: the proof of the act that a paper rests on, as it is printed with the paper (无码不出件).
@Component
class PaperProofs {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final Seals seals;
    private final Receipts receipts;
    private final PaperSettings settings;

    PaperProofs(Seals seals, Receipts receipts, PaperSettings settings) {
        this.seals = seals;
        this.receipts = receipts;
        this.settings = settings;
    }

    /// Checked with the public's own means before it is printed. Absent witnesses keep no paper back: the page then says that there were none.
    ///
    /// @throws CasePapers.NotSealed while sealing lags or has stopped
    /// @throws IllegalStateException for an entry that is not the one the paper was numbered for, or whose proof does not hold
    Paper.Proof of(NumberedForm paper) {
        if (!seals.mayIssue()) {
            throw new CasePapers.NotSealed(paper.number());
        }
        var sealed =
                seals.sealed(paper.caseId(), paper.caseSeq())
                        .orElseThrow(() -> new CasePapers.NotSealed(paper.number()));
        var leaf = TreeHash.SHA_256.leaf(sealed.entry());
        if (!BASE64.encodeToString(leaf.bytes()).equals(paper.leaf())) {
            throw new IllegalStateException(paper.number() + " rests on another entry");
        }
        var policy = LogPolicy.parse(receipts.policy().getBytes(StandardCharsets.UTF_8));
        var code = ReceiptQr.of(sealed.proof(), leaf, policy);
        var verdict = code.check(policy);
        if (verdict.missing().stream().anyMatch(m -> m != Missing.QUORUM)) {
            throw new IllegalStateException(
                    "the proof of " + paper.number() + " does not hold: " + verdict.missing());
        }
        return new Paper.Proof(
                code.link(settings.address()),
                settings.address() + "/verify",
                sealed.origin(),
                sealed.index(),
                verdict.checkpoint().size(),
                leaf.base64(),
                verdict.checkpoint().root().base64(),
                witnesses(verdict));
    }

    private static List<String> witnesses(ProofVerdict verdict) {
        return verdict.witnessed().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(w ->
                        w.getKey()
                                + "，"
                                + w.getValue()
                                        .atZone(OfficialClock.ZONE)
                                        .toLocalDateTime()
                                        .toString()
                                        .replace('T', ' '))
                .toList();
    }
}
