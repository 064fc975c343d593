package org.guiju.kernel.clearing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 清理依据的事实: what the decider may know beside the history.
///
/// @param organ whose powers are cleared
/// @param party whether it is an organ of the Party
/// @param staff everybody who serves there
public record ClearingFacts(
        OrganId organ,
        boolean party,
        List<Staff> staff,
        Roster roster,
        LocalDate today,
        PersonId actor) {
    /// 编办清理岗.
    public static final String STAFFING = "staffing-clerk";

    /// 编办审核岗.
    public static final String REVIEWER = "staffing-reviewer";

    /// 党委会务岗.
    public static final String COMMITTEE = "committee-clerk";

    /// 单位清理岗.
    public static final String CLERK = "catalogue-clerk";

    /// 主要负责人.
    public static final String HEAD = "head-of-organ";

    /// 法律专门人才.
    public static final String LAWYER = "legal-profession";

    public ClearingFacts {
        staff = List.copyOf(staff);
    }

    /// 在编人员.
    ///
    /// @param post title of the post; the same title is the same post
    /// @param placed whether the allocation table has a post for him today
    public record Staff(PersonId person, String name, String post, boolean placed) {}

    /// Whether the actor serves in the organ.
    boolean serves() {
        return staff.stream().anyMatch(s -> s.person().equals(actor));
    }

    boolean holds(String role) {
        return roster.holding(actor, role, organ, today).isPresent();
    }

    /// An organ, if any, in which the actor holds the role today, himself or for somebody who is away.
    Optional<OrganId> holdsSomewhere(String role) {
        return roster.assignments().stream()
                .filter(a -> a.role().equals(role))
                .map(Roster.Assignment::organ)
                .distinct()
                .filter(o -> roster.holding(actor, role, o, today).isPresent())
                .findFirst();
    }
}
