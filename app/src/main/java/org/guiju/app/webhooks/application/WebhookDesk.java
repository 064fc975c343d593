package org.guiju.app.webhooks.application;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Sequence;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.AdminStanding;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.webhooks.Attempt;
import org.guiju.app.webhooks.DeliveryRow;
import org.guiju.app.webhooks.WebhookRow;
import org.guiju.app.webhooks.store.DeliveryRows;
import org.guiju.app.webhooks.store.ProgressRows;
import org.guiju.app.webhooks.store.WebhookForms;
import org.guiju.app.webhooks.store.WebhookProjection;
import org.guiju.formats.webhooks.WebhookSignature;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.webhooks.WebhookCommand;
import org.guiju.kernel.webhooks.WebhookEvent;
import org.guiju.kernel.webhooks.Webhooks;
import org.springframework.stereotype.Service;

/// 推送办理: registers receivers and what becomes of them. One stream for each; its secret is made here, given out once, and kept sealed.
@Service
public class WebhookDesk {
    /// How long an old secret signs beside the new one.
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final EventStore events;
    private final WebhookProjection webhooks;
    private final ProgressRows progress;
    private final DeliveryRows deliveries;
    private final Dispatcher dispatcher;
    private final Messages messages;
    private final Sequence sequence;
    private final WebhookSettings settings;
    private final Allocation allocation;
    private final Catalogue catalogue;
    private final AdminStanding standing;
    private final AdministrationDesk administration;
    private final CommandGate gate;
    private final OfficialClock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookDesk(
            EventStore events,
            WebhookProjection webhooks,
            ProgressRows progress,
            DeliveryRows deliveries,
            Dispatcher dispatcher,
            Messages messages,
            Sequence sequence,
            WebhookSettings settings,
            Allocation allocation,
            Catalogue catalogue,
            AdminStanding standing,
            AdministrationDesk administration,
            CommandGate gate,
            OfficialClock clock) {
        this.events = events;
        this.webhooks = webhooks;
        this.progress = progress;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.messages = messages;
        this.sequence = sequence;
        this.settings = settings;
        this.allocation = allocation;
        this.catalogue = catalogue;
        this.standing = standing;
        this.administration = administration;
        this.gate = gate;
        this.clock = clock;
    }

    /// 办理结果.
    ///
    /// @param refusals why not; empty when it is done
    /// @param secret given out this once; "" where none was made, or where the command was answered before
    public record Done(UUID webhook, List<Refusal> refusals, String secret) {}

    // --- reads

    public boolean on() {
        return settings.on();
    }

    /// Hosts that may be told anything.
    public List<String> hosts() {
        return settings.hosts();
    }

    public List<WebhookRow> all() {
        return webhooks.all();
    }

    /// Also one that was removed.
    public Optional<WebhookRow> byId(UUID id) {
        return webhooks.byId(id);
    }

    public Optional<Instant> overlap(UUID id) {
        return progress.overlap(id, clock.now());
    }

    public long count(UUID id, String state) {
        return deliveries.count(id, state);
    }

    public List<DeliveryRow> deliveries(UUID id, String state, long offset, int size) {
        return deliveries.of(id, state, offset, size);
    }

    public Optional<DeliveryRow> delivery(UUID id, UUID delivery) {
        return deliveries.byId(id, delivery);
    }

    public List<Attempt> attempts(UUID delivery) {
        return deliveries.attempts(delivery);
    }

    // --- acts

    /// 登记.
    ///
    /// @throws org.guiju.app.platform.web.SentFields.Unreadable naming the field
    public Done register(PersonId by, WebhookInput sent, UUID id) {
        var subscription = sent.subscription(allocation, catalogue);
        // Of the command, and of nothing that could be the id of another stream.
        var webhook = UUID.nameUUIDFromBytes(("webhook:" + id).getBytes(StandardCharsets.UTF_8));
        return act(
                by,
                webhook,
                new WebhookCommand.Register(subscription, settings.allows(sent.address())),
                id);
    }

    /// @param act `pause`, `resume`, `remove`, `rotate`, `rotate-now` or `test`
    /// @return empty for any other act
    public Optional<Done> act(PersonId by, UUID webhook, String act, UUID id) {
        var command =
                switch (act) {
                    case "pause" -> new WebhookCommand.Pause();
                    case "resume" -> new WebhookCommand.Resume(allowed(webhook));
                    case "remove" -> new WebhookCommand.Remove();
                    case "rotate" -> new WebhookCommand.Rotate(false);
                    case "rotate-now" -> new WebhookCommand.Rotate(true);
                    case "test" -> new WebhookCommand.Test();
                    default -> null;
                };
        return Optional.ofNullable(command).map(c -> act(by, webhook, c, id));
    }

