package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Runs small helper programs to their end, with a limit, keeping what they said.
final class Commands {

    /// @param status the exit status, or -1 if the program could not be started or did not end in time
    record Ended(int status, String said) {
        boolean well() {
            return status == 0;
        }
    }

    private Commands() {}

    /// Nobody's PGDATA or PGPORT may steer our server.
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    static Ended run(Duration longest, List<String> command) {
        try {
            var process = builder(command).start();
            process.getOutputStream().close();
            var said = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> said.complete(read(process)));
            boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            // a grandchild may hold the pipe open: its words are not worth waiting for
            var words = said.completeOnTimeout("", 1, TimeUnit.SECONDS).join();
            return new Ended(ended ? process.exitValue() : -1, words.strip());
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(-1, "interrupted");
        }
    }

    private static String read(Process process) {
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
