package org.guiju.kernel.experts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.guiju.kernel.shared.PersonId;

/// 决定所据事实: who asks, and what he has to do with pool and draws, by person and not by account.
///
/// @param keeps holds the keeper's post, or has kept the pool before
/// @param uses holds a post of a using section, or has used the pool before
/// @param keeper holds the keeper's post today
/// @param section holds a post of a using section today
/// @param pool as it stands now
/// @param another the matter has another draw that is not annulled
/// @param registered 回避登记: numbers of those against whom the registers speak towards a party of the matter, with what may be said of it; asked
///     for when the draw is made
public record ExpertFacts(
        PersonId actor,
        Instant now,
        LocalDate today,
        boolean keeps,
        boolean uses,
        boolean keeper,
        boolean section,
        PoolState pool,
        boolean another,
        Map<String, String> registered) {
    public ExpertFacts {
        registered = Map.copyOf(registered);
    }
}
