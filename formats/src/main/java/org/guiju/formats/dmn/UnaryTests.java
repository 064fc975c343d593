package org.guiju.formats.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guiju.kernel.discretion.Cell;
import org.guiju.kernel.discretion.Factor;

/// 条件格的写法: `-`, `< 5`, `[5..30)`, `3`, `"a","b"`. Nothing else is a test that could be analysed.
final class UnaryTests {
    private static final String N = "(-?\\d{1,15}(?:\\.\\d{1,4})?)";
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*" + N);
    private static final Pattern RANGE =
            Pattern.compile("([\\[(\\]])\\s*" + N + "\\s*\\.\\.\\s*" + N + "\\s*([\\])\\[])");
    private static final Pattern NUMBER = Pattern.compile(N);
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");

    private UnaryTests() {}

    /// Empty where the words are not such a test of the factor.
    static Optional<Cell> read(Factor factor, String words) {
        if (words.equals("-") || words.isEmpty()) {
            return Optional.of(Cell.ANY);
        }
        return switch (factor) {
            case Factor.Quantity _ -> quantity(words);
            case Factor.Choice _ -> choice(words);
        };
    }

    private static Optional<Cell> quantity(String words) {
        var m = COMPARED.matcher(words);
        if (m.matches()) {
            var n = new BigDecimal(m.group(2));
            return Optional.of(
                    switch (m.group(1)) {
                        case "<" -> new Cell.Interval(null, false, n, false);
                        case "<=" -> new Cell.Interval(null, false, n, true);
                        case ">" -> new Cell.Interval(n, false, null, false);
                        default -> new Cell.Interval(n, true, null, false);
                    });
        }
        m = RANGE.matcher(words);
        if (m.matches()) {
            return range(m);
        }
        m = NUMBER.matcher(words);
        if (m.matches()) {
            var n = new BigDecimal(m.group(1));
            return Optional.of(new Cell.Interval(n, true, n, true));
        }
        return Optional.empty();
    }

    private static Optional<Cell> range(Matcher m) {
        var from = new BigDecimal(m.group(2));
        var to = new BigDecimal(m.group(3));
        return from.compareTo(to) > 0
                ? Optional.empty()
                : Optional.of(
                        new Cell.Interval(
                                from, m.group(1).equals("["), to, m.group(4).equals("]")));
    }

    private static Optional<Cell> choice(String words) {
        var options = new ArrayList<String>();
        var m = STRING.matcher(words);
        int at = 0;
        while (m.find(at) && words.substring(at, m.start()).isBlank()) {
            options.add(unescaped(m.group(1)));
            at = m.end();
            while (at < words.length() && Character.isWhitespace(words.charAt(at))) {
                at++;
            }
            if (at == words.length()) {
                return Optional.of(new Cell.OneOf(options));
            }
            if (words.charAt(at) != ',') {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    /// The string of a literal; empty where it is none.
    static Optional<String> unquoted(String words) {
        var m = STRING.matcher(words);
        return m.matches() ? Optional.of(unescaped(m.group(1))) : Optional.empty();
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
