package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 行权决定: decide what a command makes come true, and fold what came true into a state. Both are functions.
public final class Cases {
    private Cases() {}

    /// The case as its events tell it.
    public static CaseState state(List<CaseEvent> history) {
        return Evolution.of(history);
    }

    /// Decides a command on a case.
    ///
    /// @param facts what the decider may know besides; the definition is the version the case began with
    /// @param history the case's events; empty for an application
    /// @return the new events, or the rules that do not hold, in order of precedence
    public static Outcome<CaseEvent> decide(
            CaseFacts facts, List<CaseEvent> history, CaseCommand command) {
        if (command instanceof CaseCommand.Opening opening) {
            return open(facts, history, opening);
        }
        if (command instanceof IntakeCommand.ByAgent(var act)) {
            return Mandates.decide(facts, history, act);
        }
        var definition = facts.definition();
        if (definition == null || history.isEmpty()) {
            throw new IllegalArgumentException(
                    "a case is decided with its history and the definition it began with");
        }
        var before = Evolution.of(history);
        var situation = definition.situation(before.opening().situation()).orElseThrow();
        return act(facts, definition, situation, history, command);
    }

    /// Whether the actor could do this now, and if not why: the same rules, asked in advance and recorded nowhere.
    public static List<Refusal> mayI(
            CaseFacts facts, List<CaseEvent> history, CaseCommand command) {
        return decide(facts, history, command) instanceof Outcome.Refused<CaseEvent>(var refusals)
                ? refusals
                : List.of();
    }

    /// The first day on which time by itself changes the case: silence, the end of a period, a cap.
    public static Optional<LocalDate> nextChange(
            WorkCalendar calendar, Situation situation, CaseState state) {
        return state.isClosed() ? Optional.empty() : Elapsed.next(calendar, situation, state);
    }

    /// 审查标准 of a situation, by id, in the order of the definition.
    public static Map<String, Condition.Standard> standards(
            PowerDefinition definition, Situation situation) {
        return Asked.standards(definition, situation);
    }

    /// 处罚动作: names of the acts that only steps of a penalty know.
    public static Set<String> actsOfPenalty() {
        var penal = EnumSet.range(StepKind.CLUE_CHECK, StepKind.COURT_ENFORCEMENT);
        var acts = new HashSet<String>();
        penal.forEach(k -> acts.addAll(Handlers.at(k)));
        EnumSet.complementOf(penal).forEach(k -> acts.removeAll(Handlers.at(k)));
        return acts;
    }

    private static <C extends CaseCommand> Outcome<CaseEvent> act(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            List<CaseEvent> history,
            C command) {
        var all = new ArrayList<>(history);
        all.addAll(timed(facts, definition, situation, all));
        var state = Evolution.of(all);
        var step =
                command instanceof CaseCommand.InStep in
                        ? situation.step(in.step()).orElse(null)
                        : null;
        var asked = new Asked<>(facts, state, definition, situation, step, command);
        var handler = Handlers.of(command);
        var refusals = broken(handler, asked);
        if (!refusals.isEmpty()) {
            return new Outcome.Refused<>(refusals);
        }
        all.addAll(handler.facts().apply(asked));
        all.addAll(Transitions.after(facts, definition, situation, all));
        return new Outcome.Permitted<>(all.subList(history.size(), all.size()));
    }

    /// The tiers: can the case take the act, may this person, as he brought it in, does the act itself hold. A later tier is asked only
    /// when the one before holds, because its rules rely on it.
    private static <C extends CaseCommand> List<Refusal> broken(
            Handler<C> handler, Asked<C> asked) {
        for (var tier :
                List.of(
                        CommonRules.place(handler),
                        CommonRules.person(handler),
                        CommonRules.intake(handler),
                        handler.rules())) {
            var refusals = Rule.broken(tier, asked);
            if (!refusals.isEmpty()) {
                return refusals;
            }
        }
        return List.of();
    }

    private static List<CaseEvent> timed(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            List<CaseEvent> history) {
        var more =
                new ArrayList<CaseEvent>(
                        Elapsed.facts(facts, definition, situation, Evolution.of(history)));
        if (more.isEmpty()) {
            return more;
        }
        var all = new ArrayList<>(history);
        all.addAll(more);
        more.addAll(Transitions.after(facts, definition, situation, all));
        return more;
    }

    private static Outcome<CaseEvent> open(
            CaseFacts facts, List<CaseEvent> history, CaseCommand.Opening command) {
        if (!history.isEmpty()) {
            throw new IllegalArgumentException("an application opens a new case");
        }
        var refusals = Admission.broken(facts, command);
        var definition = facts.definition();
        if (!refusals.isEmpty() || definition == null) {
            return new Outcome.Refused<>(refusals);
        }
        var situation = definition.situation(command.situation()).orElseThrow();
        var by = facts.actor() instanceof CaseFacts.Actor.Officer(PersonId person) ? person : null;
        var events = new ArrayList<CaseEvent>();
        events.add(begun(facts, definition, situation, command, by));
        Licensing.noted(facts, definition, situation, command).ifPresent(events::add);
        if (command instanceof IntakeCommand.Handed handed) {
            events.addAll(IntakeHandlers.facts(facts, handed, by));
        }
        events.addAll(Transitions.begin(facts, situation, events));
        return new Outcome.Permitted<>(events);
    }

    private static CaseEvent begun(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            CaseCommand.Opening command,
            @Nullable PersonId by) {
        var late = lateReason(facts, command);
        return switch (command) {
            case CaseCommand.SubmitApplication c -> received(definition, situation, c, by, late);
            case IntakeCommand.Handed c ->
                    received(definition, situation, c.application(), by, late);
            case CaseCommand.RegisterClue c ->
                    new CaseEvent.ClueRegistered(
                            c.no(),
                            definition.code().value(),
                            definition.version(),
                            definition.digest(),
                            situation.id(),
                            definition.organ(),
                            c.channel(),
                            c.applicant(),
                            c.answers(),
                            c.filings(),
                            c.receivedOn(),
                            java.util.Objects.requireNonNull(by, "admission asked for an officer"),
                            late);
        };
    }

    private static CaseEvent received(
            PowerDefinition definition,
            Situation situation,
            CaseCommand.SubmitApplication c,
            @Nullable PersonId by,
            String late) {
        return new CaseEvent.ApplicationReceived(
                c.no(),
                definition.code().value(),
                definition.version(),
                definition.digest(),
                situation.id(),
                definition.organ(),
                c.channel(),
                c.applicant(),
                c.answers(),
                c.filings(),
                c.receivedOn(),
                by,
                late);
    }

    /// A reason given for what is not late is nobody's business.
    private static String lateReason(CaseFacts facts, CaseCommand.Opening command) {
        return CommonRules.late(command.receivedOn(), facts) ? command.lateReason().strip() : "";
    }
}
