package org.guiju.kernel.webhooks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.webhooks.Subscription.Standing;
import org.jspecify.annotations.Nullable;

/// 订阅决定: a function of how the subscription stands, of who acts and of the command.
public final class Webhooks {
    private Webhooks() {}

    /// @param now null before it is registered
    /// @param by which of the three acts; null for anybody else
    /// @return what happened, or why not, by {@link WebhookRule}
    public static Outcome<WebhookEvent> decide(
            @Nullable Subscription now, @Nullable AdminRole by, WebhookCommand command) {
        var refusals = new ArrayList<WebhookRule>();
        unless(by == AdminRole.SYSTEM, WebhookRule.WEBHOOK_BY_SYSTEM_ADMINISTRATOR, refusals);
        var standing = now == null ? Standing.REMOVED : now.standing();
        unless(
                command instanceof WebhookCommand.Register || standing != Standing.REMOVED,
                WebhookRule.WEBHOOK_IS_REGISTERED,
                refusals);
        check(standing, command, refusals);
        return refusals.isEmpty()
                ? new Outcome.Permitted<>(List.of(event(command)))
                : new Outcome.Refused<>(sorted(refusals));
    }

    private static void check(
            Standing standing, WebhookCommand command, List<WebhookRule> refusals) {
        switch (command) {
            case WebhookCommand.Register(var _, var allowed) ->
                    unless(allowed, WebhookRule.WEBHOOK_HOST_LISTED, refusals);
            case WebhookCommand.Pause _, WebhookCommand.Test _ ->
                    unless(standing == Standing.ACTIVE, WebhookRule.WEBHOOK_RUNS, refusals);
            case WebhookCommand.Resume(var allowed) -> {
                unless(allowed, WebhookRule.WEBHOOK_HOST_LISTED, refusals);
                unless(
                        standing == Standing.PAUSED || standing == Standing.GONE,
                        WebhookRule.WEBHOOK_STANDS_STILL,
                        refusals);
            }
            case WebhookCommand.Resend(var _, var given) ->
                    unless(given, WebhookRule.WEBHOOK_WAS_GIVEN_UP, refusals);
            case WebhookCommand.Remove _, WebhookCommand.Rotate _ -> {
                // Whatever is registered can be removed, and can have another secret.
            }
        }
    }

    private static WebhookEvent event(WebhookCommand command) {
        return switch (command) {
            case WebhookCommand.Register(var subscription, var _) ->
                    new WebhookEvent.Registered(subscription);
            case WebhookCommand.Pause _ -> new WebhookEvent.Paused();
            case WebhookCommand.Resume _ -> new WebhookEvent.Resumed();
            case WebhookCommand.Remove _ -> new WebhookEvent.Removed();
            case WebhookCommand.Rotate(var atOnce) -> new WebhookEvent.Rotated(atOnce);
            case WebhookCommand.Test _ -> new WebhookEvent.Tested();
            case WebhookCommand.Resend(var id, var _) -> new WebhookEvent.Resent(id);
        };
    }

    /// How it stands after the event; what came after its removal changes nothing.
    public static Subscription after(@Nullable Subscription before, WebhookEvent event) {
        if (event instanceof WebhookEvent.Registered(var subscription)) {
            return subscription;
        }
        if (before == null) {
            throw new IllegalArgumentException(event + " of nothing that was registered");
        }
        if (before.standing() == Standing.REMOVED) {
            return before;
        }
        return switch (event) {
            case WebhookEvent.Paused _ -> before.as(Standing.PAUSED);
            case WebhookEvent.Resumed _ -> before.as(Standing.ACTIVE);
            case WebhookEvent.Removed _ -> before.as(Standing.REMOVED);
            case WebhookEvent.Gone _ -> before.as(Standing.GONE);
            case WebhookEvent.Registered _,
                    WebhookEvent.Rotated _,
                    WebhookEvent.Tested _,
                    WebhookEvent.Resent _ ->
                    before;
        };
    }

    private static void unless(boolean holds, WebhookRule rule, List<WebhookRule> refusals) {
        if (!holds) {
            refusals.add(rule);
        }
    }

    private static List<Refusal> sorted(List<WebhookRule> rules) {
        return rules.stream()
                .sorted(Comparator.naturalOrder())
                .map(r -> Refusal.of(r, r.basis()))
                .toList();
    }
}
