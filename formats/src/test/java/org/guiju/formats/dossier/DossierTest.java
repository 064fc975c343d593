package org.guiju.formats.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.guiju.formats.dossier.DossierFinding.Check;
import org.guiju.formats.dossier.DossierFinding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A volume that has left the house: whole, it passes the four checks; changed in any place, the place is named.
class DossierTest {
    private static DossierReport check(byte[] zip) {
        return DossierCheck.zip(zip, Optional.of(SampleDossier.TRUSTED));
    }

    private static List<Kind> kinds(DossierReport report) {
        return report.findings().stream().map(DossierFinding::kind).distinct().toList();
    }

    @Test
    void aWholeVolumePassesAllFourChecksAndSaysWhatItIs() {
        var report = check(DossierWriter.zip(SampleDossier.whole()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.facts())
                .containsEntry("volume", "青文旅卷〔2026〕0001号")
                .containsEntry("retention", "定期10年");
        assertThat(report.entries()).isEqualTo(15);
        assertThat(report.documents()).isEqualTo(2);
        assertThat(report.witnessed()).containsKey("a");
        assertThat(report.words()).filteredOn(l -> l.contains("✓")).hasSize(4);
    }

    @Test
    void theSameCaseIsTheSameBytesAndAnyZipProgramOpensIt() throws IOException {
        var zip = DossierWriter.zip(SampleDossier.whole());
        assertThat(DossierWriter.zip(SampleDossier.whole())).isEqualTo(zip);
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                files.put(e.getName(), in.readAllBytes());
            }
        }
        assertThat(files.keySet()).isEqualTo(DossierWriter.files(SampleDossier.whole()).keySet());
        assertThat(DossierCheck.files(files, Optional.of(SampleDossier.TRUSTED)).sound()).isTrue();
    }

    /// Bag and container alone must see it: whatever else is wrong with the content is told besides.
    @Test
    void everyChangedByteIsFoundAndItsPlaceNamed() {
        var zip = DossierWriter.zip(SampleDossier.of(_ -> true, "a: b\n"));
        var unseen = new LinkedHashMap<Integer, Byte>();
        for (int i = 0; i < zip.length; i++) {
            zip[i] ^= 1;
            var read = PlainZip.read(zip);
            var named =
                    read.fault().isEmpty()
                            ? Bag.check(read.files()).stream().map(DossierFinding::place).toList()
                            : List.of(read.place());
            if (named.isEmpty() || named.stream().anyMatch(String::isBlank)) {
                unseen.put(i, zip[i]);
            }
            zip[i] ^= 1;
        }
        assertThat(unseen).isEmpty();
        assertThat(zip.length).isBetween(10_000, 200_000);
    }

    /// The same in the unpacked folder, where no container helps.
    @Test
    void everyChangedByteOfAnUnpackedFileIsFoundUnderItsName() {
        var files = new TreeMap<>(DossierWriter.files(SampleDossier.of(_ -> true, "a: b\n")));
        for (var name : List.copyOf(files.keySet())) {
            var content = Objects.requireNonNull(files.get(name)).clone();
            for (int i = 0; i < content.length; i += Math.max(1, content.length / 60)) {
                content[i] ^= 1;
                files.put(name, content);
                assertThat(Bag.check(files))
                        .as(name + " byte " + i)
                        .anyMatch(f ->
                                f.place().equals(name)
                                        || f.place().startsWith("tagmanifest")
                                        || f.detail().equals(name));
                content[i] ^= 1;
            }
            files.put(name, content);
        }
    }

    /// Who changes the content and writes the lists anew has still not changed what was signed.
    private static DossierReport forged(Consumer<TreeMap<String, byte[]>> lie) {
        var payload = new TreeMap<String, byte[]>();
        DossierWriter.files(SampleDossier.whole())
                .forEach((name, content) -> {
                    if (name.startsWith(Bag.DATA)) {
                        payload.put(name.substring(Bag.DATA.length()), content);
                    }
                });
        lie.accept(payload);
        return check(PlainZip.write(Bag.of(payload, new LinkedHashMap<>())));
    }

    private static void replace(TreeMap<String, byte[]> files, String name, String a, String b) {
        files.computeIfPresent(
                name,
                (_, content) -> {
                    var text = new String(content, StandardCharsets.UTF_8);
                    assertThat(text).contains(a);
                    return text.replace(a, b).getBytes(StandardCharsets.UTF_8);
                });
    }

    private static String entry(int seq) {
        return DossierWriter.stem(SampleDossier.CASE, seq);
    }

    @Test
    void whoRewritesTheListsIsStillFoundOut() {
        assertThat(forged(_ -> {}).findings()).isEmpty();
        assertThat(kinds(forged(f -> replace(f, entry(2) + ".json", "p-a", "p-x"))))
                .contains(Kind.NOT_PROVED);
        assertThat(
                        kinds(
                                forged(f ->
                                        f.put(
                                                "documents/0001-acceptance-notice.pdf",
                                                "%PDF-1.7 other"
                                                        .getBytes(StandardCharsets.UTF_8)))))
                .contains(Kind.OTHER_DOCUMENT);
        assertThat(kinds(forged(f -> f.remove(entry(5) + ".json")))).contains(Kind.BROKEN_CHAIN);
        assertThat(kinds(forged(f -> f.remove(entry(12) + ".json"))))
                .as("cut at the end")
                .contains(Kind.NOT_ENDED);
        assertThat(kinds(forged(f -> f.remove(entry(0) + ".disclosures"))))
                .contains(Kind.NOT_DISCLOSED, Kind.OTHER_FACT);
        assertThat(kinds(forged(f -> replace(f, "metadata.json", "青岚网咖", "别人网咖"))))
                .contains(Kind.OTHER_FACT);
        assertThat(kinds(forged(f -> replace(f, "metadata.json", "\"10y\"", "\"30y\""))))
                .contains(Kind.RETENTION);
        assertThat(kinds(forged(f -> replace(f, "metadata.json", "〔2026〕1号", "〔2026〕2号"))))
                .contains(Kind.OTHER_DOCUMENT);
        assertThat(kinds(forged(f -> replace(f, "definition.yaml", "筹建", "筹备"))))
                .contains(Kind.OTHER_DEFINITION);
        assertThat(kinds(forged(f -> f.put("documents/0003-more.pdf", SampleDossier.PAPER))))
                .contains(Kind.NOT_CATALOGUED);
        assertThat(kinds(forged(f -> f.put("entries/x.exe", SampleDossier.PAPER))))
                .contains(Kind.FOREIGN_CONTENT, Kind.NOT_CATALOGUED);
        assertThat(kinds(forged(f -> replace(f, "index.html", "</main>", "<script>1</script>"))))
                .contains(Kind.FOREIGN_CONTENT);
    }

    @Test
    void aDisclosureOfAnotherEntryIsTold() {
        assertThat(
                        kinds(
                                forged(f ->
                                        f.put(
                                                entry(0) + ".disclosures",
                                                Objects.requireNonNull(
                                                        f.get(entry(5) + ".disclosures"))))))
                .contains(Kind.WRONG_DISCLOSURE);
    }

    @Test
    void strangersKeysProveNothing() {
        var report =
                DossierCheck.zip(
                        DossierWriter.zip(SampleDossier.whole()),
                        Optional.of(
                                org.guiju.kernel.ledger.note.LogPolicy.ofLog(
                                        SampleDossier.key(
                                                        "ledger.example/330824/2026",
                                                        org.guiju.kernel.ledger.note.SignatureType
                                                                .ED25519,
                                                        9)
                                                .key())));
        assertThat(report.passed(Check.AUTHENTICITY)).isFalse();
        assertThat(report.passed(Check.SAFETY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case.inspection-signed", "case.late-entry-confirmed"})
    void aSignatureThatWasNeverGivenIsMissedByName(String kind) {
        var report = check(DossierWriter.zip(SampleDossier.of(k -> !k.equals(kind))));
        assertThat(kinds(report)).containsExactly(Kind.SIGNATURE_MISSING);
        assertThat(report.findings().getFirst().place()).isEqualTo("step inspect");
    }

    @Test
    void aStepWithoutRecordIsNamed() {
        var report = check(DossierWriter.zip(SampleDossier.of(k -> !k.equals("case.accepted"))));
        assertThat(kinds(report)).containsExactly(Kind.STEP_WITHOUT_RECORD);
        assertThat(report.findings().getFirst().place()).isEqualTo("step accept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.pdf",
                "/etc/x.pdf",
                "data/../x.pdf",
                "data//x.pdf",
                "C:/x.pdf",
                "data\\x.pdf",
                ".hidden/x",
                "data/con.pdf",
                "data/a.",
                "data/\u202Ex.pdf",
                "a/b/c/d/e/f.pdf"
            })
    void aNameThatUnpacksElsewhereIsRefused(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.ISO_8859_1)) {
            zip.setMethod(ZipOutputStream.STORED);
            var entry = new ZipEntry(name.replace('\u202E', '\u00ff'));
            entry.setSize(1);
            entry.setCrc(0xD202EF8DL);
            zip.putNextEntry(entry);
            zip.write(0);
        }
        assertThat(check(out.toByteArray()).passed(Check.SAFETY)).isFalse();
        var files = new TreeMap<>(DossierWriter.files(SampleDossier.whole()));
        files.put(name, new byte[1]);
        assertThat(kinds(DossierCheck.files(files, Optional.empty()))).contains(Kind.UNSAFE_NAME);
    }

    @Test
    void aCompressedBombIsNeverUnpacked() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("data/bomb.txt"));
            var block = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(block);
            }
        }
        var report = check(out.toByteArray());
        assertThat(kinds(report)).contains(Kind.CONTAINER);
        assertThat(report.files()).isLessThanOrEqualTo(1);
    }

    @Test
    void cutAnywhereItIsAFindingAndNeverAFault() {
        var zip = DossierWriter.zip(SampleDossier.of(_ -> true, "a: b\n"));
        for (int length = 4; length < zip.length; length += zip.length / 25) {
            var cut = Arrays.copyOf(zip, length);
            assertThatCode(() -> assertThat(check(cut).sound()).isFalse())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void retentionIsATableWithDaysAndTheDefinitionMayNotUndercutItUnseen() {
        assertThat(Retention.least("penalty", LocalDate.of(2026, 1, 1)))
                .contains(new Retention("30y"));
        assertThat(Retention.least("penalty", LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(new Retention("10y").until(LocalDate.of(2026, 2, 28)))
                .contains(LocalDate.of(2036, 2, 28));
        assertThat(new Retention("permanent").until(LocalDate.of(2026, 2, 28))).isEmpty();
        assertThat(new Retention("10y").shorterThan(new Retention("permanent"))).isTrue();
        assertThat(Retention.of("0y")).isEmpty();
    }
}
