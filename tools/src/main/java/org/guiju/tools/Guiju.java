package org.guiju.tools;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// 规矩工具: one word per question. Exit codes: 0 fine, 1 findings, 2 unusable input.
@Command(
        name = "guiju",
        mixinStandardHelpOptions = true,
        version = "guiju 0.1.0-SNAPSHOT",
        description = "Check what a server says without trusting it. 不必信任服务器，自己核对。",
        subcommands = {
            LintCommand.class,
            ChartCommand.class,
            DrawCommand.class,
            LimitsCommand.class,
            SuperviseCommand.class,
            TortureCommand.class,
            FuzzCommand.class,
            VerifyCommand.class,
            WitnessCommand.class,
            MonitorCommand.class
        })
public final class Guiju implements Callable<Integer> {

    /// 无问题.
    public static final int FINE = 0;

    /// 有发现: the input was read, and something in it is not as it should be.
    public static final int FINDINGS = 1;

    /// 无法使用的输入: nothing can be said about it.
    public static final int UNUSABLE = 2;

    @Spec private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new Guiju());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return UNUSABLE;
    }
}
