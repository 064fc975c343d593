package org.guiju.kernel.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.meetings.MeetingEvent.Answer;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.meetings.MeetingKind.Roll;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 会议指令: what somebody asks for. Nobody speaks, votes or signs for somebody else.
public sealed interface MeetingCommand {
    /// @param members named members, where the kind has none by role
    record Convene(
            String id,
            LocalDate day,
            String time,
            String place,
            PersonId chair,
            List<PersonId> members,
            Roll roll,
            int dueCount)
            implements MeetingCommand {
        public Convene {
            members = List.copyOf(members);
        }
    }

    /// @param item its number is given by the meeting
    record Place(AgendaItem item) implements MeetingCommand {}

    record Withdraw(int no, String reason) implements MeetingCommand {}

    record Order(List<Integer> order) implements MeetingCommand {
        public Order {
            order = List.copyOf(order);
        }
    }

    record Remark(int no, String text) implements MeetingCommand {}

    record Open(List<PersonId> present, Map<PersonId, String> absent, int presentCount)
            implements MeetingCommand {
        public Open {
            present = List.copyOf(present);
            absent = Map.copyOf(absent);
        }
    }

    record Arrive(PersonId person) implements MeetingCommand {}

    record AskRecusal(int no, PersonId person, String reason) implements MeetingCommand {}

    record DecideRecusal(int no, PersonId person, boolean granted) implements MeetingCommand {}

    record Speak(int no, String text) implements MeetingCommand {}

    record Cast(int no, Vote vote, String dissent) implements MeetingCommand {}

    record CountHands(int no, int votesFor, int against, int abstain) implements MeetingCommand {}

    record Dissent(int no, String text) implements MeetingCommand {}

    record AnswerCheck(int no, String question, Answer answer, String note)
            implements MeetingCommand {}

    record Amend(int no, String proposal, @Nullable Long amountFen) implements MeetingCommand {}

    /// Counts the votes of an item, or notes that it was reported.
    record CloseItem(int no) implements MeetingCommand {}

    record Close() implements MeetingCommand {}

    record Sign(String digest) implements MeetingCommand {}

    record RefuseToSign(String reason) implements MeetingCommand {}

    /// @param signers who signed on the paper sheet
    record KeepSheet(String file, String commitment, String mediaType, List<PersonId> signers)
            implements MeetingCommand {
        public KeepSheet {
            signers = List.copyOf(signers);
        }
    }

    record Cancel(String reason) implements MeetingCommand {}
}
