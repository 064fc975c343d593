package org.guiju.kernel.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of a log as C2SP tlog-tiles lays them out; the numbers of the examples are the specification's.
class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 273, 112, tile/0/273.p/112",
        "1, 1, 17, tile/1/001.p/17",
        "2, 0, 1, tile/2/000.p/1",
        "-1, 0, 5, tile/entries/000.p/5",
        "-1, 1000, 256, tile/entries/x001/000",
        "63, 999, 255, tile/63/999.p/255"
    })
    void pathsAreWrittenAndReadTheOneWay(int level, long index, int width, String path) {
        var tile = new Tile(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.parse(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/00/000",
                "tile/64/000",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000/067",
                "tile/0/001/234",
                "tile/0/x001/x234",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/07",
                "tile/0/000.p/",
                "tile/-1/000",
                "tile/entries/000/",
                "/tile/0/000",
                "tile/0/../checkpoint",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "checkpoint",
                ""
            })
    void everyOtherSpellingIsRefused(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).hasMessageContaining("log.tile-path");
    }

    @Test
    void aLogOf70000HasTheTilesTheSpecificationCounts() {
        var tiles = Tile.between(0, 70_000);
        assertThat(tiles.stream().filter(t -> t.level() == 0 && t.width() == 256)).hasSize(273);
        assertThat(tiles)
                .contains(
                        new Tile(0, 273, 112),
                        new Tile(1, 0, 256),
                        new Tile(1, 1, 17),
                        new Tile(2, 0, 1))
                .doesNotContain(new Tile(3, 0, 1));
        assertThat(tiles.stream().filter(t -> t.level() > 0)).hasSize(3);
        assertThat(Tile.between(0, 256))
                .containsExactly(
                        new Tile(Tile.ENTRIES, 0, 256), new Tile(0, 0, 256), new Tile(1, 0, 1));
    }

    @Test
    void betweenTwoSizesOnlyTheGrownFilesAreNew() {
        assertThat(Tile.between(5, 5)).isEmpty();
        assertThat(Tile.between(254, 255))
                .containsExactly(new Tile(Tile.ENTRIES, 0, 255), new Tile(0, 0, 255));
        assertThat(Tile.between(255, 257))
                .containsExactly(
                        new Tile(Tile.ENTRIES, 0, 256),
                        new Tile(Tile.ENTRIES, 1, 1),
                        new Tile(0, 0, 256),
                        new Tile(0, 1, 1),
                        new Tile(1, 0, 1));
        assertThat(Tile.between(256, 257))
                .containsExactly(new Tile(Tile.ENTRIES, 1, 1), new Tile(0, 1, 1));
        assertThatThrownBy(() -> Tile.between(6, 5)).hasMessageContaining("sizes 6 and 5");
    }

    @Test
    void aBundleGivesBackItsEntriesAndNothingCutOrAdded() {
        var entries = List.of(new byte[0], new byte[] {1, 2}, new byte[65_535]);
        byte[] bundle = EntryBundle.write(entries);
        assertThat(EntryBundle.read(bundle, 3, "b")).containsExactlyElementsOf(entries);
        byte[] cut = java.util.Arrays.copyOf(bundle, bundle.length - 1);
        assertThatThrownBy(() -> EntryBundle.read(cut, 3, "b")).hasMessageContaining("log.bundle");
        byte[] more = java.util.Arrays.copyOf(bundle, bundle.length + 1);
        assertThatThrownBy(() -> EntryBundle.read(more, 3, "b")).hasMessageContaining("log.bundle");
        assertThatThrownBy(() -> EntryBundle.read(bundle, 2, "b"))
                .hasMessageContaining("3 entries instead of 2");
        assertThatThrownBy(() -> EntryBundle.read(bundle, 4, "b"))
                .hasMessageContaining("3 entries instead of 4");
        assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[65_536])))
                .hasMessageContaining("log.entry-length");
    }

    /// Batches of every width meet every border of a tile, and a log of three levels.
    @Test
    void howeverALogIsCutIntoBatchesItsFilesAndRootsAreTheSame() {
        int most = 66_000;
        var whole = new MemoryLog();
        whole.add(MemoryLog.entries(0, most));
        var grown = new MemoryLog();
        var frontier = Frontier.empty(TreeHash.SHA_256);
        int step = 1;
        while (grown.size < most) {
            int from = (int) grown.size;
            var entries = MemoryLog.entries(from, Math.min(most, from + step));
            var batch = grown.add(entries);
            assertThat(batch.files().sequencedKeySet())
                    .containsExactlyElementsOf(Tile.between(from, grown.size));
            frontier = frontier.plus(entries.stream().map(TreeHash.SHA_256::leaf).toList());
            assertThat(batch.root()).isEqualTo(frontier.root());
            assertThat(TiledTree.of(whole, most).root(grown.size)).isEqualTo(batch.root());
            step = step < 300 ? step + 7 : step * 3;
        }
        whole.files.forEach((path, bytes) -> assertThat(grown.files).containsEntry(path, bytes));
    }

    @Test
    void proofsOutOfTilesAreThoseOfTheTreeInMemory() {
        var log = new MemoryLog();
        log.add(MemoryLog.entries(0, 700));
        var leaves = MemoryLog.entries(0, 700).stream().map(TreeHash.SHA_256::leaf).toList();
        var memory = MerkleTree.of(leaves);
        var tiled = TiledTree.of(log, 700);
        for (int n = 1; n <= 700; n += 13) {
            assertThat(tiled.inclusion(n / 2, n)).isEqualTo(memory.inclusion(n / 2, n));
            assertThat(tiled.consistency(1 + n / 3, n)).isEqualTo(memory.consistency(1 + n / 3, n));
        }
    }

    @Test
    void aFullFileStandsInForAPartialOneThatWasCleanedAway() {
        var log = new MemoryLog();
        log.add(MemoryLog.entries(0, 200));
        var then = log.root;
        log.add(MemoryLog.entries(200, 300));
        log.files.remove("tile/0/000.p/200");
        log.files.remove("tile/entries/000.p/200");
        assertThat(TiledTree.of(log, 200).root()).isEqualTo(then);
        assertThat(log.need(new Tile(Tile.ENTRIES, 0, 200)))
                .isEqualTo(EntryBundle.write(MemoryLog.entries(0, 200)));
        log.files.remove("tile/0/000");
        assertThatThrownBy(() -> TiledTree.of(log, 200).root())
                .hasMessageContaining("log.tile-missing: tile/0/000.p/200");
    }

    @Test
    void theWorkedExampleHasTheseVeryBytes() throws Exception {
        var log = new MemoryLog();
        byte[] bundle = resource("../vector1/entries.bundle");
        var batch = log.add(EntryBundle.read(bundle, 5, "vector1"));
        assertThat(batch.files().get(new Tile(Tile.ENTRIES, 0, 5))).isEqualTo(bundle);
        assertThat(batch.files().get(new Tile(0, 0, 5)))
                .isEqualTo(resource("../vector1/leaves.tile"));
        assertThat(new String(resource("../vector1/checkpoint"), StandardCharsets.UTF_8))
                .contains("\n5\n" + batch.root().base64() + "\n");
    }

    private static byte[] resource(String name) throws java.io.IOException {
        try (var in = TileTest.class.getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
