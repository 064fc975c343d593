package org.guiju.kernel.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every lie told in the files of a log of 300 entries is found, and the file it stands in is named.
class LogCheckTest {
    private static final int SIZE = 300;

    private static MemoryLog log() {
        var log = new MemoryLog();
        log.add(MemoryLog.entries(0, SIZE));
        return log;
    }

    @Test
    void aSoundLogHasItsRoot() {
        var log = log();
        var result = LogCheck.whole(log, SIZE, log.root);
        assertThat(result.findings()).isEmpty();
        assertThat(result.sound()).hasValue(log.root);
    }

    /// One byte at a time, in every file; the finding names this file.
    @Test
    void everyChangedByteOfEveryFileIsFoundAndItsFileNamed() {
        var log = log();
        int changed = 0;
        for (String path : List.copyOf(log.files.keySet())) {
            byte[] good = Objects.requireNonNull(log.files.get(path));
            for (int i = 0; i < good.length; i++) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 << (i % 8));
                log.files.put(path, bad);
                var result = LogCheck.whole(log, SIZE, log.root);
                assertThat(result.sound()).as(path + " byte " + i).isEmpty();
                assertThat(result.findings())
                        .as(path + " byte " + i)
                        .anyMatch(finding -> finding.place().contains(path));
                changed++;
            }
            log.files.put(path, good);
        }
        assertThat(changed).isGreaterThan(13_000);
    }

    enum Lie {
        ENTRY_CUT(entries -> entries.subList(0, entries.size() - 1)),
        ENTRIES_SWAPPED(entries -> {
            Collections.swap(entries, 3, 4);
            return entries;
        }),
        ENTRY_TOLD_TWICE(entries -> {
            entries.add(7, entries.get(6));
            return entries;
        }),
        ENTRY_SLIPPED_IN(entries -> {
            entries.add(9, new byte[] {'{', '}'});
            return entries;
        }),
        ENTRY_MISSING(entries -> {
            entries.remove(0);
            return entries;
        }),
        ENTRY_EXCHANGED(entries -> {
            entries.set(12, new byte[] {'{', '}'});
            return entries;
        }),
        TWO_ENTRIES_GLUED(entries -> {
            byte[] glued =
                    Arrays.copyOf(entries.get(1), entries.get(1).length + entries.get(2).length);
            System.arraycopy(
                    entries.get(2), 0, glued, entries.get(1).length, entries.get(2).length);
            entries.set(1, glued);
            entries.remove(2);
            return entries;
        });

        private final UnaryOperator<List<byte[]>> told;

        Lie(UnaryOperator<List<byte[]>> told) {
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noLieInABundleKeepsItsLeaves(Lie lie) {
        var log = log();
        var entries = new ArrayList<>(MemoryLog.entries(256, SIZE));
        log.files.put("tile/entries/001.p/44", EntryBundle.write(lie.told.apply(entries)));
        var result = LogCheck.whole(log, SIZE, log.root);
        assertThat(result.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.place().contains("tile/entries/001.p/44"));
    }

    /// Hashes and entries rewritten together: the files agree with each other and not with the signed root.
    @ParameterizedTest
    @EnumSource
    void noLieRewrittenThroughoutKeepsTheRoot(Lie lie) {
        var rewritten = new MemoryLog();
        rewritten.add(lie.told.apply(new ArrayList<>(MemoryLog.entries(0, SIZE))));
        long size = Math.min(rewritten.size, SIZE);
        var then = new MemoryLog();
        then.add(MemoryLog.entries(0, (int) size));
        var result = LogCheck.whole(rewritten, size, then.root);
        if (lie == Lie.ENTRY_CUT) {
            // What is left is a true beginning; that it is too short is for whoever knows the newer
            // checkpoint.
            assertThat(result.sound()).isPresent();
            return;
        }
        assertThat(result.findings()).isNotEmpty();
    }

    @Test
    void aMissingOrTornFileIsNamed() {
        for (String path : List.copyOf(log().files.keySet())) {
            var log = log();
            byte[] good = Objects.requireNonNull(log.files.remove(path));
            assertThat(LogCheck.whole(log, SIZE, log.root).findings())
                    .contains(new LogFinding(LogFinding.Kind.FILE_MISSING, path));
            log.files.put(path, Arrays.copyOf(good, good.length - 1));
            assertThat(LogCheck.whole(log, SIZE, log.root).findings())
                    .anyMatch(f ->
                            f.kind() == LogFinding.Kind.FILE_TORN && f.place().startsWith(path));
        }
    }

    /// What was written in the batch is read again; what lies before it is bound by the root signed then.
    @Test
    void aBatchIsCheckedAgainstTheRootBeforeIt() {
        var log = new MemoryLog();
        log.add(MemoryLog.entries(0, 100));
        var then = log.root;
        log.add(MemoryLog.entries(100, SIZE));
        assertThat(LogCheck.of(log, 100, then, SIZE).sound()).hasValue(log.root);
        assertThat(LogCheck.of(log, 100, TreeHash.SHA_256.empty(), SIZE).findings())
                .extracting(LogFinding::kind)
                .containsExactly(LogFinding.Kind.OLD_ROOT_DIFFERS);
    }

    /// A disk that answers otherwise than it was told: the planted fault re-reading exists for.
    @Test
    void aDiskThatReturnsOtherBytesIsNeverSigned() {
        var log = log();
        Map<String, Integer> reads = new HashMap<>();
        TileSource flaky =
                tile -> {
                    reads.merge(tile.path(), 1, Integer::sum);
                    return log.read(tile)
                            .map(bytes -> {
                                byte[] other = bytes.clone();
                                if (tile.level() == 0) {
                                    other[other.length / 2] ^= 1;
                                }
                                return other;
                            });
                };
        assertThat(LogCheck.of(flaky, 0, TreeHash.SHA_256.empty(), SIZE).sound()).isEmpty();
        assertThat(reads).containsKeys("tile/0/000", "tile/entries/000", "tile/1/000.p/1");
        assertThat(LogCheck.of(_ -> Optional.empty(), 0, TreeHash.SHA_256.empty(), SIZE).sound())
                .isEmpty();
    }
}
