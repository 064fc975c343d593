package org.guiju.app.meetings;

import java.time.Instant;
import java.util.List;
import org.guiju.kernel.meetings.ItemState;
import org.guiju.kernel.meetings.MeetingEvent;
import org.guiju.kernel.meetings.MeetingKind;
import org.guiju.kernel.meetings.MeetingState;
import org.guiju.kernel.meetings.Voting;
import org.guiju.kernel.shared.PersonId;

/// 会议卷: one meeting with its course.
///
/// @param kind as it is in force for it
/// @param length number of events of its stream
public record MeetingFile(
        String id, MeetingKind kind, MeetingState state, List<Happened> course, int length) {
    public MeetingFile {
        course = List.copyOf(course);
    }

    /// 经过: one act, when and by whom.
    public record Happened(MeetingEvent event, Instant at, PersonId by) {}

    /// Who may speak and vote on the item, and what it adds up to.
    public Voting voting(ItemState item) {
        return new Voting(kind, state, item);
    }

    /// When the minutes were drawn up, or the last act before that.
    public Instant drawn() {
        return course.stream()
                .filter(h -> h.event() instanceof MeetingEvent.Closed)
                .findFirst()
                .or(() -> course.stream().reduce((_, last) -> last))
                .map(Happened::at)
                .orElse(Instant.EPOCH);
    }
}
