package org.guiju.app.ledger.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.guiju.app.ledger.Witnessing;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.StandingNotice;
import org.springframework.stereotype.Component;

/// 待见证告示: while the alarm stands every page says so. Everything goes on.
@Component
class WitnessNotice implements StandingNotice {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                    .withZone(ZoneId.of("Asia/Shanghai"));
    private final Witnessing witnessing;

    WitnessNotice(Witnessing witnessing) {
        this.witnessing = witnessing;
    }

    @Override
    public Optional<Notice> now() {
        return witnessing
                .standing()
                .map(a -> Notice.warn("ledger.unwitnessed", MOMENT.format(a.since())));
    }

    @Override
    public boolean ofTheServer() {
        return true;
    }
}
