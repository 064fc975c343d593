package org.guiju.kernel.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.meetings.MeetingKind.Roll;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 会议事件: what came true in the life of one meeting.
public sealed interface MeetingEvent {
    /// 召集与通知.
    ///
    /// @param members who should attend; empty where heads are counted
    /// @param dueCount how many should attend where heads are counted
    /// @param chief who speaks last; null where he is no member
    record Convened(
            String id,
            String kind,
            OrganId organ,
            LocalDate day,
            String time,
            String place,
            PersonId convenor,
            PersonId chair,
            @Nullable PersonId chief,
            List<PersonId> members,
            Roll roll,
            int dueCount,
            String procedure)
            implements MeetingEvent {
        public Convened {
            members = List.copyOf(members);
        }
    }

    /// 上会.
    record ItemPlaced(AgendaItem item) implements MeetingEvent {}

    record ItemWithdrawn(int no, String reason) implements MeetingEvent {}

    record AgendaOrdered(List<Integer> order) implements MeetingEvent {
        public AgendaOrdered {
            order = List.copyOf(order);
        }
    }

    /// 会前书面意见.
    record Remarked(int no, PersonId person, String text) implements MeetingEvent {}

    /// 开会, with who came and why others did not.
    ///
    /// @param presentCount where heads are counted
    record Opened(List<PersonId> present, Map<PersonId, String> absent, int presentCount)
            implements MeetingEvent {
        public Opened {
            present = List.copyOf(present);
            absent = Map.copyOf(absent);
        }
    }

    /// 中途到会.
    record Arrived(PersonId person) implements MeetingEvent {}

    record RecusalAsked(int no, PersonId person, PersonId by, String reason)
            implements MeetingEvent {}

    /// One member's voice on whether the chair steps back: of the chair the body decides.
    record RecusalVoiced(int no, PersonId person, boolean granted, PersonId by)
            implements MeetingEvent {}

    record RecusalDecided(int no, PersonId person, boolean granted, PersonId by)
            implements MeetingEvent {}

    record Spoke(int no, PersonId person, String text) implements MeetingEvent {}

    record Voted(int no, PersonId person, Vote vote, String dissent) implements MeetingEvent {}

    /// 举手表决计数.
    record HandsCounted(int no, int votesFor, int against, int abstain) implements MeetingEvent {}

    /// 不同意见, recorded and never deleted.
    record Dissented(int no, PersonId person, String text) implements MeetingEvent {}

    record CheckAnswered(int no, String question, Answer answer, String note)
            implements MeetingEvent {}

    /// 修改议案: what was voted before falls away; what was said stays.
    record Amended(int no, String proposal, @Nullable Long amountFen) implements MeetingEvent {}

    record ItemClosed(int no, ItemOutcome outcome, Tally tally) implements MeetingEvent {}

    /// 散会, and the minutes drawn up.
    record Closed(String digest) implements MeetingEvent {}

    record Signed(PersonId person, String digest, boolean onPaper) implements MeetingEvent {}

    record SigningRefused(PersonId person, String reason) implements MeetingEvent {}

    /// 签字页扫描件.
    record SheetKept(String file, String commitment, String mediaType) implements MeetingEvent {}

    /// 纪要生效: every attending member has signed or refused with a reason.
    record Completed(String digest) implements MeetingEvent {}

    record Cancelled(String reason) implements MeetingEvent {}

    /// 表决意见.
    enum Vote {
        FOR,
        AGAINST,
        ABSTAIN
    }

    /// 合规性审查 answer.
    enum Answer {
        YES,
        NO,
        NOT_APPLICABLE
    }
}
