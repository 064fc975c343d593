package org.guiju.app.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 投递行.
///
/// @param event id of the event, the same however often it is sent
/// @param kind code of its kind, or `test`
/// @param caseNo "" for what concerns no case
/// @param body the bytes that are sent
/// @param state `waiting`, `delivered`, `given-up` or `dropped`
/// @param tries attempts so far
/// @param nextAt when it is tried, while it waits
/// @param status what the receiver answered last; null where it did not, or was not asked yet
/// @param problem why the last attempt failed, a key below `webhooks.problem.`; "" where none did
public record DeliveryRow(
        UUID id,
        UUID webhook,
        String event,
        String kind,
        String caseNo,
        byte[] body,
        String state,
        int tries,
        Instant nextAt,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Integer status,
        String problem) {
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
