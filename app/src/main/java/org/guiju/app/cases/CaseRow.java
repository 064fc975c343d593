package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 案件列表行.
///
/// @param decision outcome of the decision: `granted`, `refused`, `punished`, `not-punished`, `transferred`; null before it
/// @param granted null also where nothing was applied for
public record CaseRow(
        UUID caseId,
        String no,
        String power,
        int version,
        String situation,
        String organ,
        String channel,
        String applicantMasked,
        LocalDate receivedOn,
        @Nullable LocalDate acceptedOn,
        List<String> openSteps,
        @Nullable String firstHandler,
        @Nullable LocalDate promiseDue,
        @Nullable LocalDate statuteDue,
        boolean provisional,
        boolean paused,
        @Nullable LocalDate decidedOn,
        @Nullable Boolean granted,
        @Nullable LocalDate closedOn,
        @Nullable String outcome,
        @Nullable LocalDate publicityUntil,
        boolean publicised,
        @Nullable String decision) {
    public CaseRow {
        openSteps = List.copyOf(openSteps);
    }
}
