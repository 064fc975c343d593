package org.guiju.kernel.cases;

import java.util.Set;
import org.guiju.kernel.shared.PersonId;

/// 现场核查、检查已安排.
///
/// @param announced whether whoever is visited was told
public record VisitPlanned(
        String step, Appointment when, Set<PersonId> inspectors, boolean announced, PersonId by)
        implements CaseEvent.Elsewhere {
    public VisitPlanned {
        inspectors = Set.copyOf(inspectors);
    }

    /// Who may know of it before it happened: those who go, who planned it, and anybody once it was announced.
    public boolean knownTo(PersonId person) {
        return announced || by.equals(person) || inspectors.contains(person);
    }
}
