package org.guiju.app.backup.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.guiju.app.backup.BackupManifest;
import org.guiju.app.backup.BackupManifest.Held;
import org.guiju.app.backup.BackupRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 备份文件 as it lies on the disk: nothing of it is used before every part of it was held against its list.
final class BackupArchive implements AutoCloseable {
    private static final String MANIFEST = "manifest.json";
    private static final int LARGEST_MANIFEST = 256 << 20;

    /// The only places that a backup may write to, and the only names that go into SQL unquoted.
    private static final Pattern PLACE =
            Pattern.compile("(log|witnessed|attachments|keys)(/[A-Za-z0-9][A-Za-z0-9._-]*)+");

    private static final Pattern NAME = Pattern.compile("(public|projection)\\.[a-z_][a-z0-9_]*");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupArchive(Path file, ZipFile zip, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// @throws BackupRefused when it is cut, altered, no backup at all or of a form that this release cannot read
    static BackupArchive open(Path file) throws BackupRefused, IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw unreadable(file, "zip: " + e.getMessage());
        }
        try {
            var archive = new BackupArchive(file, zip, manifest(file, zip));
            archive.check();
            return archive;
        } catch (BackupRefused | IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static BackupManifest manifest(Path file, ZipFile zip)
            throws BackupRefused, IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw unreadable(file, MANIFEST);
        }
        try (var content = zip.getInputStream(entry)) {
            var text = content.readNBytes(LARGEST_MANIFEST);
            var format = JSON.readTree(text).path("format").asString("");
            if (!format.equals(BackupManifest.FORMAT)) {
                throw new BackupRefused(
                        "%s 的格式是 %s，本版本只认 %s：请用写出该备份的版本恢复。"
                                .formatted(file, format, BackupManifest.FORMAT),
                        "%s is of the form %s and this release reads %s: restore it with the release that wrote it."
                                .formatted(file, format, BackupManifest.FORMAT));
            }
            return JSON.readValue(text, BackupManifest.class);
        } catch (JacksonException | ZipException e) {
            throw unreadable(file, MANIFEST);
        }
    }

    private static BackupRefused unreadable(Path file, String place) {
        return new BackupRefused(
                "%s 不是完整的备份（%s）：文件可能被截断或改动。请换用另一份备份，或重新取一次副本。".formatted(file, place),
                "%s is no whole backup (%s): it was cut or altered. Take another backup, or fetch the copy again."
                        .formatted(file, place));
    }

    BackupManifest manifest() {
        return manifest;
    }

    /// Every part, digest by digest, and nothing besides.
    private void check() throws BackupRefused, IOException {
        var expected = new HashMap<String, String>();
        expected.put(MANIFEST, "");
        for (var table : manifest.tables()) {
            if (!NAME.matcher(table.name()).matches()) {
                throw unreadable(file, table.name());
            }
            expected.put(table.entry(), table.sha256());
        }
        for (var held : inside()) {
            if (!PLACE.matcher(held.path()).matches()) {
                throw unreadable(file, held.path());
            }
            expected.put(held.path(), held.sha256());
        }
        var there = new TreeSet<String>();
        zip.stream().forEach(e -> there.add(e.getName()));
        for (var name : there) {
            if (!expected.containsKey(name)) {
                throw unreadable(file, name);
            }
        }
        for (var part : expected.entrySet()) {
            if (!there.contains(part.getKey())
                    || !(part.getValue().isEmpty() || part.getValue().equals(sha256(part)))) {
                throw unreadable(file, part.getKey());
            }
        }
    }

    private String sha256(Map.Entry<String, String> part) throws IOException {
        try (var content = content(part.getKey())) {
            var digest = new Digesting(OutputStream.nullOutputStream());
            content.transferTo(digest);
            return digest.sha256();
        } catch (ZipException e) {
            return e.toString();
        }
    }

    /// The files that are in it.
    private List<Held> inside() {
        return Stream.concat(
                        manifest.files().stream(),
                        manifest.keysIncluded() ? manifest.keys().stream() : Stream.of())
                .toList();
    }

    /// The files of one folder of the data directory.
    List<Held> inside(String folder) {
        var found = new ArrayList<Held>();
        inside().stream().filter(h -> h.path().startsWith(folder + "/")).forEach(found::add);
        return found;
    }

    InputStream content(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(file + ": " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
