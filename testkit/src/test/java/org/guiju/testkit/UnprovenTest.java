package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is proven and what is not, of the groups that were taken up: every row stands on exactly one of the two pages.
class UnprovenTest {
    private static final Map<String, Integer> ROWS =
            Map.of("A", 92, "B", 63, "C", 85, "D", 49, "J", 13);
    private static final Pattern LINE =
            Pattern.compile("^\\| ((?:[A-K]\\d+)(?:, [A-K]\\d+)*) \\|", Pattern.MULTILINE);

    @Test
    void everyRowIsProvenOrItIsSaidWhyNot() throws IOException {
        var proven = rows(Path.of("docs", "generated", "requirements.md"));
        var unproven = rows(Path.of("docs", "evidence", "unproven.md"));
        assertThat(unproven)
                .as("proven, and yet said not to be")
                .doesNotContainAnyElementsOf(proven);
        var all =
                ROWS.entrySet().stream()
                        .flatMap(g ->
                                IntStream.rangeClosed(1, g.getValue())
                                        .mapToObj(n -> g.getKey() + n))
                        .collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(proven);
        assertThat(unproven).isEqualTo(all);
    }

    private static TreeSet<String> rows(Path page) throws IOException {
        var text = Files.readString(Tree.root().resolve(page));
        var found = new TreeSet<String>();
        LINE.matcher(text)
                .results()
                .forEach(m -> {
                    for (var row : m.group(1).split(", ")) {
                        found.add(row);
                    }
                });
        return found;
    }
}
