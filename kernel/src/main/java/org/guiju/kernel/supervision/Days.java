package org.guiju.kernel.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The law's day: from midnight to midnight in China, on every machine.
final class Days {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Days() {}

    static LocalDate of(Instant at) {
        return zoned(at).toLocalDate();
    }

    static ZonedDateTime zoned(Instant at) {
        return at.atZone(ZONE);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /// The last second of the day.
    static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusSeconds(1);
    }
}
