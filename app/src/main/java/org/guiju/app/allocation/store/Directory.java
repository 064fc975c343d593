package org.guiju.app.allocation.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 名录: organs and officers as their rows say, read once until one of them changes. A list of twenty cases names as many organs
/// and people, a board all there are.
final class Directory {
    private final List<Organ> organs;
    private final Map<OrganId, Organ> byId;
    private final Map<PersonId, Officer> officers;
    private final Map<OrganId, List<Officer>> staff;

    /// @param organs in the order of the list of organs; @param officers by person
    Directory(List<Organ> organs, List<Officer> officers) {
        this.organs = List.copyOf(organs);
        this.byId = organs.stream().collect(Collectors.toUnmodifiableMap(Organ::id, o -> o));
        this.officers =
                officers.stream().collect(Collectors.toUnmodifiableMap(Officer::person, o -> o));
        var byOrgan = new LinkedHashMap<OrganId, List<Officer>>();
        officers.stream()
                .collect(Collectors.groupingBy(Officer::organ))
                .forEach((organ, all) -> byOrgan.put(organ, List.copyOf(all)));
        this.staff = byOrgan;
    }

    List<Organ> organs() {
        return organs;
    }

    Optional<Organ> organ(OrganId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Officer> officer(PersonId person) {
        return Optional.ofNullable(officers.get(person));
    }

    List<Officer> officers(OrganId organ) {
        return staff.getOrDefault(organ, List.of());
    }
}
