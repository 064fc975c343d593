package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 外部事实: everything the decider may know besides the case itself. Time, actor, calendar, definition and roster come in
/// here; the kernel asks nobody.
///
/// @param definition the version the case began with; for an application, the version in force, if any
/// @param forms 编有号码的决定书: numbers issued to the actor and not used yet (行政处罚法 52)
/// @param listing how the power stands on the list today; matters only for an application
public record CaseFacts(
        LocalDate today,
        Actor actor,
        Listing listing,
        @Nullable PowerDefinition definition,
        WorkCalendar calendar,
        Roster roster,
        Set<String> forms) {
    public CaseFacts {
        forms = Set.copyOf(forms);
    }

    /// As most acts ask: without numbered forms.
    public CaseFacts(
            LocalDate today,
            Actor actor,
            Listing listing,
            @Nullable PowerDefinition definition,
            WorkCalendar calendar,
            Roster roster) {
        this(today, actor, listing, definition, calendar, roster, Set.of());
    }

    /// 行为人.
    public sealed interface Actor {
        /// 公务人员.
        record Officer(PersonId person) implements Actor {}

        /// 申请人 by account, or an unregistered citizen with the receipt code: `party` tells whose hand it is.
        record Citizen(String account) implements Actor {}

        /// 时间: periods that end by themselves.
        record Time() implements Actor {}
    }

    /// 清单状态.
    public enum Listing {
        IN_FORCE,
        UNKNOWN,
        INVENTORY_ONLY,
        NOT_YET,
        ENDED,
        CANCELLED
    }
}
