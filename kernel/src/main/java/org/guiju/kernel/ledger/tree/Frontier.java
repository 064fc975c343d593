package org.guiju.kernel.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/// 前沿: all that has to be kept of a tree in order to go on growing it: one whole subtree for each bit of its size.
///
/// @param peaks whole subtrees from the left, the largest first
public record Frontier(TreeHash how, long size, List<Hash> peaks) {
    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new LogException(LogFault.RANGE, peaks.size() + " peaks for size " + size);
        }
    }

    public static Frontier empty(TreeHash how) {
        return new Frontier(how, 0, List.of());
    }

    /// The tree with these leaf hashes added on its right.
    public Frontier plus(Iterable<Hash> leaves) {
        var grown = new ArrayList<>(peaks);
        long n = size;
        for (Hash leaf : leaves) {
            Hash hash = leaf;
            for (long rest = n; (rest & 1) == 1; rest >>= 1) {
                hash = how.node(grown.removeLast(), hash);
            }
            grown.add(hash);
            n++;
        }
        return new Frontier(how, n, grown);
    }

    public Hash root() {
        if (peaks.isEmpty()) {
            return how.empty();
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = how.node(peaks.get(i), root);
        }
        return root;
    }
}
