package org.guiju.kernel.ledger.note;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;
import org.guiju.kernel.ledger.tree.MerkleTree;
import org.guiju.kernel.ledger.tree.Proofs;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 分叉证据: two checkpoints signed by one log that cannot both be true. Whoever has the log's public key can check it; the
/// log needs not be asked. Nothing in it is a format of ours: the first checkpoint as it was published, an empty line, then
/// the second as the body of a witness's `add-checkpoint`, its path with step 1 of RFC 9162 §2.1.4.2 already done, so that
/// it says which root the second story has at the size of the first.
///
/// @param first checkpoint of size m
/// @param path to the second, of size n ≥ m; none if m = n
public record Split(SignedNote first, List<Hash> path, SignedNote second) {
    public Split {
        path = List.copyOf(path);
    }

    /// @param now the tree of the second checkpoint, as its files have it
    public static Split of(SignedNote first, SignedNote second, MerkleTree now) {
        long from = Checkpoint.of(first).size();
        long to = Checkpoint.of(second).size();
        return new Split(
                first,
                from == to || from == 0
                        ? List.of()
                        : Proofs.seeded(from, now.root(from), now.consistency(from, to)),
                second);
    }

    public static Split parse(byte[] bytes) {
        var text = NoteText.of(bytes, "split");
        int border = text.lastIndexOf("\n\nold ");
        if (border < 0) {
            throw new LogException(LogFault.REQUEST, "two checkpoints, the second after \"old\"");
        }
        var first = SignedNote.parse(text.substring(0, border + 1));
        var second = AddCheckpoint.parse(text.substring(border + 2));
        if (second.old() != Checkpoint.of(first).size()) {
            throw new LogException(
                    LogFault.REQUEST, "old size is not that of the first checkpoint");
        }
        return new Split(first, second.path(), second.checkpoint());
    }

    /// Whether this convicts the log that has one of these keys.
    public boolean convicts(Collection<VerifierKey> logs) {
        var a = Checkpoint.of(first);
        var b = Checkpoint.of(second);
        var keys = logs.stream().filter(key -> key.name().equals(a.origin())).toList();
        return a.origin().equals(b.origin())
                && signed(first, keys)
                && signed(second, keys)
                && rootThen(a, b).filter(root -> !root.equals(a.root())).isPresent();
    }

    private static boolean signed(SignedNote note, List<VerifierKey> keys) {
        return !note.check(keys).good().isEmpty();
    }

    /// The root that the second story has at the size of the first.
    private Optional<Hash> rootThen(Checkpoint a, Checkpoint b) {
        if (a.size() == b.size()) {
            return path.isEmpty() ? Optional.of(b.root()) : Optional.empty();
        }
        return Proofs.roots(TreeHash.SHA_256, a.size(), b.size(), path)
                .filter(roots -> roots.to().equals(b.root()))
                .map(Proofs.Roots::from);
    }

    @Override
    public String toString() {
        return first + "\n" + new AddCheckpoint(Checkpoint.of(first).size(), path, second);
    }
}
