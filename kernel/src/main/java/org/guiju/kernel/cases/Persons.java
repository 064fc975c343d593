package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 人员的累积: what each person has done in the matter, who is recused, and what was handed over, while the events are folded.
final class Persons {
    final Map<PersonId, Set<Duty>> duties = new HashMap<>();
    Recusals recusals = new Recusals(List.of());
    final List<CaseEvent.HandedOver> handovers = new ArrayList<>();

    void did(@Nullable PersonId person, Duty duty) {
        if (person != null && duty != Duty.NONE) {
            duties.computeIfAbsent(person, _ -> EnumSet.noneOf(Duty.class)).add(duty);
        }
    }

    /// What was in hand in the file and in the open rounds goes over.
    PenaltyFile handedOver(CaseEvent.HandedOver e, Rounds rounds, PenaltyFile penalty) {
        handovers.add(e);
        rounds.everyOpen(r -> r.with(Handover.after(r.work(), e)));
        return Handover.after(penalty, e);
    }
}
