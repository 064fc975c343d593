package org.guiju.app.calendar.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.calendar.ShippedCalendars;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// On every start: editions that come with this release and are not loaded yet are loaded, each as an event.
@Component
@Order(10)
class ShippedEditions implements ApplicationRunner {
    private final LoadCalendar load;
    private final OfficialClock clock;

    ShippedEditions(LoadCalendar load, OfficialClock clock) {
        this.load = load;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        var id = UUID.nameUUIDFromBytes("shipped-editions".getBytes(StandardCharsets.UTF_8));
        load.load(ShippedCalendars.load(), Stamp.own(clock.now(), "release", id));
    }
}
