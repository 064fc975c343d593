package org.guiju.app.webhooks.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.webhooks.Subscription;
import org.guiju.kernel.webhooks.Subscription.Standing;
import org.guiju.kernel.webhooks.WebhookEvent;
import org.guiju.kernel.webhooks.WebhookKind;
import org.guiju.kernel.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;

/// 订阅事件的形式. What is told to whom stands in clear; the receiver's address, which may hold a password of its own, stands sealed.
public final class WebhookForms {
    public static final String PREFIX = "webhook.";

    private WebhookForms() {}

    /// 披露主体 of a receiver: its address and its secrets are under this key.
    public static String subject(UUID webhook) {
        return PREFIX + webhook;
    }

    public static EventDraft draft(UUID webhook, WebhookEvent event) {
        var open = new LinkedHashMap<String, Value>();
        return switch (event) {
            case WebhookEvent.Registered(var s) -> {
                open.put("name", new Value.Str(s.name()));
                open.put(
                        "kinds",
                        new Value.Strs(
                                s.kinds().stream().map(WebhookKind::code).sorted().toList()));
                open.put("organs", new Value.Strs(List.copyOf(s.organs())));
                open.put("powers", new Value.Strs(List.copyOf(s.powers())));
                yield new EventDraft(
                        PREFIX + "registered",
                        open,
                        List.of(
                                new EventDraft.Hidden(
                                        subject(webhook), "address", new Value.Str(s.address()))),
                        null,
                        null,
                        null);
            }
            case WebhookEvent.Paused _ -> plain("paused", Map.of());
            case WebhookEvent.Resumed _ -> plain("resumed", Map.of());
            case WebhookEvent.Removed _ -> plain("removed", Map.of());
            case WebhookEvent.Gone _ -> plain("gone", Map.of());
            case WebhookEvent.Tested _ -> plain("tested", Map.of());
            case WebhookEvent.Rotated(var atOnce) ->
                    plain("secret-changed", Map.of("at_once", atOnce ? "yes" : "no"));
            case WebhookEvent.Resent(var id) -> plain("sent-again", Map.of("event", id));
        };
    }

    private static EventDraft plain(String kind, Map<String, String> fields) {
        return EventDraft.of(
                PREFIX + kind,
                fields.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, f -> new Value.Str(f.getValue()))));
    }

    /// How it stands after all that happened; null before it is registered.
    public static @Nullable Subscription state(List<EventEntry> stream) {
        Subscription now = null;
        for (var entry : stream) {
            var event = read(entry);
            if (event.isPresent()) {
                now = Webhooks.after(now, event.get());
            }
        }
        return now;
    }

    private static Optional<WebhookEvent> read(EventEntry entry) {
        return switch (entry.kind().substring(PREFIX.length())) {
            case "registered" ->
                    Optional.of(
                            new WebhookEvent.Registered(
                                    new Subscription(
                                            entry.text("name"),
                                            entry.text("address"),
                                            entry.texts("kinds").stream()
                                                    .flatMap(k -> WebhookKind.ofCode(k).stream())
                                                    .collect(Collectors.toSet()),
                                            java.util.Set.copyOf(entry.texts("organs")),
                                            java.util.Set.copyOf(entry.texts("powers")),
                                            Standing.ACTIVE)));
            case "paused" -> Optional.of(new WebhookEvent.Paused());
            case "resumed" -> Optional.of(new WebhookEvent.Resumed());
            case "removed" -> Optional.of(new WebhookEvent.Removed());
            case "gone" -> Optional.of(new WebhookEvent.Gone());
            case "tested" -> Optional.of(new WebhookEvent.Tested());
            case "secret-changed" ->
                    Optional.of(new WebhookEvent.Rotated(entry.text("at_once").equals("yes")));
            case "sent-again" -> Optional.of(new WebhookEvent.Resent(entry.text("event")));
            default -> Optional.empty();
        };
    }
}
