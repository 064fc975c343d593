package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.LoadResult.Rejected;
import org.guiju.kernel.powers.PowerDefinition;

/// 改坏一处: a good text with one passage exchanged for another.
final class Broken {
    private static final DefinitionReader READER = new DefinitionReader();

    /// A fact that the sentence wanted and did not get.
    private static final Pattern UNFILLED = Pattern.compile("“”|\\{[a-z-]+}|(?<= )''(?= )");

    // A word of the text that itself ends in an apostrophe is quoted as 'word ''.
    private static final Pattern HOLE = Pattern.compile("“”|\\{[a-z-]+}");

    static final String BASE = text("base.yaml");

    private final String yaml;
    private final int line;

    private Broken(String yaml, int line) {
        this.yaml = yaml;
        this.line = line;
    }

    static String text(String name) {
        return ShippedDefinitions.resource(name);
    }

    static PowerDefinition definition(String name) {
        return ((Loaded) new DefinitionReader().read(text(name), name)).definition();
    }

    static Broken base(String passage, String other) {
        return in(BASE, passage, other);
    }

    /// @param passage occurs exactly once; the problem is expected in the line where the change begins
    static Broken in(String text, String passage, String other) {
        var at = text.indexOf(passage);
        assertThat(at).as("the passage must occur: " + passage).isNotNegative();
        assertThat(text.indexOf(passage, at + 1)).as("only once: " + passage).isNegative();
        var same = 0;
        while (same < Math.min(passage.length(), other.length())
                && passage.charAt(same) == other.charAt(same)) {
            same++;
        }
        var line = (int) text.substring(0, at + same).chars().filter(c -> c == '\n').count() + 1;
        return new Broken(text.replace(passage, other), line);
    }

    Broken and(String passage, String other) {
        return in(yaml, passage, other);
    }

    List<DefinitionProblem> problems() {
        return switch (READER.read(yaml, "test.yaml")) {
            case Rejected rejected -> spokenPlainly(rejected.problems(), yaml);
            case Loaded loaded -> List.of();
        };
    }

    /// Whatever the problem, a reader gets a place in the text and whole sentences in both languages.
    static List<DefinitionProblem> spokenPlainly(List<DefinitionProblem> problems, String yaml) {
        assertThat(problems).isNotEmpty();
        var lines = yaml.split("\\R", -1).length;
        for (var p : problems) {
            assertThat(p.line()).as(p.toString()).isBetween(1, lines + 1);
            assertThat(p.column()).isPositive();
            var unfilled = line(yaml, p.line()).contains("'") ? HOLE : UNFILLED;
            for (var text : List.of(p.message(), p.remedy())) {
                assertThat(text.en()).as(p.toString()).isNotBlank().doesNotContainPattern(unfilled);
                assertThat(text.zh()).as(p.toString()).isNotBlank().doesNotContainPattern(unfilled);
            }
        }
        return problems;
    }

    private static String line(String yaml, int number) {
        return yaml.lines().skip(number - 1L).findFirst().orElse("");
    }

    void passes() {
        assertThat(problems()).isEmpty();
    }

    /// Exactly this code, in the line that was changed.
    void yields(Enum<?> code) {
        yields(code, line);
    }

    void yields(Enum<?> code, int expectedLine) {
        assertThat(problems()).extracting(DefinitionProblem::code).containsExactly(code.name());
        assertThat(problems()).extracting(DefinitionProblem::line).containsExactly(expectedLine);
    }

    /// This code, in the line of the passage or so many lines below it.
    void yields(Enum<?> code, String lineOf, int below) {
        yields(code, lineOf(lineOf) + below);
    }

    void yields(Enum<?> code, String lineOf) {
        yields(code, lineOf(lineOf));
    }

    /// These codes and no others, in any order.
    void yieldsAll(Enum<?>... codes) {
        assertThat(codes())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(codes).<String>map(Enum::name).toList());
    }

    /// This code, perhaps beside others that the same break brings with it.
    void has(Enum<?> code) {
        assertThat(codes()).contains(code.name());
    }

    List<String> codes() {
        return problems().stream().map(DefinitionProblem::code).toList();
    }

    private int lineOf(String lineOf) {
        var at = yaml.indexOf(lineOf);
        assertThat(at).as("in the text: " + lineOf).isNotNegative();
        return (int) yaml.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
