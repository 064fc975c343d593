package org.guiju.app.cases.application;

import java.util.List;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.store.CaseForms;
import org.guiju.app.experts.MatterParties;
import org.guiju.app.ledger.EventStore;
import org.guiju.kernel.cases.Cases;
import org.springframework.stereotype.Component;

/// 案件当事人 for draws of experts: a matter that is a case's number has the case's parties.
@Component
class CaseParties implements MatterParties {
    private final CaseQuery cases;
    private final EventStore events;

    CaseParties(CaseQuery cases, EventStore events) {
        this.cases = cases;
        this.events = events;
    }

    @Override
    public List<String> of(String matter) {
        return cases.byNo(matter)
                .map(id -> events.read(id).stream().map(CaseForms::read).toList())
                .filter(history -> !history.isEmpty())
                .map(history -> RecusalCheck.names(Cases.state(history)))
                .orElse(List.of());
    }
}
