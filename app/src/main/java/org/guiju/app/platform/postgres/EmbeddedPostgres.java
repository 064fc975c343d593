package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// 内置数据库: a real PostgreSQL 18 under `dataDir/postgres`, started, watched and stopped by us. It listens on 127.0.0.1
/// only, asks everybody for a password (SCRAM), and never trades durability for speed.
///
/// Two roles are made: `guiju_migrator` owns the database `guiju` and its schema; `guiju_app` may only connect, so every
/// migration must GRANT what the application needs.
///
/// Stopping is the caller's: close this last, after the connection pool. When Java dies without closing, the server lives
/// on and the next start on the same directory stops it first; nothing acknowledged is lost.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private final ReentrantLock lifecycle = new ReentrantLock();
    private final DirectoryLock directoryLock;
    private final Secrets secrets;
    private final Postmaster postmaster;
    private final PostgresTimings timings;
    private final Watchdog watchdog;
    private boolean closed;

    private EmbeddedPostgres(
            DirectoryLock directoryLock,
            Secrets secrets,
            Postmaster postmaster,
            PostgresTimings timings) {
        this.directoryLock = directoryLock;
        this.secrets = secrets;
        this.postmaster = postmaster;
        this.timings = timings;
        this.watchdog = new Watchdog(postmaster, secrets, timings, lifecycle);
    }

    /// Starts the server, making the database first if there is none; returns when it answers `SELECT 1`.
    ///
    /// @param dataDir 数据目录; created if absent
    /// @throws EmbeddedPostgresException with a message for a person: directory in use or not writable, no way to run as
    ///         an unprivileged user, wrong platform, or a start that failed (with the last lines of the server's log)
    public static EmbeddedPostgres start(Path dataDir) throws EmbeddedPostgresException {
        return start(dataDir, PostgresTimings.USUAL);
    }

    /// The same with other time limits.
    public static EmbeddedPostgres start(Path dataDir, PostgresTimings timings)
            throws EmbeddedPostgresException {
        return start(dataDir, timings, RunAs.Tools.USUAL);
    }

    static EmbeddedPostgres start(Path dataDir, PostgresTimings timings, RunAs.Tools tools)
            throws EmbeddedPostgresException {
        var directory = DataDirectory.open(dataDir);
        DirectoryLock lock = null;
        boolean running = false;
        try {
            lock = DirectoryLock.take(directory.root());
            directory.clearHalfFinished();
            PreviousServer.clear(directory, timings);
            var secrets = Secrets.loadOrCreate(directory.secrets(), directory.holdsCluster());
            var postmaster = launch(directory, secrets, timings, tools);
            var started = new EmbeddedPostgres(lock, secrets, postmaster, timings);
            started.watchdog.start();
            running = true;
            return started;
        } catch (IOException | UncheckedIOException e) {
            throw new EmbeddedPostgresException(
                    "读写数据目录 %s 时出错:%s。请检查磁盘空间与权限。".formatted(dataDir, e),
                    "The data directory %s could not be read or written: %s. Check disk space and rights."
                            .formatted(dataDir, e),
                    e);
        } finally {
            if (lock != null && !running) {
                lock.close();
            }
        }
    }

    /// 数据库在此: whether this directory holds a database of ours.
    public static boolean holds(Path dataDir) {
        return Files.exists(dataDir.resolve("postgres").resolve("data").resolve("PG_VERSION"));
    }

    /// The owner's connection to the server that another process runs on this directory; empty if none answers.
    ///
    /// @throws EmbeddedPostgresException when the passwords cannot be read
    public static Optional<Connection> running(Path dataDir) throws EmbeddedPostgresException {
        var directory = new DataDirectory(dataDir.toAbsolutePath().resolve("postgres"));
        var file = PostmasterFile.read(directory.cluster()).filter(f -> f.ready() && f.port() > 0);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            var secrets = Secrets.loadOrCreate(directory.secrets(), true);
            return Optional.of(
                    DriverManager.getConnection(
                            Db.url(file.get().port(), Db.DATABASE),
                            Secrets.MIGRATOR,
                            secrets.migrator()));
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "nobody answers", e);
            return Optional.empty();
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "读不到 %s：%s。请以运行服务器的用户执行。".formatted(directory.secrets(), e.getMessage()),
                    "%s cannot be read: %s. Run this as the user that runs the server."
                            .formatted(directory.secrets(), e.getMessage()),
                    e);
        }
    }

    private static Postmaster launch(
            DataDirectory directory, Secrets secrets, PostgresTimings timings, RunAs.Tools tools)
            throws EmbeddedPostgresException, IOException {
        var chosen = RunAs.choose(directory.root(), tools);
        if (!directory.holdsCluster()) {
            directory.initialise(chosen, secrets);
        }
        directory.prepare(chosen);
        var postmaster = new Postmaster(directory, chosen, secrets);
        postmaster.startOnFreePort(timings.start());
        try {
            Provisioning.ensure(postmaster.port(), secrets);
            return postmaster;
        } catch (SQLException e) {
            postmaster.stop(timings.stop());
            throw new EmbeddedPostgresException(
                    "无法建立数据库角色:%s。日志在 %s。".formatted(e.getMessage(), directory.log()),
                    "The database roles could not be made: %s. The log is in %s."
                            .formatted(e.getMessage(), directory.log()),
                    e);
        }
    }

    public String applicationUrl() {
        return Db.url(postmaster.port(), Db.DATABASE);
    }

    public String applicationUser() {
        return Secrets.APP;
    }

    public String applicationPassword() {
        return secrets.app();
    }

    public String migratorUrl() {
        return Db.url(postmaster.port(), Db.DATABASE);
    }

    public String migratorUser() {
        return Secrets.MIGRATOR;
    }

    public String migratorPassword() {
        return secrets.migrator();
    }

    /// The listener is told, on the supervisor's thread, each time the server had to be started again and answers.
    public void onRestart(Consumer<PostgresRestart> listener) {
        watchdog.listen(listener);
    }

    /// Whether the process runs and answered when last asked.
    public boolean isAlive() {
        return postmaster.isAlive() && watchdog.answering();
    }

    /// The process number of the postmaster; another after a restart.
    public long pid() {
        return postmaster.pid();
    }

    /// Stops the server cleanly (fast shutdown), by force if it does not obey. May be called again, and from a shutdown
    /// hook.
    @Override
    public void close() {
        watchdog.stop();
        lifecycle.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            postmaster.stop(timings.stop());
        } catch (EmbeddedPostgresException e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
        } finally {
            try {
                directoryLock.close();
            } finally {
                lifecycle.unlock();
            }
        }
    }
}
