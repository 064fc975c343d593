package org.guiju.formats.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// 包裹 (BagIt 1.0, RFC 8493): the files under `data/`, and beside them the lists by which nothing can be missing, added or changed unseen.
final class Bag {
    static final String DATA = "data/";
    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAGS = "tagmanifest-sha256.txt";
    private static final String DECLARED =
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");

    private Bag() {}

    /// @param payload by name below `data/`
    /// @param info lines of `bag-info.txt`, in order; Payload-Oxum is added
    static SortedMap<String, byte[]> of(
            SortedMap<String, byte[]> payload, SequencedMap<String, String> info) {
        var files = new TreeMap<String, byte[]>();
        payload.forEach((name, content) -> files.put(DATA + name, content));
        var manifest = manifest(files);
        var lines = new StringBuilder();
        info.forEach((label, value) -> lines.append(label).append(": ").append(value).append('\n'));
        lines.append("Payload-Oxum: ").append(oxum(files)).append('\n');
        var tags = new TreeMap<String, byte[]>();
        tags.put(DECLARATION, bytes(DECLARED));
        tags.put(INFO, bytes(lines.toString()));
        tags.put(MANIFEST, bytes(manifest));
        files.putAll(tags);
        files.put(TAGS, bytes(manifest(tags)));
        return files;
    }

    private static String oxum(SortedMap<String, byte[]> payload) {
        return payload.values().stream().mapToLong(c -> c.length).sum() + "." + payload.size();
    }

    private static String manifest(SortedMap<String, byte[]> files) {
        var out = new StringBuilder();
        files.forEach((name, content) ->
                out.append(sha256(content)).append("  ").append(name).append('\n'));
        return out.toString();
    }

    /// Every file against the lists, and the lists against each other.
    static List<DossierFinding> check(SortedMap<String, byte[]> files) {
        var findings = new ArrayList<DossierFinding>();
        var payload = new TreeMap<String, byte[]>();
        var tags = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (name.startsWith(DATA)) {
                payload.put(name, content);
            } else if (!name.equals(TAGS)) {
                tags.put(name, content);
            }
        });
        if (!DECLARED.equals(text(files, DECLARATION))) {
            findings.add(DossierFinding.of(DossierFinding.Kind.NO_BAG, DECLARATION, ""));
        }
        against(payload, files, MANIFEST, findings);
        against(tags, files, TAGS, findings);
        if (!text(files, INFO).contains("Payload-Oxum: " + oxum(payload) + "\n")) {
            findings.add(DossierFinding.of(DossierFinding.Kind.PAYLOAD_OXUM, INFO, oxum(payload)));
        }
        return findings;
    }

    private static void against(
            SortedMap<String, byte[]> these,
            SortedMap<String, byte[]> files,
            String list,
            List<DossierFinding> findings) {
        var listed = new TreeMap<String, String>();
        for (var line : text(files, list).split("\n")) {
            var parts = LINE.matcher(line);
            if (!parts.matches() || listed.putIfAbsent(parts.group(2), parts.group(1)) != null) {
                findings.add(
                        DossierFinding.of(
                                DossierFinding.Kind.MANIFEST_LINE, list, Names.printable(line)));
            }
        }
        these.forEach((name, content) -> {
            var expected = listed.remove(name);
            if (expected == null) {
                findings.add(DossierFinding.of(DossierFinding.Kind.NOT_LISTED, name, list));
            } else if (!expected.equals(sha256(content))) {
                findings.add(DossierFinding.of(DossierFinding.Kind.CHANGED, name, list));
            }
        });
        listed.keySet()
                .forEach(name ->
                        findings.add(
                                DossierFinding.of(
                                        DossierFinding.Kind.FILE_MISSING,
                                        Names.printable(name),
                                        list)));
        if (!text(files, list).equals(manifest(new TreeMap<>(these))) && findings.isEmpty()) {
            findings.add(DossierFinding.of(DossierFinding.Kind.MANIFEST_LINE, list, ""));
        }
    }

    private static String text(SortedMap<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
