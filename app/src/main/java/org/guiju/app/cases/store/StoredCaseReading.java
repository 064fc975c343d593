package org.guiju.app.cases.store;

import org.guiju.app.cases.CaseReading;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.stereotype.Component;

/// By the pinned forms.
@Component
class StoredCaseReading implements CaseReading {
    @Override
    public CaseEvent event(EventEntry entry) {
        return CaseForms.read(entry);
    }
}
