package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.Witness;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.FiledMarks;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A witness elsewhere that answers late, is gone for hours, comes back, or has another time than we have.
@Timeout(120)
class FarWitnessTest extends OnARealLog {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Duration BOUND = Duration.ofHours(4);
    private static final Duration SKEW = Duration.ofMinutes(5);

    @TempDir Path folder;

    private final AtomicReference<Instant> ours = new AtomicReference<>(NOON);
    private final AtomicReference<Instant> theirs = new AtomicReference<>(NOON);
    private final AtomicReference<List<VerifierKey>> known = new AtomicReference<>(List.of());
    private FarWitness far;

    @BeforeEach
    void aWitness() throws Exception {
        far = new FarWitness(folder.resolve("far"), known::get, theirs::get);
    }

    @AfterEach
    void done() throws Exception {
        far.close();
    }

    private LedgerSettings settings(List<Witness> witnesses) {
        return new LedgerSettings(
                "guiju.invalid", null, BOUND, witnesses, BOUND, false, BOUND, 1, SKEW);
    }

    /// Signs what the server has, into a folder, with keys and a register of its own. A new one is a start of the server.
    private Sealer started(Witness... witnesses) {
        var settings = settings(List.of(witnesses));
        var started =
                new Sealer(
                        logs,
                        sequencer,
                        settings,
                        ours::get,
                        new SettledWitnesses(settings),
                        folder.resolve("data"));
        known.set(started.keys());
        return started;
    }

    private List<String> whoSigned(Sealer mine) {
        return new PublicLogs(logs, mine, new SettledWitnesses(settings(List.of(far.address()))))
                .all()
                .getFirst()
                .witnesses();
    }

    private long published(Sealer mine) {
        var newest = logs.all().getLast();
        return new FiledLog(mine.directory(newest.year()))
                .published()
                .map(n -> org.guiju.kernel.ledger.note.Checkpoint.of(n).size())
                .orElse(0L);
    }

    private void somethingHappens() {
        transaction.executeWithoutResult(_ ->
                events.append(
                        UUID.randomUUID(),
                        0,
                        List.of(
                                EventDraft.of(
                                        "witness.absent",
                                        Map.of("since", new Value.Str(NOON.toString())))),
                        Stamp.own(clock.now(), "system", UUID.randomUUID())));
        sequencer.sequence();
    }

    @Test
    void signingGoesOnWithoutAWitnessThatIsLateOrGoneAndItCatchesUpWhenItIsBack() throws Exception {
        var mine = started(far.address());
        var settings = settings(List.of(far.address()));
        var watch =
                new WitnessWatch(
                        logs,
                        mine,
                        new SettledWitnesses(settings),
                        settings,
                        ours::get,
                        events,
                        transaction,
                        new FiledMarks(folder.resolve("seen")));
        far.late();
        mine.seal();
        long first = published(mine);
        assertThat(first).isPositive();
        assertThat(mine.mayIssue()).isTrue();
        assertThat(whoSigned(mine)).isEmpty();
        far.gone();
        watch.look();
        ours.set(NOON.plus(BOUND).minusSeconds(1));
        watch.look();
        assertThat(watch.standing()).isEmpty();
        ours.set(NOON.plus(BOUND));
        watch.look();
        assertThat(watch.standing().orElseThrow().since()).isEqualTo(NOON);
        // The alarm itself is an entry; it and what comes after it are signed.
        somethingHappens();
        mine.seal();
        assertThat(published(mine)).isGreaterThan(first);
        assertThat(mine.mayIssue()).isTrue();
        assertThat(whoSigned(mine)).isEmpty();
        theirs.set(ours.get());
        far.back();
        watch.look();
        // It remembers what it signed when its answer came too late, and goes on from there.
        assertThat(whoSigned(mine)).containsExactly(far.name());
        assertThat(watch.standing()).isEmpty();
        somethingHappens();
        mine.seal();
        assertThat(whoSigned(mine)).containsExactly(far.name());
    }

    @Test
    void nothingIsPublishedWhileTheWitnessHasAnotherTimeAndItGoesOnOnceTheClockIsRight() {
        ours.set(NOON.plus(SKEW).plusSeconds(2));
        var wrong = started(far.address());
        wrong.seal();
        assertThat(wrong.state())
                .isInstanceOfSatisfying(
                        Seals.State.Halted.class,
                        h -> assertThat(h.reason()).isEqualTo("clock_differs"));
        assertThat(wrong.mayIssue()).isFalse();
        assertThat(published(wrong)).isZero();
        ours.set(NOON.plus(SKEW).minusSeconds(2));
        var right = started(far.address());
        right.seal();
        assertThat(right.mayIssue()).isTrue();
        assertThat(published(right)).isPositive();
        assertThat(whoSigned(right)).containsExactly(far.name());
    }

    @Test
    void aClockThatFellBehindWhatItSignedIsBelievedByItsWitnessAlone() {
        var mine = started();
        mine.seal();
        long size = published(mine);
        ours.set(NOON.minus(SKEW).minusSeconds(1));
        somethingHappens();
        var fallen = started();
        fallen.seal();
        assertThat(fallen.state())
                .isInstanceOfSatisfying(
                        Seals.State.Halted.class,
                        h -> assertThat(h.reason()).isEqualTo("clock_behind"));
        assertThat(published(fallen)).isEqualTo(size);
        theirs.set(ours.get());
        var told = started(far.address());
        told.seal();
        assertThat(told.mayIssue()).isTrue();
        assertThat(published(told)).isGreaterThan(size);
    }
}
