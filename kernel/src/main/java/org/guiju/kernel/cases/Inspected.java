package org.guiju.kernel.cases;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;

/// 已核查事项: what another organ has inspected on site in the same case, and by what it may be inspected again (D25).
public final class Inspected {
    private Inspected() {}

    /// Whether another organ recorded an inspection of one of the standards. One that measured nothing was of the whole matter.
    public static boolean before(
            CaseState state, Situation situation, Step at, Collection<String> standards) {
        return state.rounds().stream()
                .filter(r -> elsewhere(situation, r, at))
                .flatMap(r -> record(r).stream())
                .anyMatch(e ->
                        e.verdicts().isEmpty()
                                || standards.isEmpty()
                                || e.verdicts().keySet().stream().anyMatch(standards::contains));
    }

    /// Articles of the power that can order a second inspection: what binds the applicant, so no institution of the organ.
    public static List<Basis> articles(PowerDefinition definition) {
        return definition.basis().stream()
                .filter(b ->
                        b.rank() != Basis.Rank.INSTITUTION
                                && b.rank() != Basis.Rank.NORMATIVE_DOCUMENT
                                && b.rank() != Basis.Rank.PARTY_REGULATION)
                .toList();
    }

    private static boolean elsewhere(Situation situation, StepRound round, Step at) {
        return situation
                .step(round.step())
                .filter(s -> !Objects.equals(s.organ(), at.organ()))
                .isPresent();
    }

    private static Optional<CaseEvent.InspectionRecorded> record(StepRound round) {
        return round.work() instanceof StepWork.Inspection w
                ? Optional.ofNullable(w.recorded())
                : Optional.empty();
    }
}
