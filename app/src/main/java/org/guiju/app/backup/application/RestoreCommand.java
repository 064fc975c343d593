package org.guiju.app.backup.application;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.guiju.app.backup.BackupManifest;
import org.guiju.app.backup.BackupManifest.Held;
import org.guiju.app.backup.BackupManifest.Migration;
import org.guiju.app.backup.BackupRefused;
import org.guiju.app.backup.store.Tables;
import org.guiju.app.platform.database.Migrations;
import org.guiju.app.platform.postgres.EmbeddedPostgresException;
import org.guiju.formats.ledger.DurableFile;
import org.jspecify.annotations.Nullable;

/// `guiju restore`, its first half: the file is held against its own list, then everything is put into an empty place. The second
/// half, [RestoreCheck], runs in the server itself before it serves.
public final class RestoreCommand {
    /// What may be there before: what outlived the loss. A log that was published is never written over by an older one, and
    /// a database that is there must be empty.
    private static final Set<String> SURVIVORS =
            Set.of("keys", "register", "log", "witnessed", "postgres");

    private final Path data;
    private final @Nullable Path keys;
    private final Consumer<String> said;

    /// @param keys where the keys are kept; null if they lie in the data directory or in the backup
    /// @param said told the name of each part before it is put back
    public RestoreCommand(Path data, @Nullable Path keys, Consumer<String> said) {
        this.data = data;
        this.keys = keys;
        this.said = said;
    }

    /// Afterwards the place holds everything and serves nobody.
    public BackupManifest run(Path file)
            throws BackupRefused, IOException, SQLException, EmbeddedPostgresException {
        try (var archive = BackupArchive.open(file)) {
            nothingInTheWay();
            keys(archive);
            try (var place = Place.open(data);
                    var connection = place.connect()) {
                var migrations = new Migrations(place.migrator(), place.applicationRole());
                nothingInTheWay(connection);
                known(archive.manifest().migrations(), migrations.known());
                DurableFile.write(
                        Migrations.unfinished(data),
                        (file + "\n").getBytes(StandardCharsets.UTF_8));
                migrations.only(
                        archive.manifest().migrations().stream().map(Migration::script).toList());
                fill(archive, connection);
                files(archive);
                // What has come since the backup's release: from here on as at any other start.
                migrations.run();
            }
            return archive.manifest();
        }
    }

