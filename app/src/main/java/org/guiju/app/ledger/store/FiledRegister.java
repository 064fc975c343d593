package org.guiju.app.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.guiju.app.ledger.application.CheckpointRegister;
import org.guiju.formats.ledger.DurableFile;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 签署登记 as one file a log, under a lock that other processes respect too. Its directory belongs on another volume.
public final class FiledRegister implements CheckpointRegister {
    private final Path directory;

    public FiledRegister(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Checkpoint> last(String origin) {
        try {
            var text = Files.readString(file(origin));
            return Optional.of(Checkpoint.parse(text));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean swap(Optional<Checkpoint> before, Checkpoint next) {
        try {
            Files.createDirectories(directory);
            var lock = directory.resolve("lock");
            try (var channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!last(next.origin()).equals(before)) {
                    return false;
                }
                DurableFile.write(
                        file(next.origin()),
                        next.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                return true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An origin holds what a file name may not.
    private Path file(String origin) {
        var hash =
                TreeHash.SHA_256.digest(origin.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return directory.resolve(Hash.of(hash).hex().substring(0, 32));
    }
}
