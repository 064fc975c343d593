package org.guiju.kernel.allocation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 期间: from a day until a day, both included; without an end it goes on.
final class Spans {
    private Spans() {}

    static boolean within(LocalDate day, LocalDate from, @Nullable LocalDate until) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// Whether the two have a day in common.
    static boolean meet(
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate otherFrom,
            @Nullable LocalDate otherUntil) {
        return (until == null || !otherFrom.isAfter(until))
                && (otherUntil == null || !from.isAfter(otherUntil));
    }
}
