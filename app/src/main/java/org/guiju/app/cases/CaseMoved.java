package org.guiju.app.cases;

import java.util.List;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.ledger.EventEntry;

/// 案件有变: an act appends to a case; published while the act gathers what it writes, so that what follows goes and commits with
/// it or not at all.
///
/// @param writes for what follows to be added to; nothing of it is with the database yet
/// @param entries the case's stream with what the act appends
/// @param history the same as facts
public record CaseMoved(Writes writes, List<EventEntry> entries, List<CaseEvent> history) {
    public CaseMoved {
        entries = List.copyOf(entries);
        history = List.copyOf(history);
    }
}
