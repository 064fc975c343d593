package org.guiju.tools.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.shared.PersonId;
import org.guiju.tools.simulation.Desk.Asked;
import org.guiju.tools.simulation.Desk.Line;
import org.guiju.tools.simulation.Desk.Read;
import org.guiju.tools.simulation.Disk.Answer;
import org.jspecify.annotations.Nullable;

/// 一次模拟: officers act over a bad network on a server that dies, on a store whose line is cut, under a clock that jumps, until
/// enough was answered; then the faults end and everything under way is brought to its answer. Whatever is chance comes from
/// the seed, and whatever happens goes into the digest.
public final class Simulation {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final long DAY = 86_400_000;
    private static final int MOST_CASES = 24;
    private static final int TRIES = 5;
    private static final int LONGEST = 200_000;

    private final Random chance;
    private final Flaw flaw;
    private final int acts;
    private final County county;
    private final Desk desk;
    private final Invariants invariants = new Invariants();
    private final PriorityQueue<Happening> ahead =
            new PriorityQueue<>(
                    Comparator.comparingLong(Happening::at).thenComparingLong(Happening::order));
    private final List<Officer> officers = new ArrayList<>();
    private final MessageDigest trace;
    private final Counted counted = new Counted();
    private long now;
    private long order;
    private long offset;
    private int epoch;
    private long downUntil;
    private int answered;

    private record Happening(long at, long order, Runnable what) {}

    /// Somebody at a desk: one act at a time, sent again under its id until it is answered.
    private static final class Officer {
        final PersonId person;
        @Nullable Asked waiting;

        Officer(PersonId person) {
            this.person = person;
        }

        boolean waitsFor(Asked asked) {
            return waiting != null && waiting.id().equals(asked.id());
        }
    }

    /// 次数 of what happened in one simulation.
    static final class Counted {
        long done;
        long refused;
        long resent;
        long faster;
        long cut;
        long crashes;
        long jumps;
    }

