package org.guiju.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.formats.supervision.EventLogReader;
import org.guiju.formats.supervision.LogEvent;
import org.guiju.formats.supervision.LogMatters;
import org.guiju.formats.supervision.SupervisionOutput;
import org.guiju.formats.supervision.SupervisionVectors;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.CalendarHistory;
import org.guiju.kernel.supervision.Finding;
import org.guiju.kernel.supervision.KnownCalendar;
import org.guiju.kernel.supervision.Scheme;
import org.guiju.kernel.supervision.Schemes;
import org.guiju.kernel.supervision.Supervision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 监察: judges another system's event log by a scheme of supervision, or checks published vectors. Exit codes: 0 no card
/// counts, 1 cards, 2 the log cannot be used.
@Command(
        name = "supervise",
        mixinStandardHelpOptions = true,
        description = {
            "Light the warnings, yellow and red cards that an event log deserves, with what each card saw.",
            "按监察规则为办件事件日志判定预警、黄牌、红牌，并列出每张牌所见的事件。"
        },
        footerHeading = "%n",
        footer = {
            "A log is CSV, XLSX or JSON (an array of objects), one event a row. 日志每行一个事件。",
            "Columns needed 必需的列:  matter(案号) event(事件) at(时间)",
            "  event: accepted 受理, suspended 暂停, resumed 恢复, extended 延长, ended 办结, other 其他",
            "Columns that may be there 可有的列:",
            "  recorded(登记时间) when it was entered, if later; promise(承诺) statute(法定) limit(时限) days allowed,",
            "  as 7, 7 working days, 90 自然日; unit(单位); days(天数) applied for or granted;",
            "  object(对象): case 办件, special-procedure 特别程序, pre-acceptance 网上预受理, e-licence 电子证照,",
            "  enquiry 咨询, complaint 投诉; organ(机关) post(岗位) officer(人员) note(说明)",
            "",
            "  matter,event,at,promise,statute,organ,officer",
            "  A-1,accepted,2018-10-15T10:00,7,10,某局,张三",
            "  A-1,ended,2018-10-26T09:30,,,,",
            "",
            "A JSON file of vectors (each with expect) is checked instead: 0 all agree 全部一致, 1 some do not 有不一致.",
            "Exit status 退出码: 0 no card 无牌, 1 cards 有牌, 2 unusable input 输入无法使用"
        })
