package org.guiju.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.ledger.ChainFinding.Kind.*;
import static org.guiju.kernel.ledger.Samples.MORNING;
import static org.guiju.kernel.ledger.Samples.after;
import static org.guiju.kernel.ledger.Samples.first;
import static org.guiju.kernel.ledger.Samples.head;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamCheckTest {

    private static List<EventEntry> stream(int length) {
        var stream = new ArrayList<EventEntry>(List.of(first()));
        while (stream.size() < length) {
            stream.add(after(stream.getLast(), MORNING.plusSeconds(stream.size())));
        }
        return stream;
    }

    private static List<ChainFinding.Kind> kinds(List<EventEntry> stream) {
        return EventEntry.chain(stream).stream().map(ChainFinding::kind).toList();
    }

    private static EventEntry at(EventEntry previous, Instant time) {
        return after(previous, time);
    }

    @Test
    void anUnbrokenStreamHasNoFinding() {
        assertThat(EventEntry.chain(List.of())).isEmpty();
        assertThat(EventEntry.chain(stream(1))).isEmpty();
        assertThat(EventEntry.chain(stream(40))).isEmpty();
    }

    @Test
    void aMissingEntryIsAGapAtTheOneAfter() {
        var stream = stream(5);
        stream.remove(2);
        assertThat(EventEntry.chain(stream)).containsExactly(new ChainFinding(GAP, 2, 3, "2", "3"));
    }

    @Test
    void aStreamThatDoesNotBeginAtZeroHasAGap() {
        assertThat(kinds(stream(4).subList(1, 4))).containsExactly(GAP);
    }

    @Test
    void anEntryThatWasReplacedIsAWrongLinkAtTheOneAfter() {
        var stream = stream(4);
        stream.set(
                1, head("case.forged").follows(stream.get(0)).at(MORNING.plusSeconds(1)).build());
        var findings = EventEntry.chain(stream);
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst())
                .isEqualTo(
                        new ChainFinding(
                                WRONG_PREV,
                                2,
                                2,
                                stream.get(1).leafHash(),
                                stream.get(2).prev().orElseThrow()));
    }

    @Test
    void twoEntriesWithOneNumberAreADuplicateAndEitherMayHaveAFollower() {
        var stream = stream(3);
        var rival = head("case.rival").follows(stream.get(0)).at(MORNING.plusSeconds(1)).build();
        stream.add(2, rival);
        assertThat(kinds(stream)).containsExactly(DUPLICATE_SEQ);
        stream.set(3, after(rival, MORNING.plusSeconds(2)));
        assertThat(kinds(stream)).containsExactly(DUPLICATE_SEQ);
    }

    @Test
    void anEntryToldTwiceIsADuplicate() {
        var stream = stream(3);
        stream.add(stream.get(2));
        assertThat(kinds(stream)).containsExactly(DUPLICATE_SEQ);
    }

    @Test
    void swappedEntriesAreAGapAndOutOfOrder() {
        var stream = stream(4);
        Collections.swap(stream, 1, 2);
        assertThat(kinds(stream)).containsExactly(GAP, OUT_OF_ORDER);
    }

    @Test
    void anEntryOfAnotherStreamIsForeignAndVouchesForNothing() {
        var stream = stream(3);
        var other =
                head("case.applied")
                        .begins("123e4567-e89b-12d3-a456-426614174000")
                        .at(MORNING)
                        .build();
        stream.add(1, other);
        assertThat(kinds(stream)).containsExactly(FOREIGN_STREAM);
        stream.set(
                2,
                head("case.moved")
                        .follows(Samples.STREAM, 0, other.leafHash())
                        .at(MORNING)
                        .build());
        assertThat(kinds(stream.subList(0, 3))).containsExactly(FOREIGN_STREAM, WRONG_PREV);
    }

    @Test
    void timeMayRunBackFiveSecondsAndNoMore() {
        var first = first();
        assertThat(kinds(List.of(first, at(first, MORNING.minusMillis(4_999))))).isEmpty();
        assertThat(kinds(List.of(first, at(first, MORNING.minusMillis(5_000))))).isEmpty();
        assertThat(EventEntry.chain(List.of(first, at(first, MORNING.minusMillis(5_001)))))
                .containsExactly(
                        new ChainFinding(
                                TIME_RAN_BACK,
                                1,
                                1,
                                "2026-11-23T01:00:00.000Z",
                                "2026-11-23T00:59:54.999Z"));
    }

    @Test
    void smallStepsBackDoNotAddUpUnseen() {
        var first = first();
        var second = at(first, MORNING.minusSeconds(4));
        var third = at(second, MORNING.minusSeconds(8));
        assertThat(kinds(List.of(first, second, third))).containsExactly(TIME_RAN_BACK);
    }

    @Test
    void everyFindingIsToldNotTheFirstAlone() {
        var stream = stream(6);
        stream.set(
                4, head("case.forged").follows(stream.get(3)).at(MORNING.minusSeconds(60)).build());
        stream.remove(1);
        assertThat(kinds(stream)).containsExactly(GAP, TIME_RAN_BACK, WRONG_PREV);
    }
}
