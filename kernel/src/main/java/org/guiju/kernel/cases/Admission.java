package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Refusal;

/// 立案准入: what must hold before an application becomes a case. Off-list, not yet or no longer in force: nothing begins
/// (法无授权不可为, A46).
final class Admission {
    private Admission() {}

    static List<Refusal> broken(CaseFacts facts, CaseCommand.Opening command) {
        var found = new ArrayList<Refusal>();
        var obstacle = facts.listing().obstacle();
        if (obstacle.isPresent()) {
            found.add(refusal(obstacle.get(), facts, command));
            return found;
        }
        var definition = facts.definition();
        if (definition == null || !definition.inForceOn(facts.today())) {
            found.add(refusal(CaseRule.POWER_IN_FORCE, facts, command));
            return found;
        }
        var situation = definition.situation(command.situation());
        if (situation.isEmpty()
                || situation.get().onApplication() == command instanceof CaseCommand.RegisterClue
                || !offered(facts, definition)) {
            found.add(refusal(CaseRule.SITUATION_OFFERED, facts, command));
            return found;
        }
        found.addAll(form(facts, definition, situation.get(), command));
        if (command instanceof IntakeCommand.Handed handed) {
            IntakeHandlers.broken(facts, definition, situation.get(), handed)
                    .forEach(rule -> found.add(refusal(rule, facts, command)));
        }
        return found;
    }

    /// What is not marked as facing citizens and legal persons (面向公民和法人, A20) begins by the office alone.
    private static boolean offered(CaseFacts facts, PowerDefinition definition) {
        return definition.external() || facts.actor() instanceof CaseFacts.Actor.Officer;
    }

    private static List<Refusal> form(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            CaseCommand.Opening command) {
        var found = new ArrayList<Refusal>();
        if (!situation.channels().contains(command.channel())) {
            found.add(refusal(CaseRule.CHANNEL_OFFERED, facts, command));
        }
        if (!Answers.onlyListed(situation, command.answers().keySet(), command.filings())) {
            found.add(refusal(CaseRule.ONLY_LISTED_MATERIALS, facts, command));
        }
        if (!Answers.problems(situation, command.answers(), facts.today()).isEmpty()
                || command.applicant().name().isBlank()) {
            found.add(refusal(CaseRule.ANSWERS_FIT, facts, command));
        }
        Licensing.broken(facts, definition, situation, command)
                .forEach(rule -> found.add(refusal(rule, facts, command)));
        if (!situation.onApplication() && !(facts.actor() instanceof CaseFacts.Actor.Officer)) {
            found.add(refusal(CaseRule.CLUE_BY_OFFICER, facts, command));
        }
        if (facts.actor() instanceof CaseFacts.Actor.Officer(var person)) {
            Hands.at(
                            facts,
                            definition.organAt(situation.first()),
                            person,
                            Set.of(situation.first().role()),
                            situation.first().kind() == StepKind.ACCEPTANCE)
                    .broken()
                    .ifPresent(rule -> found.add(refusal(rule, facts, command)));
        }
        if (command.receivedOn().isAfter(facts.today())) {
            found.add(refusal(CaseRule.DAY_NOT_AHEAD, facts, command));
        }
        if (CommonRules.late(command.receivedOn(), facts) && !explained(facts, command)) {
            found.add(refusal(CaseRule.LATE_ENTRY_EXPLAINED, facts, command));
        }
        return found;
    }

    /// Only an officer enters late, and says why; a second officer then vouches for it before the first step is left (J4).
    private static boolean explained(CaseFacts facts, CaseCommand.Opening command) {
        return facts.actor() instanceof CaseFacts.Actor.Officer && !command.lateReason().isBlank();
    }

    /// With the article of the law that governs powers of this kind, where the power is known.
    private static Refusal refusal(CaseRule rule, CaseFacts facts, CaseCommand.Opening command) {
        var definition = facts.definition();
        return new Refusal(
                rule,
                definition == null ? rule.basis() : rule.basis(definition.kind()),
                Map.of("power", command.power(), "situation", command.situation()));
    }
}
