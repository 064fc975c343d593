package org.guiju.app.ledger.application;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.guiju.app.ledger.Witness;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 账本设置.
///
/// @param origin name of the county's logs, without scheme; the year is added
/// @param register where the last signed checkpoints are kept; another volume than the data. Without it, below the data
/// @param bound how long something may wait for its seal before papers stop
/// @param witnesses who cosigns
/// @param partials how long a partial tile stays once a full one has replaced it (C2SP tlog-tiles)
/// @param sm whether a second log over the same entries is hashed with SM3 and signed with SM2
/// @param unwitnessed how long what is published may lack enough witnesses before that is an alarm
/// @param quorum how many of them make a checkpoint witnessed; 0 for more than half
/// @param skew how far the server's clock may be from those of the witnesses, and behind what it signed last, before nothing is signed
@ConfigurationProperties("guiju.ledger")
public record LedgerSettings(
        @DefaultValue("guiju.invalid/county") String origin,
        @Nullable Path register,
        @DefaultValue("60s") Duration bound,
        @DefaultValue List<Witness> witnesses,
        @DefaultValue("24h") Duration partials,
        @DefaultValue("false") boolean sm,
        @DefaultValue("4h") Duration unwitnessed,
        @DefaultValue("0") int quorum,
        @DefaultValue("5m") Duration skew) {

    public String origin(int year) {
        return origin + "/" + year;
    }
}
