package org.guiju.app.cases.store;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.ledger.EventEntry;

/// Rows of who had a hand in each step that is over.
final class StepRows {
    private static final List<String> ONE = List.of("officer", "chair", "recorder");
    private static final List<String> MANY = List.of("inspectors", "investigators", "officers");

    private StepRows() {}

    /// 一轮环节, as the entries tell of it.
    private record Round(String step, NavigableSet<String> persons, long closed) {
        Round over(long seq) {
            return new Round(step, persons, seq);
        }
    }

    private static final long OPEN = -1;

    private static List<Round> of(List<EventEntry> stream) {
        var rounds = new ArrayList<Round>();
        for (var entry : stream) {
            var step = entry.text("step");
            switch (entry.kind()) {
                case "case.step-opened" -> rounds.add(new Round(step, new TreeSet<>(), OPEN));
                case "case.step-awaited" -> {
                    // A branch waits; nobody has done anything by it.
                }
                case "case.step-closed" -> latest(rounds, step, r -> r.over(entry.seq()));
                default -> latest(rounds, step, r -> with(r, entry));
            }
        }
        return rounds;
    }

    private static void latest(List<Round> rounds, String step, Function<Round, Round> change) {
        for (int i = rounds.size() - 1; i >= 0; i--) {
            if (rounds.get(i).step().equals(step)) {
                rounds.set(i, change.apply(rounds.get(i)));
                return;
            }
        }
    }

    private static Round with(Round round, EventEntry entry) {
        ONE.stream().map(entry::text).forEach(round.persons()::add);
        MANY.stream().map(entry::texts).forEach(round.persons()::addAll);
        round.persons().remove("");
        return round;
    }

    /// @param since number of the first event that has no rows yet
    /// @param organ whose step it is, by the id of the step
    static void write(
            Writes writes,
            UUID id,
            CaseState state,
            List<EventEntry> stream,
            long since,
            Function<String, String> organ) {
        if (stream.stream()
                .noneMatch(e -> e.seq() >= since && e.kind().equals("case.step-closed"))) {
            return;
        }
        var rounds = of(stream);
        for (int i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            if (round.closed() >= since) {
                add(writes, id, i, round, state.rounds().get(i), organ.apply(round.step()));
            }
        }
    }

    private static void add(
            Writes writes, UUID id, int index, Round round, StepRound said, String organ) {
        for (var person : round.persons()) {
            writes.add(
                    """
                    insert into projection.step_done values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (case_id, round, person) do nothing
                    """,
                    id,
                    index,
                    person,
                    round.step(),
                    said.kind().code(),
                    organ,
                    said.openedOn(),
                    Objects.requireNonNull(said.closedOn()),
                    said.due() == null ? Writes.Absent.NOTHING : said.due(),
                    said.late());
        }
    }
}
