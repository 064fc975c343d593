package org.guiju.tools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.formats.dossier.Dossier;
import org.guiju.formats.dossier.DossierWriter;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Source;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `guiju verify` on the dossier of a case, as a package and unpacked.
class DossierCommandTest {
    private static final String CASE = UUID.nameUUIDFromBytes(new byte[] {7}).toString();
    private static final String YAML =
            ShippedDefinitions.texts().getOrDefault("wangba-licence.yaml", "");

    @TempDir Path folder = Path.of("");
    private Path zip = Path.of("");
    private String policy = "";

    @BeforeEach
    void aCaseThatEndedAtOnce() throws IOException {
        var digest =
                ((LoadResult.Loaded) new DefinitionReader().readPublished(YAML, "a"))
                        .definition()
                        .digest();
        var first =
                event("case.application-received", null)
                        .field("no", new Value.Str("2026-0001"))
                        .field("power", new Value.Str("330899-WL-XK-0012"))
                        .field("digest", new Value.Str(digest))
                        .field("situation", new Value.Str("preparation"))
                        .field("organ", new Value.Str("qinglan-culture"))
                        .field("received", new Value.Str("2026-03-02"))
                        .field("applicant", new Value.Str("甲"))
                        .build();
        var last =
                event("case.closed", first)
                        .field("outcome", new Value.Str("withdrawn"))
                        .field("on", new Value.Str("2026-03-03"))
                        .build();
        var log = new TestLog(folder.resolve("log"));
        log.add(List.of(first.entry().bytes(), last.entry().bytes()));
        log.publish(Instant.parse("2026-03-04T00:00:00Z"));
        var note =
                org.guiju.kernel.ledger.note.SignedNote.parse(
                        Files.readString(log.folder.resolve("checkpoint")));
        var traced = new ArrayList<Dossier.Traced>();
        for (var e : List.of(first, last)) {
            traced.add(
                    new Dossier.Traced(
                            CASE,
                            e.seq(),
                            e.entry().bytes(),
                            List.of(),
                            new TlogProof(e.seq(), log.tree().inclusion(e.seq(), 2), note)
                                    .toString()));
        }
        var cover =
                new Dossier.Cover(
                        Dossier.Profile.ARCHIVE,
                        "青文旅卷〔2026〕1号",
                        CASE,
                        "2026-0001",
                        "qinglan-culture",
                        Text.zh("青岚县文化和旅游局"),
                        "330899-WL-XK-0012",
                        1,
                        digest,
                        "licence",
                        Text.zh("互联网上网服务"),
                        "preparation",
                        Text.zh("筹建"),
                        "甲",
                        LocalDate.of(2026, 3, 2),
                        null,
                        LocalDate.of(2026, 3, 3),
                        null,
                        Text.zh("撤回"),
                        "10y",
                        last.at(),
                        2);
        var dossier =
                new Dossier(
                        cover,
                        List.of(),
                        List.of(),
                        List.of(),
                        traced,
                        new TreeMap<>(),
                        TestLog.policy(),
                        YAML.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        zip = Files.write(folder.resolve("dossier.zip"), DossierWriter.zip(dossier));
        policy = Files.writeString(folder.resolve("policy"), TestLog.policy()).toString();
    }

    private static EventEntry.Builder event(
            String kind, @org.jspecify.annotations.Nullable EventEntry before) {
        var builder = EventEntry.builder(kind);
        if (before == null) {
            builder.begins(CASE);
        } else {
            builder.follows(before);
        }
        return builder.at(Instant.parse("2026-03-02T01:00:00Z"))
                .by("applicant")
                .command(CASE)
                .source(Source.OWN);
    }

    private Path unpacked() throws IOException {
        var target = folder.resolve("unpacked");
        try (var in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
            for (var e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                var file = target.resolve(e.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return target;
    }

    @Test
    void aSoundDossierPassesPackedAndUnpackedAndSaysSoInWordsAndAsJson() throws IOException {
        for (var path : List.of(zip, unpacked())) {
            var ran = Ran.of("verify", path.toString(), "--policy", policy);
            assertThat(ran.status()).as(ran.out()).isZero();
            assertThat(ran.out()).contains("四性检测全部通过", "真实性：通过", "完整性：通过", "可用性：通过", "安全性：通过");
        }
        var json = Ran.of("verify", zip.toString(), "--policy", policy, "--format", "json");
        assertThat(json.out())
                .contains("\"authenticity\" : \"passed\"", "\"volume\" : \"青文旅卷〔2026〕1号\"");
        assertThat(Ran.of("verify", zip.toString(), "--own-policy").out()).contains("自相一致");
        assertThat(Ran.of("verify", zip.toString()).status()).isEqualTo(2);
    }

    @Test
    void aChangedOneIsAFindingThatNamesThePlace() throws IOException {
        var bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(zip, bytes);
        var ran = Ran.of("verify", zip.toString(), "--policy", policy);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("未通过", "data/");
    }

    @Test
    void aFileMoreOrLessOrALinkInTheFolderIsNamed() throws IOException {
        var lie = unpacked();
        Files.writeString(lie.resolve("data/more.txt"), "more");
        Files.delete(lie.resolve("data/index.html"));
        var ran = Ran.of("verify", lie.toString(), "--policy", policy, "--format", "json");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("data/more.txt", "not-listed", "data/index.html");
        Files.createSymbolicLink(lie.resolve("data/link.txt"), Path.of("/etc/hostname"));
        assertThat(Ran.of("verify", lie.toString(), "--policy", policy).status()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNoDossierAndAnOrdinaryZipAreTold() throws IOException {
        assertThat(Ran.of("verify", folder.toString(), "--policy", policy).status()).isEqualTo(2);
        var other = folder.resolve("other.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(other))) {
            out.putNextEntry(new java.util.zip.ZipEntry("a.txt"));
            out.write(1);
        }
        assertThat(Ran.of("verify", other.toString(), "--policy", policy).status()).isEqualTo(1);
    }
}
