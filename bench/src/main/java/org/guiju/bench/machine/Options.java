package org.guiju.bench.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// 命令行选项 of a measurement: `--name value`, or `--name` alone for a switch.
public final class Options {
    private static final int DIGITS = 9;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Options() {}

    /// @param known names with their defaults; a default of "no" makes a switch
    /// @throws IllegalArgumentException when an option is unknown or has no value
    public static Options of(List<String> words, Map<String, String> known) {
        var options = new Options();
        options.values.putAll(known);
        for (int i = 0; i < words.size(); i++) {
            var name = words.get(i);
            var before = known.get(name);
            if (before == null) {
                throw new IllegalArgumentException("未知选项 / unknown option: " + name);
            }
            if (before.equals("no")) {
                options.values.put(name, "yes");
                continue;
            }
            if (++i == words.size()) {
                throw new IllegalArgumentException(name + " 缺少取值 / has no value");
            }
            options.values.put(name, words.get(i));
        }
        return options;
    }

    public String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    public boolean on(String name) {
        return text(name).equals("yes");
    }

    public int number(String name) {
        return number(name, text(name));
    }

    public List<Integer> numbers(String name) {
        return Stream.of(text(name).split(",", -1)).map(t -> number(name, t)).toList();
    }

    private static int number(String name, String text) {
        if (!text.matches("[0-9]{1," + DIGITS + "}")) {
            throw new IllegalArgumentException(
                    name + " 需要非负整数，而不是 / asks for a whole number, not: " + text);
        }
        return Integer.parseInt(text);
    }
}
