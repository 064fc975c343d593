package org.guiju.kernel.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values that others published: transparency-dev/merkle `testonly/constants.go`, `testdata/inclusion`,
/// `testdata/consistency` (Apache-2.0).
class MerkleVectorsTest {
    private static final TreeHash HOW = TreeHash.SHA_256;

    private static final List<Hash> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(hex -> HOW.leaf(HexFormat.of().parseHex(hex)))
                    .toList();

    private static final List<String> ROOTS =
            List.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theRootOfEachSizeIsThePublishedOne() {
        var tree = MerkleTree.of(LEAVES);
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(tree.root(size).hex()).isEqualTo(ROOTS.get(size));
            assertThat(Frontier.empty(HOW).plus(LEAVES.subList(0, size)).root().hex())
                    .isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void aNodeHashesWithItsPrefix() {
        byte[] left = "N123".getBytes(StandardCharsets.US_ASCII);
        byte[] right = "N456".getBytes(StandardCharsets.US_ASCII);
        assertThat(HexFormat.of().formatHex(HOW.digest(new byte[] {1}, left, right)))
                .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
        assertThat(HOW.leaf("L123456".getBytes(StandardCharsets.US_ASCII)).hex())
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
        var nodes = NodeSource.of(LEAVES, HOW);
        assertThat(nodes.node(1, 2).hex())
                .isEqualTo("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a");
        assertThat(nodes.node(2, 1).hex())
                .isEqualTo("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1|bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=|"
                        + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=|",
                "0|8|bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=|"
                        + "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=|"
                        + "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=,"
                        + "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=,"
                        + "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
                "5|8|QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=|"
                        + "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=|"
                        + "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=,"
                        + "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=,"
                        + "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
                "2|3|ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=|"
                        + "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=|"
                        + "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
                "1|5|lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=|"
                        + "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=|"
                        + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=,"
                        + "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=,"
                        + "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms="
            })
    void publishedInclusionProofsHoldAndAreTheOnesMade(
            long index, long size, String leaf, String root, String path) {
        var proof = hashes(path);
        assertThat(LEAVES.get((int) index)).isEqualTo(Hash.parse(leaf));
        assertThat(MerkleTree.of(LEAVES).inclusion(index, size)).isEqualTo(proof);
        assertThat(included(leaf, index, size, proof, root)).isTrue();
        // As transparency-dev's own negatives: another index, size, root, leaf, a longer or a
        // shorter path.
        assertThat(included(leaf, index + 1, size, proof, root)).isFalse();
        assertThat(included(leaf, index - 1, size, proof, root)).isFalse();
        assertThat(included(leaf, index ^ 2, size, proof, root)).isFalse();
        assertThat(included(leaf, index, size * 2, proof, root)).isFalse();
        assertThat(included(leaf, index, size / 2, proof, root)).isFalse();
        assertThat(included(leaf, index, 0, proof, root)).isFalse();
        assertThat(included(ROOTS.getFirst(), index, size, proof, root)).isFalse();
        assertThat(included(leaf, index, size, proof, ROOTS.getFirst())).isFalse();
        assertThat(included(leaf, index, size, longer(proof), root)).isFalse();
        for (int i = 0; i < proof.size(); i++) {
            assertThat(included(leaf, index, size, proof.subList(0, i), root)).isFalse();
            assertThat(included(leaf, index, size, swapped(proof, i), root)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1|bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=|"
                        + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=|",
                "1|8|bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=|"
                        + "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=|"
                        + "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=,"
                        + "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=,"
                        + "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
                "6|8|duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=|"
                        + "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=|"
                        + "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=,"
                        + "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=,"
                        + "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
                "2|5|+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=|"
                        + "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=|"
                        + "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=,"
                        + "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
                "6|7|duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=|"
                        + "3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=|"
                        + "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=,"
                        + "sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=,"
                        + "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc="
            })
    void publishedConsistencyProofsHoldAndAreTheOnesMade(
            long from, long to, String fromRoot, String toRoot, String path) {
        var proof = hashes(path);
        assertThat(MerkleTree.of(LEAVES).consistency(from, to)).isEqualTo(proof);
        assertThat(consistent(from, fromRoot, to, toRoot, proof)).isTrue();
        assertThat(consistent(from - 1, fromRoot, to, toRoot, proof)).isFalse();
        assertThat(consistent(from + 1, fromRoot, to, toRoot, proof)).isFalse();
        assertThat(consistent(from ^ 2, fromRoot, to, toRoot, proof)).isFalse();
        assertThat(consistent(from, fromRoot, to * 2, toRoot, proof)).isFalse();
        assertThat(consistent(from, fromRoot, to / 2, toRoot, proof)).isFalse();
        assertThat(consistent(to + 1, fromRoot, to, toRoot, proof)).isFalse();
        assertThat(consistent(from, ROOTS.getFirst(), to, toRoot, proof)).isFalse();
        assertThat(consistent(from, fromRoot, to, ROOTS.getFirst(), proof)).isFalse();
        assertThat(consistent(from, fromRoot, to, toRoot, longer(proof))).isFalse();
        for (int i = 0; i < proof.size(); i++) {
            assertThat(consistent(from, fromRoot, to, toRoot, proof.subList(0, i))).isFalse();
            assertThat(consistent(from, fromRoot, to, toRoot, swapped(proof, i))).isFalse();
        }
    }

    /// Stricter than C2SP: the empty tree proves nothing about what follows.
    @Test
    void nothingIsConsistentWithSizeZero() {
        var empty = HOW.empty().base64();
        var eight = Hash.of(HexFormat.of().parseHex(ROOTS.getLast())).base64();
        assertThat(consistent(0, empty, 8, eight, List.of())).isFalse();
        assertThat(consistent(0, empty, 0, empty, List.of())).isFalse();
        assertThat(consistent(0, eight, 8, eight, List.of())).isFalse();
        assertThat(consistent(8, eight, 8, eight, List.of())).isTrue();
        assertThat(consistent(8, eight, 8, eight, List.of(HOW.empty()))).isFalse();
    }

    private static boolean included(
            String leaf, long index, long size, List<Hash> path, String root) {
        return Proofs.included(HOW, hash(leaf), index, size, path, hash(root));
    }

    private static boolean consistent(
            long from, String fromRoot, long to, String toRoot, List<Hash> path) {
        return Proofs.consistent(HOW, from, hash(fromRoot), to, hash(toRoot), path);
    }

    private static Hash hash(String text) {
        return text.length() == 64 ? Hash.of(HexFormat.of().parseHex(text)) : Hash.parse(text);
    }

    private static List<Hash> hashes(String path) {
        return path == null ? List.of() : Stream.of(path.split(",")).map(Hash::parse).toList();
    }

    private static List<Hash> longer(List<Hash> path) {
        var longer = new ArrayList<>(path);
        longer.add(HOW.empty());
        return longer;
    }

    private static List<Hash> swapped(List<Hash> path, int at) {
        var swapped = new ArrayList<>(path);
        swapped.set(at, HOW.empty());
        return swapped;
    }
}
