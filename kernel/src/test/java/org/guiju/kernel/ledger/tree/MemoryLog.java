package org.guiju.kernel.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A log whose files lie in memory and can be lied about.
final class MemoryLog implements TileSource {
    final Map<String, byte[]> files = new HashMap<>();
    long size;
    Hash root = TreeHash.SHA_256.empty();

    static List<byte[]> entries(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> ("{\"entry\":" + i + "}").getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    TileBatch add(List<byte[]> entries) {
        var batch = TileBatch.of(this, size, entries);
        batch.files().forEach((tile, bytes) -> files.put(tile.path(), bytes));
        size = batch.to();
        root = batch.root();
        return batch;
    }

    @Override
    public Optional<byte[]> read(Tile tile) {
        return Optional.ofNullable(files.get(tile.path()));
    }
}
