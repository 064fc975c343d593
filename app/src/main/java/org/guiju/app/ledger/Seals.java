package org.guiju.app.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.ledger.note.TlogProof;

/// 封存: what of the log stands under a published checkpoint, and whether papers may go out (无码不出件).
public interface Seals {

    /// 封存状态.
    sealed interface State {
        /// 正常: what happened is sealed within its bound.
        record Sealing() implements State {}

        /// 滞后: something waits for its seal longer than the bound. No number, code or seal is issued; it ends by itself.
        record Lagging(Duration since) implements State {}

        /// 停止: what was signed and what is there differ. Nothing is signed until people have looked.
        ///
        /// @param reason message key below `ledger.halted.`
        /// @param place what differs, where
        record Halted(String reason, String place) implements State {}
    }

    State state();

    /// Whether numbers, codes and seals may be issued now.
    default boolean mayIssue() {
        return state() instanceof State.Sealing;
    }

    /// 已封存的条目.
    ///
    /// @param index within its log
    /// @param entry the bytes that were hashed
    /// @param proof from the entry to the checkpoint as it is published now
    record Sealed(String origin, long index, byte[] entry, TlogProof proof) {}

    /// Seals what there is, now: for who waits for his proof.
    void now();

    /// The proof of an entry; empty while it has none.
    Optional<Sealed> sealed(UUID stream, long seq);

    /// The first place of the whole sequence that is not yet sealed.
    long sealedUpTo();
}
