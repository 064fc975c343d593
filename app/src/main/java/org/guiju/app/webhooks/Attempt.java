package org.guiju.app.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// 一次投递尝试.
///
/// @param millis how long it took
/// @param status what the receiver answered; null where it did not
/// @param problem why it failed, a key below `webhooks.problem.`; "" where it did not
public record Attempt(int n, Instant at, int millis, @Nullable Integer status, String problem) {}
