package org.guiju.app.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// 见证状况: whether enough witnesses sign what is published. That they do not never stops an act; after a while it is an alarm to the level above.
public interface Witnessing {

    /// 待见证告警.
    ///
    /// @param since when enough of them last signed
    /// @param raised when the alarm was raised
    /// @param ended when they signed again; empty while they do not
    record Alarm(Instant since, Instant raised, Optional<Instant> ended) {}

    /// The latest first.
    List<Alarm> alarms();

    /// The alarm that stands now.
    default Optional<Alarm> standing() {
        return alarms().stream().findFirst().filter(a -> a.ended().isEmpty());
    }
}
