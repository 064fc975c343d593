package org.guiju.kernel.supervision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.WorkCalendar;

/// 日历版本: the calendar a finding was counted by, with a digest of the notices it was made of.
///
/// @param digest SHA-256 over the editions in order of year and id, one line each: id, rest days, working days
public record KnownCalendar(WorkCalendar calendar, String digest) {

    public static KnownCalendar of(Collection<CalendarEdition> editions) {
        var sorted = new ArrayList<>(editions);
        sorted.sort(
                Comparator.comparingInt(CalendarEdition::year).thenComparing(CalendarEdition::id));
        var text = new StringBuilder();
        for (var e : sorted) {
            text.append(e.id())
                    .append('|')
                    .append(e.published())
                    .append('|')
                    .append(e.restDays())
                    .append('|')
                    .append(e.workDays())
                    .append('\n');
        }
        return new KnownCalendar(
                WorkCalendar.of(editions),
                Digests.hex(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
