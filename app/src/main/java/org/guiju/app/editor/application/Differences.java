package org.guiju.app.editor.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Items;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftNode.Word;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.jspecify.annotations.Nullable;

/// 修改对照: what is different between two texts, place by place; items of a list are known by their ids, so a moved one is no other one.
public final class Differences {
    private Differences() {}

    /// 一处不同.
    ///
    /// @param place keys and ids from the top: `situations`, `preparation`, `steps`, `decide`, `limit`
    /// @param how `added`, `removed`, `changed`, `moved`
    /// @param before as it stood; empty where there was nothing
    public record Difference(
            List<String> place, String how, String before, String after, DraftPath at) {
        public Difference {
            place = List.copyOf(place);
        }

        /// The part of the text, as sections are called.
        public String part() {
            return place.isEmpty() ? "" : place.getFirst();
        }
    }

    /// Everything that differs, in the order of the later text.
    public static List<Difference> between(Keyed before, Keyed after) {
        var found = new ArrayList<Difference>();
        maps(before, after, List.of(), DraftPath.ROOT, found);
        return List.copyOf(found);
    }

    private static void compare(
            @Nullable DraftNode before,
            @Nullable DraftNode after,
            List<String> place,
            DraftPath at,
            List<Difference> found) {
        if (Merge.nothing(before) && Merge.nothing(after) || same(before, after)) {
            return;
        }
        if (before instanceof Keyed b && after instanceof Keyed a && !pair(b) && !pair(a)) {
            maps(b, a, place, at, found);
        } else if (before instanceof Items b && after instanceof Items a && named(b) && named(a)) {
            lists(b, a, place, at, found);
        } else {
            found.add(
                    new Difference(
                            place,
                            Merge.nothing(before)
                                    ? "added"
                                    : Merge.nothing(after) ? "removed" : "changed",
                            says(before),
                            says(after),
                            at));
        }
    }

    private static void maps(
            Keyed before, Keyed after, List<String> place, DraftPath at, List<Difference> found) {
        var keys = new LinkedHashSet<>(after.entries().keySet());
        keys.addAll(before.entries().keySet());
        for (var key : keys) {
            compare(before.get(key), after.get(key), with(place, key), at.key(key), found);
        }
    }

    private static void lists(
            Items before, Items after, List<String> place, DraftPath at, List<Difference> found) {
        var was = byId(before);
        var is = byId(after);
        var stayed = is.keySet().stream().filter(was::containsKey).toList();
        int n = 0;
        for (var item : is.entrySet()) {
            compare(
                    was.get(item.getKey()),
                    item.getValue(),
                    with(place, item.getKey()),
                    at.item(n++),
                    found);
        }
        was.forEach((id, item) -> {
            if (!is.containsKey(id)) {
                compare(item, null, with(place, id), at, found);
            }
        });
        if (!was.keySet().stream().filter(is::containsKey).toList().equals(stayed)) {
            found.add(
                    new Difference(
                            place,
                            "moved",
                            String.join("、", was.keySet()),
                            String.join("、", is.keySet()),
                            at));
        }
    }

    private static LinkedHashMap<String, DraftNode> byId(Items list) {
        var all = new LinkedHashMap<String, DraftNode>();
        list.items().forEach(i -> all.putIfAbsent(((Keyed) i).word("id"), i));
        return all;
    }

    /// Whether every item has an id of its own.
    private static boolean named(Items list) {
        return list.items().stream().allMatch(i -> i instanceof Keyed k && !k.word("id").isEmpty())
                && list.items().stream().map(i -> ((Keyed) i).word("id")).distinct().count()
                        == list.items().size();
    }

    private static boolean pair(Keyed map) {
        return map.get("zh") instanceof Word;
    }

    private static boolean same(@Nullable DraftNode before, @Nullable DraftNode after) {
        return before != null && after != null && says(before).equals(says(after));
    }

    private static List<String> with(List<String> place, String key) {
        var longer = new ArrayList<>(place);
        longer.add(key);
        return longer;
    }

    private static String says(@Nullable DraftNode node) {
        return switch (node) {
            case null -> "";
            case Word(var w) -> w.strip();
            case Keyed k when pair(k) ->
                    k.word("en").isEmpty() ? k.word("zh") : k.word("zh") + "\n" + k.word("en");
            case Items(var items) when items.stream().allMatch(Word.class::isInstance) ->
                    String.join("、", Merge.wordsOf(node));
            default -> DraftText.yaml(node).strip();
        };
    }
}
