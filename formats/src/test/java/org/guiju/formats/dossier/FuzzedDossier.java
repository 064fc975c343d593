package org.guiju.formats.dossier;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guiju.kernel.ledger.note.LogPolicy;

/// The sample volume for the fuzz targets, and its lists written anew after a file was changed.
public final class FuzzedDossier {
    private FuzzedDossier() {}

    public static SortedMap<String, byte[]> files() {
        return DossierWriter.files(SampleDossier.whole());
    }

    public static Optional<LogPolicy> trusted() {
        return Optional.of(SampleDossier.TRUSTED);
    }

    /// @param changed its name: a list that was itself changed stays as it is
    public static void relist(SortedMap<String, byte[]> files, String changed) {
        if (!changed.startsWith(Bag.DATA)) {
            return;
        }
        var payload = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (name.startsWith(Bag.DATA)) {
                payload.put(name.substring(Bag.DATA.length()), content);
            }
        });
        var info = new LinkedHashMap<String, String>();
        new String(files.getOrDefault("bag-info.txt", new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .filter(l -> l.contains(": ") && !l.startsWith("Payload-Oxum"))
                .forEach(l ->
                        info.put(l.substring(0, l.indexOf(':')), l.substring(l.indexOf(':') + 2)));
        files.putAll(Bag.of(payload, info));
    }
}
