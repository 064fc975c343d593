package org.guiju.kernel.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 重读重算: reads the files of a log again and hashes everything again, from the entries up. A log does this with what it
/// has just written, before it signs (one wrong bit, signed, ends a log); a monitor does it with the whole log.
public final class LogCheck {
    /// 结果: the root if the files agree with each other.
    ///
    /// @param root empty if a file that leads to it is missing or torn
    public record Result(List<LogFinding> findings, Optional<Hash> root) {
        public Result {
            findings = List.copyOf(findings);
        }

        /// The root, if nothing at all is wrong: what may be signed.
        public Optional<Hash> sound() {
            return findings.isEmpty() ? root : Optional.empty();
        }
    }

    private final TreeHash how;
    private final TileSource files;
    private final long to;
    private final List<LogFinding> findings = new ArrayList<>();

    private LogCheck(TreeHash how, TileSource files, long to) {
        this.how = how;
        this.files = files;
        this.to = to;
    }

    /// Checks what a log of size `to` has beyond one of size `from`, and that it begins with that one.
    ///
    /// @param fromRoot the root signed at `from`; of size 0 that of the empty tree
    public static Result of(TileSource files, long from, Hash fromRoot, long to) {
        return of(TreeHash.SHA_256, files, from, fromRoot, to);
    }

    /// The same of a log that is hashed otherwise.
    public static Result of(TreeHash how, TileSource files, long from, Hash fromRoot, long to) {
        var check = new LogCheck(how, files, to);
        for (Tile tile : Tile.between(from, to)) {
            check.file(tile);
        }
        check.root(from)
                .filter(root -> !root.equals(fromRoot))
                .ifPresent(_ -> check.add(LogFinding.Kind.OLD_ROOT_DIFFERS, "size " + from));
        return new Result(check.findings, check.root(to));
    }

    /// Checks a whole log against the root signed for it.
    public static Result whole(TileSource files, long size, Hash signedRoot) {
        return whole(TreeHash.SHA_256, files, size, signedRoot);
    }

    /// The same of a log that is hashed otherwise.
    public static Result whole(TreeHash how, TileSource files, long size, Hash signedRoot) {
        var result = of(how, files, 0, how.empty(), size);
        if (result.root().filter(root -> !root.equals(signedRoot)).isEmpty()) {
            return result;
        }
        var findings = new ArrayList<>(result.findings());
        findings.add(new LogFinding(LogFinding.Kind.ROOT_DIFFERS, "size " + size));
        return new Result(findings, result.root());
    }

    private void file(Tile tile) {
        try {
            if (tile.entries()) {
                entries(tile);
            } else {
                hashes(tile);
            }
        } catch (LogException e) {
            add(kind(e), e.place());
        }
    }

    /// A leaf tile that cannot be read is found when its own turn comes.
    private void entries(Tile tile) {
        var entries = EntryBundle.read(files.need(tile), tile.width(), tile.path());
        var leaves = new Tile(0, tile.index(), tile.width());
        var hashes = leaves.hashes(files.need(leaves));
        for (int i = 0; i < entries.size(); i++) {
            if (!how.leaf(entries.get(i)).equals(hashes.get(i))) {
                add(
                        LogFinding.Kind.LEAF_DIFFERS,
                        tile.path() + ", entry " + (tile.first() + i) + ", " + leaves.path());
            }
        }
    }

    private void hashes(Tile tile) {
        var hashes = tile.hashes(files.need(tile));
        for (int i = 0; tile.level() > 0 && i < hashes.size(); i++) {
            var below = new Tile(tile.level() - 1, tile.first() + i, Tile.FULL);
            var root = TiledTree.fold(how, below.hashes(files.need(below)));
            if (!root.equals(hashes.get(i))) {
                add(
                        LogFinding.Kind.NODE_DIFFERS,
                        tile.path() + ", hash " + i + ", " + below.path());
            }
        }
    }

    private Optional<Hash> root(long size) {
        try {
            return Optional.of(TiledTree.of(files, how, to).root(size));
        } catch (LogException e) {
            var finding = new LogFinding(kind(e), e.place());
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
            return Optional.empty();
        }
    }

    private static LogFinding.Kind kind(LogException e) {
        return e.fault() == LogFault.TILE_MISSING
                ? LogFinding.Kind.FILE_MISSING
                : LogFinding.Kind.FILE_TORN;
    }

    private void add(LogFinding.Kind kind, String place) {
        var finding = new LogFinding(kind, place);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
