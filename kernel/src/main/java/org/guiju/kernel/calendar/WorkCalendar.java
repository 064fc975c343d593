package org.guiju.kernel.calendar;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/// 工作日历: which days offices work, by the published notices; days that no notice names follow the week, Monday to
/// Friday. Working days are counted by arithmetic on weeks plus a running sum of the exceptions, so that any span,
/// however long, costs one binary search.
public final class WorkCalendar {

    private final NavigableMap<Integer, CalendarEdition> editionOfYear;

    /// The days that the edition of a year names, in order.
    private final Map<Integer, NavigableSet<LocalDate>> named = new HashMap<>();

    /// Days on which a notice overrules the week, ascending, and how many working days they give or take up to there.
    private final long[] exceptions;

    private final int[] balance;

    private WorkCalendar(
            NavigableMap<Integer, CalendarEdition> editionOfYear,
            NavigableMap<Long, Integer> changes) {
        this.editionOfYear = editionOfYear;
        editionOfYear.forEach((year, edition) -> named.put(year, days(edition)));
        this.exceptions = changes.keySet().stream().mapToLong(Long::longValue).toArray();
        this.balance = changes.values().stream().mapToInt(Integer::intValue).toArray();
        Arrays.parallelPrefix(balance, Integer::sum);
    }

    /// The calendar that the latest edition of each year makes. Where notices of two years name the same day, the later
    /// year has the last word: it was published later and knew of the other.
    public static WorkCalendar of(Collection<CalendarEdition> editions) {
        // id by length first: #10 comes after #9
        var order =
                comparing(CalendarEdition::published)
                        .thenComparingInt(e -> e.id().length())
                        .thenComparing(CalendarEdition::id);
        var latest =
                editions.stream()
                        .collect(
                                Collectors.toMap(
                                        CalendarEdition::year,
                                        e -> e,
                                        BinaryOperator.maxBy(order),
                                        TreeMap::new));
        NavigableMap<Long, Integer> changes = new TreeMap<>();
        for (var edition : latest.values()) {
            edition.restDays()
                    .forEach(d -> changes.put(d.toEpochDay(), isWeekday(d.toEpochDay()) ? -1 : 0));
            edition.workDays()
                    .forEach(d -> changes.put(d.toEpochDay(), isWeekday(d.toEpochDay()) ? 0 : 1));
        }
        changes.values().removeIf(change -> change == 0);
        return new WorkCalendar(Collections.unmodifiableNavigableMap(latest), changes);
    }

    public boolean isWorkingDay(LocalDate d) {
        var day = d.toEpochDay();
        return isWeekday(day) != (Arrays.binarySearch(exceptions, day) >= 0);
    }

    /// Whether a notice for the year is known.
    public boolean isPublished(int year) {
        return editionOfYear.containsKey(year);
    }

    /// The id of the edition that counts for the year.
    public Optional<String> editionOf(int year) {
        return Optional.ofNullable(editionOfYear.get(year)).map(CalendarEdition::id);
    }

    /// The day itself if it is a working day, otherwise the first one after it.
    public LocalDate nextWorkingDay(LocalDate d) {
        return isWorkingDay(d) ? d : plusWorkingDays(d, 1);
    }

    /// The n-th working day after the event day, which is not counted; the event day itself for 0.
    public LocalDate plusWorkingDays(LocalDate eventDay, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("working days are counted forward, not " + n);
        }
        if (n == 0) {
            return eventDay;
        }
        var wanted = workingDaysThrough(eventDay.toEpochDay()) + n;
        var tooEarly = eventDay.toEpochDay();
        var lateEnough = tooEarly + n;
        while (workingDaysThrough(lateEnough) < wanted) {
            lateEnough += n + 7L;
        }
        while (lateEnough - tooEarly > 1) {
            var middle = tooEarly + (lateEnough - tooEarly) / 2;
            if (workingDaysThrough(middle) < wanted) {
                tooEarly = middle;
            } else {
                lateEnough = middle;
            }
        }
        return LocalDate.ofEpochDay(lateEnough);
    }

    /// How many working days lie in (`exclusive`, `inclusive`]; 0 if that is no day.
    public int workingDaysAfter(LocalDate exclusive, LocalDate inclusive) {
        if (!inclusive.isAfter(exclusive)) {
            return 0;
        }
        return Math.toIntExact(
                workingDaysThrough(inclusive.toEpochDay())
                        - workingDaysThrough(exclusive.toEpochDay()));
    }

    /// Whether notices settle every day from `from` to `to`. The last days of a year need the next year's notice as
    /// well: those for 2007, 2008, 2012, 2019 and 2023 rearranged days from 29 December on.
    public boolean isSettled(LocalDate from, LocalDate to) {
        var lastYear =
                to.getMonthValue() == 12 && to.getDayOfMonth() >= 29
                        ? to.getYear() + 1
                        : to.getYear();
        for (var year = from.getYear(); year <= lastYear; year++) {
            if (!isPublished(year)) {
                return false;
            }
        }
        return true;
    }

    /// The editions to look at when counting from one day to the other: those of the years touched, and a notice that
    /// names days of its neighbour year if one of them lies between. `2025#1,2026#1`; years without a notice are left
    /// out.
    public String editions(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return "";
        }
        NavigableSet<Integer> years = new TreeSet<>();
        for (var edition :
                editionOfYear.subMap(from.getYear() - 1, true, to.getYear() + 1, true).values()) {
            if ((edition.year() >= from.getYear() && edition.year() <= to.getYear())
                    || names(edition.year(), from, to)) {
                years.add(edition.year());
            }
        }
        return years.stream()
                .map(editionOfYear::get)
                .map(CalendarEdition::id)
                .collect(Collectors.joining(","));
    }

    private boolean names(int year, LocalDate from, LocalDate to) {
        var first = named.getOrDefault(year, new TreeSet<>()).ceiling(from);
        return first != null && !first.isAfter(to);
    }

    private static NavigableSet<LocalDate> days(CalendarEdition edition) {
        var days = new TreeSet<>(edition.restDays());
        days.addAll(edition.workDays());
        return days;
    }

    /// Working days from Monday 29 December 1969 up to and including the day; negative before.
    private long workingDaysThrough(long epochDay) {
        var sinceMonday = epochDay + 3; // 1 January 1970 was a Thursday
        var weekdays =
                Math.floorDiv(sinceMonday, 7L) * 5
                        + Math.min(Math.floorMod(sinceMonday, 7L) + 1, 5);
        var at = Arrays.binarySearch(exceptions, epochDay);
        var passed = at >= 0 ? at : -at - 2;
        return weekdays + (passed < 0 ? 0 : balance[passed]);
    }

    private static boolean isWeekday(long epochDay) {
        return Math.floorMod(epochDay + 3, 7L) < 5;
    }
}
