package org.guiju.kernel.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes, keys and checkpoints against published values (see SOURCES.md) and against what must be refused.
class SignedNoteTest {
    private static final VerifierKey NEUMANN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String GOOD_LINE =
            "— PeterNeumann"
                    + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String STRANGERS_LINE =
            "— EnochRoot"
                    + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("ledger.example/2026", 5, TreeHash.SHA_256.leaf(new byte[] {7}));

    @Test
    void thePublishedNotesHold() {
        var note = SignedNote.parse(TEXT + "\n" + GOOD_LINE + STRANGERS_LINE);
        assertThat(note.text()).isEqualTo(TEXT);
        var checked = note.check(List.of(NEUMANN));
        assertThat(checked.good()).containsOnlyKeys(NEUMANN);
        assertThat(checked.bad()).isEmpty();
        assertThat(note).hasToString(TEXT + "\n" + GOOD_LINE + STRANGERS_LINE);

        var foo =
                VerifierKey.parse(
                        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        var example =
                SignedNote.parse(
                        "This is an example message.\n\n— example.com/foo"
                                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        assertThat(example.check(List.of(foo)).good()).containsOnlyKeys(foo);
    }

    @Test
    void everyBitOfTheTextAndOfTheSignatureCounts() {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] signature =
                SignedNote.parse(TEXT + "\n" + GOOD_LINE).signatures().getFirst().signature();
        assertThat(NEUMANN.verify(TEXT, signature)).isPresent();
        for (int i = 0; i < signature.length * 8; i++) {
            byte[] other = signature.clone();
            other[i / 8] ^= (byte) (1 << (i % 8));
            assertThat(NEUMANN.verify(TEXT, other)).isEmpty();
        }
        for (int i = 0; i < text.length; i++) {
            byte[] other = text.clone();
            other[i] ^= 1;
            assertThat(NEUMANN.verify(new String(other, StandardCharsets.UTF_8), signature))
                    .isEmpty();
        }
    }

    @Test
    void aKnownKeyWhoseSignatureFailsIsNamedAndAStrangerPassedOver() {
        var note = SignedNote.parse("Another text.\n\n" + GOOD_LINE + STRANGERS_LINE);
        var checked = note.check(List.of(NEUMANN));
        assertThat(checked.good()).isEmpty();
        assertThat(checked.bad()).containsExactly("PeterNeumann");
        // The same name under another id is a stranger.
        var namesake = TestKeys.log("PeterNeumann", 9).key();
        assertThat(note.check(List.of(namesake)).bad()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+",
                "PeterNeumann+c74f20a3",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                ""
            })
    void aKeyThatIsNotSpelledAsItMustIsRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(LogException.class);
    }

