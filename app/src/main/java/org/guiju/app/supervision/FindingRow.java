package org.guiju.app.supervision;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guiju.kernel.supervision.CardState;
import org.guiju.kernel.supervision.Severity;
import org.jspecify.annotations.Nullable;

/// 牌: one card with what it saw. No applicant is named.
///
/// @param kind of the power, by code
/// @param step the step that the clock is about; empty for the case
/// @param atStep the step at which the case stood
/// @param person who had taken the step up; empty while it lay with the post
/// @param saw numbers of the events in the case's stream
/// @param through number of the last event known then
/// @param reason code of why it is no longer lit; empty while it is
/// @param closedBy what did it: the case's stream, the calendar, or the graver card's id
public record FindingRow(
        String id,
        UUID caseId,
        String no,
        String power,
        int powerVersion,
        String kind,
        String organ,
        String scheme,
        int schemeVersion,
        String rule,
        Severity severity,
        String object,
        String measure,
        String clock,
        String step,
        String atStep,
        String postOrgan,
        String role,
        String person,
        String handler,
        Instant first,
        Instant found,
        int limit,
        String unit,
        String basis,
        LocalDate lastDay,
        List<Integer> saw,
        int through,
        String editions,
        String calendar,
        String derivationZh,
        String derivationEn,
        CardState state,
        String reason,
        String closedBy,
        @Nullable Integer closedSeq,
        @Nullable Instant closedAt) {
    public FindingRow {
        saw = List.copyOf(saw);
    }

    /// Whether another system runs the case.
    public boolean foreign() {
        return no.startsWith(ForeignMatters.PREFIX);
    }

    /// Where the whole course of the case is shown.
    public String home() {
        return foreign()
                ? "/desk/shadow-cases/" + caseId
                : "/supervision/cases/" + URLEncoder.encode(no, StandardCharsets.UTF_8);
    }

    public boolean counts() {
        return state == CardState.LIT || state == CardState.STANDING;
    }
}
