package org.guiju.formats.dossier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.guiju.formats.dossier.DossierFinding.Kind;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.FileCommitment;
import org.guiju.kernel.ledger.Value;
import tools.jackson.databind.JsonNode;

/// 卷内文件核验: each document of the catalogue is there and is the one that its entry names; each that an entry names is in the catalogue.
final class DocumentCheck {
    private static final String FOLDER = Bag.DATA + DossierWriter.DOCUMENTS;

    private final SortedMap<String, byte[]> files;
    private final JsonNode metadata;
    private final DossierEntries entries;
    private final List<EventEntry> stream;
    private final boolean archive;
    private final List<DossierFinding> findings;
    private final Set<String> commitments = new HashSet<>();

    DocumentCheck(
            SortedMap<String, byte[]> files,
            JsonNode metadata,
            DossierEntries entries,
            List<EventEntry> stream,
            boolean archive,
            List<DossierFinding> findings) {
        this.files = files;
        this.metadata = metadata;
        this.entries = entries;
        this.stream = stream;
        this.archive = archive;
        this.findings = findings;
    }

    /// @return how many documents the catalogue lists
    int all() {
        var catalogued = new HashSet<String>();
        int n = 0;
        for (var document : metadata.path("documents")) {
            n++;
            var file = document.path("file").asString("");
            if (document.path("n").asInt(0) != n || !catalogued.add(Bag.DATA + file)) {
                add(Kind.NOT_CATALOGUED, file, "n " + document.path("n").asInt(0));
            }
            one(document, file);
        }
        files.keySet().stream()
                .filter(f -> f.startsWith(FOLDER) && !catalogued.contains(f))
                .forEach(f -> add(Kind.NOT_CATALOGUED, f, ""));
        if (archive) {
            missing();
        }
        return n;
    }

    private void one(JsonNode document, String file) {
        var content = files.get(Bag.DATA + file);
        if (content == null) {
            add(Kind.FILE_MISSING, file, DossierWriter.METADATA);
            return;
        }
        if (!document.path("sha256").asString("").equals(Bag.sha256(content))) {
            add(Kind.CHANGED, file, DossierWriter.METADATA);
        }
        var commitment = document.path("commitment").asString("");
        commitments.add(commitment);
        if (!commitment.equals(commitment(document, content))) {
            add(Kind.OTHER_DOCUMENT, file, "commitment");
        }
        var named =
                entries.at(document.path("stream").asString(""), document.path("seq").asLong(-1));
        if (named.stream().noneMatch(e -> commitmentsOf(e).contains(commitment))) {
            add(Kind.OTHER_DOCUMENT, file, "entry");
        }
        if (!document.path("number").asString("").isEmpty()) {
            numbered(document, file);
        }
    }

    private static String commitment(JsonNode document, byte[] content) {
        try {
            var salt = Base64.getUrlDecoder().decode(document.path("salt").asString(""));
            return FileCommitment.of(salt, HexFormat.of().parseHex(Bag.sha256(content)));
        } catch (IllegalArgumentException | EntryException e) {
            return "";
        }
    }

    /// Commitments of files and papers that an entry names.
    private static Set<String> commitmentsOf(EventEntry event) {
        var found = new HashSet<String>();
        if (event.kind().equals("document.drawn")) {
            found.add(RecordCheck.text(event, "commitment"));
        }
        for (var line : RecordCheck.texts(event, "files")) {
            var parts = line.split(":", -1);
            if (parts.length > 2) {
                found.add(parts[2]);
            }
        }
        return found;
    }

    /// The number of a paper, and the entry that the paper rests on.
    private void numbered(JsonNode document, String file) {
        var numbering =
                entries.ofKind("document.numbered").stream()
                        .filter(e ->
                                RecordCheck.text(e, "document")
                                        .equals(document.path("stream").asString("")))
                        .findFirst();
        boolean right =
                numbering
                        .filter(e ->
                                RecordCheck.text(e, "number")
                                        .equals(document.path("number").asString("")))
                        .filter(this::restsOnCase)
                        .isPresent();
        if (!right) {
            add(Kind.OTHER_DOCUMENT, file, "number");
        }
    }

    private boolean restsOnCase(EventEntry numbering) {
        long seq = numbering.fields().get("of_seq") instanceof Value.Int(long n) ? n : -1;
        return entries.at(RecordCheck.text(numbering, "of_case"), seq)
                .filter(e -> e.leafHash().equals(RecordCheck.text(numbering, "of_leaf")))
                .isPresent();
    }

    private void missing() {
        var named = new ArrayList<>(stream);
        named.addAll(entries.ofKind("document.drawn"));
        for (var event : named) {
            for (var commitment : commitmentsOf(event)) {
                if (!commitments.contains(commitment)) {
                    add(Kind.DOCUMENT_MISSING, event.stream() + "/" + event.seq(), commitment);
                }
            }
        }
        for (var text : metadata.path("missing")) {
            add(Kind.DOCUMENT_MISSING, DossierWriter.METADATA, text.path("zh").asString(""));
        }
    }

    private void add(Kind kind, String place, String detail) {
        findings.add(DossierFinding.of(kind, place, detail));
    }
}
