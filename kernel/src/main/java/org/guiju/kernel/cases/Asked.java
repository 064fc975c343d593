package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.cases.CaseEvent.Side;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 问题: a command together with everything a rule may look at.
///
/// @param step the step the command names, if the definition has it
record Asked<C extends CaseCommand>(
        CaseFacts facts,
        CaseState state,
        PowerDefinition definition,
        Situation situation,
        @Nullable Step step,
        C command) {

    LocalDate today() {
        return facts.today();
    }

    Optional<PersonId> officer() {
        return facts.actor() instanceof CaseFacts.Actor.Officer(var person)
                ? Optional.of(person)
                : Optional.empty();
    }

    /// The acting officer; rules before have made sure that there is one.
    PersonId person() {
        return officer().orElseThrow(() -> new IllegalStateException("an officer acts here"));
    }

    boolean applicantActs() {
        return facts.actor() instanceof CaseFacts.Actor.Citizen(var account)
                && !account.isEmpty()
                && account.equals(state.opening().applicant().account());
    }

    Step at() {
        if (step == null) {
            throw new IllegalStateException("the rules before have checked the step");
        }
        return step;
    }

    StepRound round() {
        return state.round(at().id()).orElseThrow();
    }

    <W extends StepWork> Optional<W> work(Class<W> type) {
        return step == null
                ? Optional.empty()
                : state.round(step.id())
                        .filter(StepRound::open)
                        .map(StepRound::work)
                        .filter(type::isInstance)
                        .map(type::cast);
    }

    OrganId organ() {
        return step != null && step.organ() != null ? step.organ() : state.opening().organ();
    }

    Optional<Roster.Holding> holding(String role) {
        return officer().flatMap(p -> facts.roster().holding(p, role, organ(), today()));
    }

    Optional<PowerDefinition.MeetingKind> meeting() {
        return step == null || step.meeting() == null
                ? Optional.empty()
                : definition.meeting(step.meeting());
    }

    /// Standards of this situation by id, with their measures.
    Map<String, Condition.Standard> standards() {
        return standards(definition, situation);
    }

    static Map<String, Condition.Standard> standards(
            PowerDefinition definition, Situation situation) {
        var all = new LinkedHashMap<String, Condition.Standard>();
        for (var id : situation.conditions()) {
            definition.condition(id).ifPresent(c -> c.standards().forEach(s -> all.put(s.id(), s)));
        }
        return all;
    }

    /// The side on which the officer reviews, himself or for one who is away; never both.
    Optional<Side> side(StepWork.Review review) {
        var me = officer();
        if (me.isEmpty()) {
            return Optional.empty();
        }
        if (!review.paired()) {
            return Optional.of(Side.A);
        }
        var person = me.get();
        if (person.equals(review.a())) {
            return Optional.of(Side.A);
        }
        if (person.equals(review.b())) {
            return Optional.of(Side.B);
        }
        return deputises(person, review.a())
                ? Optional.of(Side.A)
                : deputises(person, review.b()) ? Optional.of(Side.B) : Optional.empty();
    }

    private boolean deputises(PersonId person, @Nullable PersonId away) {
        return away != null
                && facts.roster().deputyOf(away, today()).filter(person::equals).isPresent();
    }

    /// Members due at the meeting on the day, the chair among them, recused ones left out.
    Set<PersonId> membersDue(PowerDefinition.MeetingKind kind, LocalDate day) {
        var due = new LinkedHashSet<PersonId>(facts.roster().holders(kind.members(), organ(), day));
        due.addAll(facts.roster().holders(kind.chair(), organ(), day));
        due.removeAll(state.recused());
        return due;
    }

    boolean isKind(StepKind... kinds) {
        return step != null && Set.of(kinds).contains(step.kind());
    }
}
