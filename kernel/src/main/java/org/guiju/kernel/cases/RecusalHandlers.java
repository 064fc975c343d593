package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.kernel.cases.RecusalCommand.DecideRecusal;
import org.guiju.kernel.cases.RecusalCommand.Recuse;
import org.guiju.kernel.cases.RecusalCommand.SeekRecusal;
import org.guiju.kernel.shared.PersonId;

/// 回避: asked for by a party or proposed from the registers, decided by the head of the organ, on the head himself by a
/// meeting without him. Until then the investigation goes on, and the person concerned decides nothing (行政处罚法 43).
final class RecusalHandlers {
    private RecusalHandlers() {}

    static final Handler<Recuse> RECUSE =
            new Handler<>(
                    Recuse.class,
                    Set.of(),
                    Handler.Who.COLLEAGUE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.ROLE_HELD,
                                    a ->
                                            a.person().equals(a.command().person())
                                                    || head(a, a.person())),
                            rule(CaseRule.DECISION_NOT_MADE, a -> a.state().decided() == null),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reason().isBlank())),
                    a ->
                            List.of(
                                    new RecusalEvent.PersonRecused(
                                            a.command().person(),
                                            a.command().reason().strip(),
                                            a.person())));

    static final Handler<SeekRecusal> SEEK =
            new Handler<>(
                    SeekRecusal.class,
                    Set.of(),
                    Handler.Who.APPLICANT_OR_WINDOW,
                    true,
                    List.of(
                            rule(CaseRule.RECUSAL_OF_OFFICER, a -> serves(a, a.command().person())),
                            rule(
                                    CaseRule.RECUSAL_ASKED_ONCE,
                                    a ->
                                            !a.state().recusals().sought(a.command().person())
                                                    && !out(a, a.command().person())),
                            rule(CaseRule.DECISION_NOT_MADE, a -> a.state().decided() == null),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reason().isBlank())),
                    a ->
                            List.of(
                                    new RecusalEvent.RecusalSought(
                                            a.command().person(),
                                            a.command().reason().strip(),
                                            a.today(),
                                            a.officer().orElse(null))));

    static final Handler<DecideRecusal> DECIDE =
            new Handler<>(
                    DecideRecusal.class,
                    Set.of(),
                    Handler.Who.COLLEAGUE,
                    true,
                    Stream.concat(deciding().stream(), successor().stream()).toList(),
                    RecusalHandlers::decided);

    private static List<Rule<DecideRecusal>> deciding() {
        return List.of(
                rule(
                        CaseRule.RECUSAL_BY_HEAD,
                        a -> head(a, a.command().person()) || head(a, a.person())),
                rule(CaseRule.NOT_ON_ONESELF, a -> !a.person().equals(a.command().person())),
                rule(
                        CaseRule.RECUSAL_OF_HEAD_BY_MEETING,
                        a -> !head(a, a.command().person()) || resolved(a)),
                rule(CaseRule.RECUSAL_OF_OFFICER, a -> serves(a, a.command().person())),
                rule(CaseRule.RECUSAL_ASKED_ONCE, a -> !out(a, a.command().person())),
                rule(CaseRule.DECISION_NOT_MADE, a -> a.state().decided() == null),
                rule(CaseRule.REASONS_GIVEN, a -> !a.command().reason().isBlank()));
    }

    /// Who takes over is held to every rule of a hand-over.
    private static List<Rule<DecideRecusal>> successor() {
        var rules = new ArrayList<Rule<DecideRecusal>>();
        rules.add(
                rule(
                        CaseRule.SUCCESSOR_NAMED,
                        a ->
                                !a.command().granted()
                                        || a.command().successor() != null
                                        || Handover.of(a.state(), a.command().person()).isEmpty()));
        for (var of : Handover.TAKING) {
            rules.add(rule(of.id(), a -> !handsOver(a) || of.holds().test(handover(a))));
        }
        return rules;
    }

    private static boolean handsOver(Asked<DecideRecusal> a) {
        return a.command().granted()
                && a.command().successor() != null
                && !Handover.of(a.state(), a.command().person()).isEmpty();
    }

    private static Asked<CaseCommand.HandOver> handover(Asked<DecideRecusal> a) {
        var c = a.command();
        var to = c.successor() == null ? c.person() : c.successor();
        return new Asked<>(
                a.facts(),
                a.state(),
                a.definition(),
                a.situation(),
                null,
                new CaseCommand.HandOver(c.person(), to, c.reason()));
    }

    private static List<CaseEvent> decided(Asked<DecideRecusal> a) {
        var c = a.command();
        var events = new ArrayList<CaseEvent>();
        var by = head(a, c.person()) ? c.resolution() : "";
        events.add(
                new RecusalEvent.RecusalDecided(
                        c.person(), c.granted(), c.reason().strip(), by, a.today(), a.person()));
        if (handsOver(a)) {
            events.addAll(Handover.facts(handover(a)));
        }
        return events;
    }

    /// Whether the person stands at the head of the organ, or for the head while he is away.
    private static boolean head(Asked<?> a, PersonId person) {
        var role = a.situation().limits().extension().by();
        return a.facts().roster().holding(person, role, a.organ(), a.today()).isPresent();
    }

    private static boolean serves(Asked<?> a, PersonId person) {
        return a.facts().roster().of(person, a.today()).stream()
                .anyMatch(x -> x.organ().equals(a.organ()));
    }

    private static boolean out(Asked<?> a, PersonId person) {
        return a.state().recused().contains(person);
    }

    /// A signed resolution of the organ on this case, voted on without him, that says the same and has served nothing else.
    private static boolean resolved(Asked<DecideRecusal> a) {
        var c = a.command();
        return a.facts().council().resolutions(a.state().opening().no()).stream()
                .filter(r -> r.id().equals(c.resolution()) && r.organ().equals(a.organ()))
                .filter(r -> !a.state().recusals().resolutions().contains(r.id()))
                .filter(r ->
                        a.state().rounds().stream()
                                .noneMatch(x ->
                                        x.work() instanceof StepWork.Meeting w
                                                && w.resolution().equals(r.id())))
                .anyMatch(r ->
                        r.agreed() == c.granted()
                                && !r.votes().containsKey(c.person())
                                && !r.chair().equals(c.person()));
    }

    /// 决定前回避先定: against whoever decides nothing is open: no request without an answer, no registered ground that the head
    /// has not spoken on.
    static boolean settled(Asked<?> a, PersonId person) {
        return settled(a.facts(), a.state(), person);
    }

    static boolean settled(CaseFacts facts, CaseState state, PersonId person) {
        var recusals = state.recusals();
        return !recusals.pending().contains(person)
                && (!facts.grounds().contains(person) || recusals.answered(person));
    }

    /// Acts by which a matter is decided; investigation and reception go on meanwhile.
    static <C extends CaseCommand> boolean mayDecide(Handler<C> h, Asked<C> a) {
        return a.officer().isEmpty()
                || a.step() == null
                || !a.step().kind().decides()
                || h.who() != Handler.Who.ROLE
                || settled(a, a.person());
    }
}
