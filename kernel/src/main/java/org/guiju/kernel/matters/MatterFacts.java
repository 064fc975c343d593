package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.experts.ExpertConclusion;
import org.guiju.kernel.meetings.Resolution;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 办理所依据的事实 on the day of the act.
///
/// @param serves whether the actor serves in the organ
/// @param legal whether the actor reviews legality for it
/// @param overseer whether the actor supervises it
/// @param inCharge 分管领导 by field
/// @param book scope, periods and reports of the organ
/// @param resolution the newest one on the matter; null while there is none
/// @param votes of that resolution's members, `person=vote` parted by commas
public record MatterFacts(
        OrganId organ,
        LocalDate today,
        PersonId actor,
        boolean serves,
        boolean legal,
        boolean overseer,
        @Nullable PersonId chief,
        Map<String, PersonId> inCharge,
        OrganBook book,
        @Nullable Resolution resolution,
        String votes,
        @Nullable ExpertConclusion conclusion) {
    public MatterFacts {
        inCharge = Map.copyOf(inCharge);
    }

    boolean isChief() {
        return actor.equals(chief);
    }

    /// The deputy responsible: of the class's field, or, for a decision, whom the filing named.
    Optional<PersonId> deputy(MatterClass of, String named) {
        return of.subject().isEmpty()
                ? Optional.of(named)
                        .filter(n -> !n.isBlank())
                        .map(PersonId::new)
                        .filter(n -> !n.equals(chief))
                : Optional.ofNullable(inCharge.get(of.subject()));
    }
}
