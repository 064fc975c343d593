package org.guiju.kernel.ledger.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// 瓦片树: reads the nodes of a log of one size out of its tiles, each tile once.
public final class TiledTree implements NodeSource {
    private static final int KEPT = 64;

    private final TileSource tiles;
    private final TreeHash how;
    private final long size;
    private final Map<Tile, List<Hash>> read =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Tile, List<Hash>> eldest) {
                    return size() > KEPT;
                }
            };

    private TiledTree(TileSource tiles, TreeHash how, long size) {
        this.tiles = tiles;
        this.how = how;
        this.size = size;
    }

    /// The tree of a log of this size. Its proofs say what the tiles say; compare its root with a signed one.
    public static MerkleTree of(TileSource tiles, long size) {
        return of(tiles, TreeHash.SHA_256, size);
    }

    public static MerkleTree of(TileSource tiles, TreeHash how, long size) {
        return new MerkleTree(how, new TiledTree(tiles, how, size), size);
    }

    @Override
    public Hash node(int level, long index) {
        int tileLevel = level / Tile.HEIGHT;
        int height = level % Tile.HEIGHT;
        long first = index << height;
        var tile = Tile.holding(tileLevel, first + (1L << height) - 1, size);
        var hashes = read.computeIfAbsent(tile, t -> t.hashes(tiles.need(t)));
        int from = (int) (first - tile.first());
        return fold(how, hashes.subList(from, from + (1 << height)));
    }

    /// The root over a power of two of hashes.
    static Hash fold(TreeHash how, List<Hash> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int half = hashes.size() / 2;
        return how.node(
                fold(how, hashes.subList(0, half)), fold(how, hashes.subList(half, hashes.size())));
    }
}
