package org.guiju.kernel.meetings;

import java.time.LocalDate;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;

/// 会议决议: what a gate asks for instead of a file called minutes. It is one only when the minutes are signed by all.
///
/// @param id the meeting's id and the number of the item, such as `M2026-0003-2`
/// @param meeting id of the meeting
/// @param kind code of the kind of meeting, such as `case-hearing`
/// @param body the organ whose meeting it was
/// @param day of the meeting
/// @param proposal what was voted on, in words
/// @param amountFen the amount that was resolved, in fen; null where the matter has none
/// @param minutes SHA-256 of the minutes, in hexadecimal
public record Resolution(
        String id,
        String meeting,
        String kind,
        OrganId body,
        LocalDate day,
        MatterRef matter,
        String proposal,
        @Nullable Long amountFen,
        ItemOutcome outcome,
        Tally votes,
        String minutes) {
    public boolean carried() {
        return outcome == ItemOutcome.CARRIED;
    }
}
