package org.guiju.app.backup.application;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Consumer;
import org.guiju.app.backup.BackupManifest;
import org.guiju.app.backup.BackupRefused;
import org.guiju.app.platform.postgres.EmbeddedPostgresException;
import org.guiju.formats.ledger.DurableFile;

/// `guiju backup`: one file, whole or not there, readable by its owner alone, with its digest beside it.
public final class BackupCommand {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private final Path data;
    private final boolean withKeys;
    private final Consumer<String> said;

    /// @param said told the name of each part before it is written
    public BackupCommand(Path data, boolean withKeys, Consumer<String> said) {
        this.data = data;
        this.withKeys = withKeys;
        this.said = said;
    }

    /// @param sha256 of the whole file
    public record Written(Path file, String sha256, BackupManifest manifest) {}

    /// @param to a file that is not there yet, or a directory to put one into
    public Written run(Path to)
            throws BackupRefused, IOException, SQLException, EmbeddedPostgresException {
        var file =
                Files.isDirectory(to)
                        ? to.resolve("guiju-" + STAMP.format(Instant.now()) + ".zip")
                        : to;
        if (Files.exists(file)) {
            throw new BackupRefused(
                    file + " 已存在：备份从不覆盖文件，请换一个名字。",
                    file + " is there already: a backup overwrites nothing, choose another name.");
        }
        if (file.toAbsolutePath().startsWith(data.toAbsolutePath())) {
            throw new BackupRefused(
                    file + " 在数据目录之内：备份应放在别的磁盘上。",
                    file + " lies inside the data directory: a backup belongs on another volume.");
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            var written = written(part, file);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.write(
                    file.resolveSibling(file.getFileName() + ".sha256"),
                    (written.sha256() + "  " + file.getFileName() + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Written written(Path part, Path file)
            throws BackupRefused, IOException, SQLException, EmbeddedPostgresException {
        Files.deleteIfExists(part);
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var source = Place.source(data);
                var channel =
                        FileChannel.open(
                                part,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                owner)) {
            OutputStream disk = Channels.newOutputStream(channel);
            var digest = new Digesting(disk);
            var manifest =
                    new BackupWriter(source.connection(), data, withKeys, said).write(digest);
            channel.force(true);
            return new Written(file, digest.sha256(), manifest);
        }
    }
}
