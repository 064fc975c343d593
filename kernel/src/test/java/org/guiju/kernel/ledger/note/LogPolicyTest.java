package org.guiju.kernel.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Policies as C2SP tlog-policy writes them, and what a set of colluders smaller than the quorum can reach: nothing.
class LogPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final TestKeys LOG = TestKeys.log("ledger.example/2026", 1);
    private static final List<TestKeys> WITNESSES =
            List.of(
                    TestKeys.witness("w.example/x1", 11),
                    TestKeys.witness("w.example/x2", 12),
                    TestKeys.witness("w.example/x3", 13),
                    TestKeys.witness("w.example/y1", 14),
                    TestKeys.witness("w.example/y2", 15));
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("ledger.example/2026", 5, TreeHash.SHA_256.empty());

    /// The specification's own example, with one witness less.
    private static final String TWO_LEVELS =
            """
            # 纪委监委与档案馆
            log %s https://ledger.example

            witness X1 %s https://w.example/x1
            witness\tX2 %s
              witness X3 %s
            group X-witnesses 2 X1 X2 X3
            witness Y1 %s
            witness 档案 %s
            group Y-witnesses any Y1 档案
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """
                    .formatted(
                            LOG.key(),
                            WITNESSES.get(0).key(),
                            WITNESSES.get(1).key(),
                            WITNESSES.get(2).key(),
                            WITNESSES.get(3).key(),
                            WITNESSES.get(4).key());

    private static LogPolicy policy(String text) {
        return LogPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theParametersOfThePolicyAreRead() {
        var policy = policy(TWO_LEVELS);
        assertThat(policy.logs())
                .singleElement()
                .satisfies(log -> assertThat(log.url()).hasValue("https://ledger.example"));
        assertThat(policy.witnesses()).containsOnlyKeys("X1", "X2", "X3", "Y1", "档案");
        assertThat(policy.witnesses())
                .containsEntry(
                        "X1",
                        new LogPolicy.Witness(
                                WITNESSES.get(0).key(), Optional.of("https://w.example/x1")));
        assertThat(policy.groups().get("X-witnesses"))
                .isEqualTo(new LogPolicy.Group(2, List.of("X1", "X2", "X3")));
        assertThat(policy.quorum()).hasValue("X-and-Y");
    }

    /// All 32 subsets of signers.
    @Test
    void noSubsetBelowTheQuorumIsAcceptedAndEveryOtherIs() {
        var policy = policy(TWO_LEVELS);
        for (int subset = 0; subset < 32; subset++) {
            var lines = new ArrayList<NoteSignature>();
            lines.add(Cosignature.of(CHECKPOINT, LOG, NOON));
            for (int i = 0; i < 5; i++) {
                if ((subset >> i & 1) == 1) {
                    lines.add(Cosignature.of(CHECKPOINT, WITNESSES.get(i), NOON.plusSeconds(i)));
                }
            }
            boolean enough = Integer.bitCount(subset & 7) >= 2 && (subset & 24) != 0;
            var verdict = policy.judge(CHECKPOINT.signed(lines));
            assertThat(verdict.accepted()).as("subset %s", subset).isEqualTo(enough);
            assertThat(verdict.witnessed()).hasSize(Integer.bitCount(subset));
            var withoutLog = CHECKPOINT.signed(lines.subList(1, lines.size()));
            assertThat(policy.judge(withoutLog).accepted()).isFalse();
        }
    }

    @Test
    void theEarliestWitnessSaysSinceWhenItExists() {
        var lines =
                List.of(
                        Cosignature.of(CHECKPOINT, LOG, NOON),
                        Cosignature.of(CHECKPOINT, WITNESSES.get(0), NOON.plusSeconds(9)),
                        Cosignature.of(CHECKPOINT, WITNESSES.get(1), NOON.plusSeconds(3)));
        assertThat(policy(TWO_LEVELS).judge(CHECKPOINT.signed(lines)).earliest())
                .hasValue(NOON.plusSeconds(3));
    }

    @Test
    void oneForgedLineOfAKnownKeySpoilsTheWhole() {
        var other = new Checkpoint("ledger.example/2026", 6, CHECKPOINT.root());
        var lines = new ArrayList<NoteSignature>();
        lines.add(Cosignature.of(CHECKPOINT, LOG, NOON));
        WITNESSES.forEach(w -> lines.add(Cosignature.of(CHECKPOINT, w, NOON)));
        lines.add(Cosignature.of(other, WITNESSES.get(0), NOON));
        var verdict = policy(TWO_LEVELS).judge(CHECKPOINT.signed(lines));
        assertThat(verdict.quorum()).isTrue();
        assertThat(verdict.bad()).containsExactly("w.example/x1");
        assertThat(verdict.accepted()).isFalse();
    }

    @Test
    void aLogOfAnotherOriginIsUnknownWhateverItsKey() {
        var other = new Checkpoint("ledger.example/2027", 5, CHECKPOINT.root());
        var note = other.signed(List.of(Cosignature.of(other, LOG, NOON)));
        var verdict = LogPolicy.ofLog(LOG.key()).judge(note);
        assertThat(verdict.known()).isFalse();
        assertThat(verdict.accepted()).isFalse();
    }

    @Test
    void withoutWitnessesTheLogAloneIsEnough() {
        var note = CHECKPOINT.signed(List.of(Cosignature.of(CHECKPOINT, LOG, NOON)));
        assertThat(policy("log " + LOG.key() + "\nquorum none\n").judge(note).accepted()).isTrue();
        assertThat(LogPolicy.ofLog(LOG.key()).judge(note).accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOG",
                "LOG quorum",
                "LOG quorum A",
                "LOG W quorum A; quorum A",
                "LOG quorum none; quorum none",
                "quorum A; W",
                "LOG; LOG; quorum none",
                "W; witness B KEY; quorum A",
                "W; witness A KEY2; quorum A",
                "witness none KEY; quorum none",
                "W; group none any A; quorum none",
                "W; group G any; quorum G",
                "W; group G 0 A; quorum G",
                "W; group G 2 A; quorum G",
                "W; group G 01 A; quorum G",
                "W; group G most A; quorum G",
                "W; group G any B; quorum G",
                "W; group G any none; quorum G",
                "W; group G any G; quorum G",
                "W; group G 2 A A; quorum G",
                "W; group G any A; group H any A; quorum G",
                "W; group A any A; quorum A",
                "witness A LOGKEY; quorum A",
                "log KEY; quorum none",
                "log; quorum none",
                "witness A; quorum A",
                "wittness A KEY; quorum A",
                "LOG; quorum none\r",
                "log ledger.example+00000000+AAAA; quorum none"
            })
    void aPolicyOfAnyOtherFormIsRefusedAndItsLineNamed(String sketch) {
        var text =
                sketch.replace("LOGKEY", LOG.key().toString())
                                .replace("LOG", "log " + LOG.key())
                                .replace("W;", "witness A KEY;")
                                .replace("KEY2", WITNESSES.get(1).key().toString())
                                .replace("KEY", WITNESSES.get(0).key().toString())
                                .replace("; ", "\n")
                        + "\n";
        assertThatThrownBy(() -> policy(text)).as(text).hasMessageContaining("policy");
    }

    @Test
    void keysOfBothKindsMayBePostQuantum() {
        var log = TestKeys.of("ledger.example/2026", SignatureType.ML_DSA_44, 0);
        var witness = TestKeys.of("w.example/q", SignatureType.ML_DSA_44, 0);
        var policy = policy("log " + log.key() + "\nwitness Q " + witness.key() + "\nquorum Q\n");
        var lines =
                List.of(
                        Cosignature.of(CHECKPOINT, log, NOON),
                        Cosignature.of(CHECKPOINT, witness, NOON));
        assertThat(policy.judge(CHECKPOINT.signed(lines)).accepted()).isTrue();
    }
}
