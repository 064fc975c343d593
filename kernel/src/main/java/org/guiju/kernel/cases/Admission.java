package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Refusal;

/// 立案准入: what must hold before an application becomes a case. Off-list, not yet or no longer in force: nothing begins
/// (法无授权不可为, A46).
final class Admission {
    private Admission() {}

    static List<Refusal> broken(CaseFacts facts, CaseCommand.Opening command) {
        var found = new ArrayList<Refusal>();
        if (facts.listing() == Listing.UNKNOWN) {
            found.add(refusal(CaseRule.POWER_LISTED, command));
            return found;
        }
        var definition = facts.definition();
        if (facts.listing() != Listing.IN_FORCE
                || definition == null
                || !definition.inForceOn(facts.today())) {
            found.add(refusal(CaseRule.POWER_IN_FORCE, command));
            return found;
        }
        var situation = definition.situation(command.situation());
        if (situation.isEmpty()
                || situation.get().onApplication()
                        != command instanceof CaseCommand.SubmitApplication) {
            found.add(refusal(CaseRule.SITUATION_OFFERED, command));
            return found;
        }
        found.addAll(form(facts, definition, situation.get(), command));
        return found;
    }

    private static List<Refusal> form(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            CaseCommand.Opening command) {
        var found = new ArrayList<Refusal>();
        if (!situation.channels().contains(command.channel())) {
            found.add(refusal(CaseRule.CHANNEL_OFFERED, command));
        }
        if (!Answers.onlyListed(situation, command.answers().keySet(), command.filings())) {
            found.add(refusal(CaseRule.ONLY_LISTED_MATERIALS, command));
        }
        if (!Answers.problems(situation, command.answers(), facts.today()).isEmpty()
                || command.applicant().name().isBlank()) {
            found.add(refusal(CaseRule.ANSWERS_FIT, command));
        }
        if (!situation.onApplication() && !(facts.actor() instanceof CaseFacts.Actor.Officer)) {
            found.add(refusal(CaseRule.CLUE_BY_OFFICER, command));
        }
        if (facts.actor() instanceof CaseFacts.Actor.Officer(var person)
                && facts.roster()
                        .holding(
                                person, situation.first().role(), definition.organ(), facts.today())
                        .isEmpty()) {
            found.add(refusal(CaseRule.ROLE_HELD, command));
        }
        if (command.receivedOn().isAfter(facts.today())) {
            found.add(refusal(CaseRule.DAY_NOT_AHEAD, command));
        }
        if (command instanceof CaseCommand.SubmitApplication application
                && CommonRules.late(application.receivedOn(), facts)
                && !explained(facts, application)) {
            found.add(refusal(CaseRule.LATE_ENTRY_EXPLAINED, command));
        }
        return found;
    }

    /// Only the window enters late, and says why; a second officer then vouches for it before the first step is left (J4).
    private static boolean explained(CaseFacts facts, CaseCommand.SubmitApplication command) {
        return facts.actor() instanceof CaseFacts.Actor.Officer && !command.lateReason().isBlank();
    }

    private static Refusal refusal(CaseRule rule, CaseCommand.Opening command) {
        return new Refusal(
                rule,
                rule.basis(),
                Map.of("power", command.power(), "situation", command.situation()));
    }
}
