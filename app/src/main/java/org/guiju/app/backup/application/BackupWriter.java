package org.guiju.app.backup.application;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiju.app.backup.BackupManifest;
import org.guiju.app.backup.BackupManifest.Held;
import org.guiju.app.backup.BackupManifest.Table;
import org.guiju.app.backup.store.Tables;
import tools.jackson.databind.json.JsonMapper;

/// 写备份: the signed log first, then one snapshot of the database, then the attachments that the snapshot knows. Nothing that
/// the log vouches for can be missing from a snapshot that was taken later, and no attachment is younger than its row.
final class BackupWriter {
    private static final String MANIFEST = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Connection source;
    private final Path data;
    private final boolean withKeys;
    private final Consumer<String> said;

    /// @param source as the owner of the tables
    /// @param said told the name of each part before it is written
    BackupWriter(Connection source, Path data, boolean withKeys, Consumer<String> said) {
        this.source = source;
        this.data = data;
        this.withKeys = withKeys;
        this.said = said;
    }

    BackupManifest write(OutputStream to) throws IOException, SQLException {
        var made = Instant.now();
        try (var zip = new ZipOutputStream(new BufferedOutputStream(to), StandardCharsets.UTF_8)) {
            var files = new ArrayList<Held>();
            log(zip, files);
            var tables = snapshot();
            var rows = new ArrayList<Table>();
            for (var table : tables.inOrder().entrySet()) {
                rows.add(rows(zip, tables, table.getKey(), table.getValue()));
            }
            var missing = attachments(zip, tables, files);
            var manifest =
                    new BackupManifest(
                            BackupManifest.FORMAT,
                            made,
                            tables.migrations(),
                            rows,
                            tables.sequences(),
                            files,
                            missing,
                            keys(zip),
                            withKeys);
            source.rollback();
            begin(zip, MANIFEST, Deflater.BEST_SPEED);
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /// One view of the whole database, as it stands at the first statement.
    private Tables snapshot() throws SQLException {
        source.setAutoCommit(false);
        source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        source.setReadOnly(true);
        return new Tables(source);
    }

    private Table rows(ZipOutputStream zip, Tables tables, String name, List<String> columns)
            throws IOException, SQLException {
        said.accept(name);
        var entry = "tables/" + name + ".copy";
        begin(zip, entry, Deflater.BEST_SPEED);
        var digest = new Digesting(zip);
        long rows = tables.out(name, columns, digest);
        zip.closeEntry();
        return new Table(name, columns, entry, rows, digest.sha256());
    }

    /// What was published before what it stands on: a checkpoint never speaks of more than the tiles that follow it here.
    private void log(ZipOutputStream zip, List<Held> files) throws IOException {
        for (var folder : List.of("log", "witnessed")) {
            said.accept(folder);
            for (var file : below(data.resolve(folder))) {
                file(zip, file, Deflater.BEST_SPEED, files);
            }
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".new"))
                    .sorted(
                            Comparator.comparing((Path f) -> !f.endsWith("checkpoint"))
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /// @return those that should be there and are not
    private List<String> attachments(ZipOutputStream zip, Tables tables, List<Held> files)
            throws IOException, SQLException {
        said.accept("attachments");
        var missing = new ArrayList<String>();
        for (var attached : tables.attachments()) {
            var id = attached.id().toString();
            var file = data.resolve("attachments").resolve(id.substring(0, 2)).resolve(id);
            // Sealed under its subject's key: there is nothing left to compress.
            if (!file(zip, file, Deflater.NO_COMPRESSION, files) && attached.expected()) {
                missing.add(id);
            }
        }
        return missing;
    }

    private List<Held> keys(ZipOutputStream zip) throws IOException {
        var found = new ArrayList<Held>();
        for (var file : below(data.resolve("keys"))) {
            if (withKeys) {
                file(zip, file, Deflater.BEST_SPEED, found);
            } else {
                var digest = new Digesting(OutputStream.nullOutputStream());
                long size = Files.copy(file, digest);
                found.add(new Held(path(file), size, digest.sha256()));
            }
        }
        return found;
    }

    /// @return whether it was there
    private boolean file(ZipOutputStream zip, Path file, int level, List<Held> into)
            throws IOException {
        try (var content = Files.newInputStream(file)) {
            begin(zip, path(file), level);
            var digest = new Digesting(zip);
            long size = content.transferTo(digest);
            zip.closeEntry();
            into.add(new Held(path(file), size, digest.sha256()));
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private String path(Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }

    private static void begin(ZipOutputStream zip, String name, int level) throws IOException {
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
    }
}
