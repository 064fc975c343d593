package org.guiju.app.webhooks.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.webhooks.Attempt;
import org.guiju.app.webhooks.DeliveryRow;
import org.guiju.app.webhooks.WebhookRow;
import org.guiju.app.webhooks.application.WebhookDesk;
import org.guiju.app.webhooks.application.WebhookInput;
import org.guiju.kernel.webhooks.WebhookKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 事件推送接口: in the session of a browser that has shown a second factor. The three read, the system administrator acts; 409 with rule,
/// article and remedy, 422 with the field that cannot be read.
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksApi {
    private static final int PAGE = 100;
    private final WebhookDesk desk;
    private final WebhookAccess access;

    WebhooksApi(WebhookDesk desk, WebhookAccess access) {
        this.desk = desk;
        this.access = access;
    }

    /// 接收方.
    ///
    /// @param secret `whsec_…`, in the answer that makes it and in no other
    record WebhookBody(
            UUID id,
            String name,
            String address,
            List<String> kinds,
            List<String> organs,
            List<String> powers,
            String standing,
            Instant registeredAt,
            @Nullable Instant oldSecretUntil,
            long waiting,
            long givenUp,
            @Nullable String secret) {}

    /// 全部: which hosts may be told anything, and which kinds of events there are.
    record AllBody(
            boolean on, List<String> hosts, List<String> kinds, List<WebhookBody> webhooks) {}

    /// 投递; `body` is what is sent.
    record DeliveryBody(
            UUID id,
            String event,
            String kind,
            String state,
            int tries,
            @Nullable Instant nextAt,
            Instant createdAt,
            @Nullable Instant endedAt,
            String body,
            List<Attempt> attempts) {}

    @GetMapping
    AllBody all() {
        access.role();
        return new AllBody(
                desk.on(),
                desk.hosts(),
                Arrays.stream(WebhookKind.values()).map(WebhookKind::code).toList(),
                desk.all().stream().map(w -> body(w, "")).toList());
    }

    /// 201 with the secret; asked again, without it.
    @PostMapping
    ResponseEntity<WebhookBody> register(
            @RequestHeader("Idempotency-Key") UUID key, @RequestBody Map<String, Object> sent) {
        access.role();
        var done = desk.register(access.person(), new WebhookInput(fields(sent)), key);
        return ResponseEntity.status(HttpStatus.CREATED).body(done(done));
    }

    @GetMapping("/{id}")
    WebhookBody one(@PathVariable UUID id) {
        return body(access.webhook(id), "");
    }

    /// `pause`, `resume`, `test`, `rotate` (the old secret signs for another day), `rotate-now`, `remove`.
    @PostMapping("/{id}/commands/{act}")
    WebhookBody act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestHeader("Idempotency-Key") UUID key) {
        access.webhook(id);
        return done(desk.act(access.person(), id, act, key).orElseThrow(WebhookAccess::missing));
    }

    /// The newest first, a hundred a page.
    @GetMapping("/{id}/deliveries")
    List<DeliveryBody> deliveries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page) {
        access.webhook(id);
        return desk.deliveries(id, state, (long) (Math.max(1, page) - 1) * PAGE, PAGE).stream()
                .map(this::body)
                .toList();
    }

    @GetMapping("/{id}/deliveries/{delivery}")
    DeliveryBody delivery(@PathVariable UUID id, @PathVariable UUID delivery) {
        return body(access.delivery(id, delivery));
    }

    @PostMapping("/{id}/deliveries/{delivery}/commands/resend")
    DeliveryBody resend(
            @PathVariable UUID id,
            @PathVariable UUID delivery,
            @RequestHeader("Idempotency-Key") UUID key) {
        var done = desk.resend(access.person(), access.delivery(id, delivery), key);
        if (!done.refusals().isEmpty()) {
            throw new RefusalException(done.refusals());
        }
        return delivery(id, delivery);
    }

    private WebhookBody done(WebhookDesk.Done done) {
        if (!done.refusals().isEmpty()) {
            throw new RefusalException(done.refusals());
        }
        return body(desk.byId(done.webhook()).orElseThrow(WebhookAccess::missing), done.secret());
    }

    private WebhookBody body(WebhookRow w, String secret) {
        var s = w.subscription();
        return new WebhookBody(
                w.id(),
                s.name(),
                s.address(),
                s.kinds().stream().map(WebhookKind::code).sorted().toList(),
                List.copyOf(s.organs()),
                List.copyOf(s.powers()),
                s.standing().code(),
                w.registeredAt(),
                desk.overlap(w.id()).orElse(null),
                w.waiting(),
                w.givenUp(),
                secret.isEmpty() ? null : secret);
    }

    private DeliveryBody body(DeliveryRow d) {
        return new DeliveryBody(
                d.id(),
                d.event(),
                d.kind(),
                d.state(),
                d.tries(),
                d.state().equals("waiting") ? d.nextAt() : null,
                d.createdAt(),
                d.endedAt(),
                d.text(),
                desk.attempts(d.id()));
    }

    private static Map<String, List<String>> fields(Map<String, Object> sent) {
        var fields = new HashMap<String, List<String>>();
        sent.forEach((name, value) -> {
            if (value instanceof List<?> many) {
                fields.put(name, many.stream().map(String::valueOf).toList());
            } else if (value != null) {
                fields.put(name, List.of(value.toString()));
            }
        });
        return fields;
    }
}
