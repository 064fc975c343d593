package org.guiju.kernel.shared;

import java.time.Instant;
import java.util.UUID;

/// 带时标识: a UUID of version 7 (RFC 9562, 5.7): 48 bits of milliseconds since 1970, then 74 bits of chance, so that ids lie in the
/// order of time and the year of one can be read off it. It tells the millisecond to whoever sees it.
public final class TimedId {
    private static final long MOST_MILLIS = (1L << 48) - 1;
    private static final long VERSION = 0x7000;
    private static final long CHANCE_HIGH = 0xfff;
    private static final long CHANCE_LOW = (1L << 62) - 1;
    private static final long VARIANT = 1L << 63;

    private TimedId() {}

    /// @param at what is finer than a millisecond is cut off, never rounded up into the next year
    /// @param chance its last 74 bits that are not version or variant, as of a random UUID
    /// @throws IllegalArgumentException before 1970 or after 10889
    public static UUID of(Instant at, UUID chance) {
        return new UUID(
                millis(at) | VERSION | (chance.getMostSignificantBits() & CHANCE_HIGH),
                VARIANT | (chance.getLeastSignificantBits() & CHANCE_LOW));
    }

    /// The bound below every id of this moment and after: no id itself, for it has no version.
    ///
    /// @throws IllegalArgumentException before 1970 or after 10889
    public static UUID bound(Instant at) {
        return new UUID(millis(at), 0);
    }

    private static long millis(Instant at) {
        long millis = at.toEpochMilli();
        if (millis < 0 || millis > MOST_MILLIS) {
            throw new IllegalArgumentException("no UUID of version 7 has the time " + at);
        }
        return millis << 16;
    }
}
