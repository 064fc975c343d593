package org.guiju.kernel.fees;

import java.time.LocalDate;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 收费所依据的事实 on the day.
///
/// @param serves whether the actor serves in the organ that handles the case
/// @param decides whether he decides for it
/// @param standard 收费标准 of the definition that the case began with; null where nothing may be charged
/// @param open whether the case has not ended
/// @param receiptKnown whether the receipt's number stands in another record
/// @param lawKnown whether the law book holds the article on which a waiver is to rest
public record FeeFacts(
        LocalDate today,
        PersonId actor,
        boolean serves,
        boolean decides,
        @Nullable Standard standard,
        boolean open,
        boolean receiptKnown,
        boolean lawKnown) {

    /// 收费标准 with the article behind it.
    public record Standard(long fen, Article basis) {}
}
