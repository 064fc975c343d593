package org.guiju.formats.definition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.guiju.formats.definition.DraftNode.Items;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftNode.Word;
import org.guiju.formats.definition.YamlTree.Place;
import org.guiju.kernel.powers.PowerDefinition;
import org.jspecify.annotations.Nullable;

/// 草稿文本: between the text of a draft and its tree. What a change does not touch keeps its words, comments and order; a text that cannot be
/// read without loss (a key twice, an anchor, no YAML) has no tree and stays a text.
public final class DraftText {
    private static final String INDENT = "  ";

    private DraftText() {}

    /// 读取: the tree, or why there is none.
    ///
    /// @param root null where the text cannot be read
    public record Parsed(@Nullable Keyed root, List<DefinitionProblem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    public static Parsed parse(String text) {
        var reading = new Reading();
        if (text.getBytes(StandardCharsets.UTF_8).length > DefinitionReader.MAX_BYTES) {
            var facts =
                    Map.of(
                            "size", String.valueOf(text.length()),
                            "max", String.valueOf(DefinitionReader.MAX_BYTES));
            reading.add(Fault.TOO_LARGE, Place.START, "", facts);
            return new Parsed(null, reading.problems());
        }
        if (text.isBlank()) {
            return new Parsed(Keyed.EMPTY, List.of());
        }
        var tree = YamlTree.parse(plain(text), reading);
        if (tree == null && reading.problems().isEmpty()) {
            return new Parsed(Keyed.EMPTY, List.of());
        }
        if (tree != null && !(tree instanceof YamlTree.Keyed) && reading.problems().isEmpty()) {
            reading.add(Fault.NOT_A_MAP, tree.at(), "", Map.of("key", "definition.yaml"));
        }
        return tree instanceof YamlTree.Keyed && reading.problems().isEmpty()
                ? new Parsed((Keyed) node(tree), List.of())
                : new Parsed(null, reading.problems());
    }

    /// One part of a text, as it is typed where a form does not know its shape; empty where it is no YAML.
    public static Optional<DraftNode> snippet(String yaml) {
        var reading = new Reading();
        var tree = YamlTree.parse(yaml, reading);
        return tree == null || !reading.problems().isEmpty()
                ? Optional.empty()
                : Optional.of(node(tree));
    }

    /// What the text says as far as it can be read, for a drawing or a preview: whatever is missing is stood in for. Empty where nothing can
    /// be made of it.
    public static Optional<PowerDefinition> partly(String text) {
        var reading = new Reading();
        if (text.getBytes(StandardCharsets.UTF_8).length > DefinitionReader.MAX_BYTES
                || !(YamlTree.parse(plain(text), reading) instanceof YamlTree.Keyed root)) {
            return Optional.empty();
        }
        try {
            var keys = new Keys(reading, root, "", "power", false);
            return Optional.of(new PowerMapper(CanonicalForm.digest(root)).power(keys));
        } catch (IllegalArgumentException | IllegalStateException unfinished) {
            // A value that a record refuses: the draft is not so far.
            return Optional.empty();
        }
    }

    /// The digest of the canonical form; empty where the text cannot be read.
    public static String digest(String text) {
        var tree = YamlTree.parse(plain(text), new Reading());
        return tree == null ? "" : CanonicalForm.digest(tree);
    }

    /// The text with this tree for its meaning: parts at the top that say what they said before keep every character of theirs.
    public static String with(String text, Keyed root) {
        var before = parse(text);
        var old = before.root();
        if (old == null || old.entries().isEmpty()) {
            return write(root);
        }
        if (old.equals(root)) {
            return text;
        }
        var spliced = splice(plain(text), old, root);
        return root.equals(parse(spliced).root()) ? spliced : write(root);
    }

    private static String splice(String text, Keyed old, Keyed root) {
        if (!(YamlTree.parse(text, new Reading()) instanceof YamlTree.Keyed tree)) {
            return write(root);
        }
        var lines = text.lines().toList();
        var starts = new TreeSet<Integer>();
        var lineOf = new LinkedHashMap<String, Integer>();
        tree.entries()
                .forEach((key, entry) -> {
                    starts.add(entry.keyAt().line() - 1);
                    lineOf.put(key, entry.keyAt().line() - 1);
                });
        var out = new ArrayList<>(lines.subList(0, starts.isEmpty() ? 0 : starts.first()));
        for (var key : lineOf.entrySet()) {
            int start = key.getValue();
            var following = starts.higher(start);
            int next = following == null ? lines.size() : following;
            int end = next;
            while (end > start + 1 && remark(lines.get(end - 1))) {
                end--;
            }
            var value = root.get(key.getKey());
            if (value != null && value.equals(old.get(key.getKey()))) {
                out.addAll(lines.subList(start, end));
            } else if (value != null) {
                out.addAll(entry(key.getKey(), value).lines().toList());
            }
            out.addAll(lines.subList(end, next));
        }
        root.entries()
                .forEach((key, value) -> {
                    if (!lineOf.containsKey(key)) {
                        out.addAll(entry(key, value).lines().toList());
                    }
                });
        return String.join("\n", out) + "\n";
    }

    private static boolean remark(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static String entry(String key, DraftNode value) {
        return yaml(Keyed.EMPTY.with(key, value));
    }

    /// The tree as a text.
    public static String write(Keyed root) {
        return yaml(root);
    }

    /// A part of the tree as YAML.
    public static String yaml(DraftNode node) {
        var out = new StringBuilder();
        switch (node) {
            case Word(var value) -> out.append(word(value, "")).append('\n');
            case Items(var items) when items.isEmpty() -> out.append("[]\n");
            case Keyed map when map.entries().isEmpty() -> out.append("{}\n");
            default -> block(node, "", out);
        }
        return out.toString();
    }

    private static void block(DraftNode node, String indent, StringBuilder out) {
        switch (node) {
            case Keyed(var entries) ->
                    entries.forEach((key, value) -> {
                        out.append(indent).append(key(key)).append(':');
                        value(value, indent, out);
                    });
            case Items(var items) ->
                    items.forEach(item -> {
                        if (item instanceof Keyed(var entries) && !entries.isEmpty()) {
                            var inner = new StringBuilder();
                            block(item, indent + INDENT, inner);
                            out.append(indent)
                                    .append("- ")
                                    .append(
                                            inner,
                                            indent.length() + INDENT.length(),
                                            inner.length());
                        } else {
                            out.append(indent).append('-');
                            value(item, indent, out);
                        }
                    });
            case Word(var value) -> out.append(indent).append(word(value, indent)).append('\n');
        }
    }

    private static void value(DraftNode value, String indent, StringBuilder out) {
        switch (value) {
            case Word(var text) when text.isEmpty() -> out.append(" \"\"\n");
            case Word(var text) -> out.append(' ').append(word(text, indent + INDENT)).append('\n');
            case Items(var items) when items.isEmpty() -> out.append(" []\n");
            case Keyed(var entries) when entries.isEmpty() -> out.append(" {}\n");
            case Items _, Keyed _ -> {
                out.append('\n');
                block(value, indent + INDENT, out);
            }
        }
    }

    private static String key(String key) {
        return key.matches("[A-Za-z][A-Za-z0-9-]*") && !reserved(key) ? key : quoted(key);
    }

    private static String word(String value, String indent) {
        if (value.matches("(?s)[^\\s\\p{Cntrl}][^\\r\\t\\p{Cf}]*[^\\s]")
                && value.contains("\n")
                && value.lines().noneMatch(l -> l.endsWith(" "))
                && printable(value.replace("\n", ""))) {
            var inner = indent.isEmpty() ? INDENT : indent;
            return "|-\n"
                    + value.lines()
                            .map(l -> l.isEmpty() ? "" : inner + l)
                            .collect(java.util.stream.Collectors.joining("\n"));
        }
        return plainly(value) ? value : quoted(value);
    }

    private static boolean plainly(String value) {
        return value.matches("[\\p{IsHan}\\p{L}\\p{N}《（“‘〔【].*")
                && printable(value)
                && !reserved(value)
                && !value.contains(": ")
                && !value.contains(" #")
                && !value.contains("\uFF1A ")
                && !value.endsWith(":")
                && value.equals(value.strip());
    }

    private static boolean reserved(String value) {
        return value.equals("~") || value.equalsIgnoreCase("null");
    }

    private static boolean printable(String value) {
        return value.codePoints()
                .noneMatch(c ->
                        Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                || Character.getType(c) == Character.SURROGATE
                                || Character.getType(c) == Character.UNASSIGNED
                                || Character.getType(c) == Character.PRIVATE_USE
                                || c == 0xFEFF);
    }

    private static String quoted(String value) {
        var out = new StringBuilder("\"");
        value.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '"' -> out.append("\\\"");
                        case '\\' -> out.append("\\\\");
                        case '\n' -> out.append("\\n");
                        case '\r' -> out.append("\\r");
                        case '\t' -> out.append("\\t");
                        default -> {
                            if (printable(Character.toString(c))) {
                                out.appendCodePoint(c);
                            } else if (c <= 0xFF) {
                                out.append("\\x%02X".formatted(c));
                            } else if (c <= 0xFFFF) {
                                out.append("\\u%04X".formatted(c));
                            } else {
                                out.append("\\U%08X".formatted(c));
                            }
                        }
                    }
                });
        return out.append('"').toString();
    }

    private static DraftNode node(YamlTree.Node node) {
        return switch (node) {
            case YamlTree.Word w -> new Word(w.nothing() ? "" : w.value());
            case YamlTree.Items list ->
                    new Items(list.items().stream().map(DraftText::node).toList());
            case YamlTree.Keyed map -> {
                var entries = new LinkedHashMap<String, DraftNode>();
                map.entries().forEach((key, entry) -> entries.put(key, node(entry.value())));
                yield new Keyed(entries);
            }
        };
    }

    private static String plain(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
