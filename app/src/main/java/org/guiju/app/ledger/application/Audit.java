package org.guiju.app.ledger.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.app.ledger.store.AuditRows;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.Disclosures;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileSource;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.springframework.stereotype.Component;

/// 核对: holds every stored row against what was signed, and names what differs and where (J5). It believes the signed root alone.
@Component
public class Audit {
    private final JdbcLogs logs;
    private final Sealer sealer;
    private final AuditRows rows;

    Audit(JdbcLogs logs, Sealer sealer, AuditRows rows) {
        this.logs = logs;
        this.sealer = sealer;
        this.rows = rows;
    }

    /// 差异种类.
    public enum What {
        /// 检查点的签名不成立.
        CHECKPOINT,
        /// 日志文件缺失、残缺或被改.
        FILES,
        /// 日志里有、数据库里没有.
        ENTRY_MISSING,
        /// 数据库里的条目与已签署的不同.
        ENTRY_ALTERED,
        /// 数据库里的叶哈希与已签署的不同.
        LEAF_ALTERED,
        /// 条目没有经过排序就在库里.
        SLIPPED_IN,
        /// 披露内容被改, or it belongs to another entry.
        DISCLOSURE_ALTERED
    }

    /// @param place file, or stream and number
    public record Finding(What what, String place) {}

    /// @param entries compared, @param disclosures opened and compared
    public record Report(long entries, long disclosures, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /// Looks at everything. What is written meanwhile may or may not be among it.
    public Report run() {
        var findings = new ArrayList<Finding>();
        long entries = 0;
        var all = logs.all();
        for (var log : all) {
            entries += log(log, findings);
        }
        rows.slippedIn(s -> findings.add(new Finding(What.SLIPPED_IN, s)));
        long[] opened = {0};
        rows.disclosures(row -> {
            opened[0]++;
            disclosure(row).ifPresent(findings::add);
        });
        return new Report(entries, opened[0], findings);
    }

    private long log(JdbcLogs.Log log, List<Finding> findings) {
        var files = new FiledLog(sealer.directory(log.year()));
        SignedNote note;
        Checkpoint checkpoint;
        try {
            var published = files.published();
            if (published.isEmpty()) {
                return 0;
            }
            note = published.get();
            checkpoint = Checkpoint.of(note);
        } catch (LogException e) {
            findings.add(new Finding(What.CHECKPOINT, log.origin()));
            return 0;
        }
        var keys = sealer.signers(log).stream().map(s -> s.key()).toList();
        var checked = note.check(keys);
        if (!checked.bad().isEmpty()
                || checked.good().size() < keys.size()
                || !checkpoint.origin().equals(log.origin())) {
            findings.add(new Finding(What.CHECKPOINT, log.origin()));
        }
        LogCheck.whole(files, checkpoint.size(), checkpoint.root())
                .findings()
                .forEach(f ->
                        findings.add(
                                new Finding(
                                        What.FILES,
                                        log.year() + " " + f.kind() + " " + f.place())));
        for (long first = 0; first < checkpoint.size(); first += Tile.FULL) {
            rows(
                    log,
                    first,
                    Math.min(checkpoint.size(), first + Tile.FULL),
                    files,
                    checkpoint,
                    findings);
        }
        return checkpoint.size();
    }

    private void rows(
            JdbcLogs.Log log,
            long from,
            long to,
            TileSource files,
            Checkpoint checkpoint,
            List<Finding> findings) {
        List<Hash> signed;
        try {
            var tile = Tile.holding(0, from, checkpoint.size());
            signed = tile.hashes(files.need(tile));
        } catch (LogException e) {
            // Named among the files already.
            return;
        }
        var there = rows.entries(log.first() + from, log.first() + to);
        for (long index = from; index < to; index++) {
            var row = there.get(log.first() + index);
            var hash = signed.get((int) (index - from));
            if (row == null) {
                findings.add(new Finding(What.ENTRY_MISSING, log.year() + " #" + index));
            } else {
                compared(row, hash).ifPresent(findings::add);
            }
        }
    }

    /// One row against the hash that was signed for its place.
    static Optional<Finding> compared(AuditRows.Row row, Hash signed) {
        if (!TreeHash.SHA_256.leaf(row.entry()).equals(signed)) {
            return Optional.of(new Finding(What.ENTRY_ALTERED, row.place()));
        }
        return Hash.of(row.leaf()).equals(signed)
                ? Optional.empty()
                : Optional.of(new Finding(What.LEAF_ALTERED, row.place()));
    }

    /// What was disclosed must be what the entry holds the digests of.
    static Optional<Finding> disclosure(AuditRows.Sealed row) {
        var altered = Optional.of(new Finding(What.DISCLOSURE_ALTERED, row.place()));
        try {
            var entry = EntryReader.read(row.entry());
            if (row.plain().isEmpty()) {
                return altered;
            }
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
}
