package org.guiju.formats.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 位置: where something stands in a draft, written `situations[0].steps[3].limit.n`; characters of a key that would be read as a sign stand as
/// `%2E`.
public record DraftPath(List<Step> steps) {
    public static final DraftPath ROOT = new DraftPath(List.of());

    public DraftPath {
        steps = List.copyOf(steps);
    }

    /// 一步.
    public sealed interface Step {}

    /// Into a map.
    public record Key(String name) implements Step {}

    /// Into a list, from 0.
    public record Index(int at) implements Step {}

    /// Reads what {@link #toString} has written; what cannot be read is no step.
    public static DraftPath of(String written) {
        var steps = new ArrayList<Step>();
        for (var part : written.split("\\.")) {
            int bracket = part.indexOf('[');
            var name = bracket < 0 ? part : part.substring(0, bracket);
            if (!name.isEmpty()) {
                steps.add(new Key(plain(name)));
            }
            for (var rest = bracket < 0 ? "" : part.substring(bracket); rest.startsWith("["); ) {
                int end = rest.indexOf(']');
                if (end < 0 || !rest.substring(1, end).matches("[0-9]{1,6}")) {
                    break;
                }
                steps.add(new Index(Integer.parseInt(rest.substring(1, end))));
                rest = rest.substring(end + 1);
            }
        }
        return new DraftPath(steps);
    }

    /// Where a finding of the lint stands in this tree: its path names items by their ids. As far as the tree goes along.
    public static DraftPath found(String path, DraftNode root) {
        var here = ROOT;
        for (var part : path.split("[.\\[]")) {
            var name = part.endsWith("]") ? part.substring(0, part.length() - 1) : part;
            var node = root.at(here).orElse(null);
            if (name.isEmpty()) {
                continue;
            }
            if (node instanceof DraftNode.Items(var items)) {
                int at = -1;
                for (int i = 0; i < items.size() && at < 0; i++) {
                    if (items.get(i) instanceof DraftNode.Keyed k && k.word("id").equals(name)) {
                        at = i;
                    }
                }
                if (at < 0 && name.matches("[0-9]{1,6}")) {
                    at = Integer.parseInt(name);
                }
                if (at < 0) {
                    return here;
                }
                here = here.item(at);
            } else if (!part.endsWith("]")) {
                here = here.key(name);
            } else {
                return here;
            }
        }
        return here;
    }

    public DraftPath key(String name) {
        return append(new Key(name));
    }

    public DraftPath item(int at) {
        return append(new Index(at));
    }

    private DraftPath append(Step step) {
        return new DraftPath(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /// Whether the other path is this one or leads on from it.
    public boolean holds(DraftPath other) {
        return other.steps.size() >= steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    @Override
    public String toString() {
        return steps.stream()
                .map(s ->
                        switch (s) {
                            case Key(var name) -> "." + escaped(name);
                            case Index(var at) -> "[" + at + "]";
                        })
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String escaped(String key) {
        return key.replace("%", "%25")
                .replace(".", "%2E")
                .replace("[", "%5B")
                .replace("]", "%5D")
                .replace("~", "%7E");
    }

    private static String plain(String key) {
        return key.replace("%7E", "~")
                .replace("%5D", "]")
                .replace("%5B", "[")
                .replace("%2E", ".")
                .replace("%25", "%");
    }
}
