package org.guiju.app.webhooks.application;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.ledger.Sequence.Placed;
import org.guiju.app.ledger.application.LedgerSettings;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.supervision.FindingRow;
import org.guiju.formats.webhooks.CloudEvent;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.webhooks.Subscription;
import org.guiju.kernel.webhooks.WebhookKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 推送内容: what a receiver is told of an event. The number of the case, its power, its organ, the kind of step, the time and where to look; no
/// name, no text that somebody wrote, no outcome. Whoever may know more asks with his own account.
@Component
class Messages {
    private static final String TYPE = "org.guiju.case.";
    private static final String TEST = "org.guiju.webhook.test";
    private final CaseQuery cases;
    private final Catalogue catalogue;
    private final String source;
    private final String address;

    Messages(
            CaseQuery cases,
            Catalogue catalogue,
            LedgerSettings ledger,
            @Value("${guiju.documents.address:http://localhost:8080}") String address) {
        this.cases = cases;
        this.catalogue = catalogue;
        // The name of the county's logs never changes once anything is signed; an address may.
        this.source = "https://" + ledger.origin();
        this.address = address;
    }

    /// 一条推送.
    record Message(WebhookKind kind, String caseNo, CloudEvent event) {}

    /// Empty where the receiver is not told.
    Optional<Message> of(Subscription to, Placed placed) {
        var entry = placed.entry();
        var kind = WebhookKind.ofEvent(entry.kind(), entry.text("step_kind"));
        var row = kind.flatMap(_ -> cases.row(UUID.fromString(entry.stream())));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var definition = catalogue.version(row.get().power(), row.get().version());
        boolean inner = definition.filter(Messages::inner).isPresent();
        if (!to.wants(kind.get(), row.get().organ(), row.get().power(), inner)) {
            return Optional.empty();
        }
        var data = data(row.get().no(), row.get().power(), row.get().organ());
        definition
                .flatMap(d -> stage(d, row.get(), entry.text("step")))
                .ifPresent(s -> data.put("stage", s));
        data.put("link", address + "/desk/cases/" + row.get().no());
        return Optional.of(
                new Message(
                        kind.get(),
                        row.get().no(),
                        new CloudEvent(
                                Long.toString(placed.place()),
                                source,
                                TYPE + kind.get().code(),
                                row.get().no(),
                                entry.at(),
                                placed.place(),
                                data)));
    }

    private static boolean inner(PowerDefinition definition) {
        return definition.kind() == PowerKind.INNER;
    }

    private static Optional<String> stage(PowerDefinition definition, CaseRow row, String step) {
        return definition
                .situation(row.situation())
                .flatMap(s -> s.step(step))
                .map(s -> s.kind().code());
    }

    /// Of a card: also its colour and its rule.
    Optional<Message> of(Subscription to, FindingRow card) {
        boolean inner = PowerKind.INNER.code().equals(card.kind());
        if (!to.wants(WebhookKind.CARD_RAISED, card.organ(), card.power(), inner)) {
            return Optional.empty();
        }
        var data = data(card.no(), card.power(), card.organ());
        data.put("severity", card.severity().code());
        data.put("rule", card.rule());
        data.put("link", address + card.home());
        return Optional.of(
                new Message(
                        WebhookKind.CARD_RAISED,
                        card.no(),
                        new CloudEvent(
                                "card-" + card.id(),
                                source,
                                TYPE + WebhookKind.CARD_RAISED.code(),
                                card.no(),
                                card.found(),
                                null,
                                data)));
    }

    /// Says nothing but that it arrived.
    CloudEvent test(UUID id, Instant at) {
        return new CloudEvent("test-" + id, source, TEST, null, at, null, Map.of("link", address));
    }

    private static Map<String, String> data(String no, String power, String organ) {
        return new TreeMap<>(Map.of("no", no, "power", power, "organ", organ));
    }
}