    private void nothingInTheWay() throws BackupRefused, IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        List<String> there;
        try (var inside = Files.list(data)) {
            there =
                    inside.map(f -> f.getFileName().toString())
                            .filter(name -> !SURVIVORS.contains(name))
                            .sorted()
                            .toList();
        }
        if (!there.isEmpty()) {
            throw new BackupRefused(
                    "%s 里已有 %s：只恢复到空目录（可以有 keys、register、log、witnessed）。请先移走，或用 --data 换一个目录。"
                            .formatted(data, there),
                    "%s holds %s already: a restore goes into an empty directory (keys, register, log and witnessed may be there). Move it away, or name another with --data."
                            .formatted(data, there));
        }
    }

    private static void nothingInTheWay(Connection connection) throws BackupRefused, SQLException {
        connection.setAutoCommit(false);
        boolean empty = new Tables(connection).nothingHere();
        connection.rollback();
        if (!empty) {
            throw new BackupRefused(
                    "数据库里已有规矩的表：只恢复到空库。请建一个新库（或清空 public 与 projection 两个模式）后重试。",
                    "The database holds tables already: a restore goes into an empty one. Make a new database (or empty the schemas public and projection) and try again.");
        }
    }

    /// A release restores what it or an earlier one has written.
    private static void known(List<Migration> backup, List<Migrations.Known> here)
            throws BackupRefused {
        for (var migration : backup) {
            boolean same =
                    here.stream()
                            .anyMatch(k ->
                                    k.version().equals(migration.version())
                                            && k.script().equals(migration.script())
                                            && k.checksum() == migration.checksum());
            if (!same) {
                throw new BackupRefused(
                        "备份的库结构含有本版本没有的 %s：备份由更新的（或改动过的）版本写出，请用那个版本恢复。"
                                .formatted(migration.script()),
                        "The backup's schema has %s, which this release does not have: it was written by a newer (or altered) release. Restore it with that one."
                                .formatted(migration.script()));
            }
        }
    }

    /// Without the very keys everything personal is noise and the log would go on under another name.
    private void keys(BackupArchive archive) throws BackupRefused, IOException {
        for (var key : archive.manifest().keys()) {
            var place = data.resolve(key.path());
            if (!Files.exists(place)) {
                fetch(archive, key, place);
            }
            if (!key.path().endsWith(".key")) {
                continue;
            }
            if (!Files.exists(place)) {
                throw new BackupRefused(
                        "缺少密钥 %s：密钥不在备份里，另行保管。请用 --keys 目录 指明其所在，或先放进 %s。"
                                .formatted(key.path(), data.resolve("keys")),
                        "The key %s is not there: keys are not in the backup but kept apart. Say where with --keys DIR, or put them into %s first."
                                .formatted(key.path(), data.resolve("keys")));
            }
            if (!sha256(place).equals(key.sha256())) {
                throw new BackupRefused(
                        "%s 不是写出该备份的密钥：请放入同一套密钥。".formatted(place),
                        "%s is not the key that this backup was made with: put that one there."
                                .formatted(place));
            }
        }
    }

    private void fetch(BackupArchive archive, Held key, Path place) throws IOException {
        var kept = keys == null ? place : keys.resolve(key.path().substring("keys/".length()));
        if (Files.exists(kept)) {
            DurableFile.writeSecret(place, Files.readAllBytes(kept));
        } else if (archive.manifest().keysIncluded()) {
            try (var content = archive.content(key.path())) {
                DurableFile.writeSecret(place, content.readAllBytes());
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        var digest = new Digesting(OutputStream.nullOutputStream());
        Files.copy(file, digest);
        return digest.sha256();
    }

    /// All rows or none.
    private void fill(BackupArchive archive, Connection connection)
            throws BackupRefused, IOException, SQLException {
        connection.setAutoCommit(false);
        var tables = new Tables(connection);
        var here = tables.inOrder();
        var wanted =
                archive.manifest().tables().stream()
                        .collect(
                                Collectors.toMap(
                                        BackupManifest.Table::name, BackupManifest.Table::columns));
        if (!wanted.equals(here)) {
            var differing = new LinkedHashSet<>(here.entrySet());
            differing.removeAll(wanted.entrySet());
            throw new BackupRefused(
                    "备份的表与其库结构不符：" + differing,
                    "The tables of the backup are not those of its schema: " + differing);
        }
        tables.empty(here.keySet());
        for (var table : archive.manifest().tables()) {
            said.accept(table.name());
            try (var content = archive.content(table.entry())) {
                long rows = tables.in(table.name(), table.columns(), content);
                if (rows != table.rows()) {
                    throw new BackupRefused(
                            "%s 应有 %d 行，实得 %d 行。".formatted(table.name(), table.rows(), rows),
                            "%s should have %d rows and has %d."
                                    .formatted(table.name(), table.rows(), rows));
                }
            }
        }
        for (var counter : archive.manifest().sequences()) {
            tables.set(counter);
        }
        connection.commit();
    }

    private void files(BackupArchive archive) throws IOException {
        for (var folder : List.of("attachments", "log", "witnessed")) {
            if (Files.exists(data.resolve(folder))) {
                continue;
            }
            said.accept(folder);
            for (Held held : archive.inside(folder)) {
                try (var content = archive.content(held.path())) {
                    DurableFile.write(data.resolve(held.path()), content.readAllBytes());
                }
            }
        }
    }
}
