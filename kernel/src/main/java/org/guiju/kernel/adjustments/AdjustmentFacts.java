package org.guiju.kernel.adjustments;

import java.time.LocalDate;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 外部事实: what the decider may know besides the power's own history.
///
/// @param code the power
/// @param known whether the code is on the list or in the inventory
/// @param holder organ of the newest institution; null for an item that has none
/// @param survivor how the item stands into which this one is to go; null when it is unknown or not asked for
/// @param organs every organ there is
public record AdjustmentFacts(
        LocalDate today,
        Actor actor,
        String code,
        boolean known,
        @Nullable OrganId holder,
        @Nullable PowerStanding survivor,
        Set<OrganId> organs,
        Roster roster) {
    public AdjustmentFacts {
        organs = Set.copyOf(organs);
    }

    /// 谁来调整.
    public sealed interface Actor {
        /// 经办人.
        record Clerk(PersonId person) implements Actor {}

        /// 经批准的决定, such as the confirmed result of a clearing: who may decide was asked there.
        record Decision() implements Actor {}
    }
}
