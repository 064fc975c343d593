package org.guiju.kernel.ledger.tree;

import java.util.Optional;

/// 瓦片来源: the files of a log, wherever they lie. Their bytes are believed only after they have led to a signed root.
@FunctionalInterface
public interface TileSource {
    /// @return the file's bytes; empty if there is none
    Optional<byte[]> read(Tile tile);

    /// The file that must be there; of a partial one, the full one may have taken its place (tlog-tiles, "Partial Tiles").
    ///
    /// @throws LogException with [LogFault#TILE_MISSING] or [LogFault#TILE_LENGTH]
    default byte[] need(Tile tile) {
        var found = read(tile);
        if (found.isPresent()) {
            return tile.checked(found.get());
        }
        var full = tile.full();
        byte[] whole =
                (full.equals(tile) ? Optional.<byte[]>empty() : read(full))
                        .orElseThrow(() -> new LogException(LogFault.TILE_MISSING, tile.path()));
        return tile.cutFrom(full.checked(whole));
    }
}
