package org.guiju.formats.dossier;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// 案卷成包: from a [Dossier] to the files of its package, the same for every power: cover, catalogue and note as one page, the
/// documents in the order of the catalogue, then the text of the institution and the entries with their proofs.
public final class DossierWriter {
    static final String METADATA = "metadata.json";
    static final String METADATA_XML = "metadata.xml";
    static final String PAGE = "index.html";
    static final String DEFINITION = "definition.yaml";
    static final String POLICY = "log/policy.txt";
    static final String ENTRIES = "entries/";
    static final String NOTES = "notes/";
    static final String DOCUMENTS = "documents/";

    private DossierWriter() {}

    /// 卷内文件 with its place in the volume.
    record Placed(int n, String file, Dossier.Document document) {}

    /// The package as one file.
    ///
    /// @throws IllegalArgumentException if it would be larger than [PlainZip#MAX_BYTES]
    public static byte[] zip(Dossier dossier) {
        return PlainZip.write(files(dossier));
    }

    /// Every file by its name in the package.
    public static SortedMap<String, byte[]> files(Dossier dossier) {
        var payload = new TreeMap<String, byte[]>();
        var placed = placed(dossier);
        placed.forEach(p -> payload.put(p.file(), p.document().content()));
        payload.put(PAGE, utf8(DossierPage.of(dossier, placed)));
        payload.put(METADATA, utf8(DossierMetadata.json(dossier, placed)));
        payload.put(METADATA_XML, utf8(DossierMetadata.xml(dossier, placed)));
        payload.put(DEFINITION, dossier.definition());
        payload.put(POLICY, utf8(dossier.policy()));
        dossier.notes().forEach((name, text) -> payload.put(NOTES + name, utf8(text)));
        for (var traced : dossier.entries()) {
            var stem = stem(traced.stream(), traced.seq());
            payload.put(stem + ".json", traced.entry());
            payload.put(stem + ".tlog-proof", utf8(traced.proof()));
            if (!traced.disclosures().isEmpty()) {
                payload.put(
                        stem + ".disclosures",
                        utf8(String.join("\n", traced.disclosures()) + "\n"));
            }
        }
        return Bag.of(payload, info(dossier.cover()));
    }

    static String stem(String stream, long seq) {
        return ENTRIES + stream + "/" + String.format(Locale.ROOT, "%06d", seq);
    }

    private static List<Placed> placed(Dossier dossier) {
        var placed = new ArrayList<Placed>();
        for (var document : dossier.documents()) {
            int n = placed.size() + 1;
            placed.add(
                    new Placed(
                            n,
                            DOCUMENTS
                                    + String.format(Locale.ROOT, "%04d", n)
                                    + "-"
                                    + document.name(),
                            document));
        }
        return placed;
    }

    private static LinkedHashMap<String, String> info(Dossier.Cover cover) {
        var info = new LinkedHashMap<String, String>();
        info.put("Source-Organization", cover.organName().zh());
        info.put("External-Identifier", cover.volume().isEmpty() ? cover.no() : cover.volume());
        info.put("Internal-Sender-Identifier", cover.caseId());
        info.put(
                "Bagging-Date",
                cover.asOf().atZone(ZoneOffset.ofHours(8)).toLocalDate().toString());
        return info;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
