package org.guiju.app.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiju.app.ledger.application.LogFiles;
import org.guiju.formats.ledger.DurableFile;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileBatch;

/// 日志文件 in a directory, laid out as C2SP tlog-tiles has them.
public final class FiledLog implements LogFiles {
    private static final String CHECKPOINT = "checkpoint";
    private static final Pattern PARTIAL = Pattern.compile("\\.p[/\\\\][0-9]{1,3}$");
    private final Path root;

    public FiledLog(Path root) {
        this.root = root;
    }

    @Override
    public Optional<byte[]> read(Tile tile) {
        return read(tile.path());
    }

    private Optional<byte[]> read(String path) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(TileBatch batch) {
        try {
            for (var file : batch.files().entrySet()) {
                DurableFile.write(root.resolve(file.getKey().path()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Tile> partials() {
        try (var files = Files.walk(root)) {
            return files.filter(f -> PARTIAL.matcher(f.toString()).find())
                    .map(f -> Tile.parse(root.relativize(f).toString().replace('\\', '/')))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(Tile partial) {
        if (partial.width() == Tile.FULL) {
            throw new IllegalArgumentException(partial.path() + " is not partial");
        }
        var file = root.resolve(partial.path());
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
        } catch (DirectoryNotEmptyException e) {
            // Others of the same tile are still there.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<SignedNote> published() {
        return read(CHECKPOINT).map(SignedNote::parse);
    }

    @Override
    public void publish(SignedNote checkpoint) {
        try {
            DurableFile.write(root.resolve(CHECKPOINT), checkpoint.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
