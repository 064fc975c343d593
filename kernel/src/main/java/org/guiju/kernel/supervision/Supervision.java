package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.supervision.WatchedClock.Stop;

/// 监察: findings as a function of what became known, the calendars, and the moment of asking. Nothing recorded after that
/// moment is looked at.
public final class Supervision {
    private Supervision() {}

    /// The cards of one matter.
    ///
    /// @param snapshots the matter's clocks after each act, in the order in which the acts were recorded
    public static Report judge(
            Scheme scheme,
            String matter,
            List<Snapshot> snapshots,
            CalendarHistory calendars,
            Instant asOf) {
        if (snapshots.isEmpty()) {
            return new Report(asOf, List.of(), null);
        }
        var begin = snapshots.getFirst().by().at();
        var watch = new Watch(scheme, matter, calendars.at(begin));
        for (var news : news(snapshots, calendars, begin, asOf)) {
            news.tell(watch);
        }
        watch.passTo(asOf);
        return watch.report(asOf);
    }

    /// The last moment at which a rule's card is not yet due on a clock; it is lit the second after.
    public static Optional<Instant> lastMoment(
            Scheme scheme, CardRule rule, WatchedClock clock, WorkCalendar calendar) {
        int value = value(rule, clock);
        return switch (scheme.counting()) {
            case TO_THE_SECOND -> ElapsedTime.lastMoment(clock, value - 1, calendar);
            case WHOLE_DAYS -> WholeDays.lastMoment(clock, value, calendar);
        };
    }

    /// The last day of a clock by whole days, with all that is needed to count it again.
    public static Derivation derivation(WatchedClock clock, WorkCalendar calendar) {
        return WholeDays.derivation(clock, calendar);
    }

    static int value(CardRule rule, WatchedClock clock) {
        var trigger =
                rule.trigger() instanceof Trigger.Lead && clock.lead() != null
                        ? clock.lead()
                        : rule.trigger();
        return trigger.from(clock.limit().n());
    }

    /// Whether the clock stands still at the moment.
    public static boolean stands(WatchedClock clock, Instant at) {
        return clock.stops().stream().anyMatch(s -> covers(s, at));
    }

    private static boolean covers(Stop stop, Instant at) {
        return !at.isBefore(stop.from()) && (stop.until() == null || at.isBefore(stop.until()));
    }

    private static List<News> news(
            List<Snapshot> snapshots, CalendarHistory calendars, Instant begin, Instant asOf) {
        var all = new ArrayList<News>();
        for (var snapshot : snapshots) {
            if (!snapshot.by().at().isAfter(asOf)) {
                all.add(new News.Act(snapshot));
            }
        }
        calendars
                .later()
                .forEach((at, calendar) -> {
                    if (at.isAfter(begin) && !at.isAfter(asOf)) {
                        all.add(new News.Notice(at, calendar));
                    }
                });
        all.sort(Comparator.comparing(News::at)); // stable: acts keep their order
        return all;
    }

    private sealed interface News {
        Instant at();

        void tell(Watch watch);

        record Act(Snapshot snapshot) implements News {
            @Override
            public Instant at() {
                return snapshot.by().at();
            }

            @Override
            public void tell(Watch watch) {
                watch.learn(snapshot);
            }
        }

        record Notice(Instant at, KnownCalendar calendar) implements News {
            @Override
            public void tell(Watch watch) {
                watch.learn(at, calendar);
            }
        }
    }
}
