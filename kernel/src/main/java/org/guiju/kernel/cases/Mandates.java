package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 代理权限: what an agent may do for the applicant, and that his power ends with the mandate (民法典 165, 173).
final class Mandates {
    private Mandates() {}

    /// An act that the agent does at the window: decided as the act itself, if the mandate carries it.
    static Outcome<CaseEvent> decide(CaseFacts facts, List<CaseEvent> history, CaseCommand act) {
        var definition = java.util.Objects.requireNonNull(facts.definition());
        var intake = Evolution.of(history).intake();
        var agent = intake.agent();
        var scope = scope(act);
        var day = act instanceof CaseCommand.Dated d ? d.day() : facts.today();
        var broken = broken(intake, scope, day);
        if (!broken.isEmpty() || agent == null || scope.isEmpty()) {
            return new Outcome.Refused<>(
                    IntakeHandlers.refusals(broken, definition, told(facts, history, agent)));
        }
        PersonId by = facts.actor() instanceof CaseFacts.Actor.Officer(var person) ? person : null;
        return switch (Cases.decide(facts, history, act)) {
            case Outcome.Refused<CaseEvent> refused -> refused;
            case Outcome.Permitted<CaseEvent>(var events) -> {
                var all = new ArrayList<CaseEvent>(events);
                int at = first(events);
                all.add(
                        at,
                        new IntakeEvent.AgentActed(agent.name(), scope.get(), facts.today(), by));
                yield new Outcome.Permitted<>(all);
            }
        };
    }

    /// Before the act, and behind what time had brought about already.
    private static int first(List<CaseEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof CaseEvent.SupplementSupplied
                    || events.get(i) instanceof CaseEvent.Withdrawn
                    || events.get(i) instanceof CaseEvent.Served
                    || events.get(i) instanceof CaseEvent.StatementRecorded
                    || events.get(i) instanceof CaseEvent.HearingRequested) {
                return i;
            }
        }
        return 0;
    }

    /// Whether the account that acts is the agent's own, who applied online for somebody else.
    static boolean agentsAccount(Asked<?> a) {
        var agent = a.state().intake().agent();
        return a.applicantActs() && agent != null && agent.online();
    }

    /// Through his account the agent does only what the mandate carries on the day.
    static boolean carried(Asked<?> a, CaseRule rule) {
        if (!agentsAccount(a) || a.command() instanceof IntakeCommand) {
            return true;
        }
        return !broken(a.state().intake(), scope(a.command()), a.today()).contains(rule);
    }

    private static List<CaseRule> broken(
            Intake intake, Optional<Mandate.Scope> scope, LocalDate day) {
        var agent = intake.agent();
        if (agent == null) {
            return List.of(CaseRule.MANDATE_STANDS);
        }
        if (intake.agentOn(day).isEmpty()) {
            return List.of(CaseRule.MANDATE_RUNS);
        }
        return scope.filter(agent.scope()::contains).isPresent()
                ? List.of()
                : List.of(CaseRule.MANDATE_COVERS);
    }

    /// Which of the matters of a mandate an act belongs to; empty where nobody can do it for another.
    private static Optional<Mandate.Scope> scope(CaseCommand act) {
        return switch (act) {
            case CaseCommand.SupplyMaterials _,
                    CaseCommand.RecordStatement _,
                    CaseCommand.RequestHearing _,
                    RecusalCommand.SeekRecusal _,
                    VerbCommand.Urge _ ->
                    Optional.of(Mandate.Scope.APPLY);
            case CaseCommand.Withdraw _ -> Optional.of(Mandate.Scope.WITHDRAW);
            case CaseCommand.Serve _ -> Optional.of(Mandate.Scope.RECEIVE);
            default -> Optional.empty();
        };
    }

    private static Map<String, String> told(
            CaseFacts facts, List<CaseEvent> history, @Nullable Mandate agent) {
        var no = ((CaseEvent.Begun) history.getFirst()).no();
        return agent == null
                ? Map.of("case", no, "today", facts.today().toString())
                : Map.of(
                        "case", no,
                        "today", facts.today().toString(),
                        "until", agent.until().toString());
    }
}
