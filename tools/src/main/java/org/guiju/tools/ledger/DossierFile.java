package org.guiju.tools.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.guiju.formats.dossier.DossierCheck;
import org.guiju.formats.dossier.DossierReport;
import org.guiju.formats.dossier.PlainZip;
import org.guiju.kernel.ledger.note.LogPolicy;

/// 电子案卷: a package as one file, or unpacked as a folder; checked as a whole.
final class DossierFile {
    private static final int MOST_FILES = 50_000;
    private static final List<String> SIGNS =
            List.of("bagit.txt", "manifest-sha256.txt", "data/metadata.json");

    private DossierFile() {}

    /// Whether the path leads to a package, or to the folder of one, though half of it be gone.
    static boolean looksLike(String name) {
        try {
            var path = Path.of(name);
            if (Files.isDirectory(path)) {
                return SIGNS.stream().anyMatch(sign -> Files.exists(path.resolve(sign)));
            }
            try (var in = Files.newInputStream(path)) {
                return PlainZip.looksLike(in.readNBytes(Integer.BYTES));
            }
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    static ProofFile.Answer check(String name, Optional<LogPolicy> trusted, boolean own)
            throws UnusableInput {
        var policy = own ? Optional.<LogPolicy>empty() : Optional.of(ProofFile.need(trusted));
        var path = Path.of(name);
        DossierReport report =
                Files.isDirectory(path)
                        ? DossierCheck.files(folder(path), policy)
                        : DossierCheck.zip(zip(path), policy);
        var words = new ArrayList<>(report.words());
        var json = report.json();
        if (own) {
            words.add(
                    "  · 公钥取自案卷本身，只说明它自相一致。 The keys are the dossier's own: it agrees with itself, no more.");
            json.put("trust", "own");
        }
        return new ProofFile.Answer(report.sound(), words, json);
    }

    private static byte[] zip(Path path) throws UnusableInput {
        try {
            if (Files.size(path) > PlainZip.MAX_BYTES) {
                throw tooLarge(path);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(path);
        }
    }

    /// Links are not followed: they could lead anywhere.
    private static TreeMap<String, byte[]> folder(Path folder) throws UnusableInput {
        var files = new TreeMap<String, byte[]>();
        long size = 0;
        for (var file : walked(folder)) {
            var name = folder.relativize(file).toString().replace('\\', '/');
            try {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new UnusableInput(
                            name + " 不是普通文件，案卷里不应有链接。",
                            name + " is no plain file: a dossier holds no links.");
                }
                size += Files.size(file);
                if (size > PlainZip.MAX_BYTES || files.size() == MOST_FILES) {
                    throw tooLarge(folder);
                }
                files.put(name, Files.readAllBytes(file));
            } catch (IOException e) {
                throw unreadable(file);
            }
        }
        return files;
    }

    private static List<Path> walked(Path folder) throws UnusableInput {
        try (var all = Files.walk(folder)) {
            return all.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1L)
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder);
        }
    }

    private static UnusableInput tooLarge(Path path) {
        return new UnusableInput(path + " 太大，不是一个案卷。", path + " is too large to be a dossier.");
    }

    private static UnusableInput unreadable(Path path) {
        return new UnusableInput(
                "无法读取 " + path + "，请检查路径和权限。",
                "Cannot read " + path + ": check path and permissions.");
    }
}
