package org.guiju.app.webhooks.application;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.guiju.app.ledger.Sequence;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.supervision.Findings;
import org.guiju.app.webhooks.WebhookRow;
import org.guiju.app.webhooks.store.DeliveryRows;
import org.guiju.app.webhooks.store.ProgressRows;
import org.guiju.kernel.webhooks.Subscription;
import org.guiju.kernel.webhooks.WebhookKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 归集: goes through the ledger from where it stopped, and writes down what the receiver is to be told, and how far it came, in one transaction.
@Component
class Collector {
    private static final int STRETCH = 1000;

    /// A card is there a minute after its moment, late at most by a day's stand-still; one that is met twice is written once.
    private static final Duration OVERLAP = Duration.ofDays(2);

    private final Sequence sequence;
    private final Findings findings;
    private final Messages messages;
    private final ProgressRows progress;
    private final DeliveryRows deliveries;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    Collector(
            Sequence sequence,
            Findings findings,
            Messages messages,
            ProgressRows progress,
            DeliveryRows deliveries,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.sequence = sequence;
        this.findings = findings;
        this.messages = messages;
        this.progress = progress;
        this.deliveries = deliveries;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// @param webhook a receiver that is told
    void collect(WebhookRow webhook) {
        boolean more = true;
        while (more) {
            more =
                    Boolean.TRUE.equals(
                            transaction.execute(
                                    _ -> stretch(webhook.id(), webhook.subscription())));
        }
    }

    /// @return whether there may be more
    private boolean stretch(UUID id, Subscription to) {
        var at = progress.take(id);
        if (at.isEmpty()) {
            return false;
        }
        var now = clock.now();
        var stretch = sequence.from(at.get().next(), STRETCH, WebhookKind.eventsOf(to.kinds()));
        for (var placed : stretch.entries()) {
            messages.of(to, placed).ifPresent(m -> add(id, m, now));
        }
        var cardsFrom = at.get().cardsFrom();
        var looked = findings.asOf();
        if (to.kinds().contains(WebhookKind.CARD_RAISED) && looked.isAfter(cardsFrom)) {
            cards(id, to, at.get(), now);
            cardsFrom = looked;
        }
        if (stretch.next() != at.get().next() || !cardsFrom.equals(at.get().cardsFrom())) {
            progress.advance(id, stretch.next(), cardsFrom);
        }
        return stretch.next() == at.get().next() + STRETCH;
    }

    private void cards(UUID id, Subscription to, ProgressRows.Progress at, Instant now) {
        var from = at.cardsFrom().minus(OVERLAP);
        for (var card : findings.foundSince(from.isBefore(at.since()) ? at.since() : from)) {
            messages.of(to, card).ifPresent(m -> add(id, m, now));
        }
    }

    private void add(UUID id, Messages.Message m, Instant now) {
        deliveries.add(
                UUID.randomUUID(),
                id,
                m.event().id(),
                m.kind().code(),
                m.caseNo(),
                m.event().json(),
                now);
    }
}
