package org.guiju.kernel.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The slow twin: RFC 9162 §2.1 written down as it reads, over lists of leaves, compared at every size 0 … 257.
class MerkleTwinTest {
    private static final int MOST = 257;
    private static final TreeHash HOW = TreeHash.SHA_256;
    private static final List<Hash> LEAVES =
            IntStream.range(0, MOST)
                    .mapToObj(i -> HOW.leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
                    .toList();

    private final Map<List<Integer>, Hash> known = new HashMap<>();

    private Hash slowRoot(int from, int to) {
        if (from == to) {
            return HOW.empty();
        }
        if (to - from == 1) {
            return LEAVES.get(from);
        }
        var cached = known.get(List.of(from, to));
        if (cached != null) {
            return cached;
        }
        int k = split(to - from);
        var root = HOW.node(slowRoot(from, from + k), slowRoot(from + k, to));
        known.put(List.of(from, to), root);
        return root;
    }

    /// The largest power of two smaller than n.
    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    /// PATH(m, D_n), §2.1.3.1.
    private List<Hash> slowPath(int m, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int k = split(to - from);
        var path =
                new ArrayList<>(
                        m < k ? slowPath(m, from, from + k) : slowPath(m - k, from + k, to));
        path.add(m < k ? slowRoot(from + k, to) : slowRoot(from, from + k));
        return path;
    }

    /// SUBPROOF(m, D_n, b), §2.1.4.1.
    private List<Hash> slowSubproof(int m, int from, int to, boolean b) {
        if (m == to - from) {
            return b ? List.of() : List.of(slowRoot(from, to));
        }
        int k = split(to - from);
        var proof =
                new ArrayList<>(
                        m <= k
                                ? slowSubproof(m, from, from + k, b)
                                : slowSubproof(m - k, from + k, to, false));
        proof.add(m <= k ? slowRoot(from + k, to) : slowRoot(from, from + k));
        return proof;
    }

    @Test
    void rootsAreTheTwinsAtEverySize() {
        var tree = MerkleTree.of(LEAVES);
        var grown = Frontier.empty(HOW);
        for (int n = 0; n <= MOST; n++) {
            assertThat(tree.root(n)).isEqualTo(slowRoot(0, n));
            assertThat(grown.root()).isEqualTo(slowRoot(0, n));
            assertThat(MerkleTree.of(LEAVES.subList(0, n)).root()).isEqualTo(slowRoot(0, n));
            if (n < MOST) {
                grown = grown.plus(List.of(LEAVES.get(n)));
            }
        }
    }

    @Test
    void inclusionProofsAreTheTwinsAtEverySizeAndIndexAndHold() {
        var tree = MerkleTree.of(LEAVES);
        for (int n = 1; n <= MOST; n++) {
            for (int m = 0; m < n; m++) {
                var path = tree.inclusion(m, n);
                assertThat(path).isEqualTo(slowPath(m, 0, n));
                assertThat(Proofs.included(HOW, LEAVES.get(m), m, n, path, slowRoot(0, n)))
                        .isTrue();
            }
        }
    }

    @Test
    void consistencyProofsAreTheTwinsAtEveryPairOfSizesAndHold() {
        var tree = MerkleTree.of(LEAVES);
        for (int n = 1; n <= MOST; n++) {
            for (int m = 1; m <= n; m++) {
                var path = tree.consistency(m, n);
                assertThat(path).isEqualTo(slowSubproof(m, 0, n, true));
                assertThat(Proofs.consistent(HOW, m, slowRoot(0, m), n, slowRoot(0, n), path))
                        .isTrue();
            }
        }
    }

    @Test
    void noProofHoldsForAnotherPlaceSizeOrBit() {
        long seed = 20261122;
        var random = new Random(seed);
        var tree = MerkleTree.of(LEAVES);
        for (int round = 0; round < 2000; round++) {
            int n = 2 + random.nextInt(MOST - 1);
            int m = random.nextInt(n);
            int other = (m + 1 + random.nextInt(n - 1)) % n;
            var path = new ArrayList<>(tree.inclusion(m, n));
            var leaf = LEAVES.get(m);
            var root = slowRoot(0, n);
            assertThat(Proofs.included(HOW, leaf, other, n, path, root))
                    .as("seed %s", seed)
                    .isFalse();
            int bit = random.nextInt(path.size() * 256);
            byte[] bytes = path.get(bit / 256).bytes();
            bytes[bit % 256 / 8] ^= (byte) (1 << (bit % 8));
            path.set(bit / 256, Hash.of(bytes));
            assertThat(Proofs.included(HOW, leaf, m, n, path, root)).as("seed %s", seed).isFalse();
        }
    }

    @Test
    void whatIsOutOfRangeIsRefusedWithItsPlace() {
        var tree = MerkleTree.of(LEAVES);
        assertThatThrownBy(() -> tree.inclusion(257, 257)).hasMessageContaining("log.range");
        assertThatThrownBy(() -> tree.inclusion(-1, 257)).hasMessageContaining("log.range");
        assertThatThrownBy(() -> tree.inclusion(0, 258)).hasMessageContaining("log.range");
        assertThatThrownBy(() -> tree.consistency(0, 5)).hasMessageContaining("sizes 0 and 5");
        assertThatThrownBy(() -> tree.consistency(6, 5)).hasMessageContaining("sizes 6 and 5");
        assertThatThrownBy(() -> tree.root(258)).hasMessageContaining("size 258");
        assertThatThrownBy(() -> new Frontier(HOW, 3, List.of(HOW.empty())))
                .hasMessageContaining("1 peaks for size 3");
    }

    @Test
    void aHashHasThirtyTwoBytesAndOneSpelling() {
        for (int n : new int[] {0, 31, 33, 64}) {
            assertThatThrownBy(() -> Hash.of(new byte[n])).hasMessageContaining("log.hash-length");
        }
        assertThat(Hash.parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=").bytes())
                .isEqualTo(new byte[32]);
        for (String text :
                List.of(
                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=",
                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                        "-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        " AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "")) {
            assertThatThrownBy(() -> Hash.parse(text)).as(text).isInstanceOf(LogException.class);
        }
    }
}
