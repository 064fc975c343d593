package org.guiju.kernel.fees;

import java.time.LocalDate;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.PersonId;

/// 收费事实. Amounts in fen.
public sealed interface FeeEvent {
    PersonId by();

    LocalDate on();

    /// 应收, with the article on which the power's fee standard rests.
    record Charged(long fen, Article basis, PersonId by, LocalDate on) implements FeeEvent {}

    /// 已收.
    record Paid(LocalDate day, long fen, String receipt, PersonId by, LocalDate on)
            implements FeeEvent {}

    /// 减免.
    record Waived(long fen, Article basis, String reason, PersonId by, LocalDate on)
            implements FeeEvent {}

    /// 退付.
    record Refunded(
            LocalDate day, long fen, String receipt, String reason, PersonId by, LocalDate on)
            implements FeeEvent {}
}
