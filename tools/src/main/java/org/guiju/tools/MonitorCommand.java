package org.guiju.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.tools.ledger.EarlierWord;
import org.guiju.tools.ledger.LogSite;
import org.guiju.tools.ledger.Monitor;
import org.guiju.tools.ledger.MonitorMemory;
import org.guiju.tools.ledger.Trust;
import org.guiju.tools.ledger.UnusableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// 监测: anybody's own eye on a log.
@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        description = {
            "Read a published log whole, hash it again, and check what its entries mean.",
            "通读一份公开的日志，重算全部哈希，并核查条目的含义。"
        },
        footerHeading = "%n",
        footer = {
            "Checked 核查: signatures and witnesses; every file and root; numbers, links and doubles of each stream; times between",
            "what witnesses saw; with --definitions the steps of each case; deadlines. Class S entries are counted, not read.",
            "With --state it holds the log to what it told before; two stories become a .tlog-split that convicts it anywhere.",
            "",
            "Exit status 退出码: 0 nothing found 无发现, 1 findings 有发现, 2 unusable input 输入无法使用"
        })
public final class MonitorCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "URL|DIR", description = "where checkpoint and tile/ lie 日志的地址或文件夹")
    private String log;

    @Mixin private Trust trust = new Trust();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "remembers what the log told 记忆文件夹")
    private @Nullable Path state;

    @Option(
            names = "--definitions",
            paramLabel = "DIR",
            description = "definition texts (YAML), found by digest 制度文本文件夹")
    private @Nullable Path definitions;

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description =
                    "receipt, .tlog-proof or checkpoint that somebody was given: the log is held to it 旧回执或检查点，可重复")
    private List<String> receipts = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "2026-11-22T04:00:00Z; default now 截至时间，默认现在")
    private @Nullable String asOf;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "in which times are shown, such as Asia/Shanghai or +08:00; default 默认: as in the entries, UTC 显示时间所用的时区")
    private String zone = "Z";

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "default 默认: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Override
    public Integer call() {
        try {
            var policy =
                    trust.read()
                            .orElseThrow(() ->
                                    new picocli.CommandLine.ParameterException(
                                            spec.commandLine(),
                                            "请用 --policy 或 --key 指明日志公钥。 Name the log's key with --policy or --key."));
            var report =
                    new Monitor(
                                    LogSite.of(log),
                                    policy,
                                    trust.domestic(),
                                    Optional.ofNullable(state).map(MonitorMemory::new),
                                    Optional.ofNullable(definitions),
                                    EarlierWord.read(receipts),
                                    asOf == null ? Instant.now() : Instant.parse(asOf),
                                    ZoneId.of(zone))
                            .run();
            print(report);
            return report.findings().isEmpty() ? Guiju.FINE : Guiju.FINDINGS;
        } catch (UnusableInput | LogException | LogSite.SiteUnreachable e) {
            return unusable(String.valueOf(e.getMessage()));
        } catch (DateTimeParseException e) {
            return unusable(
                    "--as-of 须如 2026-11-22T04:00:00Z。 --as-of is a time such as 2026-11-22T04:00:00Z.");
        } catch (DateTimeException e) {
            return unusable(unknownZone());
        } catch (IOException e) {
            return unusable("无法读写记忆文件夹，请检查权限。 Cannot use the state folder: check its permissions.");
        }
    }

    private void print(Monitor.Report report) {
        var out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(json(report));
        } else {
            out.printf(
                    "%s %d: %d 条公开事件 events, %d 条密封 sealed, %d 项发现 findings%n",
                    report.origin(),
                    report.size(),
                    report.events(),
                    report.sealed(),
                    report.findings().size());
            report.findings().forEach(finding -> out.println("  " + finding));
            overdue(report).forEach(out::println);
            report.evidence().ifPresent(file -> out.println("  证据 evidence: " + file));
        }
        out.flush();
    }

    private String unknownZone() {
        return "没有时区 "
                + zone
                + "，请写成 Asia/Shanghai 或 +08:00。 There is no zone "
                + zone
                + ": write it as Asia/Shanghai or +08:00.";
    }

    /// What the number of overdue cases means, beside the cards of supervision, which count more.
    private static List<String> overdue(Monitor.Report report) {
        var causes = report.overdue();
        if (causes.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("  超期 overdue by cause:");
        causes.forEach((cause, count) ->
                lines.add("    %s (%s): %d".formatted(cause.words(), cause.code(), count)));
        lines.add(
                "    对应监察牌：案件的法定期限（GJ-S2 红牌）。只看公开条目里最后一次写明的法定期限。"
                        + " The card of the same: the case's statutory limit (GJ-S2, red); counted here by the last limit that an entry states.");
        lines.add(
                "    与监察牌数不同时，原因只能是：承诺期限与各环节期限的牌（GJ-P、环节）此处不计；日历调整后监察重算而条目不改；截至时间不同；撤销、升级的牌不再计数。"
                        + " Where the number of cards differs: cards of promises and of steps are not counted here; after a notice on the calendar supervision counts anew and entries stay;"
                        + " another moment of asking; cards cancelled or replaced by graver ones no longer count.");
        return lines;
    }

    private static String json(Monitor.Report report) {
        var json = JsonMapper.builder().build();
        var out = json.createObjectNode();
        out.put("origin", report.origin());
        out.put("size", report.size());
        out.put("events", report.events());
        out.put("sealed", report.sealed());
        var overdue = out.putObject("overdue");
        report.overdue().forEach((cause, count) -> overdue.put(cause.code(), count));
        var findings = out.putArray("findings");
        report.findings()
                .forEach(finding ->
                        findings.addObject()
                                .put("kind", finding.kind().code())
                                .put("place", finding.place())
                                .put("detail", finding.detail()));
        report.evidence().ifPresent(file -> out.put("evidence", file.toString()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(out);
    }

    private int unusable(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
        return Guiju.UNUSABLE;
    }
}
