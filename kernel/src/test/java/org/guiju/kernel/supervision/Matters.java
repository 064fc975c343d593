package org.guiju.kernel.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.supervision.WatchedClock.Stop;
import org.jspecify.annotations.Nullable;

/// Invented matters with one clock or two, and calendars typed by hand.
final class Matters {
    static final Article ART = new Article("示例法", "第一条");
    static final Accountable HANDS =
            new Accountable(new OrganId("an-office"), "review", "reviewer", null, null);

    /// October 2018: the week after National Day is whole.
    static final KnownCalendar OCTOBER_2018 =
            KnownCalendar.of(List.of(edition("2018#1", Set.of(), Set.of())));

    private Matters() {}

    static CalendarEdition edition(String id, Set<String> rest, Set<String> work) {
        return new CalendarEdition(
                id,
                Integer.parseInt(id.substring(0, 4)),
                LocalDate.of(2017, 1, 1).plusDays(id.hashCode() & 0xff),
                List.of(),
                rest.stream().map(LocalDate::parse).collect(Collectors.toSet()),
                work.stream().map(LocalDate::parse).collect(Collectors.toSet()));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Days.ZONE).toInstant();
    }

    static Limit days(int n) {
        return new Limit(n, LimitUnit.WORKING_DAY, ART);
    }

    static Seen seen(long seq, Instant at) {
        return new Seen("m", seq, "event-" + seq, at);
    }

    /// A clock under construction; every change gives the next snapshot.
    static final class Matter {
        private final List<Snapshot> snapshots = new ArrayList<>();
        private final List<Clock> clocks;
        private final List<Stop> stops = new ArrayList<>();
        private Instant start;
        private @Nullable Instant ended;
        private int extended;

        record Clock(SupervisedObject object, Measure measure, Limit limit) {}

        Matter(Instant start, Clock... clocks) {
            this.start = start;
            this.clocks = List.of(clocks);
        }

        static Matter of(String start, int promise, int statute) {
            return new Matter(
                            at(start),
                            new Clock(SupervisedObject.CASE, Measure.PROMISE, days(promise)),
                            new Clock(SupervisedObject.CASE, Measure.STATUTE, days(statute)))
                    .known(at(start), at(start));
        }

        static Matter of(String start, SupervisedObject object, int limit) {
            return new Matter(at(start), new Clock(object, Measure.LIMIT, days(limit)))
                    .known(at(start), at(start));
        }

        /// @param cap null where no number of days was applied for
        Matter pause(Instant from, @Nullable Limit cap, Instant recorded) {
            stops.add(new Stop(from, null, cap, "expert-review", ART));
            return known(recorded, from);
        }

        Matter resume(Instant until, Instant recorded) {
            var open = stops.removeLast();
            stops.add(new Stop(open.from(), until, open.cap(), open.ground(), open.basis()));
            return known(recorded, until);
        }

        Matter extend(int more, Instant recorded) {
            extended += more;
            return known(recorded, recorded);
        }

        Matter end(Instant moment, Instant recorded) {
            ended = moment;
            return known(recorded, moment);
        }

        Matter nothing(Instant recorded, Instant effective) {
            return known(recorded, effective);
        }

        boolean paused() {
            return !stops.isEmpty() && Objects.isNull(stops.getLast().until());
        }

        List<Snapshot> snapshots() {
            return snapshots;
        }

        List<WatchedClock> now() {
            return snapshots.getLast().clocks();
        }

        private Matter known(Instant recorded, Instant effective) {
            var seen = seen(snapshots.size(), recorded);
            var all = new ArrayList<WatchedClock>();
            for (var c : clocks) {
                all.add(
                        new WatchedClock(
                                c.measure().code(),
                                "case",
                                c.object(),
                                c.measure(),
                                "",
                                new Limit(
                                        c.limit().n() + extended,
                                        c.limit().unit(),
                                        c.limit().basis()),
                                start,
                                stops,
                                ended,
                                null,
                                HANDS,
                                List.of(seen)));
            }
            snapshots.add(new Snapshot(seen, seen.seq(), effective, all));
            return this;
        }
    }
}
