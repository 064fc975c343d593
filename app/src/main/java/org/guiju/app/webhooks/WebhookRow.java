package org.guiju.app.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.guiju.kernel.webhooks.Subscription;

/// 订阅行.
///
/// @param waiting deliveries that are still to be taken
/// @param givenUp deliveries that were given up
public record WebhookRow(
        UUID id,
        Subscription subscription,
        Instant registeredAt,
        String registeredBy,
        long waiting,
        long givenUp) {}
