package org.guiju.formats.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.guiju.kernel.ledger.note.AddCheckpoint;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.Cosignature;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.note.Witnessing;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 见证簿: the last checkpoint signed for each log, one file each. Reading it, deciding, and writing the new one durably are
/// one step under one lock, and only then does anybody hear the answer (C2SP tlog-witness). A second program on the same
/// folder is refused: two witnesses with one key and two memories could sign two stories.
public final class WitnessBook implements AutoCloseable {
    /// 答复, as HTTP has it.
    public record Answer(int status, String type, String body) {}

    /// 占用: one folder, one witness.
    public static final class InUse extends IOException {
        private static final long serialVersionUID = 1L;

        InUse(Path folder) {
            super("another witness is using " + folder);
        }
    }

    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Path folder;
    private final Supplier<List<VerifierKey>> logs;
    private final NoteSigner signer;
    private final Clock clock;
    private final FileChannel lockFile;
    private final FileLock lock;

    private WitnessBook(
            Path folder,
            Supplier<List<VerifierKey>> logs,
            NoteSigner signer,
            Clock clock,
            FileChannel lockFile,
            FileLock lock) {
        this.folder = folder;
        this.logs = logs;
        this.signer = signer;
        this.clock = clock;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// @param folder made if it is not there
    /// @param logs keys of the logs it serves now
    /// @throws InUse if another witness has it
    public static WitnessBook open(
            Path folder, Supplier<List<VerifierKey>> logs, NoteSigner signer, Clock clock)
            throws IOException {
        Files.createDirectories(folder);
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This process itself holds it: refused like any other.
        }
        if (lock == null) {
            channel.close();
            throw new InUse(folder);
        }
        return new WitnessBook(folder, logs, signer, clock, channel, lock);
    }

    /// `POST /add-checkpoint`.
    public Answer add(byte[] body) throws IOException {
        AddCheckpoint asked;
        Checkpoint checkpoint;
        try {
            asked = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.of(asked.checkpoint());
        } catch (LogException e) {
            return new Answer(400, PLAIN, e.getMessage() + "\n");
        }
        synchronized (this) {
            var before = stored(checkpoint.origin());
            return switch (Witnessing.decide(logs.get(), before.map(Checkpoint::of), asked)) {
                case Witnessing.Answer.Cosign(var now, var note) -> cosign(now, note);
                case Witnessing.Answer.Conflict(long size) ->
                        new Answer(409, "text/x.tlog.size", size + "\n");
                case Witnessing.Answer.Refused(int status, String why, boolean misbehaviour) -> {
                    if (misbehaviour && before.isPresent()) {
                        keep(before.get(), asked);
                    }
                    yield new Answer(status, PLAIN, why + "\n");
                }
            };
        }
    }

    private Answer cosign(Checkpoint checkpoint, SignedNote note) throws IOException {
        var line = Cosignature.of(checkpoint, signer, clock.instant());
        DurableFile.write(file(checkpoint.origin()), note.with(List.of(line)).bytes());
        return new Answer(200, PLAIN, line.line());
    }

    /// `GET /<origin hash>/checkpoint`.
    public synchronized Optional<byte[]> checkpoint(String originHash) throws IOException {
        var file = folder.resolve(originHash + ".checkpoint");
        return originHash.matches("[0-9a-f]{64}") && Files.exists(file)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    /// What was signed last for this log, with its lines.
    ///
    /// @throws IOException also if the file is not what was written: then nothing may be signed
    public synchronized Optional<SignedNote> stored(String origin) throws IOException {
        var file = file(origin);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var note = SignedNote.parse(Files.readAllBytes(file));
            if (Checkpoint.of(note).origin().equals(origin)
                    && note.check(List.of(signer.key())).by(signer.key()).isPresent()) {
                return Optional.of(note);
            }
        } catch (LogException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        throw new IOException(
                file + ": 不是本见证人签署的，请从备份恢复。 Not signed by this witness: restore it from a backup.");
    }

    /// The log's own key signed what cannot stand beside what it signed before: kept, the request may be the only copy.
    private void keep(SignedNote before, AddCheckpoint asked) throws IOException {
        var evidence = before + "\n" + asked;
        byte[] bytes = evidence.getBytes(StandardCharsets.UTF_8);
        var name = HexFormat.of().formatHex(TreeHash.SHA_256.digest(bytes)).substring(0, 16);
        DurableFile.write(folder.resolve("refused-" + name + ".tlog-split"), bytes);
    }

    private Path file(String origin) {
        byte[] hash = TreeHash.SHA_256.digest(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(hash) + ".checkpoint");
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
