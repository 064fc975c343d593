package org.guiju.app.allocation;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 配权的公开查询: who is who, and the roster for the decider.
public interface Allocation {
    Roster roster();

    Optional<Organ> organ(OrganId id);

    List<Organ> organs();

    Optional<Officer> officer(PersonId person);

    List<Officer> officers(OrganId organ);

    /// The officer's name, or the pseudonym where there is none.
    default String nameOf(PersonId person) {
        return officer(person).map(Officer::name).orElse(person.value());
    }
}
