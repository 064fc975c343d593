package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.guiju.app.platform.security.RateLimits.Limit;
import org.guiju.app.platform.time.SettableClock;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final Limit THREE = new Limit("three", 3, Duration.ofMinutes(10));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T01:00:00Z"));
    private final RateLimits limits = new RateLimits(clock);

    @Test
    void theLimitIsReachedByOneMoreThanItAllowsAndEndsWithItsSpan() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.count(THREE, "a")).isEmpty();
        }
        clock.advance(Duration.ofMinutes(4));
        assertThat(limits.count(THREE, "a")).contains(Duration.ofMinutes(6));
        assertThat(limits.count(THREE, "b")).as("another place").isEmpty();
        clock.advance(Duration.ofMinutes(6).minusMillis(1));
        assertThat(limits.count(THREE, "a")).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(limits.count(THREE, "a")).isEmpty();
    }

    @Test
    void askingWhetherALimitIsSpentCountsNothing() {
        for (int i = 0; i < 2; i++) {
            assertThat(limits.count(THREE, "a")).isEmpty();
        }
        assertThat(limits.spent(THREE, "a")).isEmpty();
        assertThat(limits.spent(THREE, "a")).isEmpty();
        assertThat(limits.count(THREE, "a")).isEmpty();
        assertThat(limits.spent(THREE, "a")).contains(Duration.ofMinutes(10));
        limits.forget(THREE, "a");
        assertThat(limits.spent(THREE, "a")).isEmpty();
    }

    @Test
    void anIpv6HomeIsOnePlace() {
        assertThat(RateLimits.place("2001:db8:1:2:aaaa::1"))
                .isEqualTo(RateLimits.place("2001:db8:1:2:bbbb::2"));
        assertThat(RateLimits.place("2001:db8:1:2::1"))
                .isNotEqualTo(RateLimits.place("2001:db8:1:3::1"));
        assertThat(RateLimits.place("10.0.0.1")).isNotEqualTo(RateLimits.place("10.0.0.2"));
    }
}
