package org.guiju.app.linesystems;

import java.time.Instant;
import org.guiju.kernel.linesystems.Mapping;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;

/// 条线系统: as registered, with what came from it.
///
/// @param keyDigest SHA-256 of its key; empty where it has none
/// @param last when something was delivered last
/// @param waiting rows that wait for an answer
public record LineSystem(
        String id,
        String name,
        OrganId organ,
        String contact,
        String keyDigest,
        Mapping mapping,
        Instant registered,
        @Nullable Instant last,
        long deliveries,
        long taken,
        long waiting) {}