    /// 重新发送 of what was given up.
    public Done resend(PersonId by, DeliveryRow row, UUID id) {
        return act(
                by,
                row.webhook(),
                new WebhookCommand.Resend(row.event(), row.state().equals("given-up")),
                id);
    }

    private boolean allowed(UUID webhook) {
        var address = webhooks.byId(webhook).map(w -> w.subscription().address()).orElse("");
        try {
            return settings.allows(ReceiverAddress.read(address));
        } catch (ReceiverAddress.Misspelt _) {
            return false;
        }
    }

    private Done act(PersonId by, UUID webhook, WebhookCommand command, UUID id) {
        var secret = new AtomicReference<>("");
        var refusals = new AtomicReference<List<Refusal>>(List.of());
        var answer =
                gate.once(
                        id,
                        by.value(),
                        (webhook + " " + command).getBytes(StandardCharsets.UTF_8),
                        () -> {
                            secret.set("");
                            refusals.set(decide(by, webhook, command, id, secret));
                            return refusals.get().isEmpty() ? "done" : "refused";
                        });
        if (answer.again() && answer.text().equals("refused")) {
            return new Done(webhook, refusals(by, webhook, command), "");
        }
        if (!answer.again() && refusals.get().isEmpty() && command instanceof WebhookCommand.Test) {
            // Whoever looks after a receiver waits to see what came of it.
            dispatcher.one(webhook, id);
        }
        return new Done(webhook, refusals.get(), secret.get());
    }

    private List<Refusal> refusals(PersonId by, UUID webhook, WebhookCommand command) {
        return switch (Webhooks.decide(
                WebhookForms.state(events.read(webhook)), standing.of(by).orElse(null), command)) {
            case Outcome.Permitted<WebhookEvent> _ -> List.of();
            case Outcome.Refused<WebhookEvent>(var why) -> why;
        };
    }

    private List<Refusal> decide(
            PersonId by,
            UUID webhook,
            WebhookCommand command,
            UUID id,
            AtomicReference<String> secret) {
        var before = events.read(webhook);
        var stamp = Stamp.own(clock.now(), by.value(), id);
        var now = WebhookForms.state(before);
        return switch (Webhooks.decide(now, standing.of(by).orElse(null), command)) {
            case Outcome.Refused<WebhookEvent>(var why) -> {
                administration.refused("webhook", now == null ? "" : now.name(), why, stamp);
                yield why;
            }
            case Outcome.Permitted<WebhookEvent>(var happened) -> {
                events.append(
                        webhook,
                        before.size(),
                        happened.stream().map(e -> WebhookForms.draft(webhook, e)).toList(),
                        stamp);
                webhooks.project(events.read(webhook));
                happened.forEach(e -> follow(webhook, e, stamp, secret));
                yield List.of();
            }
        };
    }

    /// What the rows owe to the event, in its transaction.
    private void follow(
            UUID webhook, WebhookEvent event, Stamp stamp, AtomicReference<String> secret) {
        switch (event) {
            case WebhookEvent.Registered _ -> {
                progress.begin(webhook, sequence.next(), stamp.at());
                secret.set(secret(webhook, null));
            }
            case WebhookEvent.Rotated(var atOnce) ->
                    secret.set(secret(webhook, atOnce ? null : stamp.at().plus(OVERLAP)));
            case WebhookEvent.Removed _ -> {
                deliveries.drop(webhook, stamp.at());
                progress.end(webhook);
            }
            case WebhookEvent.Tested _ -> {
                var test = messages.test(stamp.command(), stamp.at());
                deliveries.add(
                        stamp.command(), webhook, test.id(), "test", "", test.json(), stamp.at());
            }
            case WebhookEvent.Resent(var id) -> deliveries.again(webhook, id, stamp.at());
            case WebhookEvent.Paused _, WebhookEvent.Resumed _, WebhookEvent.Gone _ -> {
                // What waits goes on waiting; the dispatcher asks how the receiver stands.
            }
        }
    }

    private String secret(UUID webhook, @org.jspecify.annotations.Nullable Instant until) {
        var bytes = new byte[WebhookSignature.SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = WebhookSignature.secret(bytes);
        progress.secret(webhook, secret, until);
        return secret;
    }
}
