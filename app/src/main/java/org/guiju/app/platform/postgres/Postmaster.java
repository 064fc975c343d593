package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// 主进程: one server process at a time on one folder and one port, our direct child in a session of its own: Ctrl-C in the
/// terminal must not reach it before the application has finished its last writes.
final class Postmaster {

    private static final System.Logger LOG = System.getLogger(Postmaster.class.getName());
    private static final Duration NOTE_EVERY = Duration.ofSeconds(10);

    /// Below the range from which the system takes ports for outgoing connections: nobody borrows ours while we restart.
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;

    private final DataDirectory directory;
    private final RunAs.Chosen chosen;
    private final Secrets secrets;
    private final ServerLog log;
    private volatile int port;
    private volatile @Nullable Process process;

    Postmaster(DataDirectory directory, RunAs.Chosen chosen, Secrets secrets) {
        this.directory = directory;
        this.chosen = chosen;
        this.secrets = secrets;
        this.log = new ServerLog(directory.log());
    }

    /// First start: another port is tried when somebody was quicker on the one we saw free.
    void startOnFreePort(Duration longest) throws EmbeddedPostgresException, IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                start(longest, () -> false);
                return;
            } catch (PortTaken e) {
                if (attempt == 5) {
                    throw e.refusal;
                }
            }
        }
    }

    /// Starts on the port of the first start and returns when the server answers.
    void restart(Duration longest, BooleanSupplier cancelled)
            throws EmbeddedPostgresException, IOException {
        try {
            start(longest, cancelled);
        } catch (PortTaken e) {
            throw e.refusal;
        }
    }

    private void start(Duration longest, BooleanSupplier cancelled)
            throws EmbeddedPostgresException, IOException, PortTaken {
        var since = Instant.now();
        Files.deleteIfExists(log.beforeLog());
        var child =
                Commands.builder(chosen.runAs().command(command()))
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(log.beforeLog().toFile())
                        .start();
        process = child;
        var progress = new Progress(since);
        boolean ready =
                Await.until(
                        longest,
                        () -> {
                            progress.note();
                            return cancelled.getAsBoolean()
                                    || !child.isAlive()
                                    || ready(child.pid());
                        });
        if (ready && child.isAlive() && !cancelled.getAsBoolean()) {
            return;
        }
        boolean died = !child.isAlive();
        var tail = log.tail(since);
        PreviousServer.kill(directory.mark());
        var refusal =
                new EmbeddedPostgresException(
                        "数据库未能启动(%s)。日志在 %s,最后几行:%n%s"
                                .formatted(
                                        died ? "进程已退出" : longest.toSeconds() + " 秒内没有应答",
                                        log.folder(),
                                        tail),
                        "The database did not start (%s). The last lines of its log are above, the whole in %s."
                                .formatted(
                                        died
                                                ? "it ended"
                                                : "no answer in " + longest.toSeconds() + " s",
                                        log.folder()));
        if (tail.contains("could not bind")) {
            throw new PortTaken(refusal);
        }
        throw refusal;
    }

    /// The file says so first, because asking a server that is still recovering costs a refused connection each time.
    private boolean ready(long pid) {
        return PostmasterFile.read(directory.cluster())
                        .filter(file -> file.pid() == pid && file.ready())
                        .isPresent()
                && answers();
    }

    private boolean answers() {
        try (var connection =
                        Db.connect(
                                port,
                                "postgres",
                                Secrets.SUPERUSER,
                                secrets.superuser(),
                                Duration.ofSeconds(5));
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "not yet: {0}", e.getMessage());
            return false;
        }
    }

    private List<String> command() {
        var words = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            words.add("/usr/bin/setsid");
        }
        words.addAll(
                List.of(
                        chosen.binaries().program("postgres").toString(),
                        "-D",
                        directory.cluster().toString()));
        for (var setting : settings()) {
            words.addAll(List.of("-c", setting));
        }
        return words;
    }

    /// What must not be changed by hand or by ALTER SYSTEM: durability, who can reach the server, and that the log holds
    /// no personal data (terse: no DETAIL line with key values, no parameters).
    private List<String> settings() {
        return List.of(
                "cluster_name=" + directory.mark(),
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "data_sync_retry=off",
                "logging_collector=on",
                "log_destination=stderr",
                "log_directory=../log",
                "log_filename=postgresql-%Y%m%d-%H%M%S.log",
                "log_rotation_size=10MB",
                "log_rotation_age=1d",
                "log_file_mode=0600",
                "log_line_prefix=%m [%p] %q%u@%d ",
                "log_error_verbosity=terse",
                "log_parameter_max_length=0",
                "log_startup_progress_interval=5s");
    }

    void stop(Duration patience) throws EmbeddedPostgresException {
        PreviousServer.stop(directory.mark(), patience);
        reap();
    }

    void kill() throws EmbeddedPostgresException {
        PreviousServer.kill(directory.mark());
        reap();
    }

    private void reap() {
        var child = process;
        if (child != null) {
            Await.until(Duration.ofSeconds(5), () -> !child.isAlive());
        }
    }

    /// Waits for the process to end; returns at once when it does, so death is seen without polling.
    boolean endedWithin(Duration time) throws InterruptedException {
        var child = process;
        return child == null || child.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        var child = process;
        return child != null && child.isAlive();
    }

    long pid() {
        var child = process;
        return child == null ? -1 : child.pid();
    }

    int port() {
        return port;
    }

    ServerLog log() {
        return log;
    }

    private static int freePort() throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        for (int attempt = 0; attempt < 100; attempt++) {
            int candidate = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(loopback, candidate));
                return candidate;
            } catch (IOException _) {
                // taken: another
            }
        }
        try (var any = new ServerSocket(0, 1, loopback)) {
            return any.getLocalPort();
        }
    }

    /// After a power cut the WAL is replayed first; whoever waits should know for what.
    private final class Progress {
        private final Instant since;
        private long next = System.nanoTime() + NOTE_EVERY.toNanos();

        Progress(Instant since) {
            this.since = since;
        }

        void note() {
            if (System.nanoTime() - next >= 0) {
                next += NOTE_EVERY.toNanos();
                var last = log.tail(since).lines().reduce("", (_, line) -> line);
                LOG.log(
                        Level.INFO,
                        "等待数据库启动(可能正在恢复) / waiting for the database (it may be recovering): {0}",
                        last);
            }
        }
    }

    private static final class PortTaken extends Exception {
        private static final long serialVersionUID = 1L;
        private final EmbeddedPostgresException refusal;

        PortTaken(EmbeddedPostgresException refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }
}
