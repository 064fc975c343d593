package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.powers.PowerDefinition;

/// 案件的监察: the clocks of one of our own cases after each act, as the case's own deciders count them.
public final class CaseWatch {
    private CaseWatch() {}

    /// An event of the case and its place in the log.
    public record Recorded(CaseEvent event, Seen seen) {}

    /// One snapshot an act: what one command made true became known at one moment.
    ///
    /// @param definition the version the case began with
    /// @param history the case's events in order
    /// @param calendar any calendar; which days a clock counts is settled later, by what was known
    public static List<Snapshot> snapshots(
            PowerDefinition definition, List<Recorded> history, WorkCalendar calendar) {
        var snapshots = new ArrayList<Snapshot>();
        int begin = 0;
        for (int i = 0; i < history.size(); i++) {
            if (i + 1 < history.size() && at(history, i + 1).equals(at(history, i))) {
                continue;
            }
            var known = new CaseHistory(definition, history.subList(0, i + 1), calendar);
            var effective =
                    history.subList(begin, i + 1).stream()
                            .map(CaseHistory::effective)
                            .min(Instant::compareTo)
                            .orElseThrow();
            snapshots.add(
                    new Snapshot(
                            history.get(begin).seen(),
                            history.get(i).seen().seq(),
                            effective,
                            new CaseClocks(known).all()));
            begin = i + 1;
        }
        return snapshots;
    }

    private static Instant at(List<Recorded> history, int i) {
        return history.get(i).seen().at();
    }
}
