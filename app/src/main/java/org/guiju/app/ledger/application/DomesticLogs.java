package org.guiju.app.ledger.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.formats.ledger.DurableFile;
import org.guiju.formats.ledger.Sm2Key;
import org.guiju.formats.ledger.Sm2Signer;
import org.guiju.formats.ledger.Sm3Tree;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.LogException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 国密日志: the second log of a year, over the very same entries: hashed with SM3, signed with SM2, under `<origin>/sm3` and files of its own. The same
/// order of publication, the same register. It never holds up the first: what goes wrong here is said and tried again. No witness cosigns it: C2SP's
/// witnesses know neither algorithm.
final class DomesticLogs {
    private static final Logger LOG = LoggerFactory.getLogger(DomesticLogs.class);
    private static final Sm3Tree SM3 = new Sm3Tree();
    private final JdbcLogs logs;
    private final CheckpointRegister register;
    private final Path root;
    private final Path keys;
    private final Map<String, Sm2Signer> signers = new ConcurrentHashMap<>();
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();

    DomesticLogs(JdbcLogs logs, CheckpointRegister register, Path root, Path keys) {
        this.logs = logs;
        this.register = register;
        this.root = root;
        this.keys = keys;
    }

    /// As far as the first logs are sequenced.
    void publish(List<JdbcLogs.Log> all, long next) {
        for (int i = 0; i < all.size(); i++) {
            var log = all.get(i);
            long end = i + 1 < all.size() ? all.get(i + 1).first() : next;
            try {
                publish(log, end);
            } catch (LogException | UncheckedIOException | IllegalStateException e) {
                LOG.error("the SM log of {} is not published: {}", log.year(), e.toString());
            }
        }
    }

    private void publish(JdbcLogs.Log log, long end) {
        if (sizes.getOrDefault(log.origin(), -1L) >= end - log.first()) {
            return;
        }
        var publication =
                new Publication(
                        Sm3Tree.origin(log.origin()),
                        logs.entries(log, end),
                        files(log.year()),
                        register,
                        SM3,
                        checkpoint -> List.of(signer(log).sign(checkpoint)),
                        _ -> List.of());
        while (true) {
            switch (publication.advance()) {
                case Publication.Result.Complete(var size) -> {
                    sizes.put(log.origin(), size);
                    return;
                }
                case Publication.Result.Advanced(var size) -> sizes.put(log.origin(), size);
                case Publication.Result.Overtaken() -> {
                    return;
                }
                case Publication.Result.Halted(var why, var place) ->
                        throw new IllegalStateException(why + " " + place);
            }
        }
    }

    FiledLog files(int year) {
        return new FiledLog(root.resolve(year + "-sm3"));
    }

    /// The public key of a year's second log; made where there is none.
    Sm2Key key(JdbcLogs.Log log) {
        return signer(log).key();
    }

    private Sm2Signer signer(JdbcLogs.Log log) {
        return signers.computeIfAbsent(
                Sm3Tree.origin(log.origin()), origin -> open("log-" + log.year(), origin));
    }

    private Sm2Signer open(String file, String origin) {
        var place = keys.resolve(file + ".sm2.key");
        var random = new SecureRandom();
        try {
            if (!Files.exists(place)) {
                DurableFile.writeSecret(
                        place,
                        Sm2Signer.create(origin, random).getBytes(StandardCharsets.US_ASCII));
            }
            var signer = Sm2Signer.read(Files.readString(place, StandardCharsets.US_ASCII), random);
            if (!signer.key().name().equals(origin)) {
                throw new IllegalStateException(place + " is the key of another log");
            }
            return signer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is published of a year's second log; empty where there is none.
    Optional<SignedNote> published(int year) {
        return files(year).published();
    }

    /// Its checkpoint, its files, and that its entries are those of the first log.
    void audit(JdbcLogs.Log log, FiledLog first, List<Audit.Finding> findings) {
        var origin = Sm3Tree.origin(log.origin());
        try {
            var published = published(log.year());
            var registered = register.last(origin);
            if (published.isEmpty()) {
                registered.ifPresent(
                        _ -> findings.add(new Audit.Finding(Audit.What.CHECKPOINT, origin)));
                return;
            }
            var signed = LogAudit.Signed.of(published.get());
            LogAudit.against(signed, registered)
                    .ifPresent(what -> findings.add(new Audit.Finding(what, origin)));
            var of = new JdbcLogs.Log(log.year(), origin, log.first());
            var audit = new LogAudit(of, 0, signed, findings);
            audit.signatures(List.of(key(log)), List.of(key(log)));
            audit.files(SM3, files(log.year()));
            audit.replaced(files(log.year()).partials(), files(log.year()));
            audit.same(files(log.year()), first);
        } catch (LogException | IllegalStateException e) {
            // What cannot be read, or a key that is another log's.
            findings.add(new Audit.Finding(Audit.What.CHECKPOINT, origin));
        }
    }

    /// @return size under the published checkpoint
    long size(int year) {
        return published(year).map(Checkpoint::of).map(Checkpoint::size).orElse(0L);
    }
}
