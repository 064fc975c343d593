package org.guiju.app.experts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guiju.kernel.experts.DrawEvent;
import org.guiju.kernel.experts.DrawState;
import org.guiju.kernel.shared.PersonId;

/// 抽选卷: one draw with its course.
///
/// @param course what happened, when and by whom
/// @param frozenAt the place of the frozen list in the stream; 0 while there is none
public record DrawFile(
        String id, UUID stream, DrawState state, List<Step> course, long frozenAt, int length) {
    public DrawFile {
        course = List.copyOf(course);
    }

    /// 一步.
    public record Step(DrawEvent event, Instant at, PersonId by) {}
}
