package org.guiju.app.ledger.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.Witnesses;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.FiledRegister;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.app.ledger.store.SigningKeys;
import org.guiju.app.ledger.store.WitnessKeys;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.Cosignature;
import org.guiju.kernel.ledger.note.NoteKey;
import org.guiju.kernel.ledger.note.NoteSignature;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.Proofs;
import org.guiju.kernel.ledger.tree.TiledTree;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// 封存: publishes every log as far as it is sequenced, and knows what stands under a checkpoint.
@Component
public class Sealer implements Seals {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private final JdbcLogs logs;
    private final Sequencer sequencer;
    private final LedgerSettings settings;
    private final OfficialClock clock;
    private final Path root;
    private final Path keys;
    private final CheckpointRegister register;
    private final DomesticLogs domestic;
    private final WitnessKeys witnessKeys;
    private final WitnessClient witnessing;
    private final Witnesses witnesses;
    private final SigningClock signingClock;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private final Map<String, List<NoteSigner>> signers = new ConcurrentHashMap<>();
    private volatile long upTo;
    private volatile Optional<State.Halted> halted = Optional.empty();
    private volatile Optional<Long> behindSince = Optional.empty();
    private long awaited;

    Sealer(
            JdbcLogs logs,
            Sequencer sequencer,
            LedgerSettings settings,
            OfficialClock clock,
            Witnesses witnesses,
            @Value("${guiju.data:data}") Path data) {
        this.logs = logs;
        this.sequencer = sequencer;
        this.settings = settings;
        this.clock = clock;
        this.root = data.resolve("log");
        this.keys = data.resolve("keys");
        var place = settings.register();
        this.register = new FiledRegister(place == null ? data.resolve("register") : place);
        this.domestic = new DomesticLogs(logs, register, root, keys);
        this.witnessKeys = new WitnessKeys(keys.resolve("witnesses"));
        this.witnesses = witnesses;
        this.signingClock = new SigningClock(settings.skew(), System::nanoTime);
        this.witnessing = new WitnessClient(witnesses, System::nanoTime, witnessKeys::remember);
    }

    @Scheduled(fixedDelayString = "${guiju.sealer.every:300}")
    void tick() {
        try {
            seal();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("sealing waits for the database: {}", e.getMessage());
        } catch (java.io.UncheckedIOException e) {
            LOG.warn("sealing waits for its disk: {}", e.getMessage());
        } catch (LogException e) {
            // A checkpoint or its register that cannot be read: nothing may be signed on top of it.
            halt(new State.Halted("files_differ", e.place()));
        }
        watch();
    }

    /// Publishes what is sequenced. Asked for by the clock, and by whoever wants it now.
    public synchronized void seal() {
        if (signingClock.resting()) {
            return;
        }
        var all = logs.all();
        long next = logs.next();
        for (int i = 0; i < all.size(); i++) {
            var log = all.get(i);
            long end = i + 1 < all.size() ? all.get(i + 1).first() : next;
            if (sizes.getOrDefault(log.origin(), -1L) < end - log.first() && !published(log, end)) {
                return;
            }
        }
        upTo = all.isEmpty() ? 0 : next;
        halted = Optional.empty();
        if (settings.sm()) {
            domestic.publish(all, next);
        }
    }

