package org.guiju.app.laws.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.laws.Laws;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.definition.LawBook;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// On every start: laws that come with this release and of which the register knows nothing are entered. What the office has entered or
/// changed is its own: a law that is there is left alone.
@Component
@Order(15)
class ShippedLaws implements ApplicationRunner {
    private final KeepLaws keep;
    private final Laws laws;
    private final OfficialClock clock;

    ShippedLaws(KeepLaws keep, Laws laws, OfficialClock clock) {
        this.keep = keep;
        this.laws = laws;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        var known = laws.all().stream().map(LawBook.Version::name).collect(Collectors.toSet());
        var id = UUID.nameUUIDFromBytes("shipped-laws".getBytes(StandardCharsets.UTF_8));
        keep.enter(
                LawBook.shipped().stream().filter(v -> !known.contains(v.name())).toList(),
                Stamp.own(clock.now(), "release", id));
    }
}
