package org.guiju.formats.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guiju.formats.definition.YamlTree.Place;

/// 读取过程: collects every problem of one text and remembers where each part stands.
final class Reading {
    /// Nobody mends more at once; a hostile text would otherwise yield one for each of its bytes.
    static final int MAX_PROBLEMS = 200;

    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Set<String>> asked = new TreeMap<>();
    private boolean onlyUnknownKeys = true;

    void add(Fault fault, Place at, String path, Map<String, String> facts) {
        onlyUnknownKeys &= fault == Fault.UNKNOWN_KEY;
        add(fault.name(), at, path, facts);
    }

    /// A problem that the kernel found in the meaning; its path leads back to the line.
    void add(String code, String path, Map<String, String> facts) {
        add(code, placeOf(path), path, facts);
    }

    private void add(String code, Place at, String path, Map<String, String> facts) {
        if (problems.size() > MAX_PROBLEMS) {
            return;
        }
        if (problems.size() == MAX_PROBLEMS) {
            code = Fault.TOO_MANY_PROBLEMS.name();
            facts = Map.of("max", String.valueOf(MAX_PROBLEMS));
        }
        problems.add(
                new DefinitionProblem(
                        code,
                        at.line(),
                        at.column(),
                        path,
                        Messages.message(code, facts),
                        Messages.remedy(code, facts)));
    }

    void standsAt(String path, Place at) {
        places.putIfAbsent(path, at);
    }

    /// The place of the path, or of the nearest part around it that stands in the text.
    Place placeOf(String path) {
        var at = places.get(path);
        var rest = path;
        while (at == null && !rest.isEmpty()) {
            var cut = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['));
            rest = cut < 0 ? "" : rest.substring(0, cut);
            at = places.get(rest);
        }
        return at == null ? Place.START : at;
    }

    void asked(String kind, String key) {
        asked.computeIfAbsent(kind, k -> new TreeSet<>()).add(key);
    }

    /// Keys that the reader knows, by kind of map: what the published schema must agree with.
    Map<String, Set<String>> asked() {
        return asked;
    }

    /// Whether the values read can be judged although a key too many was found.
    boolean readable() {
        return onlyUnknownKeys;
    }

    List<DefinitionProblem> problems() {
        return problems.stream()
                .sorted(
                        Comparator.comparingInt(DefinitionProblem::line)
                                .thenComparingInt(DefinitionProblem::column))
                .toList();
    }
}
