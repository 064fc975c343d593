package org.guiju.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.calendar.LimitUnit.WORKING_DAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.guiju.kernel.shared.Article;
import org.junit.jupiter.api.Test;

/// The definition written down as it reads: one day after the other. Slow on purpose. The notices are invented, with
/// gaps between years and days of neighbour years, so that no arrangement a year may bring is left out.
class SlowTwinTest {

    private static final Article BASIS = new Article("随机", "第一条");
    private static final int ROUNDS = 4_000;

    @Test
    void countingDayByDayGivesTheSame() {
        var seed = Long.getLong("guiju.seed", System.nanoTime());
        System.out.println("SlowTwinTest: -Dguiju.seed=" + seed);
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var editions = editions(random);
            var event = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(3_000));
            var limit = limit(random);
            var pauses = pauses(random, event);
            var asOf = event.plusDays(random.nextInt(400) - 20);
            compare(
                    new Twin(editions, event, pauses),
                    WorkCalendar.of(editions),
                    limit,
                    asOf,
                    "seed %d round %d: %s after %s, %s, as of %s"
                            .formatted(seed, round, limit, event, pauses, asOf));
        }
    }

    private static void compare(
            Twin twin, WorkCalendar calendar, Limit limit, LocalDate asOf, String what) {
        var event = twin.event();
        var fast = TimeLimits.lastDay(calendar, event, limit, twin.pauses());
        var slow = twin.lastDay(limit);
        assertThat(fast.lastDay()).as(what).isEqualTo(slow);
        assertThat(fast.provisional()).as(what).isEqualTo(twin.provisional(limit));
        assertThat(fast.rolledOver()).as(what).isEqualTo(!slow.equals(twin.end(limit)));
        assertThat(fast.pausedDays())
                .as(what)
                .isEqualTo(
                        (int)
                                event.plusDays(1)
                                        .datesUntil(slow.plusDays(1))
                                        .filter(twin::paused)
                                        .filter(day ->
                                                limit.unit() != WORKING_DAY || twin.working(day))
                                        .count());
        assertThat(fast.restDaysSkipped())
                .as(what)
                .isEqualTo(
                        (int) (slow.toEpochDay() - event.toEpochDay())
                                - twin.units(limit)
                                - fast.pausedDays());
        assertThat(TimeLimits.used(calendar, event, limit.unit(), twin.pauses(), asOf))
                .as(what)
                .isEqualTo(twin.used(limit.unit(), asOf));
        if (limit.unit() == WORKING_DAY && !asOf.isAfter(slow)) {
            assertThat(TimeLimits.left(calendar, event, limit, twin.pauses(), asOf))
                    .as(what)
                    .isEqualTo(limit.n() - twin.used(limit.unit(), asOf));
        }
        assertThat(calendar.nextWorkingDay(asOf))
                .as(what)
                .isEqualTo(
                        asOf.datesUntil(asOf.plusYears(1))
                                .filter(twin::working)
                                .findFirst()
                                .orElseThrow());
    }

    private record Twin(List<CalendarEdition> editions, LocalDate event, List<Pause> pauses) {

        LocalDate lastDay(Limit limit) {
            var day = end(limit);
            while (limit.unit() != WORKING_DAY
                    && (!working(day) || (paused(day) && day.isAfter(end(limit))))) {
                day = day.plusDays(1);
            }
            return day;
        }

        /// The last day before any moving off a rest day.
        LocalDate end(Limit limit) {
            var day = event;
            for (var counted = 0; counted < units(limit); ) {
                day = day.plusDays(1);
                if (counts(limit.unit(), day)) {
                    counted++;
                }
            }
            return day;
        }

        int units(Limit limit) {
            return limit.unit() == LimitUnit.MONTH
                    ? (int) event.datesUntil(event.plusMonths(limit.n())).count()
                    : limit.n();
        }

        int used(LimitUnit unit, LocalDate asOf) {
            var used = 0;
            for (var day = event.plusDays(1); !day.isAfter(asOf); day = day.plusDays(1)) {
                used += counts(unit, day) ? 1 : 0;
            }
            return used;
        }

        boolean counts(LimitUnit unit, LocalDate day) {
            return !paused(day) && (unit != WORKING_DAY || working(day));
        }

        boolean paused(LocalDate day) {
            return pauses.stream().anyMatch(p -> day.isAfter(p.from()) && !day.isAfter(p.until()));
        }

        boolean working(LocalDate day) {
            for (var edition : editions.reversed()) { // the latest first
                if (edition.workDays().contains(day) || edition.restDays().contains(day)) {
                    return edition.workDays().contains(day);
                }
            }
            return day.getDayOfWeek().getValue() <= 5;
        }

        boolean provisional(Limit limit) {
            var from = limit.unit() == WORKING_DAY ? event.plusDays(1) : end(limit);
            return !from.datesUntil(lastDay(limit).plusDays(1)).allMatch(this::settled);
        }

        boolean settled(LocalDate day) {
            var edge = day.getMonthValue() == 12 && day.getDayOfMonth() > 28;
            return published(day.getYear()) && (!edge || published(day.getYear() + 1));
        }

        boolean published(int year) {
            return editions.stream().anyMatch(edition -> edition.year() == year);
        }
    }

    /// In order of year, at most one a year, some years without.
    private static List<CalendarEdition> editions(Random random) {
        var editions = new ArrayList<CalendarEdition>();
        for (var year = 2017; year <= 2030; year++) {
            if (random.nextInt(8) > 0) {
                Set<LocalDate> rest = new HashSet<>();
                Set<LocalDate> work = new HashSet<>();
                var firstDay = LocalDate.of(year, 1, 1).minusDays(3);
                for (var i = 0; i < 40; i++) {
                    var day =
                            firstDay.plusDays(
                                    random.nextInt(4) == 0
                                            ? random.nextInt(8)
                                            : random.nextInt(371));
                    (random.nextInt(3) == 0 ? work : rest).add(day);
                }
                work.removeAll(rest);
                editions.add(
                        new CalendarEdition(
                                year + "#1",
                                year,
                                LocalDate.of(year - 1, 11, 1),
                                List.of(),
                                rest,
                                work));
            }
        }
        return editions;
    }

    private static Limit limit(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Limit(1 + random.nextInt(10), LimitUnit.CALENDAR_DAY, BASIS);
            case 1 -> new Limit(1 + random.nextInt(120), LimitUnit.CALENDAR_DAY, BASIS);
            case 2 -> new Limit(1 + random.nextInt(24), LimitUnit.MONTH, BASIS);
            default -> new Limit(1 + random.nextInt(90), WORKING_DAY, BASIS);
        };
    }

    private static List<Pause> pauses(Random random, LocalDate event) {
        var pauses = new ArrayList<Pause>();
        for (var i = random.nextInt(4); i > 0; i--) {
            var from = event.plusDays(random.nextInt(80) - 15);
            pauses.add(new Pause(from, from.plusDays(random.nextInt(30)), "检测", BASIS));
        }
        return pauses;
    }
}
