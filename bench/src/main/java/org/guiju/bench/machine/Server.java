package org.guiju.bench.machine;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// 服务器: the product in a process of its own, on a data directory.
public final class Server implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int FINE = 200;
    private final Process process;
    private final int port;
    private final double millis;

    private Server(Process process, int port, double millis) {
        this.process = process;
        this.port = port;
        this.millis = millis;
    }

    public int port() {
        return port;
    }

    /// Milliseconds from the start of the process until the first page was answered.
    public double millis() {
        return millis;
    }

    public long pid() {
        return process.pid();
    }

    /// Starts `serve` with this measurement's own class path.
    ///
    /// @param jvm options of the JVM
    /// @param words what stands behind `serve`
    public static Server start(Path data, List<String> jvm, List<String> words) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.guiju.app.GuijuApplication");
        command.add("serve");
        command.addAll(words);
        return start(command, data, Map.of());
    }

    /// Starts a command of the launcher's kind; port and data directory are added.
    ///
    /// @param environment added to that of this process
    public static Server start(List<String> command, Path data, Map<String, String> environment)
            throws Exception {
        int port = freePort();
        var all = new ArrayList<>(command);
        all.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        Files.createDirectories(data);
        long start = System.nanoTime();
        var builder =
                new ProcessBuilder(all)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        data.resolve("server.out").toFile()))
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        var process = builder.start();
        var page = Visitor.stranger(HttpClient.newHttpClient(), port);
        var end = Instant.now().plus(LONGEST);
        while (true) {
            try {
                if (page.get("/").status() == FINE) {
                    return new Server(process, port, (System.nanoTime() - start) / 1e6);
                }
            } catch (IOException _) {
                // Not there yet.
            }
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroy();
                throw new IllegalStateException(
                        "the server did not start: " + data.resolve("server.out"));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
