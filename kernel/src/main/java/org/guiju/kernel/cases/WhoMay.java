package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 本案谁可以办、为什么: for an open step of one case everybody who holds its role, and what stands in his way in this very case. The same
/// rules as the decider's, asked of the person and not of an act.
public final class WhoMay {
    private WhoMay() {}

    /// 一人.
    ///
    /// @param actingFor for whom he would act; null where he holds the role himself
    /// @param barred the rule that stands in the way; null where none does
    /// @param held the duty he took on in this case, where that is the reason
    public record Standing(
            PersonId person,
            @Nullable PersonId actingFor,
            @Nullable CaseRule barred,
            @Nullable Duty held) {
        public boolean may() {
            return barred == null;
        }
    }

    /// Everybody who holds the step's role in the organ that runs it, himself or for somebody who is away.
    public static List<Standing> of(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            CaseState state,
            Step step) {
        var organ = step.organ() == null ? state.opening().organ() : step.organ();
        var roster = facts.roster();
        var persons = new LinkedHashSet<PersonId>();
        roster.assignments().stream()
                .filter(a -> a.organ().equals(organ))
                .map(Roster.Assignment::person)
                .forEach(persons::add);
        var found = new ArrayList<Standing>();
        for (var person : persons) {
            roster.holding(person, step.role(), organ, facts.today())
                    .map(h -> standing(facts, definition, situation, state, step, h))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Standing standing(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            CaseState state,
            Step step,
            Roster.Holding holding) {
        var person = holding.person();
        var kind = step.kind();
        var clash =
                Separation.clash(
                        definition,
                        situation,
                        state,
                        person,
                        kind.duty(),
                        facts.roster().policies(state.opening().organ(), facts.today()));
        CaseRule barred = null;
        if (state.recused().contains(person)) {
            barred = CaseRule.NOT_RECUSED;
        } else if (kind.decides() && !RecusalHandlers.settled(facts, state, person)) {
            barred = CaseRule.RECUSAL_DECIDED_FIRST;
        } else if (clash.isPresent()) {
            barred = CaseRule.TWO_KEYS_APART;
        } else if (!facts.roster()
                .qualified(person, step.officers().qualification(), facts.today())) {
            barred =
                    kind == StepKind.SITE_INSPECTION
                            ? CaseRule.INSPECTORS_QUALIFIED
                            : CaseRule.INVESTIGATORS_QUALIFIED;
        } else if (!inThePair(state, step, holding)) {
            barred = CaseRule.PAIR_APPOINTED;
        }
        var held = barred == CaseRule.TWO_KEYS_APART ? clash : Optional.<Duty>empty();
        return new Standing(person, holding.actingFor(), barred, held.orElse(null));
    }

    /// In a review by two nobody speaks but A and B, or who stands in for one of them.
    private static boolean inThePair(CaseState state, Step step, Roster.Holding holding) {
        return state.round(step.id())
                .map(StepRound::work)
                .filter(StepWork.Review.class::isInstance)
                .map(StepWork.Review.class::cast)
                .filter(w -> w.paired() && w.a() != null)
                .map(w -> in(w, holding.person()) || in(w, holding.actingFor()))
                .orElse(true);
    }

    private static boolean in(StepWork.Review w, @Nullable PersonId person) {
        return person != null && (person.equals(w.a()) || person.equals(w.b()));
    }
}
