package org.guiju.tools.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/// 乱输试验: people sign in, the surface is looked at, and then it is asked what nobody should ask.
public final class Fuzz {
    /// Requests from one look at the sessions to the next.
    private static final int LOOK = 1_000;

    private final FuzzPlan plan;
    private final Consumer<String> progress;
    private final Line line;
    private final List<Person> people = new ArrayList<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> twists = new ConcurrentSkipListMap<>();
    private final Map<String, FuzzReport.Finding> findings = new ConcurrentHashMap<>();
    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> slow = new ConcurrentSkipListMap<>();
    private final ReentrantReadWriteLock quiet = new ReentrantReadWriteLock(true);
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger lost = new AtomicInteger();

    private Fuzz(FuzzPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        this.line = new Line(plan.server(), plan.patience());
    }

    /// @param progress hears how far it is
    /// @throws IOException when the server cannot be asked at all: no description, nobody let in
    public static FuzzReport run(FuzzPlan plan, Consumer<String> progress) throws IOException {
        return new Fuzz(plan, progress).run(-1);
    }

    /// One request of such a run alone.
    public static FuzzReport only(FuzzPlan plan, int number, Consumer<String> progress)
            throws IOException {
        return new Fuzz(plan, progress).run(number);
    }

    private FuzzReport run(int only) throws IOException {
        people.add(new Person(plan, line, Person.STRANGER));
        plan.people().forEach(name -> people.add(new Person(plan, line, name)));
        for (var person : people) {
            person.enter();
        }
        var surface = Surface.of(people, plan.pages());
        var maker = new Maker(surface, people, plan, line.host());
        int things = surface.targets(false).size() + surface.targets(true).size();
        progress.accept("%d things to ask, found on %d pages".formatted(things, surface.pages()));
        long begun = System.nanoTime();
        int sent = 1;
        if (only >= 0) {
            one(maker.attempt(only));
        } else {
            sent = all(maker, begun);
        }
        return new FuzzReport(
                plan.seed(),
                sent,
                things,
                asked.size(),
                (System.nanoTime() - begun) / 1_000_000,
                slowest.get() / 1_000_000,
                lost.get(),
                sums(statuses),
                sums(twists),
                slow,
                findings.values().stream()
                        .sorted(java.util.Comparator.comparingInt(FuzzReport.Finding::number))
                        .toList());
    }

    private static <K> Map<K, Long> sums(Map<K, LongAdder> counted) {
        var all = new java.util.TreeMap<K, Long>();
        counted.forEach((k, n) -> all.put(k, n.sum()));
        return all;
    }

    private int all(Maker maker, long begun) {
        var next = new AtomicInteger();
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int i = 0; i < plan.workers(); i++) {
                threads.execute(() -> {
                    for (int n = next.getAndIncrement();
                            n < plan.requests()
                                    && System.nanoTime() - begun < plan.time().toNanos();
                            n = next.getAndIncrement()) {
                        if (n % LOOK == LOOK - 1) {
                            look(n);
                        }
                        one(maker.attempt(n));
                    }
                });
            }
        }
        return (int) statuses.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /// Whoever lost his session to something that was sent comes in again; who cannot is counted.
    private void look(int number) {
        progress.accept(
                "%d of %d, %d findings".formatted(number + 1, plan.requests(), findings.size()));
        for (var person : people) {
            if (!person.inside()) {
                try {
                    person.enter();
                } catch (IOException e) {
                    lost.incrementAndGet();
                    progress.accept(String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void one(Attempt attempt) {
        var answer = together(attempt);
        statuses.computeIfAbsent(answer.status(), _ -> new LongAdder()).increment();
        for (var twist : attempt.twist().split("\\+")) {
            twists.computeIfAbsent(twist, _ -> new LongAdder()).increment();
        }
        asked.put(attempt.target().words(), true);
        slowest.accumulateAndGet(answer.took().toNanos(), Math::max);
        var faults = new ArrayList<>(Judge.faults(attempt, answer));
        if (answer.took().compareTo(plan.patience()) > 0) {
            slow.merge(attempt.target().words(), answer.took().toMillis(), Math::max);
            var again = alone(attempt).took();
            if (again.compareTo(plan.patience()) > 0) {
                faults.add("takes longer than " + plan.patience().toSeconds() + " s");
            }
        }
        faults.forEach(fault -> found(attempt, fault));
    }

    private void found(Attempt attempt, String fault) {
        findings.merge(
                fault.replaceAll("[0-9]{4,}", "#") + " " + attempt.target().words(),
                new FuzzReport.Finding(
                        attempt.number(),
                        fault,
                        attempt.person(),
                        attempt.target().words(),
                        attempt.twist(),
                        1,
                        attempt.curl(plan.server().toString())),
                FuzzReport.Finding::and);
    }

    private Answer together(Attempt attempt) {
        quiet.readLock().lock();
        try {
            return line.send(attempt.bytes());
        } finally {
            quiet.readLock().unlock();
        }
    }

    /// A slow answer is asked for once more while nothing else of ours is under way: many at once make any of them wait.
    private Answer alone(Attempt attempt) {
        quiet.writeLock().lock();
        try {
            return line.send(attempt.bytes());
        } finally {
            quiet.writeLock().unlock();
        }
    }
}
