package org.guiju.formats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.EntryBundle;
import org.guiju.kernel.ledger.tree.Frontier;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.MerkleTree;
import org.guiju.kernel.ledger.tree.NodeSource;
import org.guiju.kernel.ledger.tree.Proofs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SM3 and SM2 against published values, and the same five entries under SM3.
class DomesticTest {
    private static final Sm3Tree SM3 = new Sm3Tree();

    @ParameterizedTest
    @CsvSource({
        ", 1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
        "61, 623476ac18f65a2909e43c7fec61b49c7e764a91a18ccb82f1917a29c86c5e88",
        "616263, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "61626364616263646162636461626364616263646162636461626364616263646162636461626364616263646162636461626364616263646162636461626364,"
                + " debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    })
    void sm3IsAsPublished(String message, String digest) {
        byte[] bytes = message == null ? new byte[0] : HexFormat.of().parseHex(message);
        assertThat(HexFormat.of().formatHex(SM3.digest(bytes))).isEqualTo(digest);
    }

    @Test
    void theSecondLogHasItsOwnRootOverTheSameEntries() {
        var entries = EntryBundle.read(Vector1.bytes("entries.bundle"), 5, "vector1");
        var leaves = entries.stream().map(SM3::leaf).toList();
        var root = Frontier.empty(SM3).plus(leaves).root();
        assertThat(root.base64()).isEqualTo(Vector1.text("sm3-root.txt").strip());
        var tree = new MerkleTree(SM3, NodeSource.of(leaves, SM3), 5);
        assertThat(Proofs.included(SM3, leaves.get(3), 3, 5, tree.inclusion(3, 5), root)).isTrue();
        assertThat(Sm3Tree.origin("ledger.example/2026")).isEqualTo("ledger.example/2026/sm3");
    }

    /// GB/T 32918.5—2017, annex A.2: secret, public point, "message digest", r ‖ s.
    @Test
    void sm2VerifiesTheExampleOfTheStandard() {
        var secret =
                new BigInteger(
                        "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);
        byte[] point =
                HexFormat.of()
                        .parseHex(
                                "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                                        + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
        byte[] signature =
                HexFormat.of()
                        .parseHex(
                                "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                                        + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
        var key = new Sm2Key("example", point);
        assertThat(Sm2Key.of("example", secret).id()).isEqualTo(key.id());
        assertThat(key.verify("message digest", signature)).isPresent();
        for (int i = 0; i < signature.length; i++) {
            byte[] other = signature.clone();
            other[i] ^= 1;
            assertThat(key.verify("message digest", other)).isEmpty();
        }
        assertThat(key.verify("message digesu", signature)).isEmpty();
        assertThat(
                        key.verifies(
                                "message digest".getBytes(StandardCharsets.US_ASCII),
                                new byte[16],
                                signature))
                .isFalse();
    }

    @Test
    void anSm2KeyIsReadBackFromItsTextAndItsFile() {
        var random = new SecureRandom();
        var line = Sm2Signer.create("ledger.example/2026/sm3", random);
        var signer = Sm2Signer.read(line, random);
        var vkey = signer.key().toString();
        assertThat(Sm2Key.looksLike(vkey)).isTrue();
        assertThat(Sm2Key.parse(vkey)).hasToString(vkey);
        assertThat(signer.toString()).doesNotContain(line.strip().substring(line.length() - 65));
        var checkpoint = new Checkpoint("ledger.example/2026/sm3", 0, SM3.empty());
        var note = checkpoint.signed(List.of(signer.sign(checkpoint)));
        var read = Sm2Key.parse(vkey);
        assertThat(note.check(List.of(read)).by(read)).isPresent();
        var base64 = vkey.substring(vkey.lastIndexOf('+') + 1);
        for (var other :
                List.of(
                        vkey.replace("ledger", "ladger"),
                        vkey.replace(base64, "A" + base64.substring(1)),
                        "x+00000000+AQ==",
                        "nonsense")) {
            assertThatThrownBy(() -> Sm2Key.parse(other)).isInstanceOf(LogException.class);
        }
        assertThat(Sm2Key.looksLike("nonsense")).isFalse();
        for (var torn : List.of(line.replace("SM2+", "SM4+"), line.substring(9), zero(line))) {
            assertThatThrownBy(() -> Sm2Signer.read(torn, random))
                    .isInstanceOf(LogException.class)
                    .hasMessageNotContaining(line.substring(line.length() - 65).strip());
        }
    }

    private static String zero(String line) {
        return line.substring(0, line.length() - 65) + "0".repeat(64) + "\n";
    }

    @Test
    void anSm2LineStandsOnANoteLikeAnyOther() {
        var secret = new BigInteger(250, new SecureRandom()).add(BigInteger.TWO);
        var key = Sm2Key.of("ledger.example/2026/sm3", secret);
        var text = new Checkpoint("ledger.example/2026/sm3", 0, SM3.empty()).text();
        var line = key.sign(text, secret, new SecureRandom());
        var note = SignedNote.parse(new SignedNote(text, List.of(line)).bytes());
        assertThat(note.check(List.of(key)).good()).containsOnlyKeys(key);
        assertThat(new SignedNote("other\n", List.of(line)).check(List.of(key)).bad()).hasSize(1);
        assertThatThrownBy(() -> new Sm2Key("x", new byte[65])).isInstanceOf(LogException.class);
        assertThatThrownBy(() -> new Sm2Key("x", new byte[64])).isInstanceOf(LogException.class);
    }
}
