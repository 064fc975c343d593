package org.guiju.formats.tables;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// 列名: the headings that a reader of tables knows, compared without regard to width, blanks, case, stars and remarks
/// such as （必填）.
public final class Headings {
    private final Set<String> known;
    private final List<String> examples;

    private Headings(Set<String> known, List<String> examples) {
        this.known = known;
        this.examples = examples;
    }

    /// @param examples what a message names when no header is found
    public static Headings of(Set<String> known, List<String> examples) {
        return new Headings(
                known.stream().map(Headings::normal).collect(Collectors.toUnmodifiableSet()),
                examples);
    }

    /// No heading is known: the first row with at least two cells is the header.
    public static Headings any() {
        return new Headings(Set.of(), List.of());
    }

    /// `* 事项 名称（必填）` and `事项名称` are one heading.
    public static String normal(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\((必填|选填|必填项|required|optional)\\)", "")
                .replaceAll("[\\s\\u00A0\\u3000\\uFEFF*_:·]+", "");
    }

    boolean knows(String heading) {
        return known.contains(normal(heading));
    }

    boolean areGiven() {
        return !known.isEmpty();
    }

    String examples() {
        return String.join("、", examples);
    }
}
