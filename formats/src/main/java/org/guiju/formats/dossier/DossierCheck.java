package org.guiju.formats.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.dossier.DossierFinding.Kind;
import org.guiju.kernel.ledger.ChainFinding;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.powers.PowerDefinition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 四性检测: whether a package is the file of its case, whole, readable and harmless. It asks nobody but the bytes and the keys that the
/// reader trusts; what the package says of itself is held against the entries under the signed checkpoint.
public final class DossierCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MOST_BYTES = PlainZip.MAX_BYTES;

    private final SortedMap<String, byte[]> files;
    private final List<DossierFinding> findings = new ArrayList<>();
    private final LinkedHashMap<String, String> facts = new LinkedHashMap<>();
    private final TreeMap<String, Long> witnessed = new TreeMap<>();

    private DossierCheck(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /// @param zip a package as [DossierWriter#zip] writes it
    /// @param trusted whose signatures count; empty to use the package's own list, which proves only that it agrees with itself
    public static DossierReport zip(byte[] zip, Optional<LogPolicy> trusted) {
        var read = PlainZip.read(zip);
        var check = new DossierCheck(read.files());
        if (!read.fault().isEmpty()) {
            check.add(
                    read.fault().equals("name") ? Kind.UNSAFE_NAME : Kind.CONTAINER,
                    read.place(),
                    read.fault());
        }
        return check.report(trusted);
    }

    /// @param files by name, as they lie in the unpacked folder
    public static DossierReport files(
            SortedMap<String, byte[]> files, Optional<LogPolicy> trusted) {
        return new DossierCheck(files).report(trusted);
    }

    private void add(Kind kind, String place, String detail) {
        findings.add(DossierFinding.of(kind, place, detail));
    }

    private DossierReport report(Optional<LogPolicy> trusted) {
        int documents = 0;
        var entries = new DossierEntries();
        if (safe()) {
            findings.addAll(Bag.check(files));
            ContentCheck.of(files, findings);
            var policy = trusted.or(this::own);
            entries = DossierEntries.read(files, policy, findings, witnessed);
            var metadata = metadata();
            if (metadata.isPresent()) {
                documents = judge(metadata.get(), entries);
            }
        }
        findings.sort(Comparator.comparing((DossierFinding f) -> f.kind().check()));
        return new DossierReport(
                facts, findings, files.size(), entries.count(), documents, witnessed);
    }

    private boolean safe() {
        files.keySet().stream()
                .filter(name -> !Names.safe(name))
                .forEach(name -> add(Kind.UNSAFE_NAME, Names.printable(name), ""));
        var lower = new TreeMap<String, String>();
        files.keySet()
                .forEach(name -> {
                    var other = lower.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
                    if (other != null) {
                        add(Kind.UNSAFE_NAME, name, other);
                    }
                });
        long bytes = files.values().stream().mapToLong(f -> f.length).sum();
        if (bytes > MOST_BYTES || files.size() > Names.MOST) {
            add(Kind.TOO_MUCH, files.size() + " files", bytes + " bytes");
        }
        return findings.stream().noneMatch(f -> f.kind() != Kind.CONTAINER);
    }

    private Optional<LogPolicy> own() {
        try {
            return Optional.of(LogPolicy.parse(bytes(DossierWriter.POLICY)));
        } catch (org.guiju.kernel.ledger.tree.LogException e) {
            add(Kind.UNREADABLE, DossierWriter.POLICY, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<JsonNode> metadata() {
        try {
            var tree = JSON.readTree(bytes(DossierWriter.METADATA));
            if (tree.path("form").asString("").equals(DossierMetadata.FORM)) {
                return Optional.of(tree);
            }
            add(Kind.METADATA, DossierWriter.METADATA, tree.path("form").asString(""));
        } catch (JacksonException e) {
            add(Kind.METADATA, DossierWriter.METADATA, "JSON");
        }
        return Optional.empty();
    }

    private int judge(JsonNode metadata, DossierEntries entries) {
        boolean archive = metadata.path("profile").asString("").equals("archive");
        for (var name : List.of("volume", "no", "applicant", "received", "closed", "archived")) {
            fact(name, metadata.path(name).asString(""));
        }
        for (var name : List.of("organ", "power", "situation", "outcome", "retention")) {
            fact(name, metadata.path(name).path("zh").asString(""));
        }
        var stream = entries.stream(metadata.path("case").asString(""));
        chain(stream, metadata, archive);
        if (stream.isEmpty()) {
            return 0;
        }
        if (archive) {
            findings.addAll(RecordCheck.of(stream));
            undisclosed(stream);
        }
        definition(metadata, stream.getFirst());
        first(metadata, stream, archive);
        return new DocumentCheck(files, metadata, entries, stream, archive, findings).all();
    }

    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, Names.printable(value));
        }
    }

    private void chain(List<EventEntry> stream, JsonNode metadata, boolean archive) {
        var id = metadata.path("case").asString("");
        if (stream.isEmpty() || stream.getFirst().seq() != 0) {
            add(Kind.BROKEN_CHAIN, Names.printable(id) + "/0", "");
        }
        for (ChainFinding f : EventEntry.chain(stream)) {
            add(
                    Kind.BROKEN_CHAIN,
                    id + "/" + f.seq(),
                    f.kind() + " " + f.expected() + " / " + f.found());
        }
        if (metadata.path("entries").asInt(-1) != stream.size()) {
            add(Kind.BROKEN_CHAIN, id, metadata.path("entries").asInt(-1) + " ≠ " + stream.size());
        }
        if (archive && stream.stream().noneMatch(e -> e.kind().equals("case.closed"))) {
            add(Kind.NOT_ENDED, metadata.path("no").asString(""), "");
        }
    }

    /// The office's own file has everything that its entries hide.
    private void undisclosed(List<EventEntry> stream) {
        for (var event : stream) {
            boolean hidden = !event.digests().isEmpty();
            boolean shown = event.fields().size() > EventEntry.of(event.entry()).fields().size();
            if (hidden && !shown) {
                add(Kind.NOT_DISCLOSED, event.stream() + "/" + event.seq(), event.kind());
            }
        }
    }

    private void definition(JsonNode metadata, EventEntry first) {
        var read =
                new DefinitionReader()
                        .readPublished(
                                new String(bytes(DossierWriter.DEFINITION), StandardCharsets.UTF_8),
                                DossierWriter.DEFINITION);
        if (!(read instanceof LoadResult.Loaded(PowerDefinition definition))) {
            add(Kind.UNREADABLE, DossierWriter.DEFINITION, "");
            return;
        }
        if (!definition.digest().equals(RecordCheck.text(first, "digest"))) {
            add(Kind.OTHER_DEFINITION, DossierWriter.DEFINITION, definition.digest());
        }
        var retention = metadata.path("retention").path("code").asString("");
        if (Retention.of(retention).isEmpty() || !retention.equals(definition.retention())) {
            add(Kind.RETENTION, DossierWriter.METADATA, retention + " / " + definition.retention());
        }
    }

    /// What the cover says, against the entry with which the case began and that with which it ended.
    private void first(JsonNode metadata, List<EventEntry> stream, boolean archive) {
        var first = stream.getFirst();
        same("no", metadata.path("no"), RecordCheck.text(first, "no"));
        same("power", metadata.path("power").path("code"), RecordCheck.text(first, "power"));
        same("digest", metadata.path("power").path("digest"), RecordCheck.text(first, "digest"));
        same(
                "situation",
                metadata.path("situation").path("code"),
                RecordCheck.text(first, "situation"));
        same("organ", metadata.path("organ").path("code"), RecordCheck.text(first, "organ"));
        same("received", metadata.path("received"), RecordCheck.text(first, "received"));
        if (archive) {
            same("applicant", metadata.path("applicant"), RecordCheck.text(first, "applicant"));
        }
        stream.stream()
                .filter(e -> e.kind().equals("case.closed"))
                .findFirst()
                .ifPresent(e -> same("closed", metadata.path("closed"), RecordCheck.text(e, "on")));
    }

    private void same(String name, JsonNode said, String proved) {
        if (!said.asString("").equals(proved)) {
            add(
                    Kind.OTHER_FACT,
                    DossierWriter.METADATA + " " + name,
                    said.asString("") + " / " + proved);
        }
    }

    private byte[] bytes(String name) {
        return files.getOrDefault(Bag.DATA + name, new byte[0]);
    }
}
