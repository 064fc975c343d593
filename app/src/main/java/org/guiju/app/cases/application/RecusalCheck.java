package org.guiju.app.cases.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.app.allocation.RecusalRegister;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.allocation.RecusalGrounds;
import org.guiju.kernel.allocation.RecusalGrounds.Ground;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Handover;
import org.guiju.kernel.cases.RecusalCommand;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 回避核对: what the registers say against those who act in a case, wherever they act: at reception, in a review, in a meeting, at
/// the till. The system proposes, the head decides.
@Component
public class RecusalCheck {
    private final RecusalRegister register;

    RecusalCheck(RecusalRegister register) {
        this.register = register;
    }

    /// 回避提示: what is registered against somebody, and in which steps he acts or has acted.
    public record Concern(PersonId person, List<Ground> grounds, Set<String> steps) {}

    /// Against which of those whom an act concerns anything is registered; that there is something, not what. Only acts that
    /// decide, deliberate or hand over ask: for all others nothing depends on it.
    Set<PersonId> grounds(
            Actor actor,
            CaseCommand command,
            List<CaseEvent> history,
            PowerDefinition definition,
            LocalDate day) {
        var asked = asked(actor, command, history, definition);
        if (asked.isEmpty()) {
            return Set.of();
        }
        var parties = parties(Cases.state(history));
        var found = new HashSet<PersonId>();
        for (var person : asked) {
            if (!register.of(person, parties, day).isEmpty()) {
                found.add(person);
            }
        }
        return found;
    }

    private static Set<PersonId> asked(
            Actor actor, CaseCommand command, List<CaseEvent> history, PowerDefinition definition) {
        return switch (command) {
            case CaseCommand.HandOver c -> Set.of(c.to());
            case RecusalCommand.DecideRecusal c when c.successor() != null -> Set.of(c.successor());
            case CaseCommand.RecordMeeting c -> Set.copyOf(c.minutes().present());
            case CaseCommand.InStep c
                    when actor instanceof Actor.Officer(var person)
                            && decides(c.step(), history, definition) ->
                    Set.of(person);
            default -> Set.of();
        };
    }

    private static boolean decides(
            String step, List<CaseEvent> history, PowerDefinition definition) {
        var first = (CaseEvent.Begun) history.getFirst();
        return definition
                .situation(first.situation())
                .flatMap(s -> s.step(step))
                .filter(s -> s.kind().decides())
                .isPresent();
    }

    /// 当事人 of a case: the applicant or person concerned, and those who were told because they have a stake in it.
    private List<RecusalGrounds.Party> parties(CaseState state) {
        return names(state).stream().map(register::party).toList();
    }

    /// 当事人 by full name.
    static List<String> names(CaseState state) {
        var names = new LinkedHashSet<String>();
        names.add(state.opening().applicant().name());
        for (var round : state.rounds()) {
            if (round.work() instanceof StepWork.Notice notice && notice.told() != null) {
                names.addAll(notice.told().parties());
            }
        }
        return names.stream().filter(n -> !n.isBlank()).toList();
    }

    /// 回避提示 of a case: those who acted, have something in hand, or could act in an open step.
    public List<Concern> concerns(CaseFile file) {
        var where = where(file);
        var parties = parties(file.state());
        var found = new ArrayList<Concern>();
        where.forEach((person, steps) -> {
            var grounds = register.of(person, parties, file.today());
            if (!grounds.isEmpty()) {
                found.add(new Concern(person, grounds, steps));
            }
        });
        return found;
    }

    /// What the registers say against one person in the case.
    public List<Ground> concerns(CaseFile file, PersonId person) {
        return register.of(person, parties(file.state()), file.today());
    }

    private static Map<PersonId, Set<String>> where(CaseFile file) {
        var where = new LinkedHashMap<PersonId, Set<String>>();
        file.state().duties().keySet().forEach(p -> where.put(p, new LinkedHashSet<>()));
        Handover.of(file.state())
                .forEach(i ->
                        where.computeIfAbsent(i.person(), _ -> new LinkedHashSet<>())
                                .add(i.step()));
        for (var round : file.state().open()) {
            file.situation()
                    .step(round.step())
                    .ifPresent(s ->
                            actors(file, s)
                                    .forEach(p ->
                                            where.computeIfAbsent(p, _ -> new LinkedHashSet<>())
                                                    .add(s.id())));
        }
        where.values().forEach(steps -> steps.remove(""));
        return where;
    }

    private static Set<PersonId> actors(CaseFile file, Step step) {
        var organ = file.definition().organAt(step);
        var roster = file.facts().roster();
        var actors = new LinkedHashSet<>(roster.holders(step.role(), organ, file.today()));
        if (step.meeting() != null) {
            file.definition()
                    .meeting(step.meeting())
                    .ifPresent(k -> actors.addAll(file.membersDue(step, k, file.today())));
        }
        return actors;
    }

    /// Whether the officer heads the organ of the case, and so decides on recusals in it.
    public static boolean head(CaseFile file, PersonId person) {
        return file.facts()
                .roster()
                .holding(person, role(file.situation()), file.definition().organ(), file.today())
                .isPresent();
    }

    private static String role(Situation situation) {
        return situation.limits().extension().by();
    }

    /// 可以申请回避的人员: those whom a party meets in the case.
    public static List<PersonId> actingIn(CaseFile file) {
        return where(file).keySet().stream()
                .filter(p -> !file.state().recused().contains(p))
                .filter(p ->
                        file.facts().roster().of(p, file.today()).stream()
                                .anyMatch(x -> x.organ().equals(file.definition().organ())))
                .toList();
    }
}
