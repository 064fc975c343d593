package org.guiju.kernel.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 会议依据的事实: what the decider may know beside the history.
///
/// @param kind as it is in force in the organ on the day of the meeting, the organ's stricter policy included
/// @param procedure number of the rule of procedure in force on that day; empty where there is none
/// @param serves whether the actor serves in the organ
public record MeetingFacts(
        OrganId organ,
        MeetingKind kind,
        String procedure,
        Roster roster,
        LocalDate today,
        PersonId actor,
        boolean serves) {

    /// Members by role on the day, in the order of the roster; empty where members are named.
    List<PersonId> membersOn(LocalDate day) {
        return kind.members().isEmpty()
                ? List.of()
                : java.util.Arrays.stream(kind.members().split(" "))
                        .flatMap(role -> roster.holders(role, organ, day).stream())
                        .distinct()
                        .toList();
    }

    /// 主要负责人 on the day, if the kind has one.
    Optional<PersonId> chiefOn(LocalDate day) {
        return kind.chief().isEmpty()
                ? Optional.empty()
                : roster.holders(kind.chief(), organ, day).stream().findFirst();
    }
}
