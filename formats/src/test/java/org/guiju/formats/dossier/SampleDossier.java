package org.guiju.formats.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.formats.ledger.NoteKeyFile;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.Disclosures;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.FileCommitment;
import org.guiju.kernel.ledger.LeafHash;
import org.guiju.kernel.ledger.Source;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.Cosignature;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.MerkleTree;
import org.guiju.kernel.shared.Text;

/// A small case with one paper and one material, in a log of its own with a witness.
final class SampleDossier {
    static final NoteSigner LOG = key("ledger.example/330824/2026", SignatureType.ED25519, 1);
    static final NoteSigner WITNESS =
            key("witness.example/a", SignatureType.ED25519_COSIGNATURE, 2);
    static final String POLICY =
            "log " + LOG.key() + "\nwitness a " + WITNESS.key() + "\nquorum a\n";
    static final LogPolicy TRUSTED = LogPolicy.parse(POLICY.getBytes(StandardCharsets.UTF_8));
    static final byte[] MATERIAL = "%PDF-1.4 charter".getBytes(StandardCharsets.UTF_8);
    static final byte[] PAPER = "%PDF-1.7 paper".getBytes(StandardCharsets.UTF_8);
    static final String CASE = "3b0a4a4e-5d6c-4f0e-9a55-0c2d5b6f7a11";
    private static final String PAPER_ID = "0f3d7c52-1111-4222-8333-944455556666";
    private static final String SERIES = "1f3d7c52-1111-4222-8333-944455556666";
    private static final String YAML =
            ShippedDefinitions.texts().entrySet().stream()
                    .filter(e -> e.getKey().contains("wangba"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
    static final String DIGEST =
            switch (new DefinitionReader().readPublished(YAML, "a")) {
                case LoadResult.Loaded l -> l.definition().digest();
                case LoadResult.Rejected r -> throw new IllegalStateException(r.toString());
            };

    private final List<EventEntry> stream = new ArrayList<>();
    private final List<List<Disclosure>> disclosed = new ArrayList<>();
    private final Predicate<String> kept;
    private int salt;

    private SampleDossier(Predicate<String> kept) {
        this.kept = kept;
    }

    static Dossier whole() {
        return of(_ -> true, YAML);
    }

    /// Without those acts whose kind is not kept: as if they had never been done.
    static Dossier of(Predicate<String> kept) {
        return of(kept, YAML);
    }

    /// With another text in the place of the definition: small enough to change each of its bytes.
    static Dossier of(Predicate<String> kept, String definition) {
        var sample = new SampleDossier(kept);
        sample.course();
        return sample.dossier(definition);
    }

    private void course() {
        add(
                "case.application-received",
                Map.of(
                        "no", "2026-0001",
                        "power", "330899-WL-XK-0012",
                        "digest", DIGEST,
                        "situation", "preparation",
                        "organ", "qinglan-culture",
                        "received", "2026-03-02"),
                List.of("charter:a:" + commitment(MATERIAL) + ":" + MATERIAL.length),
                Map.of("applicant", "青岚网咖", "late", ""));
        step("accept", "acceptance");
        add("case.accepted", Map.of("step", "accept", "officer", "p-a"), List.of(), Map.of());
        closed("accept");
        step("inspect", "site-inspection");
        add(
                "case.inspection-recorded",
                Map.of("step", "inspect", "officer", "p-a"),
                List.of(),
                Map.of("late", "雨天延误"));
        add(
                "case.inspection-signed",
                Map.of("step", "inspect", "officer", "p-b"),
                List.of(),
                Map.of());
        add(
                "case.late-entry-confirmed",
                Map.of("step", "inspect", "officer", "p-c"),
                List.of(),
                Map.of());
        closed("inspect");
        step("archive", "archiving");
        add("case.archived", Map.of("step", "archive", "officer", "p-d"), List.of(), Map.of());
        closed("archive");
        add("case.closed", Map.of("outcome", "granted", "on", "2026-03-20"), List.of(), Map.of());
    }

    private void step(String id, String kind) {
        add("case.step-opened", Map.of("step", id, "step_kind", kind), List.of(), Map.of());
    }

    private void closed(String id) {
        add("case.step-closed", Map.of("step", id, "outcome", "done"), List.of(), Map.of());
    }

    private void add(
            String kind, Map<String, String> open, List<String> files, Map<String, String> hidden) {
        if (!kept.test(kind)) {
            return;
        }
        var disclosures = new ArrayList<Disclosure>();
        hidden.forEach((name, value) -> {
            if (!value.isEmpty()) {
                disclosures.add(new Disclosure(salt(), name, new Value.Str(value)));
            }
        });
        var builder = EventEntry.builder(kind);
        if (stream.isEmpty()) {
            builder.begins(CASE);
        } else {
            builder.follows(stream.getLast());
        }
        builder.at(Instant.parse("2026-03-02T01:00:00Z").plusSeconds(60L * stream.size()))
                .by(open.getOrDefault("officer", "p-z"))
                .command(UUID.nameUUIDFromBytes(new byte[] {(byte) stream.size()}).toString())
                .source(Source.OWN);
        open.forEach((name, value) -> builder.field(name, new Value.Str(value)));
        if (!files.isEmpty()) {
            builder.field("files", new Value.Strs(files));
        }
        if (kind.equals("case.inspection-recorded")) {
            builder.field("inspectors", new Value.Strs(List.of("p-a", "p-b")));
        }
        if (!disclosures.isEmpty()) {
            var decoys = new ArrayList<String>();
            for (int i = 0; i < Disclosures.decoysNeeded(disclosures.size()); i++) {
                decoys.add(
                        LeafHash.base64url(
                                LeafHash.of((kind + i).getBytes(StandardCharsets.UTF_8))));
            }
            builder.digests(Disclosures.digests(disclosures, decoys));
        }
        stream.add(builder.build());
        disclosed.add(disclosures);
    }

    private String salt() {
        var bytes = new byte[16];
        bytes[0] = (byte) ++salt;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static EventEntry alone(String kind, String stream, Map<String, Value> fields) {
        var builder =
                EventEntry.builder(kind)
                        .begins(stream)
                        .at(Instant.parse("2026-03-03T01:00:00Z"))
                        .by("registrar")
                        .command(stream)
                        .source(Source.OWN);
        fields.forEach(builder::field);
        return builder.build();
    }

    private Dossier dossier(String definition) {
        var all = new ArrayList<>(stream);
        all.add(
                alone(
                        "document.numbered",
                        SERIES,
                        Map.of(
                                "document", new Value.Str(PAPER_ID),
                                "of_case", new Value.Str(CASE),
                                "of_seq", new Value.Int(0),
                                "of_leaf", new Value.Str(stream.getFirst().leafHash()),
                                "number", new Value.Str("青文旅许〔2026〕1号"))));
        all.add(
                alone(
                        "document.drawn",
                        PAPER_ID,
                        Map.of("commitment", new Value.Str(commitment(PAPER)))));
        var tree =
                MerkleTree.of(
                        all.stream().map(e -> Hash.of(LeafHash.of(e.entry().bytes()))).toList());
        var checkpoint = new Checkpoint(LOG.key().name(), all.size(), tree.root());
        var seen = Instant.parse("2026-03-21T00:00:00Z");
        var note =
                checkpoint.signed(
                        List.of(
                                Cosignature.of(checkpoint, LOG, seen),
                                Cosignature.of(checkpoint, WITNESS, seen)));
        var traced = new ArrayList<Dossier.Traced>();
        for (int i = 0; i < all.size(); i++) {
            var event = all.get(i);
            traced.add(
                    new Dossier.Traced(
                            event.stream(),
                            event.seq(),
                            event.entry().bytes(),
                            i < disclosed.size()
                                    ? disclosed.get(i).stream().map(Disclosure::encoded).toList()
                                    : List.of(),
                            new TlogProof(Optional.empty(), i, tree.inclusion(i, all.size()), note)
                                    .toString()));
        }
        return new Dossier(
                cover(),
                documents(),
                steps(),
                List.of(),
                traced,
                new java.util.TreeMap<>(),
                POLICY,
                definition.getBytes(StandardCharsets.UTF_8));
    }

    private Dossier.Cover cover() {
        return new Dossier.Cover(
                Dossier.Profile.ARCHIVE,
                "青文旅卷〔2026〕0001号",
                CASE,
                "2026-0001",
                "qinglan-culture",
                new Text("青岚县文化和旅游局", "Qinglan Culture and Tourism Bureau"),
                "330899-WL-XK-0012",
                1,
                DIGEST,
                "licence",
                Text.zh("互联网上网服务（行政许可）"),
                "preparation",
                Text.zh("筹建"),
                "青岚网咖",
                LocalDate.of(2026, 3, 2),
                null,
                LocalDate.of(2026, 3, 20),
                LocalDate.of(2026, 3, 20),
                Text.zh("准予许可"),
                "10y",
                stream.getLast().at(),
                stream.size());
    }

    private static List<Dossier.Document> documents() {
        return List.of(
                new Dossier.Document(
                        Dossier.Group.PROCESS,
                        new Text("受理通知书", "Notice of acceptance"),
                        "青文旅许〔2026〕1号",
                        "acceptance-notice.pdf",
                        LocalDate.of(2026, 3, 3),
                        Text.zh("青岚县文化和旅游局"),
                        PAPER,
                        new Dossier.Bound(PAPER_ID, 0, commitment(PAPER), saltOf(PAPER))),
                new Dossier.Document(
                        Dossier.Group.MATERIAL,
                        Text.zh("章程 <b>&"),
                        "",
                        "charter.pdf",
                        LocalDate.of(2026, 3, 2),
                        Text.zh("青岚网咖"),
                        MATERIAL,
                        new Dossier.Bound(CASE, 0, commitment(MATERIAL), saltOf(MATERIAL))));
    }

    private static List<Dossier.Step> steps() {
        return List.of(
                new Dossier.Step(
                        "accept",
                        Text.zh("受理"),
                        "acceptance",
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 2),
                        "accepted",
                        List.of(new Dossier.Person("p-a", "沈若溪", "窗口", Text.zh("受理"), 2))));
    }

    private static byte[] saltBytes(byte[] content) {
        return Arrays.copyOf(content, 16);
    }

    private static String saltOf(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(saltBytes(content));
    }

    static String commitment(byte[] content) {
        try {
            return FileCommitment.of(
                    saltBytes(content), MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static NoteSigner key(String name, SignatureType type, int number) {
        var random =
                new SecureRandom() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void nextBytes(byte[] bytes) {
                        Arrays.fill(bytes, (byte) number);
                    }
                };
        return NoteKeyFile.read(NoteKeyFile.create(name, type, random));
    }

    static Map<String, byte[]> copy(Map<String, byte[]> files) {
        var copy = new LinkedHashMap<String, byte[]>();
        files.forEach((name, bytes) -> copy.put(name, bytes.clone()));
        return copy;
    }
}
