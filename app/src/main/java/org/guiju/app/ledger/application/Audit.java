package org.guiju.app.ledger.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.guiju.app.ledger.Witnesses;
import org.guiju.app.ledger.store.AuditBooks;
import org.guiju.app.ledger.store.AuditRows;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.NoteKey;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.LogException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 核对: holds every stored row against what was signed, and names what differs and where (J5). It believes the signed root alone.
@Component
public class Audit {
    private final JdbcLogs logs;
    private final Sealer sealer;
    private final AuditRows rows;
    private final AuditBooks books;
    private final Witnesses witnesses;
    private final RowSeals seals;

    Audit(
            JdbcLogs logs,
            Sealer sealer,
            AuditRows rows,
            AuditBooks books,
            Witnesses witnesses,
            RowSeals seals) {
        this.logs = logs;
        this.sealer = sealer;
        this.rows = rows;
        this.books = books;
        this.witnesses = witnesses;
        this.seals = seals;
    }

    /// 差异种类.
    public enum What {
        /// 检查点的签名不成立, or a line under it is nobody's.
        CHECKPOINT,
        /// 检查点比登记的旧: somebody has put an old one back.
        ROLLED_BACK,
        /// 签署登记缺失或与检查点不符.
        REGISTER,
        /// 日志文件缺失、残缺或被改.
        FILES,
        /// 日志里有、数据库里没有.
        ENTRY_MISSING,
        /// 数据库里的条目与已签署的不同.
        ENTRY_ALTERED,
        /// 条目所在的行与条目自己说的流水、序号不同.
        MISPLACED,
        /// 数据库里的叶哈希与已签署的不同.
        LEAF_ALTERED,
        /// 条目没有经过排序就在库里.
        SLIPPED_IN,
        /// 待排序的行与条目不符.
        PENDING_ALTERED,
        /// 计数或者年度日志的起点被改.
        COUNT_ALTERED,
        /// 披露内容被改, or it belongs to another entry.
        DISCLOSURE_ALTERED,
        /// 随账封存的行不在了: a reading, or what an entry disclosed.
        ROW_MISSING,
        /// 随账封存的行被改.
        ROW_ALTERED,
        /// 主体密钥不在了，又没有删除或封存的记录.
        KEY_MISSING,
        /// 主体密钥被改: it opens under no key of this installation.
        KEY_ALTERED
    }

    /// @param place file, or stream and number
    public record Finding(What what, String place) {}

    /// @param entries compared, @param disclosures opened and compared
    public record Report(long entries, long disclosures, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /// Looks at everything. What is written meanwhile may or may not be among it. One transaction, because the driver hands
    /// rows over in portions only inside one: without it every disclosure there is would be in memory at once.
    @Transactional(readOnly = true)
    public Report run() {
        var findings = new ArrayList<Finding>();
        long entries = 0;
        var all = logs.all();
        for (int i = 0; i < all.size(); i++) {
            int following = i + 1;
            entries +=
                    log(
                            all.get(i),
                            () -> following < all.size() ? all.get(following).first() : logs.next(),
                            findings);
        }
        new BookAudit(books, sealer).run(all, findings);
        seals.audit(findings);
        rows.slippedIn(s -> findings.add(new Finding(What.SLIPPED_IN, s)));
        long[] opened = {0};
        rows.disclosures(row -> {
            opened[0]++;
            LogAudit.disclosure(row).ifPresent(findings::add);
        });
        return new Report(entries, opened[0], findings.stream().distinct().toList());
    }

    /// @param end place behind the log's last entry in the whole sequence; asked for after the checkpoint was read, as in a running system
    ///     what was signed in between would else seem to be more than there is
    private long log(JdbcLogs.Log log, LongSupplier end, List<Finding> findings) {
        var signed = signed(log, findings);
        if (signed.isEmpty()) {
            return 0;
        }
        var audit = new LogAudit(log, end.getAsLong(), signed.get(), findings);
        var own = sealer.signers(log).stream().map(NoteSigner::key).toList();
        audit.signatures(own, strangersMayNotSign(own));
        var files = new FiledLog(sealer.directory(log.year()));
        audit.files(files);
        audit.replaced(files.partials(), files);
        audit.rows(files, rows);
        sealer.domestic().audit(log, files, findings);
        return signed.get().checkpoint().size();
    }

    /// What was published and what was registered, at one moment.
    private Optional<LogAudit.Signed> signed(JdbcLogs.Log log, List<Finding> findings) {
        return sealer.still(() -> {
            var register = new Finding(What.REGISTER, log.origin());
            var registered = Optional.<Checkpoint>empty();
            try {
                registered = sealer.registered(log);
            } catch (LogException e) {
                findings.add(register);
            }
            try {
                var published =
                        new FiledLog(sealer.directory(log.year()))
                                .published()
                                .map(LogAudit.Signed::of);
                if (published.isEmpty()) {
                    registered.ifPresent(
                            _ -> findings.add(new Finding(What.CHECKPOINT, log.origin())));
                    return published;
                }
                LogAudit.against(published.get(), registered)
                        .map(what -> new Finding(what, log.origin()))
                        .filter(f -> !findings.contains(f))
                        .ifPresent(findings::add);
                return published;
            } catch (LogException e) {
                findings.add(new Finding(What.CHECKPOINT, log.origin()));
                return Optional.empty();
            }
        });
    }

    /// Everybody who ever cosigned here. Empty where nobody is remembered: then nothing is said about lines of strangers.
    private List<NoteKey> strangersMayNotSign(List<VerifierKey> own) {
        var remembered = sealer.witnessKeys().all();
        if (remembered.isEmpty()) {
            return List.of();
        }
        var known = new ArrayList<NoteKey>(own);
        remembered.forEach(k -> known.add(VerifierKey.parse(k)));
        witnesses.all().forEach(w -> known.add(VerifierKey.parse(w.key())));
        return known;
    }
}
