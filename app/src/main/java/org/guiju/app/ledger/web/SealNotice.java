package org.guiju.app.ledger.web;

import java.util.Optional;
import org.guiju.app.ledger.Seals;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.StandingNotice;
import org.springframework.stereotype.Component;

/// 封存告示: while no number, code or seal is issued, every page says so, and that everything else goes on.
@Component
class SealNotice implements StandingNotice {
    private final Seals seals;

    SealNotice(Seals seals) {
        this.seals = seals;
    }

    @Override
    public Optional<Notice> now() {
        return switch (seals.state()) {
            case Seals.State.Sealing() -> Optional.empty();
            case Seals.State.Lagging(var since) ->
                    Optional.of(Notice.warn("ledger.lagging", since.toMinutes()));
            case Seals.State.Halted(var reason, _) ->
                    Optional.of(Notice.warn("ledger.halted." + reason));
        };
    }

    @Override
    public boolean ofTheServer() {
        return true;
    }
}
