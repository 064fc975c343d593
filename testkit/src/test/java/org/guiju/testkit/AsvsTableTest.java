package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of the verification standard answers every number of its first two levels once, names only what there is, and counts right.
class AsvsTableTest {
    private static final List<String> ANSWERS =
            List.of("holds", "in part", "not met", "does not apply");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\|(.*)\\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");
    private static final Pattern LINKED = Pattern.compile("\\]\\(([^):]+\\.md)\\)");
    private static final Pattern COUNTED =
            Pattern.compile("<!-- counts -->\n(.*)<!-- /counts -->", Pattern.DOTALL);

    private static final String PAGE = "docs/evidence/asvs.md";

    record Row(String id, String level, String asked, String answer, String evidence) {
        int chapter() {
            return Integer.parseInt(id.substring(0, id.indexOf('.')));
        }
    }

    @Test
    void everyNumberIsAnsweredOnceByWhatIsThereAndCountedRight() throws IOException {
        var page = Files.readString(Tree.root().resolve(PAGE));
        assertThat(faults(page, numbers(), Tree.sources("main", "test"))).isEmpty();
        assertThat(counted(page)).isEqualTo(counts(rows(page)));
    }

    @Test
    void theGuardCatchesWhatItIsFor() {
        var numbers = Map.of("1.1.1", "2", "1.2.1", "1");
        var sources =
                Map.of("Door", "class Door {}", "DoorTest", "class DoorTest { void isShut() {");
        var good =
                """
                | 1.1.1 | 2 | doors | holds | `Door`, `DoorTest.isShut` |
                | 1.2.1 | 1 | windows | does not apply | there are none |
                """;
        assertThat(faults(good, numbers, sources)).isEmpty();
        assertThat(counts(rows(good)))
                .contains("| 1 | 1 | 0 | 0 | 1 | 2 |\n", "| level 2 | 1 | 0 | 0 | 0 | 1 |\n");
        var caught =
                Map.of(
                        "1.1.1 | 2 | doors", "1.1.1 | 1 | doors",
                        "`Door`", "`Gate`",
                        "isShut", "isOpen",
                        "| holds", "| fine",
                        "`Door`, `DoorTest.isShut`", "surely",
                        "| 1.2.1 | 1", "| 1.1.1 | 1",
                        "1.2.1 | 1", "1.2.9 | 1",
                        "there are none", "",
                        "does not apply", "in part",
                        "there are none |", "[page](not-there.md) |");
        caught.forEach((what, by) ->
                assertThat(faults(good.replace(what, by), numbers, sources)).as(by).isNotEmpty());
    }

    private static List<String> faults(
            String page, Map<String, String> numbers, Map<String, String> sources) {
        var faults = new ArrayList<String>();
        var missing = new TreeMap<>(numbers);
        for (var row : rows(page)) {
            var level = missing.remove(row.id());
            if (level == null) {
                faults.add(row.id() + ": twice or unknown");
            } else if (!level.equals(row.level())) {
                faults.add(row.id() + ": is of level " + level);
            }
            answered(row, faults);
            named(row, sources, faults);
        }
        missing.keySet().forEach(id -> faults.add(id + ": no row"));
        return faults;
    }

    private static void answered(Row row, List<String> faults) {
        if (!ANSWERS.contains(row.answer())) {
            faults.add(row.id() + ": no answer " + row.answer());
        }
        if (row.asked().isEmpty() || row.evidence().isEmpty()) {
            faults.add(row.id() + ": an empty cell");
        }
        boolean shown =
                NAMED.matcher(row.evidence()).find() || LINKED.matcher(row.evidence()).find();
        if (row.answer().equals("holds") && !shown) {
            faults.add(row.id() + ": holds by nothing");
        }
        if (row.answer().equals("in part") && !row.evidence().contains("missing: ")) {
            faults.add(row.id() + ": in part, and nothing missing");
        }
    }

    private static void named(Row row, Map<String, String> sources, List<String> faults) {
        NAMED.matcher(row.evidence())
                .results()
                .forEach(m -> {
                    var source = sources.get(m.group(1));
                    if (source == null) {
                        faults.add(row.id() + ": no class " + m.group(1));
                    } else if (m.group(2) != null && !source.contains("void " + m.group(2) + "(")) {
                        faults.add(row.id() + ": no test " + m.group(1) + "." + m.group(2));
                    }
                });
        LINKED.matcher(row.evidence())
                .results()
                .map(m -> m.group(1))
                .filter(link -> !Files.exists(Tree.root().resolve(PAGE).resolveSibling(link)))
                .forEach(link -> faults.add(row.id() + ": no document " + link));
    }

    private static List<Row> rows(String page) {
        return page.lines()
                .map(ROW::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(m -> {
                    var cells = Stream.of(m.group(2).split("\\|", -1)).map(String::strip).toList();
                    assertThat(cells).as(m.group(1)).hasSize(4);
                    return new Row(
                            m.group(1), cells.get(0), cells.get(1), cells.get(2), cells.get(3));
                })
                .toList();
    }

    private static String counted(String page) {
        var found = COUNTED.matcher(page);
        assertThat(found.find()).as("counts stand between their marks").isTrue();
        return found.group(1);
    }

    private static String counts(List<Row> rows) {
        var text =
                new StringBuilder(
                        """
                        | chapter | holds | in part | not met | does not apply | all |
                        |---|---|---|---|---|---|
                        """);
        rows.stream()
                .map(Row::chapter)
                .distinct()
                .sorted()
                .forEach(c -> line(text, String.valueOf(c), rows, r -> r.chapter() == c));
        line(text, "all", rows, _ -> true);
        line(text, "level 1", rows, r -> r.level().equals("1"));
        line(text, "level 2", rows, r -> r.level().equals("2"));
        return text.toString();
    }

    private static void line(
            StringBuilder text, String name, List<Row> rows, Predicate<Row> which) {
        var those = rows.stream().filter(which).toList();
        text.append("| ").append(name).append(" | ");
        for (var answer : ANSWERS) {
            text.append(those.stream().filter(r -> r.answer().equals(answer)).count())
                    .append(" | ");
        }
        text.append(those.size()).append(" |\n");
    }

    private static Map<String, String> numbers() throws IOException {
        try (var list = AsvsTableTest.class.getResourceAsStream("/asvs-5.0.0.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .collect(
                            Collectors.toMap(
                                    part -> part[0],
                                    part -> part[1],
                                    (one, _) -> one,
                                    LinkedHashMap::new));
        }
    }
}
