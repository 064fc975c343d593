package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/// 日历沿革: which calendar was known when. A card is lit by what was known at its moment; a later notice cancels it on the
/// record, never in silence.
///
/// @param first the calendar before any later notice
/// @param later calendars by the moment from which they were known, each whole
public record CalendarHistory(KnownCalendar first, NavigableMap<Instant, KnownCalendar> later) {
    public CalendarHistory {
        later = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(later));
    }

    public static CalendarHistory of(KnownCalendar only) {
        return new CalendarHistory(only, new TreeMap<>());
    }

    public KnownCalendar at(Instant moment) {
        var entry = later.floorEntry(moment);
        return entry == null ? first : entry.getValue();
    }
}
