package org.guiju.app.cases;

import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.ledger.EventEntry;

/// 读案件事件: an entry of a case's stream as the fact it tells.
public interface CaseReading {
    CaseEvent event(EventEntry entry);
}
