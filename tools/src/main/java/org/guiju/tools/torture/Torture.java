package org.guiju.tools.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// 断电试验: load, death, recovery, count; as often as the plan says. Everything is asked of the running server by its
/// public API; nothing is known of its tables.
public final class Torture {
    /// So many bytes at most are left in every other cycle: tables, attachments and the public log meet the end of the disk.
    private static final long BRIM = 4L << 20;

    /// And so many in the others: less than the piece of 16 MB in which the database takes its write-ahead log, without which it falls.
    private static final long NO_PIECE = 15L << 20;

    /// How long it stays full, in parts of the load.
    private static final double HOLD = 2;

    private static final long LOOK = 20_000_000;
    private final Plan plan;
    private final Consumer<String> progress;
    private final Random chance;
    private final List<String> findings = new ArrayList<>();
    private final List<Report.Cycle> cycles = new ArrayList<>();
    private long cases;
    private long acts;
    private boolean standing = true;

    private Torture(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        this.chance = new Random(plan.seed());
    }

    /// @param progress hears one line a cycle
    /// @throws IOException when the server cannot be started at all
    public static Report run(Plan plan, Consumer<String> progress)
            throws IOException, InterruptedException {
        return new Torture(plan, progress).run();
    }

    private Report run() throws IOException, InterruptedException {
        Files.createDirectories(plan.place());
        try (var trial = new Trial(plan)) {
            var server = trial.server();
            begin(server);
            var wire = new Wire(server.port(), plan.patience());
            cases = wire.cases();
            for (int number = 1; number <= plan.cycles() && standing; number++) {
                var cycle = cycle(number, trial);
                cycles.add(cycle);
                acts += cycle.acts();
                progress.accept(
                        "cycle %d/%d, %s: %d acts, %d cut off, back after %d ms, %d findings"
                                .formatted(
                                        number,
                                        plan.cycles(),
                                        cycle.death(),
                                        cycle.acts(),
                                        cycle.cut(),
                                        cycle.downMillis(),
                                        findings.size()));
            }
            server.stop();
        }
        return new Report(plan.seed(), plan.clients(), cycles, acts, findings);
    }

    private void begin(Server server) throws IOException, InterruptedException {
        up(server);
        if (!plan.fsync()) {
            server.stop();
            NoFsync.plant(plan);
            up(server);
        }
    }

    private void up(Server server) throws IOException {
        server.start();
        if (!server.ready() || !new Wire(server.port(), plan.patience()).healthy()) {
            throw new IOException("the server did not come up: " + server.said());
        }
    }

