package org.guiju.app.webhooks.application;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.webhooks.Attempt;
import org.guiju.app.webhooks.DeliveryRow;
import org.guiju.app.webhooks.WebhookRow;
import org.guiju.app.webhooks.store.DeliveryRows;
import org.guiju.app.webhooks.store.ProgressRows;
import org.guiju.app.webhooks.store.WebhookForms;
import org.guiju.app.webhooks.store.WebhookProjection;
import org.guiju.formats.webhooks.WebhookSignature;
import org.guiju.kernel.webhooks.RetrySchedule;
import org.guiju.kernel.webhooks.Subscription.Standing;
import org.guiju.kernel.webhooks.WebhookEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// 投递: sends what is due, each receiver in a thread of its own, so that a slow one holds up nobody else. A message is claimed, sent outside any
/// transaction, and written off; who dies in between lets the claim run out, and it is sent again under the same id: at least once.
@Component
public class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int AT_ONCE = 200;

    /// Longer than an attempt can last.
    static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(90);
    private final WebhookSettings settings;
    private final WebhookProjection webhooks;
    private final Collector collector;
    private final ProgressRows progress;
    private final DeliveryRows deliveries;
    private final Courier courier;
    private final EventStore events;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    Dispatcher(
            WebhookSettings settings,
            WebhookProjection webhooks,
            Collector collector,
            ProgressRows progress,
            DeliveryRows deliveries,
            Courier courier,
            EventStore events,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.collector = collector;
        this.progress = progress;
        this.deliveries = deliveries;
        this.courier = courier;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(
            fixedDelayString = "${guiju.webhooks.every:5s}",
            initialDelayString = "${guiju.webhooks.first:20s}")
    void tick() {
        try {
            pass();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("webhooks wait for the database: {}", e.getMessage());
        }
    }

    /// Writes down what happened since, and sends what is due.
    ///
    /// @return how many messages were taken
    public int pass() {
        if (!settings.on()) {
            return 0;
        }
        progress.tidy(clock.now());
        deliveries.tidy(clock.now().minus(KEPT));
        var active =
                webhooks.all().stream()
                        .filter(w -> w.subscription().standing() == Standing.ACTIVE)
                        .toList();
        active.forEach(collector::collect);
        var work = active.stream().<Callable<Integer>>map(w -> () -> drain(w.id())).toList();
        return work.isEmpty() ? 0 : sum(work);
    }

    private static int sum(List<Callable<Integer>> work) {
        int taken = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(work)) {
                taken += one.get();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e);
        }
        return taken;
    }

    private int drain(UUID webhook) {
        int taken = 0;
        for (int i = 0; i < AT_ONCE; i++) {
            var answer = one(webhook, null);
            if (answer.isEmpty()) {
                return taken;
            }
            if (answer.get().taken()) {
                taken++;
            } else if (answer.get().silent() || answer.get().gone()) {
                // The next one would wait as long; the next pass asks again.
                return taken;
            }
        }
        return taken;
    }

    /// Sends one that is due.
    ///
    /// @param only that one; null for whichever is next
    /// @return empty where none is due, or where the receiver is told nothing at present
    Optional<Courier.Answer> one(UUID webhook, @org.jspecify.annotations.Nullable UUID only) {
        var to = webhooks.byId(webhook);
        if (to.filter(w -> w.subscription().standing() == Standing.ACTIVE).isEmpty()) {
            return Optional.empty();
        }
        var claim = UUID.randomUUID();
        return deliveries
                .claim(webhook, only, claim, clock.now(), CLAIM)
                .map(row -> send(to.get(), row, claim));
    }

    private Courier.Answer send(WebhookRow to, DeliveryRow row, UUID claim) {
        var at = clock.now();
        long began = System.nanoTime();
        var answer = attempt(to, row, at);
        int millis = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
        int n = row.tries() + 1;
        var next =
                answer.taken()
                        ? Optional.<Instant>empty()
                        : answer.gone()
                                ? Optional.of(at)
                                : RetrySchedule.next(
                                        n, at, answer.retryAfter(), chance.nextDouble());
        var state = answer.taken() ? "delivered" : next.isPresent() ? "waiting" : "given-up";
        var attempt = new Attempt(n, at, millis, answer.status(), answer.problem());
        transaction.executeWithoutResult(_ -> {
            if (deliveries.attempted(row, claim, attempt, state, next.orElse(null))
                    && answer.gone()) {
                gone(to.id(), at);
            }
        });
        if (!answer.taken()) {
            LOG.warn("webhook {}: {} of {} failed, {}", to.id(), n, row.event(), answer.problem());
        }
        return answer;
    }

    private Courier.Answer attempt(WebhookRow to, DeliveryRow row, Instant at) {
        ReceiverAddress address;
        try {
            address = ReceiverAddress.read(to.subscription().address());
        } catch (ReceiverAddress.Misspelt _) {
            return new Courier.Answer(null, "forbidden", null);
        }
        var secrets = progress.secrets(to.id(), at);
        if (!settings.allows(address) || secrets.isEmpty()) {
            // The list of hosts is shorter than it was when the receiver was registered.
            return new Courier.Answer(null, "forbidden", null);
        }
        long seconds = at.getEpochSecond();
        return courier.take(
                address,
                Map.of(
                        WebhookSignature.ID,
                        row.event(),
                        WebhookSignature.TIMESTAMP,
                        Long.toString(seconds),
                        WebhookSignature.SIGNATURE,
                        WebhookSignature.header(secrets, row.event(), seconds, row.body())),
                row.body(),
                at);
    }

    /// 对方已注销: told once, in the stream of the receiver.
    private void gone(UUID webhook, Instant at) {
        var stream = events.read(webhook);
        var now = WebhookForms.state(stream);
        if (now == null || now.standing() != Standing.ACTIVE) {
            return;
        }
        var command =
                UUID.nameUUIDFromBytes(
                        ("gone:" + webhook + ":" + stream.size()).getBytes(StandardCharsets.UTF_8));
        events.append(
                webhook,
                stream.size(),
                List.of(WebhookForms.draft(webhook, new WebhookEvent.Gone())),
                Stamp.own(at, AdministrationDesk.MACHINE, command));
        webhooks.project(events.read(webhook));
    }
}
