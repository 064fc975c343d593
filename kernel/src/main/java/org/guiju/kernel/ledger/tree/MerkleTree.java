package org.guiju.kernel.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/// 默克尔树: roots and proofs of a log of a given size, and of every smaller size it once had.
///
/// Source: RFC 9162 §2.1.1 (root), §2.1.3.1 (inclusion), §2.1.4.1 (consistency).
///
/// @param size number of leaves
/// @param nodes whole subtrees among these leaves
public record MerkleTree(TreeHash how, NodeSource nodes, long size) {
    public MerkleTree {
        if (size < 0) {
            throw new LogException(LogFault.RANGE, "size " + size);
        }
    }

    /// A tree in memory, hashed as logs are.
    public static MerkleTree of(List<Hash> leaves) {
        return new MerkleTree(
                TreeHash.SHA_256, NodeSource.of(leaves, TreeHash.SHA_256), leaves.size());
    }

    public Hash root() {
        return root(size);
    }

    /// The root this log had when it had so many leaves.
    public Hash root(long at) {
        within(at >= 0 && at <= size, "size " + at);
        return at == 0 ? how.empty() : range(0, at);
    }

    /// 包含证明, from the leaf's sibling up.
    public List<Hash> inclusion(long index, long at) {
        within(at <= size && index >= 0 && index < at, "index " + index + " of " + at);
        var path = new ArrayList<Hash>();
        inclusion(path, index, 0, at);
        return List.copyOf(path);
    }

    /// 一致性证明 between two sizes. There is none from size 0: the empty tree says nothing about what follows.
    public List<Hash> consistency(long from, long to) {
        within(from > 0 && from <= to && to <= size, "sizes " + from + " and " + to);
        var path = new ArrayList<Hash>();
        consistency(path, from, 0, to, true);
        return List.copyOf(path);
    }

    private static void within(boolean held, String place) {
        if (!held) {
            throw new LogException(LogFault.RANGE, place);
        }
    }

    private Hash range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.node(level, from >> level);
        }
        long middle = from + Long.highestOneBit(width);
        return how.node(range(from, middle), range(middle, to));
    }

    private void inclusion(List<Hash> path, long index, long from, long to) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (index < middle) {
            inclusion(path, index, from, middle);
            path.add(range(middle, to));
        } else {
            inclusion(path, index, middle, to);
            path.add(range(from, middle));
        }
    }

    /// @param whole whether the old tree is all of this subtree's left part, so that its root is already known
    private void consistency(List<Hash> path, long old, long from, long to, boolean whole) {
        if (old == to) {
            if (!whole) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (old <= middle) {
            consistency(path, old, from, middle, whole);
            path.add(range(middle, to));
        } else {
            consistency(path, old, middle, to, false);
            path.add(range(from, middle));
        }
    }
}
