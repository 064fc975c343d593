package org.guiju.app.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.StepsDone.Done;
import org.guiju.app.supervision.FindingRow;
import org.jspecify.annotations.Nullable;

/// 个人办件统计表 of a span of days. There is none of colleagues' and no ranking: what is counted for its own sake gets done for its own sake.
///
/// @param kinds one line for each kind of step, the most frequent first
/// @param done every step that is over, the newest first
/// @param cases different cases among them
/// @param inHand steps that wait for the officer now, whatever the span
/// @param cards that count now and whose first moment lies in the span, the gravest of them
/// @param cardCount how many they are in all
/// @param ratings how often each grade was given, by its code; only those that name the officer
public record OwnWork(
        LocalDate from,
        LocalDate until,
        List<Kind> kinds,
        List<Done> done,
        int cases,
        InHand inHand,
        List<FindingRow> cards,
        long cardCount,
        SequencedMap<String, Integer> ratings) {

    /// 环节类别.
    ///
    /// @param limited how many had a limit of their own, @param within how many kept it
    /// @param days working days from opening to closing, on average
    /// @param late how many were entered late
    /// @param share 按时率 in whole percent, never rounded up to a hundred; null where nothing had a limit
    /// @param organ of all such steps of the officer's organ with a limit, the share that kept it, in whole percent; null where none had a limit
    public record Kind(
            String kind,
            int closed,
            int limited,
            int within,
            double days,
            int late,
            @Nullable Integer share,
            @Nullable Integer organ) {}

    /// 在手.
    ///
    /// @param soon due within three days, @param overdue past the day
    public record InHand(int open, int soon, int overdue, @Nullable CaseRow next) {}

    public int limited() {
        return kinds.stream().mapToInt(Kind::limited).sum();
    }

    public int within() {
        return kinds.stream().mapToInt(Kind::within).sum();
    }
}
