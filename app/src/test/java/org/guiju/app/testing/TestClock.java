package org.guiju.app.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A clock that runs with the machine's until a test moves it ahead.
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /// Moves the time of the server; back to zero when the test is over.
    public static void ahead(Duration by) {
        AHEAD.set(by);
    }

    /// How far ahead it is.
    public static Duration ahead() {
        return AHEAD.get();
    }

    @Bean
    @Primary
    OfficialClock testClock() {
        return () -> Instant.now().plus(AHEAD.get());
    }
}
