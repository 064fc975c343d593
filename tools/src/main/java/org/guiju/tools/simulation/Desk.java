package org.guiju.tools.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.shared.Outcome;
import org.guiju.tools.simulation.Disk.Answer;
import org.guiju.tools.simulation.Disk.Known;
import org.jspecify.annotations.Nullable;

/// 模拟的壳: load, decide, append, as the server's `CaseDesk` and `JdbcCommandGate` do it, in two strokes between which others act:
/// what an act is decided on is read in the first, decided and committed in the second. With a [Flaw], it does one thing wrong.
final class Desk {
    private final County county;
    private final Flaw flaw;
    private Disk disk;
    private Disk flushed;
    private int unflushed;
    private final Map<UUID, Answer> remembered = new HashMap<>();
    private final Map<String, List<CaseEvent>> seenLast = new HashMap<>();

    Desk(County county, Flaw flaw) {
        this.county = county;
        this.flaw = flaw;
        this.disk = new Disk();
        this.flushed = disk;
    }

    /// 请求: a command on a case, or an application where `no` is empty.
    ///
    /// @param today the day by the clock of the server when it begins
    record Asked(
            UUID id,
            Actor actor,
            String power,
            String no,
            @Nullable CaseCommand command,
            LocalDate today) {
        String body() {
            return no + " " + power + " " + command;
        }
    }

    /// What an act is decided on.
    ///
    /// @param number drawn already, by the flaw that does so
    record Read(List<CaseEvent> history, List<Disk.Row> rows, String number, long place) {}

    /// How the store takes a commit.
    enum Line {
        WHOLE,
        CUT_BEFORE,
        CUT_BEHIND
    }

    Disk disk() {
        return disk;
    }

    /// The first stroke. The server decides on what it saw last of the case; a second try reads.
    Read read(Asked asked, boolean again) {
        var rows = disk.rows(asked.no());
        var history =
                again
                        ? disk.read(asked.no())
                        : seenLast.getOrDefault(asked.no(), disk.read(asked.no()));
        var number = flaw == Flaw.NUMBER_APART && asked.no().isEmpty() ? disk.draw() : "";
        return new Read(history, rows, number, 0);
    }

    private boolean forgetsIds() {
        return flaw == Flaw.NO_IDEMPOTENCY || flaw == Flaw.IDS_IN_MEMORY;
    }

    /// What was answered to this id before.
    Optional<Answer> known(UUID id) {
        if (flaw == Flaw.IDS_IN_MEMORY) {
            return Optional.ofNullable(remembered.get(id));
        }
        return flaw == Flaw.NO_IDEMPOTENCY ? Optional.empty() : disk.known(id).map(Known::answer);
    }

    /// The second stroke.
    ///
    /// @return the answer; empty when the line was cut and nobody knows
    /// @throws Disk.Stale and [Disk.Twice] when somebody was faster
    Optional<Answer> commit(Asked asked, Read read, Line line) {
        if (flaw == Flaw.IDS_IN_MEMORY && remembered.containsKey(asked.id())) {
            return known(asked.id());
        }
        var decided = decided(asked, read);
        if (line == Line.CUT_BEFORE && flaw != Flaw.TORN_COMMIT) {
            if (flaw == Flaw.PLACE_BEFORE_COMMIT) {
                disk.givePlaces(decided.added().size());
            }
            return Optional.empty();
        }
        var answer = write(asked, read, decided, line);
        flush();
        return line == Line.WHOLE ? Optional.of(answer) : Optional.empty();
    }

    private record Decided(List<CaseEvent> added, String rule) {}

