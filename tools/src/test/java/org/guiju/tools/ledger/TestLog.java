package org.guiju.tools.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.formats.ledger.NoteKeyFile;
import org.guiju.kernel.ledger.note.AddCheckpoint;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.Cosignature;
import org.guiju.kernel.ledger.note.NoteSignature;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.MerkleTree;
import org.guiju.kernel.ledger.tree.TileBatch;
import org.guiju.kernel.ledger.tree.TileSource;
import org.guiju.kernel.ledger.tree.TiledTree;

/// A log in a folder, as a server would publish it; or as a liar would.
final class TestLog {
    static final String ORIGIN = "ledger.example/330824/2026";
    static final NoteSigner LOG = key(ORIGIN, SignatureType.ED25519, 1);
    static final NoteSigner WITNESS =
            key("witness.example/a", SignatureType.ED25519_COSIGNATURE, 2);

    final Path folder;
    final List<byte[]> entries = new ArrayList<>();

    TestLog(Path folder) {
        this.folder = folder;
    }

    /// A key that follows from its number: made by reading a key file whose seed is that number, 32 times.
    static NoteSigner key(String name, SignatureType type, int number) {
        var random =
                new java.security.SecureRandom() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void nextBytes(byte[] bytes) {
                        java.util.Arrays.fill(bytes, (byte) number);
                    }
                };
        return NoteKeyFile.read(NoteKeyFile.create(name, type, random));
    }

    TileSource source() {
        return tile -> {
            var file = folder.resolve(tile.path());
            try {
                return Files.exists(file)
                        ? Optional.of(Files.readAllBytes(file))
                        : Optional.empty();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }

    void add(List<byte[]> more) throws IOException {
        var batch = TileBatch.of(source(), entries.size(), more);
        for (var file : batch.files().entrySet()) {
            var target = folder.resolve(file.getKey().path());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        entries.addAll(more);
    }

    MerkleTree tree() {
        return TiledTree.of(source(), entries.size());
    }

    Checkpoint checkpoint(long size) {
        return new Checkpoint(ORIGIN, size, tree().root(size));
    }

    SignedNote signed(long size) {
        return checkpoint(size).signed(List.of(line(checkpoint(size), LOG, Instant.EPOCH)));
    }

    static NoteSignature line(Checkpoint checkpoint, NoteSigner signer, Instant time) {
        return Cosignature.of(checkpoint, signer, time);
    }

    AddCheckpoint request(long from, long to) {
        return new AddCheckpoint(
                from, from == 0 ? List.of() : tree().consistency(from, to), signed(to));
    }

    /// Publishes what there is, seen by the witness at this time.
    void publish(Instant seen) throws IOException {
        var checkpoint = checkpoint(entries.size());
        var note =
                checkpoint.signed(
                        List.of(line(checkpoint, LOG, seen), line(checkpoint, WITNESS, seen)));
        Files.createDirectories(folder);
        Files.write(folder.resolve("checkpoint"), note.bytes());
    }

    static String policy() {
        return "log " + LOG.key() + "\nwitness a " + WITNESS.key() + "\nquorum a\n";
    }
}
