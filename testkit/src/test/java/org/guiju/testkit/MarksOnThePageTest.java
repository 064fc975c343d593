package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// The page of proven rows and the marks in the tests say the same, asked in the first minute of a run and not after its last: where the
/// page is compared (CI), a mark that was changed and a page that was not cost half an hour. At a desk the run writes the page.
class MarksOnThePageTest {
    private static final Pattern MARK =
            Pattern.compile(
                    "@Requirement\\(\\s*value = \"([A-K]\\d+)\",\\s*level = (?:Level\\.)?(\\w+),\\s*fault =\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)\\)");
    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| ([A-K]\\d+) \\| (\\w+) \\| (\\w+)\\.\\w+ \\| (.*) \\|$");

    @Test
    @EnabledIfEnvironmentVariable(named = "CI", matches = "true")
    void everyMarkStandsOnThePageAndThePageHasNoOther() throws IOException {
        var page = Files.readString(Tree.root().resolve("docs/generated/requirements.md"));
        var written =
                LINE.matcher(page)
                        .results()
                        .map(m -> said(m.group(1), m.group(2), m.group(3), m.group(4)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(marks()).isEqualTo(written);
    }

    private static TreeSet<String> marks() throws IOException {
        var marks = new TreeSet<String>();
        try (var files = Files.walk(Tree.root(), 12)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith("Test.java"))
                            .filter(f -> f.toString().contains("/src/test/java/"))
                            .filter(f -> !f.toString().contains("/testkit/"))
                            .toList()) {
                var type = name(file);
                MARK.matcher(Files.readString(file))
                        .results()
                        .map(m -> said(m.group(1), m.group(2), type, joined(m.group(3))))
                        .forEach(marks::add);
            }
        }
        return marks;
    }

    private static String joined(String literal) {
        return PIECE.matcher(literal)
                .results()
                .map(m -> m.group(1).translateEscapes().replace("|", "\\|"))
                .collect(Collectors.joining());
    }

    private static String said(String row, String level, String type, String fault) {
        return row + " " + level + " " + type + ": " + fault;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
