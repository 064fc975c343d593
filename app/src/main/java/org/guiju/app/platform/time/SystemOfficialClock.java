package org.guiju.app.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// 系统时钟: official time as the server's own clock tells it. Keep the server on NTP: a late clock forgives lateness.
@Component
public final class SystemOfficialClock implements OfficialClock {

    private final InstantSource source = Clock.systemUTC();

    @Override
    public Instant now() {
        return source.instant();
    }
}
