package org.guiju.app.clearing;

import java.time.Instant;
import java.util.List;
import org.guiju.kernel.clearing.ClearingEvent;
import org.guiju.kernel.clearing.ClearingState;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 清理卷: one unit's clearing with its course.
///
/// @param length number of events of its stream
public record ClearingFile(
        Campaign campaign, OrganId organ, ClearingState state, List<Happened> course, int length) {
    public ClearingFile {
        course = List.copyOf(course);
    }

    /// 经过: one act, when and by whom.
    public record Happened(ClearingEvent event, Instant at, PersonId by) {}

    /// When it came to the stage it is in.
    public Instant since() {
        return course.reversed().stream()
                .filter(h ->
                        switch (h.event()) {
                            case ClearingEvent.Opened _,
                                    ClearingEvent.InventoryClosed _,
                                    ClearingEvent.Submitted _,
                                    ClearingEvent.SentBack _,
                                    ClearingEvent.FinalSubmitted _,
                                    ClearingEvent.Approved _,
                                    ClearingEvent.Published _ ->
                                    true;
                            default -> false;
                        })
                .findFirst()
                .map(Happened::at)
                .orElse(Instant.EPOCH);
    }
}
