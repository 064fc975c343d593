package org.guiju.bench.loop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// 处理器时间: what the JVM and the database's processes used between two moments. On a machine that others use too it says more
/// than the clock does.
record Spent(double jvmMillis, double databaseMillis) {
    /// Linux counts in hundredths of a second.
    private static final double TICK_MILLIS = 10;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static CompletableFuture<Spent> between(long postmaster, long from, long to) {
        return CompletableFuture.supplyAsync(() -> {
            waitUntil(from);
            var before = now(postmaster);
            waitUntil(to);
            var after = now(postmaster);
            return new Spent(
                    after.jvmMillis - before.jvmMillis,
                    after.databaseMillis - before.databaseMillis);
        });
    }

    /// The parent of the process that serves this connection.
    static long postmaster(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            var stat = stat(Path.of("/proc", row.getString(1)));
            return stat.length == 0 ? -1 : Long.parseLong(stat[PARENT]);
        }
    }

    private static Spent now(long postmaster) {
        double database = 0;
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                var stat = stat(process);
                if (stat.length > SYSTEM && Long.parseLong(stat[PARENT]) == postmaster) {
                    database += Long.parseLong(stat[USER]) + Long.parseLong(stat[SYSTEM]);
                }
            }
        } catch (IOException _) {
            return new Spent(Double.NaN, Double.NaN);
        }
        double own =
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(d -> d.toNanos() / 1e6)
                        .orElse(Double.NaN);
        return new Spent(own, database * TICK_MILLIS);
    }

    /// The fields behind the name, which may hold anything: state, parent, …
    private static String[] stat(Path process) {
        try {
            var text = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException _) {
            return new String[0];
        }
    }

    private static void waitUntil(long moment) {
        while (System.nanoTime() < moment) {
            LockSupport.parkNanos(moment - System.nanoTime());
        }
    }
}
