package org.guiju.kernel.ledger.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.Proofs;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 证明判定: what a proof proves under a policy, or everything that keeps it from proving it.
///
/// @param checkpoint as the proof carries it; believed only if nothing is missing
/// @param witnessed by policy name, when each saw the checkpoint
/// @param missing in the order of [Missing]; empty if it is proved
public record ProofVerdict(
        Checkpoint checkpoint, long index, Map<String, Instant> witnessed, List<Missing> missing) {
    /// 欠缺: in this order.
    public enum Missing {
        /// 条目形式不对: the entry's bytes are no entry.
        ENTRY_FORM,
        /// 披露项不符: a disclosure was not made for this entry.
        DISCLOSURE,
        /// 未知日志: the policy lists no log of this origin.
        UNKNOWN_LOG,
        /// 签名无效: a line of a known key does not hold.
        BAD_SIGNATURE,
        /// 日志未签: no line of a known key of this log.
        LOG_SIGNATURE,
        /// 未收录: the path does not lead from the entry to the root.
        INCLUSION,
        /// 见证不足: not enough witnesses.
        QUORUM;

        /// As the tools and the browser print it, for example `bad-signature`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ProofVerdict {
        missing = missing.stream().distinct().sorted().toList();
        witnessed = Map.copyOf(witnessed);
    }

    /// @param leaf hash of the entry, computed by the reader from the entry's own bytes
    public static ProofVerdict of(TlogProof proof, Hash leaf, LogPolicy policy) {
        var checkpoint = Checkpoint.of(proof.checkpoint());
        var verdict = policy.judge(proof.checkpoint());
        var missing = new ArrayList<Missing>();
        if (!verdict.known()) {
            missing.add(Missing.UNKNOWN_LOG);
        } else if (!verdict.log()) {
            missing.add(Missing.LOG_SIGNATURE);
        }
        if (!verdict.bad().isEmpty()) {
            missing.add(Missing.BAD_SIGNATURE);
        }
        if (!Proofs.included(
                TreeHash.SHA_256,
                leaf,
                proof.index(),
                checkpoint.size(),
                proof.path(),
                checkpoint.root())) {
            missing.add(Missing.INCLUSION);
        }
        if (!verdict.quorum()) {
            missing.add(Missing.QUORUM);
        }
        return new ProofVerdict(checkpoint, proof.index(), verdict.witnessed(), missing);
    }

    /// The same verdict with what was found wrong around the proof.
    public ProofVerdict and(List<Missing> more) {
        var all = new ArrayList<>(missing);
        all.addAll(more);
        return new ProofVerdict(checkpoint, index, witnessed, all);
    }

    public boolean proved() {
        return missing.isEmpty();
    }
}
