package org.guiju.tools;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.guiju.tools.fuzz.Fuzz;
import org.guiju.tools.fuzz.FuzzPlan;
import org.guiju.tools.fuzz.FuzzReport;
import org.guiju.tools.fuzz.NaughtyList;
import org.guiju.tools.torture.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// 乱输试验: asks a demo server over HTTP what no honest client asks, and looks at every answer.
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "Send a demo server what no honest client sends, in every field it has: no answer may be an error of the server,"
                    + " hang, show its inner workings or be anything but its own error pages.",
            "向示例服务器的每个接口和表单发送异常输入：答复不得出现服务器错误、挂起、内部信息或非本站的差错页。"
        },
        footerHeading = "%n",
        footer = {
            "Reads /api/openapi.json, signs the demo's people in, crawls the pages they see and collects their forms; then",
            "sends wrong types, depths, lengths, encodings, numbers, dates, payloads, headers, tokens and file names. It does",
            "what it is able to do: never point it at a server whose data matters.",
            "读取接口说明，以示例人员登录，收集其可见页面的表单，逐一发送异常的类型、层数、长度、编码、数字、日期、",
            "请求头、令牌和文件名。请求若被接受就会真的办理：切勿用于有真实数据的服务器。",
            "",
            "Exit status 退出码: 0 fine 正常, 1 findings 有发现, 2 unusable input 输入无法使用"
        })
public final class FuzzCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "a demo server that runs 正在运行的示例服务器, e.g. http://localhost:8080")
    private @Nullable URI url;

    @Option(names = "--demo", description = "start a demo server of its own 自行启动示例服务器")
    private boolean demo;

    @Option(names = "--requests", paramLabel = "N", description = "default 默认: ${DEFAULT-VALUE}")
    private int requests = 5_000;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "and not longer than this 最长分钟数; default 默认: ${DEFAULT-VALUE}")
    private int minutes = 60;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "asking at the same time 并发数; default 默认: ${DEFAULT-VALUE}")
    private int workers = 4;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description =
                    "each person opens in search of forms 每人为收集表单打开的页数; default 默认: ${DEFAULT-VALUE}")
    private int pages = 150;

    @Option(
            names = "--strings",
            paramLabel = "FILE",
            description = "more texts to send: a JSON array, or one a line 追加的字符串（JSON 数组或每行一条）")
    private @Nullable Path strings;

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "send this request of the seed alone 只发送该随机数下的第 N 个请求")
    private int number = -1;

    @Mixin private TrialOptions trial;

    @Override
    public Integer call() throws InterruptedException {
        if (requests < 1 || minutes < 1 || workers < 1 || workers > 64 || pages < 1) {
            trial.say("--requests、--minutes、--workers（至多 64）、--pages 须为正整数。");
            trial.say(
                    "--requests, --minutes, --workers (64 at most) and --pages are whole numbers above 0.");
            return Guiju.UNUSABLE;
        }
        if (demo == (url != null) || url != null && !usable(url)) {
            trial.say("请给出服务器地址（http 或 https），或用 --demo，二者择一。");
            trial.say("Give the address of a server (http or https), or --demo, one of the two.");
            return Guiju.UNUSABLE;
        }
        return trial.told(() -> {
            var report = url == null ? onOwnServer() : run(url);
            return new TrialOptions.Outcome(
                    report.findings().isEmpty(), report::text, report::json);
        });
    }

    private static boolean usable(URI url) {
        return List.of("http", "https").contains(String.valueOf(url.getScheme()))
                && url.getHost() != null;
    }

    private FuzzReport run(URI at) throws IOException {
        var plan =
                new FuzzPlan(
                        URI.create(at.getScheme() + "://" + at.getAuthority()),
                        FuzzPlan.DEMO_PEOPLE,
                        FuzzPlan.DEMO_PASSWORD,
                        FuzzPlan.DEMO_FACTOR,
                        trial.seed(),
                        requests,
                        Duration.ofMinutes(minutes),
                        workers,
                        Duration.ofSeconds(5),
                        pages,
                        strings == null ? List.of() : NaughtyList.of(strings));
        return number < 0 ? Fuzz.run(plan, trial::say) : Fuzz.only(plan, number, trial::say);
    }

    private FuzzReport onOwnServer() throws IOException, InterruptedException {
        var plan = trial.oneServer(Files.createTempDirectory("guiju-fuzz"));
        try (var own = new Server(plan)) {
            own.start();
            if (!own.ready()) {
                throw new IOException("the server did not come up: " + own.said());
            }
            var report = run(URI.create("http://localhost:" + own.port()));
            own.stop();
            return report;
        }
    }
}