public final class SuperviseCommand implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MAX_BYTES = 20 << 20;

    enum Format {
        text,
        json
    }

    enum Language {
        zh,
        en
    }

    @Parameters(paramLabel = "FILE|DIR", description = "a log, or a folder of logs 日志文件或文件夹")
    private Path path;

    @Option(
            names = "--scheme",
            paramLabel = "ID",
            description =
                    "statutory (default; vectors: hunan) or hunan 规则方案：statutory 法定计日，hunan 湖南电子监察")
    private @Nullable String schemeId;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "2018-10-26 (its end) or 2018-10-26T09:30, China time; default now 截至时间，默认现在")
    private @Nullable String asOf;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "default 默认: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "language of the text 文字的语言; default 默认: ${DEFAULT-VALUE}")
    private Language language = Language.zh;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var files = files();
        var moment = moment();
        var scheme = Schemes.byId(schemeId == null ? Schemes.STATUTORY.id() : schemeId);
        if (files.isEmpty() || moment.isEmpty()) {
            return Guiju.UNUSABLE;
        }
        if (scheme.isEmpty()) {
            var known = Schemes.ALL.stream().map(Scheme::id).toList();
            return unusable(
                    "没有规则方案 " + schemeId + "，可用：" + known,
                    "There is no scheme " + schemeId + "; there are " + known);
        }
        var calendar = KnownCalendar.of(ShippedCalendars.load());
        if (files.size() == 1 && SupervisionVectors.recognise(files.values().iterator().next())) {
            var by = schemeId == null ? Schemes.HUNAN : scheme.get();
            return vectors(files.values().iterator().next(), by, calendar);
        }
        return judge(files, scheme.get(), calendar, moment.get());
    }

    private int judge(
            Map<String, byte[]> files, Scheme scheme, KnownCalendar calendar, Instant at) {
        var events = new ArrayList<LogEvent>();
        var problems = new ArrayList<Text>();
        files.forEach((name, bytes) -> {
            switch (EventLogReader.read(name, bytes)) {
                case EventLogReader.Result.Read(var read) -> events.addAll(read);
                case EventLogReader.Result.Unusable(var found) -> problems.addAll(found);
            }
        });
        var log = LogMatters.of(events);
        problems.addAll(log.problems());
        if (!problems.isEmpty()) {
            problems.forEach(p -> say(language == Language.zh || p.en() == null ? p.zh() : p.en()));
            return unusable(
                    "日志有 " + problems.size() + " 处问题，未作判定；改正后再试。",
                    "The log has "
                            + problems.size()
                            + " problems and was not judged: mend them and try again.");
        }
        var findings = new ArrayList<Finding>();
        log.matters()
                .forEach((matter, snapshots) ->
                        findings.addAll(
                                Supervision.judge(
                                                scheme,
                                                matter,
                                                snapshots,
                                                CalendarHistory.of(calendar),
                                                at)
                                        .findings()));
        findings.sort(
                Comparator.comparing(Finding::first)
                        .thenComparing(Finding::matter)
                        .thenComparing(Finding::id));
        var judged =
                new SupervisionOutput.Judged(scheme, at, calendar, log.matters().size(), findings);
        print(
                format == Format.json
                        ? SupervisionOutput.json(judged)
                        : SupervisionOutput.text(judged, language == Language.zh));
        return judged.counting() == 0 ? Guiju.FINE : Guiju.FINDINGS;
    }

    private int vectors(byte[] bytes, Scheme scheme, KnownCalendar calendar) {
        return switch (SupervisionVectors.check(bytes, scheme, calendar)) {
            case SupervisionVectors.Result.Unusable(var problem) ->
                    unusable(problem.zh(), problem.en() == null ? "" : problem.en());
            case SupervisionVectors.Result.Checked(var checks) -> {
                var wrong = checks.stream().filter(c -> !c.agrees()).count();
                var out = new StringBuilder();
                for (var c : checks) {
                    out.append(
                            "%s  %-12s  %-13s  %s%s%n"
                                    .formatted(
                                            c.agrees() ? "✓" : "✗",
                                            c.vector(),
                                            c.card(),
                                            c.found().isEmpty() ? "—" : c.found(),
                                            c.agrees()
                                                    ? ""
                                                    : "  应为 expected "
                                                            + (c.expected().isEmpty()
                                                                    ? "—"
                                                                    : c.expected())));
                }
                out.append(
                        "%s：%d 项，不一致 %d 项。 %s: %d checks, %d differ.%n"
                                .formatted(
                                        scheme.id(),
                                        checks.size(),
                                        wrong,
                                        scheme.id(),
                                        checks.size(),
                                        wrong));
                print(out.toString());
                yield wrong == 0 ? Guiju.FINE : Guiju.FINDINGS;
            }
        };
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private Optional<Instant> moment() {
        var text = asOf;
        if (text == null) {
            return Optional.of(Instant.now());
        }
        try {
            if (text.length() == 10) {
                var next = LocalDate.parse(text).plusDays(1);
                return Optional.of(next.atStartOfDay(ZONE).toInstant().minusSeconds(1));
            }
            var local = LocalDateTime.parse(text.replace(' ', 'T'));
            return Optional.of(local.atZone(ZONE).toInstant());
        } catch (DateTimeException e) {
            unusable(
                    "--as-of " + text + " 不是时间，写作 2018-10-26 或 2018-10-26T09:30。",
                    "--as-of " + text + " is no time: write 2018-10-26 or 2018-10-26T09:30.");
            return Optional.empty();
        }
    }

    /// The logs by name; empty, with the reason said, if there is none.
    private Map<String, byte[]> files() {
        var found = new TreeMap<String, byte[]>();
        try {
            if (!Files.isDirectory(path)) {
                add(found, path);
                return found;
            }
            try (var list = Files.list(path)) {
                for (var file : list.sorted().toList()) {
                    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                    if (List.of(".csv", ".json", ".xlsx").stream().anyMatch(name::endsWith)) {
                        add(found, file);
                    }
                }
            }
            if (found.isEmpty()) {
                unusable(
                        "文件夹 " + path + " 中没有 csv、json 或 xlsx 文件。",
                        "There is no csv, json or xlsx file in " + path + ".");
            }
        } catch (IOException e) {
            found.clear();
            unusable(
                    "无法读取 " + path + "，请检查路径和权限。",
                    "Cannot read " + path + ": check path and permissions.");
        }
        return found;
    }

    private static void add(Map<String, byte[]> found, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            // one byte more than is taken, so that the reader can say that there was more
            found.put(file.getFileName().toString(), in.readNBytes(MAX_BYTES + 1));
        }
    }

    private int unusable(String zh, String en) {
        say(zh);
        say(en);
        return Guiju.UNUSABLE;
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
