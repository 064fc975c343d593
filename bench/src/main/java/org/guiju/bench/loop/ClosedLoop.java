package org.guiju.bench.loop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// 闭环: each thread takes a case from beginning to end, then the next. Speeds count what ended within the measured window;
/// CPU is
/// that of the window; rows, bytes and WAL are PostgreSQL's own figures over the whole loop, warm-up included, divided by all
/// its cases.
public final class ClosedLoop {
    private static final long SECOND = 1_000_000_000L;
    private final Engine engine;
    private final long warmEnd;
    private final long end;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong measured = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> caseNanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> stepNanos = new ConcurrentLinkedQueue<>();

    private ClosedLoop(Engine engine, int warm, int seconds) {
        this.engine = engine;
        this.warmEnd = System.nanoTime() + warm * SECOND;
        this.end = warmEnd + seconds * SECOND;
    }

    /// What PostgreSQL counts.
    private record Counted(long inserted, long updated, long deleted, long bytes, long wal) {
        Counted minus(Counted o) {
            return new Counted(
                    inserted - o.inserted,
                    updated - o.updated,
                    deleted - o.deleted,
                    bytes - o.bytes,
                    wal - o.wal);
        }
    }

    /// The program of one engine: `NAME JDBC-ADDRESS DATABASE THREADS WARM SECONDS DIRECTORY`; one line of figures on standard
    /// output, as `name=value`.
    public static void main(Engine engine, String[] args) throws Exception {
        var settings =
                new Engine.Settings(
                        args[1],
                        args[2],
                        Integer.parseInt(args[3]),
                        java.nio.file.Path.of(args[6]));
        System.out.println(
                run(
                        args[0],
                        engine,
                        settings,
                        Integer.parseInt(args[4]),
                        Integer.parseInt(args[5])));
    }

    private static String run(
            String name, Engine engine, Engine.Settings settings, int warm, int seconds)
            throws Exception {
        try (var watcher = DriverManager.getConnection(settings.superuser())) {
            engine.open(settings);
            var before = counted(watcher);
            var loop = new ClosedLoop(engine, warm, seconds);
            var spent = Spent.between(Spent.postmaster(watcher), loop.warmEnd, loop.end);
            loop.all(settings.threads());
            engine.close();
            // A backend flushes its statistics when it ends; an idle one may hold them back.
            var settled = System.nanoTime() + 2 * SECOND;
            while (System.nanoTime() < settled) {
                LockSupport.parkNanos(settled - System.nanoTime());
            }
            return loop.figures(
                    name, settings.threads(), seconds, counted(watcher).minus(before), spent.get());
        }
    }

    private void all(int threads) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var runs =
                    IntStream.range(0, threads)
                            .<Future<?>>mapToObj(_ -> pool.submit(this::cases))
                            .toList();
            for (var run : runs) {
                run.get();
            }
        }
    }

    private Void cases() throws Exception {
        while (System.nanoTime() < end) {
            long from = System.nanoTime();
            var id = engine.begin(begun.incrementAndGet());
            for (int step = 0; step < Engine.STEPS; step++) {
                complete(engine.next(id, step));
            }
            long to = System.nanoTime();
            if (from > warmEnd && to < end) {
                caseNanos.add(to - from);
            }
            if (to > warmEnd && to < end) {
                measured.incrementAndGet();
            }
        }
        return null;
    }

    private void complete(Callable<?> step) throws Exception {
        long from = System.nanoTime();
        step.call();
        long to = System.nanoTime();
        if (from > warmEnd && to < end) {
            stepNanos.add(to - from);
        }
    }

    private String figures(String name, int threads, int seconds, Counted d, Spent spent) {
        double n = begun.get();
        double timed = measured.get();
        return String.format(
                Locale.ROOT,
                "engine=%s threads=%d cases_per_s=%.1f case_p50_ms=%.2f case_p99_ms=%.2f act_p50_ms=%.2f act_p99_ms=%.2f"
                        + " jvm_cpu_ms=%.2f pg_cpu_ms=%.2f rows_inserted=%.1f rows_updated=%.1f rows_deleted=%.1f table_bytes=%.0f wal_bytes=%.0f cases=%d",
                name,
                threads,
                timed / seconds,
                share(caseNanos, 0.5),
                share(caseNanos, 0.99),
                share(stepNanos, 0.5),
                share(stepNanos, 0.99),
                spent.jvmMillis() / timed,
                spent.databaseMillis() / timed,
                d.inserted / n,
                d.updated / n,
                d.deleted / n,
                d.bytes / n,
                d.wal / n,
                begun.get());
    }

    private static double share(Collection<Long> nanos, double part) {
        var all = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(all);
        return all.length == 0
                ? Double.NaN
                : all[(int) Math.min(all.length - 1L, Math.round(all.length * part))] / 1e6;
    }

    private static Counted counted(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select coalesce(sum(n_tup_ins), 0), coalesce(sum(n_tup_upd), 0), coalesce(sum(n_tup_del), 0),
                                       coalesce(sum(pg_total_relation_size(relid)), 0), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')
                                from pg_stat_user_tables
                                """)) {
            row.next();
            return new Counted(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }
}
