package org.guiju.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiju.formats.calendar.CalendarEditions;
import org.guiju.formats.calendar.EditionReading;
import org.guiju.formats.calendar.LimitsOutput;
import org.guiju.formats.calendar.LimitsSheet;
import org.guiju.formats.calendar.LimitsSheet.Result;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.WorkCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 期限推算: last days for a table of limits, each with its derivation. Exit codes: 0 every row computed, 1 some rows could
/// not be, 2 the file cannot be used.
@Command(
        name = "limits",
        mixinStandardHelpOptions = true,
        description = {
            "Compute the last day of each limit in a CSV file, over the published holiday notices.",
            "按已公布的放假通知，推算 CSV 文件中每个期限的最后一日。"
        },
        footerHeading = "%n",
        footer = {
            "Columns needed 必需的列: event_day_excluded, n, unit (working day | calendar day | month; 工作日 | 自然日 | 月)",
            "Columns written 输出的列: last_day, derivation, provisional (yes|no), error (where a row has one)",
            "Other columns are carried through; rule or basis is named in the derivation. 其他列原样保留。",
            "",
            "  rule,event_day_excluded,n,unit",
            "  行政许可法 42,2026-09-24,20,working day",
            "",
            "Exit status 退出码: 0 fine 正常, 1 rows with an error 有的行无法计算, 2 unusable input 输入无法使用"
        })
public final class LimitsCommand implements Callable<Integer> {

    /// What the answers may look like.
    enum Format {
        csv,
        json
    }

    @Parameters(
            paramLabel = "FILE.csv",
            description = "UTF-8, with or without BOM; - reads standard input. - 表示标准输入。")
    private String file;

    @Option(
            names = "--format",
            paramLabel = "csv|json",
            description = "default 默认: ${DEFAULT-VALUE}")
    private Format format = Format.csv;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description =
                    "language of derivations and errors 推算说明的语言; default 默认: ${DEFAULT-VALUE}")
    private Language language = Language.zh;

    @Option(
            names = "--calendar",
            paramLabel = "YEAR.json",
            description = "one more notice, as for a new year 另加一份放假通知; may be repeated 可重复")
    private List<Path> calendars = List.of();

    @Spec private CommandSpec spec;

    enum Language {
        zh,
        en
    }

    @Override
    public Integer call() {
        var editions = new ArrayList<>(ShippedCalendars.load());
        for (var path : calendars) {
            var edition = edition(path);
            if (edition.isEmpty()) {
                return Guiju.UNUSABLE;
            }
            editions.add(edition.get());
        }
        var bytes = read(file);
        if (bytes.isEmpty()) {
            return Guiju.UNUSABLE;
        }
        var sheet = new LimitsSheet(WorkCalendar.of(editions), language == Language.zh);
        return switch (sheet.fill(bytes.get())) {
            case Result.Filled filled -> print(filled);
            case Result.Unusable(var message) -> {
                say(file + "：" + message.zh());
                say(file + ": " + message.en());
                yield Guiju.UNUSABLE;
            }
        };
    }

    private int print(Result.Filled filled) {
        var out = spec.commandLine().getOut();
        out.print(format == Format.json ? LimitsOutput.json(filled) : LimitsOutput.csv(filled));
        out.flush();
        if (filled.failed() == 0) {
            return Guiju.FINE;
        }
        say("%d 行中有 %d 行无法计算，原因见 error 列。".formatted(filled.rows().size(), filled.failed()));
        say(
                "%d of %d rows could not be computed: see the column error."
                        .formatted(filled.failed(), filled.rows().size()));
        return Guiju.FINDINGS;
    }

    private Optional<CalendarEdition> edition(Path path) {
        var bytes = read(path.toString());
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return switch (CalendarEditions.parse(new String(bytes.get(), StandardCharsets.UTF_8))) {
            case EditionReading.Read(var edition) -> Optional.of(edition);
            case EditionReading.Rejected(var problems) -> {
                problems.forEach(p -> say(p.print(path.toString(), language == Language.zh)));
                yield Optional.empty();
            }
        };
    }

    private Optional<byte[]> read(String name) {
        try {
            if (name.equals("-")) {
                return Optional.of(System.in.readAllBytes());
            }
            var path = Path.of(name);
            if (Files.isDirectory(path)) {
                say(name + " 是文件夹，请给出文件。 " + name + " is a folder: name a file.");
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(path)) {
                return Optional.of(in.readAllBytes());
            }
        } catch (NoSuchFileException | java.nio.file.InvalidPathException e) {
            say("找不到文件 " + name + "，请检查路径。 There is no file " + name + ": check the path.");
        } catch (AccessDeniedException e) {
            say("无权读取 " + name + "，请检查文件权限。 " + name + " may not be read: check its permissions.");
        } catch (IOException e) {
            say(
                    "无法读取 "
                            + name
                            + "：请复制一份再试。 "
                            + name
                            + " cannot be read: try a copy. ("
                            + e.getMessage()
                            + ")");
        }
        return Optional.empty();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
