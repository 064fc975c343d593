package org.guiju.kernel.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The days that pauses take out of one limit: disjoint stretches after the event, in order; overlaps count once.
record PausedDays(List<Stretch> stretches) {

    /// The days in (`after`, `through`].
    record Stretch(LocalDate after, LocalDate through) {}

    /// Days up to the event day are not part of the limit, so a pause that began earlier is cut there.
    static PausedDays of(LocalDate eventDay, List<Pause> pauses) {
        var inOrder = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        var stretches = new ArrayList<Stretch>();
        var reached = eventDay;
        for (var pause : inOrder) {
            if (pause.until().isAfter(reached)) {
                var from = pause.from().isBefore(reached) ? reached : pause.from();
                if (!stretches.isEmpty() && from.equals(reached)) {
                    stretches.add(new Stretch(stretches.removeLast().after(), pause.until()));
                } else {
                    stretches.add(new Stretch(from, pause.until()));
                }
                reached = pause.until();
            }
        }
        return new PausedDays(List.copyOf(stretches));
    }

    /// How many of the paused days up to and including `day` the count would otherwise have counted.
    int through(LocalDate day, DayCount count) {
        var days = 0;
        for (var stretch : stretches) {
            days +=
                    count.between(
                            stretch.after(),
                            stretch.through().isBefore(day) ? stretch.through() : day);
        }
        return days;
    }

    /// The day itself if no pause takes it out, otherwise the first one after the stretch that does.
    LocalDate firstNotPaused(LocalDate day) {
        for (var stretch : stretches) {
            if (day.isAfter(stretch.after()) && !day.isAfter(stretch.through())) {
                return stretch.through().plusDays(1);
            }
        }
        return day;
    }
}
