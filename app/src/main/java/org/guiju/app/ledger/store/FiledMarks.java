package org.guiju.app.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.guiju.app.ledger.application.Tidying;
import org.guiju.app.ledger.application.Tidying.Mark;
import org.guiju.formats.ledger.DurableFile;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 记号簿 as one small file a log: its size, and the second in which that was noted.
public final class FiledMarks implements Tidying.Marks {
    private final Path directory;

    public FiledMarks(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Mark> last(String origin) {
        try {
            var file = file(origin);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var text = Files.readString(file, StandardCharsets.US_ASCII);
            // What cannot be read is no mark: the grace begins anew.
            if (!text.matches("[0-9]{1,18} [0-9]{1,18}\n")) {
                return Optional.empty();
            }
            int space = text.indexOf(' ');
            return Optional.of(
                    new Mark(
                            Long.parseLong(text.substring(0, space)),
                            Instant.ofEpochSecond(
                                    Long.parseLong(text.substring(space + 1).strip()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void set(String origin, Mark mark) {
        try {
            var text = mark.size() + " " + mark.at().getEpochSecond() + "\n";
            DurableFile.write(file(origin), text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String origin) {
        var hash = TreeHash.SHA_256.digest(origin.getBytes(StandardCharsets.UTF_8));
        return directory.resolve(Hash.of(hash).hex().substring(0, 32));
    }
}
