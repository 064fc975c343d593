package org.guiju.kernel.adjustments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// 职责交叉: the same matter in the hands of several departments (A30). Only what is the same in its words, or rests on the same
/// article for the same kind and nearly the same words, is found: a wrong finding costs an office a day, a missed one is found
/// by the people who argue.
public final class Overlaps {
    private Overlaps() {}

    /// 事项, as far as overlap depends on it.
    ///
    /// @param kind code of the kind of power
    /// @param department who exercises it
    /// @param articles articles it rests on, as cited
    public record Matter(
            String code, String name, String kind, String department, List<String> articles) {
        public Matter {
            articles = List.copyOf(articles);
        }
    }

    /// 为什么.
    public enum Why {
        /// The names are the same, sign by sign.
        SAME_NAME,
        /// The names say the same matter; only brackets and endings differ.
        SAME_MATTER,
        /// The same article, the same kind, and one name contains the other.
        SAME_ARTICLE
    }

    /// 交叉.
    ///
    /// @param key stable: the same items of the same departments, the same key
    /// @param shared the words or the article in common
    /// @param items at least two, of at least two departments
    public record Overlap(String key, Why why, String shared, List<Matter> items) {
        public Overlap {
            items = List.copyOf(items);
        }

        public List<String> departments() {
            return List.copyOf(new TreeSet<>(items.stream().map(Matter::department).toList()));
        }
    }

    /// Every overlap, in the order of its key; an item stands in one at most.
    public static List<Overlap> of(List<Matter> matters) {
        var found = new ArrayList<Overlap>();
        var byMatter = new TreeMap<String, List<Matter>>();
        for (var m : matters) {
            byMatter.computeIfAbsent(
                            m.kind() + " " + MatterName.matter(m.name()), _ -> new ArrayList<>())
                    .add(m);
        }
        var taken = new TreeSet<String>();
        byMatter.forEach((key, items) -> {
            if (several(items)) {
                boolean same =
                        items.stream().map(m -> MatterName.plain(m.name())).distinct().count() == 1;
                found.add(
                        overlap(
                                key,
                                same ? Why.SAME_NAME : Why.SAME_MATTER,
                                MatterName.matter(items.getFirst().name()),
                                items));
                items.forEach(m -> taken.add(m.code()));
            }
        });
        byArticle(matters, taken, found);
        found.sort(Comparator.comparing(Overlap::key));
        return found;
    }

    private static void byArticle(
            List<Matter> matters, TreeSet<String> taken, List<Overlap> found) {
        var byArticle = new TreeMap<String, List<Matter>>();
        for (var m : matters) {
            if (!taken.contains(m.code())) {
                m.articles()
                        .forEach(a ->
                                byArticle
                                        .computeIfAbsent(
                                                m.kind() + " " + MatterName.plain(a),
                                                _ -> new ArrayList<>())
                                        .add(m));
            }
        }
        byArticle.forEach((key, items) -> {
            var near = near(items.stream().filter(m -> !taken.contains(m.code())).toList());
            if (several(near)) {
                found.add(overlap(key, Why.SAME_ARTICLE, article(near, key), near));
                near.forEach(m -> taken.add(m.code()));
            }
        });
    }

    /// Those whose matter contains, or is contained in, that of an item of another department.
    private static List<Matter> near(List<Matter> items) {
        return items.stream()
                .filter(m ->
                        items.stream()
                                .anyMatch(o ->
                                        !o.department().equals(m.department())
                                                && contain(o.name(), m.name())))
                .toList();
    }

    private static boolean contain(String one, String other) {
        var a = MatterName.matter(one);
        var b = MatterName.matter(other);
        return a.length() >= 4 && b.length() >= 4 && (a.contains(b) || b.contains(a));
    }

    private static String article(List<Matter> items, String key) {
        return items.getFirst().articles().stream()
                .filter(a -> key.endsWith(MatterName.plain(a)))
                .findFirst()
                .orElse(key);
    }

    private static boolean several(List<Matter> items) {
        return items.stream().map(Matter::department).distinct().count() > 1;
    }

    private static Overlap overlap(String key, Why why, String shared, List<Matter> items) {
        var sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(Matter::department).thenComparing(Matter::code));
        return new Overlap(key, why, shared, sorted);
    }
}
