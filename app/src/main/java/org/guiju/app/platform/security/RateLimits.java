package org.guiju.app.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.stereotype.Component;

/// 频次限制: how often something may happen from one place in a stretch of time. Kept in memory and bounded: whoever sends
/// from a million addresses pushes out old counts, not the server.
@Component
public class RateLimits {

    private static final int MOST_KEYS = 20_000;

    private final OfficialClock clock;
    private final Map<String, Count> counts =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    RateLimits(OfficialClock clock) {
        this.clock = clock;
    }

    /// 限额: `times` in every `span`, counted from the first.
    ///
    /// @param name what is limited; two limits of one name share their counts
    public record Limit(String name, int times, Duration span) {}

    private record Count(Instant began, int times) {}

    /// Counts one and says whether it was within the limit.
    ///
    /// @return how long to wait, or nothing when it may happen
    public synchronized Optional<Duration> count(Limit limit, String place) {
        var key = limit.name() + ' ' + place;
        var now = clock.now();
        var old = counts.get(key);
        var count =
                old == null || !now.isBefore(old.began().plus(limit.span()))
                        ? new Count(now, 1)
                        : new Count(old.began(), old.times() + 1);
        counts.put(key, count);
        return count.times() > limit.times()
                ? Optional.of(left(limit, count, now))
                : Optional.empty();
    }

    /// Says whether the limit has been used up, without counting.
    public synchronized Optional<Duration> spent(Limit limit, String place) {
        var count = counts.get(limit.name() + ' ' + place);
        var now = clock.now();
        return count != null
                        && count.times() >= limit.times()
                        && now.isBefore(count.began().plus(limit.span()))
                ? Optional.of(left(limit, count, now))
                : Optional.empty();
    }

    /// Forgets a place: what was counted there turned out well.
    public synchronized void forget(Limit limit, String place) {
        counts.remove(limit.name() + ' ' + place);
    }

    private static Duration left(Limit limit, Count count, Instant now) {
        return Duration.between(now, count.began().plus(limit.span()));
    }

    /// 来源: an IPv4 address, or the /64 of an IPv6 one: a home has a whole /64 to itself.
    public static String place(String address) {
        if (!address.contains(":")) {
            return address;
        }
        var groups = address.split("%", -1)[0].split(":", -1);
        var prefix = new StringBuilder();
        for (int i = 0; i < Math.min(4, groups.length); i++) {
            prefix.append(groups[i]).append(':');
        }
        return prefix.append(":/64").toString();
    }
}
