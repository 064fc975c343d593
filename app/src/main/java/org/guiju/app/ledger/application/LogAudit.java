package org.guiju.app.ledger.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guiju.app.ledger.application.Audit.Finding;
import org.guiju.app.ledger.application.Audit.What;
import org.guiju.app.ledger.store.AuditRows;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.Disclosures;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.NoteKey;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.EntryBundle;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileSource;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 一年日志的核对: its checkpoint, its files, and the rows its entries came from.
///
/// @param end place behind its last entry in the whole sequence, sealed or not
record LogAudit(JdbcLogs.Log log, long end, Signed signed, List<Finding> findings) {

    /// 已签署的.
    record Signed(SignedNote note, Checkpoint checkpoint) {
        static Signed of(SignedNote note) {
            return new Signed(note, Checkpoint.of(note));
        }
    }

    /// The published checkpoint beside the registered one; the register is swapped before anything is signed, and both are read at one moment.
    static Optional<What> against(Signed published, Optional<Checkpoint> registered) {
        var checkpoint = published.checkpoint();
        if (registered.filter(checkpoint::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                registered.filter(r -> r.size() > checkpoint.size()).isPresent()
                        ? What.ROLLED_BACK
                        : What.REGISTER);
    }

    /// @param own the log's keys, each of which must have signed
    /// @param known everybody whose line may stand there; empty if that is not known
    void signatures(List<? extends NoteKey> own, List<? extends NoteKey> known) {
        var note = signed.note();
        var checked = note.check(known.isEmpty() ? own : known);
        boolean stands =
                checked.bad().isEmpty()
                        && own.stream().allMatch(key -> checked.by(key).isPresent())
                        && signed.checkpoint().origin().equals(log.origin());
        // A line whose name or number was altered is nobody's; C2SP passes over it, who published
        // it need not.
        boolean nobodys =
                !known.isEmpty()
                        && note.signatures().stream()
                                .anyMatch(line ->
                                        known.stream()
                                                .noneMatch(key ->
                                                        key.id() == line.keyId()
                                                                && key.name().equals(line.name())));
        if (!stands || nobodys) {
            add(What.CHECKPOINT, log.origin());
        }
    }

    void files(TileSource files) {
        files(TreeHash.SHA_256, files);
    }

    void files(TreeHash how, TileSource files) {
        var checkpoint = signed.checkpoint();
        LogCheck.whole(how, files, checkpoint.size(), checkpoint.root())
                .findings()
                .forEach(f -> add(What.FILES, log.year() + " " + f.kind() + " " + f.place()));
    }

    /// A second log tells the entries of the first, byte for byte.
    void same(TileSource second, TileSource first) {
        long size = signed.checkpoint().size();
        for (long from = 0; from < size; from += Tile.FULL) {
            var tile = Tile.holding(Tile.ENTRIES, from, size);
            try {
                byte[] whole =
                        first.read(tile.full()).or(() -> first.read(tile)).orElse(new byte[0]);
                byte[] part = second.need(tile);
                if (part.length > whole.length
                        || !Arrays.equals(part, 0, part.length, whole, 0, part.length)) {
                    add(What.FILES, log.origin() + " LEAF_DIFFERS " + tile.path());
                }
            } catch (LogException e) {
                add(What.FILES, log.origin() + " " + tile.path());
            }
        }
    }

    /// What a wider file has replaced is served still to whoever has an old checkpoint: it must be how the wider one begins.
    void replaced(List<Tile> partials, TileSource files) {
        for (var tile : partials) {
            long count = Tile.count(tile.level(), signed.checkpoint().size());
            // Beyond the checkpoint lies what a batch left that was never signed.
            if (tile.first() + tile.width() <= count && !beginning(tile, files)) {
                add(What.FILES, log.year() + " FILE_TORN " + tile.path());
            }
        }
    }

    private boolean beginning(Tile tile, TileSource files) {
        var wider = Tile.holding(tile.level(), tile.first(), signed.checkpoint().size());
        try {
            byte[] part = files.need(tile);
            if (tile.entries()) {
                EntryBundle.read(part, tile.width(), tile.path());
            }
            byte[] whole = files.need(wider);
            return part.length <= whole.length
                    && Arrays.equals(part, 0, part.length, whole, 0, part.length);
        } catch (LogException e) {
            return false;
        }
    }

    /// Those signed against the leaves of the files, those that wait for their seal against themselves.
    void rows(TileSource files, AuditRows rows) {
        long size = signed.checkpoint().size();
        if (size > end - log.first()) {
            add(What.COUNT_ALTERED, "log " + log.year());
        }
        for (long from = 0; from < size; from += Tile.FULL) {
            rows(files, rows, from, Math.min(size, from + Tile.FULL));
        }
        for (long from = size; from < end - log.first(); from += Tile.FULL) {
            long to = Math.min(end - log.first(), from + Tile.FULL);
            var there = rows.entries(log.first() + from, log.first() + to);
            for (long index = from; index < to; index++) {
                row(index, Optional.ofNullable(there.get(log.first() + index)), Optional.empty());
            }
        }
    }

    private void rows(TileSource files, AuditRows rows, long from, long to) {
        List<Hash> hashes;
        try {
            var tile = Tile.holding(0, from, signed.checkpoint().size());
            hashes = tile.hashes(files.need(tile));
        } catch (LogException e) {
            // Named among the files already.
            return;
        }
        var there = rows.entries(log.first() + from, log.first() + to);
        for (long index = from; index < to; index++) {
            row(
                    index,
                    Optional.ofNullable(there.get(log.first() + index)),
                    Optional.of(hashes.get((int) (index - from))));
        }
    }

    /// @param hash that was signed; empty while nothing is
    private void row(long index, Optional<AuditRows.Row> row, Optional<Hash> hash) {
        if (row.isEmpty()) {
            add(What.ENTRY_MISSING, log.year() + " #" + index);
        } else if (row.get().entry().isEmpty()) {
            add(What.ENTRY_MISSING, log.year() + " #" + index + ", " + row.get().place());
        } else {
            compared(row.get(), row.get().entry().get(), hash).ifPresent(findings::add);
        }
    }

    /// One row against the hash that was signed for its place.
    static Optional<Finding> compared(AuditRows.Row row, byte[] entry, Optional<Hash> signed) {
        var own = TreeHash.SHA_256.leaf(entry);
        if (signed.filter(hash -> !hash.equals(own)).isPresent()) {
            return Optional.of(new Finding(What.ENTRY_ALTERED, row.place()));
        }
        if (!Arrays.equals(row.leaf(), own.bytes())) {
            return Optional.of(new Finding(What.LEAF_ALTERED, row.place()));
        }
        return says(row, entry)
                ? Optional.empty()
                : Optional.of(new Finding(What.MISPLACED, row.place()));
    }

    /// An entry of class S names neither stream nor number; its disclosures do, and they open in their own place alone.
    private static boolean says(AuditRows.Row row, byte[] entry) {
        try {
            var read = EntryReader.read(entry);
            if (!read.has("stream")) {
                return read.has(Disclosures.SD) && !read.has("k");
            }
            return read.find("stream").filter(new Value.Str(row.stream())::equals).isPresent()
                    && read.find("seq").filter(new Value.Int(row.seq())::equals).isPresent();
        } catch (EntryException e) {
            return false;
        }
    }

    /// What was disclosed must be what the entry holds the digests of.
    static Optional<Finding> disclosure(AuditRows.Sealed row) {
        var altered = Optional.of(new Finding(What.DISCLOSURE_ALTERED, row.place()));
        try {
            if (row.plain().isEmpty() || row.entry().isEmpty()) {
                return altered;
            }
            var entry = EntryReader.read(row.entry().get());
            var disclosures = row.plain().get().lines().map(Disclosure::parse).toList();
            boolean all =
                    disclosures.stream().allMatch(d -> Disclosures.matches(entry, d))
                            && entry.find(Disclosures.SD)
                                    .filter(Value.Strs.class::isInstance)
                                    .isPresent();
            return all ? Optional.empty() : altered;
        } catch (EntryException e) {
            return altered;
        }
    }

    private void add(What what, String place) {
        findings.add(new Finding(what, place));
    }
}
