package org.guiju.formats.dmn;

import java.util.List;
import java.util.regex.Pattern;

/// Reads the band of the law out of its own words: 五万元以上十万元以下, 2万元以下, 等值以上三倍以下.
final class ClauseWords {
    private static final String N = "([\\d一二三四五六七八九十百千]+)(万)?";
    private static final Pattern BETWEEN = Pattern.compile(N + "元?以上" + N + "元以下");
    private static final Pattern UP_TO = Pattern.compile(N + "元以下");
    private static final Pattern TIMES = Pattern.compile(N + "倍以上" + N + "倍以下");
    private static final Pattern TIMES_UP_TO = Pattern.compile(N + "倍以下");

    private ClauseWords() {}

    /// From and to in hundredths.
    static List<Long> figures(String phrase) {
        for (var p : List.of(BETWEEN, TIMES)) {
            var m = p.matcher(phrase);
            if (m.find()) {
                return List.of(value(m.group(1), m.group(2)), value(m.group(3), m.group(4)));
            }
        }
        for (var p : List.of(UP_TO, TIMES_UP_TO)) {
            var m = p.matcher(phrase);
            if (m.find()) {
                return List.of(phrase.contains("等值以上") ? 100L : 0L, value(m.group(1), m.group(2)));
            }
        }
        return List.of();
    }

    private static long value(
            String number, @org.jspecify.annotations.Nullable String tenThousand) {
        return 100L * (tenThousand == null ? 1 : 10_000) * plain(number);
    }

    private static long plain(String number) {
        if (number.matches("\\d+")) {
            return Long.parseLong(number);
        }
        long value = 0;
        long digit = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            int at = "零一二三四五六七八九".indexOf(c);
            long unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit > 0) {
                value += (digit == 0 ? 1 : digit) * unit;
                digit = 0;
            } else {
                digit = at;
            }
        }
        return value + digit;
    }
}
