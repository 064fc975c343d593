package org.guiju.app.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.guiju.formats.ledger.DurableFile;

/// 曾经的见证方: the keys of all who ever cosigned here, one a line. A line under a checkpoint that is none of theirs was put there, or altered.
public final class WitnessKeys {
    private final Path file;

    public WitnessKeys(Path file) {
        this.file = file;
    }

    public synchronized Set<String> all() {
        try {
            return Files.exists(file)
                    ? new LinkedHashSet<>(Files.readAllLines(file, StandardCharsets.UTF_8))
                    : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A key that has just cosigned.
    public synchronized void remember(String key) {
        var keys = new LinkedHashSet<>(all());
        if (keys.add(key)) {
            try {
                DurableFile.write(
                        file, (String.join("\n", keys) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
