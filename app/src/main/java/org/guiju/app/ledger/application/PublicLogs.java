package org.guiju.app.ledger.application;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guiju.app.ledger.Witnesses;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.Tile;
import org.springframework.stereotype.Component;

/// 公开的日志: what anybody may fetch of the logs, and whom to trust in them.
@Component
public class PublicLogs {
    private final JdbcLogs logs;
    private final Sealer sealer;
    private final Witnesses witnesses;

    PublicLogs(JdbcLogs logs, Sealer sealer, Witnesses witnesses) {
        this.logs = logs;
        this.sealer = sealer;
        this.witnesses = witnesses;
    }

    /// 一年的日志.
    ///
    /// @param size entries under the published checkpoint
    /// @param witnesses names of those whose lines the checkpoint bears
    /// @param domestic the second log, hashed with SM3 and signed with SM2, where there is one
    public record Published(
            int year,
            String origin,
            long size,
            String root,
            List<VerifierKey> keys,
            List<String> witnesses,
            Optional<Domestic> domestic) {}

    /// 国密日志: the second log over the same entries.
    public record Domestic(String origin, long size, String root, String key) {}

    /// The newest first; a log that has no checkpoint yet is not among them.
    public List<Published> all() {
        return logs.all().stream()
                .sorted(Comparator.comparingInt(JdbcLogs.Log::year).reversed())
                .flatMap(log -> published(log).stream())
                .toList();
    }

    private Optional<Published> published(JdbcLogs.Log log) {
        return new FiledLog(sealer.directory(log.year())).published().map(note -> of(log, note));
    }

    private Published of(JdbcLogs.Log log, SignedNote note) {
        var checkpoint = Checkpoint.of(note);
        var keys = sealer.signers(log).stream().map(s -> s.key()).toList();
        var good = note.check(witnessKeys()).good().keySet();
        return new Published(
                log.year(),
                log.origin(),
                checkpoint.size(),
                checkpoint.root().base64(),
                keys,
                good.stream().map(k -> k.name()).sorted().toList(),
                sealer.domestic()
                        .published(log.year())
                        .map(Checkpoint::of)
                        .map(c ->
                                new Domestic(
                                        c.origin(),
                                        c.size(),
                                        c.root().base64(),
                                        sealer.domestic().key(log).toString())));
    }

    private List<VerifierKey> witnessKeys() {
        return witnesses.all().stream().map(w -> VerifierKey.parse(w.key())).toList();
    }

    /// A file of the year's log by its path below `/log/<year>/`; empty if there is none.
    public Optional<byte[]> file(int year, String path) {
        return file(year, new FiledLog(sealer.directory(year)), path);
    }

    /// A file of the year's second log by its path below `/log/<year>/sm3/`.
    public Optional<byte[]> domestic(int year, String path) {
        return file(year, sealer.domestic().files(year), path);
    }

    private Optional<byte[]> file(int year, FiledLog log, String path) {
        if (logs.all().stream().noneMatch(known -> known.year() == year)) {
            return Optional.empty();
        }
        if (path.equals("checkpoint")) {
            return log.published().map(SignedNote::bytes);
        }
        try {
            return log.read(Tile.parse(path));
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    /// 信任策略 (C2SP tlog-policy): the keys of this county's logs and of their witnesses.
    public String policy() {
        var text = new StringBuilder();
        // Only keys that a browser can check; the others stand on the log's page.
        logs.all().stream()
                .flatMap(log -> sealer.signers(log).stream())
                .map(NoteSigner::key)
                .filter(key -> key.type() == SignatureType.ED25519)
                .forEach(key -> text.append("log ").append(key).append('\n'));
        var names = new java.util.ArrayList<String>();
        for (var key : witnessKeys()) {
            names.add(key.name());
            text.append("witness ").append(key.name()).append(' ').append(key).append('\n');
        }
        if (names.isEmpty()) {
            return text.append("quorum none\n").toString();
        }
        return text.append("group witnesses ")
                .append(witnesses.quorum())
                .append(' ')
                .append(String.join(" ", names))
                .append('\n')
                .append("quorum witnesses\n")
                .toString();
    }
}
