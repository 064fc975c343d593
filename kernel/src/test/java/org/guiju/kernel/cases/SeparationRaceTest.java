package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Sixteen hands try incompatible acts of one person on the same cases at the same time. The store appends as the real one does: only
/// behind the history that the decision was made on, else it is decided again.
class SeparationRaceTest {
    private static final int HANDS = 16;
    private static final int TRIES = 1_000;
    private static final int CASES = 400;
    private static final PersonId ALL = new PersonId("all-keys");
    private static final PersonId OTHER = new PersonId("all-keys-too");

    /// A stream that takes events only behind what the writer has read.
    private static final class Stream {
        private final AtomicReference<List<CaseEvent>> history;

        Stream(List<CaseEvent> history) {
            this.history = new AtomicReference<>(List.copyOf(history));
        }

        List<CaseEvent> read() {
            return history.get();
        }

        boolean append(List<CaseEvent> read, List<CaseEvent> added) {
            var all = new ArrayList<>(read);
            all.addAll(added);
            return history.compareAndSet(read, List.copyOf(all));
        }
    }

    private static final List<CaseCommand> ACTS =
            List.of(
                    new CaseCommand.Accept("accept"),
                    new CaseCommand.AppointPair("review", ALL, OTHER),
                    new CaseCommand.AppointPair("review", OTHER, ALL),
                    new CaseCommand.AppointPair("review", Office.A, Office.B),
                    Given.opinion(Verdict.MET),
                    Given.decision(true),
                    new CaseCommand.RefuseAcceptance("accept", "not-ours", "理由"));

    private static final List<PersonId> WHO =
            List.of(ALL, ALL, OTHER, Office.CLERK, Office.A, Office.B);

    @Test
    void nobodyEndsUpWithTwoKeysOfOneCase() throws Exception {
        long seed = System.nanoTime();
        var streams = new ArrayList<Stream>();
        var given = Given.received();
        given.roster = keys();
        for (int i = 0; i < CASES; i++) {
            streams.add(new Stream(given.history));
        }
        var done = new AtomicInteger();
        var refusedForKeys = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(HANDS)) {
            var hands = new ArrayList<Callable<Integer>>();
            for (int hand = 0; hand < HANDS; hand++) {
                var random = new Random(seed + hand);
                hands.add(() -> tries(given, streams, random, done, refusedForKeys));
            }
            for (var hand : pool.invokeAll(hands)) {
                assertThat(hand.get()).isEqualTo(TRIES);
            }
        }
        assertThat(done.get()).as("acts done, seed %d", seed).isGreaterThan(CASES);
        assertThat(refusedForKeys.get()).as("refused, seed %d", seed).isPositive();
        for (var stream : streams) {
            assertThat(twoKeys(stream.read())).as("seed %d: %s", seed, stream.read()).isEmpty();
        }
    }

    private static int tries(
            Given given,
            List<Stream> streams,
            Random random,
            AtomicInteger done,
            AtomicInteger refusedForKeys) {
        int tries = 0;
        while (tries < TRIES) {
            tries++;
            var stream = streams.get(random.nextInt(streams.size()));
            var who = new Actor.Officer(WHO.get(random.nextInt(WHO.size())));
            var act = ACTS.get(random.nextInt(ACTS.size()));
            boolean settled = false;
            while (!settled) {
                var read = stream.read();
                switch (Cases.decide(given.facts(who), read, act)) {
                    case Outcome.Permitted<CaseEvent>(var events) -> {
                        settled = stream.append(read, events);
                        done.addAndGet(settled ? 1 : 0);
                    }
                    case Outcome.Refused<CaseEvent>(var refusals) -> {
                        settled = true;
                        refusedForKeys.addAndGet(
                                refusals.stream().anyMatch(r -> r.code() == CaseRule.TWO_KEYS_APART)
                                        ? 1
                                        : 0);
                    }
                }
            }
        }
        return tries;
    }

    /// Counted from the events alone, not from the state that the decider keeps.
    private static Set<PersonId> twoKeys(List<CaseEvent> history) {
        Map<PersonId, Set<String>> keys = new HashMap<>();
        for (var event : history) {
            switch (event) {
                case CaseEvent.Accepted e -> put(keys, e.by(), "receive");
                case CaseEvent.AcceptanceRefused e -> put(keys, e.by(), "receive");
                case CaseEvent.OpinionGiven e -> put(keys, e.by(), "review");
                case CaseEvent.Decided e -> put(keys, e.by(), "decide");
                default -> {}
            }
        }
        var found = new HashSet<PersonId>();
        keys.forEach((person, held) -> {
            if (held.size() > 1) {
                found.add(person);
            }
        });
        return found;
    }

    private static void put(
            Map<PersonId, Set<String>> keys, @Nullable PersonId person, String key) {
        if (person != null) {
            keys.computeIfAbsent(person, _ -> new HashSet<>()).add(key);
        }
    }

    private static org.guiju.kernel.allocation.Roster keys() {
        var one = WhoMayTest.withEverything(ALL);
        var all = new ArrayList<>(one.assignments());
        all.addAll(
                WhoMayTest.withEverything(OTHER).assignments().stream()
                        .filter(a -> a.person().equals(OTHER))
                        .toList());
        return new org.guiju.kernel.allocation.Roster(all, one.absences(), one.qualifications());
    }
}
