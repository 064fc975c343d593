package org.guiju.kernel.linesystems;

import java.util.List;
import java.util.Optional;

/// 待答: what a clerk has to say once before a row can be read.
public sealed interface Question {

    /// 版式: what these columns are.
    record Columns(List<String> headings) implements Question {
        public Columns {
            headings = List.copyOf(headings);
        }
    }

    /// 值: what a word means.
    ///
    /// @param power within which; empty for the power itself
    record Word(Target target, String power, String word) implements Question {}

    /// As one line that can be kept and read again.
    default String code() {
        return switch (this) {
            case Columns(var headings) -> "columns|" + String.join("|", headings);
            case Word(var target, var power, var word) -> target.code() + "|" + power + "|" + word;
        };
    }

    static Optional<Question> ofCode(String code) {
        var parts = code.split("\\|", -1);
        if (parts[0].equals("columns")) {
            return Optional.of(new Columns(List.of(parts).subList(1, parts.length)));
        }
        return parts.length < 3
                ? Optional.empty()
                : Target.ofCode(parts[0])
                        .map(t ->
                                new Word(
                                        t,
                                        parts[1],
                                        code.substring(parts[0].length() + parts[1].length() + 2)));
    }
}
