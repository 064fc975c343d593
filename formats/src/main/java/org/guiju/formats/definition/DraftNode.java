package org.guiju.formats.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// 草稿树: a definition text as words, lists and maps, which may be unfinished and may hold what no reader knows. Nothing here judges it.
public sealed interface DraftNode {

    /// 词. Empty where nothing stands.
    record Word(String value) implements DraftNode {}

    /// 列表.
    record Items(List<DraftNode> items) implements DraftNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// 键值, in the order of the text.
    record Keyed(SequencedMap<String, DraftNode> entries) implements DraftNode {
        public static final Keyed EMPTY = new Keyed(new LinkedHashMap<>());

        public Keyed {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        public @Nullable DraftNode get(String key) {
            return entries.get(key);
        }

        /// The word under the key; empty where there is none.
        public String word(String key) {
            return entries.get(key) instanceof Word(var value) ? value.strip() : "";
        }

        /// With the value under the key, in its place or at the end; without the key where the value is null.
        public Keyed with(String key, @Nullable DraftNode value) {
            var copy = new LinkedHashMap<>(entries);
            if (value == null) {
                copy.remove(key);
            } else {
                copy.put(key, value);
            }
            return new Keyed(copy);
        }
    }

    /// What stands at the path; the whole for the empty path.
    default Optional<DraftNode> at(DraftPath path) {
        DraftNode here = this;
        for (var step : path.steps()) {
            var next =
                    switch (here) {
                        case Keyed map when step instanceof DraftPath.Key(var key) -> map.get(key);
                        case Items list
                                when step instanceof DraftPath.Index(var i)
                                        && i < list.items().size() ->
                                list.items().get(i);
                        default -> null;
                    };
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    /// This tree with another value at the path; null takes away what stands there. Maps and lists on the way are made where they are missing.
    default DraftNode with(DraftPath path, @Nullable DraftNode value) {
        return set(this, path.steps(), value);
    }

    private static DraftNode set(
            @Nullable DraftNode here, List<DraftPath.Step> steps, @Nullable DraftNode value) {
        var rest = steps.size() > 1 ? steps.subList(1, steps.size()) : List.<DraftPath.Step>of();
        return switch (steps.isEmpty() ? null : steps.getFirst()) {
            case null -> value == null ? Keyed.EMPTY : value;
            case DraftPath.Key(var key) -> {
                var map = here instanceof Keyed keyed ? keyed : Keyed.EMPTY;
                yield map.with(
                        key,
                        rest.isEmpty()
                                ? value
                                : value == null && map.get(key) == null
                                        ? null
                                        : set(map.get(key), rest, value));
            }
            case DraftPath.Index(var i) -> {
                var items = new ArrayList<>(here instanceof Items list ? list.items() : List.of());
                if (rest.isEmpty() && value == null) {
                    if (i < items.size()) {
                        items.remove(i);
                    }
                } else if (i < items.size()) {
                    items.set(
                            i,
                            rest.isEmpty() && value != null
                                    ? value
                                    : set(items.get(i), rest, value));
                } else if (value != null) {
                    items.add(rest.isEmpty() ? value : set(null, rest, value));
                }
                yield new Items(items);
            }
        };
    }
}