    private Decided decided(Asked asked, Read read) {
        var power = county.power(asked.power());
        var history = asked.no().isEmpty() ? List.<CaseEvent>of() : read.history();
        var facts = county.facts(asked.actor(), asked.today(), power);
        var command =
                asked.command() == null
                        ? county.application(power, asked.today()).apply("-")
                        : asked.command();
        return switch (Cases.decide(facts, history, command)) {
            case Outcome.Permitted<CaseEvent>(var events) -> new Decided(events, "");
            case Outcome.Refused<CaseEvent>(var refusals) ->
                    new Decided(List.of(), refusals.getFirst().code().name());
        };
    }

    private Answer write(Asked asked, Read read, Decided decided, Line line) {
        boolean opening = asked.no().isEmpty();
        if (!opening) {
            expect(asked, read, decided);
        }
        if (!forgetsIds() && flaw != Flaw.ID_APART && disk.known(asked.id()).isPresent()) {
            throw new Disk.Twice();
        }
        boolean happens = decided.rule().isEmpty();
        var no =
                !opening || !happens
                        ? asked.no()
                        : read.number().isEmpty() ? disk.draw() : read.number();
        var added = opening && happens ? opened(asked, no) : decided.added();
        var answer = new Answer(happens, no, added.size(), decided.rule());
        var torn = line == Line.CUT_BEFORE;
        append(no, read, torn ? added.subList(0, added.size() / 2) : added, asked.id());
        if (!torn) {
            keep(asked, answer, line);
        }
        return answer;
    }

    private void expect(Asked asked, Read read, Decided decided) {
        if (flaw != Flaw.NO_EXPECTED_VERSION
                && flaw != Flaw.LOST_UPDATE
                && flaw != Flaw.DECIDES_ONCE
                && !decided.added().isEmpty()) {
            disk.expect(asked.no(), read.history().size());
        }
    }

    private List<CaseEvent> opened(Asked asked, String no) {
        var power = county.power(asked.power());
        var outcome =
                Cases.decide(
                        county.facts(asked.actor(), asked.today(), power),
                        List.of(),
                        county.application(power, asked.today()).apply(no));
        return outcome instanceof Outcome.Permitted<CaseEvent>(var events) ? events : List.of();
    }

    private void append(String no, Read read, List<CaseEvent> added, UUID command) {
        if (added.isEmpty()) {
            return;
        }
        long place = disk.givePlaces(added.size());
        if (flaw == Flaw.LOST_UPDATE) {
            disk.replace(no, read.rows());
        }
        int seq = flaw == Flaw.NO_EXPECTED_VERSION ? read.history().size() : disk.rows(no).size();
        disk.append(no, seq, added, command, place);
        seenLast.put(no, disk.read(no));
    }

    private void keep(Asked asked, Answer answer, Line line) {
        remembered.put(asked.id(), answer);
        if (forgetsIds()) {
            return;
        }
        if (flaw == Flaw.ID_APART) {
            // A line that is cut behind the act's transaction never carries the second one.
            if (line == Line.WHOLE && disk.known(asked.id()).isEmpty()) {
                disk.keep(asked.id(), known(asked, answer));
            }
            return;
        }
        disk.keep(asked.id(), known(asked, answer));
    }

    private static Known known(Asked asked, Answer answer) {
        return new Known(asked.actor().toString(), asked.body(), answer);
    }

    private void flush() {
        if (flaw == Flaw.FORGETS_ON_CRASH && ++unflushed % 4 == 0) {
            flushed = disk.copy();
        }
    }

    /// What the answer will be if all goes well: for the flaw of giving it too soon.
    Optional<Answer> promised(Asked asked, Read read) {
        var real = disk;
        disk = real.copy();
        try {
            return commit(asked, read, Line.WHOLE);
        } catch (Disk.Stale | Disk.Twice _) {
            return Optional.empty();
        } finally {
            disk = real;
            seenLast.clear();
            remembered.remove(asked.id());
        }
    }

    /// Everything that was only in memory is gone.
    void crash() {
        remembered.clear();
        seenLast.clear();
        if (flaw == Flaw.FORGETS_ON_CRASH) {
            disk = flushed.copy();
        }
    }
}
