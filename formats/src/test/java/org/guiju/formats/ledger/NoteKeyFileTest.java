package org.guiju.formats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.Cosignature;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Key files, against Go's published one (golang.org/x/mod `sumdb/note`, BSD-3-Clause).
class NoteKeyFileTest {
    private static final String PUBLISHED =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    @Test
    void thePublishedKeySignsThePublishedSignature() {
        var signer = NoteKeyFile.read(PUBLISHED);
        assertThat(signer.key())
                .hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var text =
                """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        var line =
                SignedNote.parse(
                                text
                                        + "\n— PeterNeumann"
                                        + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")
                        .signatures()
                        .getFirst();
        assertThat(signer.sign(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(line.signature());
    }

    @ParameterizedTest
    @EnumSource
    void aNewKeyIsReadAgainAsTheSameAndSigns(SignatureType type) {
        var line = NoteKeyFile.create("w.example/档案馆", type, new SecureRandom());
        var signer = NoteKeyFile.read(line);
        assertThat(NoteKeyFile.read(line).key()).isEqualTo(signer.key());
        assertThat(VerifierKey.parse(signer.key().toString())).isEqualTo(signer.key());
        var checkpoint = new Checkpoint("l.example", 0, TreeHash.SHA_256.empty());
        var note =
                checkpoint.signed(
                        List.of(Cosignature.of(checkpoint, signer, Instant.EPOCH.plusSeconds(1))));
        assertThat(note.check(List.of(signer.key())).good()).hasSize(1);
        // The last part is base64, which may itself have a plus anywhere, also at its end.
        assertThat(signer.toString()).doesNotContain(line.strip().split("\\+", 5)[4]);
    }

    @Test
    void aDamagedKeyIsRefusedWithoutBeingQuoted() {
        for (String bad :
                List.of(
                        PUBLISHED.replace("AYEK", "AYEL"),
                        PUBLISHED.replace("c74f20a3", "c74f20a4"),
                        PUBLISHED.replace("+AYEK", "+BIEK"),
                        PUBLISHED.substring(8),
                        PUBLISHED + "x",
                        "")) {
            assertThatThrownBy(() -> NoteKeyFile.read(bad))
                    .isInstanceOf(LogException.class)
                    .hasMessageNotContaining("EKFALVFGyN");
        }
    }
}
