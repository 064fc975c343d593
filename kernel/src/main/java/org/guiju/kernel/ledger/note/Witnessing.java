package org.guiju.kernel.ledger.note;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.ledger.tree.Proofs;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 见证: whether a witness may sign, from what it last signed and what it is asked (C2SP tlog-witness, "add-checkpoint").
/// Reading the last state, asking this and storing the new one must be one step, or two requests roll the log back.
public final class Witnessing {
    private Witnessing() {}

    /// 答复.
    public sealed interface Answer {
        /// 可签: store this, then sign it, then answer 200.
        ///
        /// @param note the checkpoint with the lines of the log's known keys alone
        record Cosign(Checkpoint checkpoint, SignedNote note) implements Answer {}

        /// 409: the log has another idea of what was signed last.
        record Conflict(long size) implements Answer {}

        /// 其他拒绝: 400, 403, 404 or 422.
        ///
        /// @param misbehaviour whether the log's own key signed what cannot stand beside what it signed before
        record Refused(int status, String why, boolean misbehaviour) implements Answer {}
    }

    /// @param logs keys of all logs this witness serves; a key's name is the log's origin
    /// @param last what was signed last for the origin of the request
    public static Answer decide(
            Collection<VerifierKey> logs, Optional<Checkpoint> last, AddCheckpoint asked) {
        var checkpoint = Checkpoint.of(asked.checkpoint());
        var keys = logs.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
        if (keys.isEmpty()) {
            return refused(404, "unknown log");
        }
        var checked = asked.checkpoint().check(keys);
        if (!checked.bad().isEmpty() || checked.good().isEmpty()) {
            return refused(403, "no valid signature of a known key of this log");
        }
        if (asked.old() > checkpoint.size()) {
            return refused(400, "old size above the size of the checkpoint");
        }
        long size = last.map(Checkpoint::size).orElse(0L);
        if (asked.old() != size) {
            return new Answer.Conflict(size);
        }
        return inconsistency(last, asked, checkpoint)
                .<Answer>map(why -> new Answer.Refused(422, why, true))
                .orElseGet(() -> new Answer.Cosign(checkpoint, known(asked.checkpoint(), keys)));
    }

    private static Answer refused(int status, String why) {
        return new Answer.Refused(status, why, false);
    }

    private static Optional<String> inconsistency(
            Optional<Checkpoint> last, AddCheckpoint asked, Checkpoint now) {
        if (now.size() == 0 && !now.root().equals(TreeHash.SHA_256.empty())) {
            return Optional.of("a log of size 0 has the root of the empty tree");
        }
        if (asked.old() == 0) {
            return asked.path().isEmpty()
                    ? Optional.empty()
                    : Optional.of("from size 0 there is no proof");
        }
        boolean consistent =
                last.filter(before ->
                                Proofs.consistent(
                                        TreeHash.SHA_256,
                                        before.size(),
                                        before.root(),
                                        now.size(),
                                        now.root(),
                                        asked.path()))
                        .isPresent();
        return consistent
                ? Optional.empty()
                : Optional.of("not consistent with what was signed before");
    }

    /// Lines of strangers are not passed on.
    private static SignedNote known(SignedNote note, List<VerifierKey> keys) {
        return new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(line ->
                                keys.stream()
                                        .anyMatch(key ->
                                                key.id() == line.keyId()
                                                        && key.name().equals(line.name())))
                        .toList());
    }
}
