package org.guiju.app.editor.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Items;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftNode.Word;
import org.guiju.formats.definition.DraftPath;

/// 列表操作: an item is added, moved, doubled or taken away.
///
/// @param act `add`, `up`, `down`, `dup`, `del`
/// @param at the list for adding at its end, else the item
public record Change(String act, DraftPath at) {
    private static final Set<String> ACTS = Set.of("add", "up", "down", "dup", "del");
    private static final Set<String> NAMES_BASIS =
            Set.of("basis", "forbids", "sanction", "form-only");

    /// Reads `dup:situations[0].steps[2]`.
    public static Optional<Change> of(String written) {
        int colon = written.indexOf(':');
        return colon > 0 && ACTS.contains(written.substring(0, colon))
                ? Optional.of(
                        new Change(
                                written.substring(0, colon),
                                DraftPath.of(written.substring(colon + 1))))
                : Optional.empty();
    }

    /// The list that changes.
    public DraftPath list() {
        return item() < 0 ? at : new DraftPath(at.steps().subList(0, at.steps().size() - 1));
    }

    private int item() {
        return !at.steps().isEmpty() && at.steps().getLast() instanceof DraftPath.Index(var i)
                ? i
                : -1;
    }

    /// The tree with the change; what cannot be done is left.
    public Keyed in(Keyed root) {
        var list = root.at(list()).orElse(null);
        if (list != null && !(list instanceof Items) && !Merge.nothing(list)) {
            return root;
        }
        var items = new ArrayList<>(list instanceof Items(var all) ? all : List.<DraftNode>of());
        int i = item();
        if (i >= items.size()) {
            return root;
        }
        switch (act) {
            case "add" -> items.add(i < 0 ? items.size() : i + 1, fresh(items));
            case "dup" -> {
                if (i >= 0) {
                    items.add(i + 1, again(items.get(i), items));
                }
            }
            case "del" -> {
                if (i >= 0) {
                    items.remove(i);
                }
            }
            case "up" -> swap(items, i, i - 1);
            case "down" -> swap(items, i, i + 1);
            default -> throw new IllegalStateException(act);
        }
        return (Keyed) root.with(list(), new Items(items));
    }

    private static void swap(List<DraftNode> items, int a, int b) {
        if (a >= 0 && b >= 0 && b < items.size()) {
            java.util.Collections.swap(items, a, b);
        }
    }

    private DraftNode fresh(List<DraftNode> items) {
        var key = list().steps().getLast() instanceof DraftPath.Key(var name) ? name : "item";
        var id =
                key.endsWith("s") && !key.equals("basis")
                        ? key.substring(0, key.length() - 1)
                        : key;
        var part = key.equals("form") ? "field" : id;
        return switch (key) {
            case "accountability", "remedies", "separation", "not-applicable", "former-links" ->
                    Keyed.EMPTY;
            default -> Keyed.EMPTY.with("id", new Word(free(part, items)));
        };
    }

    private static DraftNode again(DraftNode node, List<DraftNode> items) {
        return node instanceof Keyed k && !k.word("id").isEmpty()
                ? k.with("id", new Word(free(k.word("id").replaceFirst("-[0-9]+$", ""), items)))
                : node;
    }

    private static String free(String stem, List<DraftNode> items) {
        var used =
                items.stream()
                        .filter(Keyed.class::isInstance)
                        .map(k -> ((Keyed) k).word("id"))
                        .collect(Collectors.toSet());
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> stem + "-" + n)
                .filter(id -> !used.contains(id))
                .findFirst()
                .orElseThrow();
    }

    /// Where the draft names the item that would be taken away; empty where nobody would miss it.
    public List<DraftPath> missed(Keyed root) {
        if (!act.equals("del") || !(root.at(at).orElse(null) instanceof Keyed item)) {
            return List.of();
        }
        var id = item.word("id");
        var key = list().steps().getLast() instanceof DraftPath.Key(var name) ? name : "";
        var found = new ArrayList<DraftPath>();
        if (!id.isEmpty()) {
            var within =
                    key.equals("steps")
                            ? new DraftPath(at.steps().subList(0, Math.min(2, at.steps().size())))
                            : DraftPath.ROOT;
            search(root.at(within).orElse(root), within, key, id, found);
        }
        return found.stream().filter(p -> !at.holds(p)).toList();
    }

    private static void search(
            DraftNode node, DraftPath path, String list, String id, List<DraftPath> found) {
        switch (node) {
            case Keyed(var entries) ->
                    entries.forEach((key, value) -> {
                        var at = path.key(key);
                        boolean itself =
                                value instanceof Items(var all)
                                        && all.stream().anyMatch(Keyed.class::isInstance);
                        if (names(list, key) && !itself) {
                            words(value, at, id, found);
                        } else {
                            search(value, at, list, id, found);
                        }
                    });
            case Items(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    search(items.get(i), path.item(i), list, id, found);
                }
            }
            case Word _ -> {
                // A word by itself names nothing.
            }
        }
    }

    private static boolean names(String list, String key) {
        return switch (list) {
            case "basis" -> NAMES_BASIS.contains(key);
            case "meetings" -> key.equals("meeting");
            case "steps" -> key.equals("outcomes") || key.equals("bound-to");
            default -> false;
        };
    }

    private static void words(DraftNode node, DraftPath at, String id, List<DraftPath> found) {
        switch (node) {
            case Word(var w) when w.strip().equals(id) -> found.add(at);
            case Items(var items) -> items.forEach(i -> words(i, at, id, found));
            case Keyed(var entries) -> entries.forEach((k, v) -> words(v, at.key(k), id, found));
            default -> {
                // Another word.
            }
        }
    }
}
