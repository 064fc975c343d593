package org.guiju.app.allocation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.allocation.AllocationMethod;
import org.guiju.kernel.allocation.Establishment;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 分管与岗位查询: who is in charge of what in which organ on which day, and who is its chief.
public interface Portfolios {

    /// Everything of the organ: posts, tenures, fields, delegations, of all days. Empty where nothing was ever set up.
    Establishment establishment(OrganId organ);

    /// 分管领导 of the field (`personnel`, `finance`, `projects`, or one of the organ's own).
    Optional<PersonId> inCharge(OrganId organ, String subject, LocalDate day);

    /// 一把手; where the organ has no posts yet, whoever holds the role of its head.
    Optional<PersonId> chief(OrganId organ, LocalDate day);

    default boolean isChief(PersonId person, OrganId organ, LocalDate day) {
        return chief(organ, day).filter(person::equals).isPresent();
    }

    /// What the chief is not directly in charge of (B5–B8).
    Set<String> barred(OrganId organ, LocalDate day);

    /// 配权变动 of the organ by method (B45).
    Map<AllocationMethod, Long> changes(OrganId organ);
}
