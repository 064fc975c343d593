package org.guiju.app.archive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 季度送交: what one organ owes its supervising organ for one quarter.
///
/// @param due the last day for it
/// @param volumes how many volumes were handed over; null before
/// @param list digest of the list of those volumes, base64url; null before
/// @param receivedFor the supervising organ that gave the receipt
public record Handover(
        String organ,
        Quarter quarter,
        LocalDate due,
        LocalDate openedOn,
        @Nullable LocalDate submittedOn,
        @Nullable String submittedBy,
        @Nullable Integer volumes,
        @Nullable String list,
        @Nullable LocalDate receivedOn,
        @Nullable String receivedBy,
        @Nullable String receivedFor) {

    public boolean submitted() {
        return submittedOn != null;
    }

    public boolean received() {
        return receivedOn != null;
    }

    /// 逾期: not handed over when its last day was over; also where it was handed over later.
    public boolean late(LocalDate today) {
        var day = submittedOn == null ? today : submittedOn;
        return day.isAfter(due);
    }

    /// `late`, `open`, `submitted` or `received`.
    public String state(LocalDate today) {
        if (received()) {
            return "received";
        }
        if (submitted()) {
            return "submitted";
        }
        return late(today) ? "late" : "open";
    }
}