    private Report.Cycle cycle(int number, Trial trial) throws IOException, InterruptedException {
        var death = plan.death(number);
        var server = trial.server();
        var wire = new Wire(server.port(), plan.patience());
        var clients = new ArrayList<Client>();
        for (int i = 0; i < plan.clients(); i++) {
            clients.add(new Client(wire, chance.nextLong()));
        }
        var stop = new AtomicBoolean();
        long down;
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var runs =
                    clients.stream()
                            .map(c -> CompletableFuture.runAsync(() -> c.run(stop::get), threads))
                            .toList();
            rest(0.3 + 0.7 * chance.nextDouble());
            down = dieAndRise(number, death, trial, wire);
            rest(0.3);
            stop.set(true);
            runs.forEach(CompletableFuture::join);
        }
        long cut = wire.cut();
        clients.forEach(c -> findings.addAll(c.findings()));
        if (death == Death.DISK) {
            wire.improper().forEach(i -> findings.add("cycle " + number + ", answered: " + i));
        }
        long replayed = 0;
        try {
            replayed = verify(number, clients, wire);
        } catch (Wire.Unanswered e) {
            findings.add("cycle " + number + ": " + e.getMessage());
        }
        if (!server.alive()) {
            standing = false;
            findings.add("cycle " + number + ": no server is left: " + server.said());
        }
        boolean rebuild = number % plan.rebuildEvery() == 0 || number == plan.cycles();
        if (rebuild) {
            rebuild(number, server);
        }
        long confirmed = clients.stream().mapToLong(c -> c.confirmed().size()).sum();
        long begun = clients.stream().mapToLong(c -> c.expected().size()).sum();
        return new Report.Cycle(
                number, death, confirmed, cut, begun, replayed, down, rebuild, wire.troubles());
    }

    private void rest(double part) {
        long end = System.nanoTime() + (long) (plan.load().toNanos() * part);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private long dieAndRise(int number, Death death, Trial trial, Wire wire)
            throws IOException, InterruptedException {
        if (death == Death.DISK) {
            return full(number, trial.disk(), wire);
        }
        var server = trial.server();
        if (death == Death.POWER) {
            trial.disk().cut();
        }
        long killed = System.nanoTime();
        server.kill(death);
        if (death == Death.POWER) {
            trial.disk().again();
        }
        if (death != Death.POSTGRES) {
            server.start();
        }
        // A database that is killed alone is noticed by the first request that needs it.
        if (!wire.healthy()) {
            findings.add(
                    "cycle %d: no health within %s after the death of %s: %s"
                            .formatted(number, plan.patience(), death, server.said()));
        }
        return millisSince(killed);
    }

    /// Filled until acts are refused, and a while longer; then there is room again, and nobody touches the server.
    ///
    /// @return from the moment when there was room to the first act that was confirmed
    private long full(int number, Disk disk, Wire wire) throws IOException, InterruptedException {
        disk.fill(number % 2 == 0 ? NO_PIECE : (long) (chance.nextDouble() * BRIM));
        long end = System.nanoTime() + plan.patience().toNanos();
        while (wire.troubles().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK);
        }
        if (wire.troubles().isEmpty()) {
            findings.add("cycle " + number + ": nothing was refused, the disk was not filled");
        }
        rest(HOLD);
        disk.empty();
        long room = System.nanoTime();
        while (wire.lastDone() - room < 0 && System.nanoTime() - room < plan.patience().toNanos()) {
            LockSupport.parkNanos(LOOK);
        }
        if (wire.lastDone() - room < 0 || !wire.healthy()) {
            findings.add(
                    "cycle %d: no act was confirmed within %s after there was room again"
                            .formatted(number, plan.patience()));
        }
        return millisSince(room);
    }

    private static long millisSince(long then) {
        return (System.nanoTime() - then) / 1_000_000;
    }

    /// Every confirmed act gives its first answer again, every case has exactly the events that were confirmed, and there
    /// is no case that nobody was told of.
    private long verify(int number, List<Client> clients, Wire wire) {
        long replayed = 0;
        for (var client : clients) {
            for (var kept : client.confirmed().entrySet()) {
                var again = wire.send(kept.getKey());
                replayed++;
                if (!again.equals(kept.getValue())) {
                    findings.add(
                            "cycle %d: %s was answered with %s and now with %s"
                                    .formatted(
                                            number, kept.getKey().words(), kept.getValue(), again));
                }
            }
        }
        for (var client : clients) {
            client.expected()
                    .forEach((no, expected) -> {
                        int there = wire.events(no);
                        if (there != expected) {
                            findings.add(
                                    "cycle %d: case %s has %d events where %d were confirmed"
                                            .formatted(number, no, there, expected));
                        }
                    });
        }
        long begun = clients.stream().mapToLong(c -> c.expected().size()).sum();
        long now = wire.cases();
        if (now != cases + begun) {
            findings.add(
                    "cycle %d: there are %d cases where %d were before and %d were confirmed"
                            .formatted(number, now, cases, begun));
        }
        cases = now;
        return replayed;
    }

    private void rebuild(int number, Server server) throws IOException, InterruptedException {
        server.stop();
        for (var word : List.of("rebuild", "audit")) {
            var said = server.done(word);
            if (!said.isEmpty()) {
                findings.add("cycle " + number + ": " + said);
            }
        }
        if (number == plan.cycles()) {
            return;
        }
        server.start();
        if (!new Wire(server.port(), plan.patience()).healthy()) {
            findings.add("cycle " + number + ": no start after the rebuild: " + server.said());
        }
    }
}
