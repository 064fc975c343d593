package org.guiju.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.guiju.tools.torture.Plan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// 试验的公共选项: what every trial of a demo server takes, and how it says what came out.
final class TrialOptions {
    enum Format {
        text,
        json
    }

    @Option(names = "--seed", paramLabel = "N", description = "to repeat a run 重复某次试验的随机数")
    private long seed = System.nanoTime();

    @Option(
            names = "--server",
            paramLabel = "WORDS",
            split = " ",
            description = "the program to start, before demo 被试程序; default 默认: this launcher 本程序")
    private List<String> server = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "default 默认: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /// What came out.
    ///
    /// @param fine whether nothing was found that must not be
    record Outcome(boolean fine, Supplier<String> text, Supplier<String> json) {}

    long seed() {
        return seed;
    }

    /// @throws IOException where nobody says which program it is
    List<String> program() throws IOException {
        if (!server.isEmpty()) {
            return server;
        }
        var launcher = System.getProperty("guiju.launcher", "");
        if (launcher.isEmpty()) {
            throw new IOException(
                    "不知道要启动哪个程序，请用 --server 指明 / which program is to be started? Name it with --server");
        }
        return List.of(launcher);
    }

    /// A server that is asked and not killed.
    Plan oneServer(Path place) throws IOException {
        return Plan.oneServer(program(), place, seed);
    }

    /// Runs the trial and prints what came out; a trial that could not be made is an input that cannot be used.
    int told(Callable<Outcome> trial) throws InterruptedException {
        try {
            var outcome = trial.call();
            var out = spec.commandLine().getOut();
            out.print((format == Format.json ? outcome.json() : outcome.text()).get());
            out.flush();
            return outcome.fine() ? Guiju.FINE : Guiju.FINDINGS;
        } catch (IOException e) {
            say("试验无法进行：" + e.getMessage());
            say("the trial could not be made: " + e.getMessage());
            return Guiju.UNUSABLE;
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
