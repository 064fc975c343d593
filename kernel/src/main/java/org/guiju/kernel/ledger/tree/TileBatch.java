package org.guiju.kernel.ledger.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// 一批瓦片: the files that new entries add to a log, ready to be written in this order. Nothing is written here.
///
/// @param from size of the log before
/// @param to size after
/// @param files each with its bytes; not to be changed
/// @param root of the log after, computed from these bytes and the older files they build on
public record TileBatch(long from, long to, SequencedMap<Tile, byte[]> files, Hash root) {
    public TileBatch {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    /// @param before files of the log as far as it goes: only its last, partial files and older roots are read
    /// @param from size of the log before
    /// @param entries in the order of their indices
    public static TileBatch of(TileSource before, long from, List<byte[]> entries) {
        return of(TreeHash.SHA_256, before, from, entries);
    }

    /// The same of a log that is hashed otherwise.
    public static TileBatch of(TreeHash how, TileSource before, long from, List<byte[]> entries) {
        long to = from + entries.size();
        var files = new LinkedHashMap<Tile, byte[]>();
        putEntries(files, before, from, to, entries);
        List<Hash> fresh = entries.stream().map(how::leaf).toList();
        for (int level = 0; !fresh.isEmpty(); level++) {
            fresh = putHashes(how, files, before, level, from, to, fresh);
        }
        TileSource after = tile -> Optional.ofNullable(files.get(tile)).or(() -> before.read(tile));
        return new TileBatch(from, to, files, TiledTree.of(after, how, to).root());
    }

    private static void putEntries(
            SequencedMap<Tile, byte[]> files,
            TileSource before,
            long from,
            long to,
            List<byte[]> entries) {
        var row = new ArrayList<byte[]>();
        if (from % Tile.FULL > 0) {
            var partial = Tile.holding(Tile.ENTRIES, from - 1, from);
            row.addAll(EntryBundle.read(before.need(partial), partial.width(), partial.path()));
        }
        row.addAll(entries);
        long first = from / Tile.FULL * Tile.FULL;
        for (int at = 0; first + at < to; at += Tile.FULL) {
            var tile = Tile.holding(Tile.ENTRIES, first + at, to);
            files.put(tile, EntryBundle.write(row.subList(at, at + tile.width())));
        }
    }

    /// @return the roots of the tiles of this level that have become full
    private static List<Hash> putHashes(
            TreeHash how,
            SequencedMap<Tile, byte[]> files,
            TileSource before,
            int level,
            long from,
            long to,
            List<Hash> fresh) {
        long had = Tile.count(level, from);
        var row = new ArrayList<Hash>();
        if (had % Tile.FULL > 0) {
            var partial = Tile.holding(level, had - 1, from);
            row.addAll(partial.hashes(before.need(partial)));
        }
        row.addAll(fresh);
        long first = had / Tile.FULL * Tile.FULL;
        var full = new ArrayList<Hash>();
        for (int at = 0; at < row.size(); at += Tile.FULL) {
            var tile = Tile.holding(level, first + at, to);
            var hashes = row.subList(at, at + tile.width());
            files.put(tile, bytes(hashes));
            if (tile.width() == Tile.FULL) {
                full.add(TiledTree.fold(how, hashes));
            }
        }
        return full;
    }

    private static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }
}
