package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The register of threats names every threat, and only classes and tests that there are.
class ThreatRegisterTest {
    private static final int INSIDERS = 14;
    private static final int OUTSIDERS = 19;
    private static final Pattern ROW = Pattern.compile("^\\| ([IW]\\d{1,2}) \\|(.*)\\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
    private static final Set<String> STATES = Set.of("proven", "in part", "to come");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

    @Test
    void everyThreatHasARowAndWhatItNamesIsThere() throws IOException {
        var page = Files.readString(Tree.root().resolve("docs/evidence/threats.md"));
        assertThat(faults(page, Tree.sources("main"), Tree.sources("test"))).isEmpty();
    }

    @Test
    void theGuardCatchesWhatItIsFor() {
        var main = Map.of("Door", "class Door {}");
        var tests = Map.of("DoorTest", "void itIsShut() {");
        var good = "| I1 | theft | `Door` | `DoorTest.itIsShut` | proven | door left open: red |\n";
        assertThat(faults(good, main, tests)).hasSize(INSIDERS + OUTSIDERS - 1);
        assertThat(faults(good.replace("`Door`", "`Gate`"), main, tests))
                .contains("I1: no class Gate");
        assertThat(faults(good.replace("itIsShut", "itIsOpen"), main, tests))
                .contains("I1: no test DoorTest.itIsOpen");
        assertThat(faults(good.replace("| proven", "| fine"), main, tests))
                .contains("I1: no state fine");
        assertThat(faults(good.replace("door left open: red", "not seen red"), main, tests))
                .contains("I1: proven, but not seen red");
        assertThat(faults(good.replace("`DoorTest.itIsShut`", "—"), main, tests))
                .contains("I1: proven by no test");
    }

    private static List<String> faults(
            String page, Map<String, String> main, Map<String, String> tests) {
        var faults = new ArrayList<String>();
        var missing = new TreeSet<String>();
        IntStream.rangeClosed(1, INSIDERS).forEach(n -> missing.add("I" + n));
        IntStream.rangeClosed(1, OUTSIDERS).forEach(n -> missing.add("W" + n));
        page.lines()
                .map(ROW::matcher)
                .filter(java.util.regex.Matcher::matches)
                .forEach(row -> {
                    var id = row.group(1);
                    if (!missing.remove(id)) {
                        faults.add(id + ": twice or unknown");
                    }
                    var cells = Stream.of(row.group(2).split("\\|")).map(String::strip).toList();
                    if (cells.size() == 5) {
                        faults.addAll(row(id, cells, main, tests));
                    } else {
                        faults.add(id + ": " + cells.size() + " cells");
                    }
                });
        missing.forEach(id -> faults.add(id + ": no row"));
        return faults;
    }

    private static List<String> row(
            String id, List<String> cells, Map<String, String> main, Map<String, String> tests) {
        var faults = new ArrayList<String>();
        var state = cells.get(3).replaceFirst(":.*", "");
        NAMED.matcher(cells.get(1))
                .results()
                .map(m -> m.group(1))
                .filter(c -> !main.containsKey(c))
                .forEach(c -> faults.add(id + ": no class " + c));
        var named = NAMED.matcher(cells.get(2)).results().toList();
        for (var test : named) {
            var source = tests.getOrDefault(test.group(1), "");
            var method = String.valueOf(test.group(2));
            if (METHOD.matcher(source).results().noneMatch(m -> m.group(1).equals(method))) {
                faults.add(id + ": no test " + test.group(1) + "." + method);
            }
        }
        if (!STATES.contains(state)) {
            faults.add(id + ": no state " + state);
        }
        if (state.equals("proven") && named.isEmpty()) {
            faults.add(id + ": proven by no test");
        }
        if (state.equals("proven") && cells.get(4).startsWith("not seen red")) {
            faults.add(id + ": proven, but not seen red");
        }
        return faults;
    }
}
