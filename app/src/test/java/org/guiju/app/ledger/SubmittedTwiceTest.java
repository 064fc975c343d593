package org.guiju.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.ledger.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sixteen hands send acts at the same time, four of them each act under one id, and each act takes a number; one in ten falls behind the
/// number it drew and is sent again. Done once, answered alike, and the numbers have no gap and no double. `-Dguiju.race.tries=1000` runs the
/// whole of it (docs/evidence/races.md).
@RunningGuiju
class SubmittedTwiceTest {
    private static final int HANDS = 16;
    private static final int TRIES = Integer.getInteger("guiju.race.tries", 60);
    private static final int TOGETHER = 4;
    private static final int SERIES = 3;
    private static final int FALLS = 10;

    @Autowired CommandGate gate;

    @Autowired EventStore events;

    @Autowired Numbering numbering;

    @Autowired JdbcClient jdbc;

    private final UUID trial = UUID.randomUUID();
    private final Map<UUID, Integer> answered = new ConcurrentHashMap<>();
    private final Map<UUID, String> answers = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> fallen = new ConcurrentHashMap<>();
    private final LongAdder falls = new LongAdder();
    private final LongAdder again = new LongAdder();
    private final LongAdder differing = new LongAdder();

    /// 跌倒: behind the number and the event, before the commit.
    private static final class Fallen extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private UUID act(int hand, int n) {
        return new UUID(
                trial.getMostSignificantBits(), ((long) (hand / TOGETHER) << 32 | n) * FALLS);
    }

    private String series(UUID act) {
        return "race-" + trial + "-" + act.getLeastSignificantBits() / FALLS % SERIES;
    }

    private void submit(UUID act) {
        while (true) {
            try {
                var answer = gate.once(act, "p-race", body(act), () -> done(act));
                answered.merge(act, 1, Integer::sum);
                if (answer.again()) {
                    again.increment();
                }
                if (!answer.text().equals(answers.computeIfAbsent(act, _ -> answer.text()))) {
                    differing.increment();
                }
                return;
            } catch (Fallen _) {
                falls.increment();
            }
        }
    }

    private String done(UUID act) {
        long number = numbering.next(series(act));
        events.append(
                act,
                0,
                List.of(EventDraft.of("test.happened", Map.of("number", new Value.Int(number)))),
                Stamp.own(Instant.now(), "p-race", act));
        if (act.getLeastSignificantBits() / FALLS % FALLS == 0
                && fallen.putIfAbsent(act, true) == null) {
            throw new Fallen();
        }
        return Long.toString(number);
    }

    private static byte[] body(UUID act) {
        return ByteBuffer.allocate(Long.BYTES).putLong(act.getLeastSignificantBits()).array();
    }

    @Test
    void whatIsSentByFourHandsAtOnceIsDoneOnceAndItsNumberHasNoGapAndNoDouble() {
        long begun = System.nanoTime();
        together(hand -> {
            for (int n = 0; n < TRIES; n++) {
                submit(act(hand, n));
            }
        });
        int acts = HANDS / TOGETHER * TRIES;
        System.out.printf(
                "submitted twice: %d tries, %d acts, %d answered again, %d fell, %.1f s%n",
                HANDS * TRIES, acts, again.sum(), falls.sum(), (System.nanoTime() - begun) / 1e9);
        assertThat(answered).hasSize(acts).values().allMatch(n -> n == TOGETHER);
        assertThat(differing.sum()).isZero();
        assertThat(falls.sum()).isPositive();
        assertThat(again.sum()).isEqualTo((long) HANDS * TRIES - acts);
        var numbers = new TreeMap<String, List<Long>>();
        answers.forEach((act, number) -> {
            assertThat(events.length(act)).as("%s", act).isEqualTo(1);
            numbers.computeIfAbsent(series(act), _ -> new java.util.ArrayList<>())
                    .add(Long.valueOf(number));
        });
        assertThat(numbers).hasSize(SERIES);
        numbers.forEach((series, taken) -> {
            assertThat(taken)
                    .as(series)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, taken.size()).boxed().toList());
            assertThat(
                            jdbc.sql("select last from numbering where series = :series")
                                    .param("series", series)
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(taken.size());
        });
    }

    private static void together(IntConsumer work) {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            IntStream.range(0, HANDS)
                                    .mapToObj(i ->
                                            CompletableFuture.runAsync(() -> work.accept(i), pool))
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }
}
