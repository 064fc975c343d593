package org.guiju.app.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OfficialClockTest {

    @Test
    void theLegalDayTurnsAtMidnightInBeijingWhereverTheServerStands() {
        var clock = new SettableClock(Instant.parse("2026-11-22T15:59:59Z"));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 22));
        clock.advance(Duration.ofSeconds(1));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void theSystemClockTellsTheTimeOfTheServer() {
        assertThat(new SystemOfficialClock().now())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }
}
