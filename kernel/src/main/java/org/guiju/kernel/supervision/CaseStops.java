package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.supervision.CaseWatch.Recorded;
import org.guiju.kernel.supervision.WatchedClock.Stop;
import org.jspecify.annotations.Nullable;

/// The special procedures of a case: time taken out of its clocks, and clocks of their own.
final class CaseStops {
    private final CaseHistory history;

    CaseStops(CaseHistory history) {
        this.history = history;
    }

    /// Every special procedure is itself limited to the days applied for.
    List<WatchedClock> clocks(Accountable hands) {
        var clocks = new ArrayList<WatchedClock>();
        int n = 0;
        @Nullable Recorded on = null;
        for (var r :
                history.all(e -> e instanceof CaseEvent.Paused || e instanceof CaseEvent.Resumed)) {
            if (r.event() instanceof CaseEvent.Paused) {
                on = r;
            } else if (on != null) {
                special(++n, on, r, hands).ifPresent(clocks::add);
                on = null;
            }
        }
        if (on != null) {
            special(++n, on, null, hands).ifPresent(clocks::add);
        }
        return clocks;
    }

    private Optional<WatchedClock> special(
            int n, Recorded paused, @Nullable Recorded resumed, Accountable hands) {
        var ground = ((CaseEvent.Paused) paused.event()).ground();
        var cap = caps().get(ground);
        if (cap == null) {
            return Optional.empty();
        }
        // a stop that lapsed was ended by time, not by an act of the office
        boolean lapsed =
                resumed != null && resumed.event() instanceof CaseEvent.Resumed e && e.lapsed();
        Instant ended = null;
        if (resumed != null) {
            ended = lapsed ? resumed.seen().at() : CaseHistory.effective(resumed);
        }
        return Optional.of(
                new WatchedClock(
                        "special:" + n,
                        "special:" + n,
                        SupervisedObject.SPECIAL_PROCEDURE,
                        Measure.LIMIT,
                        "",
                        cap,
                        CaseHistory.effective(paused),
                        List.of(),
                        ended,
                        null,
                        hands,
                        CaseClocks.seen(paused, resumed)));
    }

    private Map<String, Limit> caps() {
        var caps = new HashMap<String, Limit>();
        history.situation().limits().pauses().forEach(g -> caps.put(g.id(), g.cap()));
        return caps;
    }

    /// The time taken out of the clocks of the case.
    List<Stop> all() {
        var caps = caps();
        var stops = new ArrayList<Stop>();
        for (var r :
                history.all(e -> e instanceof CaseEvent.Paused || e instanceof CaseEvent.Resumed)) {
            if (r.event() instanceof CaseEvent.Paused e) {
                stops.add(
                        new Stop(
                                CaseHistory.effective(r),
                                null,
                                caps.get(e.ground()),
                                e.ground(),
                                CaseRule.PAUSE_LISTED.basis()));
            } else if (!stops.isEmpty()) {
                var open = stops.removeLast();
                stops.add(
                        new Stop(
                                open.from(),
                                CaseHistory.effective(r),
                                open.cap(),
                                open.ground(),
                                open.basis()));
            }
        }
        return stops;
    }
}
