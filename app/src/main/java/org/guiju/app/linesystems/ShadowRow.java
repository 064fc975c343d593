package org.guiju.app.linesystems;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 影子办件列表行. No applicant is named.
public record ShadowRow(
        UUID id,
        String system,
        String theirs,
        String organ,
        String power,
        int version,
        String situation,
        int records,
        @Nullable LocalDate accepted,
        @Nullable LocalDate decided,
        @Nullable LocalDate closed) {}
