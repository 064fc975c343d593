package org.guiju.kernel.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 证明核验: RFC 9162 §2.1.3.2 and §2.1.4.2, followed step by step. Stricter than C2SP: nothing is proved from size 0.
public final class Proofs {
    private Proofs() {}

    /// The root that this path leads to; empty if the path cannot belong to such a leaf of such a tree.
    public static Optional<Hash> rootOf(
            TreeHash how, Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long fn = index;
        long sn = size - 1;
        Hash root = leaf;
        for (Hash sibling : path) {
            if (sn == 0) {
                return Optional.empty();
            }
            if ((fn & 1) == 1 || fn == sn) {
                root = how.node(sibling, root);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                root = how.node(root, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? Optional.of(root) : Optional.empty();
    }

    public static boolean included(
            TreeHash how, Hash leaf, long index, long size, List<Hash> path, Hash root) {
        return rootOf(how, leaf, index, size, path).filter(root::equals).isPresent();
    }

    /// Whether the tree of size `to` begins with the tree of size `from`.
    public static boolean consistent(
            TreeHash how, long from, Hash fromRoot, long to, Hash toRoot, List<Hash> path) {
        if (from == to) {
            return from > 0 && path.isEmpty() && fromRoot.equals(toRoot);
        }
        return roots(how, from, to, seeded(from, fromRoot, path))
                .filter(both -> both.from().equals(fromRoot) && both.to().equals(toRoot))
                .isPresent();
    }

    /// Step 1 of §2.1.4.2: where the old tree is one whole subtree, its root is the first hash of the path.
    public static List<Hash> seeded(long from, Hash fromRoot, List<Hash> path) {
        if (Long.bitCount(from) != 1) {
            return path;
        }
        var seeded = new ArrayList<Hash>(path.size() + 1);
        seeded.add(fromRoot);
        seeded.addAll(path);
        return seeded;
    }

    /// 两个根: what a path says the two trees are.
    public record Roots(Hash from, Hash to) {}

    /// Both roots that a path leads to, after its step 1. Whoever holds one signed root and a path to another root of the
    /// same size holds the proof that the log told two stories.
    public static Optional<Roots> roots(TreeHash how, long from, long to, List<Hash> seeded) {
        if (from <= 0 || from >= to || seeded.isEmpty()) {
            return Optional.empty();
        }
        int shift = Long.numberOfTrailingZeros(~(from - 1));
        long fn = (from - 1) >> shift;
        long sn = (to - 1) >> shift;
        Hash fr = seeded.getFirst();
        Hash sr = fr;
        for (Hash c : seeded.subList(1, seeded.size())) {
            if (sn == 0) {
                return Optional.empty();
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = how.node(c, fr);
                sr = how.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = how.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? Optional.of(new Roots(fr, sr)) : Optional.empty();
    }
}
