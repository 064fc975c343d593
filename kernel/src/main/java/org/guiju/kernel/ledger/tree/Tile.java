package org.guiju.kernel.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// 瓦片: one file of a log: up to 256 hashes of one height of the tree, or the entries under one tile of leaves.
///
/// Source: C2SP tlog-tiles, "Merkle Tree" and "Log entries".
///
/// @param level 0 holds leaf hashes, 1 the roots of full tiles of level 0, …; [#ENTRIES] holds the entries themselves
/// @param index of the tile within its level
/// @param width how many hashes or entries, 1 to [#FULL]
public record Tile(int level, long index, int width) {
    public static final int FULL = 256;
    public static final int ENTRIES = -1;
    static final int HEIGHT = 8;

    private static final int TOP = 63;
    private static final Pattern PATH =
            Pattern.compile(
                    "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > TOP || index < 0 || width < 1 || width > FULL) {
            throw new LogException(
                    LogFault.TILE_PATH, "level " + level + " tile " + index + " width " + width);
        }
    }

    public boolean entries() {
        return level == ENTRIES;
    }

    /// How many hashes a level has when the log has so many leaves.
    public static long count(int level, long size) {
        int shift = HEIGHT * Math.max(level, 0);
        return shift >= Long.SIZE ? 0 : size >> shift;
    }

    /// The tile that holds the hash (or entry) number `n` of its level, as wide as a log of this size has it.
    public static Tile holding(int level, long n, long size) {
        long index = n / FULL;
        long width = Math.min(FULL, count(level, size) - index * FULL);
        if (n < 0 || width < 1 || n - index * FULL >= width) {
            throw new LogException(
                    LogFault.RANGE, "hash " + n + " of level " + level + " at size " + size);
        }
        return new Tile(level, index, (int) width);
    }

    /// 新瓦片: the files that a log of size `to` has and one of size `from` had not, in the order in which to write them:
    /// entries before the hashes that vouch for them, lower levels before higher ones.
    public static List<Tile> between(long from, long to) {
        if (from < 0 || from > to) {
            throw new LogException(LogFault.RANGE, "sizes " + from + " and " + to);
        }
        var tiles = new ArrayList<Tile>();
        for (int level = ENTRIES; level <= TOP; level++) {
            long had = count(level, from);
            long has = count(level, to);
            if (has == had) {
                break;
            }
            for (long n = had / FULL * FULL; n < has; n += FULL) {
                tiles.add(holding(level, n, to));
            }
        }
        return List.copyOf(tiles);
    }

    /// `tile/0/x001/x234/067.p/12`, below the log's prefix.
    public String path() {
        var number = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/"
                + (entries() ? "entries" : level)
                + "/"
                + number
                + (width == FULL ? "" : ".p/" + width);
    }

    /// @throws LogException with [LogFault#TILE_PATH] for any other spelling
    public static Tile parse(String path) {
        var matcher = PATH.matcher(path);
        try {
            if (matcher.matches()) {
                var level = matcher.group(1);
                var width = matcher.group(3);
                var tile =
                        new Tile(
                                level.equals("entries") ? ENTRIES : Integer.parseInt(level),
                                Long.parseLong(matcher.group(2).replaceAll("[x/]", "")),
                                width == null ? FULL : Integer.parseInt(width));
                if (tile.path().equals(path)) {
                    return tile;
                }
            }
        } catch (NumberFormatException e) {
            // more digits than any log has tiles: refused below
        }
        throw new LogException(LogFault.TILE_PATH, path);
    }

    public Tile full() {
        return new Tile(level, index, FULL);
    }

    /// Number within its level of the first hash or entry.
    public long first() {
        return index * FULL;
    }

    /// The hashes of a tile of hashes.
    public List<Hash> hashes(byte[] bytes) {
        checked(bytes);
        var hashes = new ArrayList<Hash>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.at(bytes, i));
        }
        return hashes;
    }

    byte[] checked(byte[] bytes) {
        if (!entries() && bytes.length != width * Hash.BYTES) {
            throw new LogException(LogFault.TILE_LENGTH, path() + ", " + bytes.length + " bytes");
        }
        return bytes;
    }

    /// This tile's bytes from those of the full one.
    byte[] cutFrom(byte[] whole) {
        return entries()
                ? EntryBundle.write(EntryBundle.read(whole, FULL, full().path()).subList(0, width))
                : Arrays.copyOf(whole, width * Hash.BYTES);
    }
}
