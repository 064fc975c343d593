package org.guiju.kernel.administration;

import java.util.Map;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;

/// 相关事实: what is true of the persons a command names.
///
/// @param duties the roles in cases that each holds today or will hold, by person; absent is none
/// @param accounts who can sign in as an officer
public record AdminFacts(Map<PersonId, Set<String>> duties, Set<PersonId> accounts) {
    public AdminFacts {
        duties = Map.copyOf(duties);
        accounts = Set.copyOf(accounts);
    }

    Set<String> dutiesOf(PersonId person) {
        return duties.getOrDefault(person, Set.of());
    }
}
