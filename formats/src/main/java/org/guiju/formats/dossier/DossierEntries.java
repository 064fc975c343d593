package org.guiju.formats.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.guiju.formats.dossier.DossierFinding.Kind;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 卷内痕迹: the entries of a package, each read with its disclosures and held against its proof.
final class DossierEntries {
    private static final Pattern FILE =
            Pattern.compile(
                    Bag.DATA + DossierWriter.ENTRIES + "([A-Za-z0-9_-]+)/([0-9]{6})\\.json");

    private final Map<String, TreeMap<Long, EventEntry>> streams = new TreeMap<>();
    private int count;

    static DossierEntries read(
            SortedMap<String, byte[]> files,
            Optional<LogPolicy> policy,
            List<DossierFinding> findings,
            TreeMap<String, Long> witnessed) {
        var entries = new DossierEntries();
        var expected = new ArrayList<String>();
        files.forEach((name, bytes) -> {
            var matcher = FILE.matcher(name);
            if (matcher.matches()) {
                entries.count++;
                var stem = name.substring(0, name.length() - ".json".length());
                expected.addAll(List.of(name, stem + ".tlog-proof", stem + ".disclosures"));
                entries.one(
                        files,
                        stem,
                        bytes,
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        findings);
                proof(files, stem, bytes, policy, findings, witnessed);
            }
        });
        files.keySet().stream()
                .filter(n -> n.startsWith(Bag.DATA + DossierWriter.ENTRIES))
                .filter(n -> !expected.contains(n))
                .forEach(n -> findings.add(DossierFinding.of(Kind.NOT_CATALOGUED, n, "")));
        return entries;
    }

    private void one(
            SortedMap<String, byte[]> files,
            String stem,
            byte[] bytes,
            String stream,
            long seq,
            List<DossierFinding> findings) {
        try {
            var entry = EntryReader.read(bytes);
            var disclosures = new ArrayList<Disclosure>();
            var text = files.get(stem + ".disclosures");
            if (text != null) {
                new String(text, StandardCharsets.US_ASCII)
                        .lines()
                        .map(Disclosure::parse)
                        .forEach(disclosures::add);
            }
            var event = EventEntry.of(entry, disclosures);
            if (!event.stream().equals(stream) || event.seq() != seq) {
                findings.add(
                        DossierFinding.of(
                                Kind.ENTRY_FORM, stem, event.stream() + "/" + event.seq()));
                return;
            }
            streams.computeIfAbsent(stream, _ -> new TreeMap<>()).put(seq, event);
        } catch (EntryException e) {
            boolean disclosed =
                    switch (e.fault()) {
                        case NOT_DISCLOSED, DISCLOSURE_FORM, SALT -> true;
                        default -> false;
                    };
            findings.add(
                    DossierFinding.of(
                            disclosed ? Kind.WRONG_DISCLOSURE : Kind.ENTRY_FORM,
                            stem,
                            String.valueOf(e.getMessage())));
        }
    }

    private static void proof(
            SortedMap<String, byte[]> files,
            String stem,
            byte[] entry,
            Optional<LogPolicy> policy,
            List<DossierFinding> findings,
            TreeMap<String, Long> witnessed) {
        try {
            var proof = TlogProof.parse(files.getOrDefault(stem + ".tlog-proof", new byte[0]));
            if (policy.isEmpty()) {
                return;
            }
            var verdict = ProofVerdict.of(proof, TreeHash.SHA_256.leaf(entry), policy.get());
            DossierReport.witnessed(verdict, witnessed);
            verdict.missing()
                    .forEach(m -> findings.add(DossierFinding.of(Kind.NOT_PROVED, stem, m.code())));
        } catch (LogException e) {
            findings.add(DossierFinding.of(Kind.NOT_PROVED, stem, String.valueOf(e.getMessage())));
        }
    }

    int count() {
        return count;
    }

    /// In the order of their numbers.
    List<EventEntry> stream(String id) {
        return List.copyOf(streams.getOrDefault(id, new TreeMap<>()).values());
    }

    Optional<EventEntry> at(String stream, long seq) {
        return Optional.ofNullable(streams.getOrDefault(stream, new TreeMap<>()).get(seq));
    }

    /// Entries of other streams than the case's.
    List<EventEntry> ofKind(String kind) {
        return streams.values().stream()
                .flatMap(s -> s.values().stream())
                .filter(e -> e.kind().equals(kind))
                .toList();
    }
}
