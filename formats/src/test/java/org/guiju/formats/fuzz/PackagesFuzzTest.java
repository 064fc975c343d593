package org.guiju.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guiju.formats.documents.PaperSeal;
import org.guiju.formats.documents.SealKey;
import org.guiju.formats.dossier.DossierCheck;
import org.guiju.formats.dossier.FuzzedDossier;
import org.guiju.formats.dossier.PlainZip;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.junit.jupiter.params.provider.MethodSource;

/// Files with files or signatures in them: volumes, sealed PDFs, key stores.
class PackagesFuzzTest {
    private static final char[] WORD = "word".toCharArray();
    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");

    /// Made only where it is asked for.
    private static final class Volume {
        static final SortedMap<String, byte[]> FILES = FuzzedDossier.files();
    }

    static Stream<byte[]> zips() {
        var small = new TreeMap<String, byte[]>();
        small.put("bagit.txt", Seeds.utf8("BagIt-Version: 1.0\n"));
        small.put("data/a", Seeds.utf8("b"));
        return Stream.of(PlainZip.write(small));
    }

    /// What is without a fault is the one container of its files.
    @MethodSource("zips")
    @Fuzzed(PlainZip.class)
    void zip(byte[] bytes) {
        var read = PlainZip.read(bytes);
        if (read.fault().isEmpty() && !read.files().isEmpty()) {
            assertThat(PlainZip.write(read.files())).isEqualTo(bytes);
        }
        DossierCheck.zip(bytes, Optional.empty());
    }

    /// Each check of a whole volume takes long; without a round every eighth file is enough.
    static Stream<byte[]> parts() {
        var names = List.copyOf(Volume.FILES.keySet());
        int step = System.getenv("JAZZER_FUZZ") == null ? 8 : 1;
        return Stream.iterate(0, i -> i < names.size() && i < 256, i -> i + step)
                .map(i -> Seeds.chosen(i, Volume.FILES.getOrDefault(names.get(i), new byte[0])));
    }

    /// The first byte says which file of a sound volume the others take the place of; the lists of digests are written anew where they are not that file,
    /// so that the checks behind them are reached.
    @MethodSource("parts")
    @Fuzzed(DossierCheck.class)
    void volume(byte[] bytes) {
        var files = new TreeMap<>(Volume.FILES);
        var name = List.copyOf(files.keySet()).get(Seeds.choice(bytes, files.size()));
        files.put(name, Seeds.behind(bytes));
        FuzzedDossier.relist(files, name);
        for (var trusted :
                List.<Optional<LogPolicy>>of(Optional.empty(), FuzzedDossier.trusted())) {
            var report = DossierCheck.files(files, trusted);
            assertThat(report.words()).isNotEmpty();
        }
    }

    static Stream<byte[]> sealed() {
        return Stream.of(FuzzedPaper.sealed(SealKey.read(STORE, WORD), AT));
    }

    private static final byte[] STORE = SealKey.made("测试专用章", AT, WORD);

    @MethodSource("sealed")
    @Fuzzed(PaperSeal.class)
    void seal(byte[] bytes) {
        try {
            PaperSeal.check(bytes).forEach(c -> assertThat(c.certificate()).isNotNull());
        } catch (IOException e) {
            assertThat(e).isNotInstanceOf(UncheckedIOException.class);
        }
    }

    static Stream<byte[]> stores() {
        return Stream.of(STORE);
    }

    @MethodSource("stores")
    @Fuzzed(SealKey.class)
    void keyStore(byte[] bytes) {
        Seeds.mayRefuse(() -> SealKey.read(bytes, WORD), SealKey.Unusable.class);
    }
}
