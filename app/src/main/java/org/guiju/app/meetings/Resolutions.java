package org.guiju.app.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.Resolution;
import org.guiju.kernel.shared.OrganId;

/// 决议查询: the gate that other capabilities ask. What it answers is bound by signed minutes; a meeting that is still to be
/// held, or whose minutes still lack a signature, has resolved nothing.
public interface Resolutions {

    /// Every resolution on the matter, the newest first; reported items are none.
    List<Resolution> of(MatterRef matter);

    Optional<Resolution> resolution(String id);

    /// The meeting with its course; empty where none has the id.
    Optional<MeetingFile> file(String id);

    /// Whether the organ has adopted rules of procedure for the kind that are in force on the day.
    boolean adopted(String kind, OrganId organ, LocalDate day);

    /// 待会议审议: ids of meetings whose agenda has the matter and that are not finished.
    List<String> pending(MatterRef matter);

    /// The resolution that governs the matter: the newest one, if it was carried by a meeting of one of these kinds. A later
    /// meeting that did not carry it takes the earlier one away.
    ///
    /// @param kinds codes of the kinds of meeting that will do; none for any
    default Optional<Resolution> carried(MatterRef matter, List<String> kinds) {
        return of(matter).stream()
                .filter(r -> kinds.isEmpty() || kinds.contains(r.kind()))
                .findFirst()
                .filter(Resolution::carried);
    }

    /// As [#of], by the words of the sort and the id.
    default List<Resolution> of(MatterSort sort, String id) {
        return MatterRef.of(sort, id).map(this::of).orElse(List.of());
    }
}
