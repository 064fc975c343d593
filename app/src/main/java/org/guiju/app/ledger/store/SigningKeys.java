package org.guiju.app.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import org.guiju.formats.ledger.DurableFile;
import org.guiju.formats.ledger.NoteKeyFile;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.tree.LogException;

/// 签名密钥 in files outside the database, readable by their owner alone; made where there are none.
public final class SigningKeys {
    private SigningKeys() {}

    /// The key of a log or witness.
    ///
    /// @param file without its ending, which is the type's
    public static NoteSigner open(Path directory, String file, String name, SignatureType type) {
        var place =
                directory.resolve(
                        file
                                + "."
                                + type.name().toLowerCase(Locale.ROOT).replace('_', '-')
                                + ".key");
        try {
            if (!Files.exists(place)) {
                DurableFile.writeSecret(
                        place,
                        NoteKeyFile.create(name, type, new SecureRandom())
                                .getBytes(StandardCharsets.US_ASCII));
            }
            return NoteKeyFile.read(Files.readString(place, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LogException e) {
            throw new IllegalStateException(
                    place + " is not the signing key of " + name + "; restore it from its backup",
                    e);
        }
    }
}
