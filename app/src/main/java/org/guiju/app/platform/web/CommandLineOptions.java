package org.guiju.app.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// 命令行: `demo|serve|rebuild|audit [--port N] [--data DIR]`, turned into what Spring reads. An option that nobody knows stops the
/// start: a typing error must not become a server that runs with other settings than were meant.
///
/// `--name.with.dot=value` sets a property by its own name, for operators who need one that has no short form.
public final class CommandLineOptions {

    /// 程序用法有误的退出码
    public static final int UNUSABLE = 2;

    private static final Pattern PROPERTY =
            Pattern.compile("--[a-z][\\w-]*(\\.[\\w\\[\\]-]+)+=.*", Pattern.DOTALL);
    private static final int HIGHEST_PORT = 65_535;
    private static final Map<String, String> SHORT =
            Map.of(
                    "--port", "--server.port=",
                    "--data", "--guiju.data=",
                    "--as-of", "--guiju.demo.as-of=");
    private static final String USAGE =
            "[demo|serve|rebuild|audit] [--port N] [--data DIR] [--as-of YYYY-MM-DD]; backup FILE|DIR; restore FILE";

    private CommandLineOptions() {}

    /// What the words ask for.
    public sealed interface Parsed {

        /// @param arguments for `SpringApplication.run`
        record Start(List<String> arguments) implements Parsed {}

        /// @param message for standard error, both languages; @param status exit status
        record Stop(String message, int status) implements Parsed {}
    }

    public static Parsed parse(String... words) {
        var arguments = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            if (i == 0 && !word.startsWith("-")) {
                var mode = mode(word);
                if (mode.isEmpty()) {
                    return stop("未知命令 " + word, "unknown command " + word);
                }
                arguments.addAll(mode.get());
                continue;
            }
            if (PROPERTY.matcher(word).matches()) {
                arguments.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (!SHORT.containsKey(name)) {
                return stop("未知选项 " + word, "unknown option " + word);
            }
            var value =
                    equals >= 0
                            ? word.substring(equals + 1)
                            : i + 1 < words.length ? words[++i] : "";
            var fault = fault(name, value);
            if (fault.isPresent()) {
                return fault.get();
            }
            arguments.add(SHORT.get(name) + value);
        }
        return new Parsed.Start(List.copyOf(arguments));
    }

    private static Optional<List<String>> mode(String word) {
        return switch (word) {
            case "serve" -> Optional.of(List.of());
            case "demo" -> Optional.of(List.of("--guiju.demo=true"));
            case "rebuild" -> Optional.of(List.of("--guiju.rebuild=true", "--server.port=-1"));
            case "audit" -> Optional.of(List.of("--guiju.audit=true", "--server.port=-1"));
            default -> Optional.empty();
        };
    }

    private static Optional<Parsed> fault(String name, String value) {
        if (name.equals("--port")) {
            return isPort(value)
                    ? Optional.empty()
                    : Optional.of(
                            stop(
                                    "--port 需要 0 至 65535 的整数，实际是 " + shown(value),
                                    "--port needs a whole number from 0 to 65535, not "
                                            + shown(value)));
        }
        if (name.equals("--as-of")) {
            return isDay(value)
                    ? Optional.empty()
                    : Optional.of(
                            stop(
                                    "--as-of 需要一个日期，例如 2026-11-20，实际是 " + shown(value),
                                    "--as-of needs a day such as 2026-11-20, not " + shown(value)));
        }
        return value.isBlank() || value.startsWith("--")
                ? Optional.of(stop("--data 需要一个目录", "--data needs a directory"))
                : Optional.empty();
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static boolean isPort(String value) {
        return value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= HIGHEST_PORT;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "—" : value;
    }

    private static Parsed stop(String zh, String en) {
        return new Parsed.Stop(
                String.format(Locale.ROOT, "guiju: %s%n       %s%n用法 usage: %s%n", zh, en, USAGE),
                UNUSABLE);
    }
}
