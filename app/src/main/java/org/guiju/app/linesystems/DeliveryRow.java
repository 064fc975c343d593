package org.guiju.app.linesystems;

import java.time.Instant;
import java.util.UUID;

/// 来件批次.
///
/// @param form `csv`, `xlsx`, `json` or `api`
/// @param by who brought it: a person, or the system itself
/// @param again rows that were known before, word for word
public record DeliveryRow(
        UUID id,
        String system,
        String form,
        String file,
        String hash,
        Instant at,
        String by,
        int rows,
        int taken,
        int again,
        int waiting,
        int broken) {}
