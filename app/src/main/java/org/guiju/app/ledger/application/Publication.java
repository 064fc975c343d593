package org.guiju.app.ledger.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.NoteSignature;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.TileBatch;
import org.guiju.kernel.ledger.tree.TiledTree;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 发布: brings one log from what was signed last to what the database has now. The order is the promise: files durable → read again and
/// hashed again → register swapped → signed → witnessed → published. Whatever breaks off at any of the arrows, the next run ends in
/// the same place.
public final class Publication {
    /// Entries that one run takes at most.
    static final int BATCH = 4096;

    private final String origin;
    private final LogEntries entries;
    private final LogFiles files;
    private final CheckpointRegister register;
    private final TreeHash how;
    private final Function<Checkpoint, List<NoteSignature>> signers;
    private final Function<SignedNote, List<NoteSignature>> witnesses;

    /// @param origin the log's name
    /// @param how the tree is hashed
    /// @param signers the log's own keys: their lines under a checkpoint
    /// @param witnesses asked with the log's lines, answer with theirs; none if they stay away
    public Publication(
            String origin,
            LogEntries entries,
            LogFiles files,
            CheckpointRegister register,
            TreeHash how,
            Function<Checkpoint, List<NoteSignature>> signers,
            Function<SignedNote, List<NoteSignature>> witnesses) {
        this.origin = origin;
        this.entries = entries;
        this.files = files;
        this.register = register;
        this.how = how;
        this.signers = signers;
        this.witnesses = witnesses;
    }

    /// 结果.
    public sealed interface Result {
        /// Everything that is there is published.
        record Complete(long size) implements Result {}

        /// A batch was published, and there may be more.
        record Advanced(long size) implements Result {}

        /// Another process has signed meanwhile; ask again.
        record Overtaken() implements Result {}

        /// 不能签: what was signed and what is there differ.
        record Halted(Why why, String place) implements Result {}
    }

    /// 停止原因.
    public enum Why {
        /// 数据库比已签署的旧: an old backup was put back.
        DATABASE_BEHIND,
        /// 数据库与已签署的不符: an entry was altered, swapped or slipped in after it was signed.
        DATABASE_DIFFERS,
        /// 文件读回不符: what was written does not read back as it was written.
        FILES_DIFFER
    }

    /// 数据库比已签署的旧: whether less is there than what was signed. Writes and signs nothing.
    public boolean behind() {
        return entries.size() < signed(register.last(origin)).size();
    }

    /// One run.
    public Result advance() {
        var last = register.last(origin);
        var base = signed(last);
        long there = entries.size();
        if (there < base.size()) {
            return new Result.Halted(Why.DATABASE_BEHIND, there + " < " + base.size());
        }
        if (!stands(base)) {
            var halted = rewritten(base);
            if (halted.isPresent()) {
                return halted.get();
            }
        }
        if (there == base.size()) {
            finish(base);
            return new Result.Complete(there);
        }
        long to = Math.min(there, base.size() + BATCH);
        var batch = TileBatch.of(how, files, base.size(), entries.range(base.size(), to));
        files.write(batch);
        var reread = LogCheck.of(how, files, base.size(), base.root(), to);
        if (reread.sound().filter(batch.root()::equals).isEmpty()) {
            return new Result.Halted(Why.FILES_DIFFER, reread.findings().toString());
        }
        var next = new Checkpoint(origin, to, batch.root());
        if (!register.swap(last, next)) {
            return new Result.Overtaken();
        }
        finish(next);
        return new Result.Advanced(to);
    }

    /// What was signed last, as far as anybody could have seen it: the register may be lost or put back from an old backup, and then what is published counts.
    private Checkpoint signed(Optional<Checkpoint> last) {
        var none = new Checkpoint(origin, 0, how.empty());
        var seen = files.published().map(Checkpoint::of).orElse(none);
        return last.filter(c -> c.size() >= seen.size()).orElse(seen);
    }

    /// Whether the files still lead to the root that was signed.
    private boolean stands(Checkpoint base) {
        try {
            return TiledTree.of(files, how, base.size()).root().equals(base.root());
        } catch (LogException e) {
            return false;
        }
    }

    /// Files that were lost or torn are made again from the database, if the database still has what was signed.
    private Optional<Result> rewritten(Checkpoint base) {
        for (long from = 0; from < base.size(); from += BATCH) {
            long to = Math.min(base.size(), from + BATCH);
            files.write(TileBatch.of(how, files, from, entries.range(from, to)));
        }
        return stands(base)
                ? Optional.empty()
                : Optional.of(new Result.Halted(Why.DATABASE_DIFFERS, "size " + base.size()));
    }

    /// Signs and publishes, unless this very checkpoint stands there already.
    private void finish(Checkpoint checkpoint) {
        var published = files.published();
        if (published.filter(n -> n.text().equals(checkpoint.text())).isPresent()) {
            return;
        }
        var note = checkpoint.signed(signers.apply(checkpoint));
        files.publish(note.with(witnesses.apply(note)));
    }
}