    private Simulation(long seed, Flaw flaw, int acts) {
        this.chance = new Random(seed);
        this.flaw = flaw;
        this.acts = acts;
        this.county = new County(8 + chance.nextInt(9));
        this.desk = new Desk(county, flaw);
        county.people().forEach(p -> officers.add(new Officer(p)));
        try {
            this.trace = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// One run.
    ///
    /// @param acts answers after which the faults end
    public static SimulationResult run(long seed, Flaw flaw, int acts) {
        return new Simulation(seed, flaw, acts).run(seed);
    }

    private SimulationResult run(long seed) {
        officers.forEach(o -> in(upTo(5_000), () -> think(o)));
        int steps = 0;
        while (!ahead.isEmpty() && steps < LONGEST && invariants.broken().isEmpty()) {
            var next = ahead.remove();
            now = next.at();
            next.what().run();
            steps++;
        }
        if (invariants.broken().isEmpty()) {
            quiet();
        }
        return new SimulationResult(
                seed,
                HexFormat.of().formatHex(trace.digest()),
                steps,
                counted.done,
                counted.refused,
                counted.resent,
                counted.faster,
                counted.cut,
                counted.crashes,
                counted.jumps,
                kinds(),
                invariants.broken().stream().limit(5).toList());
    }

    /// Nothing is under way any more.
    private void quiet() {
        for (var officer : officers) {
            if (officer.waiting != null) {
                invariants.broken().add(officer.waiting.id() + " was never answered");
            }
        }
        invariants.everything(desk.disk(), true);
    }

    private Map<String, Long> kinds() {
        var kinds = new TreeMap<String, Long>();
        for (var no : desk.disk().cases()) {
            desk.disk()
                    .read(no)
                    .forEach(e -> kinds.merge(e.getClass().getSimpleName(), 1L, Long::sum));
        }
        return kinds;
    }

    private void in(long delay, Runnable what) {
        ahead.add(new Happening(now + delay, order++, what));
    }

    private long upTo(int millis) {
        return chance.nextInt(millis);
    }

    private boolean fault(double share) {
        return answered < acts && chance.nextDouble() < share;
    }

    private void trace(String line) {
        trace.update((now + " " + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return FIRST_DAY.plusDays(Math.floorDiv(now + offset, DAY));
    }

    // --- officers

    private void think(Officer officer) {
        if (answered >= acts) {
            return;
        }
        if (fault(0.005)) {
            jump();
        }
        var asked = thought(officer);
        officer.waiting = asked;
        send(officer, asked, true);
    }

    private Asked thought(Officer officer) {
        var id = new UUID(chance.nextLong(), chance.nextLong());
        var cases = desk.disk().cases();
        var actor = new Actor.Officer(officer.person);
        if (cases.isEmpty() || cases.size() < MOST_CASES && chance.nextInt(8) == 0) {
            var power = county.any(chance);
            return new Asked(id, actor, power.code().value(), "", null, today());
        }
        // Everybody crowds round the newest cases.
        int back =
                chance.nextInt(chance.nextInt(4) == 0 ? cases.size() : Math.min(4, cases.size()));
        var no = cases.get(cases.size() - 1 - back);
        var state = Cases.state(desk.disk().read(no));
        var power = county.power(state.opening().power());
        var open = state.open();
        var step =
                open.isEmpty() || chance.nextInt(10) == 0
                        ? List.of("accept", "review", "decide", "serve", "archive", "")
                                .get(chance.nextInt(6))
                        : open.get(chance.nextInt(open.size())).step();
        var command = county.thought(chance, power, step, today());
        return new Asked(id, actor, power.code().value(), no, command, today());
    }

    private void send(Officer officer, Asked asked, boolean first) {
        counted.resent += first ? 0 : 1;
        int copies = fault(0.2) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            if (!fault(0.05)) {
                // At times a copy wanders about for an hour.
                in(fault(0.02) ? upTo(3_600_000) : upTo(400), () -> arrive(officer, asked));
            }
        }
        in(
                4_000 + upTo(4_000),
                () -> {
                    if (officer.waitsFor(asked)) {
                        send(officer, asked, false);
                    }
                });
    }

    private void answer(Officer officer, Asked asked, Answer answer) {
        if (fault(0.05)) {
            return;
        }
        in(
                upTo(400),
                () -> {
                    trace("told " + asked.id() + " " + answer);
                    invariants.told(asked.id(), answer, desk.disk());
                    if (officer.waitsFor(asked)) {
                        officer.waiting = null;
                        answered++;
                        counted.done += answer.done() ? 1 : 0;
                        counted.refused += answer.done() ? 0 : 1;
                        in(
                                chance.nextInt(7) == 0 ? upTo((int) DAY * 2) : upTo(3_000),
                                () -> think(officer));
                    }
                });
    }

    // --- the server

    private void arrive(Officer officer, Asked asked) {
        if (fault(0.01)) {
            crash();
        }
        if (now < downUntil) {
            return;
        }
        begin(officer, asked, 1);
    }

    private void begin(Officer officer, Asked asked, int attempt) {
        var read = desk.read(asked, attempt > 1);
        int here = epoch;
        trace("reads " + asked.id() + " " + read.history().size());
        if (flaw == Flaw.ACK_BEFORE_COMMIT && attempt == 1) {
            desk.promised(asked, read)
                    .filter(Answer::done)
                    .ifPresent(a -> answer(officer, asked, a));
        }
        in(
                1 + upTo(1_500),
                () -> {
                    if (epoch == here) {
                        commit(officer, asked, read, attempt);
                    }
                });
    }

    private void commit(Officer officer, Asked asked, Read read, int attempt) {
        var line = fault(0.03) ? Line.CUT_BEFORE : fault(0.03) ? Line.CUT_BEHIND : Line.WHOLE;
        counted.cut += line == Line.WHOLE ? 0 : 1;
        Optional<Answer> answer;
        try {
            answer = desk.commit(asked, read, line);
        } catch (Disk.Stale | Disk.Twice _) {
            counted.faster++;
            answer = desk.known(asked.id());
            if (answer.isEmpty() && attempt < TRIES) {
                begin(officer, asked, attempt + 1);
                return;
            }
        }
        if (answer.isEmpty() && line == Line.CUT_BEHIND && flaw == Flaw.IN_DOUBT_IS_NO) {
            answer = Optional.of(new Answer(false, asked.no(), 0, "FAILED"));
        }
        if (answer.isEmpty() && !fault(0.2)) {
            answer = desk.known(asked.id());
        }
        trace("commits " + asked.id() + " " + line + " " + answer);
        invariants.committed(answer.map(Answer::no).orElse(asked.no()), desk.disk());
        answer.ifPresent(a -> answer(officer, asked, a));
    }

    private void crash() {
        counted.crashes++;
        epoch++;
        desk.crash();
        downUntil = now + 1_000 + upTo(20_000);
        trace("crashes");
        invariants.everything(desk.disk(), false);
    }

    /// Days back or ahead, or right again.
    private void jump() {
        counted.jumps++;
        offset = chance.nextBoolean() ? 0 : (chance.nextInt(411) - 10) * DAY;
        trace("jumps " + offset);
    }
}
