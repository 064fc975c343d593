package org.guiju.app.ledger;

import java.time.Instant;
import java.util.UUID;
import org.guiju.kernel.ledger.Source;

/// 印记: when, by whom and by which command; set by the server, never by the one who acts.
public record Stamp(Instant at, String by, UUID command, Source source) {
    public static Stamp own(Instant at, String by, UUID command) {
        return new Stamp(at, by, command, Source.OWN);
    }
}
