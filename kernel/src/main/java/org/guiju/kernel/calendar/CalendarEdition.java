package org.guiju.kernel.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// 放假通知: what one notice of the State Council's general office (国务院办公厅) says about a year. It names only the days
/// that differ from the ordinary week or belong to a holiday; a later edition of the same year replaces the earlier
/// one as a whole (2015, 2019 and 2020 were changed during the year).
///
/// @param id `2026#1`: year and number of the edition
/// @param year the year the notice arranges; it may also name days at the edge of the neighbour years
/// @param published the day from which the edition was public; orders the editions of one year
/// @param papers addresses of the notice and its changes, oldest first
/// @param restDays days without work
/// @param workDays days with work, most of them weekends worked in exchange (调休上班)
public record CalendarEdition(
        String id,
        int year,
        LocalDate published,
        List<String> papers,
        Set<LocalDate> restDays,
        Set<LocalDate> workDays) {

    public CalendarEdition {
        papers = List.copyOf(papers);
        restDays = sorted(restDays);
        workDays = sorted(workDays);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a calendar edition needs an id");
        }
        if (!Collections.disjoint(restDays, workDays)) {
            throw new IllegalArgumentException(
                    "edition " + id + " names one day as rest day and as working day");
        }
    }

    /// In order of date, so that printing an edition gives the same bytes everywhere.
    private static Set<LocalDate> sorted(Set<LocalDate> days) {
        SortedSet<LocalDate> sorted = new TreeSet<>(days);
        return Collections.unmodifiableSortedSet(sorted);
    }
}
