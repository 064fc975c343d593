package org.guiju.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.guiju.tools.simulation.Flaw;
import org.guiju.tools.simulation.Simulation;
import org.guiju.tools.torture.Death;
import org.guiju.tools.torture.Plan;
import org.guiju.tools.torture.Report;
import org.guiju.tools.torture.Torture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// 断电试验: kills a demo server under load and counts what is left.
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description = {
            "Kill a demo server under load, again and again: the JVM, the database, both in turn; or fill its disk, or cut"
                    + " its power. Every confirmed act must be there exactly once.",
            "在负载下反复强制结束示例服务器（轮流：Java 进程、数据库、两者），核对每个已确认的动作恰好存在一次。"
        },
        footerHeading = "%n",
        footer = {
            "Clients send acts over HTTP, each under an id of its own, and send it again under the same id until it is",
            "answered. After each death: health returns, every confirmed act gives its first answer again, every case has",
            "exactly the confirmed events, no case is there that nobody was told of, and the rebuild is byte-equal.",
            "客户端经 HTTP 提交动作，每个动作自带编号，未获答复即以同一编号重发。每次断电后核对：服务恢复，",
            "已确认的动作再问得同一答复，案件事件不多不少，没有无人知晓的案件，重建结果逐字节一致。",
            "",
            "--simulate 不启动服务器：单线程、虚拟时间、同一随机数必得同一轨迹。",
            "",
            "Exit status 退出码: 0 fine 正常, 1 findings 有发现, 2 unusable input 输入无法使用"
        })
public final class TortureCommand implements Callable<Integer> {
    private static final int SIMULATED_ACTS = 500;

    @Option(
            names = "--cycles",
            paramLabel = "N",
            description = "deaths 断电次数; default 默认: ${DEFAULT-VALUE}")
    private int cycles = 20;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "acting at the same time 同时操作的客户端; default 默认: ${DEFAULT-VALUE}")
    private int clients = 6;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "longest time under load before a death 每次断电前的最长负载秒数; default 默认: ${DEFAULT-VALUE}")
    private int seconds = 6;

    @Option(
            names = "--rebuild-every",
            paramLabel = "N",
            description =
                    "cycles from one rebuild to the next 每隔几次重建核对; default 默认: ${DEFAULT-VALUE}")
    private int rebuildEvery = 1;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "an empty or new directory 空目录或新目录; default 默认: a temporary one 临时目录")
    private @Nullable Path data;

    @Option(
            names = "--disk-full",
            description =
                    "fill the server's disk instead of killing it, and give the room back (root, ext4 on a loop device)"
                            + " 不断电，改为写满磁盘再腾出")
    private boolean diskFull;

    @Option(
            names = "--power-cut",
            description =
                    "shut the file system down under the server instead: what was not on the device is gone (root)"
                            + " 改为在运行中关断文件系统，未落盘者尽失")
    private boolean powerCut;

    @Option(
            names = "--fsync-off",
            description =
                    "with --power-cut, the control: a database that does not wait for its disk; acts must be lost, 0 if"
                            + " they were 对照：关闭落盘，应当丢失")
    private boolean fsyncOff;

    @Mixin private TrialOptions trial;

    @Option(
            names = "--simulate",
            description =
                    "no server: officers, faults and time simulated over the decider, one line a seed"
                            + " 不启动服务器：在决定器上模拟人员、故障与时间")
    private boolean simulate;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "simulations, from --seed on 模拟次数; default 默认: ${DEFAULT-VALUE}")
    private int seeds = 100;

    @Option(
            names = "--flaw",
            paramLabel = "NAME",
            description =
                    "plant a flaw in the simulated shell, to see it found 植入缺陷以验证能被发现:"
                            + " ${COMPLETION-CANDIDATES}")
    private Flaw flaw = Flaw.NONE;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (simulate) {
            return simulation();
        }
        if (cycles < 1 || clients < 1 || clients > 200 || seconds < 1 || rebuildEvery < 1) {
            trial.say("--cycles、--clients（至多 200）、--seconds、--rebuild-every 须为正整数。");
            trial.say(
                    "--cycles, --clients (200 at most), --seconds and --rebuild-every are whole numbers above 0.");
            return Guiju.UNUSABLE;
        }
        if (diskFull && powerCut || fsyncOff && !powerCut) {
            trial.say("--disk-full 与 --power-cut 只能用一个；--fsync-off 须与 --power-cut 同用。");
            trial.say("Use one of --disk-full and --power-cut; --fsync-off goes with --power-cut.");
            return Guiju.UNUSABLE;
        }
        return trial.told(() -> outcome(Torture.run(plan(), trial::say)));
    }

    /// The control has to lose: where it lost nothing, the trial would not have noticed either.
    private TrialOptions.Outcome outcome(Report report) {
        boolean found = !report.findings().isEmpty();
        var verdict =
                !fsyncOff
                        ? ""
                        : found
                                ? "对照有丢失，符合预期。 The control lost, as it must.%n".formatted()
                                : "对照没有丢失：本次试验不能说明问题。 The control lost nothing: this trial shows nothing.%n"
                                        .formatted();
        return new TrialOptions.Outcome(
                found == fsyncOff, () -> report.text() + verdict, report::json);
    }

    /// Stops at the first seed in which something did not hold.
    private int simulation() {
        if (seeds < 1) {
            trial.say("--seeds 须为正整数。 --seeds is a whole number above 0.");
            return Guiju.UNUSABLE;
        }
        var out = spec.commandLine().getOut();
        int acts = 0;
        long seed = trial.seed();
        for (long next = seed; next < seed + seeds; next++) {
            var result = Simulation.run(next, flaw, SIMULATED_ACTS);
            acts += (int) (result.done() + result.refused());
            out.printf(
                    "%d  %s  %d done, %d refused, %d resent, %d overtaken, %d cut, %d crashes, %d jumps%n",
                    next,
                    result.digest(),
                    result.done(),
                    result.refused(),
                    result.resent(),
                    result.faster(),
                    result.cut(),
                    result.crashes(),
                    result.jumps());
            if (!result.broken().isEmpty()) {
                result.broken().forEach(b -> out.println("不成立 BROKEN  " + b));
                out.printf("再现 again: --simulate --seeds 1 --seed %d --flaw %s%n", next, flaw);
                out.flush();
                return Guiju.FINDINGS;
            }
        }
        out.printf("%d 次模拟 simulations, %d 个动作 acts, 0 项发现 findings%n", seeds, acts);
        out.flush();
        return Guiju.FINE;
    }

    private Plan plan() throws IOException {
        return new Plan(
                trial.program(),
                place(),
                diskFull ? List.of(Death.DISK) : powerCut ? List.of(Death.POWER) : Death.KILLED,
                !fsyncOff,
                clients,
                cycles,
                Duration.ofSeconds(seconds),
                Duration.ofMinutes(5),
                rebuildEvery,
                trial.seed());
    }

    /// Never a directory with somebody's data in it.
    private Path place() throws IOException {
        if (data == null) {
            return Files.createTempDirectory("guiju-torture");
        }
        if (Files.exists(data)) {
            try (var inside = Files.list(data)) {
                if (inside.findAny().isPresent()) {
                    throw new IOException(data + " 不是空目录 / is not empty: name a new directory");
                }
            }
        }
        return data.toAbsolutePath();
    }
}
