package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// 看门人: asks `SELECT 1` again and again on a connection of its own, and starts the server anew on the same port when it
/// died or fell silent. Needed because PostgreSQL, after a disk error during recovery, was seen to hang for minutes.
final class Watchdog {

    private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());

    /// A machine that slept, or one slow answer, is not silence.
    private static final int FEWEST_MISSES = 3;

    private final Postmaster postmaster;
    private final Secrets secrets;
    private final PostgresTimings timings;
    private final Lock lifecycle;
    private final List<Consumer<PostgresRestart>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("guiju-postgres-watchdog").unstarted(this::watch);
    private volatile boolean stopped;
    private volatile boolean answering = true;
    private @Nullable Connection connection;

    Watchdog(Postmaster postmaster, Secrets secrets, PostgresTimings timings, Lock lifecycle) {
        this.postmaster = postmaster;
        this.secrets = secrets;
        this.timings = timings;
        this.lifecycle = lifecycle;
    }

    void start() {
        thread.start();
    }

    /// Returns at once; a restart under way sees it and gives up.
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    void listen(Consumer<PostgresRestart> listener) {
        listeners.add(listener);
    }

    boolean answering() {
        return answering;
    }

    private void watch() {
        int misses = 0;
        long lastAnswer = System.nanoTime();
        while (!stopped) {
            boolean died = ended();
            if (stopped) {
                break;
            }
            if (!died && answers()) {
                answering = true;
                misses = 0;
                lastAnswer = System.nanoTime();
                postmaster.log().prune();
                continue;
            }
            misses++;
            answering = false;
            boolean silent =
                    misses >= FEWEST_MISSES
                            && System.nanoTime() - lastAnswer >= timings.patience().toNanos();
            if ((died || silent)
                    && revive(died ? PostgresRestart.Cause.DIED : PostgresRestart.Cause.SILENT)) {
                misses = 0;
                lastAnswer = System.nanoTime();
            }
        }
        disconnect();
    }

    private boolean ended() {
        try {
            return postmaster.endedWithin(timings.check());
        } catch (InterruptedException _) {
            return false; // only stop() interrupts, and it has set its flag
        }
    }

    private boolean answers() {
        try {
            var open = connection;
            if (open == null) {
                open =
                        Db.connect(
                                postmaster.port(),
                                "postgres",
                                Secrets.SUPERUSER,
                                secrets.superuser(),
                                timings.answer());
                connection = open;
            }
            try (var statement = open.createStatement()) {
                return statement.execute("SELECT 1");
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "数据库没有应答 / the database did not answer: {0}", e.getMessage());
            disconnect();
            return false;
        }
    }

    private void disconnect() {
        var open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException _) {
                // it is gone either way
            }
        }
    }

    private boolean revive(PostgresRestart.Cause cause) {
        long noticed = System.nanoTime();
        disconnect();
        lifecycle.lock();
        try {
            if (stopped) {
                return false;
            }
            LOG.log(
                    Level.ERROR,
                    "数据库失去响应({0}),正在重新启动 / the database failed ({0}), starting it again",
                    cause);
            postmaster.kill();
            postmaster.restart(timings.start(), () -> stopped);
            answering = true;
        } catch (EmbeddedPostgresException | IOException e) {
            if (!stopped) {
                LOG.log(
                        Level.ERROR,
                        "数据库未能重新启动,将再试 / the database could not be started again, will try: {0}",
                        e.getMessage());
            }
        } finally {
            lifecycle.unlock();
        }
        if (!answering) {
            Await.until(timings.check(), () -> stopped);
            return false;
        }
        tell(new PostgresRestart(cause, Duration.ofNanos(System.nanoTime() - noticed)));
        return true;
    }

    private void tell(PostgresRestart restart) {
        LOG.log(Level.INFO, "数据库已恢复 / the database is back: {0}", restart);
        for (var listener : listeners) {
            try {
                listener.accept(restart);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a listener failed after a restart of the database", e);
            }
        }
    }
}
