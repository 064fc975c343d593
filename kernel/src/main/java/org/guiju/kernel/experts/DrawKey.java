package org.guiju.kernel.experts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// 抽选密钥: the figures of the public sources, brought into the one form of RFC 3797 section 4, so that everybody who
/// reads the same newspaper computes the same draw.
///
/// @param value for example `9319./2.5.8.10.12./9.18.26.34.41.45./`
public record DrawKey(String value) {
    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,80}(\\.[0-9]{0,40})?");

    /// Every sign has one place in it, so that a long text that is no key is refused as fast as a short one.
    private static final Pattern CANONICAL =
            Pattern.compile("(?:[0-9]++\\.(?:[0-9]++\\.)*+[0-9]*+/)++");

    private static final int LONGEST = 800;

    public DrawKey {
        if (problem(value).isPresent()) {
            throw new IllegalArgumentException("not a key of a draw: " + problem(value).get());
        }
    }

    /// 密钥不可用的原因.
    public enum Problem {
        EMPTY,
        TOO_LONG,
        NOT_ASCII
    }

    /// Why these characters cannot be hashed the same way by everybody; empty if they can.
    public static Optional<Problem> problem(String value) {
        if (value.isBlank()) {
            return Optional.of(Problem.EMPTY);
        }
        if (value.length() > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        return value.chars().allMatch(c -> c > ' ' && c < 127)
                ? Optional.empty()
                : Optional.of(Problem.NOT_ASCII);
    }

    /// 公开数值: whether this text is a figure of a source, a number that is not negative.
    public static boolean figure(String text) {
        return FIGURE.matcher(text).matches();
    }

    /// The key from the sources in their announced order, each with its figures as published. Figures of one source are
    /// ordered from smallest to largest, lose needless zeros and end in a period; each source ends in a slash.
    ///
    /// @param sources at least one, each with at least one [#figure]
    public static DrawKey of(List<List<String>> sources) {
        return new DrawKey(sources.stream().map(DrawKey::source).collect(Collectors.joining()));
    }

    /// Whether the key has the form of section 4; any other string of characters is hashed all the same.
    public boolean canonical() {
        if (!CANONICAL.matcher(value).matches()) {
            return false;
        }
        var sources =
                Arrays.stream(value.substring(0, value.length() - 1).split("/", -1))
                        .map(DrawKey::figures)
                        .toList();
        return sources.stream().flatMap(List::stream).allMatch(DrawKey::figure)
                && of(sources).value.equals(value);
    }

    /// `2.5.8.` are three whole numbers, `3.14` is one with a fraction; several of the latter in one source cannot be told apart.
    private static List<String> figures(String source) {
        return source.endsWith(".")
                ? List.of(source.substring(0, source.length() - 1).split("\\.", -1))
                : List.of(source);
    }

    private static String source(List<String> figures) {
        if (figures.isEmpty() || !figures.stream().allMatch(DrawKey::figure)) {
            throw new IllegalArgumentException("a source is one figure or more");
        }
        return figures.stream()
                .map(figure -> new BigDecimal(figure.endsWith(".") ? figure + "0" : figure))
                .sorted()
                .map(DrawKey::print)
                .collect(Collectors.joining("", "", "/"));
    }

    private static String print(BigDecimal figure) {
        var plain = figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".";
    }
}
