package org.guiju.kernel.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guiju.kernel.ledger.note.Witnessing.Answer;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.MerkleTree;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// C2SP tlog-witness, `add-checkpoint`, clause by clause; and what two stories of one log are worth as evidence.
class WitnessingTest {
    private static final String ORIGIN = "ledger.example/2026";
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final TestKeys LOG = TestKeys.log(ORIGIN, 1);
    private static final MerkleTree TRUE_STORY = story(20, -1);

    /// The log's own story with entry 3 rewritten.
    private static final MerkleTree OTHER_STORY = story(20, 3);

    private static MerkleTree story(int size, int rewritten) {
        return MerkleTree.of(
                IntStream.range(0, size)
                        .mapToObj(i ->
                                TreeHash.SHA_256.leaf(
                                        new byte[] {(byte) (i == rewritten ? 99 : i)}))
                        .toList());
    }

    private static Checkpoint at(MerkleTree story, long size) {
        return new Checkpoint(ORIGIN, size, story.root(size));
    }

    private static SignedNote signed(Checkpoint checkpoint) {
        return checkpoint.signed(List.of(Cosignature.of(checkpoint, LOG, NOON)));
    }

    private static Answer ask(
            Optional<Checkpoint> last, long old, List<Hash> path, SignedNote note) {
        var request = new AddCheckpoint(old, path, note);
        return Witnessing.decide(List.of(LOG.key()), last, AddCheckpoint.parse(request.toString()));
    }

    private static int status(Answer answer) {
        return switch (answer) {
            case Answer.Cosign _ -> 200;
            case Answer.Conflict _ -> 409;
            case Answer.Refused(int status, _, _) -> status;
        };
    }

    @Test
    void aLogThatGrowsIsSigned() {
        assertThat(ask(Optional.empty(), 0, List.of(), signed(at(TRUE_STORY, 5))))
                .isInstanceOf(Answer.Cosign.class);
        assertThat(
                        ask(
                                Optional.of(at(TRUE_STORY, 5)),
                                5,
                                TRUE_STORY.consistency(5, 12),
                                signed(at(TRUE_STORY, 12))))
                .isEqualTo(new Answer.Cosign(at(TRUE_STORY, 12), signed(at(TRUE_STORY, 12))));
        // Asked again with the same checkpoint it signs again, with a later time.
        assertThat(
                        status(
                                ask(
                                        Optional.of(at(TRUE_STORY, 5)),
                                        5,
                                        List.of(),
                                        signed(at(TRUE_STORY, 5)))))
                .isEqualTo(200);
    }

    @Test
    void anUnknownLogIs404AndAnUnknownOrFalseKey403() {
        var stranger = new Checkpoint("ledger.example/2027", 5, TRUE_STORY.root(5));
        assertThat(
                        status(
                                ask(
                                        Optional.empty(),
                                        0,
                                        List.of(),
                                        stranger.signed(
                                                List.of(Cosignature.of(stranger, LOG, NOON))))))
                .isEqualTo(404);
        var checkpoint = at(TRUE_STORY, 5);
        var thief = Cosignature.of(checkpoint, TestKeys.log(ORIGIN, 2), NOON);
        assertThat(status(ask(Optional.empty(), 0, List.of(), checkpoint.signed(List.of(thief)))))
                .isEqualTo(403);
        var forged = new NoteSignature(ORIGIN, LOG.key().id(), new byte[64]);
        assertThat(status(ask(Optional.empty(), 0, List.of(), checkpoint.signed(List.of(forged)))))
                .isEqualTo(403);
        var both = signed(checkpoint).with(List.of(forged));
        assertThat(status(ask(Optional.empty(), 0, List.of(), both))).isEqualTo(403);
    }

    @Test
    void aWrongOldSizeIs409WithTheRightOneAndOneBeyondTheCheckpoint400() {
        var last = Optional.of(at(TRUE_STORY, 8));
        assertThat(ask(last, 5, TRUE_STORY.consistency(5, 12), signed(at(TRUE_STORY, 12))))
                .isEqualTo(new Answer.Conflict(8));
        assertThat(ask(last, 0, List.of(), signed(at(TRUE_STORY, 12))))
                .isEqualTo(new Answer.Conflict(8));
        assertThat(
                        ask(
                                Optional.empty(),
                                5,
                                TRUE_STORY.consistency(5, 12),
                                signed(at(TRUE_STORY, 12))))
                .isEqualTo(new Answer.Conflict(0));
        assertThat(status(ask(last, 13, List.of(), signed(at(TRUE_STORY, 12))))).isEqualTo(400);
        // Rolled back: the old checkpoint offered again.
        assertThat(ask(last, 5, List.of(), signed(at(TRUE_STORY, 5))))
                .isEqualTo(new Answer.Conflict(8));
    }

