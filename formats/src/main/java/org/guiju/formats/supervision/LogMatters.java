package org.guiju.formats.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.formats.supervision.LogEvent.Kind;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.Accountable;
import org.guiju.kernel.supervision.Measure;
import org.guiju.kernel.supervision.Seen;
import org.guiju.kernel.supervision.Snapshot;
import org.guiju.kernel.supervision.SupervisedObject;
import org.guiju.kernel.supervision.WatchedClock;
import org.guiju.kernel.supervision.WatchedClock.Stop;
import org.jspecify.annotations.Nullable;

/// 来件日志的时钟: the events of a log as the clocks of its matters, each after every event in the order of recording.
public final class LogMatters {
    private static final Article LOG = new Article("来件日志", "所载特别程序");
    private final Map<String, List<Snapshot>> matters = new LinkedHashMap<>();
    private final List<Text> problems = new ArrayList<>();

    private LogMatters() {}

    /// @param events of one log, in any order
    public static LogMatters of(List<LogEvent> events) {
        var log = new LogMatters();
        var byMatter = new LinkedHashMap<String, List<LogEvent>>();
        events.forEach(e -> byMatter.computeIfAbsent(e.matter(), _ -> new ArrayList<>()).add(e));
        byMatter.forEach((matter, of) -> {
            of.sort(Comparator.comparing(LogEvent::recorded).thenComparingInt(LogEvent::row));
            log.matters.put(matter, log.new Matter(matter).snapshots(of));
        });
        return log;
    }

    /// Snapshots by matter.
    public Map<String, List<Snapshot>> matters() {
        return java.util.Collections.unmodifiableMap(matters);
    }

    /// What contradicts itself; a log with problems should not be judged.
    public List<Text> problems() {
        return List.copyOf(problems);
    }

    private void problem(LogEvent e, String zh, String en) {
        problems.add(
                new Text(
                        "第 " + e.row() + " 行（" + e.matter() + "）：" + zh + "。",
                        "row " + e.row() + " (" + e.matter() + "): " + en + "."));
    }

    private record Begun(
            SupervisedObject object, Measure measure, Limit limit, Instant at, Seen seen) {}

    /// One matter as its events are told.
    private final class Matter {
        private final String id;
        private final List<Begun> begun = new ArrayList<>();
        private final List<Stop> stops = new ArrayList<>();
        private final List<Seen> shaped = new ArrayList<>();
        private int more;
        private @Nullable Instant ended;
        private String organ = "—";
        private String post = "";
        private String officer = "";

        Matter(String id) {
            this.id = id;
        }

        List<Snapshot> snapshots(List<LogEvent> events) {
            var snapshots = new ArrayList<Snapshot>();
            for (var e : events) {
                organ = e.organ().isBlank() ? organ : e.organ();
                post = e.post().isBlank() ? post : e.post();
                officer = e.officer().isBlank() ? officer : e.officer();
                var seen = new Seen(id, e.row(), e.kind().code(), e.recorded());
                tell(e, seen);
                snapshots.add(new Snapshot(seen, e.row(), e.at(), clocks()));
            }
            return snapshots;
        }

        private void tell(LogEvent e, Seen seen) {
            if (e.kind() != Kind.ACCEPTED && e.kind() != Kind.OTHER && begun.isEmpty()) {
                problem(e, "此前没有“受理”事件", "nothing was accepted before it");
                return;
            }
            switch (e.kind()) {
                case ACCEPTED -> begin(e, seen);
                case SUSPENDED -> {
                    if (open()) {
                        problem(e, "上一次暂停尚未恢复", "the last suspension has not ended");
                    }
                    stops.add(new Stop(e.at(), null, e.days(), ground(e), LOG));
                }
                case RESUMED -> resume(e);
                case EXTENDED -> {
                    if (e.days() == null) {
                        problem(e, "延长须写明天数", "an extension needs its days");
                    } else {
                        more += e.days().n();
                    }
                }
                case ENDED -> ended = e.at();
                case OTHER -> {
                    return;
                }
            }
            shaped.add(seen);
        }

        private boolean open() {
            return !stops.isEmpty() && stops.getLast().until() == null;
        }

        private static String ground(LogEvent e) {
            return e.note().isBlank() ? "特别程序" : e.note();
        }

        private void resume(LogEvent e) {
            if (!open()) {
                problem(e, "没有可恢复的暂停", "there is no suspension to end");
                return;
            }
            var open = stops.removeLast();
            if (e.at().isBefore(open.from())) {
                problem(e, "恢复早于暂停", "it ends before it began");
            }
            stops.add(new Stop(open.from(), e.at(), open.cap(), open.ground(), open.basis()));
        }

        private void begin(LogEvent e, Seen seen) {
            if (begun.stream().anyMatch(b -> b.object() == e.object())) {
                problem(e, "重复的“受理”事件", "it was accepted before");
                return;
            }
            begin(e, Measure.PROMISE, e.promise(), seen);
            begin(e, Measure.STATUTE, e.statute(), seen);
            begin(e, Measure.LIMIT, e.limit(), seen);
        }

        private void begin(LogEvent e, Measure measure, @Nullable Limit limit, Seen seen) {
            if (limit != null) {
                begun.add(new Begun(e.object(), measure, limit, e.at(), seen));
            }
        }

        private List<WatchedClock> clocks() {
            var hands =
                    new Accountable(
                            new OrganId(organ),
                            "",
                            post,
                            officer.isBlank() ? null : new PersonId(officer),
                            null);
            var clocks = new ArrayList<WatchedClock>();
            for (var b : begun) {
                clocks.add(
                        new WatchedClock(
                                b.object().code() + ":" + b.measure().code(),
                                b.object().code(),
                                b.object(),
                                b.measure(),
                                "",
                                new Limit(
                                        Math.min(b.limit().n() + more, Limit.MAX),
                                        b.limit().unit(),
                                        b.limit().basis()),
                                b.at(),
                                stops,
                                ended,
                                null,
                                hands,
                                shaped));
            }
            for (int i = 0; i < stops.size(); i++) {
                special(i + 1, stops.get(i), hands, clocks);
            }
            return clocks;
        }

        /// A special procedure is watched against the days applied for, beyond the end of the case if nobody ended it.
        private void special(int n, Stop stop, Accountable hands, List<WatchedClock> clocks) {
            if (stop.cap() == null) {
                return;
            }
            clocks.add(
                    new WatchedClock(
                            "special:" + n,
                            "special:" + n,
                            SupervisedObject.SPECIAL_PROCEDURE,
                            Measure.LIMIT,
                            "",
                            stop.cap(),
                            stop.from(),
                            List.of(),
                            stop.until(),
                            null,
                            hands,
                            shaped));
        }
    }
}