    @Test
    void keysAreWrittenAsTheyWereRead() {
        assertThat(NEUMANN)
                .hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello\n",
                "hello\n\n",
                "hello\n\n— name\n",
                "hello\n\n- name AAAAAAE=\n",
                "hello\n\n— na+me AAAAAAE=\n",
                "hello\n\n—  AAAAAAE=\n",
                "hello\n\n— na me AAAAAAE=\n",
                "hello\n\n— na\u3000me AAAAAAE=\n",
                "hello\n\n— name AAAAAA==\n",
                "hello\n\n— name AAAAAAF=\n",
                "hello\n\n— name AAAAAAE\n",
                "hello\n\n— name AAAAAAE=",
                "hello\n\n— name AAAAAAE=\n— \n",
                "hello\u0001\n\n— name AAAAAAE=\n",
                "hello\r\n\n— name AAAAAAE=\n",
                "hello\n\n— name AAAAAAE=\r\n"
            })
    void aNoteOfAnyOtherFormIsRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(LogException.class);
    }

    @Test
    void aNoteIsUtf8AndBounded() {
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {'a', (byte) 0xFF, '\n'}))
                .hasMessageContaining("log.not-utf8");
        assertThatThrownBy(() -> SignedNote.parse(new byte[1 << 20]))
                .hasMessageContaining("log.too-large");
        var line = "— name AAAAAAE=\n";
        assertThat(SignedNote.parse("a\n\n" + line.repeat(100)).signatures()).hasSize(100);
        assertThatThrownBy(() -> SignedNote.parse("a\n\n" + line.repeat(101)))
                .hasMessageContaining("101 signatures");
        assertThat(SignedNote.parse("a\n\n— stray\n\n" + line).text()).isEqualTo("a\n\n— stray\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "go.sum database tree\n0xabcdef\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG=\n",
                "a\n01\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "a\n-1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "a\n9223372036854775808\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "a\n\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "a\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\nextension\n",
                "a\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=",
                "a\n1\n"
            })
    void aCheckpointOfAnyOtherFormIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(LogException.class);
    }

    @Test
    void thePublishedTreeIsReadAndWrittenBack() {
        var text =
                "go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n";
        var checkpoint = Checkpoint.parse(text);
        assertThat(checkpoint.size()).isEqualTo(123_456_789_012L);
        assertThat(checkpoint.root())
                .isEqualTo(TreeHash.SHA_256.leaf("hello world".getBytes(StandardCharsets.UTF_8)));
        assertThat(checkpoint.text()).isEqualTo(text);
        assertThat(new Checkpoint("a", Long.MAX_VALUE, checkpoint.root()).text())
                .contains("\n9223372036854775807\n");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSignedIsVerifiedWithItsTimeAndNothingElse(SignatureType type) {
        var signer = TestKeys.of("signer.example/1", type, 3);
        var key = VerifierKey.parse(signer.key().toString());
        assertThat(key).isEqualTo(signer.key());
        var line = Cosignature.of(CHECKPOINT, signer, NOON);
        var note = SignedNote.parse(CHECKPOINT.signed(List.of(line)).bytes());
        var signed = note.check(List.of(key)).by(key).orElseThrow();
        if (type == SignatureType.ED25519) {
            assertThat(signed.time()).isEmpty();
        } else {
            assertThat(signed.time()).hasValue(NOON);
        }
        for (Checkpoint other :
                List.of(
                        new Checkpoint("ledger.example/2027", 5, CHECKPOINT.root()),
                        new Checkpoint("ledger.example/2026", 6, CHECKPOINT.root()),
                        new Checkpoint("ledger.example/2026", 5, TreeHash.SHA_256.empty()))) {
            assertThat(other.signed(List.of(line)).check(List.of(key)).bad())
                    .containsExactly("signer.example/1");
        }
        // Another name with the same secret: for ML-DSA the name is signed, for the others the id
        // keeps them apart.
        assertThat(key.verify("no checkpoint\n", line.signature())).isEmpty();
    }

    @Test
    void aCosignatureOfNoTimeIsNone() {
        var signer = TestKeys.witness("w.example", 4);
        for (Instant none : List.of(Instant.EPOCH, Instant.ofEpochSecond(-1))) {
            var line = Cosignature.of(CHECKPOINT, signer, none);
            assertThat(CHECKPOINT.signed(List.of(line)).check(List.of(signer.key())).bad())
                    .containsExactly("w.example");
        }
    }

    @Test
    void aSignatureIsBoundToItsKind() {
        var asLog = TestKeys.log("w.example", 4);
        var asWitness = TestKeys.witness("w.example", 4);
        assertThat(asLog.key().key()).isEqualTo(asWitness.key().key());
        assertThat(asLog.key().id()).isNotEqualTo(asWitness.key().id());
        var line = Cosignature.of(CHECKPOINT, asWitness, NOON);
        assertThat(asLog.key().verify(CHECKPOINT.text(), line.signature())).isEmpty();
    }

    @Test
    void linesOfAnAnswerJoinTheNoteOnce() {
        var log = TestKeys.log("ledger.example/2026", 1);
        var witness = TestKeys.witness("w.example", 4);
        var note = CHECKPOINT.signed(List.of(Cosignature.of(CHECKPOINT, log, NOON)));
        var answer = Cosignature.of(CHECKPOINT, witness, NOON).line();
        var both = note.with(SignedNote.lines(answer)).with(SignedNote.lines(answer));
        assertThat(both.signatures()).hasSize(2);
        assertThatThrownBy(() -> SignedNote.lines("")).hasMessageContaining("log.lines");
        assertThatThrownBy(() -> SignedNote.lines("nonsense\n"))
                .hasMessageContaining("log.signature-line");
        assertThat(Hash.parse(CHECKPOINT.root().base64())).isEqualTo(CHECKPOINT.root());
    }
}
