package org.guiju.kernel.shared;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// 定期数值: a figure of law that holds from a day until the next entry, each with its source (invariant 12).
///
/// @param <T> the figure: days, fen, a share
public record Dated<T>(NavigableMap<LocalDate, Entry<T>> entries) {

    /// One figure and the article it was read from.
    public record Entry<T>(T value, Article source) {}

    public Dated {
        entries = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a figure of law needs at least one entry");
        }
    }

    public static <T> Dated<T> since(LocalDate day, T value, Article source) {
        return new Dated<>(new TreeMap<>(Map.of(day, new Entry<>(value, source))));
    }

    /// The entry in force on the day; empty before the first.
    public Optional<Entry<T>> on(LocalDate day) {
        return Optional.ofNullable(entries.floorEntry(day)).map(Map.Entry::getValue);
    }

    /// The same figure with one more change.
    public Dated<T> and(LocalDate day, T value, Article source) {
        var more = new TreeMap<>(entries);
        more.put(day, new Entry<>(value, source));
        return new Dated<>(more);
    }
}
