package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.ledger.application.Publication.Result;
import org.guiju.app.ledger.application.Publication.Why;
import org.guiju.app.ledger.application.SimulatedLog.Arrow;
import org.guiju.app.ledger.application.SimulatedLog.PowerCut;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.guiju.kernel.ledger.tree.MerkleTree;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The order of publication: whatever breaks off where, the next run ends in the same place, and nothing is ever signed that another signed text contradicts.
class PublicationTest {
    private static void run(SimulatedLog log) {
        while (log.publication().advance() instanceof Result.Advanced) {
            assertThat(log.signed).isNotEmpty();
        }
    }

    private static void sound(SimulatedLog log) {
        assertThat(log.publication().advance()).isEqualTo(new Result.Complete(log.entries.size()));
        var leaves = log.entries.stream().map(TreeHash.SHA_256::leaf).toList();
        var expected =
                new Checkpoint(SimulatedLog.ORIGIN, leaves.size(), MerkleTree.of(leaves).root());
        var note = log.note.orElseThrow();
        assertThat(Checkpoint.of(note)).isEqualTo(expected);
        assertThat(note.check(List.of(log.key())).bad()).isEmpty();
        assertThat(note.check(List.of(log.key())).good()).hasSize(1);
        assertThat(LogCheck.whole(log, expected.size(), expected.root()).findings()).isEmpty();
        // Every text that was ever signed is one that this log had.
        for (var signed : log.signed) {
            assertThat(MerkleTree.of(leaves).root(signed.size())).isEqualTo(signed.root());
        }
    }

    @Test
    void whatIsThereIsPublishedAndASecondRunSignsNothing() {
        var log = new SimulatedLog();
        log.add(300);
        run(log);
        sound(log);
        int signed = log.signed.size();
        log.publication().advance();
        assertThat(log.signed).hasSize(signed);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "255, 1", "256, 1", "257, 300", "1, 600"})
    void aLogGrowsAcrossTheEdgesOfItsTiles(int first, int more) {
        var log = new SimulatedLog();
        log.add(first);
        run(log);
        log.add(more);
        run(log);
        sound(log);
    }

    /// At each arrow, at each of its first places, the thing not done and done but unheard of.
    @ParameterizedTest
    @EnumSource(
            value = Arrow.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REMOVE", "MARK"})
    void aCutAtAnyArrowConverges(Arrow arrow) {
        int cuts = 0;
        for (var done : List.of(false, true)) {
            for (int after = 0; after < 12; after++) {
                var log = new SimulatedLog();
                log.add(250);
                run(log);
                log.add(70);
                log.cut(arrow, done, after);
                try {
                    run(log);
                } catch (PowerCut e) {
                    cuts++;
                }
                log.at = Optional.empty();
                log.add(3);
                run(log);
                sound(log);
            }
        }
        assertThat(cuts).as("%s is on the way", arrow).isPositive();
    }

    @Test
    void anOldBackupOfTheDatabaseIsNotSigned() {
        var log = new SimulatedLog();
        log.add(300);
        run(log);
        int signed = log.signed.size();
        log.entries.subList(290, 300).clear();
        assertThat(log.publication().advance())
                .isEqualTo(new Result.Halted(Why.DATABASE_BEHIND, "290 < 300"));
        assertThat(log.signed).hasSize(signed);
    }

    /// The register put back from an old backup, or gone: what was published counts.
    @ParameterizedTest
    @CsvSource({"old", "gone"})
    void anOldRegisterDoesNotLetTheLogGoBack(String register) {
        var log = new SimulatedLog();
        log.add(200);
        run(log);
        var old = Map.copyOf(log.registered);
        log.add(100);
        run(log);
        log.registered.clear();
        if (register.equals("old")) {
            log.registered.putAll(old);
        }
        log.entries.subList(250, 300).clear();
        assertThat(log.publication().advance()).isInstanceOf(Result.Halted.class);
        for (int i = 250; i < 320; i++) {
            log.entries.add(SimulatedLog.entry(i));
        }
        run(log);
        sound(log);
    }

    @Test
    void lostFilesAreMadeAgainFromTheDatabase() {
        var log = new SimulatedLog();
        log.add(700);
        run(log);
        log.tiles.clear();
        log.add(10);
        run(log);
        sound(log);
    }

    @Test
    void aTornFileIsMadeAgain() {
        var log = new SimulatedLog();
        log.add(300);
        run(log);
        var tile = Tile.parse("tile/0/001.p/44");
        log.tiles.put(tile, java.util.Arrays.copyOf(log.tiles.get(tile), 33));
        run(log);
        sound(log);
    }

    /// An entry rewritten after it was signed, and the files destroyed so that they must be made again.
    @Test
    void aDatabaseThatDiffersFromWhatWasSignedIsNotSignedAgain() {
        var log = new SimulatedLog();
        log.add(300);
        run(log);
        int signed = log.signed.size();
        log.entries.set(17, SimulatedLog.entry(999));
        log.tiles.clear();
        assertThat(log.publication().advance())
                .isEqualTo(new Result.Halted(Why.DATABASE_DIFFERS, "size 300"));
        assertThat(log.signed).hasSize(signed);
    }

    @Test
    void whatDoesNotReadBackAsItWasWrittenIsNotSigned() {
        var log =
                new SimulatedLog() {
                    @Override
                    public void write(org.guiju.kernel.ledger.tree.TileBatch batch) {
                        super.write(batch);
                        var leaves = Tile.parse("tile/0/000.p/5");
                        var bytes = tiles.get(leaves);
                        if (bytes != null) {
                            bytes[40] ^= 1;
                        }
                    }
                };
        log.add(5);
        assertThat(log.publication().advance())
                .isInstanceOfSatisfying(
                        Result.Halted.class, h -> assertThat(h.why()).isEqualTo(Why.FILES_DIFFER));
        assertThat(log.signed).isEmpty();
    }

    /// Two processes on one log: who comes second builds on what the first has signed.
    @Test
    void whoIsOvertakenSignsNothing() {
        var log = new SimulatedLog();
        log.add(10);
        var other =
                new SimulatedLog() {
                    @Override
                    public boolean swap(Optional<Checkpoint> before, Checkpoint next) {
                        return false;
                    }
                };
        other.entries.addAll(log.entries);
        assertThat(other.publication().advance()).isEqualTo(new Result.Overtaken());
        assertThat(other.signed).isEmpty();
        assertThat(other.note).isEqualTo(Optional.<SignedNote>empty());
    }

    @Test
    void aCutIsACut() {
        var log = new SimulatedLog();
        log.add(1);
        log.cut(Arrow.SWAP, false, 0);
        assertThatThrownBy(() -> log.publication().advance()).isInstanceOf(PowerCut.class);
        assertThat(log.registered).isEmpty();
    }
}
