package org.guiju.app.archive.application;

import java.util.List;
import java.util.UUID;
import org.guiju.app.archive.store.ArchiveForms;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 取走本人记录: that an officer took what is kept of him.
@Service
public class RecordTaken {
    private final EventStore events;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    RecordTaken(EventStore events, OfficialClock clock, TransactionTemplate transaction) {
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    public void by(PersonId person) {
        var stream = ArchiveForms.stream("record:" + person.value());
        transaction.executeWithoutResult(_ ->
                events.append(
                        stream,
                        events.length(stream),
                        List.of(ArchiveForms.recordTaken(person.value())),
                        Stamp.own(clock.now(), person.value(), UUID.randomUUID())));
    }
}
