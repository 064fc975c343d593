package org.guiju.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.ledger.Samples.refused;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Leaf hashes and file commitments against published or separately computed values.
class LeafHashTest {

    /// transparency-dev/merkle `testonly/constants.go` and `rfc6962/rfc6962_test.go` (Apache-2.0).
    @ParameterizedTest
    @CsvSource({
        ", 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "00, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "10, 0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
        "2021, 07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
        "3031, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "40414243, 4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
        "5051525354555657, b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
        "606162636465666768696a6b6c6d6e6f, 46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1"
    })
    void leavesHashAsRfc6962Has(String leaf, String hash) {
        byte[] bytes = leaf == null ? new byte[0] : HexFormat.of().parseHex(leaf);
        assertThat(HexFormat.of().formatHex(LeafHash.of(bytes))).isEqualTo(hash);
    }

    @Test
    void base64urlHasNoPadding() {
        assertThat(LeafHash.base64url(new byte[] {(byte) 0xfb, (byte) 0xff})).isEqualTo("-_8");
        assertThat(LeafHash.base64url(new byte[32])).isEqualTo("A".repeat(43));
    }

    /// Computed with Python's hashlib over the bytes the Javadoc names.
    @Test
    void aFileCommitmentIsTheHashItsFormNames() {
        var salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        var content =
                HexFormat.of()
                        .parseHex(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(FileCommitment.of(salt, content))
                .isEqualTo("RVUuFVKPJ9ibYxPSg8TOhDHTgJm3MenzmUxAhGAk7ko");
    }

    @Test
    void aFileCommitmentTakesSaltAndHashOfTheirLengthOnly() {
        for (int n : new int[] {0, 15, 17}) {
            assertThat(refused(() -> FileCommitment.of(new byte[n], new byte[32])).fault())
                    .isEqualTo(EntryFault.SALT);
        }
        for (int n : new int[] {0, 31, 33}) {
            assertThat(refused(() -> FileCommitment.of(new byte[16], new byte[n])).fault())
                    .isEqualTo(EntryFault.DIGEST_FORM);
        }
    }
}
