package org.guiju.kernel.linesystems;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// 对应关系: what a clerk has said once about the columns and words of a line system. Each addition is a new version.
///
/// @param version 0 before anything was said
/// @param layouts by the key of their columns
/// @param values what the other system's words mean, see [#key]
public record Mapping(
        int version, SortedMap<String, Layout> layouts, SortedMap<String, String> values) {
    public static final Mapping NONE = new Mapping(0, new TreeMap<>(), new TreeMap<>());

    public Mapping {
        layouts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(layouts));
        values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /// 版式: one set of columns and what each of them is.
    ///
    /// @param columns the column that answers
    /// @param fixed what holds for every row, where no column answers
    public record Layout(
            List<String> headings, Map<Target, String> columns, Map<Target, String> fixed) {
        public Layout {
            headings = List.copyOf(headings);
            columns = java.util.Collections.unmodifiableMap(copy(columns));
            fixed = java.util.Collections.unmodifiableMap(copy(fixed));
        }

        private static Map<Target, String> copy(Map<Target, String> of) {
            var copy = new EnumMap<Target, String>(Target.class);
            copy.putAll(of);
            return copy;
        }

        public Optional<String> column(Target target) {
            return Optional.ofNullable(columns.get(target));
        }

        /// What the row says to the target; empty where it says nothing.
        public String of(Target target, Map<String, String> cells) {
            var column = columns.get(target);
            var cell = column == null ? "" : cells.getOrDefault(column, "").strip();
            return cell.isEmpty() ? fixed.getOrDefault(target, "") : cell;
        }
    }

    /// One key for the same columns in any order.
    public static String layoutKey(List<String> headings) {
        return headings.stream().sorted().collect(Collectors.joining("|"));
    }

    /// Under which a word is kept: words of steps, situations and outcomes mean something within their power only.
    public static String key(Target target, String power, String word) {
        return target.code() + "|" + (target == Target.POWER ? "" : power) + "|" + word;
    }

    public Optional<Layout> layout(List<String> headings) {
        return Optional.ofNullable(layouts.get(layoutKey(headings)));
    }

    public Optional<String> value(Target target, String power, String word) {
        return Optional.ofNullable(values.get(key(target, power, word)));
    }

    public Mapping with(Layout layout) {
        var more = new TreeMap<>(layouts);
        more.put(layoutKey(layout.headings()), layout);
        return new Mapping(version + 1, more, values);
    }

    public Mapping with(Map<String, String> answers) {
        var more = new TreeMap<>(values);
        more.putAll(answers);
        return new Mapping(version + 1, layouts, more);
    }
}
