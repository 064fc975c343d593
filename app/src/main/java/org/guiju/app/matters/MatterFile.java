package org.guiju.app.matters;

import java.time.Instant;
import java.util.List;
import org.guiju.kernel.matters.MatterState;

/// 事项卷: one matter with its course.
///
/// @param times of the acts, as many as the state's course has
public record MatterFile(String id, MatterState state, List<Instant> times) {
    public MatterFile {
        times = List.copyOf(times);
    }
}
