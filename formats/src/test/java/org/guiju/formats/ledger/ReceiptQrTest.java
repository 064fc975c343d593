package org.guiju.formats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.ProofVerdict.Missing;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.Test;

/// The code on a paper against the worked example, and every byte of it.
class ReceiptQrTest {
    private static final String URL = Vector1.text("qr.txt").strip();

    @Test
    void theProofOfTheWorkedExampleBecomesThisVeryCode() {
        var proof = TlogProof.parse(Vector1.bytes("leaf3.tlog-proof"));
        var code =
                ReceiptQr.of(
                        proof,
                        TreeHash.SHA_256.leaf(Vector1.bytes("entry3.json")),
                        Vector1.policy());
        assertThat(code.url("ledger.example.gov.cn")).isEqualTo(URL);
        assertThat(ReceiptQr.parse(URL)).isEqualTo(code);
    }

    @Test
    void theCodeProvesTheSameAsTheProof() {
        var verdict = ReceiptQr.parse(URL).check(Vector1.policy());
        assertThat(verdict.missing()).isEmpty();
        assertThat(verdict.checkpoint().text())
                .isEqualTo(Vector1.text("checkpoint").split("\n\n")[0] + "\n");
        assertThat(verdict.witnessed()).containsOnlyKeys("archives");
        assertThat(
                        ReceiptQr.parse(URL.substring(URL.indexOf('#') + 1))
                                .check(Vector1.policy())
                                .proved())
                .isTrue();
    }

    @Test
    void everyChangedByteIsRefusedOrProvesNothing() {
        byte[] good = Base64.getUrlDecoder().decode(URL.substring(URL.indexOf('#') + 1));
        for (int i = 0; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 << bit);
                assertThat(proves(bad)).as("byte " + i + " bit " + bit).isFalse();
            }
        }
        for (int n = 0; n < good.length; n++) {
            assertThat(proves(Arrays.copyOf(good, n))).as("cut to " + n).isFalse();
        }
        assertThat(proves(Arrays.copyOf(good, good.length + 1))).isFalse();
        assertThat(proves(good)).isTrue();
    }

    private static boolean proves(byte[] code) {
        try {
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(code);
            return ReceiptQr.parse(text).check(Vector1.policy()).proved();
        } catch (LogException e) {
            return false;
        }
    }

    @Test
    void underAPolicyOfAnotherLogItSaysThatTheLogIsUnknown() {
        var stranger =
                LogPolicy.parse(
                        Vector1.text("policy")
                                .lines()
                                .filter(l -> !l.startsWith("log"))
                                .toList()
                                .stream()
                                .reduce("", (a, b) -> a + b + "\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var verdict = ReceiptQr.parse(URL).check(stranger);
        assertThat(verdict.checkpoint().origin()).isEqualTo("sha256:6694eec6");
        assertThat(verdict.missing()).contains(Missing.UNKNOWN_LOG);
    }

    @Test
    void aNumberHasItsShortestFormAlone() {
        byte[] good = Base64.getUrlDecoder().decode(URL.substring(URL.indexOf('#') + 1));
        byte[] longer = new byte[good.length + 1];
        System.arraycopy(good, 0, longer, 0, 5);
        longer[5] = (byte) 0x83;
        longer[6] = 0;
        System.arraycopy(good, 6, longer, 7, good.length - 6);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(longer);
        assertThatThrownBy(() -> ReceiptQr.parse(text)).hasMessageContaining("log.number");
        assertThatThrownBy(() -> ReceiptQr.parse("https://x/v#" + "="))
                .hasMessageContaining("log.base64");
    }
}
