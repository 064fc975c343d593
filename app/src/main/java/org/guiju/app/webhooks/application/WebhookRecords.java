package org.guiju.app.webhooks.application;

import java.util.List;
import org.guiju.app.administration.AdminRecords;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.webhooks.store.WebhookProjection;
import org.springframework.stereotype.Component;

/// What was done to receivers, for the auditor.
@Component
class WebhookRecords implements AdminRecords {
    private final EventStore events;
    private final WebhookProjection webhooks;

    WebhookRecords(EventStore events, WebhookProjection webhooks) {
        this.events = events;
        this.webhooks = webhooks;
    }

    @Override
    public List<Entry> entries() {
        return webhooks.ids().stream()
                .map(events::read)
                .flatMap(stream ->
                        stream.stream()
                                .map(e ->
                                        new Entry(
                                                e.at(),
                                                e.by(),
                                                e.kind(),
                                                stream.getFirst().text("name"))))
                .toList();
    }
}