    /// Whether less is there than what was signed, in any log: an old backup. Only looks.
    public synchronized boolean behind() {
        var all = logs.all();
        long next = logs.next();
        for (int i = 0; i < all.size(); i++) {
            long end = i + 1 < all.size() ? all.get(i + 1).first() : next;
            if (publication(all.get(i), end).behind()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void now() {
        sequencer.sequence();
        seal();
    }

    /// @return whether the log is published to its end
    private boolean published(JdbcLogs.Log log, long end) {
        try {
            return advanced(log, publication(log, end));
        } catch (SigningClock.Doubted e) {
            halt(e.halted());
            return false;
        }
    }

    private boolean advanced(JdbcLogs.Log log, Publication publication) {
        while (true) {
            switch (publication.advance()) {
                case Publication.Result.Complete(var size) -> {
                    sizes.put(log.origin(), size);
                    return true;
                }
                case Publication.Result.Advanced(var size) -> {
                    sizes.put(log.origin(), size);
                    upTo = log.first() + size;
                }
                case Publication.Result.Overtaken() -> {
                    return false;
                }
                case Publication.Result.Halted(var why, var place) -> {
                    halt(
                            new State.Halted(
                                    why.name().toLowerCase(java.util.Locale.ROOT),
                                    log.origin() + " " + place));
                    return false;
                }
            }
        }
    }

    private void halt(State.Halted now) {
        if (!halted.equals(Optional.of(now))) {
            LOG.error("nothing is signed any more: {} {}", now.reason(), now.place());
        }
        halted = Optional.of(now);
    }

    private Publication publication(JdbcLogs.Log log, long end) {
        var files = files(log);
        return new Publication(
                log.origin(),
                logs.entries(log, end),
                files,
                register,
                TreeHash.SHA_256,
                checkpoint ->
                        signers(log).stream()
                                .map(s -> Cosignature.of(checkpoint, s, clock.now()))
                                .toList(),
                note -> believed(log, files, note, cosigned(note, files)));
    }

    /// The witnesses' lines, unless our own time is in doubt: then nothing is published.
    private List<NoteSignature> believed(
            JdbcLogs.Log log, FiledLog files, SignedNote note, List<NoteSignature> lines) {
        var theirs =
                witnesses.all().stream().<NoteKey>map(w -> VerifierKey.parse(w.key())).toList();
        var ours = signers(log).stream().<NoteKey>map(NoteSigner::key).toList();
        var last = files.published().map(n -> times(n, ours)).orElse(List.of());
        signingClock
                .doubt(
                        clock.now(),
                        times(note.with(lines), theirs),
                        last.stream().max(Comparator.naturalOrder()))
                .ifPresent(halted -> {
                    throw new SigningClock.Doubted(halted);
                });
        return lines;
    }

    private static List<Instant> times(SignedNote note, List<NoteKey> keys) {
        return note.check(keys).good().values().stream()
                .flatMap(signed -> signed.time().stream())
                .toList();
    }

    private List<NoteSignature> cosigned(SignedNote note, FiledLog files) {
        var size = Checkpoint.of(note).size();
        return witnessing.cosign(note, TiledTree.of(files, size));
    }

    /// Shows the published checkpoint to the witnesses once more: they were away when it was signed, and nothing was written since.
    synchronized void askAgain(JdbcLogs.Log log) {
        var files = files(log);
        witnessing.wake();
        files.published()
                .ifPresent(note -> {
                    var lines = cosigned(note, files);
                    if (!lines.isEmpty()) {
                        files.publish(note.with(lines));
                    }
                });
    }

    private FiledLog files(JdbcLogs.Log log) {
        return new FiledLog(directory(log.year()));
    }

    /// While nothing is published.
    synchronized <T> T still(Supplier<T> look) {
        return look.get();
    }

    /// What was given to be signed last.
    Optional<Checkpoint> registered(JdbcLogs.Log log) {
        return register.last(log.origin());
    }

    /// 国密日志; whether they are published, the settings say.
    DomesticLogs domestic() {
        return domestic;
    }

    /// 曾经的见证方.
    WitnessKeys witnessKeys() {
        return witnessKeys;
    }

    /// The years whose log has a checkpoint among the files.
    List<Integer> publishedYears() {
        var names = root.toFile().list((_, name) -> name.matches("[0-9]{4}"));
        return names == null
                ? List.of()
                : Stream.of(names)
                        .map(Integer::valueOf)
                        .filter(year -> Files.exists(directory(year).resolve("checkpoint")))
                        .sorted()
                        .toList();
    }

    /// Where the public files of a year's log lie.
    public Path directory(int year) {
        return root.resolve(Integer.toString(year));
    }

    /// The log's keys: each year's log has its own.
    public List<NoteSigner> signers(JdbcLogs.Log log) {
        return signers.computeIfAbsent(
                log.origin(),
                origin ->
                        Stream.of(SignatureType.ED25519, SignatureType.ML_DSA_44)
                                .map(type ->
                                        SigningKeys.open(keys, "log-" + log.year(), origin, type))
                                .toList());
    }

    /// Keys of every log there is, and of this year's before its first entry: whoever witnesses must know them.
    public List<VerifierKey> keys() {
        var all = new ArrayList<>(logs.all());
        int year = clock.today().getYear();
        if (all.stream().noneMatch(log -> log.year() >= year)) {
            all.add(new JdbcLogs.Log(year, settings.origin(year), 0));
        }
        return all.stream().flatMap(log -> signers(log).stream()).map(NoteSigner::key).toList();
    }

    /// What is being waited for is one place of the sequence; once that is sealed the next wait begins anew, so that a busy hour is no lag.
    private void watch() {
        try {
            long there = logs.next() + (logs.pending() ? 1 : 0);
            if (upTo >= awaited) {
                awaited = there;
                behindSince = there > upTo ? Optional.of(System.nanoTime()) : Optional.empty();
            }
        } catch (DataAccessException e) {
            LOG.debug("nobody knows how far the log is behind", e);
        }
    }

    @Override
    public State state() {
        if (halted.isPresent()) {
            return halted.get();
        }
        return behindSince
                .map(since -> Duration.ofNanos(System.nanoTime() - since))
                .filter(behind -> behind.compareTo(settings.bound()) > 0)
                .<State>map(State.Lagging::new)
                .orElseGet(State.Sealing::new);
    }

    @Override
    public long sealedUpTo() {
        return upTo;
    }

    @Override
    public Optional<Sealed> sealed(UUID stream, long seq) {
        return logs.place(stream, seq)
                .flatMap(place -> {
                    var log =
                            logs.all().stream()
                                    .filter(l -> l.first() <= place.index())
                                    .toList()
                                    .getLast();
                    var files = files(log);
                    long index = place.index() - log.first();
                    return files.published()
                            .filter(note -> Checkpoint.of(note).size() > index)
                            .map(note -> proved(log, index, place.entry(), note, files));
                });
    }

    private Sealed proved(
            JdbcLogs.Log log, long index, byte[] entry, SignedNote note, FiledLog files) {
        try {
            long size = Checkpoint.of(note).size();
            var path = TiledTree.of(files, size).inclusion(index, size);
            var root = Checkpoint.of(note).root();
            var leaf = TreeHash.SHA_256.leaf(entry);
            if (!Proofs.included(TreeHash.SHA_256, leaf, index, size, path, root)) {
                throw new IllegalStateException(
                        "entry " + index + " of " + log.origin() + " is not what was sealed");
            }
            return new Sealed(log.origin(), index, entry, new TlogProof(index, path, note));
        } catch (LogException e) {
            throw new IllegalStateException("the files of " + log.origin() + " are torn", e);
        }
    }
}
