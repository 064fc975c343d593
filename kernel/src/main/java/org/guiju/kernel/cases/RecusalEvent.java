package org.guiju.kernel.cases;

import java.time.LocalDate;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 回避事实.
public sealed interface RecusalEvent extends CaseEvent.Elsewhere {
    /// The person concerned.
    PersonId person();

    /// 回避, by himself or by the head without anybody's asking.
    record PersonRecused(PersonId person, String reason, PersonId by) implements RecusalEvent {}

    /// 回避申请.
    ///
    /// @param by the officer who took it down; null when the party asked himself
    record RecusalSought(PersonId person, String reason, LocalDate on, @Nullable PersonId by)
            implements RecusalEvent {}

    /// 回避决定, with the answer to the party; a granted one keeps the person out from here on.
    ///
    /// @param resolution the resolution it was made by where the head is concerned, empty otherwise
    record RecusalDecided(
            PersonId person,
            boolean granted,
            String reason,
            String resolution,
            LocalDate on,
            PersonId by)
            implements RecusalEvent {}
}
