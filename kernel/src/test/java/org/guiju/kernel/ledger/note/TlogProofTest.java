package org.guiju.kernel.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guiju.kernel.ledger.note.ProofVerdict.Missing;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The proof of entry 3 of the worked example, and every way in which it must not hold.
class TlogProofTest {
    private static final byte[] ENTRY = resource("entry3.json");
    private static final String PROOF = text("leaf3.tlog-proof");
    private static final String POLICY = text("policy");

    @Test
    void theWorkedExampleIsProvedAndSaysSinceWhen() {
        var verdict = verdict(PROOF, ENTRY, POLICY);
        assertThat(verdict.missing()).isEmpty();
        assertThat(verdict.proved()).isTrue();
        assertThat(verdict.index()).isEqualTo(3);
        assertThat(verdict.checkpoint().size()).isEqualTo(5);
        assertThat(verdict.witnessed()).containsOnlyKeys("archives");
        assertThat(TlogProof.parse(PROOF)).hasToString(PROOF);
        assertThat(SignedNote.parse(resource("checkpoint")))
                .isEqualTo(TlogProof.parse(PROOF).checkpoint());
    }

    @Test
    void whatIsMissingIsNamed() {
        byte[] other = ENTRY.clone();
        other[100] ^= 1;
        assertThat(verdict(PROOF, other, POLICY).missing()).containsExactly(Missing.INCLUSION);
        assertThat(verdict(PROOF.replace("index 3", "index 2"), ENTRY, POLICY).missing())
                .containsExactly(Missing.INCLUSION);
        var cut = PROOF.substring(0, PROOF.lastIndexOf("— "));
        assertThat(verdict(cut, ENTRY, POLICY).missing()).containsExactly(Missing.QUORUM);
        assertThat(verdict(PROOF.replace("\n5\nNBy", "\n9\nNBy"), ENTRY, POLICY).missing())
                .containsExactly(
                        Missing.BAD_SIGNATURE,
                        Missing.LOG_SIGNATURE,
                        Missing.INCLUSION,
                        Missing.QUORUM);
        assertThat(verdict(PROOF.replace("/2026\n5\n", "/2025\n5\n"), ENTRY, POLICY).missing())
                .contains(Missing.UNKNOWN_LOG);
        assertThat(Missing.BAD_SIGNATURE.code()).isEqualTo("bad-signature");
    }

    /// Only the base64 letters that carry no bits, refused as a second spelling, may fail in another way.
    @Test
    void everyChangedByteOfTheProofIsRefusedOrProvesNothing() {
        byte[] good = PROOF.getBytes(StandardCharsets.UTF_8);
        var passed = new ArrayList<Integer>();
        for (int i = 0; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 << bit);
                try {
                    var proof = TlogProof.parse(bad);
                    var leaf = TreeHash.SHA_256.leaf(ENTRY);
                    if (ProofVerdict.of(proof, leaf, policy(POLICY)).proved()) {
                        passed.add(i);
                    }
                } catch (LogException e) {
                    assertThat(e.fault().remedy()).contains(" / ");
                }
            }
        }
        assertThat(passed).isEmpty();
    }

    @Test
    void extraBytesAreKeptAndProveNothing() {
        var withExtra = PROOF.replace("index 3", "extra aGVsbG8=\nindex 3");
        var proof = TlogProof.parse(withExtra);
        assertThat(proof.extra()).hasValue("aGVsbG8=");
        assertThat(proof).hasToString(withExtra);
        assertThat(verdict(withExtra, ENTRY, POLICY).proved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\nindex 3\n",
                "c2sp.org/tlog-proof@v2\nindex 3\n\na\n5\nNBylvggiYkfmFwMLsYbg7Abm8o1reeG1fMpAwXqeAR8=\n\n— n AAAAAAE=\n",
                "c2sp.org/tlog-proof@v1\nindex 03\n\na\n5\nNBylvggiYkfmFwMLsYbg7Abm8o1reeG1fMpAwXqeAR8=\n\n— n AAAAAAE=\n",
                "c2sp.org/tlog-proof@v1\nindex -3\n\na\n5\nNBylvggiYkfmFwMLsYbg7Abm8o1reeG1fMpAwXqeAR8=\n\n— n AAAAAAE=\n",
                "c2sp.org/tlog-proof@v1\nextra !\nindex 3\n\na\n5\nNBylvggiYkfmFwMLsYbg7Abm8o1reeG1fMpAwXqeAR8=\n\n— n AAAAAAE=\n",
                "c2sp.org/tlog-proof@v1\nindex 3\nAAAA\n\na\n5\nNBylvggiYkfmFwMLsYbg7Abm8o1reeG1fMpAwXqeAR8=\n\n— n AAAAAAE=\n"
            })
    void aProofOfAnyOtherFormIsRefused(String proof) {
        assertThatThrownBy(() -> TlogProof.parse(proof)).isInstanceOf(LogException.class);
    }

    @Test
    void aPathLongerThanAnyTreeIsRefused() {
        var hashes = new ArrayList<Hash>();
        for (int i = 0; i < 64; i++) {
            hashes.add(TreeHash.SHA_256.empty());
        }
        var checkpoint = TlogProof.parse(PROOF).checkpoint();
        assertThat(new TlogProof(3, hashes.subList(0, 63), checkpoint).path()).hasSize(63);
        assertThatThrownBy(() -> new TlogProof(3, hashes, checkpoint))
                .isInstanceOf(LogException.class);
        assertThat(List.of(Missing.values())).hasSize(7);
    }

    private static ProofVerdict verdict(String proof, byte[] entry, String policy) {
        return ProofVerdict.of(
                TlogProof.parse(proof), TreeHash.SHA_256.leaf(entry), policy(policy));
    }

    private static LogPolicy policy(String text) {
        return LogPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (var in = TlogProofTest.class.getResourceAsStream("../vector1/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
