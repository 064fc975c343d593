package org.guiju.kernel.lists;

import java.time.LocalDate;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 清单草稿: what a unit prepares; nobody outside sees it before it is examined (A68).
///
/// @param digest of the rows as they stand
/// @param rows how many there are
/// @param by who wrote or submitted it last
/// @param effective the day on which it is to come into force, once submitted
/// @param remark of the examination that sent it back, or ""
public record ListDraft(
        String digest,
        int rows,
        Phase phase,
        PersonId by,
        @Nullable LocalDate effective,
        String remark) {

    /// 草稿阶段.
    public enum Phase {
        /// 起草中.
        DRAFTING,
        /// 已送审.
        SUBMITTED,
        /// 已退回: the unit goes on with it.
        RETURNED
    }

    /// Whether the unit may work on it.
    public boolean isOpen() {
        return phase != Phase.SUBMITTED;
    }
}
