package org.guiju.tools.torture;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// 被试服务器: the real program as a process of its own, with the database that it starts; both can be killed.
public final class Server implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String READY = "the demo county is ready";
    private static final int LAST_LINES = 12;
    private final Plan plan;
    private final int port;
    private final File log;
    private @Nullable Process process;
    private volatile boolean over;

    /// @throws IOException when its directory cannot be made
    public Server(Plan plan) throws IOException {
        this.plan = plan;
        Files.createDirectories(plan.place());
        this.log = plan.log().toFile();
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /// Where it answers.
    public int port() {
        return port;
    }

    /// Starts it; [#ready] says when it serves.
    public void start() throws IOException {
        process = run(plan.demo(), "--port", Integer.toString(port));
    }

    /// Waits until the demo has said that its county is whole: before that it has people without accounts, and asking
    /// with a wrong password again and again would lock the door.
    public boolean ready() throws IOException {
        long end = System.nanoTime() + plan.patience().toNanos();
        while (System.nanoTime() < end && alive()) {
            if (Files.readString(log.toPath()).contains(READY)) {
                return true;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return false;
    }

    /// Runs it once more for another word, `rebuild` or `audit`; the server must not run.
    ///
    /// @return empty when it found nothing, else what the program said
    String done(String word) throws IOException, InterruptedException {
        var run = run(plan.words(word));
        if (!run.waitFor(plan.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            run.destroyForcibly();
            return "the " + word + " did not end within " + plan.patience();
        }
        return run.exitValue() == 0
                ? ""
                : "the " + word + " ended with " + run.exitValue() + ": " + said();
    }

    private Process run(List<String> words, String... more) throws IOException {
        if (over) {
            throw new IOException("the trial is over");
        }
        var command = new ArrayList<>(words);
        command.addAll(List.of("--data", plan.data().toString()));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(NoFsync.environment(plan));
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /// `kill -9` of what the death names; returns when it is gone.
    void kill(Death death) {
        if (death != Death.POSTGRES && process != null) {
            process.toHandle().destroyForcibly();
        }
        if (death != Death.JAVA) {
            killDatabase();
        }
        if (death != Death.POSTGRES && process != null) {
            process.onExit().join();
        }
    }

    /// Once, all that there is: a database that the JVM has started again meanwhile is not touched.
    private void killDatabase() {
        var all = database();
        all.forEach(ProcessHandle::destroyForcibly);
        while (all.stream().anyMatch(p -> p.isAlive() && !zombie(p.pid()))) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// Processes that work in the directory of the database.
    private List<ProcessHandle> database() {
        var home = plan.data().resolve("postgres/data");
        return ProcessHandle.allProcesses().filter(p -> worksIn(p.pid(), home)).toList();
    }

    private static boolean worksIn(long pid, Path home) {
        try {
            var works = Path.of("/proc", Long.toString(pid), "cwd");
            // A file system whose power was cut answers nothing any more, but the name is still
            // known.
            return Files.readSymbolicLink(works).equals(home) || Files.isSameFile(works, home);
        } catch (IOException _) {
            return false; // gone, or somebody else's
        }
    }

    private static boolean zombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException | IndexOutOfBoundsException _) {
            return true;
        }
    }

    /// Ends it as an operator does.
    public void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(plan.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /// The last lines of its log, for a finding.
    public String said() {
        try {
            var lines = Files.readAllLines(log.toPath());
            return String.join(
                    " | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing of the trial outlives it.
    @Override
    public void close() {
        over = true;
        kill(Death.BOTH);
        killDatabase();
    }
}