    @Test
    void whatIsNotConsistentIs422AndEvidence() {
        var last = Optional.of(at(TRUE_STORY, 8));
        var fork = ask(last, 8, OTHER_STORY.consistency(8, 12), signed(at(OTHER_STORY, 12)));
        assertThat(fork)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> {
                            assertThat(refused.status()).isEqualTo(422);
                            assertThat(refused.misbehaviour()).isTrue();
                        });
        assertThat(status(ask(last, 8, TRUE_STORY.consistency(8, 12), signed(at(OTHER_STORY, 12)))))
                .isEqualTo(422);
        assertThat(status(ask(last, 8, List.of(), signed(at(OTHER_STORY, 8))))).isEqualTo(422);
        assertThat(status(ask(last, 8, List.of(), signed(at(TRUE_STORY, 12))))).isEqualTo(422);
        assertThat(
                        status(
                                ask(
                                        Optional.empty(),
                                        0,
                                        TRUE_STORY.consistency(1, 5),
                                        signed(at(TRUE_STORY, 5)))))
                .isEqualTo(422);
        var falseEmpty = new Checkpoint(ORIGIN, 0, TRUE_STORY.root(5));
        assertThat(status(ask(Optional.empty(), 0, List.of(), signed(falseEmpty)))).isEqualTo(422);
        assertThat(status(ask(Optional.empty(), 0, List.of(), signed(at(TRUE_STORY, 0)))))
                .isEqualTo(200);
    }

    @Test
    void strangersLinesAreNotPassedOn() {
        var checkpoint = at(TRUE_STORY, 5);
        var stranger = Cosignature.of(checkpoint, TestKeys.log("advert.example", 5), NOON);
        var answer =
                ask(Optional.empty(), 0, List.of(), signed(checkpoint).with(List.of(stranger)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Cosign.class,
                        cosign -> assertThat(cosign.note()).isEqualTo(signed(checkpoint)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 5\n",
                "new 5\n\nNOTE",
                "old 05\n\nNOTE",
                "old -1\n\nNOTE",
                "old 5\nAAAA\n\nNOTE",
                "old  5\n\nNOTE"
            })
    void aRequestOfAnyOtherFormIsRefused(String sketch) {
        var body = sketch.replace("NOTE", signed(at(TRUE_STORY, 5)).toString());
        assertThatThrownBy(() -> AddCheckpoint.parse(body)).isInstanceOf(LogException.class);
    }

    /// Every pair of sizes, powers of two among them.
    @Test
    void twoStoriesConvictTheLogWithoutItsHelp() {
        for (long m = 4; m <= 20; m++) {
            for (long n = m; n <= 20; n++) {
                var split =
                        Split.of(
                                signed(at(TRUE_STORY, m)), signed(at(OTHER_STORY, n)), OTHER_STORY);
                var read =
                        Split.parse(
                                split.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                assertThat(read).isEqualTo(split);
                assertThat(read.convicts(List.of(LOG.key()))).as(m + " " + n).isTrue();
                assertThat(read.convicts(List.of(TestKeys.log(ORIGIN, 2).key()))).isFalse();
                var honest =
                        Split.of(signed(at(TRUE_STORY, m)), signed(at(TRUE_STORY, n)), TRUE_STORY);
                assertThat(honest.convicts(List.of(LOG.key()))).as(m + " " + n).isFalse();
            }
        }
    }

    @Test
    void nobodyIsConvictedByAPathMadeUp() {
        var first = signed(at(TRUE_STORY, 6));
        var second = signed(at(TRUE_STORY, 12));
        var path = new ArrayList<>(TRUE_STORY.consistency(6, 12));
        for (int i = 0; i < path.size(); i++) {
            var bent = new ArrayList<>(path);
            bent.set(i, TreeHash.SHA_256.empty());
            assertThat(new Split(first, bent, second).convicts(List.of(LOG.key()))).isFalse();
        }
        assertThat(new Split(first, List.of(), second).convicts(List.of(LOG.key()))).isFalse();
        var unsigned =
                at(OTHER_STORY, 6)
                        .signed(
                                List.of(
                                        Cosignature.of(
                                                at(OTHER_STORY, 6),
                                                TestKeys.log(ORIGIN, 2),
                                                NOON)));
        assertThat(
                        new Split(unsigned, List.of(), signed(at(TRUE_STORY, 6)))
                                .convicts(List.of(LOG.key())))
                .isFalse();
    }
}
