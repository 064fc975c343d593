package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.List;

/// 时钟快照: the clocks of a matter as they stand once an act has become known.
///
/// @param by the event that made it known
/// @param through number of the last event known with it
/// @param effective when what it tells took effect; earlier than the event for an act entered late
public record Snapshot(Seen by, long through, Instant effective, List<WatchedClock> clocks) {
    public Snapshot {
        clocks = List.copyOf(clocks);
    }
}
