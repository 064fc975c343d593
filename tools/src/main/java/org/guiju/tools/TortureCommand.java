package org.guiju.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.guiju.tools.simulation.Flaw;
import org.guiju.tools.simulation.Simulation;
import org.guiju.tools.torture.Plan;
import org.guiju.tools.torture.Torture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// 断电试验: kills a demo server under load and counts what is left.
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description = {
            "Kill a demo server under load, again and again: the JVM, the database, both in turn. Every confirmed act must"
                    + " be there exactly once.",
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

    enum Format {
        text,
        json
    }

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

    @Option(names = "--seed", paramLabel = "N", description = "to repeat a run 重复某次试验的随机数")
    private long seed = System.nanoTime();

    @Option(
            names = "--server",
            paramLabel = "WORDS",
            split = " ",
            description =
                    "the program to start, before demo and rebuild 被试程序; default 默认: this launcher 本程序")
    private List<String> server = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "default 默认: ${DEFAULT-VALUE}")
    private Format format = Format.text;

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
            say("--cycles、--clients（至多 200）、--seconds、--rebuild-every 须为正整数。");
            say(
                    "--cycles, --clients (200 at most), --seconds and --rebuild-every are whole numbers above 0.");
            return Guiju.UNUSABLE;
        }
        var program = program();
        if (program.isEmpty()) {
            say(
                    "不知道要启动哪个程序：请用 --server 指明。 Which program is to be started? Name it with --server.");
            return Guiju.UNUSABLE;
        }
        try {
            var report = Torture.run(plan(program, place()), this::say);
            var out = spec.commandLine().getOut();
            out.print(format == Format.json ? report.json() : report.text());
            out.flush();
            return report.findings().isEmpty() ? Guiju.FINE : Guiju.FINDINGS;
        } catch (IOException e) {
            say("试验无法进行：" + e.getMessage());
            say("the trial could not be made: " + e.getMessage());
            return Guiju.UNUSABLE;
        }
    }

    /// Stops at the first seed in which something did not hold.
    private int simulation() {
        if (seeds < 1) {
            say("--seeds 须为正整数。 --seeds is a whole number above 0.");
            return Guiju.UNUSABLE;
        }
        var out = spec.commandLine().getOut();
        int acts = 0;
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

    private Plan plan(List<String> program, Path place) {
        var demo = new ArrayList<>(program);
        demo.add("demo");
        // The simulated year takes minutes to make and adds nothing to this trial.
        demo.add("--guiju.demo.year=0");
        var rebuild = new ArrayList<>(program);
        rebuild.add("rebuild");
        return new Plan(
                demo,
                rebuild,
                place,
                clients,
                cycles,
                Duration.ofSeconds(seconds),
                Duration.ofMinutes(5),
                rebuildEvery,
                seed);
    }

    private List<String> program() {
        if (!server.isEmpty()) {
            return server;
        }
        var launcher = System.getProperty("guiju.launcher", "");
        return launcher.isEmpty() ? List.of() : List.of(launcher);
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

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
