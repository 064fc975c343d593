package org.guiju.app.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another Java process that runs [Victim] and can be killed.
final class ChildJava implements AutoCloseable {

    final Process process;
    private final BufferedReader lines;

    private ChildJava(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildJava run(String deed, Path dataDir) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        deed,
                        dataDir.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new ChildJava(builder.start());
    }

    String nextLine() throws IOException {
        var line = lines.readLine();
        if (line == null) {
            throw new IOException("the child ended without a word");
        }
        return line;
    }

    /// Reads until a line begins so; log lines in between are passed over and kept for the message.
    String lineBeginning(String beginning) throws IOException {
        var passed = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            passed.add(line);
        }
        throw new IOException("the child said no line beginning " + beginning + " but " + passed);
    }

    /// All that was still in the pipe when the process died.
    List<String> rest() {
        return lines.lines().toList();
    }

    /// `kill -9`, and wait until it is gone.
    void kill() throws InterruptedException {
        // by the handle: Process.destroyForcibly would throw away what is still in the pipe
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
