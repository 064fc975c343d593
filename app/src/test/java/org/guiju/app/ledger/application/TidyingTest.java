package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guiju.app.ledger.application.Publication.Result;
import org.guiju.app.ledger.application.SimulatedLog.Arrow;
import org.guiju.app.ledger.application.SimulatedLog.PowerCut;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.FiledMarks;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileBatch;
import org.guiju.kernel.ledger.tree.TiledTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a full tile has replaced goes after its grace, and nothing else ever does.
class TidyingTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    /// Published at 100, 250, 300, 600 and 620 entries: partial files of each.
    private static SimulatedLog grown() {
        var log = new SimulatedLog();
        for (int size : List.of(100, 250, 300, 600, 620)) {
            log.add(size - log.entries.size());
            publish(log);
        }
        return log;
    }

    private static void publish(SimulatedLog log) {
        while (log.publication().advance() instanceof Result.Advanced(var size)) {
            assertThat(size).isPositive();
        }
    }

    private static List<String> paths(SimulatedLog log) {
        return log.partials().stream().map(Tile::path).sorted().toList();
    }

    /// Every size that was ever published can still be proved, by the full files.
    private static void sound(SimulatedLog log) {
        for (int size : List.of(100, 250, 300, 600, 620)) {
            var root = TiledTree.of(log, size).root(size);
            assertThat(LogCheck.whole(log, size, root).findings()).as("size %d", size).isEmpty();
            assertThat(log.signed).contains(new Checkpoint(SimulatedLog.ORIGIN, size, root));
        }
    }

    @Test
    void partialFilesGoWhenTheirGraceIsOverAndTheirFullOneIsThere() {
        var log = grown();
        assertThat(paths(log))
                .containsExactly(
                        "tile/0/000.p/100",
                        "tile/0/000.p/250",
                        "tile/0/001.p/44",
                        "tile/0/002.p/108",
                        "tile/0/002.p/88",
                        "tile/1/000.p/1",
                        "tile/1/000.p/2",
                        "tile/entries/000.p/100",
                        "tile/entries/000.p/250",
                        "tile/entries/001.p/44",
                        "tile/entries/002.p/108",
                        "tile/entries/002.p/88");
        assertThat(log.tidying(MORNING).sweep()).isZero();
        assertThat(log.tidying(MORNING.plus(DAY).minusMillis(1)).sweep()).isZero();
        assertThat(log.tidying(MORNING.plus(DAY)).sweep()).isEqualTo(6);
        assertThat(paths(log))
                .containsExactly(
                        "tile/0/002.p/108",
                        "tile/0/002.p/88",
                        "tile/1/000.p/1",
                        "tile/1/000.p/2",
                        "tile/entries/002.p/108",
                        "tile/entries/002.p/88");
        sound(log);
        log.add(700);
        publish(log);
        sound(log);
    }

    /// What became full only after the mark was made has its own grace before it.
    @Test
    void whatBecameFullMeanwhileWaitsItsOwnGrace() {
        var log = grown();
        log.tidying(MORNING).sweep();
        log.add(200);
        publish(log);
        assertThat(log.tidying(MORNING.plus(DAY)).sweep()).isEqualTo(6);
        assertThat(paths(log)).contains("tile/0/002.p/88", "tile/entries/002.p/108");
        assertThat(log.tidying(MORNING.plus(DAY).plus(DAY)).sweep()).isEqualTo(4);
        assertThat(paths(log)).doesNotContain("tile/0/002.p/88", "tile/entries/002.p/108");
        sound(log);
    }

    @ParameterizedTest
    @EnumSource(
            value = Arrow.class,
            names = {"REMOVE", "MARK"})
    void aCutInTheMiddleConverges(Arrow arrow) {
        for (var done : List.of(false, true)) {
            for (int after = 0; after < (arrow == Arrow.MARK ? 1 : 6); after++) {
                var log = grown();
                log.tidying(MORNING).sweep();
                log.cut(arrow, done, after);
                assertThatThrownBy(() -> log.tidying(MORNING.plus(DAY)).sweep())
                        .isInstanceOf(PowerCut.class);
                sound(log);
                log.tidying(MORNING.plus(DAY)).sweep();
                assertThat(log.partials()).hasSize(6);
                sound(log);
            }
        }
    }

    @Test
    void aFullFileThatIsGoneOrAnotherKeepsItsPartialOnes() {
        var log = grown();
        log.tidying(MORNING).sweep();
        log.tiles.remove(Tile.parse("tile/0/000"));
        var bundle = Tile.parse("tile/entries/001");
        var other = java.util.Objects.requireNonNull(log.tiles.get(bundle)).clone();
        other[5] ^= 1;
        log.tiles.put(bundle, other);
        log.tidying(MORNING.plus(DAY)).sweep();
        assertThat(paths(log))
                .contains("tile/0/000.p/100", "tile/0/000.p/250", "tile/entries/001.p/44")
                .doesNotContain("tile/0/001.p/44", "tile/entries/000.p/100");
    }

    @Test
    void aClockSetBackBeginsTheGraceAnew() {
        var log = grown();
        log.tidying(MORNING).sweep();
        assertThat(log.tidying(MORNING.minus(DAY)).sweep()).isZero();
        assertThat(log.tidying(MORNING.minusSeconds(1)).sweep()).isZero();
        assertThat(log.tidying(MORNING).sweep()).isEqualTo(6);
    }

    @Test
    void filesAndMarksAreKeptOnTheDisk(@TempDir Path folder) throws IOException {
        var log = new FiledLog(folder.resolve("2026"));
        var small = TileBatch.of(log, 0, entries(0, 100));
        log.write(small);
        log.write(TileBatch.of(log, 100, entries(100, 257)));
        var root = TiledTree.of(log, 257).root();
        log.publish(
                new Checkpoint(SimulatedLog.ORIGIN, 257, root)
                        .signed(
                                List.of(
                                        new org.guiju.kernel.ledger.note.NoteSignature(
                                                "x", 1, new byte[] {1}))));
        var marks = new FiledMarks(folder.resolve("tidy"));
        assertThat(new Tidying(log, marks, DAY, () -> MORNING).sweep()).isZero();
        assertThat(marks.last(SimulatedLog.ORIGIN))
                .isEqualTo(Optional.of(new Tidying.Mark(257, MORNING)));
        assertThat(new Tidying(log, marks, DAY, () -> MORNING.plus(DAY)).sweep()).isEqualTo(2);
        assertThat(folder.resolve("2026/tile/0/000.p")).doesNotExist();
        assertThat(folder.resolve("2026/tile/0/000")).exists();
        assertThat(folder.resolve("2026/tile/0/001.p/1")).exists();
        assertThat(LogCheck.whole(log, 257, root).findings()).isEmpty();
        assertThatThrownBy(() -> log.remove(Tile.parse("tile/0/000")))
                .isInstanceOf(IllegalArgumentException.class);
        try (var left = Files.list(folder.resolve("tidy"))) {
            Files.writeString(left.findFirst().orElseThrow(), "torn");
        }
        assertThat(marks.last(SimulatedLog.ORIGIN)).isEmpty();
    }

    private static List<byte[]> entries(int from, int to) {
        return java.util.stream.IntStream.range(from, to).mapToObj(SimulatedLog::entry).toList();
    }
}
