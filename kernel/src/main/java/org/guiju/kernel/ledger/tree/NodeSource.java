package org.guiju.kernel.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/// 结点来源: hashes of whole subtrees, from memory or from tiles.
@FunctionalInterface
public interface NodeSource {
    /// @param level 0 for leaves
    /// @param index of the subtree of 2^level leaves, from the left
    Hash node(int level, long index);

    /// All nodes over these leaves, held in memory.
    static NodeSource of(List<Hash> leaves, TreeHash how) {
        var levels = new ArrayList<List<Hash>>();
        List<Hash> level = List.copyOf(leaves);
        while (!level.isEmpty()) {
            levels.add(level);
            var above = new ArrayList<Hash>(level.size() / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(how.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return (height, index) -> levels.get(height).get(Math.toIntExact(index));
    }
}
